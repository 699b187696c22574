"""What a layout holds goes, or something else takes its place."""

from typing import TypeVar

from PySide6.QtWidgets import QLayout, QWidget

NewT = TypeVar("NewT", bound=QWidget)


def clear_out(layout: QLayout) -> None:
    """Let go of all that a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def put_in_place(layout: QLayout, old: QWidget, new: NewT) -> NewT:
    """Let go of a widget and put another in its place, which is returned."""
    layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new
