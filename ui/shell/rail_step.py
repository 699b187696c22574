"""One section of the questionnaire under its entry of the rail: its number, how far it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets import painting
from ui.widgets.roles import Spoken

if TYPE_CHECKING:
    from advisor.telling.steps import ToldStep

_RING = 4
_BAR = 8
_WIDE = 208
_INDENT = 12
_DISC = 22
_GAP = 8


class RailStep(QPushButton, Spoken):
    """A button that opens a section; a screen reader hears how far it is and which is open."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, step: "ToldStep") -> None:
        super().__init__()
        self._theme, self.step = theme, step
        painting.prepare_painted(self, theme, step.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(step)

    def show_step(self, step: "ToldStep") -> None:
        """Show the same section as it is now."""
        self.step = step
        self.setText(step.name.replace("&", "&&"))
        self.setAccessibleDescription(step.state)
        self.setToolTip(step.whole_title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics
        height = max(self._title().height, metrics.px(_DISC)) + metrics.space(3)
        return QSize(metrics.px(_WIDE), round(height) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        # Room for the rail's scroll bar is taken from the entries.
        return self.sizeHint() - QSize(_BAR, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        inner = painting.mirrored(whole.adjusted(m.space(_INDENT), 0, 0, 0), whole, way)
        body = inner.adjusted(_RING, _RING, -_RING, -_RING)
        if self.step.is_current:
            painting.box(painter, body, m.radius, fill=c.rail_hover, line=c.rail_accent)
        elif self.underMouse() or self.isDown():
            painting.box(painter, body, m.radius, fill=c.rail_hover)
        if self.hasFocus():
            painting.box(painter, inner, m.radius + _RING, line=c.rail_focus, thickness=m.ring)
        side = m.px(_DISC)
        disc = QRectF(body.left() + m.space(_GAP), body.center().y() - side / 2, side, side)
        self._paint_disc(painter, painting.mirrored(disc, body, way))
        title, count = self._title(), self._count()
        top = body.center().y() - title.height / 2
        area = QRectF(disc.right() + m.space(_GAP), top, self._room(), title.height)
        title.draw(painter, painting.mirrored(area, body, way).topLeft(), c.on_rail)
        wide = count.natural_width
        left, middle = body.right() - m.space(_GAP) - wide, body.center().y() - count.height / 2
        place = painting.mirrored(QRectF(left, middle, wide + 1, count.height), body, way)
        count.draw(painter, place.topLeft(), c.on_rail if self.step.is_current else c.on_rail_muted)

    def _paint_disc(self, painter: QPainter, area: QRectF) -> None:
        c, m = self._theme.colours, self._theme.metrics
        line = area.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(c.rail_accent if self.step.is_done else c.on_rail_muted), 1.5))
        painter.setBrush(QColor(c.rail_accent if self.step.is_done else c.rail))
        painter.drawEllipse(line)
        if self.step.is_done:
            tick = self._theme.pixmap(Glyph.CHECK, c.rail, 14, self)
            painting.draw_icon(painter, tick, area)
            return
        font = QFont(self._theme.font(TextRole.SMALL_STRONG))
        font.setPixelSize(m.px(12))
        number = painting.wrap(self.step.number, font, area.width(), is_centred=True)
        corner = QPointF(area.left(), area.center().y() - number.height / 2)
        number.draw(painter, corner, c.on_rail)

    def _title(self) -> painting.Wrapped:
        role = TextRole.SMALL_STRONG if self.step.is_current else TextRole.SMALL
        font, way = self._theme.font(role), self.layoutDirection()
        return painting.wrap(self.step.title, font, self._room(), direction=way)

    def _count(self) -> painting.Wrapped:
        metrics, way = self._theme.metrics, self.layoutDirection()
        font = self._theme.font(TextRole.SMALL)
        # As wide as it needs: a number is never broken.
        return painting.wrap(self.step.count, font, metrics.px(_WIDE), direction=way)

    def _room(self) -> int:
        metrics = self._theme.metrics
        around = metrics.space(_INDENT) + metrics.px(_DISC) + 4 * metrics.space(_GAP) + 2 * _RING
        return metrics.px(_WIDE) - around - _BAR - round(self._count().natural_width)
