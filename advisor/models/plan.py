"""A provider's plan: what was answered and what was decided."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
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


@dataclass(frozen=True, slots=True)
class EntryKey:
    """Which entry of a plan: ``id`` is the plan, question, action, or that of an own entry."""

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
class OwnAction:
    """An action that the provider added. ``id`` is a UUID; ``stage`` one of the pack's.

    The version is the whole entry's; that of its decision counts for nothing. ``place`` orders
    own entries, so that one that was removed comes back where it stood; a plan gives it.
    """

    id: str
    text: str
    stage: str
    decision: Decision = Decision(choice=Choice.WE_WILL)
    place: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)

    @property
    def key(self) -> EntryKey:
        """The key of this entry."""
        return EntryKey(EntryKind.OWN_ACTION, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRisk:
    """A risk that the provider added, in their own words. ``id`` and ``place`` as above."""

    id: str
    text: str
    mitigation: str = ""
    place: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)

    @property
    def key(self) -> EntryKey:
        """The key of this entry."""
        return EntryKey(EntryKind.OWN_RISK, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """That ``who``, perhaps nobody named, sees a question otherwise. No rule reads it."""

    id: str
    question: QuestionId
    text: str
    who: str = ""
    place: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)

    @property
    def key(self) -> EntryKey:
        """The key of this entry."""
        return EntryKey(EntryKind.COMMENT, self.id)


Own: TypeAlias = OwnAction | OwnRisk | Comment
Entry: TypeAlias = PlanName | Answer | Decision | Own

_Own = TypeVar("_Own", OwnAction, OwnRisk, Comment)


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
    pack: PackVersion | None = None
    version: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        """Give every own entry the place it has in its list, unless it has one."""
        object.__setattr__(self, "own_actions", tuple(_placed(self.own_actions)))
        object.__setattr__(self, "own_risks", tuple(_placed(self.own_risks)))
        object.__setattr__(self, "comments", tuple(_placed(self.comments)))

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

    def entry(self, key: EntryKey) -> Entry | None:
        """Return an entry; None for an own one that is not there, and for no other."""
        match key.kind:
            case EntryKind.PLAN:
                return self._name
            case EntryKind.ANSWER:
                return self.answer(QuestionId(key.id))
            case EntryKind.DECISION:
                return self.decision(ActionId(key.id))
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
                return replace(self, own_actions=_with(self.own_actions, entry))
            case OwnRisk():
                return replace(self, own_risks=_with(self.own_risks, entry))
            case Comment():
                return replace(self, comments=_with(self.comments, entry))

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

    @property
    def _all_own(self) -> tuple[Own, ...]:
        return (*self.own_actions, *self.own_risks, *self.comments)

    @property
    def _name(self) -> PlanName:
        return PlanName(title=self.title, description=self.description, version=self.version)


def _placed(entries: Iterable[_Own]) -> Iterator[_Own]:
    last = -1
    for own in entries:
        last = last + 1 if own.place is None else own.place
        yield own if own.place is not None else replace(own, place=last)


def _with(entries: tuple[_Own, ...], changed: _Own) -> tuple[_Own, ...]:
    if any(own.id == changed.id for own in entries):
        return tuple(
            replace(changed, place=own.place) if own.id == changed.id else own for own in entries
        )
    added = list(entries)
    place = changed.place
    later = [at for at, own in enumerate(added) if place is not None and (own.place or 0) > place]
    added.insert(later[0] if later else len(added), changed)
    return tuple(added)
