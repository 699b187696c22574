"""A long list is made as far down as somebody looks, and no farther."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from ui.awake.slices import Slices


class AsFar(QObject):
    """Makes pieces of a list in slices, as long as ``is_short`` says that more are wanted.

    ``built`` follows when all that is wanted is there. ``go_on`` looks once more.
    """

    built = Signal()

    def __init__(self, parent: QObject, is_short: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_short, self._is_all_wanted = is_short, False
        self._waiting: deque[Callable[[], object]] = deque()
        self._slices = Slices(self)
        self._slices.finished.connect(self.go_on)

    @property
    def is_whole(self) -> bool:
        """Whether the last piece is made."""
        return not self._waiting

    def make(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Make these pieces, and none of those before any more."""
        self.clear()
        self._waiting.extend(pieces)
        self.go_on()

    def clear(self) -> None:
        """Make no piece any more."""
        self._slices.clear()
        self._waiting.clear()
        self._is_all_wanted = False

    def build_all(self) -> None:
        """Make all of them, in slices."""
        self._is_all_wanted = True
        self.go_on()

    def finish_now(self) -> None:
        """Make what is missing at once, down to the end."""
        while self._waiting:
            self._slices.add(self._waiting.popleft())
        self._slices.finish_now()

    @Slot()
    def go_on(self) -> None:
        """Make more pieces where more are wanted by now."""
        if not self._slices.is_done:
            return
        if self._is_wanted:
            self._slices.add_steps(self._make_some())
        else:
            self.built.emit()

    @property
    def _is_wanted(self) -> bool:
        return bool(self._waiting) and (self._is_all_wanted or self._is_short())

    def _make_some(self) -> Iterator[None]:
        while self._is_wanted:
            self._waiting.popleft()()
            yield
