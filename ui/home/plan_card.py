"""Paints one plan of the list as a card."""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor.models.judged import PlanSummary
from advisor.models.marks import Mark
from advisor.telling.grammar import beside
from advisor.telling.plan_lists import ToldPlan, told_plan
from ui.home.plans_model import SUMMARY_ROLE
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, wrap

_RING = 4
_ICON = 20
MEASURED = 100
"""How many cards are measured when all are given one size."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    title: Wrapped
    progress: Wrapped
    risks: Wrapped
    changed: Wrapped

    @property
    def height(self) -> float:
        """All lines, the bar not included."""
        parts = (self.title, self.progress, self.risks, self.changed)
        return sum(part.height for part in parts)


class PlanCards(QStyledItemDelegate):
    """Draws name, how far along, open risks and when the plan was changed."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent
        self._largest: dict[tuple[int, int], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width() or self._view.width()
        if not self._view.uniformItemSizes():
            return self._size(index, width)
        # Asked once for all: the cards that are read first speak for those that follow.
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
        summary = index.data(SUMMARY_ROLE)
        if not isinstance(summary, PlanSummary):
            return QSize(width, 0)
        metrics = self._theme.metrics
        words = self._words(summary, width)
        inner = words.height + metrics.px(8) + 4 * metrics.space(4)
        return QSize(width, round(inner + 2 * metrics.space(14) + 2 * _RING + metrics.space(6)))

    def more_area(self, card: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Return where *More* is in a card, large enough to be hit."""
        side = self._theme.metrics.target
        top = card.top() + _RING + self._theme.metrics.space(8)
        area = QRectF(card.right() - side - self._theme.metrics.space(12), top, side, side)
        return mirrored(area, QRectF(card), direction).toRect()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary = index.data(SUMMARY_ROLE)
        if not isinstance(summary, PlanSummary):
            return
        c, m = self._theme.colours, self._theme.metrics
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(rect).adjusted(0, 0, 0, -m.space(6))
        body = whole.adjusted(0, _RING, 0, -_RING)
        is_warm = bool(state & QStyle.StateFlag.State_MouseOver)
        line = c.accent if is_warm else c.outline
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        inset = _RING if has_focus else 0
        edge = body.adjusted(inset, 0, -inset, 0)
        box(painter, edge, m.card_radius, fill=c.surface, line=line)
        if has_focus:
            box(painter, whole, m.card_radius + _RING, line=c.focus, thickness=m.ring)
        painter.setClipRect(body)
        self._paint_words(painter, body, summary)
        self._paint_more(painter, rect)
        painter.restore()

    def _paint_words(self, painter: QPainter, body: QRectF, summary: PlanSummary) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self._view.layoutDirection()
        words = self._words(summary, round(body.width()))
        left, top = body.left() + m.space(20), body.top() + m.space(14)
        room = self._room(round(body.width()))

        def corner(at: float, height: float) -> QPointF:
            return mirrored(QRectF(left, at, room, height), body, way).topLeft()

        for line, ink in ((words.title, c.ink), (words.changed, c.ink_muted)):
            line.draw(painter, corner(top, line.height), ink)
            top += line.height + m.space(4)
        bar = mirrored(QRectF(left, top, min(room, m.px(320)), m.px(8)), body, way)
        self._paint_bar(painter, bar, summary)
        top += m.px(8) + m.space(4)
        words.progress.draw(painter, corner(top, words.progress.height), c.ink_muted)
        top += words.progress.height + m.space(4)
        look, glyph = _LOOK.get(_told(summary).safety.mark, _OTHERWISE)
        tone = c.tones[look]
        icon = mirrored(QRectF(left, top, m.px(_ICON), words.risks.height), body, way)
        picture = self._theme.pixmap(glyph, tone.edge, _ICON, self._view)
        draw_icon(painter, picture, icon)
        area = QRectF(
            left + m.px(_ICON) + m.space(6),
            top,
            room - m.px(_ICON) - m.space(6),
            words.risks.height,
        )
        words.risks.draw(painter, mirrored(area, body, way).topLeft(), tone.ink)

    def _paint_bar(self, painter: QPainter, area: QRectF, summary: PlanSummary) -> None:
        c = self._theme.colours
        radius = area.height() / 2
        empty = c.surface if c.name == "contrast" else c.hairline
        box(painter, area, radius, fill=empty, line=c.outline if c.name == "contrast" else "")
        share = _told(summary).share
        if share:
            done = QRectF(area.topLeft(), area.bottomRight())
            done.setWidth(max(area.height(), area.width() * share))
            done = mirrored(done, area, self._view.layoutDirection())
            box(painter, done, radius, fill=c.accent)

    def _paint_more(self, painter: QPainter, card: QRect) -> None:
        area = QRectF(self.more_area(card, self._view.layoutDirection()))
        picture = self._theme.pixmap(
            Glyph.ELLIPSIS, self._theme.colours.ink_muted, _ICON, self._view
        )
        draw_icon(painter, picture, area)

    def _words(self, summary: PlanSummary, width: int) -> _Words:
        room, way = self._room(width), self._view.layoutDirection()
        told = _told(summary)
        small = self._theme.font(TextRole.SMALL)
        strong = self._theme.font(TextRole.SMALL_STRONG)
        rest = room - self._theme.metrics.px(_ICON) - self._theme.metrics.space(6)
        return _Words(
            title=wrap(told.title, self._theme.font(TextRole.SUBHEADING), room, direction=way),
            progress=wrap(told.answered, small, room, direction=way),
            risks=wrap(
                beside(told.safety.words, *(sign.words for sign in told.risks)),
                strong,
                rest,
                direction=way,
            ),
            changed=wrap(beside(told.about, told.changed), small, room, direction=way),
        )

    def _room(self, width: int) -> int:
        metrics = self._theme.metrics
        return width - 2 * _RING - 2 * metrics.space(20) - metrics.target - metrics.space(8)


def _told(summary: PlanSummary) -> ToldPlan:
    return told_plan(summary, datetime.datetime.now(datetime.UTC))


_LOOK = {
    Mark.IN_PLACE: (Tone.POSITIVE, Glyph.SHIELD_CHECK),
    Mark.MISSING: (Tone.DANGER, Glyph.SHIELD_ALERT),
}
_OTHERWISE = (Tone.NEUTRAL, Glyph.CIRCLE_DASHED)
"""How a plan looks by how its gates stand."""
