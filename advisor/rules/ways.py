"""What would have to change for one statement: every small way, with what it brings and costs.

A risk is there because of what the programme is; what the provider does about it moves its
state. So there are two kinds of way for a risk: answers that put its key actions in place, and
answers that take its causes away. Anything else is to begin, or to end.
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.models.advice import Advice, AdvisedAction
from advisor.models.changes import Aim, Change, Changes, PossibleChanges, Way
from advisor.models.comparison import Comparison
from advisor.models.findings import BranchFinding, Finding, RiskState, Verdict
from advisor.models.ids import ActionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import OpenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.changing import MOST_QUESTIONS, MOST_SETS, changed, smallest_changes
from advisor.rules.comparing import between
from advisor.rules.completions import applying, not_covered
from advisor.rules.engine import advise
from advisor.rules.gathering import state_of, worst
from advisor.rules.lanes import Lanes
from advisor.rules.levers import size_of, steps_of
from advisor.rules.preparing import prepared
from advisor.rules.weighing import costs

MOST_OF_ONE = 3
"""How many ways to put one action in place are combined with those of others."""

STATES = tuple(RiskState)
"""From open to in hand."""


def what_would_change(pack: Pack, plan: Plan, rule_id: RuleId) -> PossibleChanges:
    """Return the smallest changed decisions that stop, start or ease what a rule says.

    A rule that harms or discourages is to stop: it certainly does not apply, and not because
    the evidence covers none of its formats; a risk that applies may also come to be more in
    hand. Any other is to start: it certainly applies. Nothing is returned for a rule that is
    as wanted already. Raise KeyError for an unknown rule.
    """
    advice = advise(pack, plan)
    finding = advice.finding_by_rule[rule_id]
    search = Search(pack, plan, advice)
    aim = Aim.STOP if finding.effect.is_adverse else Aim.START
    reached = (
        {Verdict.DOES_NOT_APPLY, Verdict.NOT_COVERED} if aim is Aim.STOP else {Verdict.APPLIES}
    )
    if finding.verdict in reached:
        return PossibleChanges(rule=rule_id, aim=aim, ways=(), complete=True)
    turning, complete = search.turning(finding, aim)
    ways = [search.way(finding, changes, aim) for changes in turning[:MOST_SETS]]
    ways += search.easing(finding)
    found = tuple(merged(sorted(ways, key=search.size_and_cost)))
    return PossibleChanges(
        rule=rule_id,
        aim=aim,
        ways=found[:MOST_SETS],
        complete=complete and len(turning) <= MOST_SETS and len(found) <= MOST_SETS,
        lessening=tuple(action.id for action in search.missing(finding)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Changes that put actions in place, and which actions are in place with them."""

    changes: Changes
    in_place: frozenset[ActionId]


class Search:
    """Looks for ways in one plan, whose advice is known."""

    def __init__(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        self._pack, self._plan, self._advice = pack, plan, advice
        self._ready = prepared(pack)
        self._in_place_when = {each.action.id: each.in_place_when for each in self._ready.actions}

    def turning(self, finding: Finding, aim: Aim) -> tuple[list[Changes], bool]:
        """Return the smallest changes that stop or start a rule, and whether all were tried."""
        compiled = next(one.compiled for one in self._ready.rules if one.rule.id == finding.rule)
        wanted = _applies if aim is Aim.START else _stops
        return smallest_changes(compiled, self._pack.questionnaire, self._plan, wanted)

    def missing(self, finding: Finding) -> tuple[AdvisedAction, ...]:
        """Return the key actions for what is not wanted that are not in place, each once."""
        if not finding.effect.is_adverse:
            return ()
        branches = finding.at_work or finding.counting
        named = dict.fromkeys(action for each in branches for action in each.answered_by)
        shown = (self._advice.action_by_id[action] for action in named)
        return tuple(action for action in shown if action.in_place is not True)

    def candidates(self, finding: Finding) -> Iterator[Candidate]:
        """Yield changes that put a key action in place by answers, a few for each action."""
        for action in self.missing(finding):
            when = self._in_place_when[action.id]
            if when is not None:
                questionnaire = self._pack.questionnaire
                found, _complete = smallest_changes(when, questionnaire, self._plan, _holds)
                for changes in found[:MOST_OF_ONE]:
                    after = advise(self._pack, changed(self._plan, changes))
                    yield Candidate(changes=changes, in_place=in_place(after))

    def easing(self, finding: Finding) -> list[Way]:
        """Return the ways by answers that put a risk at work more in hand.

        Where none of them does, those that put one of its causes more in hand.
        """
        if finding.state in (None, RiskState.ADDRESSED):
            return []
        single = list(unique(self.candidates(finding)))
        found: list[Candidate] = []
        for size in range(1, MOST_QUESTIONS + 1):
            for some in itertools.combinations(single, size):
                both = joined(self._pack.questionnaire, some)
                if (
                    both is not None
                    and len(both.changes) <= MOST_QUESTIONS
                    and not any(steps_of(one.changes) <= steps_of(both.changes) for one in found)
                    and _better(self._state(finding, both.in_place), finding.state)
                ):
                    found.append(both)
        ways = [self.way(finding, each.changes, Aim.EASE) for each in found[:MOST_SETS]]
        if not ways:
            ways = [self.way(finding, each.changes, Aim.BEGIN) for each in single[:MOST_SETS]]
        return [way for way in ways if way.branches]

    def state_of(self, branch: BranchFinding, in_place: Collection[ActionId]) -> RiskState:
        """Return how far a cause is in hand where these actions are in place."""
        shown = (self._advice.action_by_id[each] for each in branch.answered_by)
        return state_of([replace(each, in_place=each.id in in_place) for each in shown])

    def way(self, finding: Finding, changes: Changes, aim: Aim) -> Way:
        """Return changes with all that they bring and cost."""
        after = advise(self._pack, changed(self._plan, changes))
        then = {branch.id: branch.state for branch in after.finding_by_rule[finding.rule].branches}
        return Way(
            aim=aim,
            changes=changes,
            moved=between(self._advice, after),
            branches=tuple(
                branch.id
                for branch in finding.at_work
                if branch.state is not None and _better(then.get(branch.id), branch.state)
            ),
        )

    def size_and_cost(self, way: Way) -> tuple[int, ...]:
        """Return by what ways are ordered: the smallest first, then what costs least.

        What takes a cause of a risk away makes it another programme, and so comes last.
        """
        questions, boxes, moves = size_of(way.changes)
        is_another = way.aim is Aim.STOP
        return is_another, questions, boxes, costs(self._pack, way.moved), moves

    def _state(self, finding: Finding, in_place: Collection[ActionId]) -> RiskState | None:
        return worst(self.state_of(branch, in_place) for branch in finding.at_work)


def in_place(advice: Advice) -> frozenset[ActionId]:
    """Return the actions that are in place."""
    return frozenset(action.id for action in advice.actions if action.in_place is True)


def unique(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield each set of changes once, the smallest first."""
    by_steps = {steps_of(each.changes): each for each in candidates}
    yield from sorted(by_steps.values(), key=lambda each: size_of(each.changes))


def joined(questionnaire: Questionnaire, some: Iterable[Candidate]) -> Candidate | None:
    """Return several changes as one; None where they ask for different answers."""
    found: dict[QuestionId, Change] = {}
    there: frozenset[ActionId] = frozenset()
    for candidate in some:
        there |= candidate.in_place
        for change in candidate.changes:
            first = found.get(change.question)
            both = change if first is None else _both(questionnaire, first, change)
            if both is None:
                return None
            found[change.question] = both
    return Candidate(changes=tuple(found.values()), in_place=there)


def _both(questionnaire: Questionnaire, one: Change, other: Change) -> Change | None:
    if one.after == other.after:
        return one
    if not isinstance(one.after, frozenset) or not isinstance(other.after, frozenset):
        return None
    before = one.before if isinstance(one.before, frozenset) else frozenset()
    after = (one.after & other.after) | ((one.after | other.after) - before)
    question = questionnaire[one.question]
    mixed = len(after) > 1 and any(question.option(option).exclusive for option in after)
    return None if mixed or not after else replace(one, after=after)


def _applies(lanes: Lanes) -> int:
    return applying(lanes.columns)


def _stops(lanes: Lanes) -> int:
    return lanes.every & ~(applying(lanes.columns) | not_covered(lanes.columns))


def _holds(lanes: Lanes) -> int:
    return lanes.columns[0]


def _better(state: RiskState | None, than: RiskState) -> bool:
    return state is not None and STATES.index(state) > STATES.index(than)


def merged(ways: Iterable[Way]) -> list[Way]:
    """Join ways that differ in the answer to one question only.

    Where that question is open now, or where both answers do the same, they are one way. What
    was joined is joined once more with what differs from all of it in the same manner.
    """
    found: list[Way] = []
    for way in ways:
        found = _with(found, way, len(found))
    return found


def _with(found: Sequence[Way], way: Way, place: int) -> list[Way]:
    """Return ways with one more in its place, or joined with another in the earlier place."""
    for at, other in enumerate(found):
        both = _as_one(other, way) if at < place else _as_one(way, other)
        if both is not None:
            return _with([*found[:at], *found[at + 1 :]], both, min(at, place))
    return [*found[:place], way, *found[place:]]


def _as_one(first: Way, way: Way) -> Way | None:
    """Return two ways as one; None where more than one answer differs, or what it does."""
    one, other = _answers(first), _answers(way)
    if first.aim is not way.aim or one.keys() != other.keys():
        return None
    differing = [question for question in one if set(one[question]) != set(other[question])]
    if len(differing) != 1:
        return None
    known, new = one[differing[0]], other[differing[0]]
    if not isinstance(known[0].before, OpenAnswer) and first.moved != way.moved:
        return None
    more = (change for change in new if change not in known)
    moved = _shared(first.moved, way.moved)
    return replace(first, instead=(*first.instead, *more), moved=moved)


def _answers(way: Way) -> Mapping[QuestionId, Changes]:
    """Return by question the changes to it of which any would do."""
    every = (*way.changes, *way.instead)
    return {
        change.question: tuple(each for each in every if each.question == change.question)
        for change in way.changes
    }


def _shared(one: Comparison, other: Comparison) -> Comparison:
    """Return what becomes different either way."""
    return Comparison(
        gained=tuple(each for each in one.gained if each in other.gained),
        lost=tuple(each for each in one.lost if each in other.lost),
        changed=tuple(each for each in one.changed if each in other.changed),
        states=tuple(each for each in one.states if each in other.states),
        gates=tuple(each for each in one.gates if each in other.gates),
    )
