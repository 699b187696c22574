"""A finding as one line that leads to its card: icon, title that wraps, state."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from advisor.telling.cards import CardStory
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS, Showing
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, prepare_painted, wrap
from ui.widgets.roles import Spoken

_RING = 4
_ICON = 17


class FindingLink(QPushButton, Spoken):
    """A button in the look of a link; its name says the state in words."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, story: CardStory, *, name: str) -> None:
        super().__init__()
        self._theme, self._title, self._showing = theme, story.title, showing_of(story)
        prepare_painted(self, theme, story.title)
        self.setAccessibleName(name)

    def show_story(self, story: CardStory, *, name: str) -> None:
        """Show the state that the same finding has now."""
        self._showing = showing_of(story)
        self.setAccessibleName(name)
        self.update()

    def heightForWidth(self, width: int) -> int:
        least = self._theme.metrics.px(26)
        return round(max(least, self._words(width).height + 4)) + 2 * _RING

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._chrome() + self._theme.metrics.px(90), self._theme.metrics.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            inner = whole.adjusted(_RING, _RING, -_RING, -_RING)
            box(painter, inner, m.radius, fill=c.surface)
        if self.hasFocus():
            box(painter, whole, m.radius + _RING, line=c.focus, thickness=m.ring)
        ink, side = c.tones[self._showing.tone].ink, m.px(_ICON)
        place = QRectF(2 * _RING, whole.center().y() - side / 2, side, side)
        picture = self._theme.pixmap(self._showing.glyph, ink, _ICON, self)
        draw_icon(painter, picture, mirrored(place, whole, way))
        words = self._words(self.width())
        left = 2 * _RING + side + m.space(8)
        room = self.width() - self._chrome()
        area = QRectF(left, whole.center().y() - words.height / 2, room, words.height)
        words.draw(painter, QPointF(mirrored(area, whole, way).topLeft()), c.ink)

    def _words(self, width: int) -> Wrapped:
        font, way = self._theme.font(TextRole.STRONG), self.layoutDirection()
        return wrap(self._title, font, width - self._chrome(), direction=way)

    def _chrome(self) -> int:
        metrics = self._theme.metrics
        return 4 * _RING + metrics.px(_ICON) + metrics.space(8)


def showing_of(story: CardStory) -> Showing:
    """Return the icon and the tone of a finding's state."""
    return SHOWINGS[story.marks[1]]
