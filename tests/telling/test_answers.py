from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import OpenAnswer, Plan
from advisor.telling.answers import Line, listing
from tests.support.fake_advisor import shipped_pack

FORMATS = QuestionId("formats")
GROUP_TYPE = QuestionId("group_type")


def a_draft() -> InterviewDraft:
    return InterviewDraft(shipped_pack().questionnaire, Plan(id=PlanId("plan"), title="Plan"))


def lines(draft: InterviewDraft) -> dict[QuestionId, Line]:
    return {line.question: line for group in listing(draft).groups for line in group.lines}


def test_every_question_is_listed_before_anything_is_answered() -> None:
    assert len(lines(a_draft())) == 50


def test_an_answer_is_listed_in_the_words_that_were_chosen() -> None:
    draft = a_draft()
    draft.select(FORMATS, [OptionId("telephone")])
    draft.note(FORMATS, "Two evenings")

    line = lines(draft)[FORMATS]

    assert line.answered == "One-to-one by phone"
    assert line.note == "Two evenings"
    assert not line.is_open


def test_what_was_left_open_on_purpose_is_told_from_what_was_passed_over() -> None:
    draft = a_draft()
    draft.say(QuestionId("severity"), OpenAnswer.NOT_DECIDED)

    listed = lines(draft)

    assert listed[QuestionId("severity")].is_open
    assert not listed[QuestionId("severity")].is_silent
    assert listed[QuestionId("setting")].is_silent


def test_answers_that_are_not_relevant_are_listed_apart() -> None:
    draft = a_draft()
    draft.say(GROUP_TYPE, OptionId("closed"))
    draft.select(FORMATS, [OptionId("telephone")])

    assert GROUP_TYPE not in lines(draft)
    assert [line.question for line in listing(draft).inactive] == [GROUP_TYPE]


def test_each_section_tells_how_far_it_is() -> None:
    draft = a_draft()
    draft.say(QuestionId("setting"), OptionId("charity_or_community"))

    first = listing(draft).groups[0]

    assert first.progress.answered == 1
    assert first.title.startswith("Quick start")
