"""A button with a title over a smaller line, both wrapped, that leads somewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.telling.spoken import in_one_run
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import TwoLines, box, draw_icon, mirrored, prepare_painted, two_lines

_ICON = 18
_RING = 4


class TwoLineButton(QPushButton, ShowsWords):
    """Shows an icon, a title and a line; ``filled`` colours all of it, not the icon alone."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        line: str,
        *,
        glyph: Glyph,
        tone: Tone,
        filled: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._title, self._line = theme, title, line
        self._glyph, self._tone, self._filled = glyph, tone, filled
        prepare_painted(self, theme, title)
        self.setAccessibleName(name or in_one_run((title, line)))

    def shown_words(self) -> Sequence[str]:
        return self._title, self._line

    def heightForWidth(self, width: int) -> int:
        inner = self._words(width).height + 2 * self._theme.metrics.space(8)
        return max(self._theme.metrics.target, round(inner)) + 2 * _RING

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(160), self._theme.metrics.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        tone = c.tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        body = whole.adjusted(_RING, _RING, -_RING, -_RING)
        line = tone.edge if self._filled else c.accent if self.underMouse() else c.hairline
        box(painter, body, m.radius, fill=tone.soft if self._filled else c.surface, line=line)
        if self.hasFocus():
            box(painter, whole, m.radius + _RING, line=c.focus, thickness=m.ring)
        side = m.px(_ICON)
        icon = QRectF(body.left() + m.space(10), body.top() + m.space(8), side, side)
        picture = self._theme.pixmap(self._glyph, tone.ink, _ICON, self)
        draw_icon(painter, picture, mirrored(icon, whole, way))
        words = self._words(self.width())
        room = self._room(self.width())
        place = QRectF(icon.right() + m.space(8), body.top() + m.space(8), room, words.height)
        ink = tone.ink if self._filled else c.ink
        muted = tone.ink if self._filled else c.ink_muted
        words.draw(painter, QPointF(mirrored(place, whole, way).topLeft()), ink, muted)
        end = QRectF(body.right() - m.space(8) - side, body.top(), side, body.height())
        is_leftward = way is Qt.LayoutDirection.RightToLeft
        on = Glyph.CHEVRON_LEFT if is_leftward else Glyph.CHEVRON_RIGHT
        arrow = self._theme.pixmap(on, tone.ink if self._filled else c.ink_muted, _ICON, self)
        draw_icon(painter, arrow, mirrored(end, whole, way))

    def _room(self, width: int) -> int:
        m = self._theme.metrics
        icons = 2 * m.px(_ICON) + m.space(10) + 2 * m.space(8) + m.space(8)
        return max(40, width - 2 * _RING - icons)

    def _words(self, width: int) -> TwoLines:
        room = self._room(width)
        return two_lines(self._theme, self._title, self._line, room, self.layoutDirection())
