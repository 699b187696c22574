"""A provider's plan: what was answered and what was decided."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
from advisor.models.pack import PackVersion


class OpenAnswer(StrEnum):
    """Why there is no answer. The rules treat the three alike; screens and paper do not."""

    NOT_ANSWERED = "not_answered"
    NOT_SURE = "not_sure"
    NOT_DECIDED = "not_decided"


GivenAnswer = OptionId | frozenset[OptionId] | int | bool
"""Single choice, multiple choice (never empty), number, yes/no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said to one question, and an optional note.

    ``version`` counts the saves of this answer in the database it was read from (0: never
    saved); it lets two people change one plan without losing a word.
    """

    value: GivenAnswer | OpenAnswer = OpenAnswer.NOT_ANSWERED
    note: str = ""
    version: int = field(default=0, compare=False)

    @property
    def is_open(self) -> bool:
        """Whether the question still waits for an answer."""
        return isinstance(self.value, OpenAnswer)

    @property
    def given(self) -> GivenAnswer | None:
        """The answer that was given, or None while the question is open."""
        return None if isinstance(self.value, OpenAnswer) else self.value


UNANSWERED = Answer()


class Choice(StrEnum):
    """What a provider decided about an action."""

    WE_WILL = "we_will"
    IN_PLACE = "in_place"
    NOT_FOR_US = "not_for_us"
    DECIDE_LATER = "decide_later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A provider's decision about one action. ``reason`` says why it was declined."""

    choice: Choice = Choice.DECIDE_LATER
    owner: str = ""
    due: datetime.date | None = None
    note: str = ""
    reason: str = ""
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAction:
    """An action that the provider added. ``id`` is a UUID; ``stage`` one of the pack's."""

    id: str
    text: str
    stage: str
    decision: Decision = Decision(choice=Choice.WE_WILL)
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRisk:
    """A risk that the provider added, in her own words. ``id`` is a UUID."""

    id: str
    text: str
    mitigation: str = ""
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A programme as planned so far. A question without an entry was not answered."""

    id: PlanId
    title: str
    description: str = ""
    answers: Mapping[QuestionId, Answer] = field(default_factory=lambda: MappingProxyType({}))
    decisions: Mapping[ActionId, Decision] = field(default_factory=lambda: MappingProxyType({}))
    own_actions: tuple[OwnAction, ...] = ()
    own_risks: tuple[OwnRisk, ...] = ()
    pack: PackVersion | None = None
    version: int = field(default=0, compare=False)

    def answer(self, question: QuestionId) -> Answer:
        """Return the answer to a question; an unanswered one when nothing was said."""
        return self.answers.get(question, UNANSWERED)

    def decision(self, action: ActionId) -> Decision:
        """Return the decision on an action; *decide later* when none was taken."""
        return self.decisions.get(action, Decision())

    def own_action(self, own_id: str) -> OwnAction | None:
        """Return an action that the provider added; None when it is not there."""
        return next((own for own in self.own_actions if own.id == own_id), None)

    def own_risk(self, own_id: str) -> OwnRisk | None:
        """Return a risk that the provider added; None when it is not there."""
        return next((own for own in self.own_risks if own.id == own_id), None)

    def with_answer(self, question: QuestionId, answer: Answer) -> "Plan":
        """Return the plan with one answer changed."""
        return replace(self, answers=MappingProxyType({**self.answers, question: answer}))

    def with_decision(self, action: ActionId, decision: Decision) -> "Plan":
        """Return the plan with one decision changed."""
        return replace(self, decisions=MappingProxyType({**self.decisions, action: decision}))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """What a list of plans shows, without the plan itself. Times are UTC."""

    id: PlanId
    title: str
    changed: datetime.datetime
    answered: int
    asked: int
    open_risks: int | None
    """Risks that apply and are open by the stored advice; None before there is advice."""
