"""A value that one database refuses is refused by the other, and by the program before both."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import text

from advisor.errors import StorageError
from advisor.models.days import FIRST_DAY, LAST_DAY
from advisor.models.ids import ActionId, OptionId, PlanId, QuestionId
from advisor.models.plan import Answer, Decision, EntryKey, OwnAction, OwnRisk, Plan
from advisor.storage import edits, plans
from advisor.storage.database import Database
from tests.storage import things

ACTION = ActionId("plan-01")


def stored(database: Database) -> Plan:
    plan = things.plan()
    return database.write(lambda connection: plans.add_plan(connection, plan, asked=50))


BAD_TEXTS = {
    "NUL": "a\0b",
    "control": "a\x07b",
    "escape": "a\x1bb",
    "half a character": "a\ud800b",
    "too long": "a" * 10_001,
    "turned round": "a\u202eb",
}


@pytest.mark.parametrize("bad", BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_text_that_not_every_database_keeps_is_refused_everywhere(
    database: Database, bad: str
) -> None:
    plan = stored(database)
    action = OwnAction(id=things.uid(), text=bad, stage="run")
    risk = OwnRisk(id=things.uid(), text=bad)
    attempts = [
        lambda connection: edits.save(
            connection, plan.id, EntryKey.of_answer(QuestionId("new")), Answer(value=1, note=bad)
        ),
        lambda connection: edits.save(
            connection, plan.id, EntryKey.of_decision(ACTION), Decision(reason=bad, version=1)
        ),
        lambda connection: edits.save(connection, plan.id, action.key, action),
        lambda connection: edits.save(connection, plan.id, risk.key, risk),
        lambda connection: things.rename(connection, plan, plan.title, bad),
        lambda connection: things.rename(connection, plan, bad),
        lambda connection: plans.add_plan(
            connection, replace(things.plan(), description=bad), asked=1
        ),
    ]
    for attempt in attempts:
        with pytest.raises(StorageError) as refused:
            database.write(attempt)
        assert refused.value.code == "value-refused"
        assert bad not in refused.value.message
    with database.reading() as connection:
        assert plans.plan(connection, plan.id) == plan


@pytest.mark.parametrize("bad", ["two\nlines", "x" * 301])
def test_a_title_and_an_owner_are_one_short_line(database: Database, bad: str) -> None:
    plan = stored(database)

    for attempt in (
        lambda connection: things.rename(connection, plan, bad),
        lambda connection: edits.save(
            connection, plan.id, EntryKey.of_decision(ACTION), Decision(owner=bad, version=1)
        ),
    ):
        with pytest.raises(StorageError, match="Nothing was saved"):
            database.write(attempt)


@pytest.mark.parametrize(
    "said",
    [
        Answer(value=OptionId("ﷺ" * 100), note="👩‍👩‍👧 שלום مرحبا ẛ̣"),
        Answer(value=2**31, note="a\tb\n'; DROP TABLE answer; --"),
        Answer(value=-(2**63), note="%s %(note)s :note ? {0}"),
        Answer(value=frozenset(OptionId(f"option-{at}") for at in range(200)), note="x" * 10_000),
    ],
)
def test_what_one_database_keeps_the_other_keeps_the_same(either: Database, said: Answer) -> None:
    plan = stored(either)

    saved = either.write(
        lambda connection: edits.save(
            connection, plan.id, EntryKey.of_answer(QuestionId("new")), said
        )
    )

    with either.reading() as connection:
        assert plans.plan(connection, plan.id).answer(QuestionId("new")) == saved
    assert saved == said


@pytest.mark.parametrize("due", [FIRST_DAY, LAST_DAY, datetime.date(2028, 2, 29)])
def test_every_day_of_a_plan_is_kept(either: Database, due: datetime.date) -> None:
    plan = stored(either)
    said = Decision(due=due, version=1)

    either.write(
        lambda connection: edits.save(connection, plan.id, EntryKey.of_decision(ACTION), said)
    )

    with either.reading() as connection:
        assert plans.plan(connection, plan.id).decision(ACTION).due == due


@pytest.mark.parametrize("due", [datetime.date.min, datetime.date.max, datetime.date(1999, 12, 31)])
def test_a_day_that_no_file_could_hold_is_not_stored(either: Database, due: datetime.date) -> None:
    plan, key = stored(either), EntryKey.of_decision(ACTION)

    with pytest.raises(StorageError, match="between the years 2000 and 2199"):
        either.write(lambda connection: edits.save(connection, plan.id, key, Decision(due=due)))


# What only a mistake of the program, or another program, could write.
WRONG_ROWS = {
    "text as a number": "UPDATE answer SET version = 'abc'",
    "a version of nought": "UPDATE answer SET version = 0",
    "a number too large": "UPDATE progress SET asked = 2147483648",
    "a negative count": "UPDATE progress SET open_risks = -1",
    "an empty title": "UPDATE plan SET title = ''",
    "a title too long": f"UPDATE plan SET title = '{'x' * 301}'",
    "a note too long": f"UPDATE answer SET note = '{'x' * 10_001}'",
    "an unknown choice": "UPDATE decision SET choice = 'maybe'",
    "an unknown openness": "UPDATE answer SET open = 'maybe', value = NULL",
    "given and open": "UPDATE answer SET open = 'not_sure', value = '1'",
    "neither given nor open": "UPDATE answer SET open = NULL, value = NULL",
    "a short digest": "UPDATE own_risk SET digest = 'abc'",
    "no plan": "UPDATE own_action SET plan = '00000000-0000-4000-8000-ffffffffffff'",
    "nothing": "UPDATE own_action SET text = NULL",
    "a moment that is none": "UPDATE progress SET changed = 'today'",
}


@pytest.mark.parametrize("statement", WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_both_databases_refuse_the_same_rows(either: Database, statement: str) -> None:
    stored(either)

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: connection.execute(text(statement)))
    assert refused.value.code == "value-refused"


def test_both_databases_refuse_to_change_what_was_said_before(either: Database) -> None:
    stored(either)

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: connection.execute(text("UPDATE history SET new = NULL")))
    assert refused.value.code == "never-changed"


def test_an_entry_of_no_plan_is_refused(either: Database) -> None:
    row = (
        f"INSERT INTO history VALUES (1, '{things.uid()}', '{PlanId(things.uid())}', "
        f"'{datetime.datetime.now(datetime.UTC).isoformat(timespec='microseconds')}', "
        "'answer', 'x', NULL, NULL, '', '')"
    )

    with pytest.raises(StorageError) as refused:
        either.write(lambda connection: connection.execute(text(row)))
    assert refused.value.code == "value-refused"
