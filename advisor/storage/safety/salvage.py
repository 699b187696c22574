"""The plans that can still be read from a damaged file, page by page.

A row counts only when its own digest says that it is as it was saved; that also tells which table
it is of. What a row said that is lost may stand in the plan's history. A plan is called whole only
when the digests of its entries combine to the one that was kept with it.
"""

import contextlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from sqlalchemy import Integer, Table

from advisor.files import passing_folder
from advisor.models.ids import PlanId
from advisor.models.pack import PackVersion
from advisor.models.plan import Answer, Entry, EntryKey, EntryKind, Plan
from advisor.models.said import Said, entry_of
from advisor.models.salvaged import Doubtful, SalvagedPlan
from advisor.storage import canonical, faults, files, past, rows, wording
from advisor.storage.safety.pages import Pages, Record, Value
from advisor.storage.schema.tables import HISTORY, PROGRESS

MOST_BYTES = 500_000_000
"""So much of a file is looked at: four times what ten thousand plans take."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NAME = re.compile(r"[\w.-]{1,100}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PROGRESS = tuple(column.name for column in PROGRESS.columns)
_CHANGES = tuple(column.name for column in HISTORY.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of an entry as it stands in the file."""

    said: Said
    digest: str
    version: int
    place: int | None
    edition: str
    was_deleted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A line of the history; None where nothing is said any more."""

    number: int
    said: Mapping[str, str | None] | None


@dataclass(slots=True)
class _Rest:
    """What was found of one plan. ``seal`` combines the digests of all that it said."""

    rows: dict[EntryKey, _Row] = field(default_factory=dict)
    doubtful: dict[EntryKey, Said] = field(default_factory=dict)
    last: dict[EntryKey, _Change] = field(default_factory=dict)
    put_away: _Change | None = None
    seal: str = ""
    sealed: str = ""
    pack: PackVersion | None = None


def salvage(path: Path) -> tuple[SalvagedPlan, ...]:
    """Return the plans that can be read from a file in whatever state; the file is not touched.

    Raises StorageError where not even its bytes can be read.
    """
    found: dict[str, _Rest] = {}
    for record in Pages(_bytes_of(path)).records():
        _take(found, record)
    plans = (_plan(PlanId(plan), rest) for plan, rest in found.items())
    there = [each for each in plans if each is not None]
    return tuple(sorted(there, key=lambda each: (each.plan.title, each.plan.id)))


def _bytes_of(path: Path) -> bytes:
    """Return the file's bytes, once what a save had left half done is taken back in a copy."""
    with faults.translated(str(path), OSError, reading=True):
        if not files.journal_of(path).exists():
            return _beginning(path)
        copy = passing_folder() / "salvage.db"
        shutil.copyfile(path, copy)
        shutil.copyfile(files.journal_of(path), files.journal_of(copy))
        try:
            files.play_back(copy)
            return _beginning(copy)
        finally:
            for each in (copy, files.journal_of(copy)):
                each.unlink(missing_ok=True)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _take(found: dict[str, _Rest], record: Record) -> None:
    """Take a record for what its own digest says that it is."""
    values = record.values
    if _is_change(record):
        _take_change(found, record)
    elif _is_progress(values):
        _take_progress(found, dict(zip(_PROGRESS, values, strict=False)))
    else:
        for kind, table in wording.TABLES.items():
            if _fits(table, values):
                _take_row(found, kind, table, values)


def _take_row(
    found: dict[str, _Rest], kind: EntryKind, table: Table, values: tuple[Value, ...]
) -> None:
    row = dict(zip((column.name for column in table.columns), values, strict=False))
    whole_key = [cast("str", row[name]) for name in rows.key_of(table)]
    key = EntryKey(kind, whole_key[-1])
    said = wording.said_from(table, [row[name] for name in wording.columns_of(table)])
    digest = cast("str", row["digest"])
    is_sound = digest == wording.seal(table, whole_key, said)
    if not is_sound and not _UUID.fullmatch(whole_key[0]):
        return
    rest = found.setdefault(whole_key[0], _Rest())
    if not is_sound:
        rest.doubtful[key] = said
        return
    taken = _Row(
        said=said,
        digest=digest,
        version=cast("int", row["version"]),
        place=cast("int | None", row.get("position")),
        edition=_named(row.get("edition")),
        was_deleted=row.get("deleted") is not None,
    )
    before = rest.rows.get(key)
    if before is None or before.version < taken.version:
        rest.rows[key] = taken


def _take_change(found: dict[str, _Rest], record: Record) -> None:
    row = dict(zip(_CHANGES, record.values, strict=True))
    rest = found.setdefault(cast("str", row["plan"]), _Rest())
    new = cast("str | None", row["new"])
    change = _Change(number=record.number, said=None if new is None else json.loads(new))
    if change.said is not None and "put_away" in change.said:
        if rest.put_away is None or rest.put_away.number < change.number:
            rest.put_away = change
        return
    key = EntryKey(EntryKind(cast("str", row["what"])), cast("str", row["which"]))
    before = rest.last.get(key)
    if before is None or before.number < change.number:
        rest.last[key] = change


def _take_progress(found: dict[str, _Rest], row: Mapping[str, Value]) -> None:
    rest = found.setdefault(cast("str", row["plan"]), _Rest())
    changed = cast("str", row["changed"])
    if changed < rest.sealed:
        return
    rest.seal, rest.sealed = cast("str", row.get("said_digest") or ""), changed
    pack, version = row["pack_id"], row["pack_version"]
    if _named(pack) and _named(version):
        rest.pack = PackVersion(id=_named(pack), version=_named(version))


def _named(value: Value) -> str:
    """Return the name of evidence, which no digest covers, if it can be one."""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else ""


def _plan(plan_id: PlanId, rest: _Rest) -> SalvagedPlan | None:
    """Return what is left of a plan; None where it says nothing."""
    lost = {
        key: change.said
        for key, change in rest.last.items()
        if key not in rest.rows and change.said is not None
    }
    if not (rest.rows or lost or rest.doubtful):
        return None
    of_rows = [row.digest for row in rest.rows.values()]
    is_whole = bool(rest.seal) and canonical.combined(of_rows) == rest.seal
    if is_whole:
        lost = {}
    elif lost and rest.seal:
        sealed = (_sealed(plan_id, key, said) for key, said in lost.items())
        is_whole = canonical.combined([*of_rows, *sealed]) == rest.seal
    plan = Plan(id=plan_id, title="", pack=rest.pack)
    for key, entry in (*_entries(rest), *_entries_from(lost)):
        plan = plan.with_entry(key, entry)
    return SalvagedPlan(
        plan=plan,
        is_whole=is_whole,
        from_history=len(lost),
        was_deleted=_was_deleted(plan_id, rest),
        doubtful=() if is_whole else tuple(_doubts(rest)),
    )


def _entries(rest: _Rest) -> Iterator[tuple[EntryKey, Entry]]:
    """Yield the entries of rows, own ones in their order."""
    for key, row in sorted(rest.rows.items(), key=lambda each: each[1].place or 0):
        entry = entry_of(key, row.said, 0, row.place)
        yield key, replace(entry, edition=row.edition) if isinstance(entry, Answer) else entry


def _entries_from(lost: Mapping[EntryKey, Said]) -> Iterator[tuple[EntryKey, Entry]]:
    for key, said in lost.items():
        # That it can be read at all, its digest has shown; that it fits this version, it has not.
        with contextlib.suppress(KeyError, ValueError):
            yield key, entry_of(key, said, 0)


def _sealed(plan_id: PlanId, key: EntryKey, said: Said) -> str:
    return wording.seal(wording.TABLES[key.kind], wording.whole_key(plan_id, key), said)


def _was_deleted(plan_id: PlanId, rest: _Rest) -> bool:
    own = rest.rows.get(EntryKey.of_plan(plan_id))
    if own is not None:
        return own.was_deleted
    return rest.put_away is not None and bool((rest.put_away.said or {}).get("put_away"))


def _doubts(rest: _Rest) -> Iterator[Doubtful]:
    for key, said in rest.doubtful.items():
        if key not in rest.rows:
            yield Doubtful(key=key, words=tuple(text for text in said.values() if text))


def _is_change(record: Record) -> bool:
    values = record.values
    return (
        len(values) == len(_CHANGES)
        and values[0] is None
        and isinstance(values[-1], str)
        and not any(isinstance(each, bytes) for each in values)
        and values[-1] == past.seal(values[1:-1])
    )


def _is_progress(values: tuple[Value, ...]) -> bool:
    if not _PROGRESS.index("sought") < len(values) <= len(_PROGRESS):
        return False
    row = dict(zip(_PROGRESS, values, strict=False))
    texts = (row["plan"], row["changed"], row["sought"])
    return (
        all(isinstance(each, str) for each in texts)
        and isinstance(row["answered"], int)
        and isinstance(row["asked"], int)
        and _UUID.fullmatch(cast("str", row["plan"])) is not None
    )


def _fits(table: Table, values: tuple[Value, ...]) -> bool:
    """Whether a record has the columns of a table: all of them, or those that it had at first."""
    columns = list(table.columns)
    least = len([each for each in columns if each.server_default is None])
    if not least <= len(values) <= len(columns):
        return False
    for column, value in zip(columns, values, strict=False):
        wanted = int if isinstance(column.type, Integer) else str
        if not (isinstance(value, wanted) or (value is None and column.nullable)):
            return False
        if column.name == "digest" and not _DIGEST.fullmatch(str(value)):
            return False
    return True
