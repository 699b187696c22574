"""A team's server: what it must promise, what it may not see, and lines that break."""

import socket

import pytest
from sqlalchemy import Connection, make_url, text

from advisor.errors import StorageError
from advisor.storage import engines, plan_lists, plans
from advisor.storage.database import Database
from advisor.storage.engines import guarded
from tests.storage import things
from tests.storage.commits import door_before
from tests.storage.conftest import Opening
from tests.support.postgres import Server

pytestmark = pytest.mark.postgres


def shown(database: Database, setting: str) -> str:
    with database.reading() as connection:
        return str(connection.scalar(text(f"SHOW {setting}")))


def test_a_commit_waits_for_the_disk_though_the_server_would_not(
    server: Database, postgres_server: Server
) -> None:
    assert shown(server, "synchronous_commit") == "on"
    assert shown(server, "fsync") == "off"


def test_a_server_that_answers_too_late_is_given_up(server: Database) -> None:
    assert shown(server, "statement_timeout") == f"{engines.STATEMENT_SECONDS}s"
    assert shown(server, "lock_timeout") == f"{engines.LOCK_SECONDS}s"
    assert shown(server, "idle_in_transaction_session_timeout") == "1min"

    def sleep(connection: Connection) -> None:
        connection.execute(text("SET LOCAL statement_timeout = 20"))
        connection.execute(text("SELECT pg_sleep(5)"))

    with pytest.raises(StorageError) as refused:
        server.write(sleep)
    assert refused.value.code == "timeout"


def test_a_server_that_will_not_promise_is_refused(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "INSIST", "SET synchronous_commit TO off")

    with pytest.raises(StorageError) as refused:
        Database.open(postgres_url)
    assert refused.value.code == "server-too-lax"


def test_who_listens_and_never_answers_is_given_up_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The shortest time that the driver takes.
    monkeypatch.setattr(engines, "CONNECT_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        with pytest.raises(StorageError) as refused:
            Database.open(f"postgresql://ruth:SECRET@127.0.0.1:{port}/team")

    assert refused.value.code == "timeout"
    assert "SECRET" not in f"{refused.value} {refused.value.details}"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://me@db.example.org/plans",
        "postgresql+psycopg://me@10.0.0.1/plans",
        "postgresql+psycopg://me@/plans?host=/tmp,db.example.org",
        "postgresql+psycopg://me@localhost/plans?host=db.example.org",
    ],
)
def test_a_server_elsewhere_must_show_who_it_is(address: str) -> None:
    assert guarded(make_url(address)).query["sslmode"] == "verify-full"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://me@localhost/plans",
        "postgresql+psycopg://me@127.0.0.1/plans",
        "postgresql+psycopg://me@[::1]/plans",
        "postgresql+psycopg:///plans",
        "postgresql+psycopg://me@/plans?host=/var/run/postgresql",
    ],
)
def test_a_server_on_this_machine_needs_no_certificate(address: str) -> None:
    assert "sslmode" not in guarded(make_url(address)).query


def test_an_sslmode_that_a_person_chose_stays() -> None:
    url = make_url("postgresql+psycopg://me@db.example.org/plans?sslmode=require")

    assert guarded(url).query["sslmode"] == "require"


@pytest.mark.parametrize(
    "form",
    [
        "postgresql+psycopg://nobody:{secret}@/plans?host={folder}",
        "postgresql://advisor:{secret}@/nowhere?host={folder}",
        "postgresql+psycopg://advisor:{secret}@127.0.0.1:1/plans",
        "postgresql+psycopg://advisor@/nowhere?host={folder}&password={secret}",
        "postgresql+psycopg://advisor@/nowhere?host={folder}&nonsense={secret}",
    ],
)
def test_no_password_is_ever_shown(
    postgres_server: Server, form: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    secret = next(things.codes())

    with pytest.raises(StorageError) as refused:
        Database.open(form.format(secret=secret, folder=postgres_server.folder))

    assert secret not in f"{refused.value} {refused.value.details} {caplog.text}"
    assert refused.value.code in ("login-refused", "no-database", "connection-lost", "bad-address")


def test_a_second_computer_finds_the_tables_that_the_first_made(
    open_database: Opening, postgres_url: str
) -> None:
    plan = things.plan()
    with open_database(postgres_url).writing() as connection:
        plans.add_plan(connection, plan, asked=1)

    with open_database(postgres_url).reading() as connection:
        assert plans.plan(connection, plan.id) == plan


def test_without_a_second_try_an_unknown_outcome_is_reported_as_unknown(
    postgres_server: Server, open_database: Opening
) -> None:
    with postgres_server.new_database() as name, door_before(postgres_server) as (door, folder):
        url = postgres_server.url(name)
        database = open_database(url.replace(str(postgres_server.folder), str(folder)))
        door.cut = "after"

        with pytest.raises(StorageError) as refused, database.writing() as connection:
            plans.add_plan(connection, things.plan(), asked=1)

        assert refused.value.code == "connection-lost"
        assert "may or may not be saved" in refused.value.message
        with database.reading() as connection:
            assert plan_lists.count(connection) == 1
        database.close()


def test_a_connection_that_the_server_ended_is_opened_again(
    server: Database, shared_server: Database
) -> None:
    with pytest.raises(StorageError) as refused, server.writing() as connection:
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert refused.value.code == "connection-lost"

    plan = things.plan()
    with server.writing() as connection:
        assert plans.add_plan(connection, plan, asked=1) == plan
