"""F1: help about the page that is shown, beside it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme

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
        QShortcut(QKeySequence("F1"), window, self.switch)
        window.pages.currentChanged.connect(self._page_changed)

    def switch(self) -> None:
        """Open the sheet for the page that is shown, or close it."""
        sides = self._window.sides
        if sides.is_sheet_open:
            sides.close_sheet()
        else:
            self._fill()
            sides.open_sheet()

    @Slot()
    def _page_changed(self) -> None:
        # The page is what was asked for: help about it comes in the window's next turn.
        if self._window.sides.is_sheet_open:
            QTimer.singleShot(0, self, self._fill)

    @Slot()
    def _fill(self) -> None:
        from advisor.telling.guide import tasks_on  # noqa: PLC0415 - when it is first asked for
        from advisor.telling.page_help import page_help  # noqa: PLC0415 - as above
        from ui.help.sheet import HelpSheet  # noqa: PLC0415 - as above

        page = self._window.current_page
        told = page_help(page)
        sheet = HelpSheet(self._theme, told, tasks_on(page), self._keys_on(page))
        sheet.all_asked.connect(self._ask_all)
        self._window.sheet.set_content(sheet)
        self._window.sheet.heading.setAccessibleDescription(told.purpose)

    def _ask_all(self) -> None:
        self._show_all()
