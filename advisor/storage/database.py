"""The one way to the database: opening it, and transactions.

SQLite by default, a file for one person; PostgreSQL by URL, for a team. One connection, used by
one thread at a time.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Self, TypeVar, cast

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import ProgrammingError, SQLAlchemyError

from advisor import locations
from advisor.errors import StorageError
from advisor.storage import creating, faults, files, servers
from advisor.storage.addresses import address_of, place_of, refused
from advisor.storage.engines import READING, file_engine, server_engine
from advisor.storage.keeping import load_keeping
from advisor.storage.passwords import password_for
from advisor.storage.reserve import Reserve
from advisor.storage.safety.copies import copies_in
from advisor.storage.schema.versions import SCHEMA_VERSION
from advisor.storage.silence import Patience
from advisor.storage.upgrade import upgrade_file

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Database:
    """An open database.

    ``path`` is the file, or None for a server; ``place`` names either to a person, without any
    password. ``is_view_only`` says that the file can only be read: ``reading`` works then and
    ``writing`` raises StorageError.
    """

    def __init__(self, engine: Engine, place: str, path: Path | None) -> None:
        self.place = place
        self.path = path
        self.is_view_only = path is not None and not files.is_changeable(path)
        self._engine = engine
        self._turn = threading.Lock()
        self._holder: int | None = None
        self._identity = files.identity(path) if path else None
        self._patience = Patience(engine) if path is None else None
        self._reserve = Reserve(path) if path and not self.is_view_only else None

    @classmethod
    def open(cls, where: str | Path | URL | None = None, *, backups: Path | None = None) -> Self:
        """Open a file by its path or sqlite URL, a server by its URL, or the person's own.

        That is their file, or the team's database that they chose instead. A password that the
        address does not have is looked for in the keyring.
        A file that is not there is made, but not the person's own while there are copies of it
        (``file-missing``): who finds no plans must be told where they are. An older one is
        upgraded after a copy was put into the folder ``backups`` (the person's own by default).
        Raises StorageError, and has then changed nothing. Open a file once in a program: closing
        it anywhere in a process drops what other connections of that process have locked.
        """
        own = locations.database_path()
        url = address_of(where or load_keeping().server or own)
        if isinstance(url, Path):
            folder = backups or locations.backups_folder()
            with faults.translated(str(url), reading=True):
                if url == own and not url.exists() and copies_in(folder):
                    raise faults.refusal(faults.FILE_MISSING, str(url))
                return cls._open_file(url, folder)
        place = place_of(url)
        with faults.translated(place, reading=True):
            return cls._open_server(url, place)

    @classmethod
    def _open_file(cls, path: Path, backups: Path) -> Self:
        if files.settled_version_of(path) is None:
            creating.create(path)
        _bring_up(path, backups)
        database = cls(file_engine(path), str(path), path)
        log.info("opened a file, tables version %d", SCHEMA_VERSION)
        return database

    @classmethod
    def _open_server(cls, url: URL, place: str) -> Self:
        url = url if url.password else url.set(password=password_for(url))
        try:
            engine = server_engine(url)
        except ImportError as error:
            raise faults.refusal(servers.NO_DRIVER, place, str(error.name)) from None
        database = cls(engine, place, None)
        try:
            with database._own_turn():
                servers.prepare(engine, place)
        except BaseException as error:
            engine.dispose()
            # No state: the driver refused the address, without having reached a server.
            if isinstance(error, ProgrammingError) and not getattr(error.orig, "sqlstate", None):
                raise refused("option") from None
            raise
        log.info("opened a server's database, tables version %d", SCHEMA_VERSION)
        return database

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction that may write: all of it is kept at the end, or none of it.

        Raises StorageError. What a person typed must stay outside until this has returned.
        """
        with self._own_turn(), self._seen_twice(), faults.translated(self.place):
            self._see_that_it_is_ours()
            with self._on_full_disk(), self._engine.begin() as connection:
                yield connection
        if self._reserve:
            self._reserve.fill()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a transaction that only reads; it works on a file that is view only too.

        All of it is as it was at one moment, whatever others save or erase meanwhile.
        """
        with self._own_turn(), self._seen_twice(), faults.translated(self.place, reading=True):
            # A file is read so by itself; a server would look anew for each question.
            one_moment = {} if self.path else {"isolation_level": "REPEATABLE READ"}
            engine = self._engine.execution_options(**{READING: True, **one_moment})
            try:
                with engine.connect() as connection:
                    yield connection
            except SQLAlchemyError:
                # A file that was emptied under the program has no tables any more.
                if self._is_another():
                    cause = "another identity"
                    raise faults.refusal(faults.MOVED, self.place, cause, reading=True) from None
                raise

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do one piece of work in a transaction, and once more where that can help.

        It is done again after a full disk (when the reserve could be freed), after a lost
        connection (saves find out themselves whether they are there already) and after two
        changes at the same moment. Raises StorageError when the second time fails too.
        """
        try:
            return self._once(work)
        except StorageError as error:
            if not self._is_worth_another_try(error):
                raise
            log.warning("trying once more after: %s", error.code)
        return self._once(work)

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """Give SQLite's own connection to a file, outside any transaction, for a copy."""
        with self._own_turn(), self._engine.connect() as connection:
            own = connection.connection.driver_connection
            if not isinstance(own, sqlite3.Connection):
                raise TypeError("a server has no connection of SQLite's")
            yield own

    def exchange(self, put: Callable[[Path], Result], backups: Path) -> Result:
        """Let another file take the place of the open one; return what ``put`` returns.

        Nothing is read or saved meanwhile. An older file is upgraded as when it is opened. Raises
        what ``put`` raises, and StorageError where the new file cannot be used.
        """
        path = cast("Path", self.path)
        with self._own_turn(), faults.translated(str(path)):
            self._engine.dispose()
            try:
                done = put(path)
                _bring_up(path, backups)
            finally:
                self._identity = files.identity(path)
                self.is_view_only = not files.is_changeable(path)
        return done

    def close(self) -> None:
        """Close the connection. The database cannot be used afterwards."""
        self._engine.dispose()

    def _once(self, work: Callable[[Connection], Result]) -> Result:
        with self.writing() as connection:
            return work(connection)

    def _is_worth_another_try(self, error: StorageError) -> bool:
        if error.code == faults.DISK_FULL.code:
            return self._reserve is not None and self._reserve.was_freed
        return error.code in (faults.CONNECTION.code, faults.TOGETHER.code)

    @contextmanager
    def _on_full_disk(self) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            found = faults.words_for(error)
            if self._reserve and found and found[0] is faults.DISK_FULL:
                self._reserve.free()
            raise

    @contextmanager
    def _seen_twice(self) -> Iterator[None]:
        """Call a file damaged only if it still is when it is looked through."""
        try:
            yield
        except StorageError as error:
            if self.path is not None and faults.CORRUPT in error.details.get("cause", ""):
                files.read_through(self.path)
                if self._is_sound():
                    raise faults.refusal(faults.DISK_TROUBLE, self.place) from None
            raise

    def _is_sound(self) -> bool:
        with self._engine.connect() as connection:
            try:
                # What was read before is read again, from the disk.
                connection.exec_driver_sql("PRAGMA shrink_memory")
                found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
                return bool(found == "ok")
            except (SQLAlchemyError, UnicodeDecodeError):
                return False

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        """Wait for the thread that is using the connection; the same thread twice is a bug."""
        me = threading.get_ident()
        if self._holder == me:
            raise RuntimeError("a transaction is begun inside another one of the same thread")
        with self._turn, self._patience.waiting() if self._patience else nullcontext():
            self._holder = me
            try:
                yield
            finally:
                self._holder = None

    def _see_that_it_is_ours(self) -> None:
        if self._is_another():
            raise faults.refusal(faults.MOVED, self.place, "another identity")
        if self.is_view_only:
            raise faults.refusal(faults.READ_ONLY, self.place, "opened view only")

    def _is_another(self) -> bool:
        return self.path is not None and files.identity(self.path) != self._identity


def _bring_up(path: Path, backups: Path) -> None:
    """See that a file is sound and ours, and bring its tables to the newest version."""
    version = files.settled_version_of(path)
    if version is None:
        raise faults.refusal(faults.CANNOT_OPEN, str(path), reading=True)
    files.look_over(path, version)
    if version < SCHEMA_VERSION:
        upgrade_file(path, version, backups)
