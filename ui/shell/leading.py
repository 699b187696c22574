"""The way to a page that a person asks for: what is not made yet is made first, step by step."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.awake.slices import Slices
from ui.shell.hastened import Hastened
from ui.shell.pages import Pages


class Leading(QObject):
    """Leads to one page at a time; ``show`` shows it, at what is wanted on it.

    A key that is pressed on the way is meant for the page that was asked for, and reaches it.
    """

    def __init__(self, window: QWidget, pages: Pages, show: Callable[[str, str], object]) -> None:
        super().__init__(window)
        self._pages, self._show = pages, show
        self._slices = Slices(self)
        self._keys = Hastened(window, self._slices)

    def lead_to(self, key: str, at: str = "") -> None:
        """Show a page, at once where it is made; else the one before stays until it is.

        Before everything is open, not all pages are there.
        """
        self._slices.clear()
        if not self._pages.has(key):
            return
        steps = self._while_there(key, at)
        for _made in steps:
            self._slices.add_steps(steps)
            self._slices.add(partial(self._arrive, key, at, self._pages.current_key))
            self._keys.begin()
            return
        self._show(key, at)

    def _while_there(self, key: str, at: str) -> Iterator[None]:
        """Make a page ahead for as long as the window knows it: a plan may be closed meanwhile."""
        page = self._pages.page(key)
        for _made in self._pages.make_ahead(key, at):
            yield
            if not self._pages.has(key) or self._pages.page(key) is not page:
                return

    def _arrive(self, key: str, at: str, before: str) -> None:
        # Whoever has gone elsewhere meanwhile stays there.
        if self._pages.has(key) and self._pages.current_key == before:
            self._show(key, at)
