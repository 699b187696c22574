"""Copies of the person's database: made, thinned out, put back."""

import logging
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from advisor.errors import NotFound
from advisor.language import N_, _
from advisor.models.stored import Backup
from advisor.storage import faults, files
from advisor.storage.database import Database
from advisor.storage.safety import copies

log = logging.getLogger(__name__)

NEWEST, DAYS, WEEKS, MONTHS = 12, 7, 4, 12
MOST_BYTES = 500_000_000

NOT_A_FILE = faults.Words(
    "not-a-file",
    N_("A team's database lies on a server, so copies are not made or put back here."),
    N_("Ask the person who looks after the server, or export the plans as files."),
)


def own_file(database: Database) -> Path:
    """Return the file of an open database; raise StorageError where it lies on a server."""
    if database.path is None:
        raise faults.refusal(NOT_A_FILE, database.place)
    return database.path


def backup(database: Database, folder: Path, why: str = "") -> Backup:
    """Copy an open database file into a folder; return the copy once it is known to be good.

    Raises StorageError, and leaves nothing behind then.
    """
    own_file(database)
    with faults.translated(str(folder), OSError), copies.new_copy(folder) as new:
        # Saves wait while pages are copied, not while the copy is looked through.
        with database.raw() as source:
            copies.copy_pages(source, new)
        made = copies.keep(new, folder, why)
    log.info("made copy %d of %d bytes", made.number, made.size)
    return made


def restore(path: Path, copy: Backup, folder: Path) -> Backup | None:
    """Put a copy in the place of a database file that is not open; return what was there.

    What was there is set aside in the folder first, sound or not, and can be restored in turn;
    None when there was nothing. Raises StorageError ``backup-damaged`` or what kept the copy
    from being put in place, with everything as it was.
    """
    if not copy.path.exists():
        raise NotFound(_("There is no copy at {path}.").format(path=copy.path))
    copies.check(copy)
    files.version_of(copy.path)
    with faults.translated(str(path), OSError):
        aside = copies.set_aside(path, folder)
        copies.put_in_place(copy.path, path)
    log.info("restored copy %d", copy.number)
    return aside


def put_away(path: Path, folder: Path) -> Backup | None:
    """Move a database file that is not open into the folder, so that a new one can be begun.

    Returns what was there; it can be restored like a copy. None when there was nothing.
    """
    with faults.translated(str(path), OSError):
        aside = copies.set_aside(path, folder)
        files.journal_of(path).unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    return aside


def is_due(database: Database, folder: Path) -> bool:
    """Return whether an open file has changed since the newest copy, by the files' own times.

    A copy from the future tells nothing, so a clock that was set back brings a copy more.
    """
    if database.path is None or database.is_view_only:
        return False
    there = copies.copies_in(folder)
    with faults.translated(database.place, OSError):
        if not there or not database.path.exists():
            return database.path.exists()
        copied = there[0].path.stat().st_mtime
        return not database.path.stat().st_mtime <= copied <= time.time()


def rotate(folder: Path, keep: Collection[int] = ()) -> tuple[Backup, ...]:
    """Remove old copies; return those that were removed.

    Kept are the newest twelve, the newest of each of seven days, four weeks and twelve months
    that have one, and those whose numbers are in ``keep`` (made since the program started).
    Beyond 500 MB older ones go too. Nothing is removed, and StorageError raised, when the
    newest copy is not good.
    """
    there = copies.copies_in(folder)
    if not there:
        return ()
    copies.check(there[0])
    kept = _within_size(_wanted(there), keep)
    removed = tuple(each for each in there if each.number not in kept)
    for each in removed:
        copies.remove(each)
    log.info("removed %d old copies", len(removed))
    return removed


def _wanted(there: tuple[Backup, ...]) -> list[Backup]:
    wanted = {each.number for each in there[:NEWEST]}
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        wanted |= _newest_of_each(there, period, most)
    return [each for each in there if each.number in wanted]


def _newest_of_each(there: Iterable[Backup], period: str, most: int) -> set[int]:
    newest: dict[str, int] = {}
    for each in there:
        newest.setdefault(each.made.strftime(period), each.number)
    return set(list(newest.values())[:most])


def _within_size(wanted: list[Backup], keep: Collection[int]) -> set[int]:
    kept = set(keep)
    total = 0
    for at, each in enumerate(wanted):
        total += each.size
        if at == 0 or total <= MOST_BYTES:
            kept.add(each.number)
    return kept
