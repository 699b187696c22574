"""The beginning of the list of plans, read from a file before SQLAlchemy is even loaded.

That takes longer than all else that a first list needs. Only a file is read in which everything
is as this version leaves it and nobody is saving, and nothing is written: whatever else there is
to say about a file is found and said when it is opened.
"""

import contextlib
import datetime
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary, judged_in
from advisor.storage.schema.versions import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    is_of_version,
    marks_in,
)

_HEADER = 100
_NO_LOG = b"\x01\x01"
"""How a file says that what is saved is in it, and not in a log beside it."""

_LISTED = """
    SELECT "plan".id, title, description, deleted, version,
        progress.changed, answered, asked, judged, judged_at
    FROM "plan" JOIN progress ON progress."plan" = "plan".id
"""
_MOMENTS = (3, 5, 9)
"""Which of these are moments, kept as text."""

_NEWEST = f"{_LISTED} WHERE deleted IS NULL ORDER BY progress.changed DESC, id LIMIT ?"
_DELETED = f"{_LISTED} WHERE deleted IS NOT NULL ORDER BY deleted DESC, progress.changed DESC, id"
_NUMBER = """
    SELECT count(*) FROM "plan" JOIN progress ON progress."plan" = "plan".id WHERE deleted IS NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """The plans that were changed last, how many there are in all, and those deleted."""

    newest: tuple[PlanSummary, ...]
    total: int
    deleted: tuple[PlanSummary, ...]


def first_look(path: Path, limit: int) -> FirstLook | None:
    """Return what ``plan_lists`` would; None where the file must first be opened."""
    with contextlib.suppress(OSError, sqlite3.Error, ValueError):
        if path.is_file() and _is_at_rest(path):
            with contextlib.closing(_connect(path)) as connection:
                # All of it as it is at one moment.
                connection.execute("BEGIN")
                if is_of_version(connection, SCHEMA_VERSION):
                    return _look(connection, limit)
    return None


def _is_at_rest(path: Path) -> bool:
    """Whether it is a file of this version, and nothing beside it has to be read with it."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    journal = path.with_name(f"{path.name}-journal")
    is_saved = not (journal.exists() and journal.stat().st_size)
    marks = (APPLICATION_ID, SCHEMA_VERSION)
    return is_saved and marks_in(header) == marks and header[18:20] == _NO_LOG


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file to be looked at now or not at all; nothing can be written."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _look(connection: sqlite3.Connection, limit: int) -> FirstLook:
    return FirstLook(
        newest=tuple(_summary(row) for row in connection.execute(_NEWEST, (limit,))),
        total=connection.execute(_NUMBER).fetchone()[0],
        deleted=tuple(_summary(row) for row in connection.execute(_DELETED)),
    )


def summary_of(row: Sequence[Any]) -> PlanSummary:
    """Return what a list shows of a plan with these values, in the order in which they are read."""
    plan_id, title, description, deleted, version, changed, answered, asked, judged, at = row
    return PlanSummary(
        id=PlanId(plan_id),
        title=title,
        version=version,
        changed=changed,
        answered=answered,
        asked=asked,
        description=description,
        judged=judged_in(judged),
        is_judged_now=at == changed,
        deleted=deleted,
    )


def _summary(row: tuple[Any, ...]) -> PlanSummary:
    values = list(row)
    for at in _MOMENTS:
        if values[at] is not None:
            values[at] = datetime.datetime.fromisoformat(values[at])
    return summary_of(values)
