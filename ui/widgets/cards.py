"""Surfaces: cards to put things on, and the page that is empty yet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.painting import box
from ui.widgets.pictures import Picture
from ui.widgets.roles import Spoken
from ui.widgets.text import MUTED, Heading, Text

_EDGE = 5


class Card(QFrame, Spoken):
    """A surface with rounded corners; `tone` colours it and draws an edge where reading begins.

    Put things in `column`. `name` groups them for a screen reader ("Risk: ...").
    """

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        *,
        name: str = "",
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.teach_qt()
        self._theme, self._tone = theme, tone
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def tone(self) -> Tone | None:
        """The tone the card has now."""
        return self._tone

    def set_tone(self, tone: Tone | None) -> None:
        """Give the card another tone, or none."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, radius = self._theme.colours, self._theme.metrics.card_radius
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.contentsRect())
        if self._tone is None:
            box(painter, area, radius, fill=c.surface, line=c.hairline)
            return
        tone = c.tones[self._tone]
        line = tone.edge if tone.soft == c.surface else ""
        box(painter, area, radius, fill=tone.soft, line=line)
        outline = QPainterPath()
        outline.addRoundedRect(area, radius, radius)
        painter.setClipPath(outline)
        is_leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = area.right() - _EDGE if is_leftward else area.left()
        painter.fillRect(QRectF(left, area.top(), _EDGE, area.height()), QColor(tone.edge))

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side, top = metrics.space(22), metrics.space(18)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(metrics.space(10))


class EmptyState(QWidget):
    """What a page says while there is nothing to show, and the way on.

    Put the buttons in `ways`.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        glyph: Glyph,
        title: str,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.metrics.space(24), 0, theme.metrics.space(24))
        column.setSpacing(theme.metrics.space(12))
        column.addWidget(Picture(theme, glyph, size=44, parent=self))
        self.heading = Heading(title, level=2, parent=self)
        fill(column, self.heading, Text(text, role=TextRole.LEAD, tint=MUTED, parent=self))
        self.ways = FlowLayout()
        column.addLayout(self.ways)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
