"""Tab goes through a page as it is read."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advisor.rules.engine import advise
from tests.support.examples import DROP_IN, example, small_pack
from tests.support.waiting import PATIENCE_MS
from ui.advice.page import AdvicePage
from ui.shell.frame import Whole
from ui.theme.theme import Theme
from ui.widgets import tab_order
from ui.widgets.fields import TextField
from ui.widgets.pile import Pile
from ui.widgets.tab_order import TabOrder, stops
from ui.widgets.text import Heading

Show = Callable[[QWidget], None]


def walked(window: QWidget, start: QWidget, most: int) -> list[QWidget]:
    """What a person reaches by pressing Tab, the first one included."""
    start.setFocus()
    found = [start]
    for _ in range(most):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            break
        found.append(focused)
    return found


@pytest.fixture
def page(theme: Theme, show: Show) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("first"))
    column.addWidget(Pile(theme))
    column.addWidget(QPushButton("last"))
    show(window)
    return window


def test_what_is_made_later_is_reached_where_it_stands(page: QWidget) -> None:
    first, last = page.findChildren(QPushButton)
    order = TabOrder(page)
    middle = QPushButton("middle")
    page.findChildren(Pile)[0].add(middle)

    order.settle()

    assert walked(page, first, 5) == [first, middle, last]


def test_the_order_follows_by_itself(page: QWidget, qtbot: QtBot) -> None:
    first, last = page.findChildren(QPushButton)
    order = TabOrder(page)
    order.settle()
    middle = QPushButton("middle")

    page.findChildren(Pile)[0].add(middle)

    qtbot.waitUntil(lambda: first.nextInFocusChain() is middle)
    assert walked(page, first, 5) == [first, middle, last]


def test_tab_comes_at_once_into_what_was_opened_in_a_window(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long a page takes to come to rest.
    monkeypatch.setattr(tab_order, "SETTLE_MS", PATIENCE_MS)
    whole = Whole()
    column = QVBoxLayout(whole)
    first, last = QPushButton("first"), QPushButton("last")
    pile = Pile(theme)
    for part in (first, pile, last):
        column.addWidget(part)
    TabOrder(whole)
    show(whole)
    pile.add(QPushButton("middle", whole))
    QApplication.processEvents()

    assert walked(whole, first, 1)[1:] == [*pile.cards]


def test_a_field_is_one_stop(page: QWidget) -> None:
    page.findChildren(Pile)[0].add(QLineEdit())

    kinds = [type(stop).__name__ for stop in stops(page)]

    assert kinds == ["QPushButton", "QLineEdit", "QPushButton"]


def test_tab_passes_a_heading_by_and_goes_on_from_where_it_stands(page: QWidget) -> None:
    first, last = page.findChildren(QPushButton)
    heading = Heading("What may harm", level=2)
    page.findChildren(Pile)[0].add(heading)
    TabOrder(page).settle()

    assert walked(page, first, 5) == [first, last]
    assert walked(page, heading, 1) == [heading, last]


def test_a_field_that_is_made_later_does_not_call_back_from_the_end(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    window, page = QWidget(), QWidget()
    beside, column = QHBoxLayout(window), QVBoxLayout(page)
    elsewhere, first, last = (QPushButton(text) for text in ("elsewhere", "first", "last"))
    pile = Pile(theme)
    for widget in (first, pile, last):
        column.addWidget(widget)
    beside.addWidget(elsewhere)
    beside.addWidget(page)
    show(window)
    order = TabOrder(page)
    field = TextField(theme, "Who", kept_as="field")
    pile.add(field)
    order.settle()

    assert walked(window, first, 5) == [first, field.line, last, elsewhere]


def test_the_advice_is_walked_from_top_to_bottom(theme: Theme, show: Show) -> None:
    page = AdvicePage(theme)
    page.show_advice(small_pack(), example(DROP_IN), advise(small_pack(), example(DROP_IN)))
    page.list.finish_now()
    page.resize(760, 900)
    show(page)
    page.tab_order.settle()
    inside = page.list

    walk = walked(page, next(stops(page)), 60)
    tops = [stop.mapTo(inside, QPoint(0, 0)).y() for stop in walk if inside.isAncestorOf(stop)]

    assert len(tops) > 10
    assert all(after - before > -60 for before, after in pairwise(tops))
