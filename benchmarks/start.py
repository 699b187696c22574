"""The start of the program beside a bare QWizard program, each in a process of its own.

    python -m benchmarks.start

Both are started in turns, so that other work on the machine slows both alike. The first picture
is there when the window was painted. Home can be used when the thousand plans that are stored are
listed and painted, and rows can be chosen and pressed. The first of them is pressed at once then:
it is open when its page was painted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import duration

if TYPE_CHECKING:
    from ui.app import Program

ROOT = Path(__file__).parents[1]
RUNS = 7
PLANS = 1_000

Moment = tuple[float, float]
"""Seconds on the clock since the start, and of processor time."""


def bare() -> None:
    """Show a wizard with one page, as small as a program with a wizard can be."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - each its own imports
    from PySide6.QtWidgets import QApplication, QWizard, QWizardPage  # noqa: PLC0415

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, application, leave)
            return super().eventFilter(watched, event)

    def leave() -> None:
        tell("picture")
        application.quit()

    application = QApplication([])
    wizard, page, painted = QWizard(), QWizardPage(), Painted()
    page.setTitle("A page")
    wizard.addPage(page)
    page.installEventFilter(painted)
    wizard.show()
    application.exec()


def ours() -> None:
    """Start the program as a person does, press the first plan, and leave once it is open."""
    import main  # noqa: PLC0415

    main.get_ready()
    from ui.run import get_ready  # noqa: PLC0415

    get_ready()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from advisor import locations  # noqa: PLC0415
    from ui.app import Program  # noqa: PLC0415
    from ui.awake.first_paint import FirstPaint  # noqa: PLC0415
    from ui.shell.speaking import speak  # noqa: PLC0415

    application = QApplication([])
    speak(application, locations.locale_folder())
    program = Program(application)
    FirstPaint(program.home_page, lambda: tell("picture"))
    program.start()
    press_the_first_plan(program, application.quit)
    application.exec()


def press_the_first_plan(program: "Program", then: Callable[[], None]) -> None:
    """Press the first plan as soon as it is painted, and tell when its page is."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from ui.awake.first_paint import FirstPaint  # noqa: PLC0415

    home, window = program.home_page, program.window

    def press() -> None:
        tell("usable")
        home.list.opened.emit(home.model.summary(home.list.currentIndex()))

    def leave() -> None:
        tell("opened")
        program.close()
        then()

    def look() -> None:
        page = window.pages.currentWidget()
        if not is_listed and home.model.rowCount():
            is_listed.append(FirstPaint(home.go_on, press))
        if window.current_page == "plan" and page is not None:
            timer.stop()
            FirstPaint(page, leave)

    is_listed: list[FirstPaint] = []
    timer = QTimer(program, interval=5)
    timer.timeout.connect(look)
    timer.start()


def tell(what: str) -> None:
    """Print a moment: seconds on the clock since the start, and of processor time."""
    print(what, time.time() - float(os.environ["STARTED"]), time.process_time(), flush=True)


def store_plans() -> None:
    """Fill the folder of the program with plans, as if they had been brought in."""
    from advisor.services.advisor import Advisor  # noqa: PLC0415 - not in what is measured

    with Advisor.open() as advisor:
        examples = advisor.plans.examples()
        first = [advisor.plans.add(plan) for plan in examples]
        for number in range(PLANS - len(first)):
            advisor.plans.duplicate(first[number % len(first)].id, f"Plan {number}")


def started(role: str, home: str) -> Mapping[str, Moment]:
    """Return the moments of one start: seconds on the clock, and of processor time."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.start", role],
        cwd=ROOT,
        env={
            **os.environ,
            "ADVISOR_HOME": home,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            # As installed: what was loaded once is kept compiled.
            "PYTHONDONTWRITEBYTECODE": "",
            "STARTED": repr(time.time()),
        },
        check=True,
        capture_output=True,
        text=True,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return {what: (float(clock), float(processor)) for what, clock, processor in lines}


def main() -> None:
    """Print the moments of both programs, and how many times ours takes the other's."""
    with tempfile.TemporaryDirectory() as home:
        started("store", home)
        started("ours", home)
        runs = [(started("bare", home), started("ours", home)) for _ in range(RUNS)]
    print(f"\nStart, beside a bare QWizard program (medians of {RUNS} starts in turns)")
    print(f"{'':30}{'clock':>18}{'processor time':>22}")
    wizard = _median([bare["picture"] for bare, _ours in runs])
    print(f"{'QWizard, first picture':30}{_shown(wizard, wizard)}")
    for what, label in (
        ("picture", "first picture"),
        ("usable", f"Home, {PLANS:,} plans"),
        ("opened", "the first of them is open"),
    ):
        print(f"{label:30}{_shown(_median([ours[what] for _bare, ours in runs]), wizard)}")


def _median(moments: Sequence[Moment]) -> Moment:
    clock, processor = zip(*moments, strict=True)
    return statistics.median(clock), statistics.median(processor)


def _shown(moment: Moment, beside: Moment) -> str:
    return "".join(
        f"{duration(seconds):>14} ({seconds / other:.2g})"
        for seconds, other in zip(moment, beside, strict=True)
    )


ROLES: Mapping[str, Callable[[], None]] = {"bare": bare, "ours": ours, "store": store_plans}

if __name__ == "__main__":
    ROLES.get(sys.argv[-1], main)()
