"""An example as a row: its name, what it is, what its advice comes to."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.language import _
from advisor.telling.grammar import beside
from advisor.telling.plan_lists import ToldPlan
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import box, draw_icon, mirrored, one_line, prepare_painted

_SIDE, _ICON, _HIGH = 14, 18, 46


class ExampleRow(QPushButton):
    """A row that opens a copy of an example."""

    def __init__(self, theme: Theme, told: ToldPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._told = theme, told
        self._signs = beside(*(sign.words for sign in told.risks))
        name = _("{title}. {about}. {risks}").format(
            title=told.title, about=told.about.rstrip("."), risks=self._signs
        )
        prepare_painted(self, theme, name)
        self.setToolTip(told.about)

    def heightForWidth(self, _width: int) -> int:
        return self._theme.metrics.px(_HIGH)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(480), self._theme.metrics.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), self._theme.metrics.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse():
            box(painter, whole.adjusted(2, 1, -2, -1), m.radius, fill=c.accent_soft)
        inner = whole.adjusted(m.px(_SIDE), 0, -m.px(_SIDE), 0)
        icon = QRectF(inner.right() - m.px(_ICON), 0, m.px(_ICON), whole.height())
        picture = self._theme.pixmap(Glyph.CHEVRON_RIGHT, c.ink_muted, _ICON, self)
        draw_icon(painter, picture, mirrored(icon, whole, way))
        right = inner.right() - m.px(_ICON) - m.px(10)
        small = QFontMetricsF(self._theme.font(TextRole.SMALL_STRONG))
        wide = min(small.horizontalAdvance(self._signs) + 4, inner.width() * 0.34)
        title = QRectF(inner.left(), 0, inner.width() * 0.26, whole.height())
        signs = QRectF(right - wide, 0, wide, whole.height())
        about = QRectF(title.right() + m.px(8), 0, 0, whole.height())
        about.setRight(signs.left() - m.px(12))
        self._line(painter, mirrored(title, whole, way), self._told.title, TextRole.STRONG, c.ink)
        self._line(
            painter, mirrored(about, whole, way), self._told.about, TextRole.SMALL, c.ink_muted
        )
        self._line(painter, mirrored(signs, whole, way), self._signs, TextRole.SMALL_STRONG, c.ink)
        if self.hasFocus():
            box(painter, whole.adjusted(1, 1, -1, -1), m.radius, line=c.focus, thickness=m.ring)

    def _line(self, painter: QPainter, area: QRectF, text: str, role: TextRole, ink: str) -> None:
        font, way = self._theme.font(role), self.layoutDirection()
        words = one_line(text, font, area.width(), direction=way)
        words.draw(painter, QPointF(area.left(), area.center().y() - words.height / 2), ink)
