"""A row is changed or removed by whoever has read it as it is, and by nobody else."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from advisor.errors import NotFound, StorageError
from advisor.models.plan import OwnRisk
from advisor.storage import past, plans, rows
from advisor.storage.database import Database
from advisor.storage.rows import Edited
from advisor.storage.schema.tables import ANSWER, PLAN, STORED_ADVICE
from tests.storage import things

ADVICE = {"pack_id": "small", "pack_version": "1", "open_risks": 1}


def answers(connection: Connection) -> list[Edited]:
    plan = connection.scalars(select(PLAN.c.id)).one()
    return rows.read_all(connection, ANSWER, [plan])


def note(connection: Connection, row: Edited) -> None:
    rows.change(connection, row, {"note": "mine"})


def remove(connection: Connection, row: Edited) -> None:
    rows.remove(connection, row)


@pytest.mark.parametrize("late", [note, remove])
@pytest.mark.parametrize("first", [note, remove])
def test_what_somebody_else_changed_or_removed_meanwhile_is_left_as_it_is(
    either: Database,
    first: Callable[[Connection, Edited], None],
    late: Callable[[Connection, Edited], None],
) -> None:
    either.write(lambda connection: plans.add_plan(connection, things.plan(), asked=1))
    with either.reading() as connection:
        row, *others = answers(connection)
    either.write(lambda connection: first(connection, row))
    with either.reading() as connection:
        there = answers(connection)

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: late(connection, row))

    assert refused.value.code == "changed-elsewhere"
    with either.reading() as connection:
        assert answers(connection) == there
    assert others == [each for each in there if each.key != row.key]


def test_a_change_gives_the_row_as_it_is_stored(either: Database) -> None:
    either.write(lambda connection: plans.add_plan(connection, things.plan(), asked=1))

    with either.writing() as connection:
        row = answers(connection)[0]
        changed = rows.change(connection, row, {"note": "new"})
        assert rows.read(connection, ANSWER, *row.key) == changed

    assert (changed.version, changed.values["note"]) == (row.version + 1, "new")


def test_what_the_program_keeps_about_a_plan_is_one_row(either: Database) -> None:
    plan = things.plan()
    either.write(lambda connection: plans.add_plan(connection, plan, asked=1))

    for advice in ("first", "second"):
        with either.writing() as connection:
            moment = connection.scalars(select(PLAN.c.changed)).one()
            kept = {**ADVICE, "made": moment, "advice": advice}
            rows.keep(connection, STORED_ADVICE, plan.id, kept)

    with either.reading() as connection:
        assert connection.scalars(select(STORED_ADVICE.c.advice)).all() == ["second"]


def test_what_people_edit_is_never_written_past_its_count(database: Database) -> None:
    plan = things.plan()
    database.write(lambda connection: plans.add_plan(connection, plan, asked=1))

    with pytest.raises(ValueError, match="answer"), database.writing() as connection:
        rows.keep(connection, ANSWER, plan.id, {"note": "mine"})


def test_own_entries_stand_in_the_order_in_which_they_were_added(either: Database) -> None:
    ids = sorted((things.uid() for _each in range(3)), reverse=True)
    own = tuple(OwnRisk(id=each, text=each) for each in ids)
    plan = replace(things.plan(), own_risks=own)

    stored = either.write(lambda connection: plans.add_plan(connection, plan, asked=1))

    assert [risk.id for risk in stored.own_risks] == ids


@pytest.mark.postgres
def test_what_is_read_of_a_team_is_as_it_was_at_one_moment(
    server: Database, server_url: str
) -> None:
    plan = things.plan()
    server.write(lambda connection: plans.add_plan(connection, plan, asked=1))

    with closing(Database.open(server_url)) as other, server.reading() as connection:
        before = plans.plan(connection, plan.id)
        other.write(lambda changing: things.rename(changing, plan, "Another"))
        other.write(lambda changing: plans.purge_plan(changing, plan.id))
        assert plans.plan(connection, plan.id) == before
        assert not list(past.troubles(connection))

    with server.reading() as connection, pytest.raises(NotFound):
        plans.plan(connection, plan.id)
