"""One line of a task list: a button as wide as the list, with how far the task is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.models.marks import Mark
from advisor.telling.words import MARK
from ui.theme.glyphs import Glyph
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import TwoLines, box, draw_icon, mirrored, prepare_painted, two_lines

_RING = 4
_ICON = 24


class TaskRow(QPushButton, ShowsWords):
    """A task with its state as word, icon and colour. Pressing it opens the task."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self._mark, self._note = Mark.NOT_STARTED, ""
        prepare_painted(self, theme, title)
        self.show_state(Mark.NOT_STARTED, "")

    @property
    def mark(self) -> Mark:
        """How far the task is."""
        return self._mark

    def show_state(self, mark: Mark, note: str) -> None:
        """Show how far the task is, with a few words."""
        self._mark, self._note = mark, note
        self.setAccessibleName(", ".join((self._title, *self._second_line())))
        self.updateGeometry()
        self.update()

    def shown_words(self) -> Sequence[str]:
        return self._title, " · ".join(self._second_line())

    def sizeHint(self) -> QSize:
        width = self._theme.metrics.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.metrics.px(220)
        return QSize(width, self._theme.metrics.target + 2 * _RING)

    def heightForWidth(self, width: int) -> int:
        inner = max(self._words(width).height, self._theme.metrics.px(_ICON))
        return round(inner + 2 * self._theme.metrics.space(12) + 2 * _RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        rest = whole.adjusted(0, _RING, 0, -_RING)
        inset = _RING if self.hasFocus() else 0
        is_warm = self.underMouse() or self.isDown()
        fill, line = (c.accent_soft, c.accent) if is_warm else (c.surface, c.outline)
        box(painter, rest.adjusted(inset, 0, -inset, 0), m.card_radius, fill=fill, line=line)
        if self.hasFocus():
            box(painter, whole, m.card_radius + _RING, line=c.focus, thickness=m.ring)
        showing = SHOWINGS[self._mark]
        side = m.px(_ICON)
        start = QRectF(rest.left() + m.space(16), rest.center().y() - side / 2, side, side)
        end = start.translated(rest.width() - side - 2 * m.space(16), 0)
        for area, glyph, colour in (
            (start, showing.glyph, c.tones[showing.tone].edge),
            (end, Glyph.CHEVRON_RIGHT, c.ink_muted),
        ):
            picture = self._theme.pixmap(glyph, colour, _ICON, self)
            draw_icon(painter, picture, mirrored(area, rest, way))
        words = self._words(self.width())
        area = QRectF(
            start.right() + m.space(14),
            rest.center().y() - words.height / 2,
            self._room(self.width()),
            words.height,
        )
        words.draw(painter, mirrored(area, rest, way).topLeft(), c.ink, c.ink_muted)

    def _words(self, width: int) -> TwoLines:
        second, room = " · ".join(self._second_line()), self._room(width)
        return two_lines(self._theme, self._title, second, room, self.layoutDirection())

    def _second_line(self) -> tuple[str, ...]:
        return tuple(part for part in (MARK[self._mark], self._note) if part)

    def _room(self, width: int) -> int:
        metrics = self._theme.metrics
        around = 2 * metrics.px(_ICON) + 2 * metrics.space(14) + 2 * metrics.space(16)
        return width - around - 2 * _RING
