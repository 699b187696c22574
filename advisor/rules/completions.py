"""Exact verdicts over open answers, for one plan.

A rule applies when its condition holds whatever the open answers turn out to be, does not
apply when it fails whatever they turn out to be, and may apply otherwise. Where a rule has
more than ``MOST_LANES`` possibilities to try, three values take over: never wrong, perhaps
undecided, and said so (``Outcome.exact``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from advisor.models.advice import Truth, Verdict
from advisor.models.conditions import AllOf, Condition, IncludesAnyOf
from advisor.models.evidence import Configuration, Coverage, Rule
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.compiling import Compiled, Compiler
from advisor.rules.judging import judge
from advisor.rules.lanes import MOST_LANES, Lanes, spread

FORMATS = QuestionId("formats")
"""The question whose options a configuration's ``coverage`` rates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A plan as the rules see it.

    ``given`` has the known answers, ``hidden`` the questions that are certainly not
    relevant, ``still_open`` those that are open and may be relevant. ``decided`` has for
    every test of the pack, by its place, 1 where a known answer to a question that is not
    hidden passes it; it tells the truth about conditions that mention nothing still open.
    """

    plan: Plan
    questionnaire: Questionnaire
    given: Mapping[QuestionId, GivenAnswer]
    hidden: frozenset[QuestionId]
    still_open: frozenset[QuestionId]
    decided: Sequence[int]
    most_lanes: int = MOST_LANES
    _known: dict[Compiled, Truth] = field(default_factory=dict, repr=False, compare=False)

    def is_decided(self, compiled: Compiled) -> bool:
        """Whether conditions mention nothing that is still open."""
        return compiled.mentioned.isdisjoint(self.still_open)

    def lanes(self, compiled: Compiled) -> Lanes | None:
        """Return the possibilities of some conditions, or None when they are too many."""
        return spread(compiled, self.given, self.hidden, self.most_lanes)

    def truth(self, compiled: Compiled) -> Truth:
        """Say whether the first of some conditions holds: exact unless it is too wide."""
        if compiled not in self._known:
            self._known[compiled] = self._judged(compiled)
        return self._known[compiled]

    def _judged(self, compiled: Compiled) -> Truth:
        if self.is_decided(compiled):
            return Truth.HOLDS if compiled.folds[0](self.decided, 1) else Truth.FAILS
        lanes = self.lanes(compiled)
        if lanes is None:
            return judge(compiled.conditions[0], self.plan.answer, self.questionnaire)
        return lanes.truth(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The verdict of one rule; ``settled_by`` has the questions that alone could settle it.

    ``depends_on`` and ``settled_by`` are in no order.
    """

    verdict: Verdict
    depends_on: frozenset[QuestionId] = frozenset()
    settled_by: frozenset[QuestionId] = frozenset()
    by_coverage: bool = False
    exact: bool = True

    @property
    def is_live(self) -> bool:
        """Whether the rule applies or may apply."""
        return self.verdict in (Verdict.APPLIES, Verdict.MAY_APPLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRule:
    """A rule of a configuration with its outcome for one plan."""

    configuration: Configuration
    rule: Rule
    outcome: Outcome


def compile_rule(configuration: Configuration, rule: Rule, compiler: Compiler) -> Compiled:
    """Prepare a rule: its condition, and whether the evidence covers the formats chosen or not."""
    return compiler.compile(rule.when, *_coverage(configuration))


def _coverage(configuration: Configuration) -> tuple[Condition, Condition]:
    """Return when the evidence covers a format that was chosen, and when it does not cover one.

    A configuration without coverage is not about formats: it is always covered.
    """

    def rated(*coverage: Coverage) -> tuple[OptionId, ...]:
        return tuple(
            option for option, rating in configuration.coverage.items() if rating in coverage
        )

    if not configuration.coverage:
        return AllOf(()), AllOf(())
    covered = IncludesAnyOf(FORMATS, rated(Coverage.COVERED, Coverage.CONDITIONAL))
    return covered, IncludesAnyOf(FORMATS, rated(Coverage.NOT_COVERED))


def outcome(compiled: Compiled, situation: Situation) -> Outcome:
    """Return the verdict of a rule that ``compile_rule`` prepared."""
    if situation.is_decided(compiled):
        return _decided_outcome(compiled, situation.decided)
    lanes = situation.lanes(compiled)
    if lanes is None:
        return _outcome_in_three_values(compiled, situation)
    condition, covered, uncovered = lanes.columns
    applies = condition & covered
    not_covered = uncovered & ~covered
    verdict = _verdict(applies, not_covered, lanes.every)
    if verdict is Verdict.MAY_APPLY:
        return _undecided(lanes, (applies, not_covered))
    return Outcome(verdict=verdict, by_coverage=not covered)


APPLIES = Outcome(verdict=Verdict.APPLIES)
DOES_NOT_APPLY = Outcome(verdict=Verdict.DOES_NOT_APPLY)
NOT_APPLICABLE = Outcome(verdict=Verdict.DOES_NOT_APPLY, by_coverage=True)
NOT_COVERED = Outcome(verdict=Verdict.NOT_COVERED, by_coverage=True)


def _decided_outcome(compiled: Compiled, decided: Sequence[int]) -> Outcome:
    condition, covered, uncovered = compiled.folds
    if covered(decided, 1):
        return APPLIES if condition(decided, 1) else DOES_NOT_APPLY
    return NOT_COVERED if uncovered(decided, 1) else NOT_APPLICABLE


def _verdict(applies: int, not_covered: int, every: int) -> Verdict:
    if applies == every:
        return Verdict.APPLIES
    if not_covered == every:
        return Verdict.NOT_COVERED
    return Verdict.MAY_APPLY if applies | not_covered else Verdict.DOES_NOT_APPLY


def _undecided(lanes: Lanes, columns: tuple[int, int]) -> Outcome:
    depends = [axis for axis in lanes.axes if lanes.turns_on(axis, columns)]
    settles = (axis.question for axis in depends if lanes.can_settle(axis, columns))
    return Outcome(
        verdict=Verdict.MAY_APPLY,
        depends_on=frozenset(axis.question for axis in depends),
        settled_by=frozenset(settles),
    )


def _outcome_in_three_values(compiled: Compiled, situation: Situation) -> Outcome:
    of = partial(judge, answers_of=situation.plan.answer, questionnaire=situation.questionnaire)
    condition, covered, uncovered = (of(part) for part in compiled.conditions)
    match covered, condition, uncovered:
        case Truth.HOLDS, Truth.HOLDS, _:
            return APPLIES
        case (Truth.HOLDS, Truth.FAILS, _) | (Truth.OPEN, Truth.FAILS, Truth.FAILS):
            return DOES_NOT_APPLY
        case Truth.FAILS, _, Truth.HOLDS:
            return NOT_COVERED
        case Truth.FAILS, _, Truth.FAILS:
            return NOT_APPLICABLE
        case _:
            return _too_wide(compiled, situation)


def _too_wide(compiled: Compiled, situation: Situation) -> Outcome:
    return Outcome(
        verdict=Verdict.MAY_APPLY,
        depends_on=compiled.mentioned & situation.still_open,
        exact=False,
    )
