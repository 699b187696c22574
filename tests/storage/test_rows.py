"""A row is changed or removed by whoever has read it as it is, and by nobody else."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, select

from advisor.errors import StorageError
from advisor.storage import plans, rows
from advisor.storage.database import Database
from advisor.storage.rows import Edited
from advisor.storage.schema.tables import ANSWER, PLAN, STORED_ADVICE
from tests.storage import things

ADVICE = {"pack_id": "small", "pack_version": "1", "open_risks": 1}


def answers(connection: Connection) -> list[Edited]:
    plan = connection.scalars(select(PLAN.c.id)).one()
    return rows.read_all(connection, ANSWER, [plan])


def rename(connection: Connection, row: Edited) -> None:
    rows.change(connection, row, {"note": "mine"})


def remove(connection: Connection, row: Edited) -> None:
    rows.remove(connection, row)


@pytest.mark.parametrize("late", [rename, remove])
@pytest.mark.parametrize("first", [rename, remove])
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
