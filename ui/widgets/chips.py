"""Small choices in a row, as pills: one of a few."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import FlowLayout, fit_height
from ui.widgets.marking import mark_line
from ui.widgets.painting import box, draw_icon, leading, mirrored
from ui.widgets.radio_group import ChoiceButton, ChoiceGroup

_RING = 4
_ICON = 16


class Chip(ChoiceButton, QRadioButton):
    """One of a few that exclude each other, as a pill."""

    spoken_role = QAccessible.Role.RadioButton

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.prepare(theme, words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # Room for the tick is kept so that nothing jumps.
        m = self._theme.metrics
        words = self._theme.size_of(self.text(), TextRole.SMALL_STRONG)
        width = words.width() + m.px(_ICON) + m.px(5) + 2 * m.px(12)
        return QSize(round(width) + 2 * _RING + 1, m.px(32) + 2 * _RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest, halo = leading(QRectF(self.rect()), _RING, self.layoutDirection())
        self._paint_pill(painter, rest, halo)
        chosen = self.isChecked()
        ink = c.accent_ink if chosen else c.ink
        ink = ink if self.isEnabled() else c.ink_disabled
        icon, gap = m.px(_ICON), m.px(5)
        area = rest.adjusted(m.px(12), 0, -m.px(12), 0)
        if chosen:
            place = QRectF(area.left(), area.top(), icon, area.height())
            tick = self._theme.pixmap(Glyph.CHECK, ink, _ICON, self)
            draw_icon(painter, tick, mirrored(place, area, self.layoutDirection()))
            words = area.adjusted(icon + gap, 0, 0, 0)
            area = mirrored(words, area, self.layoutDirection())
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(ink)
        mark_line(painter, area, Qt.AlignmentFlag.AlignCenter, self.words)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.words)

    def _paint_pill(self, painter: QPainter, rest: QRectF, halo: QRectF) -> None:
        c, m = self._theme.colours, self._theme.metrics
        body = halo.adjusted(_RING, _RING, -_RING, -_RING) if self.hasFocus() else rest
        is_on = self.isChecked() and self.isEnabled()
        line = c.accent if is_on or self.underMouse() else c.outline
        line = line if self.isEnabled() else c.hairline
        fill = c.accent_soft if is_on else c.surface
        box(painter, body, body.height() / 2, fill=fill, line=line, thickness=2 if is_on else 1)
        if self.hasFocus():
            box(painter, halo, halo.height() / 2, line=c.focus, thickness=m.ring)


class Chips(ChoiceGroup):
    """A named row of pills that wraps; `options` are (key, words) pairs."""

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        arrows_choose: bool = True,
    ) -> None:
        super().__init__(name=name, exclusive=True, arrows_choose=arrows_choose)
        self.chips = {key: Chip(theme, words, self) for key, words in options}
        self.hold(self.chips)
        row = FlowLayout(self, gap=2)
        for chip in self.chips.values():
            chip.clicked.connect(self.report)
            row.addWidget(chip)
        fit_height(self)
