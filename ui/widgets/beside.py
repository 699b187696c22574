"""Two or three things beside each other, or under one another where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height

LEAST_COLUMN = 250


class Beside(QWidget):
    """Columns that become rows when a column would be too narrow.

    They share the width equally, or by the shares that they are added with.
    """

    def __init__(
        self, theme: Theme, *, least: int = LEAST_COLUMN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._least = theme, least
        self._columns: list[QWidget] = []
        self._shares: list[int] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.space(12))
        fit_height(self)
        theme.resized.connect(self._turn)

    def add(self, widget: QWidget, *, fills: bool = True, share: int = 1) -> None:
        """Add a column; one that does not fill keeps its own height, at the top."""
        self._columns.append(widget)
        self._shares.append(share)
        where = Qt.AlignmentFlag(0) if fills else Qt.AlignmentFlag.AlignTop
        self._box.addWidget(widget, share, where)

    def set_least(self, least: int) -> None:
        """Turn to rows when a column would be narrower than this, at a text size of 100."""
        self._least = least
        self._turn()
        self.updateGeometry()

    @property
    def is_stacked(self) -> bool:
        """Whether the columns lie under one another."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights(width, stacked=self._stacks_at(width))

    def minimumSizeHint(self) -> QSize:
        least = max((each.minimumSizeHint().width() for each in self._columns), default=0)
        return QSize(least, 0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(self._least), self._theme.metrics.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _stacks_at(self, width: int) -> bool:
        count = max(1, len(self._columns))
        return width < count * self._theme.metrics.px(self._least)

    def _heights(self, width: int, *, stacked: bool) -> int:
        count = max(1, len(self._columns))
        gap = self._box.spacing()
        beside, all_shares = width - gap * (count - 1), max(1, sum(self._shares))
        heights = [
            self._height(column, width if stacked else beside * share // all_shares)
            for column, share in zip(self._columns, self._shares, strict=True)
        ]
        return sum(heights) + gap * (count - 1) if stacked else max(heights, default=0)

    @staticmethod
    def _height(widget: QWidget, width: int) -> int:
        if widget.hasHeightForWidth():
            return widget.heightForWidth(width)
        return widget.sizeHint().height()

    def _turn(self) -> None:
        wanted = (
            QBoxLayout.Direction.TopToBottom
            if self._stacks_at(self.width())
            else QBoxLayout.Direction.LeftToRight
        )
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)
            self.updateGeometry()
