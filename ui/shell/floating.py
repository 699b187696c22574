"""The notice lies over the page and moves nothing; it makes way for what has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.shell.making_way import MakingWay
from ui.theme.theme import Theme
from ui.widgets.notice import Notice

_WIDEST, _APART, _FOOTER, _TITLE = 720, 16, 72, 60


class Floating(QObject):
    """Keeps a notice over a region of a frame: above its foot, or where it hides less of the focus.

    A foot holds the buttons that lead on, which are never covered; the row of a title what can be
    done with the page, which is covered only for want of another place.
    """

    def __init__(self, theme: Theme, notice: Notice, frame: QWidget, region: QWidget) -> None:
        super().__init__(notice)
        self._theme, self._notice, self._frame, self._region = theme, notice, frame, region
        self._place_at = 0
        notice.setParent(frame)
        MakingWay(notice)
        for watched in (notice, region):
            watched.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Queued: by then the page has scrolled to what has the focus.
            application.focusChanged.connect(self._place, Qt.ConnectionType.QueuedConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind, is_own = event.type(), watched is self._notice
        if kind in _OWN if is_own else kind in _REGION:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._notice.isHidden():
            return
        area, metrics = self._area(), self._theme.metrics
        width = min(metrics.px(_WIDEST), area.width() - 2 * metrics.space(_APART))
        height = max(self._notice.heightForWidth(width), self._notice.minimumSizeHint().height())
        left = area.left() + (area.width() - width) // 2
        low = QRect(left, area.bottom() - metrics.px(_FOOTER) - height, width, height)
        under = QRect(left, area.top() + metrics.px(_TITLE), width, height)
        high = QRect(left, area.top() + metrics.space(_APART), width, height)
        # Pressing one of its buttons gives it the focus: the release must find the button there.
        if not self._has_focus():
            self._place_at = min(range(3), key=lambda at: self._hides((low, under, high)[at]))
        self._notice.setGeometry((low, under, high)[self._place_at])
        self._notice.raise_()

    def _area(self) -> QRect:
        return _place_of(self._region, self._frame)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._notice.isAncestorOf(focus)

    def _hides(self, place: QRect) -> int:
        """Return how much of what has the focus a notice would hide in a place, in pixels."""
        focus = QApplication.focusWidget()
        if focus is None or not self._frame.isAncestorOf(focus):
            return 0
        hidden = place.intersected(_current_of(focus, self._frame))
        return hidden.width() * hidden.height()


def _place_of(widget: QWidget, frame: QWidget) -> QRect:
    return QRect(widget.mapTo(frame, QPoint()), widget.size())


def _current_of(focus: QWidget, frame: QWidget) -> QRect:
    """Return where the focus is: of a list or table the row or cell that is current."""
    if not isinstance(focus, QAbstractItemView) or not focus.currentIndex().isValid():
        return _place_of(focus, frame)
    place, view = focus.visualRect(focus.currentIndex()), focus.viewport()
    return QRect(view.mapTo(frame, place.topLeft()), place.size())


_OWN = frozenset({QEvent.Type.Show, QEvent.Type.LayoutRequest})
_REGION = frozenset({QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move})
