from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.plan import OpenAnswer
from advisor.telling.steps import told_steps
from tests.support.drafts import a_draft


def test_every_section_is_a_numbered_step() -> None:
    draft = a_draft()

    steps = told_steps(draft)

    assert [step.section for step in steps] == [each.id for each in draft.questionnaire.sections]
    assert [step.number for step in steps] == ["1", "2", "3", "4", "5", "6"]
    assert [step.title for step in steps][:2] == ["Quick start", "Mothers"]
    assert steps[0].whole_title == "Quick start: the shape of your programme"
    assert steps[1].name == "2. Mothers"


def test_a_step_says_how_far_it_is_and_which_is_open() -> None:
    draft = a_draft()
    draft.say(QuestionId("team"), OptionId("paid_team"))
    mothers = SectionId("mothers")
    draft.resume(mothers)
    for question in draft.questionnaire.in_section(mothers):
        draft.say(question.id, OpenAnswer.NOT_SURE)

    start, here, *others = told_steps(draft)

    asked = draft.progress(SectionId("start")).asked
    assert (start.count, start.state) == (f"1/{asked}", f"1 of {asked} answered")
    assert (start.is_done, start.is_current) == (False, False)
    assert (here.is_done, here.is_current) == (True, True)
    left = draft.progress(mothers).left_open
    assert here.state == f"0 of {left} answered, {left} left open, current section"
    assert not any(step.is_current for step in others)
