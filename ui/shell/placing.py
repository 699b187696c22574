"""Where the window stands: always whole on a screen that is there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.widgets.in_sight import fitted

_TITLE_BAR = 40
"""What a window manager is taken to put above a window that it has not shown yet."""

_WAKING_MS = 400
_PLACED = frozenset({QEvent.Type.Move, QEvent.Type.Resize})
_FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def most_shared(place: QRect, areas: Sequence[QRect]) -> QRect:
    """Return the area that most of a place is in; the first where it is in none."""
    return max(areas, key=lambda area: _size(area.intersected(place)))


class OnScreen(QObject):
    """Keeps a window inside the screen it is on, with the frame that the system puts around it.

    It is looked at again when the window wakes, stops filling the screen or comes to another
    one, and when a screen is taken away or gets smaller; with ``also_grown``, whenever it has
    another size, as a dialog that unfolds. Where a person drags it, it stays.
    """

    def __init__(self, window: QWidget, *, also_grown: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._followed = {QEvent.Type.Resize} if also_grown else set()
        self._screen: QScreen | None = None
        self._is_restored = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        # The window manager gives a window that wakes its place a moment later.
        self._waking = QTimer(self, singleShot=True, interval=_WAKING_MS)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._soon.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._follow()
            if self._is_restored:
                # Only now is it known how wide the frame around it is.
                self._soon.start()
        elif event.type() == QEvent.Type.WindowStateChange:
            self._waking.start()
            self._soon.start()
        elif event.type() in self._followed or (
            event.type() in _PLACED and self._waking.isActive()
        ):
            self._soon.start()
        return super().eventFilter(watched, event)

    def restore(self, place: QRect) -> None:
        """Put the window where it was, as far as that fits a screen that is there now."""
        self._is_restored = True
        screens = [self._room_on(screen) for screen in QGuiApplication.screens()]
        self._window.setGeometry(fitted(place, most_shared(place, screens)))

    def fit(self) -> None:
        """Bring all of the window onto its screen, unless it fills it or is put away."""
        window = self._window
        if not window.isVisible() or window.isMinimized() or window.windowState() & _FILLING:
            return
        place = fitted(window.geometry(), self._room_on(window.screen()))
        if place != window.geometry():
            window.setGeometry(place)

    def _room_on(self, screen: QScreen) -> QRect:
        return screen.availableGeometry().marginsRemoved(self._frame())

    def _frame(self) -> QMargins:
        if not self._window.isVisible():
            return QMargins(0, _TITLE_BAR, 0, 0)
        inner, outer = self._window.geometry(), self._window.frameGeometry()
        left, top = inner.left() - outer.left(), inner.top() - outer.top()
        return QMargins(left, top, outer.right() - inner.right(), outer.bottom() - inner.bottom())

    def _follow(self) -> None:
        """Hear from now on when the window comes to another screen, or its screen changes."""
        if self._screen is None:
            native = self._window.windowHandle()
            native.screenChanged.connect(self._moved)
            self._watch(native.screen())

    def _moved(self, screen: QScreen) -> None:
        self._watch(screen)
        self._soon.start()

    def _watch(self, screen: QScreen) -> None:
        if self._screen is not None and Shiboken.isValid(self._screen):
            self._screen.availableGeometryChanged.disconnect(self._soon.start)
        self._screen = screen
        screen.availableGeometryChanged.connect(self._soon.start)


def _size(area: QRect) -> int:
    return area.width() * area.height() if area.isValid() else 0
