"""Copies are whole and good, the good ones stay, and putting one back can be undone."""

import datetime
import stat
import sys
from pathlib import Path

import pytest

from advisor.errors import NotFound, StorageError
from advisor.models.plan import Plan
from advisor.models.stored import Backup
from advisor.storage import backups, files, packs, plan_lists, plans
from advisor.storage.database import Database
from advisor.storage.safety import copies
from tests.storage import things
from tests.storage.conftest import Opening


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def stored(database: Database) -> Plan:
    plan = things.plan()
    return database.write(lambda connection: plans.add_plan(connection, plan, asked=50))


def titles(opening: Opening, file: Path) -> list[str]:
    database = opening(file)
    with database.reading() as connection:
        found = [each.title for each in plan_lists.summaries(connection)]
    database.close()
    return found


def rename(database: Database, plan: Plan, title: str) -> None:
    with database.writing() as connection:
        things.rename(connection, plan, title)


def spoil(copy: Backup) -> None:
    content = bytearray(copy.path.read_bytes())
    content[len(content) // 2] ^= 1
    copy.path.write_bytes(content)


def test_a_copy_is_a_whole_database(
    database: Database, open_database: Opening, folder: Path
) -> None:
    plan = stored(database)

    copy = backups.backup(database, folder, "before-import")

    copies.check(copy)
    assert (copy.number, copy.why, copy.size) == (1, "before-import", copy.path.stat().st_size)
    assert titles(open_database, copy.path) == [plan.title]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_copies_are_for_their_owner_only(database: Database, folder: Path) -> None:
    copy = backups.backup(database, folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    assert sorted(each.name for each in folder.iterdir()) == [
        copy.path.name,
        f"{copy.path.name}.sha256",
    ]


def test_a_copy_can_be_made_while_others_read_and_write(
    database: Database, open_database: Opening, folder: Path, file: Path
) -> None:
    plan = stored(database)
    other = open_database(file)

    for number in range(5):
        rename(other, plan, f"Number {number}")
        copy = backups.backup(database, folder)
        assert titles(open_database, copy.path) == [f"Number {number}"]


def test_copies_are_counted_and_the_clock_does_not_matter(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime.datetime):
        year_now = 2027

        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Clock":
            return cls(cls.year_now, 1, 1, tzinfo=tz)

    monkeypatch.setattr(datetime, "datetime", Clock)
    made = [backups.backup(database, folder)]
    Clock.year_now = 2026
    made.append(backups.backup(database, folder))

    assert [copy.number for copy in made] == [1, 2]
    assert [copy.number for copy in copies.copies_in(folder)] == [2, 1]


def test_other_files_in_the_folder_are_not_taken_for_copies(
    database: Database, folder: Path
) -> None:
    copy = backups.backup(database, folder)
    for name in ("plans.db", "000002-yesterday.db", "000003-99999999T999999Z.db", "notes.txt"):
        (folder / name).write_text("mine")

    assert copies.copies_in(folder) == (copy,)
    assert copies.copies_in(folder / "nowhere") == ()


def test_a_damaged_file_is_not_copied_and_nothing_is_left_behind(
    database: Database, folder: Path
) -> None:
    stored(database)
    with database.raw() as raw:
        raw.execute("UPDATE answer SET note = 'other words' WHERE question = 'formats'")

    with pytest.raises(StorageError) as refused:
        backups.backup(database, folder)

    assert refused.value.code == "source-damaged"
    assert refused.value.details["rows"] == "answer formats"
    assert list(folder.iterdir()) == []


def test_damaged_evidence_is_not_copied_either(database: Database, folder: Path) -> None:
    with database.writing() as connection:
        packs.store_pack(connection, things.EDITION, things.DIGEST, things.records())
    with database.raw() as raw:
        kept = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'keep_rule_update'")
        (trigger,) = kept.fetchone()
        raw.execute("DROP TRIGGER keep_rule_update")
        raw.execute("UPDATE rule SET effect = 'harms' WHERE id = 'T01-a'")
        raw.execute(trigger)

    with pytest.raises(StorageError) as refused:
        backups.backup(database, folder)
    assert refused.value.details["rows"] == "rule T01-a"


def test_a_file_with_spoiled_pages_is_not_copied(
    database: Database, folder: Path, file: Path
) -> None:
    stored(database)
    with file.open("r+b") as opened:
        opened.seek(4096 * 6)
        opened.write(b"\xa5" * 4096 * 8)
    with database.raw() as raw:
        raw.execute("PRAGMA shrink_memory")

    with pytest.raises(StorageError) as refused:
        backups.backup(database, folder)

    assert refused.value.code == "damaged"
    assert list(folder.iterdir()) == []


def test_a_copy_that_fails_half_way_leaves_nothing_behind(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backups.backup(database, folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "sync", full)
    with pytest.raises(StorageError) as refused:
        backups.backup(database, folder)

    assert refused.value.code == "disk-full"
    assert copies.copies_in(folder) == (first,)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.postgres
def test_a_server_is_copied_by_those_who_look_after_it(folder: Path, server: Database) -> None:
    with pytest.raises(StorageError) as refused:
        backups.backup(server, folder)
    assert refused.value.code == "not-a-file"

    with pytest.raises(TypeError), server.raw():
        pass


def test_a_restored_copy_replaces_the_file_and_can_be_undone(
    database: Database, open_database: Opening, folder: Path, file: Path
) -> None:
    plan = stored(database)
    copy = backups.backup(database, folder)
    rename(database, plan, "Later")
    database.close()

    aside = backups.restore(file, copy, folder)
    assert titles(open_database, file) == [plan.title]

    assert aside is not None
    assert aside.why == "set-aside"
    backups.restore(file, aside, folder)
    assert titles(open_database, file) == ["Later"]


def test_a_damaged_copy_is_not_restored(
    database: Database, open_database: Opening, folder: Path, file: Path
) -> None:
    plan = stored(database)
    copy = backups.backup(database, folder)
    database.close()
    spoil(copy)

    with pytest.raises(StorageError) as refused:
        backups.restore(file, copy, folder)

    assert refused.value.code == "backup-damaged"
    assert titles(open_database, file) == [plan.title]
    assert copies.copies_in(folder) == (copy,)


def test_a_copy_that_is_gone_is_not_found(database: Database, folder: Path, file: Path) -> None:
    copy = backups.backup(database, folder)
    copies.remove(copy)

    with pytest.raises(NotFound):
        backups.restore(file, copy, folder)


@pytest.mark.parametrize("damage", [b"", b"not a database at all", b"\0" * 9000])
def test_a_file_that_cannot_be_opened_is_kept_and_replaced(
    database: Database, open_database: Opening, folder: Path, file: Path, damage: bytes
) -> None:
    plan = stored(database)
    copy = backups.backup(database, folder)
    database.close()
    file.write_bytes(damage)
    with pytest.raises(StorageError):
        open_database(file)

    aside = backups.restore(file, copy, folder)

    assert aside is not None
    assert aside.path.read_bytes() == damage
    assert titles(open_database, file) == [plan.title]


def test_a_file_that_is_gone_is_put_back(
    database: Database, open_database: Opening, folder: Path, file: Path
) -> None:
    plan = stored(database)
    copy = backups.backup(database, folder)
    database.close()
    file.unlink()

    assert backups.restore(file, copy, folder) is None
    assert titles(open_database, file) == [plan.title]


def test_the_journal_of_the_old_file_is_not_played_into_the_restored_one(
    database: Database, open_database: Opening, folder: Path, file: Path
) -> None:
    plan = stored(database)
    copy = backups.backup(database, folder)
    rename(database, plan, "Later")
    database.close()
    hot = things.cut_short(file)

    aside = backups.restore(file, copy, folder)

    assert not files.journal_of(file).exists()
    assert titles(open_database, file) == [plan.title]
    assert aside is not None
    kept = files.journal_of(aside.path)
    assert (kept.read_bytes(), stat.S_IMODE(kept.stat().st_mode)) == (hot, 0o600)

    backups.restore(file, aside, folder)
    assert titles(open_database, file) == ["Later"]


def made(folder: Path, number: int, day: datetime.date, size: int = 1) -> Backup:
    """A copy of some day, good by its digest."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{number:06}-{day:%Y%m%d}T120000Z.db"
    with path.open("wb") as opened:
        opened.truncate(size)
    digest = copies._digest(path)
    copies.note_of(path).write_text(digest)
    return Backup(
        path=path,
        number=number,
        made=datetime.datetime.combine(day, datetime.time(12), datetime.UTC),
        why="",
        size=size,
    )


def numbers(folder: Path) -> list[int]:
    return [copy.number for copy in copies.copies_in(folder)]


def test_the_newest_twelve_and_some_of_every_age_are_kept(folder: Path) -> None:
    start = datetime.date(2025, 1, 1)
    every = [made(folder, at + 1, start + datetime.timedelta(days=at)) for at in range(400)]

    removed = backups.rotate(folder)

    kept = numbers(folder)
    days = [each.made.date() for each in copies.copies_in(folder)]
    assert kept[:12] == list(range(400, 388, -1))
    assert len(kept) + len(removed) == len(every)
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(kept) < 12 + 4 + 12
    assert not any(each.path.exists() or copies.note_of(each.path).exists() for each in removed)


def test_a_clock_set_back_costs_no_new_copy(folder: Path) -> None:
    for number in range(1, 21):
        made(folder, number, datetime.date(2030, 6, 1))
    newest = [made(folder, number, datetime.date(2026, 6, 1)).number for number in (21, 22, 23)]

    backups.rotate(folder)

    assert set(newest) <= set(numbers(folder))


def test_copies_of_this_session_are_kept_whatever_their_age(folder: Path) -> None:
    for number in range(1, 31):
        made(folder, number, datetime.date(2026, 6, 1))

    backups.rotate(folder, keep={1, 2})

    assert numbers(folder) == [*range(30, 18, -1), 2, 1]


def test_beyond_their_size_older_copies_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 5000)
    for number in range(1, 6):
        made(folder, number, datetime.date(2026, 6, number), size=2000)

    backups.rotate(folder)

    assert numbers(folder) == [5, 4]


def test_nothing_is_removed_when_the_newest_copy_is_bad(folder: Path) -> None:
    every = [made(folder, number, datetime.date(2026, 6, 1), 100) for number in range(1, 31)]
    spoil(every[-1])

    with pytest.raises(StorageError) as refused:
        backups.rotate(folder)

    assert refused.value.code == "backup-damaged"
    assert numbers(folder) == list(range(30, 0, -1))


def test_an_empty_folder_has_nothing_to_remove(folder: Path) -> None:
    assert backups.rotate(folder) == ()


def test_a_copy_without_its_note_is_not_trusted(database: Database, folder: Path) -> None:
    copy = backups.backup(database, folder)
    copies.note_of(copy.path).unlink()

    with pytest.raises(StorageError):
        copies.check(copy)
