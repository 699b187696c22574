"""The first picture comes before anything heavy is even imported."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.waiting import PATIENCE_SECONDS

ROOT = Path(__file__).parents[2]
HEAVY = ("psycopg", "pydantic", "pypdf", "regex", "sqlalchemy", "typst", "yaml")

FIRST_PAINT = f"""
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from ui.app import Program

class Watch(QObject):
    seen = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.seen is None:
            self.seen = sorted(set(sys.modules) & set({HEAVY!r}))
            application.quit()
        return False

application = QApplication([])
program = Program(application)
watch = Watch()
program.home_page.installEventFilter(watch)
program.start()
application.exec()
print("painted with", watch.seen)
program.close()
"""

OPENED = """
import gc
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import Program

application = QApplication([])
program = Program(application)
program.start()

def look():
    if program.house is None or program.room.storage.is_busy:
        return
    timer.stop()
    print("opened", program.home_page.empty.isVisibleTo(program.home_page))
    print("left to Python", gc.isenabled(), "leaves", gc.get_freeze_count() > 100_000)
    program.window.close()
    application.quit()

timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
application.exec()
"""


def run(script: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ADVISOR_HOME", str(home))
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_nothing_heavy_is_imported_before_the_first_paint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(FIRST_PAINT, tmp_path, monkeypatch).strip() == "painted with []"


def test_the_plans_open_after_it_in_a_folder_that_did_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run(OPENED, tmp_path / "new", monkeypatch).splitlines()
    assert told[0] == "opened True"
    assert (tmp_path / "new" / "plans.db").exists()


def test_what_was_imported_is_not_searched_for_garbage_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "left to Python False leaves True" in run(OPENED, tmp_path, monkeypatch).splitlines()
