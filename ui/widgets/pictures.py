"""An icon beside words: decoration that a screen reader passes over."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.roles import Spoken


class Picture(QWidget, Spoken):
    """One icon in the accent colour or a tone's, on a `disc` if wanted.

    `beside` words of a role it stands in the middle of their first line. It has no name: the
    words carry it.
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
        beside: TextRole | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._glyph, self._tone, self._size = theme, glyph, tone, size
        self._disc, self._beside = disc, beside
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.measures(self)

    def show_glyph(self, glyph: Glyph, tone: Tone) -> None:
        """Show another icon."""
        self._glyph, self._tone = glyph, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.metrics.px(max(self._size, self._disc))
        line = 0.0 if self._beside is None else self._theme.size_of("X", self._beside).height()
        return QSize(side, max(side, round(line)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = self._theme.colours.tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._disc:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.soft))
            painter.drawEllipse(self.rect())
        side = self._theme.metrics.px(self._size)
        inset, above = (self.width() - side) / 2, (self.height() - side) / 2
        picture = self._theme.pixmap(self._glyph, tone.edge, self._size, self)
        painter.drawPixmap(QPointF(inset, above), picture)
