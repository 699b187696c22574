"""Pages that were left long ago are thrown away, and made anew as they were."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from ui.room import Desk
from ui.shell.main_window import MainWindow
from ui.shell.pages import MOST_BEHIND
from ui.theme.theme import Theme
from ui.widgets.coming_back import ComesBack
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading, Text

ALT = Qt.KeyboardModifier.AltModifier
KEYS = ("one", "two", "three", "four")


class Long(ScrollColumn, ComesBack):
    """A page with more lines than there is room for, a button after each."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self.column.addWidget(Heading(title, level=1))
        for number in range(30):
            self.column.addWidget(Text(f"Line {number}"))
            self.column.addWidget(QPushButton(f"{title} {number}"))


class Writing(Long):
    """A page with words that are kept, unless they are secret."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title)
        self.line = QLineEdit()
        self.column.addWidget(self.line)

    def kept(self) -> str | None:
        return None if self.line.text() == "secret" else self.line.text()

    def come_back(self, kept: str) -> None:
        self.line.setText(kept)


@pytest.fixture
def window(theme: Theme, show: Callable[[QWidget], None]) -> MainWindow:
    made = MainWindow(theme, (), product="Advisor", panel_title="Advice")
    for key in KEYS:
        made.add_page(key, lambda key=key: Desk(Writing(theme, key)), key)  # type: ignore[misc]
    made.resize(1000, 500)
    show(made)
    return made


@pytest.fixture
def go(window: MainWindow, qtbot: QtBot) -> Callable[[str], QWidget]:
    def to(key: str) -> QWidget:
        shown = window.show_page(key)
        qtbot.waitUntil(lambda: window.pages._leaving.is_done)
        return shown

    return to


def write_and_go_on(go: Callable[[str], QWidget], words: str) -> Writing:
    """Write on the first page, look at all the others, and return the page as it was then."""
    first = go("one")
    assert isinstance(first, Writing)
    first.line.setText(words)
    for key in KEYS[1:]:
        go(key)
    return first


def come_to_rest(bar: QScrollBar, qtbot: QtBot) -> int:
    """Wait until a page is laid out, which takes the window some turns, and return the place."""

    def rests() -> bool:
        before = bar.value(), bar.maximum()
        for _turn in range(5):
            QApplication.processEvents()
        return (bar.value(), bar.maximum()) == before

    qtbot.waitUntil(rests)
    return bar.value()


def whole(window: MainWindow) -> list[str]:
    return [key for key in KEYS if window.pages.page(key).desk is not None]


def test_of_the_pages_that_were_left_only_the_last_stays(
    window: MainWindow, go: Callable[[str], QWidget]
) -> None:
    for key in KEYS:
        go(key)

    assert MOST_BEHIND == 1
    assert whole(window) == ["three", "four"]


def test_a_page_that_cannot_be_made_anew_as_it_is_stays(
    window: MainWindow, go: Callable[[str], QWidget]
) -> None:
    first = write_and_go_on(go, "secret")

    assert whole(window) == ["one", "three", "four"]
    assert go("one") is first


def test_what_was_kept_is_there_on_the_page_made_anew(
    window: MainWindow, go: Callable[[str], QWidget]
) -> None:
    first = write_and_go_on(go, "Amina")

    again = go("one")

    assert isinstance(again, Writing)
    assert again is not first
    assert again.line.text() == "Amina"


def test_a_page_thrown_away_for_other_content_is_new(
    window: MainWindow, go: Callable[[str], QWidget]
) -> None:
    write_and_go_on(go, "Amina")

    window.forget_page("one")

    again = go("one")
    assert isinstance(again, Writing)
    assert again.line.text() == ""


def test_back_leads_to_the_same_place_on_a_page_made_anew(
    window: MainWindow, go: Callable[[str], QWidget], qtbot: QtBot
) -> None:
    first = go("one")
    assert isinstance(first, Long)
    button = next(each for each in first.findChildren(QPushButton) if each.text() == "one 25")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    scrolled = come_to_rest(first.verticalScrollBar(), qtbot)
    assert scrolled > 0
    for key in KEYS[1:]:
        go(key)
    assert "one" not in whole(window)

    for _step in KEYS[1:]:
        QTest.keyClick(window, Qt.Key.Key_Left, ALT)

    assert window.current_page == "one"
    again = window.pages.currentWidget()
    assert isinstance(again, Long)
    assert again is not first

    def is_there() -> bool:
        here = QApplication.focusWidget()
        return isinstance(here, QPushButton) and here.text() == "one 25"

    qtbot.waitUntil(is_there)
    qtbot.waitUntil(lambda: abs(again.verticalScrollBar().value() - scrolled) <= 2)


def test_a_page_thrown_away_while_it_is_made_ahead_is_made_no_further(window: MainWindow) -> None:
    steps = window.make_ahead("one")
    next(steps)
    window.forget_page("one")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert list(steps) == []
    assert whole(window) == []


def test_another_page_by_the_same_name_was_not_left(
    theme: Theme, window: MainWindow, go: Callable[[str], QWidget]
) -> None:
    go("one")
    go("two")
    window.remove_page("one")
    window.add_page("one", lambda: Desk(Writing(theme, "one")), "one")
    for _step in window.make_ahead("one"):
        pass

    go("three")
    go("four")

    assert whole(window) == ["one", "three", "four"]
