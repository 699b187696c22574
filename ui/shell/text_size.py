"""The keys that make the text larger and smaller."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.theme.metrics import LEAST_TEXT_SIZE, possible_text_size
from ui.theme.theme import Theme

_STEP = 10


class TextSizeKeys(QTimer):
    """Ctrl++, Ctrl+- and Ctrl+0 of a window; ``chosen`` carries the size in percent.

    A size is set once no further key waits: to set one takes its time.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window, interval=0, singleShot=True)
        self._theme, self._wanted = theme, 0
        self.timeout.connect(self._set)
        for keys, step in (("Ctrl++", _STEP), ("Ctrl+=", _STEP), ("Ctrl+-", -_STEP)):
            QShortcut(QKeySequence(keys), window).activated.connect(partial(self._change_by, step))
        usual = QShortcut(QKeySequence("Ctrl+0"), window)
        usual.activated.connect(partial(self._choose, LEAST_TEXT_SIZE))

    def _change_by(self, step: int) -> None:
        self._choose((self._wanted or self._theme.metrics.text_size) + step)

    def _choose(self, percent: int) -> None:
        self._wanted = possible_text_size(percent)
        self.start()

    def _set(self) -> None:
        percent, self._wanted = self._wanted, 0
        self._theme.set_text_size(percent)
        self.chosen.emit(percent)
