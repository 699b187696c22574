import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
from advisor.models.plan import (
    Answer,
    Decision,
    Entry,
    EntryKey,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from tests.support.fake_advisor import FakePlans
from tests.support.waiting import LULL_MS, PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.plan.saver import Dispute, Saver, SaveState

PLAN = PlanId("plan")
SETTING = EntryKey.of_answer(QuestionId("setting"))
SEVERITY = EntryKey.of_answer(QuestionId("severity"))
CHARITY = Answer(value=OptionId("charity_or_community"))
OTHER = Answer(value=OptionId("other_public_service"))
UNLIMITED = Answer(value=OptionId("no_limit"))
FULL = StorageError("The disk is full. Free some space, then try again.")


TEA = OwnAction(id="1", text="Tea", stage="run", version=1)
STAIRS = OwnRisk(id="2", text="Stairs", version=1)


class Store(FakePlans):
    """Plans in memory, behind a gate that can hold every save back."""

    def __init__(self) -> None:
        super().__init__((Plan(id=PLAN, title="Plan", own_actions=(TEA,), own_risks=(STAIRS,)),))
        self.gate = threading.Event()
        self.gate.set()
        self.refused: EntryKey | None = None

    def save(self, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
        self.gate.wait(PATIENCE_SECONDS)
        if key == self.refused:
            raise StorageError("Not this one.")
        return super().save(plan_id, key, entry)

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
    desk.saver.take(SETTING, CHARITY)
    settle(qtbot, desk)

    assert desk.store.entry() == CHARITY
    assert desk.states == [SaveState.SAVING, SaveState.SAVED]


def test_saved_is_said_only_after_the_database_has_it(qtbot: QtBot, desk: Desk) -> None:
    desk.store.gate.clear()
    desk.saver.take(SETTING, CHARITY)
    qtbot.wait(LULL_MS)

    assert desk.saver.state is SaveState.SAVING
    assert list(desk.saver.unsaved) == [SETTING]
    desk.store.gate.set()
    settle(qtbot, desk)
    assert list(desk.saver.unsaved) == []


def test_the_newest_answer_wins_and_those_between_are_not_saved(qtbot: QtBot, desk: Desk) -> None:
    desk.store.gate.clear()
    for answer in (CHARITY, OTHER, CHARITY, OTHER):
        desk.saver.take(SETTING, answer)
    desk.store.gate.set()
    settle(qtbot, desk)

    assert desk.store.entry() == OTHER
    assert len(desk.store.saves) == 2


def test_answers_to_different_questions_are_all_saved(qtbot: QtBot, desk: Desk) -> None:
    desk.saver.take(SETTING, CHARITY)
    desk.saver.take(SEVERITY, UNLIMITED)
    settle(qtbot, desk)

    assert [key for key, _ in desk.store.saves] == [SETTING, SEVERITY]


def test_each_save_goes_over_the_version_of_the_one_before(qtbot: QtBot, desk: Desk) -> None:
    for answer in (CHARITY, OTHER):
        desk.saver.take(SETTING, answer)
        settle(qtbot, desk)

    stored = desk.store.entry()
    assert stored is not None
    assert stored.version == 2


def test_a_refused_save_keeps_the_answer_and_says_why_once(qtbot: QtBot, desk: Desk) -> None:
    desk.store.refusal = FULL
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.NOT_SAVED)
    desk.saver.try_again()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)

    assert desk.saver.unsaved == (SETTING,)
    assert desk.refusals == [FULL.message]
    assert desk.saver.state is SaveState.NOT_SAVED


def test_trying_again_saves_what_waited(qtbot: QtBot, desk: Desk) -> None:
    desk.store.refusal = FULL
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.NOT_SAVED)

    desk.store.refusal = None
    desk.saver.try_again()
    settle(qtbot, desk)

    assert desk.store.entry() == CHARITY


def test_an_answer_that_is_refused_does_not_hold_up_the_others(qtbot: QtBot, desk: Desk) -> None:
    desk.store.refused = SETTING
    desk.saver.take(SETTING, CHARITY)
    desk.saver.take(SEVERITY, UNLIMITED)
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.NOT_SAVED)
    desk.saver.try_again()
    qtbot.waitUntil(lambda: desk.store.entry(SEVERITY) == UNLIMITED)

    assert desk.saver.unsaved == (SETTING,)


def test_both_answers_are_kept_when_one_was_changed_elsewhere(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    assert desk.disputes == (Dispute(key=SETTING, ours=CHARITY, theirs=OTHER),)
    assert desk.store.entry() == OTHER
    assert desk.saver.unsaved == (SETTING,)
    assert desk.saver.state is SaveState.NOT_SAVED


def test_ours_is_saved_over_theirs_when_the_person_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    desk.saver.keep_ours(SETTING)
    settle(qtbot, desk)

    assert desk.store.entry() == CHARITY


def test_theirs_stays_when_the_person_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    desk.saver.take_theirs(SETTING)
    settle(qtbot, desk)

    assert desk.store.entry() == OTHER
    assert desk.saver.unsaved == ()


def test_what_is_answered_during_a_dispute_becomes_ours(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(OTHER)
    desk.saver.take(SETTING, CHARITY)
    qtbot.waitUntil(lambda: bool(desk.disputes))

    newer = replace(CHARITY, note="Asked the trustees")
    desk.saver.take(SETTING, newer)
    desk.saver.keep_ours(SETTING)
    settle(qtbot, desk)

    assert desk.store.entry() == newer


def test_the_same_answer_from_elsewhere_is_no_dispute(qtbot: QtBot, desk: Desk) -> None:
    desk.store.change_elsewhere(CHARITY)
    desk.saver.take(SETTING, CHARITY)
    settle(qtbot, desk)

    assert desk.disputes == ()


ANNOTATED = replace(CHARITY, note="Agreed on Monday")
KINDS: dict[EntryKey, tuple[Entry, Entry]] = {
    EntryKey.of_plan(PLAN): (PlanName(title="Ours"), PlanName(title="Theirs")),
    SETTING: (CHARITY, ANNOTATED),
    EntryKey.of_decision(ActionId("A001")): (Decision(owner="Jo"), Decision(owner="Ann")),
    TEA.key: (replace(TEA, text="Cake"), replace(TEA, text="Coffee")),
    STAIRS.key: (replace(STAIRS, text="Ramp"), replace(STAIRS, text="Lift")),
}


@pytest.mark.parametrize("key", KINDS, ids=lambda key: key.kind)
@pytest.mark.parametrize("is_ours", [True, False])
def test_of_every_kind_both_are_kept_until_the_person_chooses(
    qtbot: QtBot, desk: Desk, key: EntryKey, is_ours: bool
) -> None:
    ours, theirs = KINDS[key]
    desk.store.change_elsewhere(theirs, key)
    desk.saver.take(key, ours)
    qtbot.waitUntil(lambda: bool(desk.disputes))
    assert desk.disputes == (Dispute(key=key, ours=ours, theirs=theirs),)
    assert desk.store.entry(key) == theirs

    choose = desk.saver.keep_ours if is_ours else desk.saver.take_theirs
    choose(key)
    settle(qtbot, desk)

    assert desk.store.entry(key) == (ours if is_ours else theirs)


def test_what_was_removed_elsewhere_is_a_dispute_and_can_be_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.store.remove(PLAN, STAIRS.key, STAIRS.version)
    ramp = replace(STAIRS, text="Ramp")
    desk.saver.take(STAIRS.key, ramp)
    qtbot.waitUntil(lambda: bool(desk.disputes))
    assert desk.disputes == (Dispute(key=STAIRS.key, ours=ramp, theirs=None),)

    desk.saver.keep_ours(STAIRS.key)
    settle(qtbot, desk)

    assert desk.store.entry(STAIRS.key) == ramp


@pytest.mark.parametrize("is_ours", [True, False])
def test_what_was_changed_elsewhere_is_not_removed_in_silence(
    qtbot: QtBot, desk: Desk, is_ours: bool
) -> None:
    lift = replace(STAIRS, text="Lift")
    desk.store.change_elsewhere(lift, STAIRS.key)
    desk.saver.take(STAIRS.key, None)
    qtbot.waitUntil(lambda: bool(desk.disputes))
    assert desk.disputes == (Dispute(key=STAIRS.key, ours=None, theirs=lift),)

    choose = desk.saver.keep_ours if is_ours else desk.saver.take_theirs
    choose(STAIRS.key)
    settle(qtbot, desk)

    assert desk.store.entry(STAIRS.key) == (None if is_ours else lift)


def test_what_is_removed_and_put_back_at_once_is_saved_in_that_order(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.store.gate.clear()
    desk.saver.take(SETTING, CHARITY)
    desk.saver.take(STAIRS.key, None)
    desk.saver.take(STAIRS.key, STAIRS)
    desk.saver.take(TEA.key, None)
    desk.store.gate.set()
    settle(qtbot, desk)

    assert desk.store.entry(STAIRS.key) == STAIRS
    assert desk.store.entry(TEA.key) is None

    desk.saver.take(TEA.key, TEA)
    settle(qtbot, desk)
    assert desk.store.entry(TEA.key) == TEA
