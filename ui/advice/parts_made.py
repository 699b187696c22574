"""The parts of the advice, made as far down as somebody looks and let go when nobody does."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.advice.asides import AdvicePile
from ui.awake.awaited import Awaited, FoundT, Wish
from ui.awake.slices import Slices

_ALL = 16_777_215
"""Farther down than any list reaches."""


class PartsMade(QObject):
    """Fills a pile in slices, from the top down to the depth that is asked for.

    ``built`` follows when all is there so far down, and what somebody waits for. ``gone(part)``
    follows when a part is let go; it is made anew where it is wanted once more.
    """

    built = Signal()
    gone = Signal(QWidget)

    def __init__(self, pile: AdvicePile, parent: QWidget) -> None:
        super().__init__(parent)
        self._pile, self._list = pile, parent
        self.slices = Slices(self)
        self.slices.finished.connect(self.go_on)
        self._waiting: deque[Callable[[], object]] = deque()
        self._makers: dict[QWidget, Callable[[], object]] = {}
        self._depth = 0
        self._awaited = Awaited()

    @property
    def is_done(self) -> bool:
        """Whether all is there that is asked for."""
        return self.slices.is_done

    @property
    def is_whole(self) -> bool:
        """Whether the last part is made."""
        return not self._waiting

    @property
    def height(self) -> int:
        """How high all is that was made so far."""
        return self._pile.heightForWidth(self._list.width())

    def add(self, make: Callable[[], QWidget], *, shown: Callable[[], bool] | None = None) -> None:
        """Make this part after those before it; with ``shown`` it is an aside, seen or not."""
        self._waiting.append(partial(self._make, make, shown))

    def clear(self) -> None:
        """Let go of all that was made, and make none of it."""
        self.slices.clear()
        self._waiting.clear()
        self._makers.clear()
        self._pile.clear()

    def finish_now(self) -> None:
        """Make what is missing at once, down to the end."""
        while self._waiting:
            self.slices.add(self._waiting.popleft())
        self.slices.finish_now()

    def reach(self, depth: int = _ALL) -> None:
        """Make parts at least so far down, or all of them."""
        self._depth = depth
        if self.slices.is_done:
            self.go_on()

    def let_go_below(self, depth: int) -> None:
        """Let go of the parts that begin farther down, unless somebody waits for one."""
        if not self.slices.is_done or self._awaited.is_wanted:
            return
        self._depth = depth
        for part in reversed(self._pile.cards):
            if part.y() <= depth + self._pile.gap:
                break
            self.slices.add(partial(self._let_go, part))

    def want(self, wish: Wish[FoundT]) -> None:
        """Make parts until this can be done."""
        self._awaited.want(wish)
        self._awaited.look()
        if self._awaited.is_wanted and self.slices.is_done:
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Make the next part while they do not reach down far enough."""
        self._awaited.look()
        if not self.slices.is_done:
            # A part was opened, or what was found has the list made further.
            return
        if self._waiting and (self.height <= self._depth or self._awaited.is_wanted):
            self.slices.add(self._waiting.popleft())
        else:
            self._awaited.forget()
            self.built.emit()

    def _make(self, make: Callable[[], QWidget], shown: Callable[[], bool] | None) -> None:
        made = make()
        self._makers[made] = partial(self._make, make, shown)
        if shown is not None:
            self._pile.asides.append(made)
        self._pile.add(made, shown=shown is None or shown())

    def _let_go(self, part: QWidget) -> None:
        # Who came back meanwhile looks at it.
        if self._list.isVisible():
            return
        self._waiting.appendleft(self._makers.pop(part))
        self.gone.emit(part)
        self._pile.remove(part)
