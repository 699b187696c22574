"""Options as cards: a radio button or a tick box with a title and a hint that wrap.

The classes are Qt's own radio button and check box with another face, so role, keys, exclusive
choice and what a screen reader hears stay native. The hint is the spoken description.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import TwoLines, box, mirrored, two_lines
from ui.widgets.radio_group import ChoiceButton

_RING = 4
_LEAST, _AIR = 36, 6
"""How high a card is at the least, and how much it has above and under its words."""
_SIDE = 20
_LETTER = 24
_LEAST_WORDS = 120


class _Card(ChoiceButton, ShowsWords):
    """Measures and paints the card."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        hint: str = "",
        is_quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint, self._is_quiet, self._letter = hint, is_quiet, ""
        self.prepare(theme, title)
        self.setAccessibleDescription(hint)

    def shown_words(self) -> Sequence[str]:
        return self.words, self._hint

    def show_letter(self, letter: str) -> None:
        """Show and say which key of one letter chooses it, while such keys are left on."""
        self._letter = letter
        self._name_letter()
        self._theme.changed.connect(self._name_letter)

    @property
    def letter(self) -> str:
        """The letter or figure that chooses it; empty where none does."""
        return self._letter if self._theme.has_letter_keys else ""

    def _name_letter(self) -> None:
        named = _("{letter}: {option}").format(letter=self.letter, option=self.words)
        self.setAccessibleName(named if self.letter else self.words)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        inner = self._words(width).height + 2 * self._theme.metrics.space(_AIR)
        return round(max(inner, self._theme.metrics.px(_LEAST))) + 2 * _RING

    def sizeHint(self) -> QSize:
        # The title on one line, within reason.
        least = self._chrome() + self._theme.metrics.px(_LEAST_WORDS)
        title = self._words(10_000).title
        width = max(least, min(self._chrome() + round(title.natural_width) + 2, 3 * least))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # Below this words would break badly.
        width = self._chrome() + self._theme.metrics.px(_LEAST_WORDS)
        return QSize(width, self._theme.metrics.target + 2 * _RING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        # At rest as wide as the words above it; the ring takes its room from the card.
        rest = whole.adjusted(0, _RING, 0, -_RING)
        side = _RING if self.hasFocus() else 0
        body = rest.adjusted(side, 0, -side, 0)
        chosen, live = self.isChecked(), self.isEnabled()
        hovered = live and self.underMouse()
        fill = c.accent_soft if chosen else c.surface
        line = c.accent if (chosen or hovered) and live else c.outline
        if chosen or hovered or not self._is_quiet:
            box(painter, body, m.radius + 2, fill=fill, line=line, thickness=2 if chosen else 1)
        if self.hasFocus():
            box(painter, whole, m.radius + _RING + 2, line=c.focus, thickness=m.ring)
        if self.letter:
            self._paint_letter(painter, rest)
        self._paint_mark(painter, rest)
        self._paint_words(painter, rest)

    def _paint_letter(self, painter: QPainter, body: QRectF) -> None:
        c, m = self._theme.colours, self._theme.metrics
        side = m.px(_LETTER)
        area = QRectF(body.left() + self._pad_x(), body.center().y() - side / 2, side, side)
        area = mirrored(area, body, self.layoutDirection())
        box(painter, area, m.radius - 2, fill=c.sunken, line=c.outline)
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(c.ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.letter)

    def _paint_mark(self, painter: QPainter, body: QRectF) -> None:
        c, m = self._theme.colours, self._theme.metrics
        side = m.px(_SIDE)
        left = body.left() + self._pad_x() + self._letter_room()
        area = QRectF(left, body.center().y() - side / 2, side, side)
        area = mirrored(area, body, self.layoutDirection())
        chosen = self.isChecked()
        line = c.accent if chosen else c.outline
        if not self.isEnabled():
            line = c.ink_disabled
        if isinstance(self, QRadioButton):
            painter.setBrush(QColor(c.surface))
            dashes = Qt.PenStyle.DashLine if self._is_quiet else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(line), 2, dashes))
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(line))
                painter.drawEllipse(area.center(), side / 4, side / 4)
            return
        fill, dashed = line if chosen else c.surface, self._is_quiet and not chosen
        box(painter, area, 5, fill=fill, line=line, thickness=2, dashed=dashed)
        if chosen:
            tick = self._theme.pixmap(Glyph.CHECK, c.on_accent, _SIDE - 4, self)
            painter.drawPixmap(area.topLeft() + QPointF(m.px(2), m.px(2)), tick)

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        c = self._theme.colours
        words = self._words(self.width())
        width = self.width() - self._chrome()
        left = self._pad_x() + self._letter_room() + self._theme.metrics.px(_SIDE) + self._gap()
        area = QRectF(body.left() + left, body.center().y() - words.height / 2, width, words.height)
        area = mirrored(area, body, self.layoutDirection())
        ink = c.accent_ink if self.isChecked() else c.ink
        muted = c.ink_muted
        if not self.isEnabled():
            ink = muted = c.ink_disabled
        words.draw(painter, area.topLeft(), ink, muted)

    def _words(self, width: int) -> TwoLines:
        room = width - self._chrome()
        return two_lines(self._theme, self.words, self._hint, room, self.layoutDirection())

    def _chrome(self) -> int:
        mark = self._letter_room() + self._theme.metrics.px(_SIDE) + self._gap()
        return 2 * _RING + 2 * self._pad_x() + mark

    def _letter_room(self) -> int:
        return self._theme.metrics.px(_LETTER) + self._gap() if self.letter else 0

    def _pad_x(self) -> int:
        return self._theme.metrics.space(14)

    def _gap(self) -> int:
        return self._theme.metrics.space(13)


class RadioCard(_Card, QRadioButton):
    """One of several options that exclude each other."""

    spoken_role = QAccessible.Role.RadioButton


class TickCard(_Card, QCheckBox):
    """One of several options of which any number may be chosen."""

    spoken_role = QAccessible.Role.CheckBox
