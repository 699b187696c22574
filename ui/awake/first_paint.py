"""The moment after which the program may be slow: its first picture is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_MOST_WAIT_MS = 2000
"""A window that starts minimised is never painted; the program opens its plans all the same."""


class FirstPaint(QObject):
    """Calls back once, when the widget was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        self._is_done = False
        widget.installEventFilter(self)
        QTimer.singleShot(_MOST_WAIT_MS, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # Not yet painted: only once the loop comes round again.
            QTimer.singleShot(0, self, self._call)
        return super().eventFilter(watched, event)

    def _call(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._then()
