"""Whatever a database reports, a person is told what happened and what to do."""

import errno
import sqlite3
from typing import cast

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError, InvalidRequestError, OperationalError

from advisor.errors import StorageError
from advisor.storage import faults
from advisor.storage.schema.columns import DamagedValue

SQLITE = {
    "SQLITE_FULL": "disk-full",
    "SQLITE_IOERR": "disk-trouble",
    "SQLITE_IOERR_WRITE": "disk-trouble",
    "SQLITE_IOERR_FSYNC": "disk-trouble",
    "SQLITE_READONLY": "read-only",
    "SQLITE_READONLY_DIRECTORY": "read-only",
    "SQLITE_READONLY_ROLLBACK": "read-only",
    "SQLITE_READONLY_DBMOVED": "file-moved",
    "SQLITE_CANTOPEN": "cannot-open",
    "SQLITE_CANTOPEN_ISDIR": "cannot-open",
    "SQLITE_PERM": "cannot-open",
    "SQLITE_AUTH": "cannot-open",
    "SQLITE_BUSY": "busy",
    "SQLITE_BUSY_RECOVERY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_PROTOCOL": "busy",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_CORRUPT_INDEX": "damaged",
    "SQLITE_NOTADB": "not-a-database",
    "SQLITE_CONSTRAINT_CHECK": "value-refused",
    "SQLITE_CONSTRAINT_FOREIGNKEY": "value-refused",
    "SQLITE_TOOBIG": "value-refused",
    "SQLITE_MISMATCH": "value-refused",
}
SERVER = {
    "08006": "connection-lost",
    "57P01": "connection-lost",
    "25P03": "connection-lost",
    "57014": "timeout",
    "53300": "timeout",
    "40001": "changed-together",
    "40P01": "changed-together",
    "55P03": "busy",
    "23505": "changed-elsewhere",
    "23514": "value-refused",
    "22021": "value-refused",
    "28P01": "login-refused",
    "28000": "login-refused",
    "3D000": "no-database",
    "42501": "not-allowed",
    "25006": "read-only",
    "53100": "disk-full",
    "58030": "disk-trouble",
    "XX001": "server-damaged",
}


def from_sqlite(name: str) -> DBAPIError:
    error = sqlite3.OperationalError("private words")
    error.sqlite_errorname = name
    return OperationalError("SELECT", {}, error)


def from_server(state: str | None) -> DBAPIError:
    error = psycopg.OperationalError("private words")
    error.sqlstate = state
    return OperationalError("SELECT", {}, error)


def told(error: BaseException) -> StorageError:
    with pytest.raises(StorageError) as refused, faults.translated("plans.db"):
        raise error
    return refused.value


@pytest.mark.parametrize(("name", "code"), SQLITE.items())
def test_every_fault_of_a_file_has_its_words(name: str, code: str) -> None:
    error = told(from_sqlite(name))

    assert error.code == code
    assert error.details["cause"] == f"OperationalError {name}"
    assert error.message.startswith("plans.db: ")
    assert "private" not in f"{error.message} {error.details}"


@pytest.mark.parametrize(("state", "code"), SERVER.items())
def test_every_fault_of_a_server_has_its_words(state: str, code: str) -> None:
    error = told(from_server(state))

    assert error.code == code
    assert state in error.details["cause"]
    assert "file" not in error.message
    assert "program" not in error.message
    assert "private" not in f"{error.message} {error.details}"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "read-only"),
        (errno.EROFS, "read-only"),
        (errno.ENOENT, "cannot-open"),
        (errno.EIO, "disk-trouble"),
    ],
)
def test_faults_of_the_system_have_words_where_files_are_written(number: int, code: str) -> None:
    with pytest.raises(StorageError) as refused, faults.translated("here", OSError):
        raise OSError(number, "private words")
    assert refused.value.code == code
    assert "private" not in refused.value.message

    with pytest.raises(OSError, match="private"), faults.translated("here"):
        raise OSError(number, "private words")


def test_a_connection_that_broke_without_a_word_is_a_lost_connection() -> None:
    assert told(from_server(None)).code == "connection-lost"


@pytest.mark.parametrize(
    "error",
    [
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "private words"),
        sqlite3.OperationalError("Could not decode to UTF-8 column 'note' with text 'private"),
        DamagedValue(),
    ],
)
def test_what_no_version_has_written_is_damage(error: Exception) -> None:
    assert told(error).code == "damaged"


@pytest.mark.parametrize(
    "error",
    [
        from_sqlite("SQLITE_ERROR"),
        from_sqlite("SQLITE_MISUSE"),
        DBAPIError("SELECT", {}, psycopg.ProgrammingError("private words")),
        InvalidRequestError("a mistake"),
        KeyError("a mistake"),
    ],
)
def test_a_mistake_of_the_program_is_raised_as_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as heard, faults.translated("plans.db"):
        raise error
    assert heard.value is error


def test_every_sentence_says_what_happened_and_what_to_do() -> None:
    every = [each for each in vars(faults).values() if isinstance(each, faults.Words)]

    kinds = {(each.code, "team" in each.says) for each in every}
    assert len(every) == len(kinds) >= 15
    for words in every:
        assert words.says.endswith(".")
        assert words.do.endswith(".")
        assert len(words.do.split()) >= 3


def test_no_chain_leads_a_log_to_the_databases_own_text() -> None:
    error = cast("BaseException", told(from_server("23505")))

    assert error.__cause__ is None
    assert error.__suppress_context__


def test_a_server_that_does_not_answer_is_no_bug() -> None:
    error = psycopg.errors.ConnectionTimeout("private words")

    assert told(OperationalError("", {}, error)).code == "timeout"


@pytest.mark.parametrize("name", ["SQLITE_IOERR_READ", "SQLITE_BUSY"])
def test_nothing_is_said_of_saving_where_only_reading_failed(name: str) -> None:
    with pytest.raises(StorageError) as refused, faults.translated("plans.db", reading=True):
        raise from_sqlite(name)

    assert "saved" not in refused.value.message
    assert "saved" in told(from_sqlite(name)).message
