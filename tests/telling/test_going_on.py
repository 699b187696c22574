import datetime
from dataclasses import replace

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.marks import Mark
from advisor.models.plan import Answer, OpenAnswer, Plan
from advisor.rules.engine import advise
from advisor.services.judging import judged_by
from advisor.telling.going_on import GoOn, left_at, told_going_on
from advisor.telling.plan_lists import Sign
from tests.support.examples import example
from tests.support.fake_advisor import shipped_pack

NOON = datetime.datetime(2026, 3, 1, 12, 5).astimezone()
PACK = shipped_pack()


def summary(plan: Plan) -> PlanSummary:
    return PlanSummary(
        id=plan.id,
        title="Lowmere",
        changed=NOON,
        answered=0,
        asked=50,
        judged=judged_by(PACK, plan, advise(PACK, plan)),
        is_judged_now=True,
    )


def told(plan: Plan) -> GoOn:
    found = told_going_on(summary(plan), NOON)
    assert found is not None
    return found


def test_a_new_plan_goes_on_at_its_first_question() -> None:
    going_on = told(Plan(id=PlanId("p"), title="Lowmere"))

    section = PACK.questionnaire.sections[0].title
    assert going_on.title == "Go on with Lowmere"
    assert going_on.line.startswith(f"{section}, page 1 of ")
    assert going_on.line.endswith(" · changed today 12:05")
    assert going_on.safety == Sign(mark=Mark.NOT_SAID, words="Not said yet: 19")
    assert going_on.question == PACK.questionnaire.questions[0].id


def test_where_the_questions_were_left_comes_before_what_waits_first() -> None:
    draft = InterviewDraft(PACK.questionnaire, example(0))
    assert left_at(draft) is None
    page = next(
        page
        for section in reversed(PACK.questionnaire.sections)
        for page in draft.open_pages(section.id)
    )
    for question in draft.questions_on(page):
        draft.say(question.id, OpenAnswer.NOT_ANSWERED)
    draft.go_to(page)
    left = left_at(draft)
    assert left is not None
    assert left.question == draft.questions_on(page)[0].id

    going_on = told_going_on(summary(draft.plan), NOON, left)
    elsewhere = told_going_on(summary(draft.plan), NOON, replace(left, plan=PlanId("other")))
    assert going_on is not None
    assert elsewhere == told(draft.plan)
    assert going_on.question == left.question
    assert going_on.line.startswith(f"{left.at.section}, page {left.at.page} of {left.at.pages}")

    for silent in draft.questions_on(page):
        draft.say(silent.id, OpenAnswer.NOT_SURE)
    assert left_at(draft) is None


def test_what_waits_is_the_first_question_with_nothing_said() -> None:
    plan = example(0)
    going_on, draft = told(plan), InterviewDraft(PACK.questionnaire, plan)
    silent = [
        question.id
        for question in PACK.questionnaire.questions
        if draft.is_relevant(question.id)
        and draft.answer(question.id).value is OpenAnswer.NOT_ANSWERED
    ]
    section = PACK.questionnaire[silent[0]].section
    pages = draft.open_pages(section)
    number = pages.index(draft.page_of(silent[0])) + 1

    assert going_on.question == silent[0]
    title = PACK.questionnaire.section(section).title
    assert going_on.line.startswith(f"{title}, page {number} of {len(pages)} · ")


def test_a_plan_to_which_all_is_said_goes_on_with_its_advice() -> None:
    said = {each.id: Answer(value=OpenAnswer.NOT_SURE) for each in PACK.questionnaire.questions}
    going_on = told(Plan(id=PlanId("p"), title="Lowmere", answers=said))

    assert going_on.question is None
    assert going_on.line.startswith("All questions are answered or left open · ")


def test_what_must_be_put_right_first_is_alarming() -> None:
    of_five = summary(example(5))
    assert of_five.judged is not None
    running = replace(of_five, judged=replace(of_five.judged, is_running=True))
    going_on = told_going_on(running, NOON)

    assert going_on is not None
    n = of_five.judged.summary.gates_missing
    assert going_on.safety == Sign(mark=Mark.MISSING, words=f"Put right first: {n}")


def test_nothing_is_told_of_a_plan_that_was_changed_since_it_was_judged() -> None:
    today = summary(example(0))
    assert today.judged is not None
    older = replace(today, judged=replace(today.judged, at=None))

    for stale in (replace(today, is_judged_now=False), replace(today, judged=None), older):
        assert told_going_on(stale, NOON) is None
