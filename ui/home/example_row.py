"""An example as a row: its name, what it is, what its advice comes to."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.models.values import Value
from advisor.telling.grammar import beside
from advisor.telling.spoken import in_one_run
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, prepare_painted, wrap

if TYPE_CHECKING:
    from advisor.telling.plan_lists import ToldPlan

_SIDE, _ICON, _GAP, _HIGH, _LEAST_ABOUT = 14, 18, 16, 42, 320


class _Words(Value):
    """What a row says, broken into lines; beside each other, or else below each other."""

    title: Wrapped
    about: Wrapped
    signs: Wrapped
    are_beside: bool

    @property
    def each(self) -> tuple[Wrapped, ...]:
        """All that says anything."""
        return tuple(words for words in (self.title, self.about, self.signs) if words.text)

    @property
    def height(self) -> float:
        """How high they stand."""
        heights = [words.height for words in self.each]
        return max(heights) if self.are_beside else sum(heights)


def signs_of(told: "ToldPlan") -> str:
    """Return what the advice on an example comes to, in one line."""
    return beside(*(sign.words for sign in told.risks))


class ExampleRow(QPushButton, ShowsWords):
    """A row that opens a copy of an example, as high as what it says.

    ``title`` is what it is called among the others, ``longest`` the longest of those titles and
    of what the advice on them comes to: in all rows the same things stand under each other. Where
    what the plan is would have little room between the two, they stand below each other.
    """

    def __init__(
        self,
        theme: Theme,
        told: "ToldPlan",
        title: str,
        longest: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._told = theme, told
        self._title, self._longest = title, longest
        self._signs = signs_of(told)
        prepare_painted(self, theme, in_one_run((told.title, self._signs)))
        # A screen reader says this after the name.
        self.setToolTip(told.about)

    def shown_words(self) -> Sequence[str]:
        return self._title, self._told.about, self._signs

    def heightForWidth(self, width: int) -> int:
        m = self._theme.metrics
        return max(m.px(_HIGH), round(self._words(width).height) + 2 * m.space(6))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(480), self._theme.metrics.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), self._theme.metrics.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse():
            box(painter, whole.adjusted(2, 1, -2, -1), m.radius, fill=c.accent_soft)
        side = m.px(_ICON)
        icon = QRectF(whole.right() - m.px(_SIDE) - side, 0, side, whole.height())
        picture = self._theme.pixmap(Glyph.CHEVRON_RIGHT, c.ink_muted, _ICON, self)
        draw_icon(painter, picture, mirrored(icon, whole, way))
        words = self._words(self.width())
        for part, area in self._places(words, icon.left() - m.px(_GAP)):
            ink = c.ink_muted if part is words.about else c.ink
            part.draw(painter, mirrored(area, whole, way).topLeft(), ink)
        if self.hasFocus():
            box(painter, whole.adjusted(1, 1, -1, -1), m.radius, line=c.focus, thickness=m.ring)

    def _places(self, words: _Words, end: float) -> Iterator[tuple[Wrapped, QRectF]]:
        """Yield what is said with where it stands, left of ``end``."""
        m, middle = self._theme.metrics, self.height() / 2
        at = QPointF(m.px(_SIDE), middle - words.height / 2)
        for part in words.each:
            if words.are_beside:
                x = end - part.width if part is words.signs else at.x()
                yield part, QRectF(x, middle - part.height / 2, part.width, part.height)
                at.setX(at.x() + part.width + m.px(_GAP))
            else:
                yield part, QRectF(at.x(), at.y(), part.width, part.height)
                at.setY(at.y() + part.height)

    def _words(self, width: int) -> _Words:
        """Break what the row says into lines for its width."""
        m, size_of, way = self._theme.metrics, self._theme.size_of, self.layoutDirection()
        room = max(m.px(40), width - 2 * m.px(_SIDE) - m.px(_ICON) - m.px(_GAP))
        # What was measured as fitting may be broken for a fraction of a pixel.
        longest_title, longest_signs = self._longest
        title = size_of(longest_title, TextRole.STRONG).width() + 2
        signs = size_of(longest_signs, TextRole.SMALL_STRONG).width() + 2
        about = room - title - signs - 2 * m.px(_GAP)
        are_beside = about >= m.px(_LEAST_ABOUT)
        widths = (title, about, signs) if are_beside else (room,) * 3
        texts = self._title, self._told.about, self._signs
        roles = TextRole.STRONG, TextRole.SMALL, TextRole.SMALL_STRONG
        parts = [
            wrap(text, self._theme.font(role), wide, direction=way)
            for text, role, wide in zip(texts, roles, widths, strict=True)
        ]
        return _Words(title=parts[0], about=parts[1], signs=parts[2], are_beside=are_beside)
