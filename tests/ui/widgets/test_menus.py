"""Menus, by mouse and by keys."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.theme.colours import Contrast, Scheme
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.menus import open_at, open_below, open_by_shift_f10


@pytest.mark.parametrize("by_keys", [True, False])
def test_a_menu_opened_by_keys_stands_on_its_first_entry(
    show: Callable[[QWidget], None], by_keys: bool
) -> None:
    button = QPushButton("More")
    menu = QMenu(button)
    for words in ("Not now", "Print", "Save"):
        menu.addAction(words)
    menu.actions()[0].setEnabled(False)
    button.clicked.connect(lambda: open_below(menu, button))
    show(button)
    button.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keys)

    QTest.keyClick(button, Qt.Key.Key_Space)

    assert menu.activeAction() is (menu.actions()[1] if by_keys else None)
    menu.close()


def test_an_open_menu_follows_another_look(show: Callable[[QWidget], None], theme: Theme) -> None:
    page = QWidget()
    theme.style(page)
    menu = QMenu(page)
    menu.addAction("Print")
    show(page)
    open_at(menu, page, page.pos())

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)

    assert menu.styleSheet() == theme.sheet(Sheet.MENU)
    assert menu.palette().color(QPalette.ColorRole.WindowText).name() == theme.colours.ink
    menu.close()


def test_a_menu_is_never_called_by_the_name_of_the_program(
    show: Callable[[QWidget], None],
) -> None:
    button = QPushButton("&More")
    menus = (QMenu(button), QMenu(button))
    show(button)

    open_below(menus[0], button)
    open_at(menus[1], button, button.pos())

    names = [
        QAccessible.queryAccessibleInterface(menu).text(QAccessible.Text.Name) for menu in menus
    ]
    assert names == ["More", "What you can do"]
    for menu in menus:
        menu.close()


@pytest.mark.parametrize("foot", [300, 0], ids=["room below", "no room below"])
def test_a_menu_covers_no_button_that_opens_it(show: Callable[[QWidget], None], foot: int) -> None:
    button = QPushButton("More")
    menu = QMenu(button)
    for number in range(5):
        menu.addAction(f"Entry {number}")
    show(button)
    area = button.screen().availableGeometry()
    button.move(area.left() + 40, area.bottom() - foot - button.height())

    open_below(menu, button)

    at = QRect(button.mapToGlobal(QPoint()), button.size()).adjusted(1, 1, -1, -1)
    assert not menu.geometry().intersects(at)
    assert area.contains(menu.geometry())
    menu.close()


class Asked(QLabel):
    """Notes how it is asked for its menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("A plan", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reasons: list[QContextMenuEvent.Reason] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.reasons.append(event.reason())


@pytest.mark.skipif(sys.platform == "win32", reason="Qt itself does so there")
def test_shift_and_f10_open_the_menu_of_what_has_the_keyboard(
    show: Callable[[QWidget], None],
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    rows = (Asked(window), Asked(window))
    for row in rows:
        column.addWidget(row)
    open_by_shift_f10(window)
    show(window)
    rows[1].setFocus()

    QTest.keyClick(rows[1], Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)

    assert [row.reasons for row in rows] == [[], [QContextMenuEvent.Reason.Keyboard]]
