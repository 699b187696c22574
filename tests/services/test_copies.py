"""Copies are made as the file changes, and are there when it cannot be opened."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from advisor import locations
from advisor.errors import StorageError
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


def test_a_copy_is_made_once_for_each_change(own: Advisor) -> None:
    first = own.copies.keep_current()
    assert first is not None
    assert own.copies.keep_current() is None

    own.plans.create("Lowmere")
    second = own.copies.keep_current()

    assert second is not None
    assert copies.restorable() == (second, first)


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
    aside = copies.restore(good)

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

    assert copies.restorable() == (good,)


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
