"""Surfaces to put things on."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.colours import Tone
from ui.theme.theme import Theme
from ui.widgets.layouts import column_in
from ui.widgets.painting import box, cover, mirrored
from ui.widgets.roles import Spoken

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
        self._theme, self._tone = theme, tone
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self._fit()
        theme.resized.connect(self._fit)

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


class Ground(StrEnum):
    """What a surface is: what it lies on, and where it ends in a line."""

    CARD = "card"
    SUNKEN = "sunken"
    FOOT = "foot"
    HEAD = "head"
    SIDE = "side"


class _Lines(NamedTuple):
    """How thick the lines are at the edges of a surface, in logical pixels."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


_LINES = {
    Ground.FOOT: _Lines(top=1),
    Ground.HEAD: _Lines(bottom=1),
    Ground.SIDE: _Lines(left=1),
}
_AROUND = _Lines(1, 1, 1, 1)


class Surface(QFrame):
    """A surface with a line around it or along an edge; what lies on it begins within the line."""

    def __init__(self, theme: Theme, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ground = theme, ground
        self._keep_room_for_lines()

    def _keep_room_for_lines(self) -> None:
        left, top, right, bottom = _LINES.get(self._ground, _AROUND)
        if self.isRightToLeft():
            left, right = right, left
        self.setContentsMargins(left, top, right, bottom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._keep_room_for_lines()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, metrics, area = self._theme.colours, self._theme.metrics, QRectF(self.rect())
        painter = QPainter(self)
        lines = _LINES.get(self._ground)
        if lines is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_card = self._ground is Ground.CARD
            radius = metrics.card_radius if is_card else metrics.radius
            box(painter, area, radius, fill=c.surface if is_card else c.sunken, line=c.hairline)
            return
        inner = area.adjusted(lines.left, lines.top, -lines.right, -lines.bottom)
        cover(painter, area, c.hairline)
        cover(painter, mirrored(inner, area, self.layoutDirection()), c.surface)


class Rule(QFrame):
    """A thin line between what stands above it and what stands below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        cover(QPainter(self), QRectF(self.rect()), self._theme.colours.hairline)


class RowsFrame(QFrame):
    """The surface on which rows lie, in a pile that places them."""

    def __init__(self, theme: Theme, pile: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = column_in(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(pile)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, radius = self._theme.colours, self._theme.metrics.card_radius
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), radius, fill=c.surface, line=c.hairline)
