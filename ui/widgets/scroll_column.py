"""A column no wider than reads well, which scrolls."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)
from shiboken6 import Shiboken

from ui.theme.theme import Theme
from ui.widgets.fitted_page import FittedPage
from ui.widgets.layouts import column_in
from ui.widgets.pointer import is_pressed
from ui.widgets.scroll_area import ScrollArea

_END = 32
"""How much room there is under the last thing on a page, at a text size of 100 per cent."""

_SETTLE_MS = 400
"""How long a page may go on growing around what took the focus."""


class ScrollColumn(ScrollArea):
    """A column no wider than reads well, which scrolls to what the keyboard or the program goes to.

    It never scrolls to what a mouse button is pressed on, nor when the focus only comes back to
    a window: what a person sees and presses stays where it is. Add to `column`. `wide` lets the
    column take the whole width.
    """

    def __init__(self, theme: Theme, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme, self._wide, self._margins = theme, wide, (26, 20, _END)
        self._widest = 0
        self.setWidgetResizable(True)
        # Its room is there also while nothing has to be scrolled. Where what is wider is higher, as
        # options in columns can be, a bar that comes and goes makes Qt call itself without end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page = FittedPage()
        self._middle = QWidget(page)
        self._middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._sides = QHBoxLayout(page)
        self._sides.addWidget(self._middle, 1)
        self._sides.addStretch(0)
        self.column = column_in(self._middle)
        self.setWidget(page)
        self._fit()
        theme.resized.connect(self._fit)
        self._left_at = 0
        # What is kept in sight for a moment, and how it is shown.
        self._kept: tuple[QWidget, Callable[[QWidget], object]] | None = None
        self._focused: QWidget | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._follow()

    def _follow(self) -> None:
        self._settling.timeout.connect(self._let_go)
        self.verticalScrollBar().rangeChanged.connect(self._grown)
        self.verticalScrollBar().setEnabled(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def page(self) -> QWidget:
        """What is scrolled, all of the column in it."""
        return self._page

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until `widget` is seen, with some room around it."""
        margin = self._theme.metrics.px(28)
        bar, high, top = self.verticalScrollBar(), self.viewport().height(), self._top_of(widget)
        bottom = top + widget.height()
        if widget.height() > high:
            self.ensureWidgetVisible(widget, 0, margin)
        elif not bar.value() <= top <= bottom <= bar.value() + high:
            # Of a field Qt would show no more than the line with the cursor.
            least, most = bottom + margin - high, max(top - margin, bottom - high)
            bar.setValue(min(max(bar.value(), least), most))
        # What can be seen from the top is seen from there, with the line above it.
        if bar.value() < high / 4 and bottom + margin < high:
            bar.setValue(0)

    def show_from_top(self, widget: QWidget) -> None:
        """Scroll until a widget begins at the upper edge, and keep it there while it unfolds."""
        self._keep(widget, self._begin_with)

    def show_all(self, widget: QWidget) -> None:
        """Scroll until all of a widget is seen; of what is too high, where the keyboard is."""
        self._keep(widget, self._show_all)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll down until all of a widget is seen, or as much as there is room for."""
        bar, margin = self.verticalScrollBar(), self._theme.metrics.px(28)
        below = widget.height() + 2 * margin - self.viewport().height()
        bar.setValue(max(bar.value(), self._top_of(widget) - margin + min(0, below)))

    def show_whole_soon(self, widget: QWidget) -> None:
        """Do so once a widget has its place, and again while what is above it grows."""
        QTimer.singleShot(0, widget, partial(self._keep, widget, self.show_whole))

    def return_to(self, value: int) -> None:
        """Scroll to where somebody left it, and stay there while what is shown gets its place."""
        here = QApplication.focusWidget()
        held = here if here is not None and self._page.isAncestorOf(here) else self._page
        self._keep(held, lambda _held: self.verticalScrollBar().setValue(value))

    def height_for(self, width: int) -> int:
        """Return the height at which nothing has to be scrolled."""
        self.ensurePolished()
        if self._sides.hasHeightForWidth():
            return self._sides.heightForWidth(width)
        return self._sides.sizeHint().height()

    def set_margins(self, side: int, top: int, end: int = _END) -> None:
        """Keep this far from the sides, the top and the end, at a text size of 100 per cent."""
        self._margins = side, top, end
        self._fit()

    def set_widest(self, at_100: int) -> None:
        """Be as wide as this, at a text size of 100: what is not all text to read has room."""
        self._widest = at_100
        self._fit()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._page.isAncestorOf(new):
            return
        is_back = new is self._focused and (old is None or old.window() is not new.window())
        self._focused = new
        if self._kept is not None and not self._kept[0].isAncestorOf(new):
            self._let_go()
        if is_pressed():
            self._settling.stop()
        elif not is_back:
            self._settling.start()
            self._settle()

    def _grown(self, least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > least)
        # What was just made, or unfolds, gets its place only after it took the focus. Whoever
        # has scrolled meanwhile stays where they are.
        if self._settling.isActive() and self.verticalScrollBar().value() == self._left_at:
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        here, bar = QApplication.focusWidget(), self.verticalScrollBar()
        if self._kept is not None and Shiboken.isValid(self._kept[0]):
            self._kept[1](self._kept[0])
        elif here is not None and self._page.isAncestorOf(here):
            self.show_widget(here)
        self._left_at = bar.value()

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._page, QPoint()).y()

    def _begin_with(self, widget: QWidget) -> None:
        self.verticalScrollBar().setValue(self._top_of(widget) - self._theme.metrics.px(24))

    def _show_all(self, widget: QWidget) -> None:
        if widget.height() > self.viewport().height():
            self._begin_with(widget)
            here = QApplication.focusWidget()
            widget = here if here is not None and widget.isAncestorOf(here) else widget
        self.show_widget(widget)

    def _keep(self, widget: QWidget, show: Callable[[QWidget], object]) -> None:
        self._kept = widget, show
        self._settling.start()
        self._settle()

    def _let_go(self) -> None:
        self._kept = None

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side, top, end = (metrics.space(margin) for margin in self._margins)
        self._sides.setContentsMargins(side, top, side, end)
        self.column.setSpacing(metrics.space(14))
        widest = metrics.px(self._widest) if self._widest else metrics.reading_width
        self._middle.setMaximumWidth(16_777_215 if self._wide else widest)
        self.verticalScrollBar().setSingleStep(metrics.px(28))
