"""A table is one stop of Tab, with the arrow keys from row to row."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.widgets.one_stop import OneStop

Show = Callable[[QWidget], None]
NAMES = "before", "one", "two", "link of two", "three", "link of three", "after"


class Table(QWidget):
    """Three rows, two of them with a link under them, between two other controls."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.parts = {name: QPushButton(name) for name in NAMES}
        for part in self.parts.values():
            column.addWidget(part)
        self.keys = OneStop(self)
        for name in ("one", "two", "three"):
            self.keys.add(self.parts[name])
        for name in ("two", "three"):
            self.keys.add_to(self.parts[name], self.parts[f"link of {name}"])

    def press(self, *keys: Qt.Key) -> str:
        """Press keys where the keyboard is; return where it is then."""
        for key in keys:
            here = QApplication.focusWidget()
            assert here is not None
            QTest.keyClick(here, key)
        here = QApplication.focusWidget()
        assert isinstance(here, QPushButton)
        return here.text()


@pytest.fixture
def table(show: Show) -> Table:
    made = Table()
    show(made)
    made.parts["before"].setFocus()
    return made


def test_tab_comes_to_the_first_row_and_goes_on_behind_the_last(table: Table) -> None:
    assert table.press(Qt.Key.Key_Tab) == "one"
    assert table.press(Qt.Key.Key_Tab) == "after"
    assert table.press(Qt.Key.Key_Backtab) == "one"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ((Qt.Key.Key_Down,), "two"),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down), "three"),
        ((Qt.Key.Key_Up,), "one"),
        ((Qt.Key.Key_End,), "three"),
        ((Qt.Key.Key_End, Qt.Key.Key_Home), "one"),
        ((Qt.Key.Key_End, Qt.Key.Key_Up), "two"),
    ],
)
def test_keys_go_from_row_to_row(table: Table, keys: tuple[Qt.Key, ...], row: str) -> None:
    table.press(Qt.Key.Key_Tab)

    assert table.press(*keys) == row


def test_tab_comes_back_to_the_row_where_the_keyboard_was(table: Table) -> None:
    table.press(Qt.Key.Key_Tab, Qt.Key.Key_Down)

    assert table.press(Qt.Key.Key_Backtab, Qt.Key.Key_Tab) == "two"


def test_from_a_row_tab_goes_on_to_what_is_open_under_it(table: Table) -> None:
    table.press(Qt.Key.Key_Tab, Qt.Key.Key_Down)

    assert table.press(Qt.Key.Key_Tab) == "link of two"
    assert table.press(Qt.Key.Key_Down) == "three"


def test_rows_that_were_let_go_are_moved_between_no_more(table: Table) -> None:
    table.keys.clear()
    for name in ("three", "two"):
        table.keys.add(table.parts[name])
    table.parts["three"].setFocus()

    assert table.press(Qt.Key.Key_Down) == "two"
