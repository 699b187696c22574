"""A tick box with words beside it that wrap, and no frame: one thing to do in a list of them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, wrap
from ui.widgets.radio_group import ChoiceButton

RING = 4
SIDE = 20
_GAP = 10
_LEAST_WORDS = 120


class TickLine(ChoiceButton, QCheckBox):
    """One thing to tick; what it means to tick it is the spoken description."""

    spoken_role = QAccessible.Role.CheckBox

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        meaning: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self.prepare(theme, words)
        self.setAccessibleDescription(meaning)

    def heightForWidth(self, width: int) -> int:
        side = self._theme.metrics.px(SIDE)
        return round(max(self._wrapped(width).height, side)) + 2 * RING

    def sizeHint(self) -> QSize:
        width = self._chrome() + round(self._wrapped(10_000).natural_width) + 2
        width = min(width, self._theme.metrics.px(560))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = self._theme.metrics
        return QSize(
            self._chrome() + metrics.px(_LEAST_WORDS), max(24, metrics.px(SIDE)) + 2 * RING
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.hasFocus():
            box(painter, whole, m.radius, line=c.focus, thickness=m.ring)
        side = m.px(SIDE)
        place = mirrored(QRectF(RING, RING, side, side), whole, way)
        draw_tick(painter, self._theme, place, self)
        words = self._wrapped(self.width())
        top = RING + max(0.0, (side - _line_height(words)) / 2)
        area = QRectF(self._chrome() - RING, top, self.width() - self._chrome(), words.height)
        ink = c.ink if self.isEnabled() else c.ink_muted
        words.draw(painter, mirrored(area, whole, way).topLeft(), ink)

    def _wrapped(self, width: int) -> Wrapped:
        font = self._theme.font(self._role)
        return wrap(self.words, font, width - self._chrome(), direction=self.layoutDirection())

    def _chrome(self) -> int:
        return 2 * RING + self._theme.metrics.px(SIDE) + self._theme.metrics.space(_GAP)


def draw_tick(painter: QPainter, theme: Theme, area: QRectF, button: QAbstractButton) -> None:
    """Draw the box of a tick, with its tick when the button is checked."""
    c = theme.colours
    is_on = button.isChecked()
    line = c.accent if is_on or button.underMouse() else c.outline
    if not button.isEnabled():
        line = c.ink_disabled
    box(painter, area, 5, fill=line if is_on else c.surface, line=line, thickness=2)
    if is_on:
        tick = theme.pixmap(Glyph.CHECK, c.on_accent, SIDE - 4, button)
        draw_icon(painter, tick, area)


def _line_height(words: Wrapped) -> float:
    return words.layout.lineAt(0).height() if words.layout.lineCount() else 0.0
