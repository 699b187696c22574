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


def plan_with(**answers: GivenAnswer | OpenAnswer) -> Plan:
    given = {QuestionId(name): Answer(value=value) for name, value in answers.items()}
    return Plan(id=PlanId("plan"), title="Plan", answers=MappingProxyType(given))


GROUP = frozenset({OptionId("group")})
PHONE = frozenset({OptionId("telephone")})


def test_a_question_never_shares_a_page_with_one_that_decides_whether_it_is_asked(
    questionnaire: Questionnaire,
) -> None:
    first, second = pages(questionnaire, START)

    assert first.questions == ("formats",)
    assert second.questions == ("group_type", "setting")


def test_related_questions_share_a_page(questionnaire: Questionnaire) -> None:
    (page,) = pages(questionnaire, MORE)

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


def test_a_page_holds_at_most_four_questions() -> None:
    assert [len(page.questions) for page in pages(_many(6, 2), START)] == [4, 2]


def test_a_page_holds_fewer_questions_when_they_are_long() -> None:
    assert [len(page.questions) for page in pages(_many(4, 8), START)] == [1, 1, 1, 1]


def test_a_question_longer_than_a_page_still_gets_one() -> None:
    assert [len(page.questions) for page in pages(_many(2, 40), START)] == [1, 1]


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
    page = pages(questionnaire, MORE)[0]

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
