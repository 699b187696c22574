"""The heads of the table of plans: plans down the side, risks along the top; both stay in sight."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from advisor.language import _
from ui.home.portfolio_model import PortfolioModel
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, two_lines, wrap

_SIDE, _NEAR, _LINE = 10, 3, 1
_LEAST, _MOST, _SHARE = 200, 300, 0.22
"""How wide the names of the plans are: a share of the table, within these."""


class _Head(QHeaderView):
    """What both heads share."""

    def __init__(self, theme: Theme, way: Qt.Orientation, name: str, parent: QWidget) -> None:
        super().__init__(way, parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def _paint_ground(self, painter: QPainter, area: QRect, colour: str) -> None:
        line = QColor(self._theme.colours.hairline)
        painter.fillRect(area, QColor(colour))
        bottom = QRect(area.left(), area.bottom() - _LINE + 1, area.width(), _LINE)
        painter.fillRect(bottom, line)


class RiskHead(_Head):
    """The names of the risks, each broken into as many lines as it needs."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Qt.Orientation.Horizontal, _("Risks"), parent)

    def sizeHint(self) -> QSize:
        lines = [self._words(at, self.sectionSize(at)).height for at in range(self.count())] or [
            0.0
        ]
        return QSize(self.length(), round(max(lines)) + 2 * self._theme.metrics.px(8))

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        painter.save()
        self._paint_ground(painter, area, self._theme.colours.sunken)
        words = self._words(section, area.width())
        top = area.center().y() - words.height / 2
        left = area.left() + self._theme.metrics.px(_NEAR)
        words.draw(painter, QPointF(left, top), self._theme.colours.ink_muted)
        painter.restore()

    def _words(self, section: int, width: int) -> Wrapped:
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        font = QFont(self._theme.font(TextRole.SMALL_STRONG))
        font.setPixelSize(self._theme.metrics.px(12.5))
        room = width - 2 * self._theme.metrics.px(_NEAR)
        return wrap(title, font, room, direction=self.layoutDirection())


class PlanHead(_Head):
    """The names of the plans, each with how far it is."""

    def __init__(self, theme: Theme, model: PortfolioModel, parent: QWidget) -> None:
        super().__init__(theme, Qt.Orientation.Vertical, _("Plans"), parent)
        self._plans, self._table = model, parent
        # Under the last plan there is nothing.
        self.setProperty("look", "clear")

    def sizeHint(self) -> QSize:
        least, most = self._theme.metrics.px(_LEAST), self._theme.metrics.px(_MOST)
        wide = min(most, round(_SHARE * self._table.width()))
        # Qt would ask two hundred plans for their names to say how high it wants to be.
        return QSize(max(least, wide), self.length())

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        row = self._plans.row(self._plans.index(section, 0))
        if row is None:
            return
        c, m = self._theme.colours, self._theme.metrics
        painter.save()
        self._paint_ground(painter, area, c.surface)
        side = m.px(_SIDE)
        inner = QRectF(area).adjusted(side, 0, -side, 0)
        painter.setClipRect(inner)
        words = two_lines(
            self._theme,
            row.told.title,
            row.told.answered,
            inner.width(),
            self.layoutDirection(),
        )
        top = max(inner.top() + 2, inner.center().y() - words.height / 2)
        words.draw(painter, QPointF(inner.left(), top), c.ink, c.ink_muted)
        painter.restore()
