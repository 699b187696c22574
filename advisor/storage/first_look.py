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

from advisor.errors import StorageError
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary, judged_in
from advisor.storage import files
from advisor.storage.schema.versions import SCHEMA_VERSION

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
    with contextlib.suppress(StorageError, OSError, sqlite3.Error, ValueError):
        if files.version_of(path) == SCHEMA_VERSION and files.is_at_rest(path):
            return _look(path, limit)
    return None


def _look(path: Path, limit: int) -> FirstLook:
    with contextlib.closing(files.connect_to_look(path)) as connection:
        # All of it as it is at one moment.
        connection.execute("BEGIN")
        files.check_schema(connection, SCHEMA_VERSION, str(path))
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
