"""The pages of the window, each made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.regions import first_focusable
from ui.theme.theme import Theme
from ui.widgets.text import Heading


@dataclass(slots=True, kw_only=True)
class Page:
    """One page: how it is made, what it is called, what belongs around it."""

    make: Callable[[], QWidget]
    title: str
    entry: str
    has_panel: bool
    widget: QWidget | None = None


class Pages(QStackedWidget):
    """Pages by key. A page's own heading takes the focus when it is shown."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: dict[str, Page] = {}
        self.current_key = ""

    def add(self, key: str, page: Page) -> None:
        """Know a page; a second page with the same key is a bug."""
        if key in self._pages:
            msg = f"There is already a page {key!r}."
            raise ValueError(msg)
        self._pages[key] = page

    def page(self, key: str) -> Page:
        """Return a page; an unknown key is a bug."""
        return self._pages[key]

    def made(self, key: str) -> QWidget:
        """Return the page's widget, made now if it was not."""
        page = self._pages[key]
        if page.widget is None:
            page.widget = page.make()
            # In this order: a page that comes with a sheet is styled once more.
            self.addWidget(page.widget)
            self._theme.dress(page.widget)
        return page.widget

    def lay_out(self, key: str) -> None:
        """Lay a page out before it is shown, which then takes half the time."""
        page = self.made(key)
        if not page.isVisible():
            page.resize(self.size())
            # To draw some of it, however little, is Qt's one way to lay out what is hidden.
            page.grab(QRect(0, 0, 1, 1))

    def show_page(self, key: str) -> QWidget:
        """Show a page and move the focus to its heading, so that it is announced."""
        widget = self.made(key)
        self.current_key = key
        # Before the layout of the page is asked for, which would be made twice otherwise.
        self._theme.renew(widget)
        # To show a page, to lay it out and to paint it each take their time: the window
        # listens in between.
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._paint_again)
        self.setCurrentWidget(widget)
        focus_page(widget)
        return widget

    @Slot()
    def _paint_again(self) -> None:
        self.setUpdatesEnabled(True)

    def forget(self, key: str) -> None:
        """Throw a page's widget away; it is made anew when it is shown again."""
        page = self._pages[key]
        if page.widget is not None:
            self.removeWidget(page.widget)
            page.widget.deleteLater()
            page.widget = None


def focus_page(page: QWidget) -> None:
    """Move the focus to the page's heading of level 1, else to its first control."""
    for heading in page.findChildren(Heading):
        if heading.level == 1 and heading.isVisibleTo(page):
            heading.take_focus()
            return
    first = first_focusable(page)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
