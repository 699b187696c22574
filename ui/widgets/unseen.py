"""What is laid out before it is seen, which then takes half the time to show."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget


def lay_out_unseen(widget: QWidget, size: QSize) -> None:
    """Lay out a widget that is hidden as it will be at a size; of one that is seen do nothing."""
    if not widget.isVisible():
        widget.resize(size)
        # To draw some of it, however little, is Qt's one way to lay out what is hidden.
        widget.grab(QRect(0, 0, 1, 1))
