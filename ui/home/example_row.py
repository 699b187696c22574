"""An example as a row: its name, what it is, what its advice comes to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.telling.grammar import beside
from advisor.telling.spoken import in_one_run
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import box, draw_icon, mirrored, one_line, prepare_painted

if TYPE_CHECKING:
    from advisor.telling.plan_lists import ToldPlan

_SIDE, _ICON, _HIGH, _TWO_LINES, _LEAST_ABOUT = 14, 18, 42, 64, 200
_MOST_SIGNS = 0.34
"""The greatest share of a row that is left to what its advice comes to."""


class ExampleRow(QPushButton, ShowsWords):
    """A row that opens a copy of an example; ``longest`` is the longest title of all rows.

    Where the title has no room beside what the plan is, that stands under it.
    """

    def __init__(
        self, theme: Theme, told: "ToldPlan", longest: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._told, self._longest = theme, told, longest
        self._signs = beside(*(sign.words for sign in told.risks))
        prepare_painted(self, theme, in_one_run((told.title, self._signs)))
        # A screen reader says this after the name.
        self.setToolTip(told.about)

    def shown_words(self) -> Sequence[str]:
        return self._told.title, self._told.about, self._signs

    def heightForWidth(self, width: int) -> int:
        return self._theme.metrics.px(_HIGH if self._title_room(width) else _TWO_LINES)

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
        title, about, signs = self._places(inner)
        self._line(painter, mirrored(title, whole, way), self._told.title, TextRole.STRONG, c.ink)
        self._line(
            painter, mirrored(about, whole, way), self._told.about, TextRole.SMALL, c.ink_muted
        )
        self._line(painter, mirrored(signs, whole, way), self._signs, TextRole.SMALL_STRONG, c.ink)
        if self.hasFocus():
            box(painter, whole.adjusted(1, 1, -1, -1), m.radius, line=c.focus, thickness=m.ring)

    def _places(self, inner: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Return where title, what the plan is, and what its advice comes to stand."""
        m, high = self._theme.metrics, inner.height()
        right = inner.right() - m.px(_ICON) - m.px(10)
        wide = self._theme.size_of(self._signs, TextRole.SMALL_STRONG).width() + 4
        wide = min(wide, inner.width() * _MOST_SIGNS)
        signs = QRectF(right - wide, 0, wide, high)
        beside = self._title_room(self.width())
        if beside:
            title = QRectF(inner.left(), 0, beside, high)
            about = QRectF(title.right() + m.px(16), 0, 0, high)
        else:
            title = QRectF(inner.left(), m.px(4), 0, high / 2)
            title.setRight(signs.left() - m.px(12))
            about = QRectF(inner.left(), high / 2 - m.px(2), 0, high / 2)
        about.setRight(signs.left() - m.px(16))
        return title, about, signs

    def _title_room(self, width: int) -> float:
        """Return how wide all titles are; nothing where little room is left beside them."""
        title = self._theme.size_of(self._longest, TextRole.STRONG).width() + 2
        left = width * (1 - _MOST_SIGNS) - title
        return title if left >= self._theme.metrics.px(_LEAST_ABOUT) else 0.0

    def _line(self, painter: QPainter, area: QRectF, text: str, role: TextRole, ink: str) -> None:
        font, way = self._theme.font(role), self.layoutDirection()
        words = one_line(text, font, area.width(), direction=way)
        words.draw(painter, QPointF(area.left(), area.center().y() - words.height / 2), ink)
