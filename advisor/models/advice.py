"""What the rules say about a plan: findings, actions, open questions, notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from advisor.models.conditions import Test
from advisor.models.evidence import Domain, Effect
from advisor.models.ids import (
    ActionId,
    ConfigurationId,
    OptionId,
    PlanId,
    QuestionId,
    RuleId,
    ScopeNoteId,
    SourceId,
    TensionId,
)
from advisor.models.pack import PackVersion
from advisor.models.plan import Answer, Decision, OpenAnswer


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


class RiskState(StrEnum):
    """How far the key actions for a risk that applies are in place."""

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
class Finding:
    """What one rule of one configuration says about the plan.

    ``because`` judges the rule's condition test by test in three values; the verdict is
    exact and may therefore be settled where ``because`` is open. ``depends_on`` names the
    open questions whose answers can change the verdict (empty when it is settled), in the
    order of the questionnaire. ``by_coverage``: the verdict comes from the formats chosen
    and not from the condition. ``exact`` is False only when the rule had too many possible
    answers to try (see ``advisor.rules.completions``).
    """

    configuration: ConfigurationId
    rule: RuleId
    domain: Domain
    effect: Effect
    supplementary: bool
    verdict: Verdict
    state: RiskState | None
    because: Explanation
    depends_on: tuple[QuestionId, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]
    actions: tuple[ActionId, ...]
    evidence: str
    sources: tuple[SourceId, ...]
    by_coverage: bool = False
    exact: bool = True

    @property
    def is_settled(self) -> bool:
        """Whether no further answer can change the verdict."""
        return self.verdict is not Verdict.MAY_APPLY

    @property
    def is_live(self) -> bool:
        """Whether the finding applies or may apply, so that its actions count."""
        return self.verdict in (Verdict.APPLIES, Verdict.MAY_APPLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedAction:
    """One action with the live findings that it serves.

    ``serves`` names the configurations of findings that apply or may apply. ``applies`` is
    OPEN while it depends on open answers whether the action fits. ``in_place``: True when
    the answers show it or the provider says so, False when the answers show that it is
    not, None when nothing says either way.
    """

    id: ActionId
    stage: str
    owner: str
    serves: tuple[ConfigurationId, ...]
    key: bool
    safety: bool
    applies: Truth
    in_place: bool | None
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that is still open and could settle verdicts.

    ``could_settle`` counts the findings that may apply and that at least one answer to
    this question alone would settle; ``touches`` counts those that depend on it.
    """

    question: QuestionId
    open: OpenAnswer
    could_settle: int
    touches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedScopeNote:
    """A scope note that applies or may apply, with its condition judged test by test."""

    id: ScopeNoteId
    verdict: Verdict
    because: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedTension:
    """A design choice of this plan that has two sides.

    A side names only configurations with a live finding that points its way: one that
    draws mothers in stands on the benefit side. A tension is listed when its option is
    chosen, whether or not both sides are live.
    """

    id: TensionId
    question: QuestionId
    option: OptionId
    benefit_side: tuple[ConfigurationId, ...]
    risk_side: tuple[ConfigurationId, ...]


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
    not_covered: int
    does_not_apply: int
    answered: int
    asked: int

    @property
    def risks(self) -> int:
        """Risks that apply, whatever their state."""
        return self.risks_open + self.risks_partly_addressed + self.risks_addressed


@dataclass(frozen=True, kw_only=True)
class Advice:
    """All that the rules say about one plan under one pack.

    ``findings`` follow the pack's order; ``actions`` follow the stages, then the pack;
    ``open_questions`` come most useful first.
    """

    plan: PlanId
    pack: PackVersion
    summary: Summary
    findings: tuple[Finding, ...]
    actions: tuple[AdvisedAction, ...]
    open_questions: tuple[OpenQuestion, ...]
    scope_notes: tuple[AdvisedScopeNote, ...]
    tensions: tuple[AdvisedTension, ...]

    @cached_property
    def finding_by_rule(self) -> Mapping[RuleId, Finding]:
        """Findings by the id of their rule."""
        return {finding.rule: finding for finding in self.findings}

    @cached_property
    def action_by_id(self) -> Mapping[ActionId, AdvisedAction]:
        """Advised actions by id."""
        return {action.id: action for action in self.actions}

    def with_verdict(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """Return the findings that have one of these verdicts, in order."""
        return tuple(finding for finding in self.findings if finding.verdict in verdicts)
