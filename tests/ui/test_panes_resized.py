"""The keyboard on the advice page while text or window change what stands side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.program import Driven, driven_on
from tests.support.shipped import example_plans
from ui.advice.page import AdvicePage
from ui.advice.row import FindingRow

PLAN = example_plans()[1]


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, PLAN, size=(1366, 768)) as made:
        made.window.show_page("advice")
        made.rest()
        yield made


@pytest.fixture
def page(driven: Driven) -> AdvicePage:
    found = driven.window.pages.made("advice").page
    assert isinstance(found, AdvicePage)
    return found


@pytest.fixture
def row(driven: Driven, page: AdvicePage) -> FindingRow:
    """A row further down with its statement open beside it, and the keyboard on it."""
    made = page.list.rows[2]
    made.setFocus(Qt.FocusReason.TabFocusReason)
    page.panes.open(made.story.rule)
    driven.rest()
    assert driven.focus() is made
    return made


def is_seen(page: AdvicePage, widget: QWidget) -> bool:
    """Whether some of a widget is in the part of the page that is shown."""
    at = QPoint(0, widget.height() // 2)
    return widget.isVisible() and page.rect().contains(widget.mapTo(page, at))


@pytest.mark.parametrize("size", [125, 150])
def test_larger_text_leaves_the_keyboard_on_the_row(
    driven: Driven, page: AdvicePage, row: FindingRow, size: int
) -> None:
    driven.program.room.theme.set_text_size(size)
    driven.rest()

    assert driven.focus() is row
    driven.qtbot.waitUntil(lambda: is_seen(page, row))


def test_where_text_leaves_room_for_one_the_keyboard_is_in_the_statement_and_comes_back(
    driven: Driven, page: AdvicePage, row: FindingRow
) -> None:
    theme = driven.program.room.theme

    theme.set_text_size(200)
    driven.rest()
    assert not page.panes.shelf.isVisible()
    assert driven.focus() is page.panes.pane.heading

    theme.set_text_size(100)
    driven.rest()
    assert driven.focus() is row
    driven.qtbot.waitUntil(lambda: is_seen(page, row))


def test_who_read_on_in_the_statement_is_not_led_back(
    driven: Driven, page: AdvicePage, row: FindingRow
) -> None:
    theme = driven.program.room.theme
    theme.set_text_size(200)
    driven.rest()
    QTest.keyClick(page.window(), Qt.Key.Key_Tab)
    read = driven.focus()

    theme.set_text_size(100)
    driven.rest()

    assert read is not page.panes.pane.heading
    assert driven.focus() is read
