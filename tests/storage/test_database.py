"""One connection, whole transactions, and what happens when the file is taken away."""

import logging
import os
import shutil
import sqlite3
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text, update
from sqlalchemy.exc import InvalidRequestError

from advisor import locations
from advisor.errors import StorageError
from advisor.models.plan import Answer, Entry, EntryKey, Plan
from advisor.storage import edits, files, plan_lists, plans
from advisor.storage.database import Database
from advisor.storage.reserve import SIZE, Reserve
from advisor.storage.schema.tables import PLAN
from tests.storage import things
from tests.storage.conftest import Opening
from tests.storage.things import FORMATS


def stored(database: Database) -> Plan:
    plan = things.plan()
    return database.write(lambda connection: plans.add_plan(connection, plan, asked=50))


def count(database: Database) -> int:
    with database.reading() as connection:
        return plan_lists.count(connection)


def save(plan: Plan, note: str = "kept") -> Callable[[Connection], Entry]:
    said = Answer(value=1, note=note, version=1)
    return lambda connection: edits.save(connection, plan.id, EntryKey.of_answer(FORMATS), said)


def test_what_is_stored_is_there_when_the_file_is_opened_again(
    open_database: Opening, file: Path
) -> None:
    first = open_database(file)
    plan = stored(first)
    first.close()

    with open_database(file).reading() as connection:
        assert plans.plan(connection, plan.id) == plan


@pytest.mark.parametrize("torn", [0, 512])
def test_a_save_that_was_cut_short_is_taken_back_even_when_the_first_bytes_are_torn(
    open_database: Opening, file: Path, torn: int
) -> None:
    database = open_database(file)
    plan = stored(database)
    database.close()
    things.cut_short(file)
    with file.open("r+b") as opened:
        opened.write(b"\xa5" * torn)

    with open_database(file).reading() as connection:
        assert plans.plan(connection, plan.id) == plan


def test_a_stray_journal_beside_a_file_that_is_not_ours_does_no_harm(
    open_database: Opening, file: Path
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"a letter" * 1000)
    files.journal_of(file).write_bytes(b"not a journal" * 100)

    with pytest.raises(StorageError) as refused:
        open_database(file)
    assert refused.value.code == "not-a-database"
    assert file.read_bytes() == b"a letter" * 1000


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", "sqlite+pysqlite:///{}"])
def test_a_file_can_be_named_by_its_path_or_as_a_url(
    open_database: Opening, file: Path, form: str
) -> None:
    assert open_database(form.format(file)).path == file


def test_without_a_name_the_persons_own_file_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))

    database = Database.open()
    database.close()

    assert database.path == locations.database_path()
    assert locations.database_path().is_file()


@pytest.mark.parametrize(
    "address",
    [
        "sqlite://",
        "mysql://me@here/plans",
        "nonsense://",
        "http://secret@here",
        "://",
        "postgresql://a:b@c:secret/d",
    ],
)
def test_an_address_of_nothing_we_know_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(StorageError) as refused:
        Database.open(address)

    assert refused.value.code == "bad-address"
    assert "secret" not in str(refused.value) + repr(refused.value.details)


def test_a_teams_address_without_its_driver_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StorageError, match="make team") as refused:
        Database.open("postgresql://advisor:secret@db.example.org/plans")

    assert refused.value.code == "no-driver"
    assert "secret" not in f"{refused.value.message}{refused.value.details}"


def test_an_error_undoes_the_whole_transaction(either: Database) -> None:
    def half(connection: Connection) -> None:
        plans.add_plan(connection, things.plan(), asked=1)
        raise KeyError

    with pytest.raises(KeyError):
        either.write(half)
    assert count(either) == 0


def test_a_mistake_of_the_program_is_heard_as_one(database: Database) -> None:
    with database.writing() as connection, pytest.raises(InvalidRequestError):
        connection.begin()
    with pytest.raises(sqlite3.OperationalError, match="no such column"), database.raw() as raw:
        raw.execute("SELECT nonsense")


def test_a_transaction_inside_another_is_a_mistake_and_not_a_wait(database: Database) -> None:
    with database.writing(), pytest.raises(RuntimeError, match="inside another"):
        database.write(lambda connection: connection.execute(text("SELECT 1")))
    assert count(database) == 0


def test_threads_take_turns(database: Database) -> None:
    def add() -> None:
        for _ in range(5):
            stored(database)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert count(database) == 20


def test_a_transaction_that_only_reads_cannot_write_by_mistake(database: Database) -> None:
    plan = stored(database)
    with database.reading() as connection:
        connection.execute(update(PLAN).values(title="Changed"))
        assert connection.scalars(select(PLAN.c.title)).all() == ["Changed"]

    with database.reading() as connection:
        assert connection.scalars(select(PLAN.c.title)).all() == [plan.title]


def deleted(file: Path) -> None:
    file.unlink()


def moved(file: Path) -> None:
    file.rename(file.with_name("elsewhere.db"))


def replaced(file: Path) -> None:
    shutil.copy(file, file.with_name("older.db"))
    file.with_name("older.db").replace(file)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move an open file")
@pytest.mark.parametrize("take_away", [deleted, moved, replaced, emptied])
def test_nothing_is_called_saved_once_the_file_was_taken_away(
    database: Database, file: Path, take_away: Callable[[Path], None]
) -> None:
    plan = stored(database)
    take_away(file)
    there = file.read_bytes() if file.exists() else None

    for _ in range(2):
        with pytest.raises(StorageError) as refused:
            database.write(save(plan))
        assert refused.value.code == "file-moved"
    assert (file.read_bytes() if file.exists() else None) == there


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move an open file")
def test_sqlite_itself_notices_a_file_that_is_moved_during_a_transaction(
    database: Database, file: Path
) -> None:
    plan = stored(database)

    def saved_too_late(connection: Connection) -> None:
        moved(file)
        save(plan)(connection)

    with pytest.raises(StorageError) as refused:
        database.write(saved_too_late)
    assert refused.value.code == "file-moved"
    assert "DBMOVED" in refused.value.details["cause"]


def test_a_file_that_another_program_holds_is_busy_and_free_again_afterwards(
    database: Database, file: Path
) -> None:
    plan = stored(database)
    with database.raw() as raw:
        raw.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    for attempt in (lambda: database.write(save(plan)), lambda: count(database)):
        with pytest.raises(StorageError) as refused:
            attempt()
        assert refused.value.code == "busy"

    other.close()
    assert database.write(save(plan)) == Answer(value=1, note="kept")


def fill(database: Database) -> None:
    """Let the file not grow any more."""
    with database.raw() as raw:
        raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")


def big(plan: Plan) -> Callable[[Connection], Entry]:
    return save(plan, "words " * 1600)


def test_on_a_full_disk_nothing_is_saved_nothing_is_lost_and_reading_goes_on(
    database: Database, file: Path
) -> None:
    plan = stored(database)
    fill(database)

    with pytest.raises(StorageError) as refused, database.writing() as connection:
        big(plan)(connection)

    assert refused.value.code == "disk-full"
    assert "Free some space" in refused.value.message
    with database.reading() as connection:
        assert plans.plan(connection, plan.id) == plan
    with database.raw() as raw:
        files.check_pages(raw, "integrity_check", "here")


def test_on_a_full_disk_the_reserve_saves_the_last_words(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = stored(database)
    fill(database)
    free = Reserve.free

    def free_and_make_room(reserve: Reserve) -> None:
        free(reserve)
        raw = sqlite_of(database)
        raw.execute("PRAGMA max_page_count = 100000")

    monkeypatch.setattr(Reserve, "free", free_and_make_room)

    assert database.write(big(plan)) == Answer(value=1, note="words " * 1600)


def sqlite_of(database: Database) -> sqlite3.Connection:
    """The connection, though a transaction is using it."""
    connection = database._engine.connect()
    own = connection.connection.driver_connection
    assert isinstance(own, sqlite3.Connection)
    return own


def test_without_a_reserve_a_full_disk_is_reported_at_once(database: Database, file: Path) -> None:
    plan = stored(database)
    file.with_name("plans.db.reserve").unlink()
    fill(database)
    tried: list[int] = []

    def attempt(connection: Connection) -> None:
        tried.append(1)
        big(plan)(connection)

    with pytest.raises(StorageError, match="disk is full"):
        database.write(attempt)
    assert tried == [1]


def test_the_reserve_is_real_and_comes_back_after_the_next_save(
    database: Database, file: Path
) -> None:
    reserve = file.with_name("plans.db.reserve")
    assert (reserve.stat().st_size, stat.S_IMODE(reserve.stat().st_mode)) == (SIZE, 0o600)
    reserve.unlink()

    stored(database)

    assert reserve.stat().st_size == SIZE


def test_a_disk_without_room_for_the_reserve_is_no_reason_to_complain(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError

    file.parent.mkdir()
    monkeypatch.setattr(os, "fsync", full)
    reserve = Reserve(file)

    assert not reserve.path.exists()
    reserve.free()
    assert not reserve.was_freed


def test_pages_that_the_disk_spoils_later_end_in_words_and_not_in_a_crash(
    database: Database, file: Path
) -> None:
    stored(database)
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xa5" * (file.stat().st_size - 4096))
    with database.raw() as raw:
        raw.execute("PRAGMA shrink_memory")

    for attempt in (lambda: count(database), lambda: stored(database)):
        with pytest.raises(StorageError) as refused:
            attempt()
        assert refused.value.code == "damaged"


def test_words_that_are_no_text_any_more_are_named(database: Database) -> None:
    plan = stored(database)
    with database.raw() as raw:
        raw.execute("UPDATE answer SET note = CAST(x'ff41' AS TEXT) WHERE question = 'formats'")

    with pytest.raises(StorageError) as refused, database.reading() as connection:
        plans.plan(connection, plan.id)
    assert (refused.value.code, refused.value.details["rows"]) == ("plan-damaged", "answer formats")


def test_logs_and_errors_tell_what_was_decided_and_never_what_was_said(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="advisor")
    secret = next(things.codes())
    plan = stored(database)
    database.write(save(plan, secret))

    refusals = []
    fill(database)
    for note in (f"{secret} stale", f"{secret}\0", secret * 1000):
        with pytest.raises(StorageError) as refused:
            database.write(save(plan, note))
        refusals.append(refused.value)

    with pytest.raises(StorageError) as refused, database.writing() as connection:
        things.rename(connection, plan, "title", secret * 150)
    refusals.append(refused.value)

    assert [each.code for each in refusals] == [
        "changed-elsewhere",
        "value-refused",
        "value-refused",
        "disk-full",
    ]
    assert "private-words" not in caplog.text + "".join(each.message for each in refusals)
    assert "database refused: disk-full" in caplog.text


def test_a_file_that_was_emptied_while_it_is_read_is_told(database: Database, file: Path) -> None:
    os.truncate(file, 0)

    with pytest.raises(StorageError) as refused, database.reading() as connection:
        plans.plan(connection, things.plan().id)
    assert refused.value.code == "file-moved"
    assert "saved" not in refused.value.message


def test_a_page_that_could_not_be_read_once_is_not_called_damaged(
    database: Database, file: Path
) -> None:
    error = sqlite3.DatabaseError("private words")
    error.sqlite_errorname = "SQLITE_CORRUPT"

    with pytest.raises(StorageError) as sound, database.reading():
        raise error
    assert sound.value.code == "disk-trouble"

    content = bytearray(file.read_bytes())
    content[8192 : 8192 * 3] = b"\1" * 8192 * 2
    file.write_bytes(content)
    with pytest.raises(StorageError) as spoilt, database.reading():
        raise error
    assert spoilt.value.code == "damaged"
