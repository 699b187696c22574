"""Which answers to one question a set of tests can tell apart.

Two answers are of one kind when they pass the same tests. A rule sees only the kind, so one
answer of each is all that has to be tried. A kind is a whole number: bit *i* says whether
the *i*-th test passes.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from advisor.models.conditions import (
    AtLeast,
    AtMost,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Test,
)
from advisor.models.ids import OptionId
from advisor.models.plan import GivenAnswer
from advisor.models.questionnaire import Option, Question, QuestionKind
from advisor.rules.judging import passes, touches

Kind = int


def kinds_of_answers(
    question: Question, tests: Sequence[Test], near: GivenAnswer | None = None
) -> dict[Kind, GivenAnswer]:
    """Return one answer of every kind that can be given to a question.

    The answer is the one closest to ``near``: the fewest boxes to tick or untick, the
    smallest step of a number. Ties go to what comes first in the question.
    """
    nearest = nearest_of_kinds(question, tests, near, most=1)
    return {kind: answers[0] for kind, answers in nearest.items()}


def nearest_of_kinds(
    question: Question, tests: Sequence[Test], near: GivenAnswer | None, *, most: int
) -> dict[Kind, list[GivenAnswer]]:
    """Return the answers of every kind that are closest to ``near``, ``most`` of each at most.

    Of numbers only one is returned: the threshold says the rest.
    """
    match question.kind:
        case QuestionKind.SINGLE:
            return _some_of_each((option.id for option in question.options), tests, near, most)
        case QuestionKind.YES_NO:
            return _some_of_each((True, False), tests, near, most)
        case QuestionKind.NUMBER:
            return _some_of_each(_numbers(question, tests, near), tests, near, 1)
        case QuestionKind.MULTIPLE:
            return _sets_of_each(question, tests, near, most)
        case _:
            assert_never(question.kind)


def kind_of(tests: Sequence[Test], given: GivenAnswer) -> Kind:
    """Return the kind of one answer."""
    return sum(passes(test, given) << place for place, test in enumerate(tests))


def kinds_with(question: Question, tests: Sequence[Test], option: Option) -> frozenset[Kind]:
    """Return the kinds of the answers to a multiple choice in which an option is chosen."""
    mark = _touched(tests, frozenset((option.id,)))
    found = {mark}
    if not option.exclusive:
        for other in question.options:
            if not other.exclusive:
                beside = _touched(tests, frozenset((other.id,)))
                found |= {kind | beside for kind in found}
    nones = _nones(tests)
    return frozenset(kind ^ nones for kind in found)


def intervals(question: Question, tests: Sequence[Test]) -> list[tuple[int, int]]:
    """Return the least and the most of the numbers that the tests cannot tell apart."""
    starts = {question.minimum}
    for test in tests:
        if isinstance(test, AtLeast):
            starts.add(test.number)
        if isinstance(test, AtMost):
            starts.add(test.number + 1)
    inside = sorted(n for n in starts if question.minimum <= n <= question.maximum)
    ends = [*(start - 1 for start in inside[1:]), question.maximum]
    return list(zip(inside, ends, strict=True))


def _some_of_each(
    answers: Iterable[GivenAnswer], tests: Sequence[Test], near: GivenAnswer | None, most: int
) -> dict[Kind, list[GivenAnswer]]:
    found: dict[Kind, list[GivenAnswer]] = {}
    if near is not None:
        found[kind_of(tests, near)] = [near]
    settled = frozenset(found)
    for answer in answers:
        kind = kind_of(tests, answer)
        if kind not in settled and len(found.setdefault(kind, [])) < most:
            found[kind].append(answer)
    return found


def _numbers(question: Question, tests: Sequence[Test], near: GivenAnswer | None) -> list[int]:
    """Return both ends of every interval between thresholds, the closest first."""
    ends = {number for interval in intervals(question, tests) for number in interval}
    middle = near if isinstance(near, int) else question.minimum
    return sorted(ends, key=lambda number: (abs(number - middle), number))


def _sets_of_each(
    question: Question, tests: Sequence[Test], near: GivenAnswer | None, most: int
) -> dict[Kind, list[GivenAnswer]]:
    """Combine options one by one, keeping the closest sets for each combination of tests.

    What a set touches is the union of what its options touch, so there are never more
    combinations than the tests allow, however many options there are.
    """
    start: frozenset[OptionId] = near if isinstance(near, frozenset) else frozenset()
    found: dict[Kind, list[frozenset[OptionId]]] = {}
    for option in sorted(question.options, key=lambda option: option.exclusive):
        alone = frozenset((option.id,))
        mark = _touched(tests, alone)
        sets = [(mark, alone)]
        if not option.exclusive:
            sets += [(other | mark, ids | alone) for other, many in found.items() for ids in many]
        for touched, ids in sets:
            closest, away = found.get(touched, []), len(ids ^ start)
            if not closest or away < len(closest[0] ^ start):
                found[touched] = [ids]
            elif away == len(closest[0] ^ start) and len(closest) < most:
                closest.append(ids)
    nones = _nones(tests)
    return {touched ^ nones: list(many) for touched, many in found.items()}


def _touched(tests: Sequence[Test], chosen: frozenset[OptionId]) -> Kind:
    return sum(
        isinstance(test, Includes | IncludesAnyOf | IncludesNoneOf)
        and touches(test, chosen) << place
        for place, test in enumerate(tests)
    )


def _nones(tests: Sequence[Test]) -> Kind:
    """Return the tests that pass where nothing is touched."""
    return sum(isinstance(test, IncludesNoneOf) << place for place, test in enumerate(tests))
