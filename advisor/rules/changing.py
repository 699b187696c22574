"""Which decisions a provider would have to change: the smallest sets of changes.

Only design questions change, never who the mothers are. The lanes of one rule, with all its
design questions free, hold every candidate: one lane is one set of changed answers together
with one way in which the remaining open answers may turn out.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from advisor.models.changes import Changes
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.models.questionnaire import Nature, Question, Questionnaire
from advisor.rules.compiling import AskedQuestion, Compiled
from advisor.rules.kinds import kind_of, nearest_of_kinds
from advisor.rules.lanes import Axis, Lanes, spread
from advisor.rules.levers import Lever, Reaching, Step, size_of, steps_of, whatever

MOST_QUESTIONS = 3
"""Advice to change more than three things at once is advice for another programme."""

MOST_SETS = 10

MOST_TRIED = 100_000
"""How many combinations of changed answers are looked at before the search gives up."""

Item = TypeVar("Item")
Kinds = tuple[tuple[int, int], ...]
"""Questions by their place among the levers, each with the kind of its answer."""

Wanted = Callable[[Lanes], int]
"""The lanes in which something is as it is wanted."""


def changed(plan: Plan, changes: Changes) -> Plan:
    """Return the plan with changed answers; what was noted beside them stays."""
    for change in changes:
        note = plan.answer(change.question).note
        key = EntryKey.of_answer(change.question)
        plan = plan.with_entry(key, Answer(value=change.after, note=note))
    return plan


def smallest_changes(
    compiled: Compiled, questionnaire: Questionnaire, plan: Plan, wanted: Wanted
) -> tuple[list[Changes], bool]:
    """Return the smallest sets of changes by which what is wanted is certain.

    They come by size, without a needless change, and the list may end with one that is more
    than can be shown. Whether all were tried is said beside it.
    """
    found, complete = _search(compiled, questionnaire, plan, wanted)
    return _smallest(found), complete


def _search(
    compiled: Compiled, questionnaire: Questionnaire, plan: Plan, wanted: Wanted
) -> tuple[list[Reaching], bool]:
    """Return sets of changes that reach the aim, and whether all were tried."""
    found_out = {
        question.id: given
        for question in compiled.questions
        if questionnaire[question.id].nature is Nature.CONTEXT
        and (given := plan.answer(question.id).given) is not None
    }
    lanes = spread(compiled, found_out, frozenset())
    if lanes is None:
        return [], False
    asked = {question.id: question for question in compiled.questions}
    column = wanted(lanes)
    levers = []
    for question in questionnaire.questions:
        axis = next((axis for axis in lanes.axes if axis.question == question.id), None)
        if axis is None:
            continue
        first = axis.of_kinds(1, lanes.every)
        if question.nature is Nature.CONTEXT:
            column = whatever(column, axis, first)
        else:
            levers.append(_lever(axis, first, asked[question.id], question, plan))
    return _find(levers, column)


def _lever(axis: Axis, first: int, asked: AskedQuestion, question: Question, plan: Plan) -> Lever:
    answer = plan.answer(question.id)
    given = answer.given
    nearest = nearest_of_kinds(question, asked.tests, given, most=MOST_SETS + 1)
    return Lever(
        axis=axis,
        question=question,
        asked=asked,
        answer=answer,
        now=None if given is None else asked.kinds.index(kind_of(asked.tests, given)),
        nearest=tuple(nearest[kind] for kind in asked.kinds),
        first=first,
    )


def _find(levers: Sequence[Lever], column: int) -> tuple[list[Reaching], bool]:
    """Return the smallest sets of kinds that reach the aim, and whether all were tried."""
    found: dict[Kinds, Reaching] = {}
    tried = 0
    for places in _subsets(range(len(levers)), MOST_QUESTIONS):
        left = column
        for place, lever in enumerate(levers):
            left = left if place in places else lever.kept(left)
        moved = tuple(levers[place] for place in places)
        for kinds in itertools.product(*(lever.kinds() for lever in moved)) if left else ():
            tried += 1
            if tried > MOST_TRIED:
                return list(found.values()), False
            pairs = tuple(zip(places, kinds, strict=True))
            distances = (kind * lever.axis.stride for lever, kind in zip(moved, kinds, strict=True))
            # Where a part of it will do, it does more.
            if left >> sum(distances) & 1 and not any(
                part in found for part in _subsets(pairs, len(pairs) - 1)
            ):
                found[pairs] = Reaching(levers=moved, kinds=kinds, column=left)
    return list(found.values()), True


def _subsets(items: Sequence[Item], most: int) -> Iterator[tuple[Item, ...]]:
    """Yield the sets of up to ``most`` items, smaller ones first."""
    for size in range(1, most + 1):
        yield from itertools.combinations(items, size)


def _smallest(found: Iterable[Reaching]) -> list[Changes]:
    """Return sets without a needless change, fewest questions and boxes first.

    The list ends with the first that is more than can be shown.
    """
    kept: dict[frozenset[Step], Changes] = {}
    by_size = sorted(found, key=lambda one: one.size)
    for reaching, nearest in ((one, near) for one in by_size for near in one.changes()):
        if len(kept) > MOST_SETS:
            break
        if _is_more(nearest, kept):
            continue
        changes = reaching.needed(nearest)
        if not _is_more(changes, kept):
            steps = steps_of(changes)
            kept = {other: those for other, those in kept.items() if not steps < other}
            kept[steps] = changes
    return sorted(kept.values(), key=size_of)


def _is_more(changes: Changes, kept: Iterable[frozenset[Step]]) -> bool:
    steps = steps_of(changes)
    return any(smaller <= steps for smaller in kept)
