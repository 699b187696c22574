"""A row that wraps, which Qt does not have, and short ways to lay things out."""

from functools import reduce
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from ui.widgets.flowing import Piece, in_rows
from ui.widgets.wanted import least_size, wanted_size

LayoutT = TypeVar("LayoutT", bound=QLayout)
_ANYWHERE = Qt.AlignmentFlag(0)


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


class FlowLayout(QHBoxLayout):
    """Sets widgets in rows, as many as fit; worked out anew only where one wants another size.

    It is one of Qt's own for what it holds: of a layout that is written in Python nobody lets the
    items go, and PySide takes one that is gone for whatever comes to its address.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__()
        self._added: list[QWidget] = []
        self._heights: dict[int, tuple[object, int]] = {}
        _over_all(self, gap)
        if parent is not None:
            parent.setLayout(self)

    @property
    def widgets(self) -> list[QWidget]:
        """What it holds, in its order."""
        held = (each for each in self._added if Shiboken.isValid(each) and self.indexOf(each) >= 0)
        self._added = sorted(held, key=self.indexOf)
        return list(self._added)

    def addWidget(
        self, widget: QWidget, stretch: int | None = 0, alignment: Qt.AlignmentFlag = _ANYWHERE
    ) -> None:
        super().addWidget(widget, stretch, alignment)
        self._added.append(widget)

    def insertWidget(
        self,
        index: int,
        widget: QWidget,
        stretch: int | None = 0,
        alignment: Qt.AlignmentFlag = _ANYWHERE,
    ) -> None:
        super().insertWidget(index, widget, stretch, alignment)
        self._added.append(widget)

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

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        # Not as Qt's row would place them.
        QLayout.setGeometry(self, area)
        room, gap, host = area.width(), self.spacing(), self.parentWidget()
        is_leftward = host is not None and host.layoutDirection() is Qt.LayoutDirection.RightToLeft
        places, _high = in_rows(self._pieces(room), room, gap, is_leftward=is_leftward)
        for widget, place in zip(self._shown(), places, strict=True):
            widget.setGeometry(QRect(*place).translated(area.topLeft()))

    def sizeHint(self) -> QSize:
        shown = [wanted_size(widget) for widget in self._shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        return reduce(QSize.expandedTo, map(least_size, self._shown()), QSize())

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def _pieces(self, room: int) -> list[Piece]:
        return [_piece(widget, room) for widget in self._shown()]

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self.widgets if not widget.isHidden()]


def _piece(widget: QWidget, room: int) -> Piece:
    wanted = wanted_size(widget)
    width = min(wanted.width(), room)
    if not widget.hasHeightForWidth():
        return Piece(width, wanted.height())
    most, least = widget.maximumHeight(), widget.minimumHeight()
    return Piece(width, max(least, min(most, widget.heightForWidth(width))))
