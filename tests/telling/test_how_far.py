from dataclasses import replace

import pytest

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import OptionId, QuestionId, SectionId
from advisor.models.marks import Mark
from advisor.models.plan import OpenAnswer
from advisor.models.questionnaire import QuestionKind
from advisor.telling.how_far import (
    SectionState,
    left_in_section,
    tell_quick_start,
    told_how_far,
)
from tests.support.drafts import a_draft

START, MOTHERS = SectionId("start"), SectionId("mothers")


def complete(draft: InterviewDraft, section: SectionId) -> None:
    for question in draft.questionnaire.in_section(section):
        draft.say(question.id, OpenAnswer.NOT_SURE)


def states(draft: InterviewDraft) -> dict[SectionId, SectionState]:
    return {state.section: state for state in told_how_far(draft).sections}


def test_the_sections_of_a_blank_plan_are_not_started() -> None:
    draft = a_draft()

    told = states(draft)

    assert list(told) == [section.id for section in draft.questionnaire.sections]
    assert {state.mark for state in told.values()} == {Mark.NOT_STARTED}
    assert told[START].words == f"0 of {draft.progress(START).asked} answered"


def test_each_section_says_how_far_it_is() -> None:
    draft = a_draft()
    draft.say(QuestionId("team"), OptionId("paid_team"))
    complete(draft, MOTHERS)

    told = states(draft)

    assert told[START].mark is Mark.IN_PROGRESS
    assert told[START].words == f"1 of {draft.progress(START).asked} answered"
    assert told[MOTHERS].mark is Mark.COMPLETED
    asked = draft.progress(MOTHERS).asked
    assert told[MOTHERS].words == f"0 of {asked} answered, {asked} left open"


def test_the_whole_plan_says_how_far_it_is() -> None:
    draft = a_draft()
    draft.say(QuestionId("team"), OptionId("paid_team"))
    complete(draft, MOTHERS)

    told = told_how_far(draft)

    assert told.progress == draft.progress()
    left = draft.progress(MOTHERS).left_open
    assert told.words == f"1 of {told.progress.asked} answered, {left} left open"


@pytest.mark.parametrize(
    ("done", "waiting"), [((), START), ((START,), MOTHERS), ((MOTHERS,), START)]
)
def test_the_first_section_that_is_not_completed_waits(
    done: tuple[SectionId, ...], waiting: SectionId
) -> None:
    draft = a_draft()
    for section in done:
        complete(draft, section)

    assert told_how_far(draft).waiting == waiting


def test_nothing_waits_when_every_section_is_completed() -> None:
    draft = a_draft()
    for section in draft.questionnaire.sections:
        complete(draft, section.id)

    assert told_how_far(draft).waiting is None


def test_the_quick_start_is_counted_from_what_is_asked() -> None:
    draft = a_draft()
    questionnaire = draft.questionnaire
    first, elsewhere = questionnaire.core[0], questionnaire.questions[-1]
    short = replace(questionnaire, questions=(first, elsewhere))

    assert draft.progress(first.section).asked == 19
    assert tell_quick_start(questionnaire) == ("Quick start: 19 questions at most, about 7 minutes")
    assert tell_quick_start(short) == "Quick start: 1 question at most, about 1 minute"


def test_what_is_left_is_told_with_its_sections_and_pages() -> None:
    draft = a_draft()
    for section in draft.questionnaire.sections:
        complete(draft, section.id)
    asked = draft.progress().asked
    assert told_how_far(draft).left.startswith(f"{asked} questions are not answered: ")

    for question in draft.questionnaire.questions:
        if question.options and question.id not in ("team", "severity"):
            first_option = question.options[0].id
            is_multiple = question.kind is QuestionKind.MULTIPLE
            draft.say(question.id, frozenset({first_option}) if is_multiple else first_option)
        elif question.kind is QuestionKind.NUMBER:
            draft.say(question.id, question.minimum)
        elif question.kind is QuestionKind.YES_NO:
            draft.say(question.id, True)
    first, second = (draft.page_of(QuestionId(each)) for each in ("team", "severity"))
    pages = draft.open_pages(START)
    numbers = sorted({pages.index(first) + 1, pages.index(second) + 1})

    assert told_how_far(draft).left == "2 questions are not answered: 2 in “Quick start”."
    assert left_in_section(draft, START) == (
        f"2 questions of this section are not answered, on pages {numbers[0]} and {numbers[1]}."
    )
    assert left_in_section(draft, MOTHERS) == ""
