import datetime
from dataclasses import replace

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary, judged_of
from advisor.models.plan import Answer, OpenAnswer, Plan
from advisor.telling.going_on import told_going_on
from tests.support.examples import advice_on_example, example
from tests.support.fake_advisor import shipped_pack

NOON = datetime.datetime(2026, 3, 1, 12, 5).astimezone()
PACK = shipped_pack()
SUMMARY = PlanSummary(id=PlanId("p"), title="Lowmere", changed=NOON, answered=0, asked=50)


def test_a_new_plan_goes_on_at_its_first_question() -> None:
    told = told_going_on(PACK, Plan(id=PlanId("p"), title="Lowmere"), SUMMARY, NOON)

    section = PACK.questionnaire.sections[0].title
    assert told.title == "Go on with Lowmere"
    assert told.line.startswith(f"{section}, page 1 of ")
    assert told.line.endswith("changed today 12:05 · No advice yet")
    assert told.question == PACK.questionnaire.questions[0].id


def test_what_waits_is_the_first_question_with_nothing_said() -> None:
    plan = example(0)
    told = told_going_on(PACK, plan, SUMMARY, NOON)
    draft = InterviewDraft(PACK.questionnaire, plan)
    silent = [
        question.id
        for question in PACK.questionnaire.questions
        if draft.is_relevant(question.id)
        and draft.answer(question.id).value is OpenAnswer.NOT_ANSWERED
    ]

    assert told.question == silent[0]


def test_a_plan_to_which_all_is_said_goes_on_with_its_advice() -> None:
    said = {each.id: Answer(value=OpenAnswer.NOT_SURE) for each in PACK.questionnaire.questions}
    plan = Plan(id=PlanId("p"), title="Lowmere", answers=said)
    told = told_going_on(PACK, plan, SUMMARY, NOON)

    assert told.question is None
    assert told.line.startswith("All questions are answered or left open · ")


def test_what_must_be_put_right_first_is_alarming() -> None:
    judged = replace(judged_of(advice_on_example(5)), is_running=True)
    told = told_going_on(PACK, example(5), replace(SUMMARY, judged=judged), NOON)

    assert told.is_alarming
    assert told.line.endswith(f"Put right first: {judged.summary.gates_missing}")
    assert not told_going_on(PACK, example(5), SUMMARY, NOON).is_alarming
