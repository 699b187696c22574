"""The running program, and what its window's own thread does for something.

Times are processor time of that thread, until nothing is read, thought or built any more.
"""

import time
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.app import Program
    from ui.plan.session import PlanSession

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


def middle(runs: list[Taken]) -> Taken:
    """Return the median of each."""
    return Taken(median(run.whole for run in runs), median(run.longest for run in runs))


def open_plan(window: Window, title: str) -> None:
    """Open the plan that is called so."""
    house = window.program.house
    assert house is not None
    found = next(each for each in house.advisor.plans.summaries() if each.title == title)
    house.open(house.advisor.plans.plan(found.id))
    window.rest()
