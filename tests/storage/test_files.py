"""A file is looked at before it is used, and used with the settings that keep work safe."""

import hashlib
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.errors import StorageError
from advisor.storage import creating, files
from advisor.storage.database import Database
from advisor.storage.schema.versions import APPLICATION_ID, SCHEMA_VERSION
from tests.storage.conftest import Opening

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and no pipes")


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def altered(file: Path, *statements: str) -> Path:
    """A file of ours that another tool has changed."""
    creating.create(file)
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return file


def refusal_of(opening: Opening, file: Path) -> StorageError:
    with pytest.raises(StorageError) as refused:
        opening(file)
    return refused.value


def test_a_new_file_has_the_settings_that_lose_nothing(database: Database) -> None:
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 2000,
        "trusted_schema": 0,
        "secure_delete": 1,
        "cell_size_check": 1,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
    }

    with database.raw() as raw:
        found = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}

    assert found == wanted


@pytest.mark.parametrize("name", [name for name, _, _ in files.SETTINGS])
def test_a_setting_that_does_not_take_is_noticed(
    open_database: Opening, file: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    creating.create(file)
    other = [
        (each, wanted, "other" if each == name else back) for each, wanted, back in files.SETTINGS
    ]
    monkeypatch.setattr(files, "SETTINGS", tuple(other))

    refused = refusal_of(open_database, file)

    assert refused.code == "setting-refused"
    assert refused.details["cause"].startswith(name)


@POSIX
def test_the_file_and_its_folder_are_for_their_owner_only(database: Database, file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_nothing_is_left_beside_a_new_file_but_the_reserve(database: Database, file: Path) -> None:
    assert sorted(each.name for each in file.parent.iterdir()) == ["plans.db", "plans.db.reserve"]


def test_a_file_that_appears_while_it_is_made_is_kept(file: Path) -> None:
    creating.create(file)
    before = sha(file)

    creating.create(file)

    assert sha(file) == before


def test_a_disk_without_links_gets_its_file_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", no_links)
    creating.create(file)

    assert files.version_of(file) == SCHEMA_VERSION
    assert [each.name for each in file.parent.iterdir()] == ["plans.db"]


def test_a_file_that_cannot_be_made_whole_is_not_made(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creating, "statements", lambda _: ["CREATE TABLE a (b)", "nonsense"])

    with pytest.raises(sqlite3.OperationalError):
        creating.create(file)
    assert list(file.parent.iterdir()) == []


def make_folder(file: Path) -> None:
    file.mkdir()


def make_pipe(file: Path) -> None:
    os.mkfifo(file)


def make_empty(file: Path) -> None:
    file.touch()


def make_text(file: Path) -> None:
    file.write_text("These are my plans. " * 100)


def make_sparse(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(5_000_000_000)


def make_short(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0")


@pytest.mark.parametrize(
    "make",
    [
        make_folder,
        pytest.param(make_pipe, marks=POSIX),
        make_empty,
        make_text,
        make_sparse,
        make_short,
    ],
)
def test_what_is_no_database_is_refused_untouched(
    open_database: Opening, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    file = tmp_path / "plans.db"
    make(file)
    before = file.stat()

    refused = refusal_of(open_database, file)

    assert refused.code == ("file-empty" if make is make_empty else "not-a-database")
    assert str(file) in refused.message
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert [each.name for each in tmp_path.iterdir()] == ["plans.db"]


def test_a_database_of_another_program_is_refused_untouched(
    open_database: Opening, file: Path
) -> None:
    altered(file, "PRAGMA application_id = 7")
    before = sha(file)

    assert refusal_of(open_database, file).code == "not-our-file"
    assert sha(file) == before
    assert [each.name for each in file.parent.iterdir()] == ["plans.db"]


def test_a_newer_file_is_opened_for_nothing(open_database: Opening, file: Path) -> None:
    altered(file, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = sha(file)

    refused = refusal_of(open_database, file)

    assert refused.code == "newer-file"
    assert refused.details["version"] == str(SCHEMA_VERSION + 1)
    assert "Update the program" in refused.message
    assert sha(file) == before
    assert [each.name for each in file.parent.iterdir()] == ["plans.db"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER helpful AFTER UPDATE ON answer BEGIN DELETE FROM history; END",
        "CREATE TRIGGER sqliteXhelpful AFTER INSERT ON answer BEGIN DELETE FROM history; END",
        "CREATE VIEW sneaky AS SELECT 1",
        "CREATE TABLE extra (a)",
        "CREATE INDEX extra ON answer (note)",
        "DROP TRIGGER keep_rule_update",
        "DROP TABLE decision",
        "ALTER TABLE answer ADD COLUMN more TEXT",
        "PRAGMA user_version = 0",
    ],
)
def test_a_file_with_tables_or_triggers_that_we_did_not_make_is_refused(
    open_database: Opening, file: Path, statement: str
) -> None:
    altered(file, statement)

    assert refusal_of(open_database, file).code == "foreign-schema"


def test_a_file_that_another_tool_has_set_to_wal_is_set_back(
    open_database: Opening, file: Path
) -> None:
    altered(file, "PRAGMA journal_mode = WAL")

    database = open_database(file)

    with database.raw() as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
    assert not file.with_name("plans.db-wal").exists()


def flip(file: Path, at: int, length: int, byte: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(bytes([byte]) * length)


@pytest.mark.parametrize(
    ("at", "length", "byte"),
    [(4096, 4096, 0), (8192, 512, 0xA5), (4096 * 5, 4096 * 3, 0), (105, 40, 0xFF)],
)
def test_a_damaged_file_is_noticed_when_it_is_opened_and_left_as_it_is(
    open_database: Opening, file: Path, at: int, length: int, byte: int
) -> None:
    creating.create(file)
    flip(file, at, length, byte)
    before = sha(file)

    refused = refusal_of(open_database, file)

    assert refused.code in ("damaged", "foreign-schema")
    assert sha(file) == before


def test_a_file_is_damaged_also_where_what_is_wrong_with_it_cannot_be_said(file: Path) -> None:
    creating.create(file)
    content = file.read_bytes()
    assert b"CREATE TABLE answer" in content
    file.write_bytes(content.replace(b"CREATE TABLE answer", b"CREATE \x80\x80BLE answer"))
    files.play_back(file)

    with pytest.raises(StorageError) as refused:
        files.look_over(file, SCHEMA_VERSION)

    assert refused.value.code == "damaged"


def test_a_file_whose_end_is_cut_off_is_noticed(open_database: Opening, file: Path) -> None:
    creating.create(file)
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size - 4096 * 2)

    assert refusal_of(open_database, file).code == "damaged"


def test_two_pages_that_changed_places_are_noticed(open_database: Opening, file: Path) -> None:
    creating.create(file)
    content = file.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    pages[2], pages[3] = pages[3], pages[2]
    file.write_bytes(b"".join(pages))

    assert refusal_of(open_database, file).code == "damaged"


def test_a_link_leads_to_its_file(open_database: Opening, file: Path, tmp_path: Path) -> None:
    creating.create(file)
    link = tmp_path / "link.db"
    try:
        link.symlink_to(file)
    except OSError:
        pytest.skip("this account may not make links")

    with open_database(link).writing() as connection:
        connection.exec_driver_sql("SELECT 1 FROM plan")


def test_the_digest_of_the_tables_is_the_one_on_record(file: Path) -> None:
    creating.create(file)
    connection = files.connect(file)

    files.check_schema(connection, SCHEMA_VERSION, "here")
    connection.close()


def test_a_folder_that_may_not_be_entered_is_said_so(
    open_database: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", forbidden)

    assert refusal_of(open_database, tmp_path / "new" / "plans.db").code == "cannot-open"


def test_copying_a_file_gives_it_another_identity(file: Path, tmp_path: Path) -> None:
    creating.create(file)
    before = files.identity(file)
    other = shutil.copy(file, tmp_path / "other.db")

    assert before == files.identity(file)
    assert before != files.identity(Path(other))
    file.unlink()
    assert files.identity(file) is None
