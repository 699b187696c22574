"""What the rules say about a plan: findings, actions, open questions, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.models import ids
from advisor.models.explanation import Explanation, Truth
from advisor.models.findings import Finding, GateFinding, GateState, Verdict
from advisor.models.gates import Level
from advisor.models.pack import PackVersion
from advisor.models.plan import Choice, Decision, OpenAnswer


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

    @property
    def stops(self) -> int:
        """How many of the gates that are missing stop everything."""
        missing = (gate for gate in self.gates if gate.state is GateState.MISSING)
        return sum(gate.level is Level.STOP for gate in missing)

    def with_verdict(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """Return the findings that have one of these verdicts, in order."""
        return tuple(finding for finding in self.findings if finding.verdict in verdicts)
