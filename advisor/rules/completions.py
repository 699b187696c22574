"""Exact verdicts over open answers, for one plan.

A rule applies when its condition holds whatever the open answers turn out to be, does not
apply when it fails whatever they turn out to be, and may apply otherwise. Where a rule has
more than ``MOST_LANES`` possibilities to try, three values take over: never wrong, perhaps
undecided, and said so (``Outcome.exact``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from advisor.models.advice import Truth, Verdict
from advisor.models.conditions import AllOf, Condition, IncludesAnyOf
from advisor.models.evidence import Configuration, Coverage, Rule
from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.judging import judge
from advisor.rules.lanes import MOST_LANES, Compiled, Lanes, compile_conditions, spread

FORMATS = QuestionId("formats")
"""The question whose options a configuration's ``coverage`` speaks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A plan as the rules see it: known answers, and questions that are certainly hidden."""

    plan: Plan
    questionnaire: Questionnaire
    given: Mapping[QuestionId, GivenAnswer]
    hidden: frozenset[QuestionId] = frozenset()
    most_lanes: int = MOST_LANES

    def truth(self, compiled: Compiled) -> Truth:
        """Say whether the first of the conditions holds: exact unless it is too wide."""
        lanes = spread(compiled, self.given, self.hidden, self.most_lanes)
        if lanes is None:
            return judge(compiled.conditions[0], self.plan.answer, self.questionnaire)
        return _truth(lanes.columns[0], lanes.every)


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


def compile_rule(
    configuration: Configuration, rule: Rule, questionnaire: Questionnaire
) -> Compiled:
    """Prepare a rule: its condition, whether the evidence speaks, whether it is silent."""
    return compile_conditions((rule.when, *_coverage(configuration)), questionnaire)


def _coverage(configuration: Configuration) -> tuple[Condition, Condition]:
    """Return what makes the evidence speak about the formats chosen, and what leaves it silent.

    A configuration without coverage is not about formats: the evidence always speaks.
    """

    def rated(*coverage: Coverage) -> tuple[OptionId, ...]:
        return tuple(
            option for option, rating in configuration.coverage.items() if rating in coverage
        )

    if not configuration.coverage:
        return AllOf(()), AllOf(())
    speaks = IncludesAnyOf(FORMATS, rated(Coverage.COVERED, Coverage.CONDITIONAL))
    return speaks, IncludesAnyOf(FORMATS, rated(Coverage.NOT_COVERED))


def outcome(compiled: Compiled, situation: Situation) -> Outcome:
    """Return the verdict of a rule that ``compile_rule`` prepared."""
    lanes = spread(compiled, situation.given, situation.hidden, situation.most_lanes)
    if lanes is None:
        return _outcome_in_three_values(compiled, situation)
    condition, speaks, silent = lanes.columns
    applies = condition & speaks
    not_covered = silent & ~speaks
    verdict = _verdict(applies, not_covered, lanes.every)
    if verdict is Verdict.MAY_APPLY:
        return _undecided(lanes, (applies, not_covered))
    return Outcome(verdict=verdict, by_coverage=not speaks)


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
    condition, speaks, silent = (of(part) for part in compiled.conditions)
    match speaks, condition, silent:
        case Truth.HOLDS, Truth.HOLDS, _:
            return Outcome(verdict=Verdict.APPLIES)
        case (Truth.HOLDS, Truth.FAILS, _) | (Truth.OPEN, Truth.FAILS, Truth.FAILS):
            return Outcome(verdict=Verdict.DOES_NOT_APPLY)
        case Truth.FAILS, _, Truth.HOLDS:
            return Outcome(verdict=Verdict.NOT_COVERED, by_coverage=True)
        case Truth.FAILS, _, Truth.FAILS:
            return Outcome(verdict=Verdict.DOES_NOT_APPLY, by_coverage=True)
        case _:
            return _too_wide(compiled, situation)


def _too_wide(compiled: Compiled, situation: Situation) -> Outcome:
    mentioned = frozenset(question.id for question in compiled.questions)
    return Outcome(
        verdict=Verdict.MAY_APPLY,
        depends_on=mentioned - situation.given.keys() - situation.hidden,
        exact=False,
    )


def _truth(column: int, every: int) -> Truth:
    if column == every:
        return Truth.HOLDS
    return Truth.OPEN if column else Truth.FAILS
