"""A database file: who may read it, whether it is ours, and how it is opened.

Everything here uses plain sqlite3, so that a stranger's file is looked at before SQLAlchemy
sees it. The settings are the ones that lost no acknowledged save, kept erased text out of the
file and noticed a moved file when they were measured: docs/reliability.md.
"""

import contextlib
import errno
import logging
import os
import sqlite3
import stat
import sys
from pathlib import Path

from advisor import files
from advisor.errors import StorageError
from advisor.language import N_
from advisor.storage import faults
from advisor.storage.schema.versions import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    is_of_version,
    marks_in,
)

log = logging.getLogger(__name__)

BUSY_MILLISECONDS = 2000
CACHE_KB = 500
"""So much of the file SQLite keeps in memory, a quarter of what it keeps by itself."""
STATEMENTS_KEPT = 32
"""So many of SQLite's statements Python keeps ready, of 22 KB each: a quarter of what it would."""
QUICK_CHECK_UP_TO = 50_000_000
"""Bytes up to which a file is checked whenever it is opened: about 35 ms at this size."""

_HEADER_LENGTH, _AT_ONCE = 100, 1_000_000
_MAGIC = b"SQLite format 3\x00"
SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("trusted_schema", "OFF", 0),
    ("busy_timeout", str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("cache_size", f"-{CACHE_KB}", -CACHE_KB),
    *((("fullfsync", "ON", 1),) if sys.platform == "darwin" else ()),
)
"""For each PRAGMA its name, what is set, and what reads back."""

FOREIGN_FILE = faults.Words(
    "not-our-file",
    N_("This file belongs to another program."),
    N_("Choose a file of plans, or another name for a new one."),
)
NEWER_FILE = faults.Words(
    "newer-file",
    N_("This file was made by a newer version of the program; it was not touched."),
    N_(
        "Update the program to go on with it. This version cannot export its plans either: it does"
        " not know all that they say."
    ),
)
FOREIGN_SCHEMA = faults.Words(
    "foreign-schema",
    N_("This file holds tables or triggers that the program did not make; it was not touched."),
    N_("Do not use it. Ask whoever sent it for a plan file instead, or restore a backup."),
)
SETTING_REFUSED = faults.Words(
    "setting-refused",
    N_("The file cannot be used with the settings that keep saved work safe."),
    N_("Move it to a folder on this computer."),
)


def identity(path: Path) -> tuple[int, int] | None:
    """Return which file a path leads to, by disk and place; None when it is gone or was emptied.

    Another file under the same name has another identity.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_size else None


def version_of(path: Path) -> int | None:
    """Return the version of the tables in a file of ours; None when there is no file.

    Reads a hundred bytes and changes nothing. Raises StorageError when the file is not ours
    or newer than this program.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise faults.refusal(faults.CANNOT_OPEN, str(path), type(error).__name__) from None
    if not stat.S_ISREG(found.st_mode):
        raise faults.refusal(faults.NOT_A_DATABASE, str(path), "not a regular file")
    return _version_in(_header(path), str(path))


def settled_version_of(path: Path) -> int | None:
    """Return what ``version_of`` does, after a power cut too.

    A save that was cut short may leave even the first bytes torn; the journal beside the file
    holds them, and SQLite puts them back before it reads.
    """
    try:
        return version_of(path)
    except StorageError:
        if identity(path) is None or identity(journal_of(path)) is None:
            raise
        log.warning("a save was cut short; putting back what was there before")
        play_back(path)
        return version_of(path)


def play_back(path: Path) -> None:
    """Let SQLite take back what a save that was cut short has left half done."""
    # Whatever goes wrong, the second look at the file finds the words for it.
    wrong = contextlib.suppress(sqlite3.Error, UnicodeDecodeError)
    with wrong, contextlib.closing(_bare(path)) as connection:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def journal_of(path: Path) -> Path:
    """Return the file that SQLite keeps beside a database while it saves."""
    return path.with_name(f"{path.name}-journal")


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> StorageError:
    """Return the refusal of a file that cannot be opened, or that the disk cannot read."""
    words = faults.DISK_TROUBLE if error.errno == errno.EIO else faults.CANNOT_OPEN
    return faults.refusal(words, str(path), type(error).__name__, reading=True)


def _version_in(header: bytes, place: str) -> int:
    if not header:
        raise faults.refusal(faults.FILE_EMPTY, place)
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise faults.refusal(faults.NOT_A_DATABASE, place, "no SQLite header")
    application, version = marks_in(header)
    if application != APPLICATION_ID:
        raise faults.refusal(FOREIGN_FILE, place, f"application_id {application}")
    if version > SCHEMA_VERSION:
        raise faults.refusal(
            NEWER_FILE, place, details={"version": str(version), "known": str(SCHEMA_VERSION)}
        )
    return version


def check_schema(connection: sqlite3.Connection, version: int, place: str) -> None:
    """Refuse a file whose tables and triggers are not exactly those of its version."""
    if not is_of_version(connection, version):
        raise faults.refusal(FOREIGN_SCHEMA, place, f"schema of version {version}")


def look_over(path: Path, version: int) -> None:
    """Refuse a file that is damaged or holds what we did not make, before anything reads it.

    Raises StorageError or sqlite3.Error.
    """
    try:
        _look_over(path, version)
    except (StorageError, sqlite3.DatabaseError):
        # SQLite calls a page damaged that the disk failed to read: only what is found again in
        # a file that can be read to its end is.
        read_through(path)
        _look_over(path, version)


def read_through(path: Path) -> None:
    """Read a file to its end; raise StorageError ``disk-trouble`` where that cannot be done."""
    try:
        with path.open("rb") as file:
            while file.read(_AT_ONCE):
                pass
    except OSError as error:
        raise unreadable(path, error) from None


def _look_over(path: Path, version: int) -> None:
    try:
        with contextlib.closing(connect(path)) as connection:
            check_schema(connection, version, str(path))
            if path.stat().st_size <= QUICK_CHECK_UP_TO:
                check_pages(connection, "quick_check", str(path))
    except UnicodeDecodeError as error:
        # What SQLite says is wrong quotes the file, and Python cannot read that.
        raise faults.refusal(faults.DAMAGED, str(path), type(error).__name__) from None


def check_pages(connection: sqlite3.Connection, pragma: str, place: str) -> None:
    """Run ``quick_check`` or ``integrity_check``; raise StorageError for a damaged file."""
    # What is found may quote damaged text.
    connection.text_factory = lambda raw: raw.decode(errors="replace")
    (found,) = connection.execute(f"PRAGMA {pragma}(1)").fetchone()
    connection.text_factory = str
    if found != "ok":
        raise faults.refusal(faults.DAMAGED, place, pragma)


def connect(path: Path, *, keys: bool = True) -> sqlite3.Connection:
    """Open a file that exists, with every setting read back.

    ``keys`` is False only while tables are rebuilt. Raises StorageError when a setting does
    not take, sqlite3.Error otherwise.
    """
    connection = _bare(path)
    try:
        _settle(connection, (*SETTINGS, ("foreign_keys", "ON" if keys else "OFF", int(keys))), path)
    except BaseException:
        connection.close()
        raise
    return connection


def _bare(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=STATEMENTS_KEPT,
    )


def _settle(
    connection: sqlite3.Connection, settings: tuple[tuple[str, str, object], ...], path: Path
) -> None:
    for name, wanted, expected in settings:
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != expected:
            raise faults.refusal(SETTING_REFUSED, str(path), f"{name} is {found}")


def private_folder(folder: Path) -> None:
    """Make a folder as ``advisor.files`` does. Raises StorageError."""
    try:
        files.private_folder(folder)
    except OSError as error:
        raise faults.refusal(faults.CANNOT_OPEN, str(folder), type(error).__name__) from None


def is_changeable(path: Path) -> bool:
    """Return whether this person may change the file and make files beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
