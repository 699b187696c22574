import contextlib
import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor import logs
from advisor.logs import FILE, keep_log


@pytest.fixture(autouse=True)
def _only_our_handlers() -> Iterator[None]:
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        with contextlib.suppress(OSError):
            handler.close()


def test_what_the_program_decides_is_logged_in_the_persons_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))

    keep_log()
    logging.getLogger("advisor.storage").warning("trying once more")

    text = (tmp_path / "home" / "logs" / FILE).read_text("utf-8")
    assert "WARNING advisor.storage: trying once more" in text


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_nobody_but_its_owner_may_read_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))

    keep_log()

    made = [tmp_path / "home", tmp_path / "home" / "logs", tmp_path / "home" / "logs" / FILE]
    assert [stat.S_IMODE(each.stat().st_mode) for each in made] == [0o700, 0o700, 0o600]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_log_that_cannot_be_written_is_no_reason_to_stop_or_to_complain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / FILE).symlink_to("/dev/full")

    keep_log()
    logging.getLogger("advisor.storage").warning("trying once more")

    assert capsys.readouterr() == ("", "")


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", "utf-8")
    monkeypatch.setenv("ADVISOR_HOME", str(blocked))

    keep_log()
    logging.getLogger("advisor.storage").warning("trying once more")

    assert capsys.readouterr().err == ""


def test_a_log_that_has_grown_large_is_set_aside_and_the_last_two_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    monkeypatch.setattr(logs, "_LARGEST", 40)

    keep_log()
    for word in ("first", "second", "third", "fourth"):
        logging.getLogger("advisor.storage").warning("%s line, which fills one file", word)

    kept = {each.name: each.read_text("utf-8") for each in (tmp_path / "logs").iterdir()}
    assert sorted(kept) == [FILE, f"{FILE}.1", f"{FILE}.2"]
    assert [text.count("\n") for text in kept.values()] == [1, 1, 1]
    assert "fourth" in kept[FILE]
    assert "third" in kept[f"{FILE}.1"]
    assert "second" in kept[f"{FILE}.2"]
