from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import NotFound, StorageError
from advisor.models.advice import Advice
from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.plan import Choice, Decision, EntryKey, OpenAnswer, OwnAction, OwnRisk
from advisor.telling.news import News
from tests.support.drafts import CHARITY, FORMATS, GROUP, PHONE, PLAN, SETTING, a_plan
from tests.support.fake_advisor import FakeAdvisor, shipped_pack
from tests.support.waiting import PATIENCE_SECONDS
from ui.awake.tasks import Worker
from ui.plan.open_plan import OpenPlan
from ui.plan.saver import Standing

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

ACTION = ActionId("A001")
WILL = Decision(choice=Choice.WE_WILL)


class Desk:
    """An open plan over an advisor in memory, and what it reported."""

    def __init__(self) -> None:
        self.advisor = FakeAdvisor((a_plan(),))
        self.workers = Worker("test-storage"), Worker("test-thinker")
        self.plan = OpenPlan(
            cast("Advisor", self.advisor),
            shipped_pack(),
            a_plan(),
            storage=self.workers[0],
            thinker=self.workers[1],
        )
        self.advised: list[tuple[Advice, News]] = []
        self.changed: list[str] = []
        self.plan.advised.connect(lambda *of: self.advised.append(of))
        self.plan.answer_changed.connect(self.changed.append)

    def rest(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not any(worker.is_busy for worker in self.workers))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    for worker in made.workers:
        assert worker.close(PATIENCE_SECONDS)


def test_an_answer_is_saved_told_and_advised_on(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(SETTING, CHARITY)
    assert desk.changed == [SETTING]
    desk.rest(qtbot)

    assert desk.advisor.plans.plan(PLAN).answer(SETTING).value == CHARITY
    assert desk.plan.advice is desk.advised[-1][0]
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


def test_an_answer_that_changes_nothing_is_not_saved(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(SETTING, OpenAnswer.NOT_ANSWERED)
    desk.rest(qtbot)

    assert desk.changed == []
    assert desk.advisor.plans.saves == []


def test_quick_answers_are_advised_on_once_at_the_end(qtbot: QtBot, desk: Desk) -> None:
    for value in (frozenset({GROUP}), frozenset({PHONE}), frozenset({GROUP, PHONE})):
        desk.plan.say(FORMATS, value)
    desk.rest(qtbot)

    assert desk.plan.is_advice_current
    assert len(desk.advised) < 3


def test_a_note_is_saved_with_its_answer(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(SETTING, CHARITY)
    desk.plan.note(SETTING, "Registered")
    desk.rest(qtbot)

    stored = desk.advisor.plans.plan(PLAN).answer(SETTING)
    assert (stored.value, stored.note) == (CHARITY, "Registered")


def test_undo_and_redo_are_saved_like_any_answer(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)
    assert desk.plan.undo() == SETTING
    desk.rest(qtbot)
    assert desk.advisor.plans.plan(PLAN).answer(SETTING).is_open

    assert desk.plan.redo() == SETTING
    desk.rest(qtbot)
    assert desk.advisor.plans.plan(PLAN).answer(SETTING).value == CHARITY


def test_there_may_be_nothing_to_undo_or_redo(desk: Desk) -> None:
    assert desk.plan.undo() is None
    assert desk.plan.redo() is None


def test_the_newest_advice_is_kept_with_the_plan(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(FORMATS, frozenset({GROUP}))
    desk.rest(qtbot)

    desk.plan.keep_advice()
    desk.rest(qtbot)

    assert desk.advisor.plans.open_risks == {PLAN: desk.advised[-1][0].summary.risks_open}


def test_advice_is_kept_only_once(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)
    desk.plan.keep_advice()
    desk.rest(qtbot)
    desk.advisor.plans.open_risks.clear()

    desk.plan.keep_advice()
    desk.rest(qtbot)

    assert desk.advisor.plans.open_risks == {}


def test_advice_on_what_is_not_saved_is_not_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.advisor.plans.refusal = StorageError("The disk is full.")
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)

    desk.plan.keep_advice()
    desk.rest(qtbot)

    assert desk.advisor.plans.open_risks == {}
    assert desk.plan.savers.standing is Standing.NOT_SAVED


def test_a_decision_is_saved_and_advised_on(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.decide(ACTION, WILL)
    desk.rest(qtbot)

    assert desk.advisor.plans.plan(PLAN).decision(ACTION) == WILL
    assert desk.plan.plan.decision(ACTION) == WILL
    assert len(desk.advised) == 1


def test_the_same_decision_again_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.decide(ACTION, Decision())
    desk.rest(qtbot)

    assert desk.advised == []


def test_decisions_cannot_be_undone_with_answers(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.decide(ACTION, WILL)

    assert desk.plan.undo() is None
    desk.rest(qtbot)


def test_own_actions_are_added_changed_in_their_place_and_removed(qtbot: QtBot, desk: Desk) -> None:
    first, second = (
        OwnAction(id="1", text="Tea", stage="run"),
        OwnAction(id="2", text="Cake", stage="run"),
    )
    desk.plan.change_own_action(first)
    desk.plan.change_own_action(second)
    desk.plan.change_own_action(replace(first, text="Coffee"))
    desk.rest(qtbot)
    assert [own.text for own in desk.plan.plan.own_actions] == ["Coffee", "Cake"]
    assert [own.text for own in desk.advisor.plans.plan(PLAN).own_actions] == ["Coffee", "Cake"]

    desk.plan.remove_own_action("1")
    desk.rest(qtbot)

    assert [own.text for own in desk.advisor.plans.plan(PLAN).own_actions] == ["Cake"]


def test_own_risks_are_added_changed_and_removed(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.change_own_risk(OwnRisk(id="1", text="Stairs"))
    desk.plan.change_own_risk(OwnRisk(id="1", text="Steep stairs"))
    desk.rest(qtbot)
    assert [own.text for own in desk.advisor.plans.plan(PLAN).own_risks] == ["Steep stairs"]

    desk.plan.remove_own_risk("1")
    desk.rest(qtbot)

    assert desk.plan.plan.own_risks == ()
    assert desk.advisor.plans.plan(PLAN).own_risks == ()


def test_an_entry_that_cannot_be_removed_says_why(qtbot: QtBot, desk: Desk) -> None:
    heard: list[StorageError] = []
    desk.plan.savers.not_saved.connect(heard.append)
    desk.plan.change_own_risk(OwnRisk(id="1", text="Stairs"))
    desk.rest(qtbot)
    desk.advisor.plans.refusal = StorageError("The disk is full.")

    desk.plan.remove_own_risk("1")
    desk.rest(qtbot)

    assert [error.message for error in heard] == ["The disk is full."]


def test_their_answer_takes_the_place_of_ours(qtbot: QtBot, desk: Desk) -> None:
    theirs = replace(desk.plan.plan.answer(SETTING), value=OptionId("other_public_service"))
    desk.advisor.plans.save(PLAN, EntryKey.of_answer(SETTING), theirs)
    disputes: list[tuple[object, ...]] = []
    desk.plan.savers.answers.changed_elsewhere.connect(lambda *of: disputes.append(of))
    desk.plan.say(SETTING, CHARITY)
    desk.rest(qtbot)
    assert len(disputes) == 1

    desk.plan.take_theirs(SETTING, replace(theirs, version=1))
    desk.rest(qtbot)

    assert desk.plan.plan.answer(SETTING).value == "other_public_service"
    assert desk.plan.savers.standing is Standing.SAVED


def test_an_own_entry_that_is_gone_says_how_to_keep_it(desk: Desk) -> None:
    for read in (desk.plan.savers.own_actions._read, desk.plan.savers.own_risks._read):
        with pytest.raises(NotFound, match="Add it again"):
            read("nowhere")


def test_what_is_stored_is_read_by_its_id(qtbot: QtBot, desk: Desk) -> None:
    action, risk = OwnAction(id="1", text="Tea", stage="run"), OwnRisk(id="2", text="Stairs")
    desk.plan.change_own_action(action)
    desk.plan.change_own_risk(risk)
    desk.plan.decide(ACTION, WILL)
    desk.rest(qtbot)

    savers = desk.plan.savers
    assert savers.own_actions._read("1") == action
    assert savers.own_risks._read("2") == risk
    assert savers.decisions._read(ACTION) == WILL


def test_a_plan_that_is_closed_keeps_its_advice_and_says_no_more(qtbot: QtBot, desk: Desk) -> None:
    desk.plan.say(FORMATS, frozenset({GROUP}))
    desk.rest(qtbot)
    told = len(desk.advised)
    desk.plan.think()

    desk.plan.close()
    desk.rest(qtbot)

    assert PLAN in desk.advisor.plans.open_risks
    assert len(desk.advised) == told


def test_everything_that_waits_can_be_tried_again(qtbot: QtBot, desk: Desk) -> None:
    desk.advisor.plans.refusal = StorageError("The disk is full.")
    desk.plan.say(SETTING, CHARITY)
    desk.plan.decide(ACTION, WILL)
    desk.rest(qtbot)

    desk.advisor.plans.refusal = None
    desk.plan.savers.try_again()
    desk.rest(qtbot)

    assert desk.plan.savers.standing is Standing.SAVED
    assert desk.advisor.plans.plan(PLAN).decision(ACTION) == WILL
