"""What a layout holds: asked for, let go of, or with something else in its place.

Not by ``itemAt`` and ``replaceWidget``. PySide keeps what it made of an item until the layout goes,
also where the item is gone before, and takes it for whatever Qt makes at the same address; and
what is replaced or taken out belongs to nobody, 100 bytes each. FlowLayout knows its widgets.
"""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.widgets.layouts import FlowLayout

NewT = TypeVar("NewT", bound=QWidget)


def held_by(layout: QLayout) -> list[QWidget | QLayout]:
    """Return the widgets and layouts that a layout of a widget holds, in its order."""
    if isinstance(layout, FlowLayout):
        return list(layout.widgets)
    host = layout.parentWidget()
    if host is None:
        return []
    widgets = host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    placed += [(layout.indexOf(each), each) for each in inner]
    return [each for at, each in sorted(placed, key=lambda one: one[0]) if at >= 0]


def clear_out(layout: QLayout) -> None:
    """Let go of all that a layout holds."""
    for each in held_by(layout):
        if isinstance(each, QWidget):
            layout.removeWidget(each)
            each.hide()
            each.deleteLater()
    # Gaps are left, and they are few.
    while layout.takeAt(0) is not None:
        pass


def put_in_place(layout: QBoxLayout, old: QWidget, new: NewT) -> NewT:
    """Let go of a widget and put another in its place, which is returned."""
    at = layout.indexOf(old)
    stretch = layout.stretch(at)
    layout.removeWidget(old)
    layout.insertWidget(at, new, stretch)
    old.hide()
    old.deleteLater()
    return new
