"""What differs between two plans, or between stored and new advice for one plan."""

from dataclasses import dataclass, field

from advisor.models.advice import Advice
from advisor.models.findings import Finding, GateState, RiskState, Verdict
from advisor.models.ids import GateId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDifference:
    """A question that two plans answer differently. Notes are not compared."""

    question: QuestionId
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A rule whose verdict differs; None on the side where there is no such rule.

    ``was`` and ``now`` are the findings behind it, as far as they are known: they say why.
    """

    rule: RuleId
    before: Verdict | None
    after: Verdict | None
    was: Finding | None = field(default=None, compare=False, repr=False)
    now: Finding | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """A risk that applies before and after and is addressed to another degree."""

    rule: RuleId
    before: RiskState
    after: RiskState
    was: Finding | None = field(default=None, compare=False, repr=False)
    now: Finding | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateChange:
    """A gate that is met, missing or not said yet, and was not before."""

    gate: GateId
    before: GateState
    after: GateState


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became different. Each rule is in at most one of the four lists of rules.

    ``gained`` apply after and did not before; ``lost`` applied before and no longer do;
    ``changed`` have another verdict and apply on neither side; ``states`` apply on both.
    ``answers`` follow the questionnaire, the others the pack.
    """

    answers: tuple[AnswerDifference, ...] = ()
    gained: tuple[VerdictChange, ...] = ()
    lost: tuple[VerdictChange, ...] = ()
    changed: tuple[VerdictChange, ...] = ()
    states: tuple[StateChange, ...] = ()
    gates: tuple[GateChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Comparison()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two plans beside each other, each with the advice on it, and what differs.

    ``asked`` questions are asked in one of them at least.
    """

    before: Plan
    after: Plan
    old: Advice
    new: Advice
    asked: int
    moved: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerAdvice:
    """What newer evidence changed in the advice on a plan.

    ``earlier`` is the version that the plan was last advised with, and ``before`` that edition
    where it is stored still.
    """

    comparison: Comparison
    earlier: str
    before: Pack | None
