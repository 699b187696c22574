"""What the rules say about a plan: findings, actions, open questions, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from advisor.models import ids
from advisor.models.conditions import Test
from advisor.models.evidence import Domain, Effect, Level
from advisor.models.pack import PackVersion
from advisor.models.plan import Answer, Choice, Decision, OpenAnswer


class Truth(StrEnum):
    """Whether a condition holds, as far as the answers say."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


class Verdict(StrEnum):
    """What a rule says about a plan."""

    APPLIES = "applies"
    MAY_APPLY = "may_apply"
    DOES_NOT_APPLY = "does_not_apply"
    NOT_COVERED = "not_covered"


class GateState(StrEnum):
    """Whether something that must be there before mothers are supported is there."""

    MISSING = "missing"
    NOT_SAID = "not_said"
    FINE = "fine"


class RiskState(StrEnum):
    """How far the key actions for a risk that applies are planned or in place."""

    OPEN = "open"
    PARTLY_ADDRESSED = "partly_addressed"
    ADDRESSED = "addressed"


class Operator(StrEnum):
    """How the parts of an explanation are joined."""

    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestExplained:
    """One test with the answer that was used.

    ``hidden``: the question is not relevant to this plan, so the test is false.
    """

    __test__ = False  # not a pytest class

    test: Test
    answer: Answer
    truth: Truth
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupExplained:
    """Parts joined by all, any or not (one part)."""

    operator: Operator
    parts: "tuple[Explanation, ...]"
    truth: Truth


Explanation = TestExplained | GroupExplained


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchFinding:
    """One branch of a rule that applies or may apply.

    ``text`` is its sentence in the wording that fits the plan. ``other_sources``: it rests on
    other sources than the review and never counts. ``answered_by`` names the actions that
    answer it and may fit the plan. ``state`` is None unless it is a risk at work.
    """

    id: ids.BranchId
    verdict: Verdict
    state: RiskState | None
    text: str
    short: str
    sign: str
    evidence: str
    sources: tuple[ids.SourceId, ...]
    answered_by: tuple[ids.ActionId, ...]
    because: Explanation
    other_sources: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFinding:
    """What a benefit depends on; ``met`` is None where no answer can tell."""

    text: str
    met: Truth | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule of one configuration says about the plan.

    ``because`` judges the rule's branches test by test in three values; the verdict is
    exact and may therefore be settled where ``because`` is open. ``branches`` has those that
    apply or may apply, and those that rest on other sources and hold. ``depends_on`` names the
    open questions whose answers can change the verdict (empty when it is settled), in the
    order of the questionnaire. ``by_coverage``: the verdict comes from the formats chosen
    or from whom the programme is for, and not from the condition. ``exact`` is False only when
    the rule had too many possible answers to try (see ``advisor.rules.completions``).
    ``state`` is that of the worst branch that applies; ``matters_more``: two or more of its
    reasons to matter more hold, and more of them than of the others.
    """

    configuration: ids.ConfigurationId
    rule: ids.RuleId
    domain: Domain
    effect: Effect
    supplementary: bool
    verdict: Verdict
    state: RiskState | None
    branches: tuple[BranchFinding, ...]
    because: Explanation
    depends_on: tuple[ids.QuestionId, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]
    actions: tuple[ids.ActionId, ...]
    evidence: str
    sources: tuple[ids.SourceId, ...]
    needs: tuple[NeedFinding, ...] = ()
    matters_more: bool = False
    by_coverage: bool = False
    exact: bool = True

    @property
    def counting(self) -> tuple[BranchFinding, ...]:
        """The branches that make the rule apply, or may."""
        return tuple(branch for branch in self.branches if not branch.other_sources)

    @property
    def at_work(self) -> tuple[BranchFinding, ...]:
        """The branches by which a rule applies.

        Those that certainly apply; where only several together are certain, all that may.
        """
        if self.verdict is not Verdict.APPLIES:
            return ()
        certain = tuple(each for each in self.counting if each.verdict is Verdict.APPLIES)
        return certain or self.counting

    @property
    def from_elsewhere(self) -> tuple[BranchFinding, ...]:
        """The branches that rest on other sources than the review."""
        return tuple(branch for branch in self.branches if branch.other_sources)

    @property
    def is_settled(self) -> bool:
        """Whether no further answer can change the verdict."""
        return self.verdict is not Verdict.MAY_APPLY

    @property
    def is_live(self) -> bool:
        """Whether the finding applies or may apply, so that its actions count."""
        return self.verdict in (Verdict.APPLIES, Verdict.MAY_APPLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFinding:
    """Whether one thing that must be there is there.

    ``text`` says what is missing, ``in_place`` the sentence to tick. ``actions`` are those of
    the gate that may fit the plan; ``depends_on`` names open questions that it waits for.
    """

    id: ids.GateId
    level: Level
    state: GateState
    text: str
    in_place: str
    actions: tuple[ids.ActionId, ...]
    depends_on: tuple[ids.QuestionId, ...]
    because: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why an action comes first: a gate that is missing, or a branch of a risk."""

    gate: ids.GateId | None = None
    rule: ids.RuleId | None = None
    branch: ids.BranchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """One of the few things to do first, and why it is among them."""

    action: ids.ActionId
    because: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedAction:
    """One action with the live findings that it serves.

    ``text`` is in the wording that fits the plan. ``serves`` names the configurations of
    findings that apply or may apply. ``key``: it answers a branch of a risk, or of what keeps
    mothers away, that applies. ``applies`` is OPEN while it depends on open answers whether
    the action fits. ``in_place``: True when the answers show it or the provider says so, False
    when the answers show that it is not, None when nothing says either way.
    """

    id: ids.ActionId
    text: str
    stage: str
    owner: str
    serves: tuple[ids.ConfigurationId, ...]
    key: bool
    safety: bool
    applies: Truth
    in_place: bool | None
    decision: Decision
    shown_by_answers: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether the provider will do it and it is not in place yet."""
        return self.in_place is not True and self.decision.choice is Choice.WE_WILL

    @property
    def is_declined(self) -> bool:
        """Whether the provider does not want it and no answer shows it in place."""
        return self.in_place is not True and self.decision.choice is Choice.NOT_FOR_US


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that is still open and on which a gate or a finding depends.

    ``gates`` are not said yet and wait for it; ``risks`` may apply and depend on it.
    ``could_settle`` counts the findings that may apply and that at least one answer to
    this question alone would settle; ``touches`` counts those that depend on it.
    """

    question: ids.QuestionId
    open: OpenAnswer
    gates: tuple[ids.GateId, ...]
    risks: tuple[ids.RuleId, ...]
    could_settle: int
    touches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedScopeNote:
    """A scope note that applies or may apply, with its condition judged test by test."""

    id: ids.ScopeNoteId
    verdict: Verdict
    text: str
    because: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedTension:
    """A design choice of this plan that has two sides.

    A side names only configurations with a live finding that points its way: one that
    draws mothers in stands on the benefit side. A tension is listed when its option is
    chosen, whether or not both sides are live.
    """

    id: ids.TensionId
    question: ids.QuestionId
    option: ids.OptionId
    benefit_side: tuple[ids.ConfigurationId, ...]
    risk_side: tuple[ids.ConfigurationId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts for the first sentence: rules by verdict and state, and questions answered."""

    risks_open: int
    risks_partly_addressed: int
    risks_addressed: int
    benefits: int
    helps_take_up: int
    hinders_take_up: int
    may_apply: int
    risks_that_may_apply: int
    not_covered: int
    does_not_apply: int
    gates_missing: int
    gates_not_said: int
    answered: int
    asked: int

    @property
    def risks(self) -> int:
        """Risks that apply, whatever their state."""
        return self.risks_open + self.risks_partly_addressed + self.risks_addressed


@dataclass(frozen=True, kw_only=True)
class Advice:
    """All that the rules say about one plan under one pack.

    ``findings`` and ``gates`` follow the pack's order; ``actions`` follow the stages, then the
    pack; ``priorities`` has at most five things to do first; ``open_questions`` come most
    useful first. ``covered`` is False for a plan that the pack does not speak about at all.
    """

    plan: ids.PlanId
    pack: PackVersion
    covered: bool
    summary: Summary
    gates: tuple[GateFinding, ...]
    priorities: tuple[Priority, ...]
    findings: tuple[Finding, ...]
    actions: tuple[AdvisedAction, ...]
    open_questions: tuple[OpenQuestion, ...]
    scope_notes: tuple[AdvisedScopeNote, ...]
    tensions: tuple[AdvisedTension, ...]

    @property
    def can_judge(self) -> bool:
        """Whether the evidence speaks about this plan at all.

        Not where nothing applies or may apply and it is silent about something.
        """
        live = any(finding.is_live for finding in self.findings)
        return live or not self.summary.not_covered

    @cached_property
    def finding_by_rule(self) -> Mapping[ids.RuleId, Finding]:
        """Findings by the id of their rule."""
        return {finding.rule: finding for finding in self.findings}

    @cached_property
    def action_by_id(self) -> Mapping[ids.ActionId, AdvisedAction]:
        """Advised actions by id."""
        return {action.id: action for action in self.actions}

    def with_verdict(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """Return the findings that have one of these verdicts, in order."""
        return tuple(finding for finding in self.findings if finding.verdict in verdicts)
