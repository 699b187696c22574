"""What differs between two plans, or between stored and new advice for one plan."""

from dataclasses import dataclass

from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import QuestionId, RuleId
from advisor.models.plan import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDifference:
    """A question that two plans answer differently. Notes are not compared."""

    question: QuestionId
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A rule whose verdict differs; None on the side where there is no such rule."""

    rule: RuleId
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """A risk that applies before and after and is addressed to another degree."""

    rule: RuleId
    before: RiskState
    after: RiskState


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became different. Each rule is in at most one of the last four.

    ``gained`` apply after and did not before; ``lost`` applied before and no longer do;
    ``changed`` have another verdict and apply on neither side; ``states`` apply on both.
    ``answers`` follow the questionnaire, the others the pack.
    """

    answers: tuple[AnswerDifference, ...] = ()
    gained: tuple[VerdictChange, ...] = ()
    lost: tuple[VerdictChange, ...] = ()
    changed: tuple[VerdictChange, ...] = ()
    states: tuple[StateChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Comparison()
