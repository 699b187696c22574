"""What Qt tells a widget while its look changes is told once, and nobody else is spoken to."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from ui.theme.told_once import ToldOnce

FONT = QEvent.Type.FontChange


class Hearing(QWidget):
    """Counts what it is told of its font."""

    heard = 0

    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == FONT
        super().changeEvent(event)


def test_what_is_told_again_and_again_is_heard_once(qtbot: QtBot) -> None:
    widget = Hearing()
    qtbot.addWidget(widget)
    told = ToldOnce([FONT])

    with told.held([FONT]):
        for _time in range(3):
            QCoreApplication.sendEvent(widget, QEvent(FONT))
        assert widget.heard == 0

    assert widget.heard == 1


def test_what_pyside_takes_for_a_layouts_item_hears_it_at_once(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    told = ToldOnce([FONT])
    mistaken = cast("QObject", QWidgetItem(widget))

    with told.held([FONT]):
        assert not told.eventFilter(mistaken, QEvent(FONT))
