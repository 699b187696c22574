from pathlib import Path

import pytest

from advisor import locations
from advisor.errors import PackRefused
from advisor.packs import apart
from advisor.packs.apart import read_apart
from advisor.packs.reading import Read, read_for_good


def test_evidence_is_read_in_another_process_as_it_is_read_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = read_for_good(locations.evidence_folder())

    def never(folder: Path) -> Read:
        raise AssertionError(folder)

    monkeypatch.setattr(apart, "read_for_good", never)
    assert read_apart(locations.evidence_folder()) == here


def test_evidence_that_is_refused_there_is_refused_here_with_its_faults(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: mine\nversion: '1'\n", "utf-8")

    with pytest.raises(PackRefused) as refused:
        read_apart(tmp_path)

    assert refused.value.faults
