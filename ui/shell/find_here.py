"""Ctrl+F: finds on the page that is shown, one way for all pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import Shiboken

from advisor.telling.spoken import said_at
from ui.shell.find_bar import FindBar
from ui.shell.pages import Pages
from ui.theme.colours import Tone
from ui.theme.theme import Theme
from ui.widgets.finding import (
    BuildsOn,
    Folds,
    HasSearch,
    ShowsPictures,
    Spot,
    shown,
    spots,
    stop_for,
)
from ui.widgets.marking import Marking, place_in, show_markings

_SETTLE_MS = 120
"""How long a page must rest before it is looked through again."""


class FindHere(QObject):
    """Looks through the page that is shown, marks what is found and goes from one to the next.

    A page with a search of its own is searched there. What is folded is made, a part in a turn,
    and opened when a place in it is gone to. ``opening`` comes before words are looked for: the
    page must be seen then.
    """

    opening = Signal()

    def __init__(self, theme: Theme, window: QWidget, pages: Pages, bar: FindBar) -> None:
        super().__init__(window)
        self._theme, self._pages, self.bar = theme, pages, bar
        self._page: QWidget | None = None
        self._watched: tuple[QWidget, ...] = ()
        self._before: QWidget | None = None
        self._spots: tuple[Spot, ...] = ()
        self._at = 0
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._look_again)
        bar.sought.connect(self._look)
        bar.moved.connect(self._move)
        bar.closed.connect(self.close)
        bar.line.escaped.connect(self.close)
        pages.currentChanged.connect(self._leave)
        theme.changed.connect(self._mark)
        QShortcut(QKeySequence.StandardKey.Find, window, self.open)
        QShortcut(QKeySequence("F3"), window, self.go_on)
        QShortcut(QKeySequence("Shift+F3"), window, self.go_back)

    @property
    def spots(self) -> Sequence[Spot]:
        """The places that were found."""
        return self._spots

    def open(self) -> None:
        """Lead to where words are looked for on this page."""
        page = self._pages.currentWidget()
        if page is None:
            return
        self.opening.emit()
        if isinstance(page, HasSearch) and page.search.isVisible():
            page.search.take_focus()
            page.search.line.selectAll()
            return
        if self._page is not page:
            self._before = QApplication.focusWidget()
            self._page = page
            self._watched = (page, *_scrolled(page))
            for widget in self._watched:
                widget.installEventFilter(self)
            self.bar.show()
            self._look(self.bar.words)
        self.bar.take_focus()

    def go_on(self) -> None:
        """Go to the next place, of what was looked for last if nothing is looked for."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def close(self) -> None:
        """Look for nothing; the keyboard goes to the place that was shown, or back."""
        page, spots = self._page, self._spots
        if page is None:
            return
        stop = stop_for(page, spots[self._at]) if spots else None
        self._leave()
        for widget in (stop, self._before):
            if widget is not None and Shiboken.isValid(widget) and widget.isVisible():
                widget.setFocus()
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._settling.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _leave(self) -> None:
        """Another page is shown: nothing is looked for on it."""
        self._settling.stop()
        for widget in self._watched:
            if Shiboken.isValid(widget):
                widget.removeEventFilter(self)
        self._page, self._watched, self._spots = None, (), ()
        self.bar.hide()
        show_markings({})

    def _go(self, step: int) -> None:
        if self._page is None:
            self.open()
        elif self.bar.words:
            self.bar.go(step)

    def _look(self, words: str) -> None:
        """Find words from the first place on."""
        self._at = 0
        if self._page is not None:
            self._find(words)
            self._show_place()
            self.bar.announce(self._place)

    def _look_again(self) -> None:
        """Find what came, and lose what went, with what is shown staying the place that it is."""
        if self._page is None:
            return
        here = self._spots[self._at] if self._spots else None
        count = len(self._spots)
        self._find(self.bar.words)
        same = (at for at, spot in enumerate(self._spots) if here is not None and _same(spot, here))
        self._at = next(same, min(self._at, max(0, len(self._spots) - 1)))
        self._show_count()
        if here is None and self._spots:
            self._show_place()
        if count != len(self._spots):
            self.bar.announce(self._place)

    def _find(self, words: str) -> None:
        page = self._page
        self._spots = tuple(spots(page, words)) if page is not None and words else ()
        if page is not None and words:
            self._make_next(page)

    def _make_next(self, page: QWidget) -> None:
        """Have one more part made that is not there yet; the page is looked through after it."""
        make: list[Callable[[], object]] = []
        for widget, _folds in shown(page):
            if isinstance(widget, BuildsOn):
                widget.build_all()
            if isinstance(widget, Folds) and not make:
                make += widget.unmade()[:1]
        for each in make:
            each()
            self._settling.start(0)

    def _move(self, step: int) -> None:
        if self._spots:
            self._at = (self._at + step) % len(self._spots)
            self._show_place()
            self.bar.announce(self._place)

    @property
    def _place(self) -> str:
        if not self._spots:
            return ""
        spot = self._spots[self._at]
        return said_at(spot.text, spot.start, spot.length)

    def _show_count(self) -> None:
        page, none = self._page, ""
        if page is not None and isinstance(page, ShowsPictures):
            none = page.not_searched()
        self.bar.show_count(self._at + 1, len(self._spots), none)
        self._mark()

    def _show_place(self) -> None:
        """Open what the place is folded in, and scroll to it once it is there."""
        self._show_count()
        if self._spots:
            self._spots[self._at].unfold()
            self._scroll_to()
            QTimer.singleShot(0, self, self._scroll_to)

    @Slot()
    def _scroll_to(self) -> None:
        if not self._spots or not Shiboken.isValid(self._spots[self._at].widget):
            return
        spot = self._spots[self._at]
        _choose(spot)
        place = place_in(spot.widget, spot.start, spot.length).center()
        margin, widget = self._theme.metrics.px(80), spot.widget.parentWidget()
        while widget is not None:
            area = widget.parentWidget()
            inner = area.parentWidget() if area is not None else None
            if isinstance(inner, QScrollArea) and inner.widget() is widget:
                at = spot.widget.mapTo(widget, place)
                inner.ensureVisible(round(at.x()), round(at.y()), 0, margin)
            widget = area

    @Slot()
    def _mark(self) -> None:
        """Mark every place, the one that is shown in a ring."""
        colours = self._theme.colours
        tone = colours.tones[Tone.CAUTION]
        marking = Marking(wanted=self.bar.words, fill=tone.soft, edge=tone.edge, ring=colours.focus)
        markings = {spot.widget: marking for spot in self._spots}
        if self._spots:
            spot = self._spots[self._at]
            markings[spot.widget] = Marking(
                wanted=marking.wanted,
                fill=marking.fill,
                edge=marking.edge,
                ring=marking.ring,
                at=(spot.text, spot.start),
            )
        show_markings(markings)


def _scrolled(page: QWidget) -> list[QWidget]:
    """Return what is scrolled on a page: it is laid out again when something comes or goes."""
    areas = [*page.findChildren(QScrollArea), page]
    inner = (area.widget() for area in areas if isinstance(area, QScrollArea))
    return [widget for widget in inner if widget is not None]


def _same(one: Spot, other: Spot) -> bool:
    return (one.widget, one.text, one.start) == (other.widget, other.text, other.start)


def _choose(spot: Spot) -> None:
    """Choose the words in a field, which marks no others."""
    widget = spot.widget
    if isinstance(widget, QLineEdit):
        widget.setSelection(spot.start, spot.length)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(spot.start)
        cursor.setPosition(spot.start + spot.length, cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
