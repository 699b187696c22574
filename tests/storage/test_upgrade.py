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
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from advisor.errors import StorageError
from advisor.models.plan import Plan
from advisor.storage import creating, files, packs, plan_lists, plans, servers, upgrade
from advisor.storage.database import Database
from advisor.storage.safety import copies
from advisor.storage.schema import versions
from advisor.storage.schema.steps import STEPS, Step
from advisor.storage.upgrade import upgrade_connection, upgrade_file
from tests.storage import ahead, things
from tests.storage.conftest import Opening
from tests.storage.upgrading import Anything, look
from tests.support.programs import ROOT, python

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def any_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(versions.SCHEMA_DIGESTS, ahead.NEXT, Anything())


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
    assert [int(each.stem) for each in sorted(SAMPLES.glob("[0-9][0-9][0-9][0-9].sql"))] == list(
        range(1, versions.SCHEMA_VERSION + 1)
    )


@pytest.mark.parametrize("version", range(1, versions.SCHEMA_VERSION + 1))
def test_what_every_version_kept_is_there_in_this_one(
    open_database: Opening, tmp_path: Path, version: int
) -> None:
    database = open_database(sample(tmp_path / "plans.db", version))

    with database.reading() as connection:
        (summary,) = plan_lists.summaries(connection)
        plan = plans.plan(connection, summary.id)
        advice = plans.stored_advice(connection, summary.id)
        assert packs.pack_records(connection, things.EDITION) == things.records()
        assert len(plan_lists.history(connection, summary.id)) == 11
    assert (summary.answered, summary.asked) == (4, 31)
    assert (summary.judged, summary.is_judged_now) == (None, False)
    assert described(plan) == described(things.plan())
    assert advice is not None
    assert advice[1] == '{"advice_version":1}'


def test_a_search_in_an_older_file_asks_for_no_accents(open_database: Opening, old: Path) -> None:
    with contextlib.closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("UPDATE progress SET sought = 'crèche på landet'")
    database = open_database(old)

    with database.reading() as connection:
        assert plan_lists.count(connection, search="Creche pa") == 1


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

    copy = upgrade_file(old, 1, tmp_path / "copies", ahead.steps(ahead.rebuild))

    assert before == (1, 5, 8, 0, 0, 0)
    assert look(old) == (ahead.NEXT, 5, 9, 1, 0, 0)
    assert copy.why == f"before-version-{ahead.NEXT}"
    copies.check(copy)
    assert contents(copy.path) == kept


def test_rebuilding_with_foreign_keys_on_loses_the_children(old: Path, tmp_path: Path) -> None:
    engine = create_engine(
        "sqlite://", creator=lambda: files.connect(old, keys=True), poolclass=NullPool
    )
    with engine.begin() as connection, pytest.raises(StorageError, match="went missing"):
        upgrade_connection(connection, 1, ahead.steps(ahead.rebuild))

    assert look(old)[1] == 0


@pytest.mark.parametrize(
    ("step", "cause"),
    [
        (ahead.fail_half_way, "RuntimeError"),
        (ahead.lose_rows, "StorageError"),
        (ahead.break_references, "StorageError"),
        (ahead.speak_nonsense, "OperationalError SQLITE_ERROR"),
    ],
)
def test_an_upgrade_that_goes_wrong_leaves_the_file_as_it_was(
    any_schema: None, old: Path, tmp_path: Path, step: Step, cause: str
) -> None:
    before = contents(old)

    with pytest.raises(StorageError) as refused:
        upgrade_file(old, 1, tmp_path / "copies", ahead.steps(step))

    assert refused.value.code == "upgrade-failed"
    assert cause.split(maxsplit=1)[0] in refused.value.details["cause"]
    assert "private" not in refused.value.message
    assert contents(old) == before
    assert files.version_of(old) == 1


def test_tables_that_do_not_become_what_they_should_are_refused(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(versions.SCHEMA_DIGESTS, ahead.NEXT, frozenset({"another"}))
    before = contents(old)

    with pytest.raises(StorageError, match="as it was"):
        upgrade_file(old, 1, tmp_path / "copies", ahead.steps(ahead.rebuild))
    assert contents(old) == before


def test_several_versions_at_once_are_one_upgrade(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(versions.SCHEMA_DIGESTS, ahead.NEXT + 1, Anything())
    before = contents(old)

    with pytest.raises(StorageError):
        upgrade_file(old, 1, tmp_path / "one", ahead.steps(ahead.rebuild, ahead.lose_rows))
    assert contents(old) == before

    good = ahead.steps(ahead.rebuild, ahead.nothing_at_all)
    upgrade_file(old, 1, tmp_path / "two", good)
    assert look(old) == (ahead.NEXT + 1, 5, 9, 1, 0, 0)


def test_without_a_good_copy_nothing_is_upgraded(
    any_schema: None, old: Path, tmp_path: Path
) -> None:
    with contextlib.closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE answer SET note = 'changed by the disk'")
    before = sha(old)

    with pytest.raises(StorageError) as refused:
        upgrade_file(old, 1, tmp_path / "copies", ahead.steps(ahead.rebuild))

    assert refused.value.code == "source-damaged"
    assert sha(old) == before


def test_the_copy_is_put_back_when_even_undoing_failed(
    any_schema: None, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(old)

    def spoil(path: Path, *_: object) -> None:
        path.write_bytes(b"spoiled")
        raise KeyError

    monkeypatch.setattr(upgrade, "_upgrade_in_place", spoil)
    with pytest.raises(StorageError, match="as it was"):
        upgrade_file(old, 1, tmp_path / "copies", ahead.steps(ahead.rebuild))

    assert contents(old) == before


def test_an_upgrade_that_is_broken_off_leaves_the_file_as_it_was(old: Path, tmp_path: Path) -> None:
    before = contents(old)

    with pytest.raises(KeyboardInterrupt):
        upgrade_file(old, 1, tmp_path / "copies", ahead.steps(ahead.be_broken_off))
    assert contents(old) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork and no SIGKILL")
def test_a_kill_during_an_upgrade_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    sample(tmp_path / "old.db", 1)

    with python("tests.storage.upgrading", tmp_path, 5, 1) as program:
        said, _ = program.communicate()

    found = json.loads(said)
    assert found.keys() <= {"old", "new", "upgraded again"}
    assert found["old"] == found["upgraded again"] > 0


def test_opening_an_older_file_upgrades_it(old: Path, tmp_path: Path) -> None:
    Database.open(old, backups=tmp_path / "copies").close()

    newest = versions.SCHEMA_VERSION
    assert look(old)[:2] == (newest, 5)
    assert [copy.why for copy in copies.copies_in(tmp_path / "copies")] == [
        f"before-version-{newest}"
    ]


def test_who_made_a_change_is_kept_and_was_not_before(
    open_database: Opening, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ruth")
    database = open_database(old)

    with database.writing() as connection:
        (summary,) = plan_lists.summaries(connection)
        things.rename(connection, plans.plan(connection, summary.id), "Another title")
        newest, *older = plan_lists.history(connection, summary.id)

    assert newest.who == "ruth"
    assert {each.who for each in older} == {""}


def test_the_driver_of_servers_is_not_loaded_for_a_file(old: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from advisor.storage.database import Database\n"
        "for name in ('plans.db', 'new.db'): Database.open(name, backups=Path('copies')).close()\n"
        "sys.exit(str('psycopg' in sys.modules))"
    )

    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stderr == "False\n"


@pytest.mark.parametrize("version", range(1, versions.SCHEMA_VERSION))
def test_upgraded_and_new_files_have_the_same_tables(tmp_path: Path, version: int) -> None:
    made, grown = tmp_path / "made.db", sample(tmp_path / "grown.db", version)
    creating.create(made)
    upgrade_file(grown, version, tmp_path / "copies")

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


def test_there_is_a_step_to_every_version() -> None:
    assert list(STEPS) == list(range(2, versions.SCHEMA_VERSION + 1))


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


@pytest.fixture
def old_server(connection: Connection) -> Connection:
    """A database on a server as the first version of the program made it, with one plan."""
    made = (SAMPLES / "0001_postgresql.sql").read_text(encoding="utf-8")
    with connection.begin():
        for statement in made.split("\n-- next\n"):
            connection.exec_driver_sql(statement)
    return connection


@pytest.mark.postgres
def test_opening_an_older_database_on_a_server_gives_it_the_tables_of_a_new_one(
    open_database: Opening, server: Database, postgres_url: str, old_server: Connection
) -> None:
    open_database(postgres_url)

    with server.reading() as connection:
        for question in SERVER_SCHEMA:
            grown = old_server.exec_driver_sql(question).all()
            made = connection.exec_driver_sql(question).all()
            assert grown == made
            assert grown


@pytest.mark.postgres
def test_an_upgrade_on_a_server_is_one_transaction(
    old_server: Connection,
) -> None:
    asked = "SELECT count(*) FROM information_schema.columns WHERE column_name = 'who'"
    with pytest.raises(RuntimeError), old_server.begin():
        upgrade_connection(old_server, 1, ahead.steps(ahead.fail_half_way))
    assert old_server.exec_driver_sql(asked).scalar() == 0
    old_server.rollback()

    with old_server.begin():
        upgrade_connection(old_server, 1, ahead.steps(ahead.rebuild))
        found = old_server.exec_driver_sql("SELECT version_num, who FROM alembic_version, history")
        assert found.all() == [(versions.revision(ahead.NEXT), "")]


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
