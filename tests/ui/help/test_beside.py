"""F1: help about the page that is shown, beside it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.telling.page_help import page_help
from tests.ui.spoken import description
from ui.help.beside import HelpBeside
from ui.help.sheet import HelpSheet
from ui.room import Desk
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.buttons import Button
from ui.widgets.layouts import fill
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading, Text


def keys_on(page: str) -> Iterator[tuple[str, str]]:
    yield "F1", f"Help about {page}"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def window(theme: Theme, show: Callable[[QWidget], None], asked: list[str]) -> MainWindow:
    made = MainWindow(theme, (), product="Advisor", panel_title="Advice so far")
    for key in ("questions", "actions"):
        made.add_page(key, lambda: Desk(page(theme)), key, has_panel=key == "questions")
    made.set_panel(QWidget())
    HelpBeside(theme, made, keys_on, lambda: asked.append("all"))
    made.resize(1366, 768)
    show(made)
    made.show_page("questions")
    return made


def page(theme: Theme) -> ScrollColumn:
    made = ScrollColumn(theme)
    fill(made.column, Heading("A page", level=1), Button(theme, "First"), Button(theme, "Second"))
    return made


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def words_on(window: MainWindow) -> list[str]:
    return [text.text() for text in window.sheet.findChildren(Text)]


def test_f1_opens_help_about_this_page_in_the_place_of_the_panel(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.panel.isVisible()
    press(Qt.Key.Key_F1)

    told = page_help("questions")
    assert window.sheet.isVisible()
    assert not window.panel.isVisible()
    qtbot.waitUntil(lambda: told.purpose in words_on(window))
    shown = words_on(window)
    assert {told.purpose, told.to_do, "Help about questions"} <= set(shown)
    assert all(word.word in shown and word.meaning in shown for word in told.words)
    assert [tag.word for tag in window.sheet.findChildren(Tag)] == ["F1"]


def test_the_keyboard_goes_to_its_heading_which_says_what_the_page_is_for(
    window: MainWindow,
) -> None:
    press(Qt.Key.Key_F1)

    assert window.sheet.heading.hasFocus()
    assert description(window.sheet.heading) == page_help("questions").purpose


def test_what_it_explains_is_read_where_tab_stops_and_each_thing_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    told = page_help("questions")
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: told.purpose in words_on(window))
    (sheet,) = window.sheet.findChildren(HelpSheet)
    heard = list[str]()
    while (here := QApplication.focusWidget()) not in (None, sheet.all_button):
        if isinstance(here, Heading):
            heard.append(description(here))
        press(Qt.Key.Key_Tab)

    explained = {told.to_do, *(word.meaning for word in told.words)}
    assert explained | {"F1: Help about questions"} <= set(heard)
    assert len(heard) == len(set(heard))


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_f1_or_escape_closes_it_and_leads_back(window: MainWindow, key: Qt.Key) -> None:
    button = window.findChildren(Button)
    second = next(each for each in button if each.text() == "Second")
    second.setFocus()
    press(Qt.Key.Key_F1)
    press(key)

    assert not window.sheet.isVisible()
    assert window.panel.isVisible()
    assert second.hasFocus()


def test_nothing_of_the_page_before_is_seen_when_it_opens_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: page_help("questions").purpose in words_on(window))
    press(Qt.Key.Key_F1)
    window.show_page("actions")

    press(Qt.Key.Key_F1)

    shown = [text for text in window.sheet.findChildren(Text) if text.isVisible()]
    assert page_help("questions").purpose not in [text.text() for text in shown]
    qtbot.waitUntil(lambda: page_help("actions").purpose in words_on(window))


def test_it_follows_to_another_page_and_leaves_the_keyboard_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F1)
    window.show_page("actions")

    qtbot.waitUntil(lambda: page_help("actions").purpose in words_on(window))
    assert page_help("questions").purpose not in words_on(window)
    here = QApplication.focusWidget()
    assert isinstance(here, Heading)
    assert here.level == 1


def test_in_a_narrow_window_it_covers_the_page_until_it_is_closed(window: MainWindow) -> None:
    window.resize(700, 700)
    first = next(each for each in window.findChildren(Button) if each.text() == "First")
    first.setFocus()
    press(Qt.Key.Key_F1)
    assert not first.isVisible()
    assert window.sheet.isVisible()

    press(Qt.Key.Key_Escape)
    assert first.hasFocus()

    press(Qt.Key.Key_F1)
    window.show_page("actions")
    assert not window.sheet.isVisible()


def test_what_is_found_on_a_page_is_seen_although_help_covered_it(window: MainWindow) -> None:
    window.resize(700, 700)
    press(Qt.Key.Key_F1)
    QTest.keyClick(window.sheet.heading, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert not window.sheet.isVisible()
    assert window.find_here.bar.line.hasFocus()


def test_all_of_help_is_one_press_away(window: MainWindow, asked: list[str], qtbot: QtBot) -> None:
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.sheet.findChild(HelpSheet) is not None)
    sheet = window.sheet.findChild(HelpSheet)
    assert sheet is not None
    sheet.all_button.click()

    assert asked == ["all"]


def test_a_page_that_goes_while_its_help_is_on_its_way_leaves_nothing_to_be_told(
    window: MainWindow,
) -> None:
    press(Qt.Key.Key_F1)

    window.remove_page("questions")
    QApplication.processEvents()

    assert window.current_page == ""
    assert window.sides.is_sheet_open
