"""A row that wraps, which Qt does not have, and short ways to lay things out."""

from functools import reduce
from operator import itemgetter
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
from ui.widgets.wanted import Wanted

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
    items go, and PySide takes one that is gone for whatever comes to its address. It sets widgets
    alone, and minds neither stretch nor alignment.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__()
        self._added: list[QWidget] = []
        self._held: list[Wanted] | None = None
        self._heights: dict[int, tuple[object, int]] = {}
        _over_all(self, gap)
        if parent is not None:
            parent.setLayout(self)

    @property
    def widgets(self) -> list[QWidget]:
        """What it holds, in its order."""
        return [each.widget for each in self._all()]

    def _all(self) -> list[Wanted]:
        """Return what it holds; Qt says so whenever that is something else."""
        if self._held is None:
            held = (each for each in self._added if Shiboken.isValid(each))
            placed = ((self.indexOf(each), each) for each in held)
            inside = sorted((each for each in placed if each[0] >= 0), key=itemgetter(0))
            self._added = [widget for _at, widget in inside]
            self._held = [Wanted(widget) for widget in self._added]
        return self._held

    def addWidget(
        self, widget: QWidget, stretch: int | None = 0, alignment: Qt.AlignmentFlag = _ANYWHERE
    ) -> None:
        super().addWidget(widget, stretch, alignment)
        self._note(widget)

    def insertWidget(
        self,
        index: int,
        widget: QWidget,
        stretch: int | None = 0,
        alignment: Qt.AlignmentFlag = _ANYWHERE,
    ) -> None:
        super().insertWidget(index, widget, stretch, alignment)
        self._note(widget)

    def _note(self, widget: QWidget) -> None:
        if widget not in self._added:
            self._added.append(widget)
        self._held = None

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
        # Not emptied but made anew: of waste Python takes the attributes before Qt lets it go.
        self._heights, self._held = {}, None
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        # Not as Qt's row would place them.
        QLayout.setGeometry(self, area)
        room, gap, host = area.width(), self.spacing(), self.parentWidget()
        is_leftward = host is not None and host.layoutDirection() is Qt.LayoutDirection.RightToLeft
        places, _high = in_rows(self._pieces(room), room, gap, is_leftward=is_leftward)
        for each, place in zip(self._shown(), places, strict=True):
            each.widget.setGeometry(QRect(*place).translated(area.topLeft()))

    def sizeHint(self) -> QSize:
        shown = [each.size() for each in self._shown()]
        width = sum(wide for wide, _high in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((high for _wide, high in shown), default=0))

    def minimumSize(self) -> QSize:
        return reduce(QSize.expandedTo, (each.least() for each in self._shown()), QSize())

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def _pieces(self, room: int) -> list[Piece]:
        return [_piece(each, room) for each in self._shown()]

    def _shown(self) -> list[Wanted]:
        return [each for each in self._all() if not each.widget.isHidden()]


def _piece(wanted: Wanted, room: int) -> Piece:
    width, height = wanted.size()
    width = min(width, room)
    has_width = wanted.widget.hasHeightForWidth()
    return Piece(width, wanted.height_in(width) if has_width else height)
