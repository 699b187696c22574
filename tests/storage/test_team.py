"""A team's database: passwords, silence, and a role that may do no more than it must."""

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import URL, make_url, text

from advisor.errors import StorageError
from advisor.models.plan import Answer, EntryKey
from advisor.storage import edits, passwords, plans
from advisor.storage.addresses import address_of
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.things import FORMATS
from tests.support.postgres import OWNER, Server

ROOT = Path(__file__).parents[2]
SECRET = "p@ss:w/rd?#1"


class Keyring:
    """What the tests use for the system's keyring."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    found = Keyring()
    monkeypatch.setattr("keyring.get_password", found.get_password)
    monkeypatch.setattr("keyring.set_password", found.set_password)
    return found


@pytest.fixture
def asking(postgres_server: Server) -> Iterator[URL]:
    """The address of a database on a server that asks this person for a password."""
    rules = postgres_server.folder / "data" / "pg_hba.conf"
    before = rules.read_text(encoding="utf-8")
    with postgres_server.new_database() as name:
        owner = f"host={postgres_server.folder} user={OWNER} dbname={name}"
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE ROLE ruth LOGIN SUPERUSER PASSWORD {}").format(SECRET)
            )
            rules.write_text(f"local all ruth scram-sha-256\n{before}", encoding="utf-8")
            connection.execute("SELECT pg_reload_conf()")
        try:
            yield make_url(postgres_server.url(name)).set(username="ruth")
        finally:
            rules.write_text(before, encoding="utf-8")
            with psycopg.connect(owner, autocommit=True) as connection:
                connection.execute("SELECT pg_reload_conf()")
                connection.execute("REASSIGN OWNED BY ruth TO advisor")
                connection.execute("DROP ROLE ruth")


@pytest.mark.postgres
def test_a_password_that_is_needed_is_asked_for_and_kept_in_the_keyring(
    asking: URL, keyring: Keyring, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(StorageError) as refused:
        Database.open(asking)
    assert refused.value.code == "password-needed"

    known = asking.set(password=SECRET)
    Database.open(known).close()
    assert passwords.keep_password(known)
    Database.open(asking).close()

    with pytest.raises(StorageError) as wrong:
        Database.open(asking.set(password="other"))
    assert wrong.value.code == "login-refused"
    for said in (caplog.text, str(refused.value), str(wrong.value), repr(wrong.value.details)):
        assert SECRET not in said
    ((_, name),) = keyring.kept
    assert "***" not in name
    assert SECRET not in name


def test_without_a_keyring_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: str) -> None:
        raise RuntimeError("no keyring")

    monkeypatch.setattr("keyring.get_password", refuse)
    monkeypatch.setattr("keyring.set_password", refuse)
    address = address_of(f"postgresql://ruth:{SECRET}@db.example.org/team")
    assert isinstance(address, URL)

    assert not passwords.keep_password(address)
    assert passwords.password_for(address) is None


def impatient(url: str) -> Database:
    """A team's database whose server must answer within half a second."""
    database = Database.open(url)
    assert database._patience is not None
    database._patience._seconds = 0.5
    return database


@contextmanager
def standing_still(*processes: int) -> Iterator[None]:
    for each in processes:
        os.kill(each, signal.SIGSTOP)
    try:
        yield
    finally:
        for each in processes:
            os.kill(each, signal.SIGCONT)


@pytest.mark.postgres
@pytest.mark.parametrize("whole", [False, True], ids=["one connection", "the whole server"])
def test_a_server_that_stands_still_is_given_up_and_nothing_is_lost(
    postgres_server: Server, postgres_url: str, whole: bool
) -> None:
    database = impatient(postgres_url)
    plan = things.plan()
    key, said = EntryKey.of_answer(FORMATS), Answer(value=3, version=1)
    with database.writing() as connection:
        plans.add_plan(connection, plan, asked=1)
        backend = connection.scalar(text("SELECT pg_backend_pid()"))
    assert isinstance(backend, int)
    noted = (postgres_server.folder / "data" / "postmaster.pid").read_text(encoding="utf-8")
    stopped = [backend, int(noted.splitlines()[0])] if whole else [backend]

    with standing_still(*stopped), suppress(StorageError):
        with database.writing() as connection:
            edits.save(connection, plan.id, key, said)
        assert not whole

    database._patience = None
    with database.reading() as connection:
        stored = plans.plan(connection, plan.id).answer(FORMATS)
    assert stored.version == (1 if whole else 2)
    if whole:
        with database.writing() as connection:
            edits.save(connection, plan.id, key, said)
    database.close()


@pytest.mark.postgres
def test_work_that_takes_long_but_is_answered_is_not_given_up(postgres_url: str) -> None:
    database = impatient(postgres_url)

    with database.writing() as connection:
        for _time in range(4):
            connection.execute(text("SELECT pg_sleep(0.2)"))
            time.sleep(0)

    database.close()


def grants() -> str:
    """The statements that docs/admin.md gives to the person who looks after a server."""
    said = (ROOT / "docs" / "admin.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```sql grants\n(.*?)```", said, flags=re.DOTALL)
    return str(block)


@pytest.mark.postgres
def test_the_least_rights_are_enough_for_a_team(postgres_server: Server) -> None:
    with postgres_server.new_database() as name:
        Database.open(postgres_server.url(name)).close()
        owner = f"host={postgres_server.folder} user={OWNER} dbname={name}"
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute("CREATE ROLE ruth LOGIN")
            connection.execute(grants().replace("team_database", name).encode())
            connection.execute("GRANT peer_support TO ruth")
        try:
            url = make_url(postgres_server.url(name)).set(username="ruth")
            database = Database.open(url)
            plan = things.plan()
            with database.writing() as connection:
                plans.add_plan(connection, plan, asked=1)
            with database.writing() as connection:
                edits.save(
                    connection, plan.id, EntryKey.of_answer(FORMATS), Answer(value=3, version=1)
                )
            for forbidden in ("DROP TABLE plan", "CREATE TABLE mine (a int)", "TRUNCATE history"):
                with pytest.raises(StorageError) as refused, database.writing() as connection:
                    connection.execute(text(forbidden))
                assert refused.value.code == "not-allowed"
            database.close()
        finally:
            with psycopg.connect(owner, autocommit=True) as connection:
                connection.execute("DROP OWNED BY ruth, peer_support")
                connection.execute("DROP ROLE ruth, peer_support")
