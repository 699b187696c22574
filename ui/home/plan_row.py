"""Paints one plan of the list as a row: name, answered, safety, risks, changed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from advisor.models.marks import Mark
from advisor.models.values import Value
from advisor.telling.grammar import beside
from ui.home.plans_model import TOLD_ROLE, Index
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, cover, draw_icon, mirrored, one_line, wrap

if TYPE_CHECKING:
    from advisor.telling.plan_lists import Sign, ToldPlan

_HIGH, _BAR, _ICON, _GAP, _SIDE = 54, 6, 16, 6, 14
_WIDE = 900
"""From this width on the columns stand beside each other."""

MEASURED = 100
"""How many rows are measured when all are given one size."""


class Columns(Value):
    """Where the columns begin and end, from left to right."""

    name: tuple[float, float]
    answered: tuple[float, float]
    safety: tuple[float, float]
    risks: tuple[float, float]
    changed: tuple[float, float]


def columns(theme: Theme, width: int) -> Columns | None:
    """Return the columns at a width; None where they do not fit beside each other."""
    m = theme.metrics
    if width < m.px(_WIDE):
        return None
    side, more = m.px(_SIDE), m.target
    room = width - 2 * side - more
    ends = [side + room * share for share in (0.0, 0.335, 0.425, 0.582, 0.895, 1.0)]
    spans = [(start, end - m.px(10)) for start, end in pairwise(ends)]
    name, answered, safety, risks, changed = spans
    return Columns(name=name, answered=answered, safety=safety, risks=risks, changed=changed)


class PlanRows(QStyledItemDelegate):
    """Draws the rows; where there is little room the words of one stand below each other."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent
        self._largest: dict[tuple[int, int], QSize] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        # Not the width that Qt asks with: it lays rows out for a room without the bar, too.
        width = self._view.viewport().width()
        if not self._view.uniformItemSizes():
            return self._size(index, width)
        # Asked once for all: the rows that are read first speak for those that follow.
        key = (width, self._theme.metrics.text_size)
        if key not in self._largest:
            among = range(min(MEASURED, index.model().rowCount()))
            sizes = [self._size(index.sibling(row, 0), width) for row in among]
            self._largest[key] = max(sizes, key=QSize.height, default=QSize(width, 0))
        return self._largest[key]

    def forget(self) -> None:
        """Measure again, for other plans."""
        self._largest.clear()

    def _size(self, index: Index, width: int) -> QSize:
        told: ToldPlan | None = index.data(TOLD_ROLE)
        m, at = self._theme.metrics, columns(self._theme, width)
        if told is None:
            return QSize(width, m.px(_HIGH))
        if at is not None:
            start, end = at.name
            # Most names have room, and to break lines takes much longer than to measure one.
            strong = QFontMetricsF(self._theme.font(TextRole.STRONG))
            if strong.horizontalAdvance(told.title) <= end - start:
                return QSize(width, m.px(_HIGH))
            name = sum(words.height for words, _ink in self._named(told, end - start))
            return QSize(width, max(m.px(_HIGH), round(name) + 2 * m.space(8)))
        room = self._room(width)
        lines = (wrap(text, self._theme.font(role), room) for text, role in self._stacked(told))
        return QSize(width, round(sum(line.height for line in lines)) + 2 * m.space(10))

    def more_area(self, row: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Return where *More* is in a row, large enough to be hit."""
        side = self._theme.metrics.target
        top = row.center().y() - side / 2
        area = QRectF(row.right() - side - 4, top, side, side)
        return mirrored(area, QRectF(row), direction).toRect()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told: ToldPlan | None = index.data(TOLD_ROLE)
        if told is None:
            return
        c, m = self._theme.colours, self._theme.metrics
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # PySide loads every metric and picture of a style with it: once there are plans.
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415

        state: QStyle.StateFlag = option.state
        is_under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        cover(painter, area, c.accent_soft if is_under_mouse else c.surface)
        side = m.px(_SIDE)
        line = QRectF(area.left() + side, area.bottom() - 1, area.width() - 2 * side, 1)
        cover(painter, line, c.hairline)
        at = columns(self._theme, round(area.width()))
        if at is None:
            self._paint_stacked(painter, area, told)
        else:
            self._paint_columns(painter, area, told, at)
        picture = self._theme.pixmap(Glyph.ELLIPSIS, c.ink_muted, 18, self._view)
        more = self.more_area(option.rect, self._view.layoutDirection())
        draw_icon(painter, picture, QRectF(more))
        is_current = index == self._view.currentIndex() and self._view.hasFocus()
        if is_current:
            box(painter, area.adjusted(1, 1, -1, -2), m.radius, line=c.focus, thickness=m.ring)
        painter.restore()

    def _paint_columns(
        self, painter: QPainter, area: QRectF, told: "ToldPlan", at: Columns
    ) -> None:
        c, m = self._theme.colours, self._theme.metrics

        def place(span: tuple[float, float]) -> QRectF:
            start, end = span
            part = QRectF(area.left() + start, area.top(), end - start, area.height())
            return mirrored(part, area, self._view.layoutDirection())

        self._paint_name(painter, place(at.name), told)
        answered = place(at.answered)
        self._paint_bar(painter, answered, told)
        self._line(painter, answered, told.of_all, TextRole.SMALL, c.ink_muted, m.px(10))
        self._paint_signs(painter, place(at.safety), (told.safety,), strong=True)
        self._paint_signs(painter, place(at.risks), told.risks, strong=False)
        self._line(painter, place(at.changed), told.changed, TextRole.SMALL, c.ink_muted, 0)

    def _named(self, told: "ToldPlan", room: float) -> list[tuple[Wrapped, str]]:
        """Return the name, whole, and a line of what the plan is about, with their inks."""
        c, way = self._theme.colours, self._view.layoutDirection()
        small = self._theme.font(TextRole.SMALL)
        name = wrap(told.title, self._theme.font(TextRole.STRONG), room, direction=way)
        about = one_line(told.about, small, room, direction=way)
        return [(name, c.ink), *([(about, c.ink_muted)] if told.about else [])]

    def _paint_name(self, painter: QPainter, area: QRectF, told: "ToldPlan") -> None:
        lines = self._named(told, area.width())
        top = area.center().y() - sum(words.height for words, _ink in lines) / 2
        for words, ink in lines:
            words.draw(painter, QPointF(area.left(), top), ink)
            top += words.height

    def _line(
        self, painter: QPainter, area: QRectF, text: str, role: TextRole, ink: str, down: float
    ) -> None:
        font, way = self._theme.font(role), self._view.layoutDirection()
        words = one_line(text, font, area.width(), direction=way)
        top = area.center().y() + down - words.height / 2
        words.draw(painter, QPointF(area.left(), top), ink)

    def _paint_bar(self, painter: QPainter, area: QRectF, told: "ToldPlan") -> None:
        c, m = self._theme.colours, self._theme.metrics
        high = m.px(_BAR)
        top = area.center().y() - m.px(9) - high / 2
        wide = min(area.width(), m.px(120))
        bar = mirrored(QRectF(area.left(), top, wide, high), area, self._view.layoutDirection())
        is_contrast = c.name == "contrast"
        empty = c.surface if is_contrast else c.hairline
        box(painter, bar, high / 2, fill=empty, line=c.outline if is_contrast else "")
        if told.share:
            done = QRectF(bar)
            done.setWidth(max(high, bar.width() * min(1.0, told.share)))
            done = mirrored(done, bar, self._view.layoutDirection())
            box(painter, done, high / 2, fill=c.accent)

    def _paint_signs(
        self, painter: QPainter, area: QRectF, signs: "Sequence[Sign]", *, strong: bool
    ) -> None:
        way, font = self._view.layoutDirection(), self._sign_font(strong=strong)
        icon, gap = self._theme.metrics.px(_ICON), self._theme.metrics.px(_GAP)
        for sign, words, at in self.signs_in(area, signs, strong=strong):
            showing = SHOWINGS[sign.mark]
            tone = self._theme.colours.tones[showing.tone]
            first_line = QRectF(at.x(), at.y(), icon, QFontMetricsF(font).height())
            picture = self._theme.pixmap(showing.glyph, tone.ink, _ICON, self._view)
            draw_icon(painter, picture, mirrored(first_line, area, way))
            text = QRectF(at.x() + icon + gap, at.y(), words.natural_width, words.height)
            ink = tone.ink if strong else self._theme.colours.ink
            words.draw(painter, mirrored(text, area, way).topLeft(), ink)

    def signs_in(
        self, area: QRectF, signs: "Sequence[Sign]", *, strong: bool
    ) -> "list[tuple[Sign, Wrapped, QPointF]]":
        """Return where signs and their words stand: in more lines where one has no room for all."""
        m, font = self._theme.metrics, self._sign_font(strong=strong)
        beside_words, apart = m.px(_ICON) + m.px(_GAP), m.px(12)
        placed: list[tuple[Sign, Wrapped, QPointF]] = []
        x, y, high = area.left(), 0.0, 0.0
        for sign in signs:
            words = wrap(sign.words, font, area.width() - beside_words)
            wide = beside_words + words.natural_width
            if x > area.left() and x + wide > area.right() + 2:
                x, y, high = area.left(), y + high, 0.0
            placed.append((sign, words, QPointF(x, y)))
            x, high = x + wide + apart, max(high, words.height)
        top = area.center().y() - (y + high) / 2
        return [(sign, words, at + QPointF(0, top)) for sign, words, at in placed]

    def _sign_font(self, *, strong: bool) -> QFont:
        return self._theme.font(TextRole.SMALL_STRONG if strong else TextRole.SMALL)

    def _stacked(self, told: "ToldPlan") -> tuple[tuple[str, TextRole], ...]:
        signs = beside(told.safety.words, *(sign.words for sign in told.risks))
        lines = (
            (told.title, TextRole.STRONG),
            (beside(told.answered, told.changed), TextRole.SMALL),
            (signs, TextRole.SMALL_STRONG),
        )
        return tuple((text, role) for text, role in lines if text)

    def _paint_stacked(self, painter: QPainter, area: QRectF, told: "ToldPlan") -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self._view.layoutDirection()
        room, top = self._room(round(area.width())), area.top() + m.space(10)
        # The open risks stand in the same line, and are never green.
        is_warned = told.safety.mark in (Mark.MISSING, Mark.NOT_SAID)
        signs = c.tones[SHOWINGS[told.safety.mark].tone].ink if is_warned else c.ink
        inks = (c.ink, c.ink_muted, signs)
        for (text, role), ink in zip(self._stacked(told), inks, strict=False):
            words = wrap(text, self._theme.font(role), room, direction=way)
            part = QRectF(area.left() + m.px(_SIDE), top, room, words.height)
            words.draw(painter, mirrored(part, area, way).topLeft(), ink)
            top += words.height

    def _room(self, width: int) -> int:
        m = self._theme.metrics
        return width - 2 * m.px(_SIDE) - m.target
