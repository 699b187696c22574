"""A row whose parts stand under one another where there is no room beside each other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.layouts import fit_height

_ROW, _COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def is_short_of_room(page: QWidget, theme: Theme, *, side: int, least: int) -> bool:
    """Whether less than ``least`` is between a page's margins, both at a text size of 100.

    The width is the page's own: what scrolls on it has the new one only a turn later.
    """
    return page.width() - 2 * theme.metrics.space(side) < theme.metrics.px(least)


class TurningRow(QWidget):
    """Turns into a column below a width, given at a text size of 100."""

    def __init__(self, theme: Theme, *, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._least = theme, least
        self._box = QBoxLayout(_ROW, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.space(12))
        fit_height(self)
        theme.resized.connect(self._turn)

    def add(self, part: QWidget, *, grows: bool = False, at_top: bool = False) -> None:
        """Add a part; one that ``grows`` takes the room that is left in the row."""
        way = Qt.AlignmentFlag.AlignTop if at_top else Qt.AlignmentFlag(0)
        self._box.addWidget(part, 1 if grows else 0, way)

    def set_least(self, at_100: int) -> None:
        """Turn below another width, as where less stands in the row."""
        self._least = at_100
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wanted = _ROW if self.width() >= self._theme.metrics.px(self._least) else _COLUMN
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)
            self.updateGeometry()
