"""What something is and how it stands in two plans: three columns, or one above two."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height
from ui.widgets.painting import box

_FIRST = 0.30
"""The part of the line that the first column has; the two plans share the rest."""

_LEAST = 640


class Columns(QWidget):
    """Lays out three things, ``at`` the top of a row, its middle or its bottom.

    Each height is worked out once: a page of a hundred lines asks for it at every line that comes.
    ``has_line`` draws a fine line over them, ``is_head`` a ground as under the head of a table.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        has_line: bool = False,
        is_head: bool = False,
        at: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
        gap: int = 9,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._has_line, self._is_head = theme, has_line, is_head
        self._at, self._gap = at, gap
        self._parts: tuple[QWidget, ...] = ()
        self._heights: dict[tuple[int, int], int] = {}
        fit_height(self)

    def hold(self, first: QWidget, before: QWidget, after: QWidget) -> None:
        """Lay out these; they are children already."""
        self._parts = first, before, after
        self._heights.clear()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        at = width, self._theme.metrics.text_size
        if at not in self._heights:
            self._heights[at] = self._arrange(width, move=False)
        return self._heights[at]

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(_LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self._place()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, area, side = self._theme.colours, QRectF(self.rect()), self._side
        painter = QPainter(self)
        if self._is_head:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = self._theme.metrics.card_radius
            # Round above, where the card is; straight below.
            painter.setClipRect(area)
            box(painter, area.adjusted(1, 1, -1, radius), radius, fill=c.sunken)
        if self._has_line:
            line = QRectF(side, 0, area.width() - 2 * side, 1)
            painter.fillRect(line, QColor(c.hairline))

    @property
    def _side(self) -> int:
        return self._theme.metrics.space(16)

    def _place(self) -> None:
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        """Lay the parts out in a width; return the height that they take."""
        m = self._theme.metrics
        gap, between, side = m.space(self._gap), m.space(16), self._side
        room = width - 2 * side
        top = gap
        is_wide = width >= m.px(_LEAST)
        first = round(room * _FIRST) if is_wide else room
        half = (room - first - 2 * between) // 2 if is_wide else (room - between) // 2
        lefts = (
            (0, first + between, first + half + 2 * between) if is_wide else (0, 0, half + between)
        )
        widths = first, half, half
        heights = [_height(part, wide) for part, wide in zip(self._parts, widths, strict=False)]
        if not heights:
            return 2 * gap
        below = 0 if is_wide else heights[0] + (m.space(5) if heights[0] else 0)
        tops = top, top + below, top + below
        is_leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for part, left, at, wide, high in zip(
            self._parts if move else (), lefts, tops, widths, heights, strict=False
        ):
            x = room - left - wide if is_leftward else left
            free = max(heights) - high if is_wide else 0
            part.setGeometry(QRect(side + x, at + self._above(free), wide, high))
        if is_wide:
            return max(heights) + 2 * gap
        return below + max(heights[1:]) + 2 * gap

    def _above(self, free: int) -> int:
        """Return how much of the height that a part leaves free is above it."""
        if self._at is Qt.AlignmentFlag.AlignBottom:
            return free
        return free // 2 if self._at is Qt.AlignmentFlag.AlignVCenter else 0


def _height(part: QWidget, width: int) -> int:
    if part.isHidden():
        return 0
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
