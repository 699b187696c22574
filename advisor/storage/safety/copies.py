"""Copies of a database file: made whole, checked, numbered, put in place.

Copies are told apart by a number that only grows, never by the clock: after a clock was set
back, "the newest ten by date" deleted the three newest.
"""

import contextlib
import datetime
import hashlib
import re
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor.files import make_empty, replacing, sync, sync_folder
from advisor.language import N_, _
from advisor.models.stored import Backup
from advisor.storage import faults, files
from advisor.storage.safety import seals

_NAME = re.compile(r"(?P<number>\d{6,})-(?P<made>\d{8}T\d{6}Z)(?:-(?P<why>[a-z0-9-]+))?\.db")
_MADE = "%Y%m%dT%H%M%SZ"

SET_ASIDE = "set-aside"
"""Why a copy is there that was the file itself until another took its place."""

BAD_COPY = faults.Words(
    "backup-damaged",
    N_("This copy is damaged and cannot be used."),
    N_("Choose another one."),
)
BAD_SOURCE = faults.Words(
    "source-damaged",
    N_(
        "The disk has changed what the file says, so no copy was made and no older one was removed."
    ),
    N_("Restore a copy from before."),
)


def copies_in(folder: Path) -> tuple[Backup, ...]:
    """Return the copies in a folder, the newest first."""
    found = [_backup_at(path) for path in folder.glob("*.db")] if folder.is_dir() else []
    known = [each for each in found if each]
    return tuple(sorted(known, key=lambda each: each.number, reverse=True))


def copy_file(path: Path, folder: Path, why: str = "") -> Backup:
    """Copy a database file that is not open here; return the copy, known to be good.

    Raises StorageError, and leaves nothing behind then.
    """
    with faults.translated(str(path), OSError), new_copy(folder) as new:
        with contextlib.closing(files.connect(path)) as source:
            copy_pages(source, new)
        return keep(new, folder, why)


@contextmanager
def new_copy(folder: Path) -> Iterator[Path]:
    """Give an empty file, for its owner only, that is gone at the end unless it was kept."""
    files.private_folder(folder)
    new = folder / f".{uuid.uuid4().hex}.new"
    try:
        make_empty(new)
        yield new
    finally:
        _remove(new)


def copy_pages(source: sqlite3.Connection, new: Path) -> None:
    """Copy what a connection shows; raise StorageError when its pages are damaged."""
    files.check_pages(source, "integrity_check", _("the file to be copied"))
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as target:
        source.backup(target)


def keep(new: Path, folder: Path, why: str) -> Backup:
    """Give a new copy its name once it is on the disk and good; raise StorageError else.

    ``why`` has small letters, digits and hyphens.
    """
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as copy:
        files.check_pages(copy, "integrity_check", _("the copy"))
    damaged = seals.damage_in_file(new)
    if damaged:
        raise faults.refusal(
            BAD_SOURCE, _("the file to be copied"), details={"rows": ", ".join(damaged)}
        )
    sync(new)
    return _put_under_name(new, folder, why)


def check(copy: Backup) -> None:
    """Raise StorageError ``backup-damaged`` unless a copy is, byte for byte, what was made."""
    noted = note_of(copy.path)
    try:
        if noted.read_text(encoding="ascii").strip() != _digest(copy.path):
            raise faults.refusal(BAD_COPY, str(copy.path), "digest")
    except (OSError, UnicodeDecodeError) as error:
        raise faults.refusal(BAD_COPY, str(copy.path), type(error).__name__) from None


def titles_in(copy: Backup) -> tuple[str, ...]:
    """Return the titles of the plans in a copy, the newest first; those put away are left out.

    The copy is only read. Raises StorageError ``backup-damaged``.
    """
    place = f"{copy.path.absolute().as_uri()}?mode=ro&immutable=1"
    wanted = "SELECT title FROM plan WHERE deleted IS NULL ORDER BY created DESC, id"
    try:
        with contextlib.closing(sqlite3.connect(place, uri=True)) as connection:
            return tuple(title for (title,) in connection.execute(wanted))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise faults.refusal(BAD_COPY, str(copy.path), type(error).__name__) from None


def mirror(copy: Backup, folder: Path) -> None:
    """Put a copy with its note into a second folder, where it can be found like in the first.

    Raises StorageError, and leaves nothing half done.
    """
    with faults.translated(str(folder), OSError):
        files.private_folder(folder)
        for each in (note_of(copy.path), copy.path):
            _replace(each, folder / each.name)


def set_aside(path: Path, folder: Path) -> Backup | None:
    """Keep a database file as it is, sound or not, with its journal; None when there is none."""
    if not path.exists():
        return None
    with new_copy(folder) as new:
        shutil.copyfile(path, new)
        sync(new)
        kept = _put_under_name(new, folder, SET_ASIDE)
    if files.journal_of(path).exists():
        _replace(files.journal_of(path), files.journal_of(kept.path))
    return kept


def put_in_place(copy: Path, path: Path) -> None:
    """Let a database file be what a copy is: the old one or the new one, never half of one.

    A copy that was set aside with its journal is put back with it.
    """
    files.private_folder(path.parent)
    # A journal of the old file would be played into the new one.
    files.journal_of(path).unlink(missing_ok=True)
    _replace(copy, path)
    if files.journal_of(copy).exists():
        _replace(files.journal_of(copy), files.journal_of(path))


def _replace(copy: Path, path: Path) -> None:
    with copy.open("rb") as kept, replacing(path, private=True) as new:
        shutil.copyfileobj(kept, new)


def note_of(path: Path) -> Path:
    """Return the file that holds a copy's SHA-256."""
    return path.with_name(f"{path.name}.sha256")


def remove(copy: Backup) -> None:
    """Remove a copy."""
    _remove(copy.path)
    note_of(copy.path).unlink(missing_ok=True)


def _backup_at(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.datetime.strptime(match["made"], _MADE).replace(tzinfo=datetime.UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(
        path=path, number=int(match["number"]), made=made, why=match["why"] or "", size=size
    )


def _put_under_name(new: Path, folder: Path, why: str) -> Backup:
    there = copies_in(folder)
    number = there[0].number + 1 if there else 1
    moment = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    name = f"{number:06}-{moment.strftime(_MADE)}{f'-{why}' if why else ''}.db"
    path = folder / name
    note = note_of(path)
    with replacing(note, private=True) as file:
        file.write(f"{_digest(new)}\n".encode("ascii"))
    new.rename(path)
    sync_folder(folder)
    return Backup(path=path, number=number, made=moment, why=why, size=path.stat().st_size)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remove(path: Path) -> None:
    for each in (path, files.journal_of(path)):
        each.unlink(missing_ok=True)
