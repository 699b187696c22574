"""What a filled-in copy of a checklist holds."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.models.ids import GateId, PlanId
from advisor.models.plan import Choice, Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledItem:
    """What was changed about one action; None where nothing was.

    ``action`` is the id of one of the pack's actions or of an own action. An empty ``owner``,
    ``note`` or ``reason`` was wiped out, as was the date when ``due_wiped``.
    """

    action: str
    done: bool | None = None
    owner: str | None = None
    due: datetime.date | None = None
    due_wiped: bool = False
    note: str | None = None
    reason: str | None = None

    @property
    def is_changed(self) -> bool:
        """Whether anything was ticked, typed or wiped out."""
        changes = (self.done, self.owner, self.due, self.note, self.reason)
        return self.due_wiped or any(each is not None for each in changes)

    def applied_to(self, decision: Decision) -> Decision:
        """Return the decision as it is after these changes.

        A tick puts the action in place. A name or a date makes it something that is going to
        be done, unless it was decided otherwise.
        """
        return replace(
            decision,
            choice=self._choice_after(decision.choice),
            owner=decision.owner if self.owner is None else self.owner,
            due=None if self.due_wiped else self.due or decision.due,
            note=decision.note if self.note is None else self.note,
            reason=decision.reason if self.reason is None else self.reason,
        )

    def _choice_after(self, before: Choice) -> Choice:
        if self.done:
            return Choice.IN_PLACE
        is_taken_on = bool(self.owner or self.due) and before is Choice.DECIDE_LATER
        is_undone = self.done is False and before is Choice.IN_PLACE
        return Choice.WE_WILL if is_taken_on or is_undone else before


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledTick:
    """That the box beside what a gate asks for was ticked as being so, or its tick taken away."""

    gate: GateId
    ticked: bool


class FilledField(StrEnum):
    """What a person can fill in about an action, or tick beside what a gate asks for."""

    TICK = "tick"
    OWNER = "owner"
    DUE = "due"
    NOTE = "note"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An entry that is not taken, as it was typed.

    ``about`` is the id of an action or a gate. ``proposed`` is the day that it may mean; ``fault``
    says what is wrong with a text, and ``several`` that one field holds more than one entry.
    """

    about: str
    field: FilledField
    typed: str
    proposed: datetime.date | None = None
    fault: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledChecklist:
    """A filled-in copy: the plan it was made for and the actions with changes, in order.

    ``plan`` is empty where the copy does not say; ``read_on`` is the day that ``ticks`` are of.
    ``read`` of ``fields`` could be read; ``knows_printed``: whether it says what was in them when
    it was made.
    """

    plan: PlanId
    read_on: datetime.date
    items: tuple[FilledItem, ...]
    unread: tuple[Unread, ...] = ()
    ticks: tuple[FilledTick, ...] = ()
    read: int = 0
    fields: int = 0
    knows_printed: bool = True
