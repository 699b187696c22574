"""The real program in a process of its own, on a screen that nobody sees.

It runs where there is no network, not even the computer's own, as far as the system gives leave.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.apart import without_network
from tests.support.atspi import ScreenReader
from tests.support.waiting import PATIENCE_SECONDS
from tests.support.x11 import Screen

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENTS = "Documents"
"""Where the system looks for a person's documents, in their home."""
# Qt's bridge says so when the screen reader asks of what is gone or of what is new to AT-SPI, and
# when it was too busy to be told of a key.
_HARMLESS = ("qt.accessibility.atspi:", "QSpiApplication::keyEventError")


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """How quickly the window answered, as ``metered.py`` measured it. Milliseconds.

    `longest_doing` is what was seen in the turn of `longest_cpu_ms`, each innermost first.
    """

    longest_ms: int
    longest_cpu_ms: int
    longest_doing: tuple[tuple[str, ...], ...]
    stalls: tuple[dict[str, object], ...]
    statements_of_the_window: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RealProgram:
    """The program, the screen it is on, the reader that reads it and the folder it keeps."""

    screen: Screen
    reader: ScreenReader
    home: Path
    process: subprocess.Popen[str]
    errors: Path
    report_path: Path

    @property
    def documents(self) -> Path:
        """The person's own documents, among which the program opens and saves files at first."""
        return self.home.parent / DOCUMENTS

    def choose_file(self, name: str) -> Path:
        """Type the name of a file among the documents where it is asked for, and return its path.

        A whole path would have the dialog read every folder on the way, the crowded one of all
        temporary files among them.
        """
        self.reader.find_focus("text", "File name:")
        self.screen.keys("ctrl+a")
        self.screen.type(name)
        return self.documents / name

    @property
    def is_without_network(self) -> bool:
        """Whether it is in a network of its own, of which no interface has sent anything."""
        its, ours = (Path("/proc") / each for each in (str(self.process.pid), "self"))
        if (its / "ns/net").readlink() == (ours / "ns/net").readlink():
            return False
        _titles, _columns, *interfaces = (its / "net/dev").read_text().splitlines()
        return not any(int(figure) for each in interfaces for figure in each.split()[1:])

    def come_forward(self) -> None:
        """Let the keyboard be in its window, where there are others."""
        self.screen.activate(self.process.pid)

    def close(self, *expected: str) -> Report:
        """Close the window as a person does; the program must end in order.

        Nothing may stand in its error stream but lines with one of the `expected` parts.
        """
        self.screen.keys("alt+F4")
        assert self.process.wait(PATIENCE_SECONDS) == 0, self.errors.read_text()
        assert self.complaints(*expected) == []
        told = json.loads(self.report_path.read_text(encoding="utf-8"))
        return Report(
            longest_ms=told["longest_ms"],
            longest_cpu_ms=told["longest_cpu_ms"],
            longest_doing=tuple(map(tuple, told["longest_doing"])),
            stalls=tuple(told["stalls"]),
            statements_of_the_window=tuple(told["statements_of_the_window"]),
        )

    def complaints(self, *expected: str) -> list[str]:
        """Return what the program wrote to its error stream and should not have."""
        lines = self.errors.read_text(encoding="utf-8").splitlines()
        known = (*_HARMLESS, *expected)
        return [line for line in lines if not any(part in line for part in known)]


@contextmanager
def real_program(
    screen: Screen, reading: subprocess.Popen[str], folder: Path, *flags: str, **more: str
) -> Iterator[RealProgram]:
    """Start the program on the home in this folder, with more environment.

    It is ended, if need be, by force.
    """
    home, errors, report = folder / "home", folder / "errors.txt", folder / "report.json"
    (folder / DOCUMENTS).mkdir(parents=True, exist_ok=True)
    program = [sys.executable, "-m", "tests.support.metered", str(report), *flags]
    command = [*without_network(), *program]
    own = {"HOME": str(folder), "ADVISOR_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    environment = {**screen.environment, **own, **more}
    with errors.open("w", encoding="utf-8") as written:
        process = subprocess.Popen(
            command, cwd=PROJECT, env=environment, stderr=written, stdout=written, text=True
        )
    try:
        yield RealProgram(
            screen=screen,
            reader=ScreenReader(reading, process.pid),
            home=home,
            process=process,
            errors=errors,
            report_path=report,
        )
    finally:
        process.kill()
        process.wait()
