"""A button in a line of text: small words in the accent colour, as high as a target must be."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce_opening
from ui.widgets.marking import mark_line, without_mnemonic
from ui.widgets.painting import box, draw_icon, mirrored, prepare_painted
from ui.widgets.roles import Spoken

_ICON = 15
_PAD = 7


class LinkButton(QPushButton, Spoken):
    """Says in a few words what it does; ``name`` says what it does it to.

    One that opens something says so by ``show_open``.
    """

    spoken_role = QAccessible.Role.Button

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        name: str = "",
        glyph: Glyph | None = None,
        trailing: Glyph | None = None,
        tone: Tone = Tone.ACCENT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._glyph, self._trailing, self._tone = theme, glyph, trailing, tone
        self._sized: tuple[object, QSize] = (), QSize()
        prepare_painted(self, theme, words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)

    def show_open(self, *, is_open: bool) -> None:
        """Show whether what it opens is open, and tell a screen reader."""
        self._trailing = Glyph.CHEVRON_DOWN if is_open else Glyph.CHEVRON_RIGHT
        self.spoken_open = is_open
        announce_opening(self)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icons = bool(self._glyph) + bool(self._trailing)
        of = self.text(), icons, self._theme.metrics.text_size
        # Layouts ask over and over, also where nothing has changed.
        if self._sized[0] != of:
            self._sized = of, self._fitting(icons)
        return self._sized[1]

    def _fitting(self, icons: int) -> QSize:
        m = self._theme.metrics
        words = self._theme.size_of(self.text(), TextRole.SMALL_STRONG).width()
        beside = icons * (m.px(_ICON) + m.px(4)) + 2 * m.px(_PAD)
        return QSize(round(words + beside) + 1, m.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        tone = c.tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, whole, m.radius, fill=tone.soft, line=tone.edge)
        if self.hasFocus():
            box(painter, whole, m.radius, line=c.focus, thickness=m.ring)
        ink = tone.ink if self.isEnabled() else c.ink_disabled
        x = self._draw_icon(painter, self._glyph, float(m.px(_PAD)), ink)
        words = self._theme.size_of(self.text(), TextRole.SMALL_STRONG).width() + 1
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        painter.setPen(ink)
        area = mirrored(QRectF(x, 0, words, whole.height()), whole, way)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        mark_line(painter, area, Qt.AlignmentFlag.AlignCenter, without_mnemonic(self.text()))
        painter.drawText(area, flags, self.text())
        self._draw_icon(painter, self._trailing, x + words + m.px(4), ink)

    def _draw_icon(self, painter: QPainter, glyph: Glyph | None, x: float, ink: str) -> float:
        """Draw an icon where it begins; return where what follows it begins."""
        if glyph is None:
            return x
        side, whole = self._theme.metrics.px(_ICON), QRectF(self.rect())
        area = mirrored(QRectF(x, 0, side, whole.height()), whole, self.layoutDirection())
        draw_icon(painter, self._theme.pixmap(glyph, ink, _ICON, self), area)
        return x + side + self._theme.metrics.px(4)
