"""A team's server: what it must promise, what it may not see, and lines that break."""

import random
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.orm import Session

from advisor.errors import StorageError
from advisor.models.ids import QuestionId
from advisor.models.plan import Answer, Entry, EntryKey, Plan
from advisor.storage import edits, engines, past, plan_lists, plans
from advisor.storage.database import Database
from advisor.storage.engines import guarded
from advisor.storage.schema.tables import HistoryRow
from tests.storage import things
from tests.storage.conftest import Opening
from tests.storage.cutting import Door
from tests.support.postgres import Server

pytestmark = pytest.mark.postgres


def shown(database: Database, setting: str) -> str:
    with database.reading() as session:
        return str(session.scalar(text(f"SHOW {setting}")))


def test_a_commit_waits_for_the_disk_though_the_server_would_not(
    server: Database, postgres_server: Server
) -> None:
    assert shown(server, "synchronous_commit") == "on"
    assert shown(server, "fsync") == "off"


def test_a_server_that_answers_too_late_is_given_up(server: Database) -> None:
    assert shown(server, "statement_timeout") == f"{engines.STATEMENT_SECONDS}s"
    assert shown(server, "lock_timeout") == f"{engines.LOCK_SECONDS}s"
    assert shown(server, "idle_in_transaction_session_timeout") == "1min"

    def sleep(session: Session) -> None:
        session.execute(text("SET LOCAL statement_timeout = 20"))
        session.execute(text("SELECT pg_sleep(5)"))

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
    with open_database(postgres_url).session() as session:
        plans.add_plan(session, plan, asked=1)

    with open_database(postgres_url).reading() as session:
        assert plans.plan(session, plan.id) == plan


def save(plan: Plan, said: Answer, session: Session) -> Entry:
    return edits.save(session, plan.id, EntryKey.of_answer(QuestionId("new")), said)


@pytest.fixture
def door(postgres_server: Server) -> Iterator[tuple[Door, Path]]:
    folder = Path(tempfile.mkdtemp(prefix="door-", dir="/tmp"))
    with Door(folder, postgres_server.folder / ".s.PGSQL.5432") as door:
        yield door, folder
    shutil.rmtree(folder)


def test_a_line_cut_at_the_commit_loses_nothing_and_doubles_nothing(
    postgres_server: Server, door: tuple[Door, Path], open_database: Opening
) -> None:
    chance = random.Random(1)
    passing, folder = door
    plan = things.plan()
    with postgres_server.new_database() as name:
        direct = postgres_server.url(name)
        database = open_database(direct.replace(str(postgres_server.folder), str(folder)))
        with database.session() as session:
            plans.add_plan(session, plan, asked=1)
        for number in range(1, 31):
            passing.cut = chance.choice(["", "before", "after"])
            said = Answer(value=number, note=f"note {number}", version=number - 1)
            saved = database.write(partial(save, plan, said))
            assert (saved, saved.version) == (said, number)
        database.close()

        database = open_database(direct)
        with database.reading() as session:
            history = plan_lists.history(session, plan.id)
            kept = plans.plan(session, plan.id).answer(QuestionId("new"))
        database.close()
        numbers = [each.new for each in reversed(history) if each.which == "new"]
        assert passing.cuts >= 10
        assert (kept.value, kept.version) == (30, 30)
        assert [f"note {number}" in (new or "") for number, new in enumerate(numbers, 1)] == (
            [True] * 30
        )


def test_the_door_catches_work_that_does_not_look_whether_it_is_done_already(
    postgres_server: Server, door: tuple[Door, Path], open_database: Opening
) -> None:
    passing, folder = door
    plan = things.plan()

    def blindly(session: Session) -> None:
        session.add(
            HistoryRow(
                id=str(uuid.uuid4()), plan=plan.id, made=past.now(), what="answer", which="blind"
            )
        )

    with postgres_server.new_database() as name:
        url = postgres_server.url(name)
        database = open_database(url.replace(str(postgres_server.folder), str(folder)))
        with database.session() as session:
            plans.add_plan(session, plan, asked=1)
        passing.cut = "after"
        database.write(blindly)

        with database.reading() as session:
            done = [each.which for each in plan_lists.history(session, plan.id)]
        database.close()
    assert done.count("blind") == 2


def test_without_a_second_try_an_unknown_outcome_is_reported_as_unknown(
    postgres_server: Server, door: tuple[Door, Path], open_database: Opening
) -> None:
    passing, folder = door
    with postgres_server.new_database() as name:
        url = postgres_server.url(name)
        database = open_database(url.replace(str(postgres_server.folder), str(folder)))
        passing.cut = "after"

        with pytest.raises(StorageError) as refused, database.session() as session:
            plans.add_plan(session, things.plan(), asked=1)

        assert refused.value.code == "connection-lost"
        assert "may or may not be saved" in refused.value.message
        with database.reading() as session:
            assert plan_lists.count(session) == 1
        database.close()


def test_a_connection_that_the_server_ended_is_opened_again(
    server: Database, shared_server: Database
) -> None:
    with pytest.raises(StorageError) as refused, server.session() as session:
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert refused.value.code == "connection-lost"

    plan = things.plan()
    with server.session() as session:
        assert plans.add_plan(session, plan, asked=1) == plan
