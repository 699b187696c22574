"""What the window's own thread does for a page, beside a bare page of a hundred lines of text.

    python -m benchmarks.pages

The fourth example is open. A page is pressed and is complete when nothing is read, thought or built
any more. Times are processor time of the window's thread, the least of some runs, so that other
work on the machine counts as little as it can; the longest that the window was deaf meanwhile
stands beside it.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import duration
from benchmarks.presses import RUNS, everything
from benchmarks.window import Taken, Window, least, open_plan

ROOT = Path(__file__).parents[1]
EXAMPLE = 3
LINES = 100
SIZE = 1366, 768


def tell(label: str, taken: Taken) -> None:
    """Print what something took."""
    print(label, taken.whole, taken.longest, sep="\t", flush=True)


def bare() -> None:
    """Show a page with a hundred lines of text, as Qt alone does it."""
    from PySide6.QtWidgets import (  # noqa: PLC0415
        QApplication,
        QLabel,
        QMainWindow,
        QScrollArea,
        QStackedWidget,
        QVBoxLayout,
        QWidget,
    )

    application = QApplication([])
    window, pages = QMainWindow(), QStackedWidget()
    window.setCentralWidget(pages)
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    runs = []
    for _run in range(RUNS):
        before = time.thread_time()
        area, page = QScrollArea(), QWidget()
        column = QVBoxLayout(page)
        for number in range(LINES):
            label = QLabel(f"{number}. What may happen, and what you could do about it. " * 3)
            label.setWordWrap(True)
            column.addWidget(label)
        area.setWidgetResizable(True)
        area.setWidget(page)
        pages.addWidget(area)
        pages.setCurrentWidget(area)
        for _turn in range(3):
            application.processEvents()
        taken = time.thread_time() - before
        runs.append(Taken(taken, taken))
    tell("bare", least(runs))


def ours() -> None:
    """Start the program, open the example, and take the time of one thing after another."""
    import main  # noqa: PLC0415

    main.get_ready()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from advisor import locations  # noqa: PLC0415
    from ui.app import Program  # noqa: PLC0415
    from ui.shell.speaking import speak  # noqa: PLC0415

    application = QApplication([])
    speak(application, locations.locale_folder())
    program = Program(application)
    program.window.resize(*SIZE)
    program.start()
    window = Window(application, program)
    while program.house is None or not program.home_page.model.rowCount():
        application.processEvents()
    program.window.resize(*SIZE)
    window.rest()
    open_plan(window, os.environ["EXAMPLE"])
    for label, taken in everything(window):
        tell(label, taken)
    program.window.close()
    window.rest()


def store_plans() -> None:
    """Fill the folder of the program with the examples; say which is the one to open."""
    from advisor.services.advisor import Advisor  # noqa: PLC0415

    with Advisor.open() as advisor:
        examples = advisor.plans.examples()
        for plan in examples:
            advisor.plans.add(plan)
        print(examples[EXAMPLE].title)


def asked(role: str, home: str, example: str = "") -> str:
    """Return what is printed by one role in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.pages", role],
        cwd=ROOT,
        env={
            **os.environ,
            "ADVISOR_HOME": home,
            "EXAMPLE": example,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "PYTHONDONTWRITEBYTECODE": "",
        },
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def main() -> None:
    """Print what each thing takes, and how many times a bare page that is."""
    with tempfile.TemporaryDirectory() as home:
        example = asked("store", home).strip()
        bare_line = asked("bare", home)
        ours_lines = asked("ours", home, example)
    measured = [line.split("\t") for line in (bare_line + ours_lines).splitlines()]
    whole = float(measured[0][1])
    print(f"\nPages, beside a bare page of {LINES} lines of text: {duration(whole)}")
    print(f"{'':36}{'in all':>12}{'ratio':>8}{'longest':>12}")
    for label, all_of_it, longest in measured[1:]:
        taken = float(all_of_it)
        print(f"{label:36}{duration(taken):>12}{taken / whole:>8.2g}{duration(float(longest)):>12}")


ROLES: dict[str, Callable[[], None]] = {"bare": bare, "ours": ours, "store": store_plans}

if __name__ == "__main__":
    ROLES.get(sys.argv[-1], main)()
