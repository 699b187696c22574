"""What was said before is sealed: a change that the disk has altered or lost is found."""

from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

import pytest

from advisor.models.plan import EntryKey, EntryKind
from advisor.storage import canonical, edits, past, plan_lists, plans
from advisor.storage.database import Database
from advisor.storage.safety import seals
from tests.storage import things
from tests.storage.conftest import Opening
from tests.storage.test_upgrade import sample
from tests.storage.things import FORMATS

GUARD = (
    "CREATE TRIGGER keep_history_update BEFORE UPDATE ON history BEGIN "
    "SELECT RAISE(ABORT, 'this row is never changed once it is stored'); END"
)


def unguarded(database: Database, statement: str) -> None:
    """Change a row as a disk would, which asks no trigger."""
    with database.raw() as raw:
        raw.execute("DROP TRIGGER keep_history_update")
        raw.execute(statement)
        raw.execute(GUARD)


@pytest.fixture
def edited(either: Database) -> Database:
    """A database with a plan in which something of every kind was said, changed and removed."""
    plan = things.plan()
    either.write(lambda connection: plans.add_plan(connection, plan, asked=50))
    with either.writing() as connection:
        things.rename(connection, plan, "Another title")
        edits.remove(connection, plan.id, EntryKey.of_answer(FORMATS), 1)
        for key, entry in plan.entries():
            if key.kind is not EntryKind.PLAN and key != EntryKey.of_answer(FORMATS):
                edits.remove(connection, plan.id, key, 1)
                edits.save(connection, plan.id, key, entry)
        edits.put_away(connection, plan.id, away=True)
        edits.put_away(connection, plan.id, away=False)
    return either


def test_what_was_saved_changed_and_removed_leaves_nothing_to_say(edited: Database) -> None:
    with edited.reading() as connection:
        assert list(past.troubles(connection)) == []


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE history SET {change} WHERE number = 3"
        for change in (
            "old = 'x'",
            "new = CAST(x'ff41' AS TEXT)",
            "who = 'somebody else'",
            "made = replace(made, '20', '21')",
            "made = 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'",
            "which = 'other'",
            "digest = replace(digest, substr(digest, 1, 1), 'x')",
        )
    ],
)
def test_a_change_that_the_disk_has_altered_is_found_and_can_be_read_past(
    database: Database, statement: str
) -> None:
    plan = things.plan()
    database.write(lambda connection: plans.add_plan(connection, plan, asked=50))
    unguarded(database, statement)

    with database.reading() as connection:
        [trouble] = past.troubles(connection, plan.id)
        told = plan_lists.history(connection, plan.id)
        assert plans.plan(connection, plan.id).title == plan.title
    assert (trouble.changes, trouble.misses_changes, trouble.misses_words) == (1, False, False)
    assert [each.number for each in told if not each.is_sound] == [3]
    assert [(each.before, each.now) for each in told if not each.is_sound] == [(None, None)]


def lose_change(raw: Connection) -> None:
    raw.execute("DELETE FROM history WHERE number = 3")


def lose_answer(raw: Connection) -> None:
    raw.execute("DELETE FROM answer WHERE question = 'formats'")


@pytest.mark.parametrize(
    ("lose", "found"), [(lose_change, (True, False)), (lose_answer, (False, True))]
)
def test_what_is_missing_is_found(
    database: Database,
    file: Path,
    lose: Callable[[Connection], None],
    found: tuple[bool, bool],
) -> None:
    with database.writing() as connection:
        for plan in (things.plan(), things.plan()):
            plans.add_plan(connection, plan, asked=50)
    with database.raw() as raw:
        lose(raw)

    [trouble, *more] = seals.troubles_in_file(file)

    assert (trouble.misses_changes, trouble.misses_words) == found
    assert trouble.changes == 0
    assert [each.misses_words for each in more] == ([True] if lose is lose_answer else [])


def test_the_histories_of_an_older_file_are_sealed_when_it_is_upgraded(
    open_database: Opening, tmp_path: Path
) -> None:
    old = sample(tmp_path / "old.db", 5)
    assert seals.troubles_in_file(old) == ()
    upgraded = open_database(old)

    with upgraded.reading() as connection:
        assert list(past.troubles(connection)) == []
    unguarded(upgraded, "UPDATE history SET who = 'nobody' WHERE number = 2")
    with upgraded.reading() as connection:
        assert [each.changes for each in past.troubles(connection)] == [1]


def test_digests_are_combined_in_any_order_and_taken_out_again() -> None:
    one, two = canonical.digest("one"), canonical.digest("two")

    assert canonical.combined([one, two]) == canonical.combined([two, one]) != one
    assert canonical.combined([one, two, two]) == one
    assert canonical.combined(["", "no digest", one]) == one
