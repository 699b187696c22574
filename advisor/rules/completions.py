"""Exact verdicts over open answers, for one plan.

A completion gives every open question an answer. A rule applies when it does so in every
completion, may apply when it does so in some; otherwise it is not covered when the evidence is
silent in every completion, and does not apply when it is not. In one completion a rule applies
when the evidence speaks about the plan and any of its branches holds. Where a rule has more
than ``MOST_LANES`` possibilities to try, three values take over: never wrong, perhaps
undecided, and said so (``Outcome.exact``).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_

from advisor.models.conditions import AllOf, AnyOf, Condition, IncludesAnyOf, Not
from advisor.models.evidence import Configuration, Coverage, Rule
from advisor.models.explanation import Truth
from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.compiling import Compiled, Compiler
from advisor.rules.explaining import Told
from advisor.rules.judging import CERTAIN, POSSIBLE, TRUTH
from advisor.rules.lanes import MOST_LANES, Axis, Lanes, spread

FORMATS = QuestionId("formats")
"""The question whose options a configuration's ``coverage`` rates."""

APPLIES, MAY_APPLY = Verdict.APPLIES, Verdict.MAY_APPLY
NOT_COVERED, DOES_NOT_APPLY = Verdict.NOT_COVERED, Verdict.DOES_NOT_APPLY
"""By their own names, as in ``judging``: it is faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A plan as the rules see it.

    ``given`` has the known answers, ``hidden`` the questions that are certainly not
    relevant, ``still_open`` those that are open and may be relevant. ``bounds`` has for
    every test of the pack, by its place, two bits: whether it certainly holds, and above that
    whether it may. They tell the truth about conditions that mention nothing still open, and
    what is certain of all others. ``told`` has the tests as they are explained.
    ``is_out_of_scope``: the pack certainly does not speak about whom the plan is for. ``known``
    has what was found out of conditions so far.
    """

    plan: Plan
    questionnaire: Questionnaire
    given: Mapping[QuestionId, GivenAnswer]
    hidden: frozenset[QuestionId]
    still_open: frozenset[QuestionId]
    bounds: Sequence[int]
    told: Told = field(repr=False, compare=False)
    most_lanes: int = MOST_LANES
    is_out_of_scope: bool = False
    known: dict[Compiled, Truth] = field(default_factory=dict, repr=False, compare=False)

    def lanes(self, compiled: Compiled) -> Lanes | None:
        """Return the possibilities of some conditions, or None when they are too many."""
        return spread(compiled, self.given, self.hidden, self.most_lanes, self.bounds)

    def truth(self, compiled: Compiled) -> Truth:
        """Say whether the first of some conditions holds: exact unless it is too wide."""
        known = self.known.get(compiled)
        if known is None:
            known = self.known[compiled] = truth(
                compiled, self.given, self.hidden, self.most_lanes, self.bounds
            )
        return known


def truth(
    compiled: Compiled,
    given: Mapping[QuestionId, GivenAnswer],
    hidden: Collection[QuestionId],
    most_lanes: int,
    bounds: Sequence[int],
) -> Truth:
    """Say whether the first of some conditions holds: exact unless it is too wide."""
    found = compiled.folds[0](bounds, CERTAIN)
    if found == POSSIBLE and not compiled.free:
        lanes = spread(compiled, given, hidden, most_lanes, bounds)
        if lanes is not None:
            return lanes.truth(0)
    return TRUTH[found]


class Possibilities:
    """What a rule that is not decided may come to; tried when it is asked for."""

    def __init__(self, compiled: Compiled, situation: Situation) -> None:
        self._compiled, self._situation = compiled, situation

    @cached_property
    def lanes(self) -> Lanes | None:
        """All of them, or None when they are too many."""
        return self._situation.lanes(self._compiled)

    @cached_property
    def turning(self) -> tuple[Axis, ...]:
        """The open questions on which it depends whether the rule applies."""
        lanes = self.lanes
        if lanes is None:
            return ()
        column = applying(lanes.columns)
        return tuple(axis for axis in lanes.axes if lanes.turns_on(axis, column))

    @cached_property
    def depends_on(self) -> frozenset[QuestionId]:
        """Their ids; where the possibilities are too many, those of all that are open."""
        if self.lanes is None:
            return self._compiled.mentioned & self._situation.still_open
        return frozenset(axis.question for axis in self.turning)

    @cached_property
    def settled_by(self) -> frozenset[QuestionId]:
        """Those that alone could settle it."""
        lanes = self.lanes
        if lanes is None:
            return frozenset()
        column = applying(lanes.columns)
        return frozenset(axis.question for axis in self.turning if lanes.can_settle(axis, column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The verdict of one rule.

    ``branches`` has the verdict of each branch that counts, in order, where the rule applies or
    may: it can apply although each of its branches only may. ``exact`` is False where there
    were too many ``possibilities`` to try.
    """

    verdict: Verdict
    branches: tuple[Verdict, ...] = ()
    by_coverage: bool = False
    exact: bool = True
    possibilities: Possibilities | None = field(default=None, repr=False, compare=False)

    @property
    def depends_on(self) -> frozenset[QuestionId]:
        """The open questions whose answers can change the verdict, in no order."""
        if self.possibilities is None or self.verdict is not MAY_APPLY:
            return frozenset()
        return self.possibilities.depends_on

    @property
    def settled_by(self) -> frozenset[QuestionId]:
        """Those of them that alone could settle it, in no order."""
        if self.possibilities is None or self.verdict is not MAY_APPLY:
            return frozenset()
        return self.possibilities.settled_by

    @property
    def is_live(self) -> bool:
        """Whether the rule applies or may apply."""
        return self.verdict in LIVE

    @property
    def at_work(self) -> tuple[int, ...]:
        """The branches, by their number, by which a rule applies; none where it only may.

        Those that certainly apply; where only several together are certain, all that may.
        """
        if self.verdict is not APPLIES:
            return ()
        certain = APPLIES if APPLIES in self.branches else MAY_APPLY
        return tuple(n for n, verdict in enumerate(self.branches) if verdict is certain)


LIVE = frozenset({APPLIES, MAY_APPLY})


def compile_rule(configuration: Configuration, rule: Rule, compiler: Compiler) -> Compiled:
    """Prepare a rule: whether the evidence speaks, whether it is silent, then its branches."""
    branches = (branch.when for branch in rule.counting)
    return compiler.compile(*_coverage(configuration), *branches)


def rated(configuration: Configuration, *ratings: Coverage) -> IncludesAnyOf:
    """Return the condition that a format is chosen which the evidence covers in these ways."""
    options = (option for option, rating in configuration.coverage.items() if rating in ratings)
    return IncludesAnyOf(FORMATS, tuple(options))


def _coverage(configuration: Configuration) -> tuple[Condition, Condition]:
    """Return what makes the evidence speak about a plan, and what leaves it silent.

    A configuration without coverage is not about formats: the evidence always speaks. It is
    silent about whom ``covered_when`` leaves out, whatever the formats.
    """
    speaks: Condition = AllOf(())
    silent: Condition = AnyOf(())
    if configuration.coverage:
        speaks = rated(configuration, Coverage.COVERED, Coverage.CONDITIONAL)
        silent = rated(configuration, Coverage.NOT_COVERED, Coverage.ELSEWHERE)
    if (covered := configuration.covered_when) is not None:
        return AllOf((covered, speaks)), AnyOf((Not(covered), silent))
    return speaks, silent


def outcome(compiled: Compiled, situation: Situation) -> Outcome:
    """Return the verdict of a rule that ``compile_rule`` prepared."""
    if situation.is_out_of_scope:
        return OUT_OF_SCOPE
    bounds = [fold(situation.bounds, CERTAIN) for fold in compiled.folds]
    if POSSIBLE not in bounds:
        return _from_columns(bounds, CERTAIN)
    possibilities = Possibilities(compiled, situation)
    lanes = possibilities.lanes
    if lanes is None:
        return _in_three_values(bounds, possibilities)
    return _from_columns(lanes.columns, lanes.every, possibilities)


OUT_OF_SCOPE = Outcome(verdict=NOT_COVERED, by_coverage=True)


def applying(columns: Sequence[int]) -> int:
    """Return the lanes in which a rule applies, from the columns of ``compile_rule``."""
    speaks, _silent, *branches = columns
    return speaks & reduce(or_, branches, 0)


def not_covered(columns: Sequence[int]) -> int:
    """Return the lanes in which the evidence is silent, from the columns of ``compile_rule``."""
    speaks, silent, *_branches = columns
    return silent & ~speaks


def verdict_within(columns: Sequence[int], lanes: int) -> Verdict:
    """Return the verdict of a rule where only some lanes are left."""
    return _verdict(applying(columns) & lanes, not_covered(columns) & lanes, lanes)


def _from_columns(
    columns: Sequence[int], every: int, possibilities: Possibilities | None = None
) -> Outcome:
    speaks, _silent, *branches = columns
    return Outcome(
        verdict=_verdict(applying(columns), not_covered(columns), every),
        branches=tuple([_verdict(speaks & branch, 0, every) for branch in branches]),
        by_coverage=not speaks,
        possibilities=possibilities,
    )


def _verdict(applies: int, silent: int, every: int) -> Verdict:
    if applies == every:
        return APPLIES
    if applies:
        return MAY_APPLY
    return NOT_COVERED if silent == every else DOES_NOT_APPLY


def _in_three_values(bounds: Sequence[int], possibilities: Possibilities) -> Outcome:
    speaks, silent, *branches = bounds
    each = tuple([_verdict_within(speaks & branch) for branch in branches])
    is_silent = (speaks ^ CERTAIN if speaks != POSSIBLE else POSSIBLE) & silent
    if APPLIES in each:
        return Outcome(verdict=APPLIES, branches=each)
    if MAY_APPLY in each:
        return Outcome(verdict=MAY_APPLY, branches=each, exact=False, possibilities=possibilities)
    return Outcome(
        verdict=NOT_COVERED if is_silent == CERTAIN else DOES_NOT_APPLY,
        branches=each,
        by_coverage=not speaks,
        exact=is_silent != POSSIBLE,
    )


def _verdict_within(bounds: int) -> Verdict:
    return {CERTAIN: APPLIES, POSSIBLE: MAY_APPLY}.get(bounds, DOES_NOT_APPLY)
