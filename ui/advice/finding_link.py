"""A statement as a button of two lines that opens it: icon, title that wraps, what is so here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from advisor.telling.cards import CardStory
from advisor.telling.words import MARK
from ui.advice.row_face import showing_of
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import (
    TwoLines,
    box,
    draw_icon,
    mirrored,
    prepare_painted,
    two_lines,
)
from ui.widgets.roles import Spoken

_RING = 4
_ICON = 17


class FindingLink(QPushButton, Spoken, ShowsWords):
    """A button in the look of a link; its second line says the state in words."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, story: CardStory, *, name: str) -> None:
        super().__init__()
        self._theme, self._title = theme, story.title
        prepare_painted(self, theme, story.title)
        self.show_story(story, name=name)

    def show_story(self, story: CardStory, *, name: str) -> None:
        """Show the state that the same statement has now."""
        self._showing, self._state = showing_of(story), _state(story)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def shown_words(self) -> Sequence[str]:
        return self._title, self._state

    def heightForWidth(self, width: int) -> int:
        return round(max(24, self._words(width).height)) + 2 * _RING

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._chrome() + self._theme.metrics.px(90), self._theme.metrics.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, whole, m.radius, fill=c.accent_soft)
        if self.hasFocus():
            box(painter, whole, m.radius, line=c.focus, thickness=m.ring)
        ink, side = c.tones[self._showing.tone].ink, m.px(_ICON)
        place = QRectF(_RING, _RING + 1, side, side)
        picture = self._theme.pixmap(self._showing.glyph, ink, _ICON, self)
        draw_icon(painter, picture, mirrored(place, whole, way))
        words = self._words(self.width())
        left, room = _RING + side + m.space(8), self.width() - self._chrome()
        area = mirrored(QRectF(left, _RING, room, words.height), whole, way)
        words.draw(painter, area.topLeft(), c.ink, ink)

    def _words(self, width: int) -> TwoLines:
        room, way = width - self._chrome(), self.layoutDirection()
        return two_lines(self._theme, self._title, self._state, room, way)

    def _chrome(self) -> int:
        metrics = self._theme.metrics
        return 2 * _RING + metrics.px(_ICON) + metrics.space(8)


def _state(story: CardStory) -> str:
    """Say what is so in this plan: the state of a risk that applies, else whether it applies."""
    return MARK[story.marks[1] if story.state is not None else story.marks[0]]
