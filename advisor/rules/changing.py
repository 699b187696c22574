"""What a provider would have to decide otherwise: the smallest sets of changes.

Only design questions change, never who the mothers are. The lanes of one rule, with all its
design questions free, hold every candidate: one lane is one set of changed answers together
with one way in which the remaining open answers may turn out.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.models.advice import Verdict
from advisor.models.changes import Aim, Change, ChangeSet, PossibleChanges
from advisor.models.evidence import Effect
from advisor.models.ids import QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, GivenAnswer, Plan
from advisor.models.questionnaire import Nature, Question, Questionnaire
from advisor.rules.compiling import AskedQuestion, Compiled
from advisor.rules.completions import outcome
from advisor.rules.kinds import kind_of, kinds_of_answers
from advisor.rules.lanes import Axis, Lanes, spread
from advisor.rules.prepared import PreparedPack, prepared

MOST_QUESTIONS = 3
"""Advice to change more than three things at once is advice for another programme."""

MOST_SETS = 10

MOST_TRIED = 100_000
"""How many combinations of changed answers are looked at before the search gives up."""


Changes = tuple[Change, ...]
Step = tuple[QuestionId, GivenAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lever:
    """A design question on the lanes, its answer now and the nearest one of every kind.

    ``now`` is None while the question is open; ``first`` has the lanes of its first kind.
    """

    axis: Axis
    answer: Answer
    now: int | None
    nearest: tuple[GivenAnswer, ...]
    first: int

    def kept(self, column: int) -> int:
        """Return the column when this question stays as it is, on the lanes of the first kind.

        A question that is open has to hold whatever its answer turns out to be.
        """
        if self.now is not None:
            return column >> self.now * self.axis.stride & self.first
        return _whatever(column, self.axis, self.first)

    def changes(self) -> Iterator[tuple[int, Change]]:
        """Yield what it could be changed to, each with its distance on the lanes."""
        for kind, after in enumerate(self.nearest):
            if kind != self.now:
                change = Change(question=self.axis.question, before=self.answer.value, after=after)
                yield kind * self.axis.stride, change


def what_would_change(pack: Pack, plan: Plan, rule_id: RuleId) -> PossibleChanges:
    """Return the smallest sets of changed decisions that stop or start a rule.

    A rule that harms or discourages is to stop: it certainly does not apply, and not because
    the evidence falls silent. Any other is to start: it certainly applies. Nothing is
    returned for a rule that is there already. Raise KeyError for an unknown rule.
    """
    _, rule = pack.rule_by_id[rule_id]
    stops = rule.effect in {Effect.HARMS, Effect.DISCOURAGES}
    aim = Aim.STOP if stops else Aim.START
    ready = prepared(pack)
    compiled = next(one for _, other, one in ready.rules if other.id == rule_id)
    verdicts = _verdicts(ready, plan)
    reached = {Verdict.DOES_NOT_APPLY, Verdict.NOT_COVERED} if stops else {Verdict.APPLIES}
    if verdicts[rule_id] in reached:
        return PossibleChanges(rule=rule_id, aim=aim, sets=(), complete=True)
    found, complete = _search(compiled, ready.questionnaire, plan, aim)
    smallest = _smallest(found)
    return PossibleChanges(
        rule=rule_id,
        aim=aim,
        sets=tuple(
            _with_effects(ready, plan, rule_id, changes, verdicts)
            for changes in smallest[:MOST_SETS]
        ),
        complete=complete and len(smallest) <= MOST_SETS,
    )


def _search(
    compiled: Compiled, questionnaire: Questionnaire, plan: Plan, aim: Aim
) -> tuple[list[Changes], bool]:
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
    column = _aimed_at(lanes, aim)
    levers = []
    for question in questionnaire.questions:
        axis = next((axis for axis in lanes.axes if axis.question == question.id), None)
        if axis is None:
            continue
        first = axis.of_kinds(1, lanes.every)
        if question.nature is Nature.CONTEXT:
            column = _whatever(column, axis, first)
        else:
            levers.append(_lever(axis, first, asked[question.id], question, plan))
    return _found(levers, column)


def _aimed_at(lanes: Lanes, aim: Aim) -> int:
    condition, speaks, silent = lanes.columns
    applies = condition & speaks
    if aim is Aim.START:
        return applies
    return lanes.every & ~(applies | silent & ~speaks)


def _whatever(column: int, axis: Axis, first: int) -> int:
    """Return on the first kind of an axis the lanes that are set for all of its kinds."""
    for kind in range(1, axis.kinds):
        first &= column >> kind * axis.stride
    return column & first


def _lever(axis: Axis, first: int, asked: AskedQuestion, question: Question, plan: Plan) -> _Lever:
    answer = plan.answer(question.id)
    given = answer.given
    nearest = kinds_of_answers(question, asked.tests, near=given)
    return _Lever(
        axis=axis,
        answer=answer,
        now=None if given is None else asked.kinds.index(kind_of(asked.tests, given)),
        nearest=tuple(nearest[kind] for kind in asked.kinds),
        first=first,
    )


def _found(levers: Sequence[_Lever], column: int) -> tuple[list[Changes], bool]:
    found: list[Changes] = []
    tried = 0
    for places in _subsets(range(len(levers))):
        left = column
        for place, lever in enumerate(levers):
            left = left if place in places else lever.kept(left)
        changed = [levers[place].changes() for place in places]
        for choice in itertools.product(*changed) if left else ():
            tried += 1
            if tried > MOST_TRIED:
                return found, False
            if left >> sum(distance for distance, _ in choice) & 1:
                found.append(tuple(change for _, change in choice))
    return found, True


def _subsets(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for size in range(1, MOST_QUESTIONS + 1):
        yield from itertools.combinations(places, size)


def _smallest(found: Iterable[Changes]) -> list[Changes]:
    """Return sets that do nothing needless, fewest questions and boxes first.

    The list ends with the first that is more than can be shown.
    """
    kept: list[tuple[frozenset[Step], Changes]] = []
    for changes in sorted(found, key=_size):
        steps = frozenset(itertools.chain.from_iterable(map(_steps, changes)))
        if not any(smaller <= steps for smaller, _ in kept):
            kept.append((steps, changes))
        if len(kept) > MOST_SETS:
            break
    return [changes for _, changes in kept]


def _size(changes: Changes) -> tuple[int, int, int]:
    boxes = sum(len(_steps(c)) if isinstance(c.after, frozenset) else 1 for c in changes)
    return len(changes), boxes, sum(len(_steps(change)) for change in changes)


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


def _with_effects(
    ready: PreparedPack,
    plan: Plan,
    rule_id: RuleId,
    changes: Changes,
    before: Mapping[RuleId, Verdict],
) -> ChangeSet:
    for change in changes:
        plan = plan.with_answer(change.question, Answer(value=change.after))
    after = _verdicts(ready, plan)
    others = [rule for rule in before if rule != rule_id and before[rule] is not after[rule]]
    return ChangeSet(
        changes=changes,
        gained=tuple(rule for rule in others if after[rule] is Verdict.APPLIES),
        lost=tuple(rule for rule in others if before[rule] is Verdict.APPLIES),
    )


def _verdicts(ready: PreparedPack, plan: Plan) -> Mapping[RuleId, Verdict]:
    situation = ready.situation(plan)
    return {rule.id: outcome(compiled, situation).verdict for _, rule, compiled in ready.rules}
