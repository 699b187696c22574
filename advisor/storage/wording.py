"""What a person said, as the columns of a row and as a value of the field.

``Said`` is the one form between them: it is what is compared, kept in the history and covered
by a row's digest.
"""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from typing import cast

from advisor.errors import StorageError
from advisor.language import _
from advisor.models.days import fault_in_day
from advisor.models.plan import EntryKey, EntryKind
from advisor.models.said import Said
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, tidied
from advisor.storage import canonical
from advisor.storage.schema import tables
from advisor.storage.schema.comment_table import CommentRow
from advisor.storage.schema.gate_tick_table import GateTickRow

ROWS: Mapping[EntryKind, type[tables.Edited]] = {
    EntryKind.PLAN: tables.PlanRow,
    EntryKind.ANSWER: tables.AnswerRow,
    EntryKind.DECISION: tables.DecisionRow,
    EntryKind.OWN_ACTION: tables.OwnActionRow,
    EntryKind.OWN_RISK: tables.OwnRiskRow,
    EntryKind.COMMENT: CommentRow,
    EntryKind.GATE_TICK: GateTickRow,
}
"""Where each kind of entry is kept. A kind is named as its table is."""

_ONE_LINE = {"title": TITLE_LENGTH, "owner": TITLE_LENGTH, "who": TITLE_LENGTH}
_MANY_LINES = dict.fromkeys(("description", "note", "reason", "text", "mitigation"), NOTE_LENGTH)
_DAYS = frozenset({"due", "day"})
_NEEDED = frozenset({"title", "text"})
_OF_DECISION = ("choice", "owner", "due", "note", "reason")
_COLUMNS: dict[type[tables.Edited], tuple[str, ...]] = {
    tables.PlanRow: ("title", "description"),
    tables.AnswerRow: ("value", "open", "note"),
    tables.DecisionRow: _OF_DECISION,
    tables.OwnActionRow: ("text", "stage", *_OF_DECISION),
    tables.OwnRiskRow: ("text", "mitigation"),
    CommentRow: ("question", "who", "text"),
    GateTickRow: ("day",),
}


def columns_of(table: type[tables.Edited]) -> tuple[str, ...]:
    """Return the columns that hold what was said."""
    return _COLUMNS[table]


def said_in(row: tables.Edited) -> Said:
    """Return what a row says."""
    return said_from(type(row), [getattr(row, name) for name in _COLUMNS[type(row)]])


def said_from(table: type[tables.Edited], values: Sequence[object]) -> Said:
    """Return what the values of a table's columns say."""
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else cast("str | None", value)
        for name, value in zip(_COLUMNS[table], values, strict=True)
    }


def write_into(row: tables.Edited, said: Said) -> None:
    """Let a row say something else, and seal it."""
    for name in _COLUMNS[type(row)]:
        value = said[name]
        setattr(row, name, datetime.date.fromisoformat(value) if name in _DAYS and value else value)
    row.digest = seal_of(row)


def seal_of(row: tables.Edited) -> str:
    """Return the digest of a row's key and words, to find out what a disk has changed."""
    key = [getattr(row, name) for name in key_of(type(row))]
    return seal(type(row), key, said_in(row))


def key_in(row: tables.Edited) -> EntryKey:
    """Return which entry a row holds."""
    return EntryKey(EntryKind(row.__tablename__), getattr(row, key_of(type(row))[-1]))


def key_of(table: type[tables.Edited]) -> tuple[str, ...]:
    """Return the columns of a table's key, the plan's first."""
    return tuple(column.name for column in table.__table__.primary_key)


def seal(table: type[tables.Edited], key: Sequence[str], said: Said) -> str:
    """Return the digest of a key and words."""
    return canonical.digest(canonical.spelled([table.__tablename__, list(key), said]))


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
