"""Menus, by mouse and by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.widgets.menus import open_below


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
