"""The size of the text in the window, and the keys that make it larger and smaller."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.awake.slices import Slices
from ui.theme.metrics import LEAST_TEXT_SIZE, possible_text_size
from ui.theme.theme import Theme

_STEP = 10


class TextSize(QObject):
    """Sets the text size of a window, also by Ctrl++, Ctrl+- and Ctrl+0.

    It is set once no further key waits, in steps between which the window listens, since it takes
    its time. What is seen changes when all of it has the size. ``chosen`` carries the size in
    percent that was chosen by a key.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._wanted, self._is_by_key = 0, False
        self._slices = Slices(self)
        for keys, step in (("Ctrl++", _STEP), ("Ctrl+=", _STEP), ("Ctrl+-", -_STEP)):
            QShortcut(QKeySequence(keys), window).activated.connect(partial(self._change_by, step))
        usual = QShortcut(QKeySequence("Ctrl+0"), window)
        usual.activated.connect(partial(self._choose, LEAST_TEXT_SIZE))

    def set(self, percent: int) -> None:
        """Set a size that was not chosen by a key."""
        self._want(percent, is_by_key=False)

    def _change_by(self, step: int) -> None:
        self._choose((self._wanted or self._theme.metrics.text_size) + step)

    def _choose(self, percent: int) -> None:
        self._want(percent, is_by_key=True)

    def _want(self, percent: int, *, is_by_key: bool) -> None:
        self._wanted, self._is_by_key = possible_text_size(percent), is_by_key
        if self._slices.is_done:
            self._slices.add_steps(self._set_wanted())

    def _set_wanted(self) -> Iterator[None]:
        """Set what is wanted, then what was wanted meanwhile; yield after each step."""
        while self._wanted:
            percent, is_by_key = self._wanted, self._is_by_key
            self._wanted = 0
            yield from self._become(percent)
            yield
            if is_by_key:
                self.chosen.emit(percent)

    def _become(self, percent: int) -> Iterator[None]:
        if percent == self._theme.metrics.text_size:
            return
        self._window.setUpdatesEnabled(False)
        try:
            yield from self._theme.resize(percent)
            # To lay out what follows from it, and to paint all of it, are turns of their own.
            yield
        finally:
            if Shiboken.isValid(self._window):
                self._window.setUpdatesEnabled(True)
