"""What was filled in on a checklist and is not taken as it stands, and why."""

import datetime
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.filled import FilledField, Unread
from advisor.models.ids import GateId
from advisor.models.pack import Pack
from advisor.models.plan import EntryKey, EntryKind, Plan
from advisor.telling.entries import title_in
from advisor.telling.grammar import day

_EXAMPLE = datetime.date(2027, 3, 5)
_CANNOT_BE_TAKEN = {
    FilledField.OWNER: N_("The name beside “{action}” cannot be taken. {fault}"),
    FilledField.NOTE: N_("The note on “{action}” cannot be taken. {fault}"),
    FilledField.REASON: N_("The reason against “{action}” cannot be taken. {fault}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """An entry that is not taken, as it was typed; ``proposed`` is the day that it may mean."""

    key: EntryKey
    field: FilledField
    typed: str
    why: str
    proposed: datetime.date | None

    @property
    def offer(self) -> str:
        """The proposed day, to be confirmed; nothing where there is none."""
        if self.proposed is None:
            return ""
        return _("Take {day} for “{typed}”").format(day=day(self.proposed), typed=self.typed)


def not_taken(pack: Pack, plan: Plan, key: EntryKey, unread: Unread) -> NotTaken:
    """Tell why an entry of a filled-in copy is not taken as it stands."""
    return NotTaken(
        key=key,
        field=unread.field,
        typed=unread.typed,
        why=_why(_about(pack, plan, key), unread),
        proposed=unread.proposed,
    )


def _about(pack: Pack, plan: Plan, key: EntryKey) -> str:
    if key.kind is EntryKind.GATE_TICK:
        return pack.gate_by_id[GateId(key.id)].in_place
    entry = plan.entry(key)
    return key.id if entry is None else title_in(pack, plan, key, entry)


def _why(title: str, unread: Unread) -> str:
    if unread.several:
        return _(
            "“{action}” has one field with several entries, and it is not clear which is meant:"
            " {typed}."
        ).format(action=title, typed=unread.typed)
    if unread.proposed is not None:
        return _(
            "“{typed}” beside “{action}” may mean {day}. It is not taken until that is confirmed."
        ).format(typed=unread.typed, action=title, day=day(unread.proposed))
    match unread.field:
        case FilledField.OWNER | FilledField.NOTE | FilledField.REASON:
            return _(_CANNOT_BE_TAKEN[unread.field]).format(action=title, fault=unread.fault)
        case FilledField.DUE:
            return _("“{typed}” beside “{action}” is not a date. Write it as {example}.").format(
                typed=unread.typed, action=title, example=day(_EXAMPLE)
            )
        case FilledField.TICK:
            return _(
                "The box beside “{action}” holds “{typed}”, which says neither ticked nor empty."
            ).format(action=title, typed=unread.typed)
