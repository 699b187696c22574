"""F1: help about the page that is shown, beside it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.awake.slices import Slices
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.telling.page_help import PageHelp

KeysOn = Callable[[str], Iterable[tuple[str, str]]]


class HelpBeside(QObject):
    """Opens and closes the sheet; while it is open it follows from page to page.

    ``keys_on`` returns the keys of a page, ``show_all`` leads to all of Help.
    """

    def __init__(
        self, theme: Theme, window: MainWindow, keys_on: KeysOn, show_all: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._keys_on, self._show_all = keys_on, show_all
        self._slices = Slices(self)
        QShortcut(QKeySequence("F1"), window, self.switch)
        window.pages.currentChanged.connect(self._page_changed)

    def switch(self) -> None:
        """Open the sheet for the page that is shown, or close it."""
        sides = self._window.sides
        if sides.is_sheet_open:
            sides.close_sheet()
        else:
            # Nothing of another page may be seen until the help is there.
            self._window.sheet.set_content(QWidget())
            self._fill_soon()
            sides.open_sheet()

    @Slot()
    def _page_changed(self) -> None:
        if self._window.sides.is_sheet_open and self._window.current_page:
            self._fill_soon()

    def _fill_soon(self) -> None:
        """Have the help follow in the window's next turns: the page and the keyboard come first."""
        self._window.sheet.heading.setAccessibleDescription(self._told.purpose)
        self._slices.clear()
        self._slices.add_steps(self._fill())

    @property
    def _told(self) -> "PageHelp":
        from advisor.telling.page_help import page_help  # noqa: PLC0415 - when it is asked for

        return page_help(self._window.current_page)

    def _fill(self) -> Iterator[None]:
        """Make the help, and show it once the window has listened."""
        from advisor.telling.guide import tasks_on  # noqa: PLC0415 - when it is first asked for
        from ui.help.sheet import HelpSheet  # noqa: PLC0415 - as above

        page = self._window.current_page
        if not page:
            return  # A plan was closed meanwhile: the page that follows brings its own.
        sheet = HelpSheet(self._theme, self._told, tasks_on(page), self._keys_on(page))
        sheet.all_asked.connect(self._ask_all)
        yield
        self._window.sheet.set_content(sheet)

    def _ask_all(self) -> None:
        self._show_all()
