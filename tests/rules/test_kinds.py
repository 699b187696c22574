"""Which answers some tests can tell apart."""

from hypothesis import given

from advisor.models.conditions import (
    AtLeast,
    AtMost,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    Test,
)
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import GivenAnswer
from advisor.models.questionnaire import Question, QuestionKind
from advisor.rules.kinds import kind_of, kinds_of_answers, nearest_of_kinds
from tests.support import building
from tests.support.packs import possible_answers, questions_and_tests


def ids(*names: str) -> frozenset[OptionId]:
    return frozenset(map(OptionId, names))


def distance(one: GivenAnswer, other: GivenAnswer) -> int:
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return len(one ^ other)
    if isinstance(one, int) and isinstance(other, int):
        return abs(one - other)
    return int(one != other)


@given(questions_and_tests())
def test_there_is_one_answer_of_every_kind_and_the_closest_one(
    case: tuple[Question, list[Test], GivenAnswer],
) -> None:
    question, tests, near = case
    possible = possible_answers(question)

    kinds = kinds_of_answers(question, tests, near)

    assert set(kinds) == {kind_of(tests, answer) for answer in possible}
    assert kinds[kind_of(tests, near)] == near
    for kind, answer in kinds.items():
        same = [other for other in possible if kind_of(tests, other) == kind]
        assert answer in same
        assert distance(answer, near) == min(distance(other, near) for other in same)


@given(questions_and_tests())
def test_the_closest_answers_of_a_kind_are_all_found(
    case: tuple[Question, list[Test], GivenAnswer],
) -> None:
    question, tests, near = case
    possible = possible_answers(question)

    nearest = nearest_of_kinds(question, tests, near, most=1000)

    for kind, answers in nearest.items():
        same = [other for other in possible if kind_of(tests, other) == kind]
        least = min(distance(other, near) for other in same)
        closest = {other for other in same if distance(other, near) == least}
        assert len(answers) == len(set(answers))
        assert set(answers) == closest or question.kind is QuestionKind.NUMBER


def test_a_number_has_a_kind_for_every_interval_between_thresholds() -> None:
    question = building.number("size", 2, 40)
    tests: list[Test] = [AtLeast(question.id, 11), AtLeast(question.id, 16), AtMost(question.id, 4)]

    kinds = kinds_of_answers(question, tests)

    assert list(kinds.values()) == [2, 5, 11, 16]


def test_a_threshold_outside_the_range_makes_no_kind() -> None:
    question = building.number("size", 2, 40)

    assert list(kinds_of_answers(question, [AtLeast(question.id, 50)]).values()) == [2]


def test_many_options_that_no_test_names_are_one_kind() -> None:
    question = building.multiple("topics", *(f"o{n}" for n in range(30)))
    tests = [Includes(question.id, OptionId("o7"))]

    assert list(kinds_of_answers(question, tests).values()) == [ids("o0"), ids("o7")]


def test_an_exclusive_option_stands_alone() -> None:
    question = building.multiple("steps", "talk", "none", exclusive=["none"])
    tests = [Includes(question.id, OptionId("talk")), Includes(question.id, OptionId("none"))]

    assert list(kinds_of_answers(question, tests).values()) == [ids("talk"), ids("none")]


def test_a_set_is_never_empty() -> None:
    question = building.multiple("formats", "group", "phone")
    tests: list[Test] = [
        IncludesAnyOf(question.id, (OptionId("group"), OptionId("phone"))),
        IncludesNoneOf(question.id, (OptionId("group"),)),
    ]

    assert set(kinds_of_answers(question, tests)) == {0b01, 0b11}


def test_a_yes_no_question_has_two_kinds() -> None:
    question = building.yes_no("agreed")

    kinds = kinds_of_answers(question, [Is(QuestionId("agreed"), True)])

    assert kinds == {1: True, 0: False}
