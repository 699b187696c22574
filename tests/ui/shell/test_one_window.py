"""A second start brings the first window forward instead of opening another."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import PATIENCE_SECONDS
from ui.shell.one_window import OneWindow, bring_forward, name_for

ROOT = Path(__file__).parents[3]
HOLD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.shell.one_window import OneWindow
application = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]))
print(one.take(), flush=True)
time.sleep(60)
"""
CALL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.shell.one_window import OneWindow
application = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]))
print(one.take(), one.call_first(), flush=True)
"""


def other(script: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_the_first_may_be_the_window_and_a_second_not(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)

    assert first.take()
    assert not second.take()

    first.release()
    assert second.take()
    second.release()


def test_another_file_has_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path / "a"), OneWindow(tmp_path / "b")

    assert first.take()
    assert second.take()
    assert name_for(tmp_path / "a") != name_for(tmp_path / "b")
    first.release()
    second.release()


def test_a_second_start_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    called: list[bool] = []
    first = OneWindow(tmp_path)
    assert first.take()
    first.listen(lambda: called.append(True), lambda file: pytest.fail(f"{file} came unasked"))

    second = other(CALL, tmp_path)
    qtbot.waitUntil(lambda: bool(called))
    said, _ = second.communicate(timeout=PATIENCE_SECONDS)
    first.release()

    assert said.split() == ["False", "True"]


def test_a_second_start_with_a_file_hands_it_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    taken: list[Path] = []
    first = OneWindow(tmp_path)
    assert first.take()
    first.listen(lambda: None, taken.append)
    file = tmp_path / "Zoë’s plan \N{BABY}.plan.json"

    second = other(CALL.replace("call_first()", f"call_first(Path({str(file)!r}))"), tmp_path)
    qtbot.waitUntil(lambda: bool(taken))
    second.communicate(timeout=PATIENCE_SECONDS)
    first.release()

    assert taken == [file]


def test_nobody_hears_where_no_window_is(qtbot: QtBot, tmp_path: Path) -> None:
    assert not OneWindow(tmp_path).call_first()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_window_that_was_killed_holds_nobody_up(qtbot: QtBot, tmp_path: Path) -> None:
    held = other(HOLD, tmp_path)
    assert held.stdout is not None
    assert held.stdout.readline() == "True\n"
    one = OneWindow(tmp_path)
    assert not one.take()

    os.kill(held.pid, signal.SIGKILL)
    held.communicate()

    assert one.take()
    one.release()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_can_only_be_read_has_no_lock(qtbot: QtBot, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert OneWindow(tmp_path).take()
        assert OneWindow(tmp_path / "missing").take()
    finally:
        tmp_path.chmod(0o700)


def test_a_window_that_was_put_away_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()

    bring_forward(window)

    assert not window.isMinimized()
    assert window.isVisible()


def test_without_qts_sockets_there_is_still_one_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    assert first.take()
    first.listen(lambda: pytest.fail("nobody can call"), print)

    assert not second.take()
    assert not second.call_first()

    first.release()
