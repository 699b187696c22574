"""What is current in a list is spoken when the keyboard comes to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.current_row import SpeaksCurrent

Show = Callable[[QWidget], None]
Index = QModelIndex | QPersistentModelIndex


class Spoken(QListView):
    """A list that notes what Qt would tell a screen reader of its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        model = QStandardItemModel(self)
        for words in ("First", "Second"):
            model.appendRow(QStandardItem(words))
        self.setModel(model)
        SpeaksCurrent(self)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.told.append(str(current.data()))


@pytest.fixture
def view(show: Show) -> Spoken:
    made = Spoken()
    show(made)
    return made


def test_the_first_row_is_current_and_spoken_once(view: Spoken) -> None:
    view.clearFocus()
    view.setCurrentIndex(QModelIndex())
    view.told.clear()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    assert view.told == ["First"]


def test_the_row_that_is_current_already_is_spoken_again(view: Spoken, qtbot: QtBot) -> None:
    view.clearFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    view.told.clear()

    view.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: view.told == ["Second"])
