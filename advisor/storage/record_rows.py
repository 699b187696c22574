"""A pack's records as rows, and rows as records again.

A record that holds records keeps their ids in its row: taking apart and putting together gives
back exactly what was there, and a row that is missing is noticed. Editions up to 2026.11 have
eight files; those after them have more, and the head remembers which configurations stand in the
second file of them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from sqlalchemy import Table

from advisor.storage import canonical
from advisor.storage.schema import evidence_tables as tables
from advisor.storage.schema.columns import Flag

Record = dict[str, object]

_COMMON = frozenset({"pack", "id", "position", "content", "digest"})
_PLAIN: dict[str, Table] = {
    "actions": tables.ACTION,
    "sources": tables.SOURCE,
    "scope_notes": tables.SCOPE_NOTE,
    "tensions": tables.TENSION,
    "gates": tables.GATE,
}
_RISKS = "configurations_risks"
"""The second file of configurations, and the key of the head with the ids that it holds."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as a row: ``columns`` repeat what is worth asking for in SQL."""

    table: Table
    id: str
    position: int
    columns: tuple[str | bool, ...]
    content: str

    @property
    def digest(self) -> str:
        """SHA-256 of everything in the row."""
        parts = (self.table.name, self.id, self.position, *self.columns, self.content)
        # No text that is stored holds a NUL, so the parts cannot run into each other.
        return canonical.digest("\0".join(map(str, parts)))

    @property
    def record(self) -> object:
        """The record again, with the ids of the records that it holds."""
        return json.loads(self.content)

    @property
    def parent(self) -> str:
        """The id of the record that holds this one, where there is one."""
        return str(self.columns[0])

    def values(self, pack: int) -> dict[str, object]:
        """Return what to insert."""
        return {
            "pack": pack,
            "id": self.id,
            "position": self.position,
            "content": self.content,
            "digest": self.digest,
            **dict(zip(column_names(self.table), self.columns, strict=True)),
        }


Rows = dict[Table, list[RecordRow]]


@cache
def column_names(table: Table) -> tuple[str, ...]:
    """Return a table's own columns, the parent's first."""
    names = [column.name for column in table.columns if column.name not in _COMMON]
    return tuple(sorted(names, key=lambda name: (name not in _PARENT.get(table, ""), name)))


_PARENT: dict[Table, str] = {tables.OPTION: "question", tables.RULE: "configuration"}


def taken_apart(records: Mapping[str, object]) -> tuple[Record, Rows]:
    """Return the pack's head and the rows of all its records."""
    rows: Rows = {}
    head, rows[tables.SECTION] = _without(records["pack"], "sections", tables.SECTION)
    rows[tables.QUESTION], rows[tables.OPTION] = _nested(
        _records(records["questions"]), tables.QUESTION, "options", tables.OPTION
    )
    configurations = _records(records["configurations"])
    if _RISKS in records:
        risks = _records(records[_RISKS])
        head[_RISKS] = [risk["id"] for risk in risks]
        configurations += risks
    rows[tables.CONFIGURATION], rows[tables.RULE] = _nested(
        configurations, tables.CONFIGURATION, "rules", tables.RULE
    )
    for name, table in _PLAIN.items():
        held = _records(records.get(name, []))
        rows[table] = [_row(table, at, each) for at, each in enumerate(held)]
    rows[tables.GLOSSARY_TERM] = _named(
        tables.GLOSSARY_TERM, cast("Mapping[str, object]", records["glossary"])
    )
    known = {"pack", "questions", "configurations", _RISKS, "glossary", *_PLAIN}
    rows[tables.MATERIAL] = _named(
        tables.MATERIAL, {name: value for name, value in records.items() if name not in known}
    )
    return head, rows


def tables_of(head: Mapping[str, object]) -> tuple[Table, ...]:
    """Return the tables that hold an edition with this head.

    Editions of eight files need none of the later tables, which older databases do not have.
    """
    later = () if _RISKS in head else (tables.GATE, tables.MATERIAL)
    return tuple(table for table in tables.EVIDENCE if table not in later)


def put_together(head: Record, rows: Mapping[Table, Sequence[RecordRow]]) -> Record:
    """Return the records whose head and rows these are; raise KeyError for a missing row."""
    sections = {row.id: row.record for row in rows[tables.SECTION]}
    own = {key: value for key, value in head.items() if key != _RISKS}
    configurations = list(_joined(rows[tables.CONFIGURATION], "rules", rows[tables.RULE]))
    records: Record = {
        "pack": {**own, **_held(head, "sections", sections)},
        "questions": list(_joined(rows[tables.QUESTION], "options", rows[tables.OPTION])),
        "configurations": configurations,
        **{
            name: [row.record for row in rows[table]]
            for name, table in _PLAIN.items()
            if table in rows
        },
        "glossary": {row.id: row.record for row in rows[tables.GLOSSARY_TERM]},
    }
    if _RISKS not in head:
        return records
    risks = set(cast("list[str]", head[_RISKS]))
    records["configurations"] = [each for each in configurations if each["id"] not in risks]
    records[_RISKS] = [each for each in configurations if each["id"] in risks]
    return {**records, **{row.id: row.record for row in rows[tables.MATERIAL]}}


def _named(table: Table, values: Mapping[str, object]) -> list[RecordRow]:
    """Return rows for values that have a name and no id of their own, with keys in their order.

    The order of the texts of a part is the order in which a paper says them.
    """
    return [
        RecordRow(table, name, at, (), json.dumps(value, ensure_ascii=False))
        for at, (name, value) in enumerate(values.items())
    ]


def _nested(
    records: Sequence[Record], outer: Table, name: str, inner: Table
) -> tuple[list[RecordRow], ...]:
    outers: list[RecordRow] = []
    inners: list[RecordRow] = []
    for at, record in enumerate(records):
        bare, held = _without(record, name, inner, parent=str(record["id"]))
        outers.append(_row(outer, at, bare))
        inners.extend(held)
    return outers, inners


def _without(
    value: object, name: str, inner: Table, parent: str = ""
) -> tuple[Record, list[RecordRow]]:
    """Return a record with ids in place of the records it holds, and their rows."""
    record = dict(cast("Mapping[str, object]", value))
    if name not in record:
        return record, []
    held = _records(record[name])
    record[name] = [each["id"] for each in held]
    return record, [_row(inner, at, each, parent) for at, each in enumerate(held)]


def _row(table: Table, position: int, record: Mapping[str, object], parent: str = "") -> RecordRow:
    names = column_names(table)
    flags = {name for name in names if isinstance(table.columns[name].type, Flag)}
    columns: list[str | bool] = [parent] if table in _PARENT else []
    for name in names[len(columns) :]:
        found = record.get(name)
        columns.append(bool(found) if name in flags else str(found or ""))
    return RecordRow(table, str(record["id"]), position, tuple(columns), canonical.spelled(record))


def _joined(
    outers: Sequence[RecordRow], name: str, inners: Sequence[RecordRow]
) -> Iterator[Record]:
    held: dict[str, dict[str, object]] = {}
    for row in inners:
        held.setdefault(row.parent, {})[row.id] = row.record
    for row in outers:
        record = cast("Record", row.record)
        yield {**record, **_held(record, name, held.get(row.id, {}))}


def _held(record: Record, name: str, by_id: Mapping[str, object]) -> Record:
    if name not in record:
        return {}
    return {name: [by_id[each] for each in cast("list[str]", record[name])]}


def _records(value: object) -> list[Record]:
    return [dict(each) for each in cast("list[Mapping[str, object]]", value)]
