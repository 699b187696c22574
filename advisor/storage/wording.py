"""What a person said, as the columns of a row and as a value of the field.

``Said`` is the one form between them: it is what is compared, kept in the history and covered
by a row's digest.
"""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import Table

from advisor.errors import StorageError
from advisor.language import _
from advisor.models.days import fault_in_day
from advisor.models.ids import PlanId
from advisor.models.plan import EntryKey, EntryKind
from advisor.models.said import Said
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, tidied
from advisor.storage import canonical
from advisor.storage.rows import Edited
from advisor.storage.schema import tables

TABLES: Mapping[EntryKind, Table] = {
    EntryKind.PLAN: tables.PLAN,
    EntryKind.ANSWER: tables.ANSWER,
    EntryKind.DECISION: tables.DECISION,
    EntryKind.OWN_ACTION: tables.OWN_ACTION,
    EntryKind.OWN_RISK: tables.OWN_RISK,
    EntryKind.COMMENT: tables.COMMENT,
    EntryKind.GATE_TICK: tables.GATE_TICK,
}
"""Where each kind of entry is kept. A kind is named as its table is."""

_ONE_LINE = {"title": TITLE_LENGTH, "owner": TITLE_LENGTH, "who": TITLE_LENGTH}
_MANY_LINES = dict.fromkeys(("description", "note", "reason", "text", "mitigation"), NOTE_LENGTH)
_DAYS = frozenset({"due", "day"})
_NEEDED = frozenset({"title", "text"})
_OF_DECISION = ("choice", "owner", "due", "note", "reason")
_COLUMNS: Mapping[Table, tuple[str, ...]] = {
    tables.PLAN: ("title", "description"),
    tables.ANSWER: ("value", "open", "note"),
    tables.DECISION: _OF_DECISION,
    tables.OWN_ACTION: ("text", "stage", *_OF_DECISION),
    tables.OWN_RISK: ("text", "mitigation"),
    tables.COMMENT: ("question", "who", "text"),
    tables.GATE_TICK: ("day",),
}


def columns_of(table: Table) -> tuple[str, ...]:
    """Return the columns that hold what was said."""
    return _COLUMNS[table]


def said_in(row: Edited) -> Said:
    """Return what a row says."""
    return said_from(row.table, [row.values[name] for name in _COLUMNS[row.table]])


def said_from(table: Table, values: Sequence[object]) -> Said:
    """Return what the values of a table's columns say."""
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else cast("str | None", value)
        for name, value in zip(_COLUMNS[table], values, strict=True)
    }


def written(table: Table, key: Sequence[str], said: Said) -> dict[str, object]:
    """Return the values with which the row of this key says something, with their seal."""
    columns: dict[str, object] = {
        name: datetime.date.fromisoformat(value) if name in _DAYS and value else value
        for name, value in ((name, said[name]) for name in _COLUMNS[table])
    }
    return {**columns, "digest": seal(table, key, said)}


def seal_of(row: Edited) -> str:
    """Return the digest of a row's key and words, to find out what a disk has changed."""
    return seal(row.table, row.key, said_in(row))


def whole_key(plan_id: PlanId, key: EntryKey) -> tuple[str, ...]:
    """Return the key of the row that holds an entry of a plan, the plan's id first."""
    return (plan_id,) if key.kind is EntryKind.PLAN else (plan_id, key.id)


def key_in(row: Edited) -> EntryKey:
    """Return which entry a row holds."""
    return EntryKey(EntryKind(row.table.name), row.key[-1])


def seal(table: Table, key: Sequence[str], said: Said) -> str:
    """Return the digest of a key and words."""
    return canonical.digest(canonical.spelled([table.name, list(key), said]))


def checked(said: Said) -> Said:
    """Return texts in NFC; raise StorageError ``value-refused`` for what cannot be stored."""
    kept = {name: None if text is None else tidied(text) for name, text in said.items()}
    for name, text in kept.items():
        if text is None:
            continue
        if name in _DAYS and (fault := _fault_in(text)):
            raise _refused(name, fault)
        if name in _NEEDED and not text.strip():
            raise _refused(name, _("This text must not be empty."))
        longest = _ONE_LINE.get(name) or _MANY_LINES.get(name)
        if longest and (fault := fault_in_text(text, longest=longest, lines=name in _MANY_LINES)):
            raise _refused(name, fault)
    return kept


def checked_uuid(text: str) -> str:
    """Return an id that is a UUID in its usual spelling; raise StorageError for another."""
    try:
        usual = str(uuid.UUID(text))
    except ValueError:
        usual = ""
    if usual != text:
        raise _refused("id", _("An id must be a UUID in lower case with hyphens."))
    return text


def _fault_in(text: str) -> str | None:
    return fault_in_day(datetime.date.fromisoformat(text)) if text else None


def _refused(name: str, sentence: str) -> StorageError:
    return StorageError(
        _("{field}: {fault} Nothing was saved.").format(field=name, fault=sentence),
        code="value-refused",
        details={"field": name},
    )
