"""Copies of the person's database: made while she works, put back when the file is damaged."""

import logging
from pathlib import Path

from advisor import locations
from advisor.errors import StorageError
from advisor.models.stored import Backup
from advisor.storage import backups
from advisor.storage.database import Database
from advisor.storage.safety import copies as kept

log = logging.getLogger(__name__)

BEYOND_REPAIR = frozenset({"damaged", "not-a-database", "not-our-file", "foreign-schema"})
"""Codes of a refusal to open after which a copy, or a new file, is the only way on."""

OFFERED = 6
"""How many copies are looked at for one to restore: each is read whole."""


class Copies:
    """Keeps copies of an open database. A team's server has its own; nothing is done there."""

    def __init__(self, database: Database, folder: Path | None = None) -> None:
        self._database = database
        self._folder = folder or locations.backups_folder()
        self._made: set[int] = set()

    def keep_current(self) -> Backup | None:
        """Make a copy when the file has changed since the newest, and thin out old ones.

        Returns the copy, or None when none was due. Raises StorageError; older copies are
        untouched then.
        """
        if not backups.is_due(self._database, self._folder):
            return None
        made = backups.backup(self._database, self._folder)
        self._made.add(made.number)
        backups.rotate(self._folder, keep=self._made)
        return made


def restorable() -> tuple[Backup, ...]:
    """Return the newest copies of the person's own file that are good, the newest first.

    Files that were set aside are not among them: they were damaged themselves.
    """
    there = [each for each in kept.copies_in(locations.backups_folder()) if each.why != "set-aside"]
    return tuple(each for each in there[:OFFERED] if _is_good(each))


def restore(copy: Backup) -> Backup | None:
    """Put a copy in the place of the person's own file, which must not be open.

    Returns what was there, set aside. Raises StorageError with everything as it was.
    """
    return backups.restore(locations.database_path(), copy, locations.backups_folder())


def begin_empty() -> Backup | None:
    """Set the person's own file aside, so that opening makes a new one; return the old one."""
    return backups.put_away(locations.database_path(), locations.backups_folder())


def _is_good(copy: Backup) -> bool:
    try:
        kept.check(copy)
    except StorageError as error:
        log.warning("copy %d is passed over: %s", copy.number, error.code)
        return False
    return True
