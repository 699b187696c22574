import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor import locations
from advisor.cli.run import run
from advisor.errors import StorageError
from advisor.services import proving
from advisor.services.advisor import Advisor

ROOT = Path(__file__).parents[2]
THE_WINDOW = """
import sys
import main
from advisor.services import proving

# The window needs a stored plan, and no more.
proving.PARTS = proving.PARTS[1:2]
sys.argv = ["main.py", "selftest"]
sys.exit(main.main())
"""
A_PAGE_IS_BROKEN = f"""
from ui.library import page

def fall(*_):
    raise ValueError("a page that cannot be filled")

page.LibraryPage.show_pack = fall
{THE_WINDOW}
"""


def ran(script: str, home: Path) -> "subprocess.CompletedProcess[str]":
    """Run a script, which ends by itself: the program says when the window does not."""
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        # A machine that was told no language, as bare systems are.
        env={**os.environ, "ADVISOR_HOME": str(home), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("asked", ["selftest", "--selftest"])
def test_every_part_proves_itself_and_no_plan_is_touched(
    asked: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    if asked.startswith("-"):  # all parts once, then the way of asking
        monkeypatch.setattr(proving, "PARTS", proving.PARTS[:1])

    code = run([asked])

    *lines, last = capsys.readouterr().out.splitlines()
    assert (code, last) == (0, "Everything works."), lines
    assert len(lines) == len(proving.PARTS)
    assert all(line.startswith("Well: ") for line in lines), lines
    assert list(tmp_path.iterdir()) == []


def test_every_page_of_the_window_is_painted(tmp_path: Path) -> None:
    done = ran(THE_WINDOW, tmp_path)

    *_kept, window, last = done.stdout.splitlines()
    assert (done.returncode, done.stderr, last) == (0, "", "Everything works.")
    assert window.startswith("Well: The window: ")


def test_a_page_that_cannot_be_filled_is_noticed(tmp_path: Path) -> None:
    done = ran(A_PAGE_IS_BROKEN, tmp_path)

    *_kept, broken, last = done.stdout.splitlines()
    assert (done.returncode, last) == (1, "1 part does not work.")
    assert broken.startswith("Does not work: ValueError: a page that cannot be filled (")


def test_one_part_that_does_not_work_hides_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_folder: Path) -> str:
        raise proving.NotWell("No paper today.")

    def fall(_folder: Path) -> str:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(proving, "PARTS", (refuse, fall))

    code = run(["selftest"], window=lambda folder: f"{len(list(folder.iterdir()))} files.")

    said = capsys.readouterr().out.splitlines()
    assert code == 1
    assert said[0] == "Does not work: No paper today."
    assert said[1].startswith("Does not work: ZeroDivisionError: by nothing (test_selftest.py:")
    assert said[2:] == ["Well: 0 files.", "2 parts do not work."]


def test_missing_examples_are_noticed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(locations, "examples_folder", lambda: tmp_path)
    monkeypatch.setattr(proving, "PARTS", proving.PARTS[1:2])

    assert run(["selftest"]) == 1
    assert "The example plans are missing." in capsys.readouterr().out


@pytest.mark.parametrize(("is_bundled", "code"), [(False, 0), (True, 1)], ids=["source", "bundle"])
def test_a_bundle_must_hold_what_a_team_needs_and_a_source_need_not(
    monkeypatch: pytest.MonkeyPatch, *, is_bundled: bool, code: int
) -> None:
    def refuse(*_where: object) -> Advisor:
        raise StorageError("There is no driver.", code="no-driver")

    monkeypatch.setattr(Advisor, "open", refuse)
    monkeypatch.setattr(sys, "frozen", is_bundled, raising=False)
    monkeypatch.setattr(proving, "PARTS", proving.PARTS[-1:])

    assert run(["selftest"]) == code


def test_the_persons_own_folder_is_theirs_again_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proving, "PARTS", ())
    before = locations.data_folder()

    assert run(["selftest"], window=lambda folder: str(locations.data_folder() == folder)) == 0
    assert locations.data_folder() == before
