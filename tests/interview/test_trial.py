"""Other answers on a plan that stays as it is."""

from advisor.interview.trial import Trial
from advisor.models.changes import Change
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, EntryKey, OpenAnswer
from tests.support import building

SIZE, LEADER = QuestionId("size"), QuestionId("leader")


def test_a_trial_changes_a_copy_of_the_plan_and_keeps_its_notes() -> None:
    plan = building.plan(size=15).with_entry(
        EntryKey.of_answer(SIZE), Answer(value=15, note="Sometimes more.")
    )

    tried = Trial().trying(SIZE, 8).on(plan)

    assert tried.answer(SIZE) == Answer(value=8, note="Sometimes more.")
    assert plan.answer(SIZE).value == 15


def test_what_the_plan_says_already_is_no_entry() -> None:
    plan = building.plan(size=15, leader="trained")
    trial = Trial().trying(SIZE, 15).trying(LEADER, OpenAnswer.NOT_DECIDED)

    assert set(trial.entries(plan)) == {EntryKey.of_answer(LEADER)}


def test_answers_come_and_go_one_by_one() -> None:
    change = Change(question=LEADER, before=OpenAnswer.NOT_ANSWERED, after=OptionId("trained"))

    trial = Trial().trying(SIZE, 8).with_changes([change])

    assert list(trial.answers) == [SIZE, LEADER]
    assert list(trial.without(SIZE).answers) == [LEADER]
