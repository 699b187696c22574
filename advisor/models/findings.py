"""What the rules say about one statement or one gate, and why."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.evidence import Domain, Effect
from advisor.models.explanation import Explanation, Truth
from advisor.models.gates import Level
from advisor.models.ids import (
    ActionId,
    BranchId,
    ConfigurationId,
    GateId,
    QuestionId,
    RuleId,
    SourceId,
)


class Verdict(StrEnum):
    """What a rule says about a plan."""

    APPLIES = "applies"
    MAY_APPLY = "may_apply"
    DOES_NOT_APPLY = "does_not_apply"
    NOT_COVERED = "not_covered"


class RiskState(StrEnum):
    """How far the key actions for a risk that applies are planned or in place."""

    OPEN = "open"
    PARTLY_ADDRESSED = "partly_addressed"
    ADDRESSED = "addressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchFinding:
    """One branch of a rule that applies or may apply.

    ``text`` is its sentence in the wording that fits the plan. ``other_sources``: it rests on
    other sources than the review and never counts. ``answered_by`` names the actions that
    answer it and may fit the plan. ``state`` is None unless it is a risk at work.
    """

    id: BranchId
    verdict: Verdict
    state: RiskState | None
    text: str
    short: str
    sign: str
    evidence: str
    sources: tuple[SourceId, ...]
    answered_by: tuple[ActionId, ...]
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

    configuration: ConfigurationId
    rule: RuleId
    domain: Domain
    effect: Effect
    supplementary: bool
    verdict: Verdict
    state: RiskState | None
    branches: tuple[BranchFinding, ...]
    because: Explanation
    depends_on: tuple[QuestionId, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]
    actions: tuple[ActionId, ...]
    evidence: str
    sources: tuple[SourceId, ...]
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


class GateState(StrEnum):
    """Whether something that must be there before mothers are supported is there."""

    MISSING = "missing"
    NOT_SAID = "not_said"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateFinding:
    """Whether one thing that must be there is there.

    ``text`` says what is missing, ``in_place`` the sentence to tick. ``actions`` are those of
    the gate that may fit the plan; ``depends_on`` names open questions that it waits for.
    """

    id: GateId
    level: Level
    state: GateState
    text: str
    in_place: str
    actions: tuple[ActionId, ...]
    depends_on: tuple[QuestionId, ...]
    because: Explanation
