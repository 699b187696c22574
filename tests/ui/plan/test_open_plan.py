import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import StorageError
from advisor.models.advice import Advice
from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    Entry,
    EntryKey,
    OpenAnswer,
    OwnAction,
    OwnRisk,
    Plan,
    PlanName,
)
from advisor.models.stored import Unsaved
from advisor.services.judging import judged_by
from advisor.telling.news import News
from tests.support.drafts import CHARITY, FORMATS, GROUP, PHONE, PLAN, SETTING, a_plan
from tests.support.fake_advisor import FakeAdvisor, FakeUnsaved, shipped_pack
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.plan.open_plan import OpenPlan
from ui.plan.save_queue import SaveState

ACTION = ActionId("A001")
DECISION, OTHER = EntryKey.of_decision(ACTION), EntryKey.of_decision(ActionId("A002"))
WILL = Decision(choice=Choice.WE_WILL)


def says_the_same(one: Plan, other: Plan) -> bool:
    """Whether two plans say the same, an empty answer and none alike."""
    keys = {key for plan in (one, other) for key, _ in plan.entries()}
    return all(one.entry(key) == other.entry(key) for key in keys)


class Desk:
    """An open plan over an advisor in memory, and what it reported."""

    def __init__(self) -> None:
        self.advisor = FakeAdvisor((a_plan(),))
        self.workers = Worker("test-storage"), Worker("test-thinker")
        self.plan = OpenPlan(
            self.advisor,
            shipped_pack(),
            a_plan(),
            storage=self.workers[0],
            thinker=self.workers[1],
        )
        self.advised: list[tuple[Advice, News]] = []
        self.changed: list[EntryKey] = []
        self.plan.advised.connect(lambda *of: self.advised.append(of))
        self.plan.entry_changed.connect(self.changed.append)

    def rest(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not any(worker.is_busy for worker in self.workers))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    for worker in made.workers:
        assert worker.close(PATIENCE_SECONDS)


TEA = OwnAction(id="1", text="Tea", stage="run")
ANSWER = EntryKey.of_answer(SETTING)
STEPS: dict[str, tuple[Callable[[OpenPlan], object], EntryKey, Entry]] = {
    "an answer": (lambda plan: plan.say(SETTING, CHARITY), ANSWER, Answer(value=CHARITY)),
    "a note": (lambda plan: plan.note(SETTING, "Soon"), ANSWER, Answer(note="Soon")),
    "a decision": (lambda plan: plan.change(DECISION, WILL), DECISION, WILL),
    "an own action": (lambda plan: plan.change(TEA.key, TEA), TEA.key, TEA),
    "a name": (
        lambda plan: plan.rename("Highmere", "In two towns."),
        EntryKey.of_plan(PLAN),
        PlanName(title="Highmere", description="In two towns."),
    ),
}


@pytest.mark.parametrize(("step", "key", "entry"), STEPS.values(), ids=STEPS)
def test_every_step_is_saved_told_and_advised_on(
    qtbot: QtBot, desk: Desk, step: Callable[[OpenPlan], object], key: EntryKey, entry: Entry
) -> None:
    step(desk.plan)
    assert desk.changed == [key]
    desk.rest(qtbot)

    assert desk.plan.plan.entry(key) == desk.advisor.plans.plan(PLAN).entry(key) == entry
    assert [advice for advice, _ in desk.advised] == [desk.plan.advice]
    assert desk.plan.is_advice_current


def test_a_multiple_choice_keeps_its_rules(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(QuestionId("mother_groups"), frozenset({OptionId("young")}))
    desk.plan.say(
        QuestionId("mother_groups"),
        frozenset({OptionId("young"), OptionId("no_special_group")}),
    )

    answer = desk.plan.plan.answer(QuestionId("mother_groups"))
    assert answer.value == frozenset({OptionId("no_special_group")})
    desk.rest(qtbot)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(lambda plan: plan.say(SETTING, OpenAnswer.NOT_ANSWERED), id="an answer"),
        pytest.param(lambda plan: plan.change(DECISION, Decision()), id="a decision"),
    ],
)
def test_what_changes_nothing_is_neither_saved_nor_advised_on(
    qtbot: QtBot, desk: Desk, step: Callable[[OpenPlan], object]
) -> None:
    step(desk.plan)
    desk.rest(qtbot)

    assert (desk.changed, desk.advised, desk.advisor.plans.saves) == ([], [], [])


def test_quick_answers_are_advised_on_once_at_the_end(qtbot: QtBot, desk: Desk) -> None:
    for value in (frozenset({GROUP}), frozenset({PHONE}), frozenset({GROUP, PHONE})):
        desk.plan.say(FORMATS, value)
    desk.rest(qtbot)

    assert desk.plan.is_advice_current
    assert len(desk.advised) < 3


def test_the_newest_advice_is_kept_with_the_plan(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(FORMATS, frozenset({GROUP}))
    desk.rest(qtbot)

    desk.plan.keep_advice()
    desk.rest(qtbot)

    kept = judged_by(shipped_pack(), desk.plan.plan, desk.advised[-1][0])
    assert desk.advisor.plans.judged == {PLAN: kept}
    assert kept.at is not None


def test_advice_is_kept_only_once(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)
    desk.plan.keep_advice()
    desk.rest(qtbot)
    desk.advisor.plans.judged.clear()

    desk.plan.keep_advice()
    desk.rest(qtbot)

    assert desk.advisor.plans.judged == {}


def test_advice_on_what_is_not_saved_is_not_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.advisor.plans.refusal = StorageError("The disk is full.")
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)

    desk.plan.keep_advice()
    desk.rest(qtbot)

    assert desk.advisor.plans.judged == {}
    assert desk.plan.saver.state is SaveState.NOT_SAVED


def test_advice_that_could_not_be_kept_is_kept_another_time_without_a_word(
    qtbot: QtBot, desk: Desk
) -> None:
    told: list[object] = []
    desk.workers[0].refused.connect(told.append)
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)
    desk.advisor.plans.refusal = StorageError("The disk is full.")
    desk.plan.keep_advice()
    desk.rest(qtbot)
    desk.advisor.plans.refusal = None

    desk.plan.keep_advice()
    desk.rest(qtbot)

    assert told == []
    assert desk.advisor.plans.judged.keys() == {PLAN}


def test_what_waits_for_a_team_s_server_is_on_the_disk_at_once(qtbot: QtBot, desk: Desk) -> None:
    desk.advisor.is_shared = True
    desk.advisor.unsaved = kept = FakeUnsaved()
    silent, seen = threading.Event(), list[Unsaved]()
    desk.workers[0].run(silent.wait)
    desk.plan.say(SETTING, CHARITY)
    qtbot.waitUntil(lambda: not desk.workers[1].is_busy)
    seen += kept.kept
    silent.set()
    desk.rest(qtbot)

    assert [each.value for each in seen] == [Answer(value=CHARITY)]
    assert kept.kept == []


def test_own_entries_are_added_changed_in_their_place_and_removed(qtbot: QtBot, desk: Desk) -> None:
    first, second = OwnRisk(id="1", text="Stairs"), OwnRisk(id="2", text="Floods")
    for own in (first, second, replace(first, text="Steep stairs")):
        desk.plan.change(own.key, own)
    desk.rest(qtbot)
    for plan in (desk.plan.plan, desk.advisor.plans.plan(PLAN)):
        assert [own.text for own in plan.own_risks] == ["Steep stairs", "Floods"]

    desk.plan.remove(first.key)
    desk.rest(qtbot)

    for plan in (desk.plan.plan, desk.advisor.plans.plan(PLAN)):
        assert plan.own_risks == (second,)


def test_every_step_is_undone_and_done_again_and_saved(qtbot: QtBot, desk: Desk) -> None:
    tea = OwnAction(id="1", text="Tea", stage="run")
    desk.plan.say(SETTING, CHARITY)
    desk.plan.change_all({DECISION: WILL, OTHER: WILL})
    desk.plan.change(DECISION, replace(WILL, owner="Jo"))
    desk.plan.change(tea.key, tea)
    desk.plan.remove(tea.key)
    desk.plan.rename("New name", "")
    desk.rest(qtbot)
    end = desk.plan.plan

    seen = [end]
    while desk.plan.undo():
        desk.rest(qtbot)
        assert says_the_same(desk.advisor.plans.plan(PLAN), desk.plan.plan)
        seen.append(desk.plan.plan)
    assert len(seen) == 7
    assert says_the_same(desk.plan.plan, a_plan())

    while desk.plan.redo():
        desk.rest(qtbot)
    assert desk.plan.plan == end
    assert says_the_same(desk.advisor.plans.plan(PLAN), end)
    assert desk.plan.saver.disputes == ()


def test_an_undone_step_tells_of_every_entry_in_it(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.change_all({DECISION: WILL, OTHER: WILL})
    desk.changed.clear()

    desk.plan.undo()
    desk.rest(qtbot)

    assert set(desk.changed) == {DECISION, OTHER}


def test_their_entry_takes_the_place_of_ours_and_cannot_be_undone(qtbot: QtBot, desk: Desk) -> None:
    theirs = Answer(value=OptionId("other_public_service"))
    desk.advisor.plans.save(PLAN, EntryKey.of_answer(SETTING), theirs)
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)
    (dispute,) = desk.plan.saver.disputes

    desk.plan.take_theirs(dispute)
    desk.rest(qtbot)

    assert desk.plan.plan.answer(SETTING) == theirs
    assert desk.plan.undo() == ()
    assert desk.plan.saver.state is SaveState.SAVED
    assert desk.advisor.plans.forgotten == [(PLAN, EntryKey.of_answer(SETTING))]


def test_a_plan_that_is_closed_keeps_its_advice_and_says_no_more(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(FORMATS, frozenset({GROUP}))
    desk.rest(qtbot)
    told = len(desk.advised)
    desk.plan.think()

    desk.plan.close()
    desk.rest(qtbot)

    assert PLAN in desk.advisor.plans.judged
    assert len(desk.advised) == told


def test_what_a_page_hands_over_once_its_plan_is_closed_is_saved_and_not_advised_on(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.rest(qtbot)
    told = len(desk.advised)

    desk.plan.close()
    desk.plan.note(SETTING, "Written while the page went")
    desk.rest(qtbot)

    assert desk.plan.saver.state is SaveState.SAVED
    assert len(desk.advised) == told
