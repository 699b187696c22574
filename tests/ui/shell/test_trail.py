"""The way back: pages, the keyboard on them and how far they were scrolled."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.room import Desk
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading, Text

ALT = Qt.KeyboardModifier.AltModifier


def page(theme: Theme, title: str) -> ScrollColumn:
    column = ScrollColumn(theme)
    column.column.addWidget(Heading(title, level=1))
    for number in range(40):
        column.column.addWidget(Text(f"Line {number}"))
    column.column.addWidget(QPushButton(f"Last of {title}"))
    return column


@pytest.fixture
def window(theme: Theme, show: Callable[[QWidget], None]) -> MainWindow:
    made = MainWindow(theme, (), product="Advisor", panel_title="Advice")
    for key in ("one", "two", "three"):
        made.add_page(key, lambda key=key: Desk(page(theme, key)), key.title())  # type: ignore[misc]
    made.resize(1000, 500)
    show(made)
    return made


def last_button(window: MainWindow) -> QPushButton:
    button = window.pages.made(window.current_page).page.findChild(QPushButton)
    assert button is not None
    return button


def at_rest(column: ScrollColumn, qtbot: QtBot) -> None:
    """Wait until nothing moves: what was hidden around a page gets its look a turn later."""
    seen = list[int]()

    def still() -> bool:
        seen.append(column.verticalScrollBar().maximum())
        return len(seen) > 5 and len(set(seen[-5:])) == 1

    qtbot.waitUntil(still)


def test_back_restores_the_page_the_keyboard_and_what_was_scrolled(
    window: MainWindow, qtbot: QtBot
) -> None:
    first = window.show_page("one")
    assert isinstance(first, ScrollColumn)
    button = last_button(window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: first.verticalScrollBar().value() > 0)
    at_rest(first, qtbot)
    scrolled = first.verticalScrollBar().value()
    window.show_page("two")

    QTest.keyClick(window, Qt.Key.Key_Left, ALT)

    assert window.current_page == "one"
    qtbot.waitUntil(button.hasFocus)
    assert first.verticalScrollBar().value() == scrolled


def test_back_stays_where_one_had_scrolled_while_the_page_still_gets_its_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    first = window.show_page("one")
    assert isinstance(first, ScrollColumn)
    upper = QPushButton("First of one")
    first.column.insertWidget(1, upper)
    upper.setFocus(Qt.FocusReason.TabFocusReason)
    at_rest(first, qtbot)
    first.verticalScrollBar().setValue(60)
    window.show_page("two")

    window.trail.back()
    # The page grows as it is shown, and means to show what has the keyboard.
    upper.setFocus(Qt.FocusReason.OtherFocusReason)
    first.column.addSpacing(200)
    first.column.activate()
    at_rest(first, qtbot)

    assert upper.hasFocus()
    assert first.verticalScrollBar().value() == 60


def test_back_gives_the_keyboard_to_what_had_it_beside_the_page(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    card = QPushButton("A risk")
    window.set_panel(card)
    window.add_page("beside", lambda: Desk(page(theme, "beside")), "Beside", has_panel=True)
    window.resize(1400, 500)
    window.show_page("beside")
    last_button(window).setFocus(Qt.FocusReason.TabFocusReason)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    window.show_page("two")
    assert not card.hasFocus()

    window.trail.back()

    qtbot.waitUntil(card.hasFocus)


def test_forward_leads_where_back_came_from_until_one_goes_on(window: MainWindow) -> None:
    for key in ("one", "two", "three"):
        window.show_page(key)
    window.trail.back()
    window.trail.back()
    assert window.current_page == "one"

    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.current_page == "two"

    window.show_page("one")
    window.trail.forward()
    assert window.current_page == "one"


def test_a_button_names_the_page_behind(window: MainWindow) -> None:
    window.show_page("one")
    assert window.status_line.back_button.isHidden()
    window.show_page("two")
    assert window.status_line.back_button.text() == "Back to One"

    window.status_line.back_button.click()

    assert window.current_page == "one"
    assert window.status_line.back_button.isHidden()


def test_a_page_that_is_gone_is_on_no_way(window: MainWindow) -> None:
    for key in ("one", "two", "three"):
        window.show_page(key)
    window.remove_page("two")

    window.trail.back()

    assert window.current_page == "one"


def test_without_the_pages_between_a_page_does_not_lead_back_to_itself(window: MainWindow) -> None:
    for key in ("one", "two", "one"):
        window.show_page(key)

    window.remove_page("two")

    assert window.status_line.back_button.isHidden()
    window.trail.back()
    assert window.current_page == "one"


def test_the_side_buttons_of_a_mouse_go_back_and_forward(window: MainWindow) -> None:
    window.show_page("one")
    window.show_page("two")
    QTest.mouseClick(window, Qt.MouseButton.BackButton)
    assert window.current_page == "one"
    QTest.mouseClick(window, Qt.MouseButton.ForwardButton)
    assert window.current_page == "two"
