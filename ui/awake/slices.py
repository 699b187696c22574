"""Building a long page without ever making the window wait.

Widgets are made in small pieces between the window's own events, so that keys and the
screen reader are answered meanwhile.
"""

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SLICE_SECONDS = 0.012
"""How long one slice may take before the window is heard again."""


class Slices(QObject):
    """Does pieces of work in order, a few at a time; ``finished`` follows the last."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_some)

    @property
    def is_done(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def add(self, piece: Callable[[], object]) -> None:
        """Do a piece of work after those before it."""
        self._waiting.append(piece)
        self._timer.start()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    def finish_now(self) -> None:
        """Do everything that waits at once."""
        while self._waiting:
            self._waiting.popleft()()
        if self._timer.isActive():
            self._end()

    @Slot()
    def _do_some(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while self._waiting and perf_counter() < end:
            self._waiting.popleft()()
        if not self._waiting:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.finished.emit()
