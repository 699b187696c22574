"""Building a long page without ever making the window wait.

Widgets are made in small pieces between the window's own events, so that keys and the
screen reader are answered meanwhile.
"""

from collections import deque
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from shiboken6 import Shiboken

SLICE_SECONDS = 0.012
"""How long one slice may take before the window is heard again."""


class Slices(QObject):
    """Does pieces of work in order, a few at a time; ``finished`` follows the last.

    However many of these have work, one alone has each turn of the window's events. What is
    done ``at_leisure`` nobody waits for: it has its turn where no other wants it.
    """

    finished = Signal()

    def __init__(self, parent: QObject, *, at_leisure: bool = False) -> None:
        super().__init__(parent)
        self.at_leisure = at_leisure
        self._waiting: deque[Callable[[], object]] = deque()
        self._turns = _turns()

    @property
    def is_done(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def add(self, piece: Callable[[], object]) -> None:
        """Do a piece of work after those before it."""
        self._waiting.append(piece)
        self._turns.want(self)

    def add_steps(self, steps: Iterator[None]) -> None:
        """Do a work that yields after each of its steps, all of them before what is added later."""

        def go_on() -> None:
            for _done in steps:
                self._waiting.appendleft(go_on)
                return

        self.add(go_on)

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._turns.give_up(self)

    def finish_now(self) -> None:
        """Do everything that waits at once."""
        while self._waiting:
            self._waiting.popleft()()
        if self._turns.is_wanted_by(self):
            self._end()

    def do_some(self) -> None:
        """Do as much as one turn has room for, at least a piece."""
        end = perf_counter() + SLICE_SECONDS
        while self._waiting:
            self._waiting.popleft()()
            if perf_counter() >= end:
                break
        if not self._waiting:
            self._end()

    def _end(self) -> None:
        self._turns.give_up(self)
        self.finished.emit()


class Turns(QObject):
    """Gives each turn of the event loop to one of those that have work, one after another.

    Each with a timer of its own would have all of them in one turn: their slices would add up.
    """

    def __init__(self, application: QObject | None) -> None:
        super().__init__(application)
        self._waiting: deque[Slices] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._give)

    def is_wanted_by(self, slices: Slices) -> bool:
        """Whether these wait for a turn."""
        return slices in self._waiting

    def want(self, slices: Slices) -> None:
        """Let these have a turn after those before them."""
        if slices not in self._waiting:
            self._waiting.append(slices)
            self._timer.start()

    def give_up(self, slices: Slices) -> None:
        """Let these have no turn any more."""
        if slices in self._waiting:
            self._waiting.remove(slices)

    @Slot()
    def _give(self) -> None:
        # What belonged to a page that is gone went with it.
        there = [slices for slices in self._waiting if Shiboken.isValid(slices)]
        if not there:
            self._waiting.clear()
            self._timer.stop()
            return
        turn = next((slices for slices in there if not slices.at_leisure), there[0])
        there.remove(turn)
        self._waiting = deque((*there, turn))
        turn.do_some()


_shared: list[Turns] = []


def _turns() -> Turns:
    """Return what gives the turns in this program."""
    # To look for it among what belongs to the application would make PySide load every style.
    if not _shared or not Shiboken.isValid(_shared[0]):
        _shared[:] = [Turns(QCoreApplication.instance())]
    return _shared[0]
