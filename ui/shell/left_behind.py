"""Where the keyboard goes when what had it is taken away: to the heading that it stood under.

Qt gives it to whatever control comes next, often to the first of the window.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from ui.widgets.pointer import is_used_by_keys
from ui.widgets.tab_order import stops
from ui.widgets.text import Heading


class LeftBehind(QObject):
    """Watches the pages of a window; nobody else has to think of it.

    Who leads the keyboard on, at once or in the same turn, is not spoken over.
    """

    def __init__(self, window: QWidget, pages: QWidget) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or _can_be_used(old) or not self._pages.isAncestorOf(old):
            return
        around = old.parentWidget()
        while around is not None and not around.isVisible():
            around = around.parentWidget()
        # A page that is left as a whole is another's matter.
        if around is not None and around is not self._pages and self._pages.isAncestorOf(around):
            QTimer.singleShot(0, around, partial(self._lead_back, around, new))

    def _lead_back(self, around: QWidget, given: QWidget | None) -> None:
        """Lead to the heading of what stood around it, unless the keyboard was led on."""
        here = QApplication.focusWidget()
        if here is not given or not is_used_by_keys(self._window) or not around.isVisible():
            return
        heading = heading_over(around, self._pages)
        if heading is not None and heading is not here:
            heading.take_focus()


def heading_over(around: QWidget, outermost: QWidget) -> Heading | None:
    """Return the first heading in a widget, else the last one that is read before it."""
    if (first := next(_headings(around), None)) is not None:
        return first
    before: Heading | None = None
    page = around
    while (parent := page.parentWidget()) is not None and parent is not outermost:
        page = parent
    inside = {*stops(around)}
    for stop in stops(page):
        if stop in inside:
            break
        if isinstance(stop, Heading) and stop.isVisible():
            before = stop
    return before


def _headings(widget: QWidget) -> Iterator[Heading]:
    return (each for each in stops(widget) if isinstance(each, Heading) and each.isVisible())


def _can_be_used(widget: QWidget) -> bool:
    return Shiboken.isValid(widget) and widget.isVisible() and widget.isEnabled()
