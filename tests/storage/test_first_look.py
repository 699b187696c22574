"""The first look says what the list of plans says, or nothing, and leaves the file as it is."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from advisor import locations
from advisor.services.advisor import Advisor
from advisor.services.first_look import look_first
from advisor.storage.keeping import Keeping, save_keeping
from advisor.storage.schema.versions import SCHEMA_VERSION
from tests.support.examples import example

LIMIT = 4


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file with six plans, of which two were deleted."""
    path = tmp_path_factory.mktemp("six") / "plans.db"
    with Advisor.open(path) as advisor:
        added = [advisor.plans.add(example(number)) for number in range(6)]
        advisor.advise_and_keep(
            advisor.plans.rename(added[1].id, "Bärenklau", "", added[1].version)
        )
        for plan in (added[3], added[0]):
            advisor.plans.delete(plan.id)
    return path


@pytest.fixture
def file(six: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give it as the person's own file."""
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    return Path(shutil.copy(six, locations.database_path()))


def seen(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_it_says_what_the_list_says(file: Path) -> None:
    before = seen(file.parent)
    found = look_first(LIMIT - 1)

    assert found is not None
    assert seen(file.parent) == before
    with Advisor.open() as advisor:
        assert found.newest == advisor.plans.summaries(limit=LIMIT - 1)
        assert found.total == advisor.plans.count() == LIMIT
        assert found.deleted == advisor.plans.deleted()
        first = found.newest[0].judged
        assert advisor.plans.is_judged(found.newest[0])
    assert first is not None
    assert first.knows_place
    assert [each.version for each in found.newest] == [2, 1, 1]


def in_sql(*statements: str) -> Callable[[Path], None]:
    def do(file: Path) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return do


def half_saved(file: Path) -> None:
    file.with_name(f"{file.name}-journal").write_bytes(b"\0" * 512)


def torn(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def of_a_team(_file: Path) -> None:
    save_keeping(Keeping(second_folder=None, server="postgresql://example.org/plans"))


@pytest.mark.parametrize(
    "change",
    [
        Path.unlink,
        torn,
        half_saved,
        of_a_team,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"Something else"),
        in_sql(f"PRAGMA user_version = {SCHEMA_VERSION - 1}"),
        in_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}"),
        in_sql("PRAGMA application_id = 1"),
        in_sql("PRAGMA journal_mode = WAL"),
        in_sql("CREATE TABLE more (id TEXT)"),
        in_sql("UPDATE progress SET changed = replace(changed, '-', '/')"),
    ],
)
def test_it_says_nothing_where_something_is_not_as_it_should_be(
    file: Path, change: Callable[[Path], object]
) -> None:
    change(file)
    before = seen(file.parent)

    assert look_first(LIMIT) is None
    assert seen(file.parent) == before


def test_it_does_not_wait_for_another_program_that_saves(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert look_first(LIMIT) is None
