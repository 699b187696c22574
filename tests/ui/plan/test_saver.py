import datetime
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId
from advisor.models.plan import (
    Answer,
    Decision,
    Entry,
    EntryKey,
    GateTick,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from advisor.models.stored import Sending
from tests.support.fake_advisor import FakePlans
from tests.support.waiting import LULL_MS, PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.plan.save_queue import Dispute, SaveState
from ui.plan.saver import Saver

PLAN = PlanId("plan")
SETTING = EntryKey.of_answer(QuestionId("setting"))
CHARITY = Answer(value=OptionId("charity_or_community"))
FULL = StorageError("The disk is full. Free some space, then try again.")


TEA = OwnAction(id="1", text="Tea", stage="run", version=1)
STAIRS = OwnRisk(id="2", text="Stairs", version=1)
GATE = GateId("gate-chat")
TICK = GateTick(day=datetime.date(2027, 3, 4), version=1)


class Store(FakePlans):
    """Plans in memory, behind a gate that can hold every save back."""

    def __init__(self) -> None:
        plan = Plan(
            id=PLAN,
            title="Plan",
            own_actions=(TEA,),
            own_risks=(STAIRS,),
            gate_ticks={GATE: TICK},
        )
        super().__init__((plan,))
        self.gate = threading.Event()
        self.gate.set()

    def save_all(self, plan_id: PlanId, sent: Sequence[Sending]) -> tuple[Entry | None, ...]:
        self.gate.wait(PATIENCE_SECONDS)
        return super().save_all(plan_id, sent)

    def entry(self, key: EntryKey = SETTING) -> Entry | None:
        return self.plan(PLAN).entry(key)

    def change_elsewhere(self, entry: Entry, key: EntryKey = SETTING) -> None:
        there = self.entry(key)
        assert there is not None
        super().save(PLAN, key, replace(entry, version=there.version))


class Desk:
    """A saver over plans in memory, and what it said."""

    def __init__(self, worker: Worker) -> None:
        self.store = Store()
        self.worker = worker
        self.saver = Saver(self.store, self.store.plan(PLAN), worker)
        self.states: list[SaveState] = []
        self.refusals: list[str] = []
        self.saver.state_changed.connect(self.states.append)
        self.saver.not_saved.connect(lambda error: self.refusals.append(error.message))

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        return self.saver.disputes


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    worker = Worker("test-saver")
    yield Desk(worker)
    assert worker.close(PATIENCE_SECONDS)


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.SAVED)


def test_an_answer_is_saved_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.saver.take({SETTING: CHARITY})
    settle(qtbot, desk)

    assert desk.store.entry() == CHARITY
    assert desk.states == [SaveState.SAVING, SaveState.SAVED]


def test_saved_is_said_only_after_the_database_has_it(qtbot: QtBot, desk: Desk) -> None:
    desk.store.gate.clear()
    desk.saver.take({SETTING: CHARITY})
    qtbot.wait(LULL_MS)

    assert desk.saver.state is SaveState.SAVING
    assert desk.store.saves == []
    desk.store.gate.set()
    settle(qtbot, desk)
    assert desk.store.entry() == CHARITY


@pytest.mark.parametrize("end", ["saved", "given up"])
def test_a_save_that_takes_long_is_said_not_to_be_done_and_that_once(
    qtbot: QtBot, desk: Desk, end: str
) -> None:
    desk.saver._slow.setInterval(LULL_MS)
    desk.store.gate.clear()
    desk.saver.take({SETTING: CHARITY})
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.NOT_SAVED)
    assert desk.refusals == [desk.saver.refusal.message if desk.saver.refusal else ""]
    assert "is saved as soon as that is possible" in desk.refusals[0]

    if end == "given up":
        desk.store.refusal = StorageError("Nobody answered.", code="timeout")
    desk.store.gate.set()
    qtbot.waitUntil(lambda: not desk.saver.is_sending)
    assert (desk.saver.refusal is None) is (end == "saved")
    desk.store.refusal = None
    desk.saver.try_again()
    settle(qtbot, desk)

    assert len(desk.refusals) == 1
    assert desk.store.entry() == CHARITY


@pytest.mark.parametrize(
    ("key", "entry"),
    [pytest.param(SETTING, CHARITY, id="a change"), pytest.param(TEA.key, None, id="a removal")],
)
def test_what_is_refused_is_said_once_and_saved_when_it_is_tried_again(
    qtbot: QtBot, desk: Desk, key: EntryKey, entry: Entry | None
) -> None:
    desk.store.refusal = FULL
    desk.saver.take({key: entry})
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.NOT_SAVED)
    desk.saver.try_again()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert desk.refusals == [FULL.message]
    assert desk.saver.state is SaveState.NOT_SAVED

    desk.store.refusal = None
    desk.saver.try_again()
    settle(qtbot, desk)

    assert desk.store.entry(key) == entry


ANNOTATED = replace(CHARITY, note="Agreed on Monday")
KINDS: dict[EntryKey, tuple[Entry, Entry]] = {
    EntryKey.of_plan(PLAN): (PlanName(title="Ours"), PlanName(title="Theirs")),
    SETTING: (CHARITY, ANNOTATED),
    EntryKey.of_decision(ActionId("A001")): (Decision(owner="Jo"), Decision(owner="Ann")),
    TEA.key: (replace(TEA, text="Cake"), replace(TEA, text="Coffee")),
    STAIRS.key: (replace(STAIRS, text="Ramp"), replace(STAIRS, text="Lift")),
    EntryKey.of_tick(GATE): (
        GateTick(day=datetime.date(2027, 3, 5)),
        GateTick(day=datetime.date(2027, 3, 6)),
    ),
}


@pytest.mark.parametrize("key", KINDS, ids=lambda key: key.kind)
@pytest.mark.parametrize("is_ours", [True, False])
def test_of_every_kind_both_are_kept_until_the_person_chooses(
    qtbot: QtBot, desk: Desk, key: EntryKey, is_ours: bool
) -> None:
    ours, theirs = KINDS[key]
    desk.store.change_elsewhere(theirs, key)
    desk.saver.take({key: ours})
    qtbot.waitUntil(lambda: bool(desk.disputes))
    assert desk.disputes == (Dispute(key=key, ours=ours, theirs=theirs),)
    assert desk.store.entry(key) == theirs

    choose = desk.saver.keep_ours if is_ours else desk.saver.take_theirs
    choose(key)
    settle(qtbot, desk)

    assert desk.store.entry(key) == (ours if is_ours else theirs)


@pytest.mark.parametrize("is_ours", [True, False])
def test_what_was_changed_elsewhere_is_not_removed_in_silence(
    qtbot: QtBot, desk: Desk, is_ours: bool
) -> None:
    lift = replace(STAIRS, text="Lift")
    desk.store.change_elsewhere(lift, STAIRS.key)
    desk.saver.take({STAIRS.key: None})
    qtbot.waitUntil(lambda: bool(desk.disputes))
    assert desk.disputes == (Dispute(key=STAIRS.key, ours=None, theirs=lift),)

    choose = desk.saver.keep_ours if is_ours else desk.saver.take_theirs
    choose(STAIRS.key)
    settle(qtbot, desk)

    assert desk.store.entry(STAIRS.key) == (None if is_ours else lift)


def test_a_step_is_saved_whole_or_not_at_all(qtbot: QtBot, desk: Desk) -> None:
    lift = replace(STAIRS, text="Lift")
    desk.store.change_elsewhere(lift, STAIRS.key)

    desk.saver.take({SETTING: CHARITY, TEA.key: None, STAIRS.key: replace(STAIRS, text="Ramp")})
    qtbot.waitUntil(lambda: bool(desk.disputes))
    assert [each.key for each in desk.disputes] == [STAIRS.key]
    qtbot.waitUntil(lambda: not desk.worker.is_busy)

    assert desk.store.transactions == [(SETTING, TEA.key)]
    assert (desk.store.entry(), desk.store.entry(TEA.key)) == (CHARITY, None)
    assert desk.store.entry(STAIRS.key) == lift
