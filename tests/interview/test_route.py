from dataclasses import replace
from types import MappingProxyType

import pytest

from advisor.interview.route import (
    Progress,
    Standing,
    is_relevant,
    pages,
    progress,
    relevant_on,
)
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer, Plan
from advisor.models.questionnaire import QuestionKind, Questionnaire, Section
from tests.interview.conftest import MORE, START, options, question
from tests.support.examples import example
from tests.support.shipped import shipped_pack


def plan_with(**answers: GivenAnswer | OpenAnswer) -> Plan:
    given = {QuestionId(name): Answer(value=value) for name, value in answers.items()}
    return Plan(id=PlanId("plan"), title="Plan", answers=MappingProxyType(given))


GROUP = frozenset({OptionId("group")})
PHONE = frozenset({OptionId("telephone")})


def test_a_question_never_shares_a_page_with_one_that_decides_whether_it_is_asked(
    questionnaire: Questionnaire,
) -> None:
    first, second = pages(questionnaire, START, plan_with().answer)

    assert first.questions == ("formats",)
    assert second.questions == ("group_type", "setting")


def test_related_questions_share_a_page(questionnaire: Questionnaire) -> None:
    (page,) = pages(questionnaire, MORE, plan_with().answer)

    assert page.questions == ("group_size", "easy_change")
    assert page.number == 0


def _many(count: int, width: int) -> Questionnaire:
    among = options(*(f"o{number}" for number in range(width)))
    return Questionnaire(
        sections=(Section(id=START, title="Start", intro=""),),
        questions=tuple(
            question(f"q{number}", QuestionKind.SINGLE, among=among) for number in range(count)
        ),
    )


def _on_each(count: int, width: int) -> list[int]:
    """Say how many questions each page holds, of so many with so many options each."""
    return [len(page.questions) for page in pages(_many(count, width), START, plan_with().answer)]


def test_a_page_holds_at_most_four_questions() -> None:
    assert _on_each(6, 2) == [4, 2]


def test_a_page_holds_fewer_questions_when_they_are_long() -> None:
    assert _on_each(4, 4) == [2, 2]
    assert _on_each(4, 12) == [1, 1, 1, 1]


def test_no_question_stands_alone_that_could_stand_with_another() -> None:
    assert _on_each(5, 2) == [3, 2]
    # A page may be a little taller for it.
    assert _on_each(2, 9) == [2]
    assert _on_each(2, 11) == [1, 1]


def test_a_question_longer_than_a_page_still_gets_one() -> None:
    assert _on_each(2, 40) == [1, 1]


@pytest.mark.parametrize("number", range(8))
def test_only_three_questions_of_ours_stand_alone(number: int) -> None:
    """The first is followed by one that depends on it, the last follows one; one is too long."""
    plan, asked = example(number), shipped_pack().questionnaire
    alone = set()
    for section in asked.sections:
        for page in pages(asked, section.id, plan.answer):
            here = relevant_on(asked, page, plan.answer)
            alone |= {each.id for each in here if len(here) == 1}

    assert alone <= {"ways_in", "training_topics", "online_hours"}


def test_what_is_answered_in_a_section_never_moves_its_questions() -> None:
    asked = shipped_pack().questionnaire
    plan = example(3)
    for section in asked.sections:
        before = pages(asked, section.id, plan.answer)
        assert [each for page in before for each in page.questions] == [
            each.id for each in asked.in_section(section.id)
        ]
        for each in asked.in_section(section.id):
            others = {key: given for key, given in plan.answers.items() if key != each.id}
            silent = replace(plan, answers=others)
            assert pages(asked, section.id, silent.answer) == before


@pytest.mark.parametrize(
    ("formats", "asked"),
    [
        (GROUP, True),
        (PHONE, False),
        (OpenAnswer.NOT_DECIDED, True),
        (OpenAnswer.NOT_ANSWERED, True),
    ],
)
def test_a_question_is_asked_unless_the_answers_rule_it_out(
    questionnaire: Questionnaire, formats: GivenAnswer | OpenAnswer, asked: bool
) -> None:
    plan = plan_with(formats=formats)

    assert is_relevant(questionnaire, QuestionId("group_type"), plan.answer) is asked


def test_a_question_without_a_condition_is_always_asked(questionnaire: Questionnaire) -> None:
    assert is_relevant(questionnaire, QuestionId("setting"), plan_with().answer)


def test_a_page_leaves_out_what_is_not_asked(questionnaire: Questionnaire) -> None:
    page = pages(questionnaire, MORE, plan_with().answer)[0]

    asked = relevant_on(questionnaire, page, plan_with(formats=PHONE).answer)

    assert [question.id for question in asked] == ["easy_change"]


def test_progress_counts_answers_and_what_was_left_open_on_purpose(
    questionnaire: Questionnaire,
) -> None:
    plan = plan_with(formats=GROUP, setting=OpenAnswer.NOT_DECIDED, easy_change=True)

    so_far = progress(questionnaire, questionnaire.questions, plan.answer)

    assert so_far == Progress(answered=1, left_open=1, asked=4)
    assert so_far.attended == 2


@pytest.mark.parametrize(
    ("so_far", "standing"),
    [
        (Progress(answered=0, left_open=0, asked=3), Standing.NOT_STARTED),
        (Progress(answered=0, left_open=1, asked=3), Standing.IN_PROGRESS),
        (Progress(answered=2, left_open=1, asked=3), Standing.COMPLETED),
        (Progress(answered=0, left_open=0, asked=0), Standing.COMPLETED),
    ],
)
def test_a_section_is_completed_when_everything_was_attended_to(
    so_far: Progress, standing: Standing
) -> None:
    assert so_far.standing is standing
