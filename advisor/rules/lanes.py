"""Conditions over all that open answers may turn out to be: one bit per possibility.

A *lane* is one completion of the open answers: for every open question, one answer of each
kind that the conditions can tell apart (``kinds``). A condition holds whatever the open
answers turn out to be when its column is all ones, and fails when it is zero: exact, with no
third value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.models.explanation import Truth
from advisor.models.ids import QuestionId
from advisor.models.plan import GivenAnswer
from advisor.rules.compiling import Compiled
from advisor.rules.judging import FAILS, HOLDS, OPEN, passes

MOST_LANES = 2**20
"""A column of this many lanes takes 128 KB and is still quick."""


_SMALL = 2**256 - 1
"""Columns of so many lanes are made once and kept: there are few, and they come often."""


def _of_kinds(stride: int, number: int, kinds: int, every: int) -> int:
    ones = (1 << stride) - 1
    block = 0
    for kind in range(number):
        if kinds >> kind & 1:
            block |= ones << kind * stride
    width = stride * number
    while every >> width:
        block |= block << width
        width *= 2
    return block & every


_few_of_kinds = lru_cache(maxsize=2**14)(_of_kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An open question on the lanes: lane *n* holds its answer kind ``n // stride % kinds``."""

    question: QuestionId
    stride: int
    kinds: int

    def of_kinds(self, kinds: int, every: int) -> int:
        """Return the lanes whose answer is of one of these kinds, given as bits."""
        if every <= _SMALL:
            return _few_of_kinds(self.stride, self.kinds, kinds, every)
        return _of_kinds(self.stride, self.kinds, kinds, every)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Columns of conditions over the completions of a plan; ``every`` is all ones."""

    every: int
    axes: tuple[Axis, ...]
    columns: tuple[int, ...]

    def truth(self, condition: int) -> Truth:
        """Say whether a condition, by its number, holds in all lanes, in none, or in some."""
        column = self.columns[condition]
        if column == self.every:
            return HOLDS
        return OPEN if column else FAILS

    def turns_on(self, axis: Axis, columns: Iterable[int]) -> bool:
        """Whether two lanes that differ on this axis alone differ in one of the columns."""
        before_last = axis.of_kinds((1 << axis.kinds - 1) - 1, self.every)
        return any((column ^ column >> axis.stride) & before_last for column in columns)

    def can_settle(self, axis: Axis, columns: Sequence[int]) -> bool:
        """Whether one answer on this axis makes every column the same in all its lanes."""
        answers = (axis.of_kinds(1 << kind, self.every) for kind in range(axis.kinds))
        return any(all(column & lanes in {0, lanes} for column in columns) for lanes in answers)


def spread(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    hidden: frozenset[QuestionId],
    most: int = MOST_LANES,
) -> Lanes | None:
    """Return the columns of the conditions, or None when they need more than ``most`` lanes.

    ``given`` has the answers that are known; ``hidden`` the questions that are certainly
    not relevant, whose answers need not be tried.
    """
    axes: list[Axis] = []
    count = 1
    for question in compiled.questions:
        kinds = len(question.kinds)
        if kinds > 1 and question.id not in given and question.id not in hidden:
            axes.append(Axis(question=question.id, stride=count, kinds=kinds))
            count *= kinds
            if count > most:
                return None
    every = (1 << count) - 1
    tests = _test_columns(compiled, given, axes, every)
    columns = tuple([fold(tests, every) for fold in compiled.folds])
    return Lanes(every=every, axes=tuple(axes), columns=columns)


def _test_columns(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    axes: Iterable[Axis],
    every: int,
) -> dict[int, int]:
    columns: dict[int, int] = {}
    axis_of = {axis.question: axis for axis in axes}
    for question in compiled.questions:
        shown = every if question.shown is None else question.shown(columns, every)
        answer = given.get(question.id)
        axis = axis_of.get(question.id)
        if not shown:
            columns.update(dict.fromkeys(question.places, 0))
        elif answer is not None:
            for place, test in zip(question.places, question.tests, strict=True):
                columns[place] = shown if passes(test, answer) else 0
        elif axis is not None:
            for place, kinds in zip(question.places, question.passing, strict=True):
                columns[place] = shown & axis.of_kinds(kinds, every)
        else:
            for place, kinds in zip(question.places, question.passing, strict=True):
                columns[place] = shown if kinds else 0
    return columns
