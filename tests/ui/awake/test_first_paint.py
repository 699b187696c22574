from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import LULL_MS
from ui.awake.first_paint import FirstPaint


def test_the_work_begins_once_after_the_first_picture(qtbot: QtBot) -> None:
    widget, begun = QWidget(), list[str]()
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: begun.append("begun"))
    assert begun == []

    widget.show()
    qtbot.waitUntil(lambda: begun == ["begun"])
    widget.repaint()
    qtbot.wait(LULL_MS)

    assert begun == ["begun"]


def test_a_window_that_is_never_painted_opens_all_the_same(qtbot: QtBot) -> None:
    widget, begun = QWidget(), list[str]()
    qtbot.addWidget(widget)

    FirstPaint(widget, lambda: begun.append("begun"))

    qtbot.waitUntil(lambda: begun == ["begun"])
