"""An icon beside words: decoration that a screen reader passes over."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.roles import Spoken


class Picture(QWidget, Spoken):
    """One icon in the accent colour or a tone's, on a `disc` if wanted.

    It has no name: the words carry it.
    """

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        glyph: Glyph,
        *,
        tone: Tone = Tone.ACCENT,
        size: float = 22,
        disc: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._glyph, self._tone, self._size = theme, glyph, tone, size
        self._disc = disc
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_glyph(self, glyph: Glyph, tone: Tone) -> None:
        """Show another icon."""
        self._glyph, self._tone = glyph, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.metrics.px(max(self._size, self._disc))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = self._theme.colours.tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._disc:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.soft))
            painter.drawEllipse(self.rect())
        inset = (self.width() - self._theme.metrics.px(self._size)) / 2
        picture = self._theme.pixmap(self._glyph, tone.edge, self._size, self)
        painter.drawPixmap(QPointF(inset, inset), picture)
