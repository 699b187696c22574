"""One table from what a database reports to what a person can do about it.

A file on this computer and a team's server fail in the same ways, and another person can help.
The text of a database's own error is never passed on: it may hold what people typed. Only its
kind is, in ``details``.
"""

import errno
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from advisor.errors import StorageError
from advisor.language import N_, _
from advisor.storage.schema.columns import DamagedValue

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Words:
    """What to say about a fault, in English: a stable code, what happened, what to do.

    ``reading`` is what happened where nothing was being saved.
    """

    code: str
    says: str
    do: str
    reading: str = ""


DISK_FULL = Words(
    "disk-full",
    N_("The disk is full, so nothing was saved."),
    N_("Free some space, then save again."),
)
DISK_TROUBLE = Words(
    "disk-trouble",
    N_("The disk reported an error, so nothing was saved."),
    N_("Check the disk or the connection to it, then try again."),
    N_("The disk reported an error while the file was read. What is in the file was not changed."),
)
MOVED = Words(
    "file-moved",
    N_("The file was moved, replaced or deleted while it was open, so nothing was saved."),
    N_("Put the file back, or save a copy elsewhere and start again."),
    N_("The file was moved, replaced or deleted while it was open, so it cannot be read."),
)
READ_ONLY = Words(
    "read-only",
    N_("The file or its folder can only be read, so nothing was saved."),
    N_("Ask for the right to change it, or save a copy elsewhere."),
)
CANNOT_OPEN = Words(
    "cannot-open",
    N_("The file cannot be opened."),
    N_("Check that the folder exists and that you may read and change it."),
)
BUSY = Words(
    "busy",
    N_("Another program is using the file, so nothing was saved."),
    N_("Close the other program, or wait a little and try again."),
    N_("Another program is using the file, so it cannot be read just now."),
)
DAMAGED = Words(
    "damaged",
    N_("The file is damaged."),
    N_("Keep it as it is and put a copy back."),
)
NOT_A_DATABASE = Words(
    "not-a-database",
    N_("This is not a file of plans."),
    N_("Keep it as it is. Put a copy back, or check that this is the right place."),
)
FILE_MISSING = Words(
    "file-missing",
    N_("The file of your plans is not there any more, but copies of it are."),
    N_("Put a copy back, or begin with no plans."),
)
FILE_EMPTY = Words(
    "file-empty",
    N_("The file is empty: something has cut it to nothing."),
    N_("Put a copy back, or begin with no plans."),
)
CHANGED_ELSEWHERE = Words(
    "changed-elsewhere",
    N_("Someone else has changed this meanwhile, so it was not saved over."),
    N_("Look at both and choose."),
)
VALUE_REFUSED = Words(
    "value-refused",
    N_("A value is not one that can be stored, so nothing was saved."),
    N_("Shorten or correct it."),
)
NEVER_CHANGED = Words(
    "never-changed",
    N_("Stored evidence and history are never changed, so nothing was saved."),
    N_("Store a new edition, or make another change, instead."),
)
TOGETHER = Words(
    "changed-together",
    N_("Two changes were made at the same moment, so this one was not saved."),
    N_("Save it again."),
)
CONNECTION = Words(
    "connection-lost",
    N_("There is no connection to the database; a change on its way may or may not be saved."),
    N_("Check the network and the address, then try again: nothing is saved twice."),
    N_("There is no connection to the database."),
)
TIMEOUT = Words(
    "timeout",
    N_("The database did not answer in time, so nothing was saved."),
    N_("Wait a little and try again."),
    N_("The database did not answer in time."),
)
LOGIN = Words(
    "login-refused",
    N_("The database does not accept this name and password."),
    N_("Check both, and its own name, with the person who looks after the database."),
)
PASSWORD = Words(
    "password-needed",
    N_("The database asks for a password."),
    N_("Give it when you are asked, or keep it in this computer's keyring."),
)
NO_DATABASE = Words(
    "no-database",
    N_("The server has no such database."),
    N_("Check its name with the person who looks after the database."),
)
NOT_ALLOWED = Words(
    "not-allowed",
    N_("The database does not let you do this."),
    N_("Ask the person who looks after the database."),
)
SERVER_FULL = Words(
    DISK_FULL.code,
    N_("The disk of the team's server is full, so nothing was saved."),
    N_("Tell the person who looks after the database, then save again."),
)
SERVER_TROUBLE = Words(
    DISK_TROUBLE.code,
    N_("The disk of the team's server reported an error, so nothing was saved."),
    N_("Tell the person who looks after the database, then try again."),
    N_("The disk of the team's server reported an error. What is stored was not changed."),
)
SERVER_READ_ONLY = Words(
    READ_ONLY.code,
    N_("The team's database can only be read just now, so nothing was saved."),
    N_("Ask the person who looks after the database."),
)
SERVER_BUSY = Words(
    BUSY.code,
    N_("Someone else is changing the team's database, so nothing was saved."),
    N_("Wait a little and try again."),
    N_("Someone else is changing the team's database, so it cannot be read just now."),
)
SERVER_DAMAGED = Words(
    "server-damaged",
    N_("The team's database is damaged."),
    N_("Tell the person who looks after the database, and change nothing until then."),
)

CORRUPT = "SQLITE_CORRUPT"
"""What SQLite says of a page that is damaged, and of one that the disk failed to read."""

# By the start of the name, the longer one first.
_BY_NAME = {
    "SQLITE_READONLY_DBMOVED": MOVED,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_FULL": DISK_FULL,
    "SQLITE_IOERR": DISK_TROUBLE,
    "SQLITE_CANTOPEN": CANNOT_OPEN,
    "SQLITE_PERM": CANNOT_OPEN,
    "SQLITE_AUTH": CANNOT_OPEN,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_PROTOCOL": BUSY,
    CORRUPT: DAMAGED,
    "SQLITE_NOTADB": NOT_A_DATABASE,
    "SQLITE_CONSTRAINT_TRIGGER": NEVER_CHANGED,
    "SQLITE_CONSTRAINT": VALUE_REFUSED,
    "SQLITE_TOOBIG": VALUE_REFUSED,
    "SQLITE_MISMATCH": VALUE_REFUSED,
}
_BY_STATE = {
    "08": CONNECTION,
    "57P": CONNECTION,
    "57014": TIMEOUT,
    "25P03": CONNECTION,
    "40": TOGETHER,
    "55P03": SERVER_BUSY,
    "23505": CHANGED_ELSEWHERE,
    "23": VALUE_REFUSED,
    "22": VALUE_REFUSED,
    "P0001": NEVER_CHANGED,
    "28": LOGIN,
    "3D000": NO_DATABASE,
    "42501": NOT_ALLOWED,
    "25006": SERVER_READ_ONLY,
    "53100": SERVER_FULL,
    "53": TIMEOUT,
    "58": SERVER_TROUBLE,
    "XX001": SERVER_DAMAGED,
    "XX002": SERVER_DAMAGED,
}
_BY_NUMBER = {
    **dict.fromkeys(("ENOSPC", "EDQUOT", "EFBIG"), DISK_FULL),
    **dict.fromkeys(("EACCES", "EPERM", "EROFS"), READ_ONLY),
    **dict.fromkeys(("ENOENT", "ENOTDIR", "EISDIR", "ELOOP"), CANNOT_OPEN),
}


def refusal(
    words: Words,
    place: str,
    cause: str = "",
    details: dict[str, str] | None = None,
    *,
    reading: bool = False,
) -> StorageError:
    """Return the error that says these words about a place; ``reading``: nothing was saved."""
    named = {"place": place, **({"cause": cause} if cause else {}), **(details or {})}
    says = _((reading and words.reading) or words.says)
    return StorageError(f"{place}: {says} {_(words.do)}", code=words.code, details=named)


def words_for(error: BaseException) -> tuple[Words, str] | None:
    """Return the words for a database's error and its kind, or None for what is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    kind = type(cause).__name__
    if isinstance(cause, UnicodeDecodeError | DamagedValue):
        return DAMAGED, kind
    if isinstance(cause, sqlite3.Error):
        return _sqlite_words(cause, kind)
    if isinstance(cause, OSError):
        return _system_words(cause, kind)
    return _server_words(error, kind) if isinstance(error, DBAPIError) else None


def _sqlite_words(cause: sqlite3.Error, kind: str) -> tuple[Words, str] | None:
    # Python raises this one itself, without a name, and quotes the text.
    if str(cause).startswith("Could not decode to UTF-8"):
        return DAMAGED, f"{kind} UTF-8"
    name = getattr(cause, "sqlite_errorname", "")
    for start in sorted(_BY_NAME, key=len, reverse=True):
        if name.startswith(start):
            return _BY_NAME[start], f"{kind} {name}"
    # Python does not know the names of the newest kinds.
    return (VALUE_REFUSED, kind) if isinstance(cause, sqlite3.IntegrityError) else None


def _server_words(error: DBAPIError, kind: str) -> tuple[Words, str] | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    for start in sorted(_BY_STATE, key=len, reverse=True):
        if state.startswith(start):
            return _BY_STATE[start], f"{kind} {state}"
    if kind == "ConnectionTimeout":
        return TIMEOUT, kind
    # Of a connection that was not made there is no state, but whether it came to a password.
    for asked, words in (("needs_password", PASSWORD), ("used_password", LOGIN)):
        if getattr(getattr(error.orig, "pgconn", None), asked, False):
            return words, kind
    if error.connection_invalidated or (not state and isinstance(error, OperationalError)):
        return CONNECTION, kind
    return None


def _system_words(cause: OSError, kind: str) -> tuple[Words, str]:
    code = errno.errorcode.get(cause.errno or 0, "")
    return _BY_NUMBER.get(code, DISK_TROUBLE), f"{kind} {code}"


@contextmanager
def translated(place: str, *also: type[OSError], reading: bool = False) -> Iterator[None]:
    """Turn a database's errors into StorageError; anything else passes as the bug it is.

    ``also`` names OSError where files are written directly; ``reading``: nothing is saved. The
    original is cut off, so that no log that prints the chain prints people's words.
    """
    caught: list[type[Exception]] = [SQLAlchemyError, sqlite3.Error]
    caught += [UnicodeDecodeError, DamagedValue, *also]
    try:
        yield
    except tuple(caught) as error:
        found = words_for(error)
        if found is None:
            raise
        words, kind = found
        log.warning("database refused: %s (%s)", words.code, kind)
        raise refusal(words, place, kind, reading=reading) from None
