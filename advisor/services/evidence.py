"""The stored evidence: loaded from the shipped pack once, then read from the database."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from advisor import locations
from advisor.language import _
from advisor.models.pack import Pack, PackVersion
from advisor.packs.editions import digest_here, edition_in
from advisor.packs.stored import Read, load_records
from advisor.storage import packs as stored
from advisor.storage.database import Database

if TYPE_CHECKING:
    from advisor.packs.reading import PackSource


def _read_here(folder: Path) -> Read:
    from advisor.packs.reading import read_for_good  # noqa: PLC0415 - where an edition is new

    return read_for_good(folder)


class Evidence:
    """The evidence packs that the database holds.

    ``read`` reads a folder whose evidence is to be stored; ``digest`` says what one holds.
    """

    read: Callable[[Path], Read] = staticmethod(_read_here)
    digest: Callable[[Path], str | None] = staticmethod(digest_here)

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def pack(self) -> Pack:
        """The newest stored edition; the shipped one is stored first where it is missing."""
        shipped = locations.evidence_folder()
        if edition_in(shipped) not in self.editions():
            self.bring(self.read(shipped))
        return self.edition(max(self.editions(), key=lambda edition: edition.age))

    def editions(self) -> tuple[PackVersion, ...]:
        """Return the editions that are stored, in the order in which they were added."""
        with self._database.reading() as connection:
            return tuple(stored.stored_packs(connection))

    def edition(self, version: PackVersion) -> Pack:
        """Return one stored edition; raise NotFound when it is not there."""
        with self._database.reading() as connection:
            records = stored.pack_records(connection, version)
        return load_records(records)

    def add(self, source: "PackSource") -> bool:
        """Store an edition beside the others; False when exactly this one is there.

        New advice is on the newest; older ones, of either shape, stay for what was advised then.
        """
        return self._database.write(
            lambda connection: stored.store_pack(
                connection, source.pack.version, source.digest, source.records
            )
        )

    def kept(self) -> Read:
        """Return the edition in use as it is stored, to be brought into another file."""
        version = self.pack.version
        with self._database.reading() as connection:
            digest = stored.stored_packs(connection)[version]
            return version, digest, stored.pack_records(connection, version)

    def bring(self, kept: Read) -> None:
        """Store an edition that was kept or read; nothing is done where it is there."""
        self._database.write(lambda connection: stored.store_pack(connection, *kept))

    def what_differs(self) -> str:
        """Say it where the shipped folder is not the stored edition of the same version.

        An edition is never changed once it is stored, so the folder is then not what is used.
        """
        shipped = self.shipped()
        return "" if shipped is None else self.difference(*shipped)

    def shipped(self) -> tuple[PackVersion, str | None] | None:
        """Return which edition the program's own folder holds, and its digest. Asks no database."""
        folder = locations.evidence_folder()
        version = edition_in(folder)
        return None if version is None else (version, self.digest(folder))

    def difference(self, version: PackVersion, digest: str | None) -> str:
        """Say it where another evidence is stored under this version; or nothing."""
        with self._database.reading() as connection:
            there = stored.stored_packs(connection)
        if there.get(version, digest) == digest:
            return ""
        return _(
            "The evidence folder says something else than the stored evidence {version}, and the "
            "stored evidence is used. To use what the folder says, give it another version in "
            "pack.yaml."
        ).format(version=version)
