"""Traps of Qt in Python that no test of one widget would notice."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.shell.regions import first_focusable


def button_and_area(qtbot: QtBot) -> tuple[QWidget, QPushButton, QScrollArea]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QPushButton("First"), QScrollArea()
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    return window, first, second


def delete(widget: QWidget) -> None:
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_trap_is_there(qtbot: QtBot) -> None:
    """When this fails, PySide is mended and ``first_focusable`` may ask Qt again."""
    _, first, second = button_and_area(qtbot)
    made_by_qt = second.viewport()
    first.nextInFocusChain()

    delete(first)

    assert not Shiboken.isValid(made_by_qt)


def test_looking_for_a_control_kills_no_other(qtbot: QtBot) -> None:
    window, first, second = button_and_area(qtbot)
    made_by_qt = second.viewport()
    assert first_focusable(window) is first

    delete(first)

    assert Shiboken.isValid(made_by_qt)
    assert first_focusable(window) is second
