from pathlib import Path

import pytest

from advisor import locations
from advisor.errors import PackRefused
from advisor.packs import apart, folders, reading
from advisor.packs.apart import digest_apart, read_apart
from advisor.packs.folders import digest_in
from advisor.packs.reading import read_for_good
from advisor.packs.stored import Read


def never(folder: Path) -> Read:
    raise AssertionError(folder)


def test_evidence_is_read_in_another_process_as_it_is_read_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = read_for_good(locations.evidence_folder())

    monkeypatch.setattr(reading, "read_for_good", never)
    assert read_apart(locations.evidence_folder()) == here


def test_evidence_that_is_refused_there_is_refused_here_with_its_faults(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: mine\nversion: '1'\n", "utf-8")

    with pytest.raises(PackRefused) as refused:
        read_apart(tmp_path)

    assert refused.value.faults


def test_a_digest_is_the_same_wherever_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = digest_in(locations.evidence_folder())
    monkeypatch.setattr(folders, "digest_in", never)

    assert digest_apart(locations.evidence_folder()) == here
    assert digest_apart(tmp_path) is None


def test_a_digest_is_made_here_where_there_is_no_other_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apart, "_MODULE", "advisor.no_such_module")

    assert digest_apart(locations.evidence_folder()) == digest_in(locations.evidence_folder())
