"""A notice makes way: for a person who does something else, and for the wheel over it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QWidget
from shiboken6 import Shiboken

from ui.widgets.notice import Notice

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_ACTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_HELD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


class MakingWay(QObject):
    """Puts a notice out of the way once a person does something else in its window.

    That is a press, Enter, Space or something that is written. Whoever only looks round, by the
    wheel, a scroll bar, Tab or the arrow keys, still finds what it offers.
    """

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice)
        self._notice = notice
        self._handle: QWindow | None = None
        notice.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._notice:
            if kind == QEvent.Type.Show:
                self._listen(self._notice.window().windowHandle())
            elif kind == QEvent.Type.Hide:
                self._listen(None)
            elif kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
                scroll_under(self._notice, event)
                return True
        elif self._is_something_else(event):
            self._notice.make_way()
        return super().eventFilter(watched, event)

    def _listen(self, handle: QWindow | None) -> None:
        """Listen at the system's window, which has all keys and presses before what they reach."""
        # The system's window goes before its notice where the program ends with one shown.
        if self._handle is not None and Shiboken.isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = handle
        if handle is not None:
            handle.installEventFilter(self)

    def _is_something_else(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            window = self._notice.window()
            pressed = window.childAt(window.mapFromGlobal(event.globalPosition().toPoint()))
            return not isinstance(pressed, QScrollBar) and not self._is_in_it(pressed)
        # A key that is taken for a shortcut is seen as this alone.
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _does_something(event) and not self._is_in_it(QApplication.focusWidget())
        return False

    def _is_in_it(self, widget: QWidget | None) -> bool:
        notice = self._notice
        return widget is not None and (widget is notice or notice.isAncestorOf(widget))


def scroll_under(over: QWidget, event: QWheelEvent) -> None:
    """Scroll what lies under a widget as the wheel would if that were not there."""
    window, place = over.window(), event.globalPosition()
    over.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    under = window.childAt(window.mapFromGlobal(place.toPoint()))
    over.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
    event.ignore()
    # Qt gives an event that a program sends to one receiver only.
    while under is not None and not event.isAccepted():
        if isinstance(under, QAbstractScrollArea):
            event.setAccepted(_turn(under, event))
        under = under.parentWidget()


def _turn(area: QAbstractScrollArea, event: QWheelEvent) -> bool:
    """Return whether an area scrolls by a turn of the wheel."""
    place, viewport = event.globalPosition(), area.viewport()
    turn = QWheelEvent(
        viewport.mapFromGlobal(place),
        place,
        event.pixelDelta(),
        event.angleDelta(),
        event.buttons(),
        event.modifiers(),
        event.phase(),
        event.inverted(),
    )
    QApplication.sendEvent(viewport, turn)
    return turn.isAccepted()


def _does_something(event: QKeyEvent) -> bool:
    """Whether a key does or writes something by itself; one that is held does it only once."""
    words = event.text()
    writes = bool(words) and words.isprintable() and event.modifiers() not in _HELD
    return (writes or event.key() in _ACTING) and not event.isAutoRepeat()
