"""A provider's plan: what was answered and what was decided."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from advisor.models.ids import ActionId, GateId, OptionId, PlanId, QuestionId
from advisor.models.own_entries import OwnEntry, placed, with_own
from advisor.models.pack import PackVersion
from advisor.models.questionnaire import Nature


class EntryKind(StrEnum):
    """What kind of thing a person said: the one list that saving, undo and disputes go by."""

    PLAN = "plan"
    ANSWER = "answer"
    DECISION = "decision"
    OWN_ACTION = "own_action"
    OWN_RISK = "own_risk"
    COMMENT = "comment"
    GATE_TICK = "gate_tick"


@dataclass(frozen=True, slots=True)
class EntryKey:
    """Which entry of a plan: ``id`` is the plan, question, action, gate, or an own entry's."""

    kind: EntryKind
    id: str

    @classmethod
    def of_plan(cls, plan: PlanId) -> "EntryKey":
        """Return the key of a plan's own name."""
        return cls(EntryKind.PLAN, plan)

    @classmethod
    def of_answer(cls, question: QuestionId) -> "EntryKey":
        """Return the key of the answer to a question."""
        return cls(EntryKind.ANSWER, question)

    @classmethod
    def of_decision(cls, action: ActionId) -> "EntryKey":
        """Return the key of the decision on an action of the evidence."""
        return cls(EntryKind.DECISION, action)

    @classmethod
    def of_tick(cls, gate: GateId) -> "EntryKey":
        """Return the key of the tick beside what a gate asks for."""
        return cls(EntryKind.GATE_TICK, gate)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanName:
    """What a plan is called, and what a person wrote about it.

    ``version`` counts the saves of an entry in the database it was read from (0: never saved);
    every entry has one. It lets two people change one plan without losing a word.
    """

    title: str
    description: str = ""
    version: int = field(default=0, compare=False)


class OpenAnswer(StrEnum):
    """Why there is no answer. The rules treat the three alike; screens and paper do not."""

    NOT_ANSWERED = "not_answered"
    NOT_SURE = "not_sure"
    NOT_DECIDED = "not_decided"

    @classmethod
    def on_purpose(cls, nature: Nature) -> "OpenAnswer":
        """Return how a question is left open on purpose: to be found out, or to be decided."""
        return cls.NOT_SURE if nature is Nature.CONTEXT else cls.NOT_DECIDED


GivenAnswer = OptionId | frozenset[OptionId] | int | bool
"""Single choice, multiple choice (never empty), number, yes/no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said to one question, a note, and the edition that asked it (empty: not kept)."""

    value: GivenAnswer | OpenAnswer = OpenAnswer.NOT_ANSWERED
    note: str = ""
    version: int = field(default=0, compare=False)
    edition: str = field(default="", compare=False)

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


UNDECIDED = Decision()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAction(OwnEntry):
    """An action that the provider added; ``stage`` is one of the pack's.

    The version is the whole entry's; that of its decision counts for nothing.
    """

    text: str
    stage: str
    decision: Decision = Decision(choice=Choice.WE_WILL)

    @property
    def key(self) -> EntryKey:
        """The key of this entry."""
        return EntryKey(EntryKind.OWN_ACTION, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRisk(OwnEntry):
    """A risk that the provider added, in their own words."""

    text: str
    mitigation: str = ""

    @property
    def key(self) -> EntryKey:
        """The key of this entry."""
        return EntryKey(EntryKind.OWN_RISK, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(OwnEntry):
    """That ``who``, perhaps nobody named, sees a question differently. No rule reads it."""

    question: QuestionId
    text: str
    who: str = ""

    @property
    def key(self) -> EntryKey:
        """The key of this entry."""
        return EntryKey(EntryKind.COMMENT, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateTick:
    """That a person ticked what a gate asks for as being so, on this day.

    It says no more than that sentence does: no rule reads it, and the gate stays in its state.
    """

    day: datetime.date
    version: int = field(default=0, compare=False)


Own: TypeAlias = OwnAction | OwnRisk | Comment
Entry: TypeAlias = PlanName | Answer | Decision | Own | GateTick


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
    comments: tuple[Comment, ...] = ()
    gate_ticks: Mapping[GateId, GateTick] = field(default_factory=lambda: MappingProxyType({}))
    pack: PackVersion | None = None
    version: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        """Give every own entry the place it has in its list, unless it has one."""
        object.__setattr__(self, "own_actions", tuple(placed(self.own_actions)))
        object.__setattr__(self, "own_risks", tuple(placed(self.own_risks)))
        object.__setattr__(self, "comments", tuple(placed(self.comments)))

    def answer(self, question: QuestionId) -> Answer:
        """Return the answer to a question; an unanswered one when nothing was said."""
        return self.answers.get(question, UNANSWERED)

    def decision(self, action: ActionId) -> Decision:
        """Return the decision on an action; *decide later* when none was taken."""
        return self.decisions.get(action, UNDECIDED)

    def entries(self) -> Iterator[tuple[EntryKey, Entry]]:
        """Give everything that was said, the name of the plan first."""
        yield EntryKey.of_plan(self.id), self._name
        for question, answer in self.answers.items():
            yield EntryKey.of_answer(question), answer
        for action, decision in self.decisions.items():
            yield EntryKey.of_decision(action), decision
        for own in self._all_own:
            yield own.key, own
        for gate, tick in self.gate_ticks.items():
            yield EntryKey.of_tick(gate), tick

    def entry(self, key: EntryKey) -> Entry | None:
        """Return an entry; None for an own one or a tick that is not there, and for no other."""
        match key.kind:
            case EntryKind.PLAN:
                return self._name
            case EntryKind.ANSWER:
                return self.answer(QuestionId(key.id))
            case EntryKind.DECISION:
                return self.decision(ActionId(key.id))
            case EntryKind.GATE_TICK:
                return self.gate_ticks.get(GateId(key.id))
            case _:
                return next((own for own in self._all_own if own.key == key), None)

    def with_entry(self, key: EntryKey, entry: Entry) -> "Plan":
        """Return the plan with one entry added or changed; an own entry keeps its place."""
        match entry:
            case PlanName():
                title, description = entry.title, entry.description
                return replace(self, title=title, description=description, version=entry.version)
            case Answer():
                answers = {**self.answers, QuestionId(key.id): entry}
                return replace(self, answers=MappingProxyType(answers))
            case Decision():
                decisions = {**self.decisions, ActionId(key.id): entry}
                return replace(self, decisions=MappingProxyType(decisions))
            case OwnAction():
                return replace(self, own_actions=with_own(self.own_actions, entry))
            case OwnRisk():
                return replace(self, own_risks=with_own(self.own_risks, entry))
            case Comment():
                return replace(self, comments=with_own(self.comments, entry))
            case GateTick():
                ticks = {**self.gate_ticks, GateId(key.id): entry}
                return replace(self, gate_ticks=MappingProxyType(ticks))

    def without(self, key: EntryKey) -> "Plan":
        """Return the plan without an entry; its name stays, for every plan has one."""
        match key.kind:
            case EntryKind.PLAN:
                return self
            case EntryKind.ANSWER:
                kept = {each: said for each, said in self.answers.items() if each != key.id}
                return replace(self, answers=MappingProxyType(kept))
            case EntryKind.DECISION:
                left = {each: said for each, said in self.decisions.items() if each != key.id}
                return replace(self, decisions=MappingProxyType(left))
            case EntryKind.OWN_ACTION:
                actions = tuple(own for own in self.own_actions if own.id != key.id)
                return replace(self, own_actions=actions)
            case EntryKind.OWN_RISK:
                return replace(self, own_risks=tuple(o for o in self.own_risks if o.id != key.id))
            case EntryKind.COMMENT:
                return replace(self, comments=tuple(o for o in self.comments if o.id != key.id))
            case EntryKind.GATE_TICK:
                ticks = {each: tick for each, tick in self.gate_ticks.items() if each != key.id}
                return replace(self, gate_ticks=MappingProxyType(ticks))

    @property
    def _all_own(self) -> tuple[Own, ...]:
        return (*self.own_actions, *self.own_risks, *self.comments)

    @property
    def _name(self) -> PlanName:
        return PlanName(title=self.title, description=self.description, version=self.version)
