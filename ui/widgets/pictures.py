"""An icon beside words: decoration that a screen reader passes over."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.roles import Spoken


class Picture(QWidget, Spoken):
    """One icon in the accent colour, or in a tone's. It has no name: the words carry it."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        glyph: Glyph,
        *,
        tone: Tone = Tone.ACCENT,
        size: float = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._glyph, self._tone, self._size = theme, glyph, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_glyph(self, glyph: Glyph, tone: Tone) -> None:
        """Show another icon."""
        self._glyph, self._tone = glyph, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.metrics.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._theme.colours.tones[self._tone].edge
        picture = self._theme.pixmap(self._glyph, colour, self._size, self)
        QPainter(self).drawPixmap(QPointF(0, 0), picture)
