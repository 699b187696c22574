"""Conditions on many plans at once, as exact as on one: a bit is a plan.

What is certain of a condition part by part is two columns over the plans. Where that leaves some
of them open, the plans are laid side by side once for each possibility, on lanes like those of one
plan (``lanes``): what holds on all lanes of a plan is certain for it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from advisor.models.ids import QuestionId
from advisor.models.plan import GivenAnswer, Plan
from advisor.rules.at_once import bits_of
from advisor.rules.compiling import AskedQuestion, Columns, Compiled
from advisor.rules.judging import passes
from advisor.rules.lanes import MOST_LANES, Axis, TestColumns
from advisor.rules.prepared import PreparedPack, PreparedQuestion

MOST_BITS = 2**24
"""Plans times possibilities that are looked at together: a column of 2 MB."""


@dataclass(frozen=True, slots=True)
class Extent:
    """For which plans something certainly holds, and for which it may."""

    certain: int
    possible: int

    @property
    def open(self) -> int:
        """For which plans it may hold and may not."""
        return self.possible & ~self.certain

    def where(self, plans: int, other: "Extent") -> "Extent":
        """Return another extent for some plans, and this one for the rest."""
        return Extent(
            self.certain & ~plans | other.certain & plans,
            self.possible & ~plans | other.possible & plans,
        )


Told = Callable[[Sequence[int]], Sequence[int]]
"""What is asked about conditions, as columns made from their columns."""


class Crowd:
    """Many plans as the rules see them; ``every`` has all of them."""

    def __init__(self, ready: PreparedPack, plans: Sequence[Plan]) -> None:
        self.every = (1 << len(plans)) - 1
        self._number = len(plans)
        self._certain = [0] * (2 * len(ready.tests))
        self._possible = [self.every] * (2 * len(ready.tests))
        self._passing = [0] * len(ready.tests)
        self._truths: dict[Compiled, Extent] = {}
        self.given: dict[QuestionId, int] = {}
        self.shown: dict[QuestionId, Extent] = {}
        answers = _answers(ready, plans)
        for question in ready.questions:
            self._look_at(question, answers[question.id])

    def _look_at(self, question: PreparedQuestion, answers: Mapping[GivenAnswer, int]) -> None:
        shown = Extent(self.every, self.every)
        if question.shown_when is not None:
            shown = self.truth(question.shown_when)
        given = reduce(or_, answers.values(), 0)
        self.given[question.id], self.shown[question.id] = given, shown
        for place, test in question.tests:
            passing = 0
            for answer, plans in answers.items():
                if passes(test, answer):
                    passing |= plans
            self._passing[place] = passing
            self._certain[place] = passing & shown.certain
            self._possible[place] = (passing | self.every ^ given) & shown.possible
            self._certain[~place] = self.every ^ self._possible[place]
            self._possible[~place] = self.every ^ self._certain[place]

    def truth(self, compiled: Compiled) -> Extent:
        """Say for which plans the first of some conditions holds."""
        known = self._truths.get(compiled)
        if known is None:
            known = self._truths[compiled] = self._judged(compiled)
        return known

    def _judged(self, compiled: Compiled) -> Extent:
        (found,) = self.part_by_part(compiled)[:1]
        if compiled.free or not found.open:
            return found
        (exact,) = self.tried(compiled, found.open, lambda columns: columns[:1], (found,))
        return exact

    def part_by_part(self, compiled: Compiled) -> list[Extent]:
        """Return for each condition what is certain of it part by part."""
        return [
            Extent(fold(self._certain, self.every), fold(self._possible, self.every))
            for fold in compiled.folds
        ]

    def tried(
        self, compiled: Compiled, plans: int, told: Told, known: Sequence[Extent]
    ) -> list[Extent]:
        """Return what is told about conditions, exact for some plans, and as known for others.

        It stays as known too for a plan that has more than ``MOST_LANES`` possibilities.
        """
        found = list(known)
        ranges = [(0, self._number)]
        while ranges:
            start, number = ranges.pop()
            wanted = plans >> start & (1 << number) - 1
            if not wanted:
                continue
            side = _Side(self, compiled, start, number, wanted)
            if number > 1 and (side.bits > MOST_BITS or side.lanes > MOST_LANES):
                half = number // 2
                ranges += [(start, half), (start + half, number - half)]
            elif side.lanes <= MOST_LANES:
                for place, extent in enumerate(side.told(told)):
                    exact = Extent(extent.certain << start, extent.possible << start)
                    found[place] = found[place].where(wanted << start, exact)
        return found

    def passing(self, place: int) -> int:
        """Return the plans whose answer passes the test at a place."""
        return self._passing[place]


class _Side:
    """Neighbouring plans, side by side once for each possibility that some of them leave open."""

    def __init__(
        self, crowd: Crowd, compiled: Compiled, start: int, number: int, wanted: int
    ) -> None:
        self._crowd, self._compiled = crowd, compiled
        self._start, self._number, self._wanted = start, number, wanted
        self._ones = (1 << number) - 1
        self._axes: list[Axis] = []
        self.bits = number
        for question in compiled.questions:
            if len(question.kinds) > 1 and self._open(question.id):
                axis = Axis(question=question.id, stride=self.bits, kinds=len(question.kinds))
                self._axes.append(axis)
                self.bits *= axis.kinds
        self.lanes = self.bits // number

    def _open(self, question: QuestionId) -> int:
        unknown = self._crowd.shown[question].possible & ~self._crowd.given[question]
        return unknown >> self._start & self._wanted

    def told(self, told: Told) -> list[Extent]:
        """Return what is told about the conditions for each plan, over its lanes."""
        columns = self._columns()
        every = (1 << self.bits) - 1
        return [
            Extent(self._over_lanes(column, and_), self._over_lanes(column, or_))
            for column in told([fold(columns, every) for fold in self._compiled.folds])
        ]

    def _columns(self) -> Columns:
        every = (1 << self.bits) - 1
        columns = TestColumns(every)
        axes = {axis.question: axis for axis in self._axes}
        for question in self._compiled.questions:
            shown = every if question.shown is None else question.shown(columns, every)
            for place, column in self._tests(question, axes.get(question.id), every):
                columns[place] = column & shown
        return columns

    def _tests(
        self, question: AskedQuestion, axis: Axis | None, every: int
    ) -> Iterable[tuple[int, int]]:
        still_open = self._beside(self._open(question.id))
        for place, kinds in zip(question.places, question.passing, strict=True):
            column = self._beside(self._crowd.passing(place) >> self._start & self._ones)
            if axis is not None:
                column |= still_open & axis.of_kinds(kinds, every)
            elif kinds:
                column |= still_open
            yield place, column

    def _beside(self, plans: int) -> int:
        """Return the plans once for each possibility."""
        width = self._number
        while plans and width < self.bits:
            plans |= plans << width
            width *= 2
        return plans & (1 << self.bits) - 1

    def _over_lanes(self, column: int, join: Callable[[int, int], int]) -> int:
        for axis in reversed(self._axes):
            ones = (1 << axis.stride) - 1
            column = reduce(
                join, (column >> kind * axis.stride & ones for kind in range(axis.kinds))
            )
        return column


def _answers(
    ready: PreparedPack, plans: Iterable[Plan]
) -> Mapping[QuestionId, Mapping[GivenAnswer, int]]:
    """Return for every question what was answered, and in which plans."""
    found: dict[QuestionId, dict[GivenAnswer, list[int]]] = {
        question.id: {} for question in ready.questions
    }
    for number, plan in enumerate(plans):
        for name, answer in plan.answers.items():
            given = answer.given
            if given is not None and name in found:
                found[name].setdefault(given, []).append(number)
    return {
        name: {answer: bits_of(numbers) for answer, numbers in answers.items()}
        for name, answers in found.items()
    }
