"""Layouts are asked, emptied and refilled, and nothing of what they held is left."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

import ui
from ui.widgets.contents import clear_out, held_by, put_in_place
from ui.widgets.layouts import FlowLayout, fill, row_of
from ui.widgets.tab_order import in_layout


@pytest.fixture
def column(qapp: QApplication) -> Iterator[QVBoxLayout]:
    """One; a row of two; a row that wraps, of three and four; a gap."""
    host = QWidget()
    column, row = QVBoxLayout(host), QHBoxLayout()
    fill(column, QLabel("one"), row, row_of(QLabel("three"), QLabel("four")))
    row.addWidget(QLabel("two"))
    column.addStretch(1)
    yield column
    host.deleteLater()


def test_what_a_layout_holds_is_told_in_its_order(column: QVBoxLayout) -> None:
    late = QLabel("late")
    column.insertWidget(1, late)

    kinds = [type(each) for each in held_by(column)]

    assert kinds == [QLabel, QLabel, QHBoxLayout, FlowLayout]
    assert held_by(column)[1] is late
    assert _words(column) == ["one", "late", "two", "three", "four"]


def test_python_keeps_no_item_of_a_layout_that_was_asked(column: QVBoxLayout) -> None:
    before = _items()

    assert len(_words(column)) == 4

    assert _items() == before


def test_a_layout_is_emptied_with_its_gaps(column: QVBoxLayout) -> None:
    one = held_by(column)[0]
    assert isinstance(one, QWidget)

    clear_out(column)

    assert column.count() == 0
    assert one.isHidden()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not Shiboken.isValid(one)


def test_another_widget_stands_in_the_same_place(column: QVBoxLayout) -> None:
    one = held_by(column)[0]
    assert isinstance(one, QWidget)
    column.setStretch(0, 3)

    new = put_in_place(column, one, QLabel("new"))

    assert _words(column)[0] == "new"
    assert (column.indexOf(new), column.stretch(0)) == (0, 3)
    assert one.isHidden()


def test_a_row_that_wraps_knows_what_is_left_in_it(column: QVBoxLayout) -> None:
    row = held_by(column)[2]
    assert isinstance(row, FlowLayout)
    three, four = row.widgets

    three.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert row.widgets == [four]
    row.removeWidget(four)
    assert not row.widgets


def test_no_other_module_asks_a_layout_for_its_items() -> None:
    folder = Path(str(ui.__file__)).parent
    asks = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if any(word in path.read_text() for word in (".itemAt(", ".takeAt(", ".replaceWidget("))
    }

    assert asks == {"widgets/contents.py"}


def _words(layout: QLayout) -> list[str]:
    return [each.text() for each in in_layout(layout) if isinstance(each, QLabel)]


def _items() -> int:
    """Return how many items of layouts Python knows."""
    gc.collect()
    return sum(
        isinstance(each, QLayoutItem) and not isinstance(each, QLayout | QSpacerItem)
        for each in gc.get_objects()
    )
