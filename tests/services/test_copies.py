"""Copies are made as the file changes, and are there when it cannot be opened."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from advisor import locations
from advisor.errors import NotFound, StorageError
from advisor.models.stored import Backup
from advisor.services import copies
from advisor.services.advisor import Advisor


@pytest.fixture
def home(tmp_path: Path, with_evidence: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    copyfile(with_evidence, tmp_path / "plans.db")
    return tmp_path


@pytest.fixture
def own(home: Path) -> Iterator[Advisor]:
    assert locations.data_folder() == home
    with Advisor.open() as advisor:
        yield advisor


def damage(path: Path) -> None:
    path.write_bytes(b"\0" * 8192)


def titles() -> list[str]:
    with Advisor.open() as advisor:
        return [each.title for each in advisor.plans.summaries()]


def offered() -> list[Backup]:
    return [each.copy for each in copies.restorable()]


def test_a_copy_is_made_once_for_each_change(own: Advisor) -> None:
    first = own.copies.keep_current()
    assert first is not None
    assert own.copies.keep_current() is None

    own.plans.create("Lowmere")
    second = own.copies.keep_current()

    assert second is not None
    assert offered() == [second, first]


def test_a_clock_that_was_set_back_brings_a_copy_more(own: Advisor) -> None:
    first = own.copies.keep_current()
    assert first is not None
    ahead = first.path.stat().st_mtime + 10_000
    os.utime(first.path, (ahead, ahead))

    assert own.copies.keep_current() is not None


def test_a_damaged_file_gives_way_to_a_copy_and_is_kept(own: Advisor, home: Path) -> None:
    own.plans.create("Lowmere")
    own.copies.keep_current()
    own.close()
    damage(home / "plans.db")
    with pytest.raises(StorageError) as refused:
        Advisor.open()
    assert refused.value.code in copies.BEYOND_REPAIR

    (good,) = copies.restorable()
    aside = copies.restore(good.copy)

    assert titles() == ["Lowmere"]
    assert aside is not None
    assert aside.path.read_bytes() == b"\0" * 8192
    assert copies.restorable() == (good,)


def test_a_damaged_copy_is_not_offered(own: Advisor) -> None:
    good = own.copies.keep_current()
    own.plans.create("Lowmere")
    bad = own.copies.keep_current()
    assert bad is not None
    damage(bad.path)

    assert offered() == [good]


def test_starting_afresh_keeps_the_damaged_file(home: Path) -> None:
    damage(home / "plans.db")

    aside = copies.begin_empty()

    assert titles() == []
    assert aside is not None
    assert aside.path.read_bytes() == b"\0" * 8192


def test_a_file_that_can_only_be_read_is_not_copied(own: Advisor, home: Path) -> None:
    own._database.is_view_only = True

    assert own.is_view_only
    assert own.copies.keep_current() is None
    assert not (home / "backups").exists()


def test_every_copy_says_which_plans_are_in_it(own: Advisor) -> None:
    own.copies.keep_current()
    own.plans.create("Lowmere")
    gone = own.plans.create("Put away")
    own.plans.delete(gone.id)
    own.copies.keep_current()

    assert [each.titles for each in own.copies.all()] == [("Lowmere",), ()]


def test_an_empty_start_beside_copies_is_refused(own: Advisor, home: Path) -> None:
    own.plans.create("Lowmere")
    own.copies.keep_current()
    own.close()
    (home / "plans.db").unlink()

    with pytest.raises(StorageError) as refused:
        Advisor.open()
    assert refused.value.code == "file-missing"
    assert not (home / "plans.db").exists()

    (good,) = copies.restorable()
    assert copies.restore(good.copy) is None
    assert titles() == ["Lowmere"]


def test_one_may_begin_with_no_plans_beside_copies(own: Advisor, home: Path) -> None:
    own.copies.keep_current()
    own.close()
    (home / "plans.db").unlink()

    assert copies.begin_empty() is None
    assert titles() == []


def test_a_file_that_was_cut_to_nothing_is_called_empty(own: Advisor, home: Path) -> None:
    own.close()
    os.truncate(home / "plans.db", 0)

    with pytest.raises(StorageError) as refused:
        Advisor.open()
    assert refused.value.code == "file-empty"
    assert refused.value.code in copies.BEYOND_REPAIR


def test_a_copy_is_put_back_while_the_plans_are_open_and_taken_back(own: Advisor) -> None:
    own.plans.create("Lowmere")
    before = own.copies.keep_current()
    assert before is not None
    own.plans.create("Amberfield")

    aside = own.put_copy_back(before)

    assert [each.title for each in own.plans.summaries()] == ["Lowmere"]
    own.plans.create("Thistlebridge")
    assert aside is not None
    own.put_copy_back(aside)
    assert {each.title for each in own.plans.summaries()} == {"Lowmere", "Amberfield"}
    assert copies.last_set_aside().number > aside.number


def test_a_copy_without_todays_evidence_gets_it_again(home: Path) -> None:
    (home / "plans.db").unlink()
    copies.begin_empty()
    bare = copies.copy_now()
    with Advisor.open() as advisor:
        version = advisor.evidence.pack.version

        advisor.put_copy_back(bare.copy)

        assert advisor.evidence.editions() == (version,)


def test_a_damaged_copy_changes_nothing(own: Advisor) -> None:
    own.plans.create("Lowmere")
    made = own.copies.keep_current()
    assert made is not None
    damage(made.path)

    with pytest.raises(StorageError) as refused:
        own.put_copy_back(made)

    assert refused.value.code == "backup-damaged"
    assert [each.title for each in own.plans.summaries()] == ["Lowmere"]
    own.plans.create("Amberfield")


def test_copies_are_kept_in_a_second_folder_too(own: Advisor, home: Path) -> None:
    second = home / "elsewhere"
    own.copies.keep_in(second)
    own.plans.create("Lowmere")
    own.copies.keep_current()

    assert [each.titles for each in copies.all_copies(second)] == [("Lowmere",), ()]
    assert all(each.is_good for each in copies.all_copies(second))

    own.copies.keep_in(None)
    own.plans.create("Amberfield")
    own.copies.keep_current()
    assert len(copies.all_copies(second)) == 2
    assert own.copies.second_folder is None


def test_the_second_folder_is_another_one(own: Advisor) -> None:
    with pytest.raises(StorageError):
        own.copies.keep_in(locations.backups_folder())


def test_nothing_can_be_undone_before_a_copy_was_put_back(own: Advisor) -> None:
    own.copies.keep_current()

    with pytest.raises(NotFound):
        copies.last_set_aside()


def test_a_folder_that_is_copied_elsewhere_is_known(
    tmp_path: Path, with_evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, service in (("Dropbox", "Dropbox"), ("plans", "")):
        home = tmp_path / folder
        home.mkdir()
        monkeypatch.setenv("ADVISOR_HOME", str(home))
        copyfile(with_evidence, home / "plans.db")
        with Advisor.open() as advisor:
            assert advisor.synced_with == service
