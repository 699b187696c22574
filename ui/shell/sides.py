"""What stands beside the page: the advice so far, or help in its place, and the line under them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from shiboken6 import Shiboken

from ui.shell.side_panel import SidePanel
from ui.shell.status_line import StatusLine
from ui.theme.theme import Theme


class Sides(QObject):
    """Shows the panel where a page has one, and the sheet where it is asked for.

    In a cramped window either covers the page, the panel only when it was asked for. The line of
    saving stands under what is beside the page and leaves the page all of the height; where
    nothing is beside it, or what the line says is long, it stands under all.
    ``panel_switched`` reports that a person opened or closed the panel.
    """

    panel_switched = Signal(bool)

    def __init__(
        self, theme: Theme, page: QWidget, panel: SidePanel, sheet: SidePanel, line: StatusLine
    ) -> None:
        super().__init__(page)
        self._theme, self._page, self._line = theme, page, line
        self.panel, self.sheet = panel, sheet
        self.is_panel_wanted, self._is_over = True, False
        self._width, self._has_panel = 0, False
        # Where the keyboard was before the sheet was opened.
        self._before: QWidget | None = None
        sheet.hide()
        panel.closed.connect(self._panel_closed)
        sheet.closed.connect(self.close_sheet)
        line.panel_asked.connect(self._panel_asked)
        line.room_changed.connect(self._fit)
        self._is_line_beside: bool | None = None
        self.grid = QGridLayout()
        self.grid.setSpacing(0)
        self.grid.setColumnStretch(0, 1)
        self.grid.setRowStretch(0, 1)
        self.grid.addWidget(panel, 0, 1)
        self.grid.addWidget(sheet, 0, 2)
        self._place_line(beside=False)

    @property
    def is_sheet_open(self) -> bool:
        """Whether the sheet is shown."""
        return not self.sheet.isHidden()

    def leave_page(self) -> None:
        """Another page is shown: what covered the last one goes."""
        self._is_over = False
        if self._is_filling:
            self.sheet.hide()

    def set_panel_wanted(self, is_wanted: bool) -> None:
        """Open or close the panel, and keep it so from page to page."""
        self.is_panel_wanted = is_wanted
        self._fit()

    def fit(self, width: int, *, has_panel: bool) -> None:
        """Give page, panel and sheet the room there is in a window of this width."""
        self._width, self._has_panel = width, has_panel
        self._fit()

    def open_sheet(self) -> None:
        """Show the sheet, with the keyboard on its heading."""
        self._before = QApplication.focusWidget()
        self.sheet.show()
        self._fit()
        self.sheet.heading.take_focus()

    def close_sheet(self) -> None:
        """Show what was there before, with the keyboard where it was."""
        before, self._before = self._before, None
        self.sheet.hide()
        self._fit()
        if before is not None and Shiboken.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Show the page, where it was covered."""
        if self._is_filling:
            self._is_over = False
            self.sheet.hide()
            self._fit()

    def escape(self) -> bool:
        """Close what covers the page, or the sheet that has the keyboard; return whether."""
        if self.is_sheet_open and (self._is_filling or self._has_focus(self.sheet)):
            self.close_sheet()
            return True
        if self.panel.isVisible() and self._is_over and self._is_filling:
            self._panel_closed()
            return True
        return False

    @property
    def _is_filling(self) -> bool:
        return self._theme.metrics.is_cramped(self._width)

    def _has_focus(self, widget: QWidget) -> bool:
        here = QApplication.focusWidget()
        return here is not None and widget.isAncestorOf(here)

    def _fit(self) -> None:
        is_open = (
            self._has_panel and self.is_panel_wanted and (self._is_over or not self._is_filling)
        )
        is_open = is_open and not self.is_sheet_open
        for side in (self.panel, self.sheet):
            side.set_filling(self._is_filling)
        self.panel.setVisible(is_open)
        is_beside = is_open or self.is_sheet_open
        self._page.setVisible(not (self._is_filling and is_beside))
        self._place_line(beside=is_beside and not self._is_filling and not self._line.is_long)
        self._line.show_panel_button(
            shown=self._has_panel and not is_open and not self.is_sheet_open
        )

    def _place_line(self, *, beside: bool) -> None:
        if beside is self._is_line_beside:
            return
        self._is_line_beside = beside
        for widget in (self._page, self._line):
            self.grid.removeWidget(widget)
        self.grid.addWidget(self._page, 0, 0, 2 if beside else 1, 1)
        if beside:
            self.grid.addWidget(self._line, 1, 1, 1, 2)
        else:
            self.grid.addWidget(self._line, 1, 0, 1, 3)

    def _panel_asked(self) -> None:
        self._is_over = True
        self.set_panel_wanted(True)
        self.panel.close_button.setFocus()
        self.panel_switched.emit(self.is_panel_wanted)

    def _panel_closed(self) -> None:
        was_over, self._is_over = self._is_over, False
        if not self._is_filling or not was_over:
            self.is_panel_wanted = False
        self._fit()
        self._line.panel_button.setFocus()
        self.panel_switched.emit(self.is_panel_wanted)
