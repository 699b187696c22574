"""One condition, one plan, three values."""

import pytest

from advisor.models.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    IsAnyOf,
    Not,
)
from advisor.models.explanation import GroupExplained, Operator, TestExplained, Truth
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import UNANSWERED, Answer, OpenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.judging import Explainer, relevance
from tests.support import building

A, B, C = OptionId("a"), OptionId("b"), OptionId("c")
ONE, SOME, YES, SIZE = map(QuestionId, ("one", "some", "yes", "size"))
GATED, DEEPER = QuestionId("gated"), QuestionId("deeper")

HOLDS: Condition = Is(ONE, A)
FAILS: Condition = Is(ONE, B)
OPEN: Condition = Is(YES, True)


def questionnaire() -> Questionnaire:
    return building.pack(
        [
            building.single("one", "a", "b", "c"),
            building.multiple("some", "a", "b", "c"),
            building.yes_no("yes"),
            building.number("size", 0, 40),
            building.multiple("gated", "a", "b", ask_when=Is(YES, True)),
            building.yes_no("deeper", ask_when=Includes(GATED, A)),
        ]
    ).questionnaire


def judged(condition: Condition, plan: Plan) -> Truth:
    return Explainer(plan.answer, questionnaire()).explain(condition).truth


ANSWERED = building.plan(one="a", some={"a", "b"}, size=7)


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        (Is(ONE, A), True),
        (Is(ONE, B), False),
        (IsAnyOf(ONE, (B, A)), True),
        (IsAnyOf(ONE, (B, C)), False),
        (Includes(SOME, A), True),
        (Includes(SOME, C), False),
        (IncludesAnyOf(SOME, (B, C)), True),
        (IncludesAnyOf(SOME, (C,)), False),
        (IncludesNoneOf(SOME, (C,)), True),
        (IncludesNoneOf(SOME, (B, C)), False),
        (AtLeast(SIZE, 7), True),
        (AtLeast(SIZE, 8), False),
        (AtMost(SIZE, 7), True),
        (AtMost(SIZE, 6), False),
    ],
)
def test_a_test_looks_at_the_answer_that_was_given(test: Condition, holds: bool) -> None:
    assert judged(test, ANSWERED) is (Truth.HOLDS if holds else Truth.FAILS)


@pytest.mark.parametrize("value", [*OpenAnswer])
@pytest.mark.parametrize("test", [Is(YES, True), Is(YES, False)])
def test_an_open_answer_leaves_a_test_open(test: Condition, value: OpenAnswer) -> None:
    assert judged(test, building.plan(yes=value)) is Truth.OPEN


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (AllOf((HOLDS, HOLDS)), Truth.HOLDS),
        (AllOf((HOLDS, OPEN)), Truth.OPEN),
        (AllOf((OPEN, FAILS)), Truth.FAILS),
        (AllOf(()), Truth.HOLDS),
        (AnyOf((FAILS, FAILS)), Truth.FAILS),
        (AnyOf((FAILS, OPEN)), Truth.OPEN),
        (AnyOf((OPEN, HOLDS)), Truth.HOLDS),
        (AnyOf(()), Truth.FAILS),
        (Not(HOLDS), Truth.FAILS),
        (Not(FAILS), Truth.HOLDS),
        (Not(OPEN), Truth.OPEN),
    ],
)
def test_groups_join_three_values(condition: Condition, truth: Truth) -> None:
    assert judged(condition, ANSWERED) is truth


def test_a_hidden_question_makes_every_test_false_whatever_answer_it_keeps() -> None:
    plan = building.plan(yes=False, gated={"b"}, deeper=True)

    assert judged(Includes(GATED, B), plan) is Truth.FAILS
    assert judged(IncludesNoneOf(GATED, (A,)), plan) is Truth.FAILS
    assert judged(Is(DEEPER, True), plan) is Truth.FAILS


def test_a_gate_that_is_open_leaves_open_only_what_would_hold() -> None:
    plan = building.plan(gated={"b"})

    assert judged(Includes(GATED, B), plan) is Truth.OPEN
    assert judged(Includes(GATED, A), plan) is Truth.FAILS


def test_relevance_follows_chains_of_gates() -> None:
    plan = building.plan(yes=True, gated={"a"})
    hidden = building.plan(yes=False, gated={"a"})

    assert relevance(DEEPER, plan.answer, questionnaire()) is Truth.HOLDS
    assert relevance(DEEPER, hidden.answer, questionnaire()) is Truth.FAILS
    assert relevance(DEEPER, building.plan().answer, questionnaire()) is Truth.OPEN
    assert relevance(YES, building.plan().answer, questionnaire()) is Truth.HOLDS


def test_an_explanation_keeps_the_shape_of_the_condition_and_the_answers_used() -> None:
    plan = building.plan(one="a", yes=False, gated={"b"}, size=OpenAnswer.NOT_SURE)
    condition = AllOf((Is(ONE, A), Not(Includes(GATED, B)), AnyOf((AtLeast(SIZE, 3),))))

    explanation = Explainer(plan.answer, questionnaire()).explain(condition)

    assert explanation == GroupExplained(
        operator=Operator.ALL,
        truth=Truth.OPEN,
        parts=(
            TestExplained(test=Is(ONE, A), answer=Answer(value=A), truth=Truth.HOLDS),
            GroupExplained(
                operator=Operator.NOT,
                truth=Truth.HOLDS,
                parts=(
                    TestExplained(
                        test=Includes(GATED, B),
                        answer=UNANSWERED,
                        truth=Truth.FAILS,
                        hidden=True,
                    ),
                ),
            ),
            GroupExplained(
                operator=Operator.ANY,
                truth=Truth.OPEN,
                parts=(
                    TestExplained(
                        test=AtLeast(SIZE, 3),
                        answer=Answer(value=OpenAnswer.NOT_SURE),
                        truth=Truth.OPEN,
                    ),
                ),
            ),
        ),
    )
