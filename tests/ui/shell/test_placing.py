import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from tests.support.waiting import PATIENCE_SECONDS
from ui.shell.placing import most_shared

PROJECT = Path(__file__).resolve().parents[3]
SCREEN = QRect(0, 0, 1366, 728)
SECOND = QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("place", "area"),
    [
        (QRect(1300, 100, 1280, 800), SECOND),
        (QRect(100, 100, 1280, 800), SCREEN),
        (QRect(90_000, 90_000, 1280, 800), SCREEN),
    ],
)
def test_a_window_goes_to_the_screen_that_most_of_it_was_on(place: QRect, area: QRect) -> None:
    assert most_shared(place, (SCREEN, SECOND)) == area


def on_screens(tmp_path: Path, script: str, *screens: tuple[int, int, int, int]) -> object:
    """Run a script in a program of its own that has these screens; return what it prints."""
    described = [
        {
            "name": f"screen{number}",
            "x": left,
            "y": top,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for number, (left, top, width, height) in enumerate(screens)
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": described}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
        "ADVISOR_HOME": str(tmp_path / "home"),
    }
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + script],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: object = json.loads(done.stdout)
    return found


_BEGIN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
application = QApplication([])
theme = Theme(Path("resources"))
window = MainWindow(theme, (), product="Advisor", panel_title="Advice so far")
window.resize(1280, 640)
def turns(count=20):
    for _turn in range(count):
        application.processEvents()
def on_one_screen():
    outer = window.frameGeometry()
    return any(screen.availableGeometry().contains(outer) for screen in application.screens())
"""


def test_a_window_from_a_monitor_that_is_gone_opens_whole_on_this_one(tmp_path: Path) -> None:
    script = """
window.restore_place(QRect(1400, 200, 1900, 1000))
window.show(); turns()
print(json.dumps([on_one_screen(), window.screen().name()]))
"""
    assert on_screens(tmp_path, script, (0, 0, 1366, 768)) == [True, "screen0"]


def test_a_window_stays_on_its_monitor(tmp_path: Path) -> None:
    script = """
window.restore_place(QRect(1400, 100, 1280, 800))
window.show(); turns()
print(json.dumps([window.geometry().getRect(), on_one_screen()]))
"""
    screens = (0, 0, 1366, 768), (1366, 0, 1920, 1080)
    assert on_screens(tmp_path, script, *screens) == [[1400, 100, 1280, 800], True]


@pytest.mark.parametrize(
    "wake",
    [
        "window.showMinimized(); turns(); window.setGeometry(900, 500, 1280, 640); "
        "window.showNormal()",
        "window.setGeometry(900, 500, 1280, 640); window.come_forward()",
        "window.setGeometry(900, 500, 1280, 640); window.showMaximized(); turns(); "
        "window.showNormal()",
    ],
    ids=["after minimise", "second start", "no more maximised"],
)
def test_a_window_that_wakes_is_whole_on_its_screen(tmp_path: Path, wake: str) -> None:
    script = f"""
window.show(); turns()
{wake}; turns()
print(json.dumps(on_one_screen()))
"""
    assert on_screens(tmp_path, script, (0, 0, 1366, 768)) is True


def test_a_maximised_window_that_was_put_away_comes_back_maximised(tmp_path: Path) -> None:
    script = """
window.showMaximized(); turns()
window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized); turns()
window.come_forward(); turns()
print(json.dumps([window.isMaximized(), window.isMinimized(), on_one_screen()]))
"""
    assert on_screens(tmp_path, script, (0, 0, 1366, 768)) == [True, False, True]


def test_a_window_on_a_low_screen_is_no_larger_than_the_screen(tmp_path: Path) -> None:
    # 1366 x 768 at a scale of two.
    script = """
window.restore_place(QRect(0, 0, 1280, 800))
window.show(); turns()
print(json.dumps(on_one_screen()))
"""
    assert on_screens(tmp_path, script, (0, 0, 683, 384)) is True
