"""Design questions on the lanes, and the changed decisions that reach an aim."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.models.changes import Change, Changes
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Answer, GivenAnswer
from advisor.models.questionnaire import Question
from advisor.rules.compiling import AskedQuestion
from advisor.rules.kinds import kind_of
from advisor.rules.lanes import Axis

Step = tuple[QuestionId, GivenAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """A design question on the lanes, its answer now and the nearest ones of every kind.

    ``now`` is None while the question is open; ``first`` has the lanes of its first kind.
    """

    axis: Axis
    question: Question
    asked: AskedQuestion
    answer: Answer
    now: int | None
    nearest: tuple[Sequence[GivenAnswer], ...]
    first: int

    def kept(self, column: int) -> int:
        """Return the column when this question stays as it is, on the lanes of the first kind.

        A question that is open has to hold whatever its answer turns out to be.
        """
        if self.now is not None:
            return column >> self.now * self.axis.stride & self.first
        return whatever(column, self.axis, self.first)

    def kinds(self) -> Iterator[int]:
        """Yield the kinds of answer it could be changed to."""
        return (kind for kind in range(self.axis.kinds) if kind != self.now)

    def changes(self, kind: int) -> Iterator[Change]:
        """Yield the nearest changes to a kind."""
        question, before = self.axis.question, self.answer.value
        return (Change(question=question, before=before, after=a) for a in self.nearest[kind])

    def distance(self, after: GivenAnswer) -> int:
        """Return how many lanes an answer is from the first kind."""
        return self.asked.kinds.index(kind_of(self.asked.tests, after)) * self.axis.stride

    def smaller(self, change: Change) -> Iterator[Change]:
        """Yield the change with one box fewer, boxes that would be unticked first."""
        before, after = change.before, change.after
        if not isinstance(after, frozenset):
            return
        boxes = before if isinstance(before, frozenset) else frozenset()
        options = [option for option in self.question.options if option.id in after ^ boxes]
        for option in sorted(options, key=lambda option: option.id not in boxes):
            fewer = after ^ {option.id}
            is_mixed = len(fewer) > 1 and any(map(self._is_exclusive, fewer))
            if fewer and fewer != boxes and not is_mixed:
                yield replace(change, after=fewer)

    def _is_exclusive(self, option: OptionId) -> bool:
        return self.question.option(option).exclusive


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaching:
    """Kinds of answers to some questions that reach the aim; ``column`` has the lanes that do."""

    levers: tuple[Lever, ...]
    kinds: tuple[int, ...]
    column: int

    @property
    def size(self) -> tuple[int, int, int]:
        """How much would change, the same for all the nearest changes."""
        return size_of(next(self.changes()))

    def changes(self) -> Iterator[Changes]:
        """Yield the nearest changes to these kinds."""
        pairs = zip(self.levers, self.kinds, strict=True)
        return itertools.product(*(lever.changes(kind) for lever, kind in pairs))

    def needed(self, changes: Changes) -> Changes:
        """Return changes without the boxes that are not needed.

        Only the nearest answers of a kind are looked at: a further one may be part of these
        changes and reach the aim as well. Nobody should be told to give up what helps.
        """
        while smaller := next(filter(self._reaches, self._smaller(changes)), None):
            changes = smaller
        return changes

    def _smaller(self, changes: Changes) -> Iterator[Changes]:
        for at, lever in enumerate(self.levers):
            for change in lever.smaller(changes[at]):
                yield (*changes[:at], change, *changes[at + 1 :])

    def _reaches(self, changes: Changes) -> bool:
        pairs = zip(self.levers, changes, strict=True)
        return bool(self.column >> sum(lever.distance(one.after) for lever, one in pairs) & 1)


def whatever(column: int, axis: Axis, first: int) -> int:
    """Return on the first kind of an axis the lanes that are set for all of its kinds."""
    for kind in range(1, axis.kinds):
        first &= column >> kind * axis.stride
    return column & first


def size_of(changes: Changes) -> tuple[int, int, int]:
    """Return how much would change: questions, then boxes, then single moves."""
    boxes = sum(len(_steps(c)) if isinstance(c.after, frozenset) else 1 for c in changes)
    return len(changes), boxes, sum(len(_steps(change)) for change in changes)


def steps_of(changes: Changes) -> frozenset[Step]:
    """Return the single moves of all changes: what holds them all does more."""
    return frozenset(itertools.chain.from_iterable(map(_steps, changes)))


def _steps(change: Change) -> frozenset[Step]:
    """Return the single moves of a change: boxes to tick or untick, numbers to pass, an answer."""
    before, after = change.before, change.after
    moves: Iterable[GivenAnswer]
    if isinstance(after, frozenset):
        moves = after ^ (before if isinstance(before, frozenset) else frozenset())
    elif isinstance(before, bool) or not isinstance(before, int) or not isinstance(after, int):
        moves = (after,)
    else:
        moves = range(before + 1, after + 1) if after > before else range(after, before)
    return frozenset((change.question, move) for move in moves)
