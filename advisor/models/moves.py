"""How a plan that was answered under one edition of the evidence moves to the next."""

from dataclasses import dataclass

from advisor.models.ids import ActionId, OptionId, QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMove:
    """What becomes of an answer of the earlier edition, and why, in a sentence to the person.

    Without ``option`` it speaks for every answer to its question. ``becomes`` is a question
    with the options to propose; without it the answer stays and is asked again.
    """

    question: QuestionId
    why: str
    option: OptionId | None = None
    becomes: tuple[QuestionId, tuple[OptionId, ...]] | None = None

    @property
    def ask_again(self) -> bool:
        """Whether the answer stays, and the person is asked whether it still fits."""
        return self.becomes is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionMove:
    """Actions that took in one of the earlier edition."""

    action: ActionId
    into: tuple[ActionId, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """From one edition to the next; the two are versions of the same pack."""

    before: str
    after: str
    answers: tuple[AnswerMove, ...]
    actions: tuple[ActionMove, ...]
