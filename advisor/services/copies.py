"""Copies of the person's database: made while they work, put back when something went wrong."""

import logging
from dataclasses import replace
from pathlib import Path

from advisor import locations
from advisor.errors import NotFound, StorageError
from advisor.language import _
from advisor.models.stored import Backup, KeptCopy
from advisor.storage import backups, creating, files
from advisor.storage.database import Database
from advisor.storage.keeping import load_keeping, save_keeping
from advisor.storage.safety import copies as kept

log = logging.getLogger(__name__)

BEYOND_REPAIR = frozenset(
    {"file-missing", "file-empty", "damaged", "not-a-database", "not-our-file", "foreign-schema"}
)
"""Codes of a refusal to open after which a copy, or a new file, is the only way on."""

READABLE = BEYOND_REPAIR - {"file-missing", "file-empty"}
"""Codes after which something may still be read from the file, page by page."""

OFFERED = 6
"""How many copies are offered when the file cannot be opened."""


class Copies:
    """Keeps copies of an open database. A team's server has its own; nothing is done there."""

    def __init__(self, database: Database, folder: Path | None = None) -> None:
        self._database = database
        self._folder = folder or locations.backups_folder()
        self._made: set[int] = set()

    def keep_current(self) -> Backup | None:
        """Make a copy when the file has changed since the newest, and thin out old ones.

        A second folder that the person chose gets it too. Returns the copy, or None when none
        was due. Raises StorageError; older copies are untouched then.
        """
        if not backups.is_due(self._database, self._folder):
            return None
        made = self.keep()
        backups.rotate(self._folder, keep=self._made)
        second = load_keeping().second_folder
        if second is not None:
            backups.rotate(second, keep=self._made)
        return made

    def all(self) -> tuple[KeptCopy, ...]:
        """Return every copy, the newest first, with what it holds. Each is read whole."""
        return all_copies(self._folder)

    def put_back(self, copy: Backup) -> Backup | None:
        """Put a copy in the place of the open file; return what was there, set aside.

        That can be put back in turn. Raises StorageError with everything as it was.
        """
        backups.own_file(self._database)
        return self._database.exchange(
            lambda path: backups.restore(path, copy, self._folder), self._folder
        )

    def keep_in(self, folder: Path | None) -> None:
        """Put every further copy into a second folder too, or into none; one is made now.

        Raises StorageError.
        """
        keep_copies_in(folder)
        if folder is not None:
            self.keep()

    @property
    def second_folder(self) -> Path | None:
        """The second folder for copies, or None where none was chosen."""
        return load_keeping().second_folder

    def keep(self) -> Backup:
        """Make a copy, in the second folder too where there is one. Raises StorageError."""
        made = backups.backup(self._database, self._folder)
        self._made.add(made.number)
        second = load_keeping().second_folder
        if second is not None:
            kept.mirror(made, second)
        return made


def copy_now() -> KeptCopy:
    """Make a copy of the person's own file, which is not open; return it with what it holds.

    Raises StorageError; NotFound where there is no file.
    """
    if not locations.database_path().exists():
        raise NotFound(_("There are no plans yet, so there is nothing to copy."))
    database = Database.open(locations.database_path())
    try:
        return looked_at(Copies(database).keep())
    finally:
        database.close()


def keep_copies_in(folder: Path | None) -> None:
    """Put every further copy into a second folder too, or into none. Raises StorageError."""
    chosen = None if folder is None else folder.absolute()
    if chosen == locations.backups_folder().absolute():
        raise StorageError(
            _("{folder} is where the copies are already. Choose another folder.").format(
                folder=chosen
            ),
            code="same-folder",
        )
    save_keeping(replace(load_keeping(), second_folder=chosen))


def all_copies(folder: Path | None = None) -> tuple[KeptCopy, ...]:
    """Return every copy of the person's own file, the newest first, with what it holds.

    What was set aside when another copy took its place is among them. Each is read whole.
    """
    return tuple(looked_at(each) for each in kept.copies_in(folder or locations.backups_folder()))


def restorable() -> tuple[KeptCopy, ...]:
    """Return the newest copies of the person's own file that are good, the newest first.

    Files that were set aside are not among them: they may have been damaged themselves.
    """
    there = [
        each for each in kept.copies_in(locations.backups_folder()) if each.why != kept.SET_ASIDE
    ]
    found = (looked_at(each) for each in there[:OFFERED])
    return tuple(each for each in found if each.is_good)


def restore(copy: Backup) -> Backup | None:
    """Put a copy in the place of the person's own file, which must not be open.

    Returns what was there, set aside: to restore that undoes it. Raises StorageError with
    everything as it was.
    """
    return backups.restore(locations.database_path(), copy, locations.backups_folder())


def last_set_aside() -> Backup:
    """Return what the last restored copy took the place of; raise NotFound where there is none."""
    there = kept.copies_in(locations.backups_folder())
    for each in there:
        if each.why == kept.SET_ASIDE:
            return each
    raise NotFound(_("No copy was put back, so there is nothing to undo."))


def numbered(number: int) -> Backup:
    """Return a copy of the person's own file by its number; raise NotFound."""
    for each in kept.copies_in(locations.backups_folder()):
        if each.number == number:
            return each
    raise NotFound(
        _("There is no copy {number}. `{command}` lists them.").format(
            number=number, command=locations.command("restore")
        )
    )


def begin_empty() -> Backup | None:
    """Set the person's own file aside and make an empty one; return the old one."""
    aside = backups.put_away(locations.database_path(), locations.backups_folder())
    creating.create(locations.database_path())
    return aside


def looked_at(copy: Backup) -> KeptCopy:
    """Return a copy with what it holds; it is read whole."""
    try:
        kept.check(copy)
        files.version_of(copy.path)
        titles = kept.titles_in(copy)
    except StorageError as error:
        log.warning("copy %d is passed over: %s", copy.number, error.code)
        is_newer = error.code == files.NEWER_FILE.code
        return KeptCopy(copy=copy, titles=(), is_good=False, is_newer=is_newer)
    return KeptCopy(copy=copy, titles=titles, is_good=True)
