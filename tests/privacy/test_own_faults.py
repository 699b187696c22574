"""What is told of a fault in the program holds nothing that a person wrote, wherever it happens."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.programs import ROOT
from tests.support.waiting import PATIENCE_SECONDS

WORD = "Quillfeatherby"

FAULTS = """
import logging, threading, sys
import main
from sqlalchemy import create_engine, text

def statement(note):
    with create_engine("sqlite://").begin() as connection:
        connection.execute(text("INSERT INTO plan VALUES (:note)"), {"note": note})

class Ending:
    def __init__(self, note):
        self.note = note
    def __repr__(self):
        return self.note
    def __del__(self):
        raise ValueError(self.note)

def faults(*words, **more):
    note = "QUILL" "feather" "by"
    note = note.capitalize()
    at_once = threading.Thread(target=statement, args=(note,), name=note)
    at_once.start()
    at_once.join()
    Ending(note)
    try:
        statement(note)
    except Exception as error:
        logging.getLogger("library").warning("cannot keep %s", note)
        logging.getLogger("library").warning(f"cannot keep {note}", exc_info=True)
        raise KeyError(note) from error
"""

A_COMMAND = (
    FAULTS
    + """
import advisor.cli.run
advisor.cli.run.run = faults
sys.argv = ["main.py", "doctor"]
main.main()
"""
)

A_WINDOW = (
    FAULTS
    + """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
import ui.app

class Painted(QWidget):
    def paintEvent(self, event):
        faults()

def look():
    if len(heard) >= 3:
        timer.stop()
        from ui.shell.dialogs import UnexpectedErrorDialog
        dialog = program.window.findChild(UnexpectedErrorDialog)
        dialog.copy_button.click()
        print(QGuiApplication.clipboard().text())
        dialog.reject()
        program.window.close()

def start(started):
    global program, timer, painted
    program = started
    original(program)
    program.bugs.found.connect(heard.append)
    program.room.storage.run(faults)
    QTimer.singleShot(0, faults)
    painted = Painted(program.window)
    painted.show()
    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()

heard, original = [], ui.app.Program.start
ui.app.Program.start = start
main.get_ready()
from ui.run import run_window
run_window()
"""
)


def told(script: str, folder: Path) -> str:
    """Run the program with these faults; return what it said and what lies in any file of it."""
    (folder / "tmp").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={
            **os.environ,
            "ADVISOR_HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return "\n".join([done.stdout, done.stderr, *(each.decode("latin-1") for each in files)])


def test_a_command_tells_where_it_broke_and_not_a_word(tmp_path: Path) -> None:
    said = told(A_COMMAND, tmp_path)

    assert WORD not in said
    assert said.count("KeyError") == 2  # on the screen and in the log
    assert said.count("in statement") == 3  # what led to it, twice, and the thread
    assert "in __del__" in said


def test_the_window_tells_where_it_broke_and_not_a_word(tmp_path: Path) -> None:
    said = told(A_WINDOW, tmp_path)

    assert WORD not in said
    log = (tmp_path / "home" / "logs" / "advisor.log").read_text("utf-8")
    assert log.count("KeyError") >= 3
    for place in ("in statement", "in paintEvent", "in perform", "in __del__"):
        assert place in log
    assert "in statement" in said.partition("unexpected")[0]  # copied from the dialog
