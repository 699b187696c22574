"""What a mouse button presses stays under it: nothing moves between a press and its release."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_BY_KEYS = "usedByKeys"


def is_pressed() -> bool:
    """Whether a mouse button is down at this moment."""
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


def once_released(owner: QObject, do: Callable[[], object]) -> None:
    """Do something that moves things: at once, or when the mouse button that is down is up.

    It is not done any more once ``owner`` is gone.
    """
    if is_pressed():
        _Waiting(owner, do)
    else:
        do()


class LastUsed(QObject):
    """Notes whether keys or the mouse were used last in a window.

    Qt notes so much for Tab alone, and forgets it when the program moves the focus.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._window:
            # The mouse is seen there alone: a button keeps its presses from the window.
            self._window.windowHandle().installEventFilter(self)
        elif kind == QEvent.Type.ShortcutOverride:
            self._window.setProperty(_BY_KEYS, "true")
        elif kind == QEvent.Type.MouseButtonPress:
            self._window.setProperty(_BY_KEYS, "")
        return super().eventFilter(watched, event)


def is_used_by_keys(window: QWidget) -> bool:
    """Whether keys were used last in a window."""
    by_tab = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_tab or bool(window.property(_BY_KEYS))


class _Waiting(QObject):
    """Watches for a release, in the whole application and only while a button is down."""

    def __init__(self, owner: QObject, do: Callable[[], object]) -> None:
        super().__init__(owner)
        self._do = do
        application = QGuiApplication.instance()
        assert application is not None  # noqa: S101 - a button of it is down
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            # After whoever was pressed has heard of it.
            QTimer.singleShot(0, self, self._finish)
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        do, self._do = self._do, _nothing
        do()
        self.deleteLater()


def _nothing() -> None:
    """What is left to do when it was done."""
