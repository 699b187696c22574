"""How every rule and every gate stands to many plans at once: what ``advise`` says, in columns.

A bit is a plan. Nothing is said of reasons and texts, so it takes a small part of the time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from advisor.models.evidence import Branch, Effect
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import ActionId, ConfigurationId, GateId, RuleId
from advisor.models.judged import Standing
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.rules.at_once import bits_of
from advisor.rules.completions import applying, not_covered
from advisor.rules.crowd import Crowd, Extent
from advisor.rules.prepared import PreparedPack, PreparedRule
from advisor.rules.preparing import prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """For every rule and gate the plans of each standing or state; bit *n* is plan *n*.

    ``covered`` has the plans of which the pack speaks at all; ``asked`` has for every question
    the plans that may be asked it, ``answered`` those of them that answered it.
    """

    covered: int
    rules: Mapping[RuleId, Mapping[Standing, int]]
    gates: Mapping[GateId, Mapping[GateState, int]]
    asked: tuple[int, ...]
    answered: tuple[int, ...]


def standings(pack: Pack, plans: Sequence[Plan]) -> Standings:
    """Return how the rules and gates of a pack stand to plans, exact like ``advise``."""
    return _Standings(prepared(pack), plans).all()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of a rule: where it applies and may, and where its branches are at work."""

    applies: Extent
    not_covered: int
    at_work: tuple[tuple[Branch, int], ...]


@dataclass(frozen=True, slots=True)
class _Action:
    """For which plans an action may fit, is in place (also because they say so), is planned."""

    fits: int
    in_place: int
    said: int
    planned: int


class _Standings:
    def __init__(self, ready: PreparedPack, plans: Sequence[Plan]) -> None:
        self._ready, self._crowd = ready, Crowd(ready, plans)
        every = self._crowd.every
        self._covered = self._crowd.truth(ready.scope).possible if ready.scope else every
        self._actions = self._looked_at(_choices(plans))
        self._found = [self._judged(rule) for rule in ready.rules]

    def all(self) -> Standings:
        crowd, rules = self._crowd, zip(self._ready.rules, self._found, strict=True)
        asked = {question: shown.possible for question, shown in crowd.shown.items()}
        return Standings(
            covered=self._covered,
            rules={each.rule.id: self._standing(each, found) for each, found in rules},
            gates=dict(self._gates()),
            asked=tuple(asked.values()),
            answered=tuple(plans & crowd.given[question] for question, plans in asked.items()),
        )

    def _looked_at(
        self, choices: Mapping[ActionId, Mapping[Choice, int]]
    ) -> Mapping[ActionId, _Action]:
        found, every = {}, self._crowd.every
        for each in self._ready.actions:
            chosen = choices.get(each.action.id, {})
            fits, said = every, chosen.get(Choice.IN_PLACE, 0)
            if each.applies_when is not None:
                fits = self._crowd.truth(each.applies_when).possible
            in_place = said
            if each.in_place_when is not None:
                in_place |= self._crowd.truth(each.in_place_when).certain
            planned = chosen.get(Choice.WE_WILL, 0) & ~in_place
            found[each.action.id] = _Action(fits, in_place, said, planned)
        return found

    def _judged(self, prepared_rule: PreparedRule) -> _Found:
        compiled, crowd, rule = prepared_rule.compiled, self._crowd, prepared_rule.rule
        speaks, silent, *parts = crowd.part_by_part(compiled)
        each = [_both(speaks, part) for part in parts]
        applies = Extent(
            _any(branch.certain for branch in each),
            _any(branch.possible for branch in each),
        )
        is_silent = Extent(silent.certain & ~speaks.possible, silent.possible & ~speaks.certain)
        known = (applies, is_silent, *each)
        # Where a rule is free, what is possible part by part is; only silence may be less.
        unsure = is_silent.open & ~applies.possible
        if not compiled.free:
            unsure |= _any(one.open for one in known)
        if unsure:
            applies, is_silent, *each = crowd.tried(compiled, unsure, _told, known)
        sure = applies.certain & self._covered
        alone = _any(branch.certain for branch in each)
        at_work = (sure & (one.certain | one.possible & ~alone) for one in each)
        return _Found(
            Extent(sure, applies.possible & self._covered),
            is_silent.certain & ~applies.possible | self._crowd.every & ~self._covered,
            tuple(zip(rule.counting, at_work, strict=True)),
        )

    def _standing(self, prepared_rule: PreparedRule, found: _Found) -> Mapping[Standing, int]:
        applies = found.applies
        rest = self._crowd.every & ~(applies.possible | found.not_covered)
        standing: dict[Standing, int] = {
            Verdict.APPLIES: applies.certain,
            Verdict.MAY_APPLY: applies.open,
            Verdict.DOES_NOT_APPLY: rest,
            Verdict.NOT_COVERED: found.not_covered,
        }
        if prepared_rule.rule.effect is Effect.HARMS:
            del standing[Verdict.APPLIES]
            left = applies.certain
            for state, plans in self._states(found).items():
                standing[state] = plans & left
                left &= ~plans
        return standing

    def _states(self, found: _Found) -> Mapping[RiskState, int]:
        """Return the plans in which some branch at work has a state, the worst state first."""
        states = dict.fromkeys(RiskState, 0)
        for branch, at_work in found.at_work:
            answering = [self._actions[each] for each in branch.answered_by]
            some = _any(one.fits for one in answering)
            wanting = _any(one.fits & ~one.in_place for one in answering)
            begun = _any(one.fits & (one.in_place | one.planned) for one in answering)
            addressed = at_work & some & ~wanting
            states[RiskState.ADDRESSED] |= addressed
            states[RiskState.PARTLY_ADDRESSED] |= at_work & begun & ~addressed
            states[RiskState.OPEN] |= at_work & ~begun & ~addressed
        return states

    def _gates(self) -> Iterator[tuple[GateId, Mapping[GateState, int]]]:
        shown = self._shown()
        for each in self._ready.gates:
            missing = self._crowd.truth(each.when)
            wanting = said = 0
            for action in each.gate.actions:
                one, plans = self._actions[action], shown[action]
                wanting |= plans & ~one.in_place
                said |= plans & one.said
            left = self._crowd.every & ~(said & ~wanting)
            yield (
                each.gate.id,
                {
                    GateState.MISSING: missing.certain & left,
                    GateState.NOT_SAID: missing.open & left,
                    GateState.FINE: self._crowd.every & ~(missing.possible & left),
                },
            )

    def _shown(self) -> Mapping[ActionId, int]:
        """Return the plans to which each action is shown, as in ``gathering``."""
        live: dict[ConfigurationId, int] = {}
        key: dict[ActionId, int] = {}
        for each, found in zip(self._ready.rules, self._found, strict=True):
            name = each.configuration.id
            live[name] = live.get(name, 0) | found.applies.possible
            for branch, at_work in found.at_work if each.rule.effect.is_adverse else ():
                for action in branch.answered_by:
                    key[action] = key.get(action, 0) | at_work
        return {
            each.action.id: self._actions[each.action.id].fits
            & (
                self._crowd.every
                if each.action.safety
                else key.get(each.action.id, 0) | _any(live.get(one, 0) for one in each.serves)
            )
            for each in self._ready.actions
        }


def _told(columns: Sequence[int]) -> Sequence[int]:
    """Return whether a rule applies, whether the evidence is silent, and the branches."""
    speaks, _silent, *branches = columns
    return applying(columns), not_covered(columns), *(speaks & branch for branch in branches)


def _both(one: Extent, other: Extent) -> Extent:
    return Extent(one.certain & other.certain, one.possible & other.possible)


def _any(columns: Iterable[int]) -> int:
    return reduce(or_, columns, 0)


def _choices(plans: Iterable[Plan]) -> Mapping[ActionId, Mapping[Choice, int]]:
    """Return for every action what was chosen, and in which plans."""
    found: dict[ActionId, dict[Choice, list[int]]] = {}
    for number, plan in enumerate(plans):
        for action, decision in plan.decisions.items():
            found.setdefault(action, {}).setdefault(decision.choice, []).append(number)
    return {
        action: {choice: bits_of(numbers) for choice, numbers in chosen.items()}
        for action, chosen in found.items()
    }
