"""A row that wraps, which Qt does not have, and short ways to lay things out."""

from functools import reduce
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.flowing import Piece, in_rows

LayoutT = TypeVar("LayoutT", bound=QLayout)


def column_in(widget: QWidget, gap: int = -1) -> QVBoxLayout:
    """Lay a widget out as a column over all of it; `gap` apart, or as the style has it."""
    return _over_all(QVBoxLayout(widget), gap)


def row_in(widget: QWidget, gap: int = -1) -> QHBoxLayout:
    """Lay a widget out as a row over all of it; `gap` apart, or as the style has it."""
    return _over_all(QHBoxLayout(widget), gap)


def _over_all(layout: LayoutT, gap: int) -> LayoutT:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


def fit_height(widget: QWidget, across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> None:
    """Let a widget be as high as what is on it needs at its width."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def row_of(*widgets: QWidget, gap: int = 6) -> "FlowLayout":
    """Return these in a row that wraps."""
    row = FlowLayout(gap=gap)
    fill(row, *widgets)
    return row


def fill(box: QLayout, *parts: QWidget | QLayout) -> None:
    """Add all of these at the end of a column or row."""
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(box, QBoxLayout):
            box.addLayout(part)


class FlowLayout(QLayout):
    """Sets widgets in rows, as many as fit; worked out anew only where one wants another size."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, tuple[object, int]] = {}
        _over_all(self, gap)

    @property
    def widgets(self) -> list[QWidget]:
        """What it holds, in its order."""
        found = (item.widget() for item in self._items)
        return [widget for widget in found if widget is not None]

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        # Inside another layout Qt tells it late that something changed, so it looks itself.
        if known is None or not isinstance(self.parent(), QWidget):
            wanted = self._pieces(width), width, self.spacing()
            if known is None or known[0] != wanted:
                known = self._heights[width] = wanted, in_rows(*wanted)[1]
        return known[1]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        room, gap, host = area.width(), self.spacing(), self.parentWidget()
        is_leftward = host is not None and host.layoutDirection() is Qt.LayoutDirection.RightToLeft
        places, _high = in_rows(self._pieces(room), room, gap, is_leftward=is_leftward)
        for item, place in zip(self._shown(), places, strict=True):
            item.setGeometry(QRect(*place).translated(area.topLeft()))

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        return reduce(QSize.expandedTo, (item.minimumSize() for item in self._shown()), QSize())

    def _pieces(self, room: int) -> list[Piece]:
        return [_piece(item, room) for item in self._shown()]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def _piece(item: QLayoutItem, room: int) -> Piece:
    wanted = item.sizeHint()
    width = min(wanted.width(), room)
    has_width = item.hasHeightForWidth()
    return Piece(width, item.heightForWidth(width) if has_width else wanted.height())
