"""What was said under an earlier edition of the evidence and is asked differently now."""

from dataclasses import dataclass

from advisor.models.ids import ActionId, QuestionId
from advisor.models.plan import Answer, Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAnswer:
    """An answer to what is asked differently now.

    ``proposed`` is what it may become, to the question ``now``. Without it the answer stays and
    counts, and the person is asked whether it still fits.
    """

    question: QuestionId
    said: Answer
    now: QuestionId
    proposed: Answer | None
    taken: bool
    """Whether the question of today has an answer already, which ``proposed`` would replace."""
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDecision:
    """A decision on an action that others took in, kept until the person has seen what came of it.

    ``into`` are those others. ``copied`` has those where the same is decided, and ``taken``
    those where something else is; the rest are undecided.
    """

    action: ActionId
    decided: Decision
    into: tuple[ActionId, ...]
    copied: tuple[ActionId, ...]
    taken: tuple[ActionId, ...]
    why: str

    @property
    def waiting(self) -> tuple[ActionId, ...]:
        """Those where nothing is decided."""
        return tuple(each for each in self.into if each not in self.copied + self.taken)
