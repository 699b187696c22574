"""Conditions over all that open answers may turn out to be: one bit per possibility.

A *lane* is one completion of the open answers: for every open question, one answer of each
kind that the conditions can tell apart (``kinds``). A condition holds whatever the open
answers turn out to be when its column is all ones, and fails when it is zero: exact, with no
third value.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from advisor.models.explanation import Truth
from advisor.models.ids import QuestionId
from advisor.models.plan import GivenAnswer
from advisor.rules.compiling import AskedQuestion, Columns, Compiled
from advisor.rules.judging import FAILS, HOLDS, OPEN, POSSIBLE, passes

MOST_LANES = 2**20
"""A column of this many lanes takes 128 KB and is still quick."""


_SMALL = 2**2048 - 1
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


@lru_cache(maxsize=2**14)
def _axis(question: QuestionId, stride: int, kinds: int) -> Axis:
    """Return an axis; the same ones come again and again."""
    return Axis(question=question, stride=stride, kinds=kinds)


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

    def turns_on(self, axis: Axis, column: int) -> bool:
        """Whether two lanes that differ on this axis alone differ in a column."""
        before_last = axis.of_kinds((1 << axis.kinds - 1) - 1, self.every)
        return bool((column ^ column >> axis.stride) & before_last)

    def can_settle(self, axis: Axis, column: int) -> bool:
        """Whether one answer on this axis makes a column the same in all its lanes."""
        answers = (axis.of_kinds(1 << kind, self.every) for kind in range(axis.kinds))
        return any(column & lanes in {0, lanes} for lanes in answers)


class _NothingKnown:
    """Of every test, that it may hold and may not."""

    def __getitem__(self, place: int, /) -> int:
        return POSSIBLE


NOTHING_KNOWN: Columns = _NothingKnown()


def spread(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    hidden: Collection[QuestionId] = frozenset(),
    most: int = MOST_LANES,
    bounds: Columns = NOTHING_KNOWN,
) -> Lanes | None:
    """Return the columns of the conditions, or None when they need more than ``most`` lanes.

    ``given`` has the answers that are known; ``hidden`` the questions that are certainly
    not relevant, whose answers need not be tried; ``bounds`` what is known of each test already.
    """
    axes: list[Axis] = []
    count = 1
    for question in compiled.questions:
        kinds = len(question.kinds)
        if kinds > 1 and question.id not in given and question.id not in hidden:
            axes.append(_axis(question.id, count, kinds))
            count *= kinds
            if count > most:
                return None
    every = (1 << count) - 1
    tests = _test_columns(compiled, given, axes, every, bounds)
    columns = tuple([fold(tests, every) for fold in compiled.folds])
    return Lanes(every=every, axes=tuple(axes), columns=columns)


class TestColumns(dict[int, int]):
    """The columns of tests; those of their opposites are made when they are asked for."""

    def __init__(self, every: int) -> None:
        super().__init__()
        self._every = every

    def __missing__(self, opposite: int) -> int:
        return self._every ^ self[~opposite]


def _test_columns(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    axes: Iterable[Axis],
    every: int,
    bounds: Columns,
) -> Columns:
    columns = TestColumns(every)
    axis_of = {axis.question: axis for axis in axes}
    for question in compiled.questions:
        known = [bounds[place] for place in question.places]
        if POSSIBLE in known:
            shown = every if question.shown is None else question.shown(columns, every)
            axis = axis_of.get(question.id)
            found = _columns_of(question, given.get(question.id), axis, shown, every)
        else:
            found = [every if bound else 0 for bound in known]
        columns.update(zip(question.places, found, strict=True))
    return columns


def _columns_of(
    question: AskedQuestion, answer: GivenAnswer | None, axis: Axis | None, shown: int, every: int
) -> list[int]:
    """Return the columns of the tests on a question that is shown in some lanes."""
    if answer is not None:
        return [shown if passes(test, answer) else 0 for test in question.tests]
    if axis is not None:
        return [shown & axis.of_kinds(kinds, every) for kinds in question.passing]
    return [shown if kinds else 0 for kinds in question.passing]
