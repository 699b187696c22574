"""The program as ``main.py`` starts it, and a meter of how long its window was deaf.

    python -m tests.support.metered REPORT.json [--break-notes] [--database ADDRESS] [--patience N]

With ``--break-notes`` the program has a fault: taking a note raises, with the note's own words.
It waits N seconds for a server that says nothing, instead of its own time.

The report says how long the window's event loop stood still at the longest, what ran in its longest
turn, and whether it ever spoke to the database itself. The program's own code knows nothing
of this.
"""

import argparse
import faulthandler
import json
import re
import sys
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import Shiboken

import main
from advisor.models.ids import QuestionId
from ui import app
from ui import run as running
from ui.plan import saver
from ui.plan.open_plan import OpenPlan

TICK_MS = 5
STALL_SECONDS = 0.1
LOOK_SECONDS = 0.01
_PROJECT = Path(main.__file__).parent


class StallMeter(QObject):
    """Ticks in the window's thread; a second thread looks what it does when ticks stay away.

    `longest_doing` names what ran in the turn that took most processor time of the window itself,
    as often as it was seen there.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest, self.longest_cpu = 0.0, 0.0
        self.longest_doing: list[list[str]] = []
        self.stalls: list[dict[str, object]] = []
        self._window_thread = threading.get_ident()
        self._last, self._last_cpu = time.monotonic(), time.thread_time()
        self._seen: list[list[str]] = []
        self._stood: list[str] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def has_looked(self) -> bool:
        """Whether anything was seen in the turn that runs."""
        return bool(self._seen)

    def _tick(self) -> None:
        now, cpu = time.monotonic(), time.thread_time()
        gap, used = now - self._last - TICK_MS / 1000, cpu - self._last_cpu
        seen, self._seen = self._seen, []
        self.longest = max(self.longest, gap)
        if used > self.longest_cpu:
            self.longest_cpu, self.longest_doing = used, seen
        if gap > STALL_SECONDS:
            stall = {"ms": round(gap * 1000), "cpu_ms": round(used * 1000), "doing": self._stood}
            self.stalls.append(stall)
        self._stood = []
        self._last, self._last_cpu = now, cpu

    def _watch(self) -> None:
        clock = time.pthread_getcpuclockid(self._window_thread)
        while Shiboken.isValid(self):
            time.sleep(LOOK_SECONDS)
            turn = self._last
            used = time.clock_gettime(clock) - self._last_cpu
            stands = time.monotonic() - turn > STALL_SECONDS / 2 and not self._stood
            if stands or used > LOOK_SECONDS:
                places = _places(self._window_thread)
                if turn == self._last:
                    self._seen.append(places)
                    self._stood = places if stands else self._stood


def _places(thread: int) -> list[str]:
    """Name what a thread is doing, innermost first.

    Written down by `faulthandler`, which keeps no frame alive: a frame holds its painters.
    """
    with tempfile.TemporaryFile() as written:
        faulthandler.dump_traceback(written, all_threads=True)
        written.seek(0)
        told = written.read().decode()
    own = told.partition(f"hread 0x{thread:016x}")[2].partition("\n\n")[0]
    found = re.findall(r'File "([^"]+)", line (\d+) in (\S+)', own)
    return [f"{_short(file)}:{line} {name}" for file, line, name in found[:12]]


def _short(name: str) -> str:
    path = Path(name)
    return str(path.relative_to(_PROJECT)) if path.is_relative_to(_PROJECT) else path.name


class MeteredProgram(app.Program):
    """The program with a meter in it."""

    meter: StallMeter
    statements_of_the_window: list[str]

    def start(self) -> None:
        self.statements_of_the_window = []
        super().start()
        self.meter = StallMeter(self)

    def _opened(self, opened: app.Opened) -> None:
        super()._opened(opened)
        # Imported by now; importing it sooner would change what is measured.
        from sqlalchemy import event  # noqa: PLC0415
        from sqlalchemy.engine import Engine  # noqa: PLC0415

        event.listen(Engine, "before_cursor_execute", self._note_statement)

    def _note_statement(self, _connection: object, _cursor: object, sql: str, *_: object) -> None:
        if threading.current_thread() is threading.main_thread():
            self.statements_of_the_window.append(sql)

    def close(self) -> None:
        super().close()
        report = {
            "longest_ms": round(self.meter.longest * 1000),
            "longest_cpu_ms": round(self.meter.longest_cpu * 1000),
            "longest_doing": self.meter.longest_doing,
            "stalls": self.meter.stalls,
            "statements_of_the_window": self.statements_of_the_window,
        }
        Path(sys.argv[1]).write_text(json.dumps(report, indent=1), encoding="utf-8")


def _break(_self: OpenPlan, question: QuestionId, text: str) -> None:
    raise ValueError(question, text)


def _wait_so_long(seconds: int) -> None:
    """Give a silent server up sooner, so that a test need not wait as long as a person."""
    # Imported sooner than by the program itself, in this case only.
    from advisor.storage import engines, silence  # noqa: PLC0415

    silence.Patience.__init__.__defaults__ = (float(seconds),)
    engines.CONNECT_SECONDS = seconds
    saver.SLOW_MS = seconds * 500


def run() -> int:
    """Run the window with the meter."""
    reader = argparse.ArgumentParser()
    reader.add_argument("report")
    reader.add_argument("--break-notes", action="store_true")
    reader.add_argument("--database")
    reader.add_argument("--patience", type=int)
    given = reader.parse_args()
    if given.break_notes:
        OpenPlan.note = _break  # type: ignore[method-assign,assignment]
    if given.patience:
        _wait_so_long(given.patience)
    app.Program = MeteredProgram  # type: ignore[misc]
    return running.run_window(given.database)


if __name__ == "__main__":
    sys.exit(run())
