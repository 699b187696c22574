from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from tests.support.waiting import LULL_MS
from ui.theme.theme import Theme
from ui.widgets import layouts
from ui.widgets.disclosure import Disclosure
from ui.widgets.flowing import Piece, Place, in_rows
from ui.widgets.layouts import FlowLayout, fit_height
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wanted import Wanted


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Four boxes of 100 by 20 in a flow."""
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, gap=10)
    for _ in range(4):
        box = QWidget()
        box.setFixedSize(QSize(100, 20))
        flow.addWidget(box)
    return host


@pytest.fixture
def fields() -> list[QLineEdit]:
    """More fields than a small page has room for."""
    return [QLineEdit() for _ in range(40)]


@pytest.fixture
def tall(theme: Theme, show: Callable[[QWidget], None], fields: list[QLineEdit]) -> ScrollColumn:
    """A small page with many fields."""
    page = ScrollColumn(theme)
    for field in fields:
        page.column.addWidget(field)
    page.resize(400, 300)
    show(page)
    return page


def test_rows_are_as_high_as_what_is_in_them_now(show: Callable[[QWidget], None]) -> None:
    host, button = QWidget(), QPushButton("One")
    flow = FlowLayout(host, gap=10)
    flow.addWidget(button)
    show(host)
    before = flow.heightForWidth(300)

    button.setFixedHeight(button.height() + 40)
    grown = flow.heightForWidth(300)
    button.hide()

    assert grown == before + 40
    assert flow.heightForWidth(300) == 0


def test_rows_in_a_column_are_worked_out_again_only_when_something_changed(
    show: Callable[[QWidget], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = []

    def counted(pieces: list[Piece], room: int, gap: int, **way: bool) -> tuple[list[Place], int]:
        worked_out.append(room)
        return in_rows(pieces, room, gap, **way)

    host, words = QWidget(), Text("One")
    column, flow = QVBoxLayout(host), FlowLayout(gap=10)
    column.addLayout(flow)
    flow.addWidget(words)
    show(host)
    monkeypatch.setattr(layouts, "in_rows", counted)
    before = [flow.heightForWidth(200) for _time in range(4)]
    assert len(worked_out) == 1

    words.setText("One " * 60)
    after = [flow.heightForWidth(200) for _time in range(4)]
    words.hide()

    assert len(worked_out) == 2
    assert len(set(before)) == len(set(after)) == 1
    assert after[0] > 3 * before[0]
    assert flow.heightForWidth(200) == 0


@pytest.mark.parametrize("is_hidden", [False, True])
def test_a_page_makes_room_for_the_bar_of_larger_text(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot, is_hidden: bool
) -> None:
    page = ScrollColumn(theme)
    theme.style(page)
    show(page)
    bar = page.verticalScrollBar()
    before, room = bar.width(), page.viewport().width()
    page.setHidden(is_hidden)

    theme.set_text_size(200)
    page.show()

    qtbot.waitUntil(lambda: bar.width() == 2 * before)
    assert page.viewport().width() == room - before


class HigherWhereWider(QWidget):
    """Like options whose columns follow the width that they have got.

    Were it asked without end, it would stop that before the process breaks off.
    """

    asked, is_wide = 0, True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, _width: int) -> int:
        self.asked += 1
        return 290 if self.is_wide and self.asked < 2000 else 200

    def resizeEvent(self, _event: QResizeEvent) -> None:
        if self.is_wide is not (self.width() > 352):
            self.is_wide = not self.is_wide
            self.updateGeometry()


def test_what_is_higher_where_it_is_wider_does_not_turn_its_page_to_and_fro(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    page, part = ScrollColumn(theme), HigherWhereWider()
    fit_height(part)
    page.set_margins(20, 0, 0)
    page.column.addWidget(part)
    page.resize(400, 260)

    show(page)
    for _turn in range(60):
        QApplication.processEvents()

    assert part.asked < 200


def test_a_bar_is_drawn_only_where_something_has_to_be_scrolled(
    tall: ScrollColumn, fields: list[QLineEdit], qtbot: QtBot
) -> None:
    width = fields[0].width()
    assert tall.verticalScrollBar().isEnabled()

    for field in fields[2:]:
        field.hide()

    qtbot.waitUntil(lambda: not tall.verticalScrollBar().isEnabled())
    assert fields[0].width() == width


def corners(row: QWidget) -> list[tuple[int, int]]:
    layout = row.layout()
    assert layout is not None
    layout.activate()
    assert isinstance(layout, FlowLayout)
    return [(box.x(), box.y()) for box in layout.widgets]


@pytest.mark.parametrize(
    ("direction", "places"),
    [
        pytest.param(Qt.LayoutDirection.LeftToRight, [(0, 0), (110, 0), (0, 30)], id="left"),
        pytest.param(Qt.LayoutDirection.RightToLeft, [(115, 0), (5, 0), (115, 30)], id="right"),
    ],
)
def test_a_hidden_widget_leaves_no_gap_in_a_flow(
    row: QWidget, direction: Qt.LayoutDirection, places: list[tuple[int, int]]
) -> None:
    layout = row.layout()
    assert isinstance(layout, FlowLayout)
    hidden = layout.widgets[0]
    row.setLayoutDirection(direction)
    row.show()

    hidden.hide()
    row.resize(215, 60)

    assert corners(row)[1:] == places
    assert layout.hasHeightForWidth()
    assert (layout.heightForWidth(430), layout.heightForWidth(100)) == (20, 80)


POLICIES = [
    QSizePolicy.Policy.Fixed,
    QSizePolicy.Policy.Preferred,
    QSizePolicy.Policy.Minimum,
    QSizePolicy.Policy.Ignored,
]


@pytest.mark.parametrize("across", POLICIES)
@pytest.mark.parametrize("down", POLICIES)
@pytest.mark.parametrize("bounds", [QSize(0, 0), QSize(70, 0), QSize(0, 70)])
def test_a_widget_is_as_large_in_a_flow_as_qt_would_have_it(
    qtbot: QtBot, across: QSizePolicy.Policy, down: QSizePolicy.Policy, bounds: QSize
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    label, row = Text("Words that wrap, and some more"), QHBoxLayout(host)
    label.setSizePolicy(across, down)
    label.setMinimumSize(bounds)
    row.addWidget(label)
    item = row.itemAt(0)
    assert item is not None

    assert QSize(*Wanted(label).size()) == item.sizeHint()
    assert Wanted(label).least() == item.minimumSize()


def test_what_a_flow_holds_goes_with_it(qapp: QApplication) -> None:
    host = QWidget()
    flow = FlowLayout(host)
    flow.addWidget(QPushButton("One"))
    item = flow.itemAt(0)
    assert item is not None

    host.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not Shiboken.isValid(item)


def test_a_flow_whose_attributes_are_taken_hears_of_changes_without_a_fault(row: QWidget) -> None:
    """As a search for waste leaves it for a moment."""
    flow = row.layout()
    assert flow is not None
    vars(flow).clear()

    flow.invalidate()


def test_a_column_scrolls_to_what_takes_the_focus(
    tall: ScrollColumn, fields: list[QLineEdit]
) -> None:
    fields[-1].setFocus()

    seen = fields[-1].visibleRegion().boundingRect()
    assert seen.height() == fields[-1].height()


def test_a_column_scrolls_to_what_took_the_focus_while_it_was_unfolding(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    theme.set_motion_reduced(False)
    field, page = QLineEdit(), ScrollColumn(theme)
    opening = Disclosure(theme, "More", lambda: field)
    for _ in range(40):
        page.column.addWidget(QLineEdit())
    page.column.addWidget(opening)
    page.resize(400, 300)
    show(page)

    opening.set_open(True)
    field.setFocus()

    qtbot.waitUntil(
        lambda: field.visibleRegion().boundingRect().height() == field.sizeHint().height()
    )


def test_a_column_of_text_is_no_wider_than_reads_well(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    page, wide = ScrollColumn(theme), ScrollColumn(theme, wide=True)
    for column in (page, wide):
        column.column.addWidget(Text("Words"))
        column.resize(1600, 300)
        show(column)

    assert page.column.geometry().width() == theme.metrics.reading_width
    assert wide.column.geometry().width() > 1400


def test_a_column_never_scrolls_sideways(theme: Theme, show: Callable[[QWidget], None]) -> None:
    page = ScrollColumn(theme)
    page.column.addWidget(Text("Many mothers report that childcare makes a visit possible."))
    page.resize(300, 300)
    show(page)

    assert page.horizontalScrollBar().maximum() == 0


def test_what_is_shown_from_the_top_stays_there_while_the_column_grows(
    tall: ScrollColumn, fields: list[QLineEdit], qtbot: QtBot
) -> None:
    tall.show_from_top(fields[20])
    for _ in range(5):
        tall.column.insertWidget(0, QLineEdit())

    qtbot.waitUntil(lambda: fields[0].y() > 4 * fields[0].height())
    qtbot.waitUntil(lambda: 0 <= fields[20].mapTo(tall, QPoint()).y() <= 40)


def test_who_scrolls_is_not_pulled_back_when_the_column_grows(
    tall: ScrollColumn, fields: list[QLineEdit], qtbot: QtBot
) -> None:
    fields[0].setFocus()

    tall.verticalScrollBar().setValue(500)
    most = tall.verticalScrollBar().maximum()
    tall.column.addWidget(QLineEdit())
    qtbot.waitUntil(lambda: tall.verticalScrollBar().maximum() > most)
    qtbot.wait(LULL_MS)

    assert tall.verticalScrollBar().value() == 500


def test_what_can_be_seen_from_the_top_is_seen_from_there(
    tall: ScrollColumn, fields: list[QLineEdit]
) -> None:
    fields[-1].setFocus()
    assert tall.verticalScrollBar().value() > 0

    fields[1].setFocus()

    assert tall.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("at", "value"), [(20, True), (0, False)])
def test_a_column_scrolls_only_as_far_as_it_has_to(
    tall: ScrollColumn, fields: list[QLineEdit], at: int, value: bool
) -> None:
    tall.show_whole(fields[at])

    assert fields[at].visibleRegion().boundingRect().height() == fields[at].height()
    assert bool(tall.verticalScrollBar().value()) is value


def test_what_was_shown_stays_in_sight_while_what_is_above_it_grows(
    tall: ScrollColumn, fields: list[QLineEdit], qtbot: QtBot
) -> None:
    shown, above = fields[20], fields[2]
    tall.show_whole_soon(shown)
    qtbot.waitUntil(lambda: tall.verticalScrollBar().value() > 0)

    above.setMinimumHeight(900)
    qtbot.waitUntil(lambda: shown.y() > 900)

    qtbot.waitUntil(lambda: shown.visibleRegion().boundingRect().height() == shown.height())


def test_of_what_is_too_high_a_column_shows_the_beginning(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    page, high = ScrollColumn(theme), QWidget()
    high.setMinimumHeight(2000)
    for widget in (QLineEdit(), high, QLineEdit()):
        page.column.addWidget(widget)
    page.resize(400, 300)
    show(page)

    page.show_whole(high)

    assert high.visibleRegion().boundingRect().top() == 0


@pytest.mark.parametrize(("high", "is_whole"), [(200, True), (2000, False)])
def test_all_around_the_keyboard_is_shown_and_where_it_is_if_that_is_too_high(
    theme: Theme, show: Callable[[QWidget], None], high: int, is_whole: bool
) -> None:
    page, around, last = ScrollColumn(theme), QWidget(), QLineEdit()
    around.setMinimumHeight(high)
    column = QVBoxLayout(around)
    column.addWidget(QLineEdit(), 1, Qt.AlignmentFlag.AlignTop)
    column.addWidget(last)
    for widget in (QWidget(), around, QWidget()):
        widget.setMinimumHeight(max(400, widget.minimumHeight()) if widget is not around else high)
        page.column.addWidget(widget)
    page.resize(400, 300)
    show(page)

    for start in (0, page.verticalScrollBar().maximum()):
        page.verticalScrollBar().setValue(start)
        last.setFocus()
        page.show_all(around)

        assert (around.visibleRegion().boundingRect() == around.rect()) is is_whole
        assert last.visibleRegion().boundingRect() == last.rect()
        last.clearFocus()


def test_what_is_added_again_stands_once_in_a_flow(row: QWidget) -> None:
    flow = row.layout()
    assert isinstance(flow, FlowLayout)
    first, *others = flow.widgets

    flow.addWidget(first)
    flow.removeWidget(others[0])
    flow.insertWidget(0, others[0])

    assert flow.widgets == [others[0], *others[1:], first]
