"""Making a new database file: whole under its name, or not there at all."""

import contextlib
import os
import sqlite3
import uuid
from pathlib import Path

from advisor.files import make_empty, sync_folder
from advisor.storage import files
from advisor.storage.schema.statements import statements
from advisor.storage.schema.versions import APPLICATION_ID, SCHEMA_VERSION


def create(path: Path) -> None:
    """Make an empty file of plans, for its owner only; one that appears meanwhile is kept.

    Raises StorageError or sqlite3.Error; nothing is left behind then.
    """
    files.private_folder(path.parent)
    new = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    try:
        fill(new)
        _put_in_place(new, path)
    finally:
        for left in (new, new.with_name(f"{new.name}-journal")):
            left.unlink(missing_ok=True)
    sync_folder(path.parent)


def fill(new: Path) -> None:
    """Make the tables of the newest version in a file that is not there yet."""
    make_empty(new)
    connection = sqlite3.connect(new, isolation_level=None)
    with contextlib.closing(connection):
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        for statement in statements("sqlite"):
            connection.execute(statement)
        connection.execute("COMMIT")


def _put_in_place(new: Path, path: Path) -> None:
    try:
        # A link fails where a name is taken, a rename would take it over.
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:
        # Not every disk has links (exFAT, some network drives).
        if not path.exists():
            new.rename(path)
