"""The pages of the window, each made when it is first shown."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.awake.slices import Slices
from ui.shell.regions import first_focusable
from ui.theme.theme import Theme
from ui.widgets.roles import Spoken, heard_if
from ui.widgets.tab_order import stops
from ui.widgets.text import Heading
from ui.widgets.unseen import lay_out_unseen

AsksFirst = Callable[[Callable[[], object]], bool]

MOST_BEHIND = 1
"""So many of the pages that were left stay whole; those before them are made anew if need be."""


class Served(Protocol):
    """A page with what serves it; ``at`` names what on it is wanted, or is empty."""

    at: str

    @property
    def page(self) -> QWidget:
        """The page itself."""

    def make_ahead(self, at: str) -> Iterator[None]:
        """Make what is shown first before the page is; yield after each step of a moment."""

    def prepare(self) -> None:
        """The page is about to be shown: let its heading say first what it comes to."""

    def arrive(self) -> None:
        """The page was just shown."""

    def here(self) -> str:
        """Return what on the page one is at, to be wanted again on the way back."""

    def flush(self) -> None:
        """Take over what is still being written on the page."""

    def leave(self) -> None:
        """The page is not shown any more: let go of what is made anew whenever it is shown."""

    def kept(self) -> str | None:
        """Return what to keep of the page when it is thrown away; None where it has to stay."""

    def come_back(self, kept: str) -> None:
        """The page was made anew: let it be as it was when this was kept of it."""


class PageSlot:
    """A page: who makes and serves it, what it is called, what belongs around it."""

    def __init__(
        self,
        make: Callable[[], Served],
        *,
        title: str,
        entry: str,
        has_panel: bool = False,
        is_alone: bool = False,
    ) -> None:
        self.make, self.title, self.entry = make, title, entry
        self.has_panel, self.is_alone = has_panel, is_alone
        self.desk: Served | None = None
        # What was kept of the page when it was thrown away.
        self.kept = ""


class Pages(QStackedWidget, Spoken):
    """Pages by key. A page's own heading takes the focus when it is shown.

    Of the pages that were left only the last stays whole, and those that cannot be made anew as
    they were. The window has room for the page that is shown, whatever the others need: Qt would
    ask all of them, and every page that was made would be measured anew for each that is laid out.
    ``lightened`` follows when a page was thrown away, ``left`` when another one is shown.
    """

    lightened = Signal()
    left = Signal()

    spoken_role = QAccessible.Role.Client

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: dict[str, PageSlot] = {}
        self.current_key = ""
        self._asks_first: AsksFirst | None = None
        # The keys of the pages that were left and are there still, the last one at the end.
        self._behind: list[str] = []
        self._leaving = Slices(self, at_leisure=True)

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()

    def hasHeightForWidth(self) -> bool:
        # Else Qt asks every page how high it would like to be, also those that are hidden, and
        # the window scrolls around a page that has room enough.
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the least room that the page which is shown needs at the width there is."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        own, hint, layout = page.minimumSize(), page.minimumSizeHint(), page.layout()
        least = QSize(own.width() or hint.width(), own.height() or hint.height())
        if layout is not None and page.hasHeightForWidth() and not own.height():
            width = max(self.width(), least.width())
            least.setHeight(layout.totalMinimumHeightForWidth(width))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def guard(self, ask: AsksFirst | None) -> None:
        """Let someone be asked before the page that is shown is left, or nobody any more.

        They are given what goes on to the other page, and say whether that may be at once.
        """
        self._asks_first = ask

    def may_leave(self, key: str, go_on: Callable[[], object]) -> bool:
        """Whether another page may be shown at once; if not, ``go_on`` may come later."""
        ask = self._asks_first
        return ask is None or key == self.current_key or ask(go_on)

    def add(self, key: str, page: PageSlot) -> None:
        """Know a page; a second page with the same key is a bug."""
        if key in self._pages:
            msg = f"There is already a page {key!r}."
            raise ValueError(msg)
        self._pages[key] = page

    def has(self, key: str) -> bool:
        """Whether there is such a page at the moment."""
        return key in self._pages

    def page(self, key: str) -> PageSlot:
        """Return a page; an unknown key is a bug."""
        return self._pages[key]

    def made(self, key: str) -> Served:
        """Return what serves a page, made and styled now with its page if it was not."""
        desk = self._made(key)
        self._theme.renew(desk.page)
        return desk

    def make_ahead(self, key: str, at: str = "") -> Iterator[None]:
        """Make what a page shows first before it is shown; yield after each step of a moment.

        Where all of it is made, nothing is done.
        """
        slot = self._pages[key]
        is_new = slot.desk is None
        desk = self._made(key)
        for _step in self._steps_ahead(desk, at, is_new=is_new):
            yield
            if slot.desk is not desk:
                # It was thrown away meanwhile.
                return

    def _steps_ahead(self, desk: Served, at: str, *, is_new: bool) -> Iterator[None]:
        if is_new:
            yield
        if self._theme.renew(desk.page):
            yield
        for _made in desk.make_ahead(at):
            is_new = True
            yield
        if is_new:
            lay_out_unseen(desk.page, self.size())

    def serve(self, key: str, desk: Served) -> None:
        """Let another desk serve a page that is there already."""
        self._pages[key].desk = desk

    @property
    def desk(self) -> Served | None:
        """What serves the page that is shown."""
        shown = self._pages.get(self.current_key)
        return shown.desk if shown is not None else None

    def flush(self) -> None:
        """Take over what is being written on the page that is shown."""
        if self.current_key in self._pages:
            self.made(self.current_key).flush()

    def _made(self, key: str) -> Served:
        page = self._pages[key]
        if page.desk is None:
            page.desk = page.make()
            # In this order: a page that comes with a sheet is styled once more.
            self.addWidget(page.desk.page)
            self._theme.style_once_shown(page.desk.page)
            if page.kept:
                page.desk.come_back(page.kept)
        return page.desk

    def show_page(self, key: str) -> QWidget:
        """Show a page and move the focus to its heading, so that it is announced."""
        widget = self.made(key).page
        self.leave_for(key)
        # Before the layout of the page is asked for, which would be made twice otherwise.
        self._theme.renew(widget)
        # To show a page, to lay it out and to paint it each take their time: the window
        # listens in between.
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._paint_again)
        before = self.currentWidget()
        self.setCurrentWidget(widget)
        if before is not widget:
            self._leaving.add(partial(self._leave, before))
        self.updateGeometry()
        focus_page(widget)
        return widget

    def leave_for(self, key: str) -> None:
        """Hide the page that is shown for another, before what stands beside that is shown.

        A screen reader is told that it went, but not of all that is on it.
        """
        self.current_key = key
        before, after = self.currentWidget(), self.made(key).page
        if before is not None and before is not after and before.isVisible():
            with heard_if(heard=False):
                before.hide()
            QAccessible.updateAccessibility(QAccessibleEvent(before, QAccessible.Event.ObjectHide))

    def _leave(self, page: QWidget | None) -> None:
        """Let a page that was shown hold less while it is not seen, and older ones nothing."""
        made = [(key, slot.desk) for key, slot in self._pages.items() if slot.desk is not None]
        for key, desk in made:
            if desk.page is page and page is not self.currentWidget():
                desk.leave()
                self.left.emit()
                self._behind = [*(each for each in self._behind if each != key), key]
        there = {key for key, _desk in made}
        self._behind = [key for key in self._behind if key in there and key != self.current_key]
        for key in self._behind[:-MOST_BEHIND]:
            self._throw_away(key)

    def _throw_away(self, key: str) -> None:
        """Forget a page that can be made anew as it is."""
        slot = self._pages[key]
        kept = slot.desk.kept() if slot.desk is not None else None
        if kept is not None:
            self.forget(key)
            slot.kept = kept

    @Slot()
    def _paint_again(self) -> None:
        self.setUpdatesEnabled(True)

    def forget(self, key: str) -> None:
        """Throw a page's widget away; it is made again when it is next shown."""
        page = self._pages[key]
        if page.desk is not None:
            self.removeWidget(page.desk.page)
            # PySide gives Python what is taken out; it shall go when Qt lets it.
            page.desk.page.setParent(self)
            page.desk.page.deleteLater()
            page.desk = None
            self.lightened.emit()
        page.kept = ""
        self._behind = [each for each in self._behind if each != key]

    def remove(self, key: str) -> None:
        """Know a page no more."""
        self.forget(key)
        del self._pages[key]
        if key == self.current_key:
            self.current_key = ""


def focus_page(page: QWidget) -> None:
    """Move the focus to the page's heading of level 1, else to its first control."""
    for heading in stops(page, with_hidden=False):
        if isinstance(heading, Heading) and heading.level == 1:
            heading.take_focus()
            return
    first = first_focusable(page)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
