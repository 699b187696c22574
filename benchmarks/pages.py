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
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, cast

from benchmarks.measuring import duration

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.app import Program
    from ui.plan.session import PlanSession

ROOT = Path(__file__).parents[1]
EXAMPLE = 3
RUNS = 3
ANSWERS = 8
LINES = 100
SIZE = 1366, 768
_PULSE_MS = 10
_QUIET = 3
"""So many pulses without work mean that all is done."""


class Taken(NamedTuple):
    """What something took of the window's thread: in all, and at the longest without listening."""

    whole: float
    longest: float


class Window:
    """The running program, and a clock on what its window does."""

    def __init__(self, application: "QApplication", program: "Program") -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - each role imports what it measures

        self.program, self._application = program, application
        self._pulse = QTimer(application, interval=_PULSE_MS)
        self._pulse.start()

    @property
    def session(self) -> "PlanSession":
        """The plan that is open."""
        assert self.program.house is not None
        assert self.program.house.session is not None
        return self.program.house.session

    @property
    def page(self) -> "QWidget":
        """The page that is shown."""
        shown = self.program.window.pages.currentWidget()
        assert shown is not None
        return shown

    def taken(self, press: Callable[[], object]) -> Taken:
        """Do something and return what it took until all that follows from it is done."""
        slices = [self._timed(press)]
        quiet = 0
        while quiet < _QUIET:
            slices.append(self._timed(self._listen))
            quiet = 0 if self.program.is_busy or slices[-1] > 0.5e-3 else quiet + 1
        return Taken(sum(each for each in slices if each > 0.2e-3), max(slices))

    def rest(self) -> None:
        """Wait until nothing is left to do."""
        self.taken(lambda: None)

    def show(self, key: str, at: str = "") -> None:
        """Show a page."""
        self.program.window.show_page(key, at)

    def _listen(self) -> None:
        from PySide6.QtCore import QEvent, QEventLoop  # noqa: PLC0415

        self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _timed(self, work: Callable[[], object]) -> float:
        before = time.thread_time()
        work()
        return time.thread_time() - before


def least(runs: list[Taken]) -> Taken:
    """Return the least of each."""
    return Taken(min(run.whole for run in runs), min(run.longest for run in runs))


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
    open_example(window)
    for label, taken in everything(window):
        tell(label, taken)
    program.window.close()
    window.rest()


def open_example(window: Window) -> None:
    """Open the fourth example, as the only plan that has so many answers."""
    house = window.program.house
    assert house is not None
    title = os.environ["EXAMPLE"]
    found = next(each for each in house.advisor.plans.summaries() if each.title == title)
    house.open(house.advisor.plans.plan(found.id))
    window.rest()


def everything(window: Window) -> Iterator[tuple[str, Taken]]:
    """Yield what each thing takes."""
    from ui.room import PageKey  # noqa: PLC0415

    for key in PageKey:
        if window.program.window.pages.has(key):
            yield f"{key}, made", least([made(window, key) for _run in range(RUNS)])
            yield f"{key}, shown again", least([shown(window, key) for _run in range(RUNS)])
    yield "a statement beside the list", least(statements(window))
    yield "an answer, saved and advised on", middle(answers(window))
    window.show(PageKey.ADVICE)
    window.rest()
    yield "another theme, on the advice", least(themes(window))
    yield "another text size, on the advice", least(sizes(window))
    yield "a plan closed, and its waste", least(closings(window))


def middle(runs: list[Taken]) -> Taken:
    """Return the median of each."""
    return Taken(median(run.whole for run in runs), median(run.longest for run in runs))


def made(window: Window, key: str) -> Taken:
    """Take the time of a page that was not there before."""
    _leave(window, key)
    if key != "home":
        window.program.window.forget_page(key)
        window.rest()
    return window.taken(partial(window.show, key))


def shown(window: Window, key: str) -> Taken:
    """Take the time of a page that was shown before."""
    _leave(window, key)
    return window.taken(partial(window.show, key))


def _elsewhere(key: str) -> str:
    return "help" if key == "home" else "home"


def _leave(window: Window, key: str) -> None:
    window.show(_elsewhere(key))
    window.rest()


def statements(window: Window) -> list[Taken]:
    """Open one statement after the other beside the list."""
    from ui.advice.page import AdvicePage  # noqa: PLC0415

    window.program.window.forget_page("advice")
    window.show("advice")
    window.rest()
    page = cast("AdvicePage", window.page)
    rules = [row.story.rule for row in page.list.rows]
    return [window.taken(partial(page.open_finding, rule)) for rule in rules[: RUNS + 1]]


def answers(window: Window) -> list[Taken]:
    """Answer questions of one screen in turn, each another way than before."""
    from advisor.models.questionnaire import QuestionKind  # noqa: PLC0415
    from ui.widgets.radio_group import ChoiceButton  # noqa: PLC0415

    plan = window.session.open_plan
    asked = next(
        question
        for question in plan.pack.questionnaire.questions
        if question.kind is QuestionKind.SINGLE and plan.plan.answer(question.id).given is not None
    )
    window.show("questions", asked.id)
    window.rest()
    runs = []
    for _run in range(ANSWERS):
        options = [each for each in window.page.findChildren(ChoiceButton) if each.isVisible()]
        other = next(each for each in options if not each.isChecked())
        runs.append(window.taken(other.click))
    return runs


def themes(window: Window) -> list[Taken]:
    """Change between light and dark."""
    from ui.theme.colours import Scheme  # noqa: PLC0415

    return [
        window.taken(partial(_prefer, window, scheme=scheme))
        for scheme in (Scheme.DARK, Scheme.LIGHT) * RUNS
    ]


def sizes(window: Window) -> list[Taken]:
    """Change the size of the text up and down."""
    return [window.taken(partial(_prefer, window, text_size=size)) for size in (125, 100) * RUNS]


def _prefer(window: Window, **wanted: object) -> None:
    from ui.preferences.settings_desk import apply_look  # noqa: PLC0415

    settings = window.program.settings
    apply_look(window.program.room.theme, replace(settings.preferences, **wanted))  # type: ignore[arg-type]


def closings(window: Window) -> list[Taken]:
    """Close the plan with all its pages made, and search for what is left of it."""
    import gc  # noqa: PLC0415

    runs = []
    for _run in range(RUNS):
        for key in ("questions", "advice", "actions", "paper"):
            window.show(key)
            window.rest()
        window.show("home")
        window.rest()
        house = window.program.house
        assert house is not None
        closed = window.taken(house.close)
        waste = window.taken(gc.collect)
        runs.append(Taken(closed.whole + waste.whole, max(closed.longest, waste.longest)))
        open_example(window)
    return runs


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
