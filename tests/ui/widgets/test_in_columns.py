from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.in_columns import InColumns
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


@pytest.fixture
def page(theme: Theme, show: Show) -> ScrollColumn:
    made = ScrollColumn(theme, wide=True)
    cards = InColumns(theme)
    for number in range(6):
        card = Card(theme)
        card.column.addWidget(Text(f"Card {number}"))
        cards.add(card)
    made.column.addWidget(cards)
    made.column.addStretch(1)
    made.resize(1400, 500)
    show(made)
    return made


def lefts(page: ScrollColumn) -> list[int]:
    cards = page.findChild(InColumns)
    assert cards is not None
    return [card.x() for card in cards.cards]


def test_a_wide_page_has_its_cards_in_columns_from_where_reading_begins(page: ScrollColumn) -> None:
    places = lefts(page)

    assert places[:3] == [0, 0, 0]
    assert places[3] == places[4] == places[5] > 600
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cards = page.findChild(InColumns)
    assert cards is not None
    cards.measure_all()
    assert lefts(page)[0] > lefts(page)[3] >= 0


def test_a_narrow_page_has_one_column_that_reads_well(
    theme: Theme, page: ScrollColumn, qtbot: QtBot
) -> None:
    page.resize(1000, 500)
    qtbot.waitUntil(lambda: lefts(page) == [0] * 6)

    assert max(card.width() for card in page.findChildren(Card)) == theme.metrics.reading_width


def test_columns_that_are_gone_hear_nothing_of_another_text_size(
    theme: Theme, qapp: QApplication
) -> None:
    gone = InColumns(theme)
    gone.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    theme.set_text_size(200)
    assert not Shiboken.isValid(gone)


def test_a_card_that_grows_stays_in_its_column(page: ScrollColumn, qtbot: QtBot) -> None:
    before = lefts(page)
    cards = page.findChild(InColumns)
    assert cards is not None
    first = cards.cards[0]
    assert isinstance(first, Card)
    first.column.addWidget(Text("More words. " * 300))

    qtbot.waitUntil(lambda: cards.cards[1].y() > 300)
    assert [left > 0 for left in lefts(page)] == [left > 0 for left in before]
