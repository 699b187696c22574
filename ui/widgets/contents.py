"""What a layout holds goes, or something else takes its place."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget
from shiboken6 import Shiboken

NewT = TypeVar("NewT", bound=QWidget)


def clear_out(layout: QLayout) -> None:
    """Let go of all that a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
            # Whoever takes an item out of one of Qt's own layouts has it to themselves; to destroy
            # one that a layout in Python held ends the program by a fault a moment later.
            if isinstance(layout, QBoxLayout):
                Shiboken.delete(item)


def put_in_place(layout: QLayout, old: QWidget, new: NewT) -> NewT:
    """Let go of a widget and put another in its place, which is returned."""
    layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new
