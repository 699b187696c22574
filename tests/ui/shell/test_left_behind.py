"""The keyboard stays on the page when what had it is taken away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import TURN_MS
from ui.room import Desk
from ui.shell.main_window import MainWindow
from ui.shell.rail_item import RailItem
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.contents import clear_out
from ui.widgets.layouts import column_in
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading

Show = Callable[[QWidget], None]


class APage(ScrollColumn):
    """Two parts under a heading each; the second is emptied by its only button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.headings = [Heading(title, level=2) for title in ("First part", "Second part")]
        self.first, self.pressed = Button(theme, "Stays"), Button(theme, "Goes")
        self.last = Button(theme, "Comes after")
        part = QWidget()
        self.part = column_in(part)
        self.part.addWidget(self.pressed)
        self.column.addWidget(Heading("A page", level=1))
        for widget in (self.headings[0], self.first, self.headings[1], part, self.last):
            self.column.addWidget(widget)


@pytest.fixture
def shown(theme: Theme, show: Show) -> APage:
    page = APage(theme)
    entries = (RailItem(key="home", title="Home", glyph=Glyph.HOUSE),)
    window = MainWindow(theme, entries, product="Advisor", panel_title="Advice so far")
    window.add_page("home", lambda: Desk(page), "Home")
    show(window)
    window.show_page("home")
    return page


def press(page: APage, qtbot: QtBot) -> None:
    page.pressed.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(page.pressed.hasFocus)
    QTest.keyClick(page.pressed, Qt.Key.Key_Space)


def test_it_goes_to_the_heading_that_it_stood_under(shown: APage, qtbot: QtBot) -> None:
    shown.pressed.clicked.connect(lambda: clear_out(shown.part))

    press(shown, qtbot)

    qtbot.waitUntil(shown.headings[1].hasFocus)


def test_also_when_it_is_only_switched_off(shown: APage, qtbot: QtBot) -> None:
    shown.pressed.clicked.connect(lambda: shown.pressed.setEnabled(False))

    press(shown, qtbot)

    qtbot.waitUntil(shown.headings[1].hasFocus)


def test_it_stays_where_somebody_led_it(shown: APage, qtbot: QtBot) -> None:
    def go() -> None:
        clear_out(shown.part)
        shown.first.setFocus()

    shown.pressed.clicked.connect(go)
    press(shown, qtbot)
    qtbot.wait(TURN_MS)

    assert QApplication.focusWidget() is shown.first


def test_a_mouse_moves_it_nowhere_else(shown: APage, qtbot: QtBot) -> None:
    shown.pressed.clicked.connect(lambda: clear_out(shown.part))
    shown.pressed.setFocus()

    QTest.mouseClick(shown.pressed, Qt.MouseButton.LeftButton)
    qtbot.wait(TURN_MS)

    assert QApplication.focusWidget() is shown.last
