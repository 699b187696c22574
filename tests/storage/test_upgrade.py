"""Older tables become newer ones whole, or stay as they are."""

import contextlib
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from advisor.errors import StorageError
from advisor.models.plan import Plan
from advisor.storage import creating, files, packs, plans, servers, upgrade
from advisor.storage.database import Database
from advisor.storage.safety import copies
from advisor.storage.schema import versions
from advisor.storage.schema.columns import Base
from advisor.storage.upgrade import Migrations, upgrade_connection, upgrade_file
from tests.storage import ahead, things
from tests.storage.conftest import Opening
from tests.storage.test_survival import FORKS, ROOT, python
from tests.storage.upgrading import Anything, look

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def any_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(versions.SCHEMA_DIGESTS, 2, Anything())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file that the first version of the program left behind."""
    return sample(tmp_path / "plans.db", 1)


def sample(file: Path, version: int) -> Path:
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript((SAMPLES / f"{version:04}.sql").read_text(encoding="utf-8"))
    return file


def contents(file: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def sha(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_there_is_a_sample_of_every_version() -> None:
    assert [int(each.stem) for each in sorted(SAMPLES.glob("*.sql"))] == list(
        range(1, versions.SCHEMA_VERSION + 1)
    )


@pytest.mark.parametrize("version", range(1, versions.SCHEMA_VERSION + 1))
def test_what_every_version_kept_is_there_in_this_one(
    open_database: Opening, tmp_path: Path, version: int
) -> None:
    database = open_database(sample(tmp_path / "plans.db", version))

    with database.reading() as session:
        (summary,) = plans.summaries(session)
        plan = plans.plan(session, summary.id)
        advice = plans.stored_advice(session, summary.id)
        assert packs.pack_records(session, things.EDITION) == things.records()
        assert len(plans.plan_history(session, summary.id)) == 11
    assert (summary.answered, summary.asked, summary.open_risks) == (4, 31, 2)
    assert described(plan) == described(things.plan())
    assert advice is not None
    assert advice.advice == '{"advice_version":1}'


def described(plan: Plan) -> tuple[object, ...]:
    """A plan without its ids."""
    return (
        plan.title,
        plan.description,
        plan.answers,
        plan.decisions,
        [(own.text, own.stage, own.decision) for own in plan.own_actions],
        [(own.text, own.mitigation) for own in plan.own_risks],
        plan.pack,
    )


def test_an_upgrade_keeps_every_row_of_a_table_that_is_rebuilt_and_of_its_children(
    any_schema: None, old: Path, tmp_path: Path
) -> None:
    before = look(old)
    kept = contents(old)

    copy = upgrade_file(old, 1, tmp_path / "copies", ahead.migrations(tmp_path, ahead.REBUILD))

    assert before == (1, 5, 8, 0, 0, 0)
    assert look(old) == (2, 5, 9, 1, 0, 0)
    assert copy.why == "before-version-2"
    copies.check(copy)
    assert contents(copy.path) == kept


def test_rebuilding_with_foreign_keys_on_loses_the_children(old: Path, tmp_path: Path) -> None:
    engine = create_engine(
        "sqlite://", creator=lambda: files.connect(old, keys=True), poolclass=NullPool
    )
    with engine.begin() as connection, pytest.raises(StorageError, match="went missing"):
        upgrade_connection(connection, ahead.migrations(tmp_path, ahead.REBUILD))

    assert look(old)[1] == 0


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (ahead.FAIL_HALF_WAY, "RuntimeError"),
        (ahead.LOSE_ROWS, "StorageError"),
        (ahead.BREAK_REFERENCES, "StorageError"),
        ("\n    op.execute('nonsense')\n", "OperationalError SQLITE_ERROR"),
    ],
)
def test_an_upgrade_that_goes_wrong_leaves_the_file_as_it_was(
    any_schema: None, old: Path, tmp_path: Path, body: str, cause: str
) -> None:
    before = contents(old)

    with pytest.raises(StorageError) as refused:
        upgrade_file(old, 1, tmp_path / "copies", ahead.migrations(tmp_path, body))

    assert refused.value.code == "upgrade-failed"
    assert cause.split(maxsplit=1)[0] in refused.value.details["cause"]
    assert "private" not in refused.value.message
    assert contents(old) == before
    assert files.version_of(old) == 1


def test_tables_that_do_not_become_what_they_should_are_refused(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(versions.SCHEMA_DIGESTS, 2, frozenset({"another"}))
    before = contents(old)

    with pytest.raises(StorageError, match="as it was"):
        upgrade_file(old, 1, tmp_path / "copies", ahead.migrations(tmp_path, ahead.REBUILD))
    assert contents(old) == before


def test_several_versions_at_once_are_one_upgrade(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(versions.SCHEMA_DIGESTS, 3, Anything())
    before = contents(old)

    with pytest.raises(StorageError):
        upgrade_file(
            old, 1, tmp_path / "one", ahead.migrations(tmp_path, ahead.REBUILD, ahead.LOSE_ROWS)
        )
    assert contents(old) == before

    good = ahead.migrations(tmp_path / "good", ahead.REBUILD, ahead.NOTHING_AT_ALL)
    upgrade_file(old, 1, tmp_path / "two", good)
    assert look(old) == (3, 5, 9, 1, 0, 0)


def test_without_a_good_copy_nothing_is_upgraded(
    any_schema: None, old: Path, tmp_path: Path
) -> None:
    with contextlib.closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE answer SET note = 'changed by the disk'")
    before = sha(old)

    with pytest.raises(StorageError) as refused:
        upgrade_file(old, 1, tmp_path / "copies", ahead.migrations(tmp_path, ahead.REBUILD))

    assert refused.value.code == "source-damaged"
    assert sha(old) == before


def test_the_copy_is_put_back_when_even_undoing_failed(
    any_schema: None, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(old)

    def spoil(path: Path, _: Migrations) -> None:
        path.write_bytes(b"spoiled")
        raise KeyError

    monkeypatch.setattr(upgrade, "_upgrade_in_place", spoil)
    with pytest.raises(StorageError, match="as it was"):
        upgrade_file(old, 1, tmp_path / "copies", ahead.migrations(tmp_path, ahead.REBUILD))

    assert contents(old) == before


def test_an_upgrade_that_is_broken_off_leaves_the_file_as_it_was(old: Path, tmp_path: Path) -> None:
    before = contents(old)
    body = "\n    op.execute('DROP TABLE history')\n    raise KeyboardInterrupt\n"

    with pytest.raises(KeyboardInterrupt):
        upgrade_file(old, 1, tmp_path / "copies", ahead.migrations(tmp_path, body))
    assert contents(old) == before


@FORKS
def test_a_kill_during_an_upgrade_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    sample(tmp_path / "old.db", 1)

    with python("tests.storage.upgrading", tmp_path, 5, 1) as program:
        said, _ = program.communicate()

    found = json.loads(said)
    assert found.keys() <= {"old", "new", "upgraded again"}
    assert found["old"] == found["upgraded again"] > 0


def test_opening_an_older_file_upgrades_it(
    any_schema: None, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SCHEMA_VERSION", 2)
    monkeypatch.setattr("advisor.storage.database.SCHEMA_VERSION", 2)
    made = ahead.migrations(tmp_path, ahead.REBUILD)
    monkeypatch.setattr(upgrade_file, "__defaults__", (made,))

    database = Database.open(old, backups=tmp_path / "copies")
    database.close()

    assert look(old)[0] == 2
    assert [copy.why for copy in copies.copies_in(tmp_path / "copies")] == ["before-version-2"]


def test_alembic_is_not_loaded_when_there_is_nothing_to_upgrade(old: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from advisor.storage.database import Database\n"
        "for name in ('plans.db', 'new.db'): Database.open(name, backups=Path('copies')).close()\n"
        "sys.exit(str([each for each in sys.modules if each in ('alembic', 'psycopg')]))"
    )

    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stderr == "[]\n"


def migrated(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrade.SHIPPED.folder))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def test_migrated_and_new_files_have_the_same_tables(tmp_path: Path) -> None:
    made, grown = tmp_path / "made.db", tmp_path / "grown.db"
    creating.create(made)
    engine = create_engine(f"sqlite:///{grown}", poolclass=NullPool)
    with engine.begin() as connection:
        migrated(connection)
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []

    digests = []
    for file in (made, grown):
        with contextlib.closing(sqlite3.connect(file)) as plain:
            rows = plain.execute(
                "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
                " WHERE name NOT LIKE 'sqlite%'"
            ).fetchall()
        digests.append(versions.schema_digest(rows))
    assert digests[0] == digests[1]
    assert digests[0] in versions.SCHEMA_DIGESTS[versions.SCHEMA_VERSION]


SERVER_SCHEMA = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default"
    " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
    "SELECT version_num FROM alembic_version",
)


@pytest.fixture
def connection(postgres_url: str) -> Iterator[Connection]:
    engine = create_engine(postgres_url, poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


@pytest.mark.postgres
def test_migrated_and_new_databases_on_a_server_have_the_same_tables(
    server: Database, connection: Connection
) -> None:
    migrated(connection)

    with server.reading() as session:
        for question in SERVER_SCHEMA:
            grown = connection.exec_driver_sql(question).all()
            made = session.connection().exec_driver_sql(question).all()
            assert grown == made
            assert grown
    assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.postgres
def test_an_upgrade_on_a_server_is_one_transaction(
    open_database: Opening, postgres_url: str, connection: Connection, tmp_path: Path
) -> None:
    database = open_database(postgres_url)
    plan = things.plan()
    with database.session() as session:
        plans.add_plan(session, plan, asked=1)
    database.close()

    bad = ahead.migrations(tmp_path / "bad", ahead.FAIL_HALF_WAY)
    with pytest.raises(RuntimeError), connection.begin():
        upgrade_connection(connection, bad)
    assert connection.exec_driver_sql("SELECT max(version) FROM answer").scalar() == 1
    connection.rollback()

    with connection.begin():
        upgrade_connection(connection, ahead.migrations(tmp_path / "good", ahead.REBUILD))
        found = connection.exec_driver_sql("SELECT version_num, colour FROM alembic_version, plan")
        assert found.all() == [("0002", "green")]


@pytest.mark.postgres
def test_opening_an_older_database_on_a_server_upgrades_it(
    open_database: Opening,
    postgres_url: str,
    connection: Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_database(postgres_url).close()
    monkeypatch.setattr(servers, "SCHEMA_VERSION", 2)
    made = ahead.migrations(tmp_path, ahead.REBUILD)
    monkeypatch.setattr(upgrade_connection, "__defaults__", (made,))

    open_database(postgres_url).close()

    assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0002"


@pytest.mark.postgres
def test_a_newer_database_on_a_server_is_refused_untouched(
    open_database: Opening, postgres_url: str, connection: Connection
) -> None:
    open_database(postgres_url).close()
    with connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0099'")

    with pytest.raises(StorageError) as refused:
        open_database(postgres_url)
    assert refused.value.code == servers.NEWER_SERVER.code == "newer-file"


@pytest.mark.postgres
def test_a_database_of_another_program_on_a_server_is_refused_untouched(
    open_database: Opening, postgres_url: str, connection: Connection
) -> None:
    with connection.begin():
        connection.exec_driver_sql("CREATE TABLE shop (id int)")

    with pytest.raises(StorageError) as refused:
        open_database(postgres_url)
    assert refused.value.code == "not-our-file"
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert connection.exec_driver_sql(tables).all() == [("shop",)]
