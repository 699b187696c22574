"""A question with what was said to it, as one row that is pressed to change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from advisor.language import _
from advisor.telling.questions_list import ListedQuestion, Those
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsWords
from ui.widgets.menus import open_at
from ui.widgets.painting import Wrapped, box, draw_icon, line_above, mirrored, prepare_painted, wrap

_LABEL, _WIDE_LABEL, _BESIDE_FROM = 132, 176, 340
"""The width of a label where room is short or not, and the least of a row that has both."""

_ICON, _LEAST_HEIGHT = 16, 34


@dataclass(slots=True)
class _Placed:
    """Where everything on a row stands, as it lies when text runs from left to right."""

    height: float = 0.0
    words: list[tuple[Wrapped, QRectF, str]] = field(default_factory=list)
    icons: list[tuple[Glyph, str, QRectF]] = field(default_factory=list)


class AnswerRow(QPushButton, ShowsWords):
    """Shows a ``ListedQuestion``. ``move`` leads the keyboard to the row before or after it."""

    def __init__(
        self,
        theme: Theme,
        line: ListedQuestion,
        move: Callable[["AnswerRow", int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._move, self.line = theme, move, line
        self._placed: dict[int, _Placed] = {}
        prepare_painted(self, theme, line.name)
        self._describe()
        theme.changed.connect(self._recolour)
        theme.resized.connect(self._forget)

    def show_line(self, line: ListedQuestion) -> None:
        """Show the same question as it is now."""
        if line != self.line:
            self.line = line
            self.setText(line.name.replace("&", "&&"))
            self.setAccessibleName(line.name)
            self._describe()
            self._forget()

    def shown_words(self) -> Sequence[str]:
        return tuple(words.text for words, _area, _ink in self._at(self.width()).words)

    def heightForWidth(self, width: int) -> int:
        return round(self._at(width).height)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(400), self._theme.metrics.px(_LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(200), self._theme.metrics.px(_LEAST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._move(self, -1)
            case Qt.Key.Key_Down:
                self._move(self, 1)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.line.verb, self.click)
        line = self.line
        copied = "\n".join(filter(None, (line.asked, line.answered, line.note, *line.otherwise)))
        menu.addAction(_("Copy"), partial(QGuiApplication.clipboard().setText, copied))
        open_at(menu, self, event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.y() > 0:
            line_above(painter, self._theme, whole)
        if self.underMouse() or self.isDown():
            box(painter, whole.adjusted(3, 1, -3, -2), m.radius, fill=c.accent_soft)
        if self.hasFocus():
            box(painter, whole, m.radius + 2, line=c.focus, thickness=m.ring)
        placed = self._at(self.width())
        for glyph, ink, area in placed.icons:
            picture = self._theme.pixmap(glyph, ink, _ICON, self)
            draw_icon(painter, picture, mirrored(area, whole, way))
        for words, area, ink in placed.words:
            words.draw(painter, mirrored(area, whole, way).topLeft(), ink)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.line.spoken)
        self.setToolTip(self.line.asked)

    def _forget(self) -> None:
        self._recolour()
        self.updateGeometry()

    def _recolour(self) -> None:
        self._placed.clear()
        self.update()

    def _at(self, width: int) -> _Placed:
        if width not in self._placed:
            self._placed[width] = self._place(width)
        return self._placed[width]

    def _place(self, width: int) -> _Placed:
        m, c, line = self._theme.metrics, self._theme.colours, self.line
        placed = _Placed()
        pad, top = float(m.space(14)), float(m.space(7))
        right = self._place_end(placed, width - pad, top)
        is_beside = width >= m.px(_BESIDE_FROM)
        wide = min(max(m.px(_LABEL), round(0.34 * width)), m.px(_WIDE_LABEL))
        label = wide if is_beside else right - pad
        below = self._words(placed, line.label, TextRole.SMALL, c.ink_muted, pad, top, label)
        left, y = (pad + label + m.space(12), top) if is_beside else (pad, below)
        ink = c.tones[Tone.UNCERTAIN].ink if line.is_open else c.ink
        if Those.NOT_ASKED in line.kinds:
            ink = c.ink_muted
            left = self._icon(placed, Glyph.CIRCLE_SLASH, ink, left, y)
        elif line.is_open:
            left = self._icon(placed, Glyph.CIRCLE_DASHED, ink, left, y)
        role = TextRole.SMALL if line.is_open else TextRole.SMALL_STRONG
        y = self._words(placed, line.answered, role, ink, left, y, right - left)
        caution = c.tones[Tone.CAUTION].ink
        for waiting in line.unfinished:
            at = self._icon(placed, Glyph.TRIANGLE_ALERT, caution, left, y)
            y = self._words(placed, waiting, TextRole.SMALL_STRONG, caution, at, y, right - at)
        if line.note:
            y = self._words(placed, line.note, TextRole.SMALL, c.ink_muted, left, y, right - left)
        for differing in line.otherwise:
            at = self._icon(placed, Glyph.MESSAGE_SQUARE, caution, left, y)
            y = self._words(placed, differing, TextRole.SMALL_STRONG, caution, at, y, right - at)
        placed.height = max(max(below, y) + top, float(m.px(_LEAST_HEIGHT)))
        return placed

    def _place_end(self, placed: _Placed, end: float, top: float) -> float:
        """Put what a press does at the end of a row: in a word, or as a pencil; return its left."""
        m, c = self._theme.metrics, self._theme.colours
        if not self.line.is_open:
            left = end - m.px(_ICON)
            self._icon(placed, Glyph.PENCIL, c.accent_ink, left, top)
            return left - m.space(12)
        font = self._theme.font(TextRole.SMALL_STRONG)
        verb = self.line.verb
        wide = QFontMetricsF(font).horizontalAdvance(verb) + 2
        self._words(placed, verb, TextRole.SMALL_STRONG, c.accent_ink, end - wide, top, wide)
        return end - wide - m.space(12)

    def _icon(self, placed: _Placed, glyph: Glyph, ink: str, left: float, top: float) -> float:
        """Put an icon before words that begin at the same height; return where they begin."""
        side = float(self._theme.metrics.px(_ICON))
        high = QFontMetricsF(self._theme.font(TextRole.SMALL)).height()
        placed.icons.append((glyph, ink, QRectF(left, top, side, high)))
        return left + side + self._theme.metrics.space(6)

    def _words(
        self,
        placed: _Placed,
        words: str,
        role: TextRole,
        ink: str,
        left: float,
        top: float,
        room: float,
    ) -> float:
        """Put words in as many lines as they take; return where they end."""
        font, way = self._theme.font(role), self.layoutDirection()
        wrapped = wrap(words, font, max(1.0, room), direction=way)
        placed.words.append((wrapped, QRectF(left, top, room, wrapped.height), ink))
        return top + wrapped.height
