"""Rows of a long comparison, which are made as far down as somebody looks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId
from advisor.rules.comparing import compare
from advisor.telling.comparison import told_comparison
from tests.support.shipped import example_plans, shipped_pack
from tests.ui.compare.test_compare import summary
from ui.compare.page import ComparePage
from ui.compare.rows import AnswerLine, StatementRow
from ui.theme.theme import Theme
from ui.widgets.finding import BuildsOn

Show = Callable[[QWidget], None]
STORY = told_comparison(shipped_pack(), compare(shipped_pack(), *example_plans()[2:4]))
ALL = len(STORY.answers) + sum(len(block.rows) for block in STORY.blocks)


@pytest.fixture
def page(theme: Theme, show: Show, qtbot: QtBot) -> ComparePage:
    made = ComparePage(theme)
    made.show_plans(PlanId("b"), [summary("a", "Plan A"), summary("b", "Plan B")])
    made.resize(760, 500)
    show(made)
    made.show_comparison(STORY)
    qtbot.waitUntil(lambda: bool(rows(made)) and is_at_rest(made))
    return made


def rows(page: ComparePage) -> list[AnswerLine | StatementRow]:
    kinds = (AnswerLine, StatementRow)
    return [card for card in page._rows.cards if isinstance(card, kinds)]


def is_at_rest(page: ComparePage) -> bool:
    """Whether rows reach below what is seen, and nothing more is on its way."""
    bar, view = page.verticalScrollBar(), page.viewport()
    reaches = page._rows.height() >= bar.value() + view.height() or len(rows(page)) == ALL
    return page._rows._pieces._slices.is_done and reaches


def test_what_nobody_has_scrolled_to_is_not_made(page: ComparePage, qtbot: QtBot) -> None:
    at_first = len(rows(page))
    assert at_first < ALL / 2

    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    qtbot.waitUntil(lambda: len(rows(page)) > at_first and is_at_rest(page))
    assert len(rows(page)) < ALL


def test_end_leads_to_the_last_row_once_it_is_there(page: ComparePage, qtbot: QtBot) -> None:
    first = rows(page)[0].stop
    first.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(first, Qt.Key.Key_End)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is rows(page)[-1].stop)
    assert len(rows(page)) == ALL
    QTest.keyClick(rows(page)[-1].stop, Qt.Key.Key_Home)
    assert QApplication.focusWidget() is first


def test_down_goes_on_to_rows_that_are_made_on_the_way(page: ComparePage, qtbot: QtBot) -> None:
    rows(page)[0].stop.setFocus(Qt.FocusReason.TabFocusReason)

    def goes_down() -> bool:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Down)
        return len(rows(page)) == ALL and QApplication.focusWidget() is rows(page)[-1].stop

    qtbot.waitUntil(goes_down)


def test_the_button_under_the_rows_stays_in_sight_while_rows_are_made(
    page: ComparePage, qtbot: QtBot
) -> None:
    # As on a slow machine: the page no longer minds what grows when the last rows come.
    page._settling.setInterval(0)
    button = page.take_button

    button.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: len(rows(page)) == ALL and not button.visibleRegion().isEmpty())


def test_all_of_it_is_made_for_whoever_looks_for_words(page: ComparePage, qtbot: QtBot) -> None:
    (found,) = (each for each in page.findChildren(QWidget) if isinstance(each, BuildsOn))

    found.build_all()

    qtbot.waitUntil(lambda: len(rows(page)) == ALL)
