import json
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.errors import StorageError
from ui.preferences.preferences import PreferenceFile, Preferences
from ui.theme.colours import Contrast, Scheme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "preferences.json"


def test_without_a_file_everything_is_as_usual(path: Path) -> None:
    kept = PreferenceFile(path)

    assert kept.load() == Preferences()
    assert kept.trouble == ""


def test_what_was_saved_comes_back(path: Path) -> None:
    chosen = Preferences(
        scheme=Scheme.DARK,
        contrast=Contrast.HIGH,
        text_size=150,
        is_motion_reduced=True,
        has_letter_keys=False,
        is_panel_open=False,
        window=(10, -20, 1280, 800),
        is_maximised=True,
    )
    PreferenceFile(path).save(chosen)

    assert PreferenceFile(path).load() == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", '"dark"'])
def test_a_file_that_cannot_be_read_gives_the_usual_and_says_so(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    kept = PreferenceFile(path)

    assert kept.load() == Preferences()
    assert "could not be read" in kept.trouble


def test_a_file_in_no_known_letters_gives_the_usual(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\xff")

    assert PreferenceFile(path).load() == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", "sepia"),
        ("contrast", 3),
        ("text_size", "large"),
        ("text_size", True),
        ("is_motion_reduced", "yes"),
        ("language", "cy"),
        ("has_seen_tour", True),
        ("window", [1, 2, 3]),
        ("window", [1, 2, 0, 5]),
        ("window", [1, 2, "a", 5]),
        ("window", [10**9, 2, 3, 5]),
        ("unheard-of", 1),
    ],
)
def test_one_bad_preference_costs_no_other(path: Path, name: str, value: object) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"has_letter_keys": False, name: value}), encoding="utf-8")

    assert PreferenceFile(path).load() == replace(Preferences(), has_letter_keys=False)


@pytest.mark.parametrize(("stored", "given"), [(50, 100), (1000, 200)])
def test_a_text_size_out_of_bounds_is_brought_back(path: Path, stored: int, given: int) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"text_size": stored}), encoding="utf-8")

    assert PreferenceFile(path).load().text_size == given


def test_a_failed_save_keeps_the_old_file_and_leaves_no_litter(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = PreferenceFile(path)
    kept.save(Preferences(text_size=120))
    before = path.read_bytes()

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError, match="could not be saved"):
        kept.save(Preferences(text_size=180))

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_disk_that_fills_while_writing_keeps_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = PreferenceFile(path)
    kept.save(Preferences(text_size=120))
    before = path.read_bytes()

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError):
        kept.save(Preferences(text_size=180))

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
