"""How the rows of the list of actions are painted, and how high each is."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from advisor.models.marks import Mark
from advisor.models.plan import Choice
from advisor.telling.action_list import GroupKind, ListedAction
from advisor.telling.grammar import beside
from ui.actions.list_model import LINE_ROLE, ActionsModel, Column, GroupHead, Index, cell_words
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS, Showing
from ui.theme.theme import Theme
from ui.widgets.painting import Wrapped, box, draw_icon, mirrored, wrap

_ICON = 16
_PAD = 8
_RING = 2

_CHOICES: dict[Choice, Showing] = {
    Choice.DECIDE_LATER: Showing(glyph=Glyph.CIRCLE_DASHED, tone=Tone.NEUTRAL),
    Choice.WE_WILL: Showing(glyph=Glyph.CALENDAR, tone=Tone.CAUTION),
    Choice.IN_PLACE: SHOWINGS[Mark.IN_PLACE],
    Choice.NOT_FOR_US: SHOWINGS[Mark.DECLINED],
}
"""The icon and the colour beside the word of a decision."""

_GROUPS: dict[GroupKind, Glyph] = {
    GroupKind.FIRST: Glyph.STAR,
    GroupKind.SAFETY: Glyph.SHIELD,
    GroupKind.OPEN_RISKS: Glyph.SHIELD_ALERT,
    GroupKind.OWN: Glyph.USER,
    GroupKind.OWN_RISKS: Glyph.TRIANGLE_ALERT,
    GroupKind.STAGE: Glyph.LAYERS,
}


class ActionCells(QStyledItemDelegate):
    """Paints heads of groups over the whole width, and the cells of the actions under them."""

    def __init__(self, theme: Theme, view: QTableView, model: ActionsModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def height(self, place: int) -> int:
        """Return how high a row must be at the present widths of the columns."""
        m = self._theme.metrics
        row = self._model.row_at(self._model.index(place, 0))
        if isinstance(row, GroupHead):
            return m.px(42)
        if row is None:
            return 0
        needed = [
            self._words(row, column).height
            for column in (Column.ACTION, Column.WHO, Column.WHEN, Column.HELPS)
            if not self._view.isColumnHidden(column)
        ]
        below = self._below(row)
        if below:
            needed[0] += self._wrapped(below, self._room(Column.ACTION), TextRole.SMALL).height
        return max(m.px(44), round(max(needed) + 2 * m.space(7)))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        area = QRectF(rect)
        if isinstance(row, GroupHead):
            self._paint_head(painter, area, row)
        elif isinstance(row, ListedAction):
            self._paint_cell(painter, area, row, Column(index.column()))
        if self._is_current(option, index, row) and self._view.hasFocus():
            m = self._theme.metrics
            ring = area.adjusted(_RING, _RING, -_RING, -_RING)
            box(painter, ring, m.radius, line=self._theme.colours.focus, thickness=m.ring)
        painter.restore()

    def _is_current(self, option: QStyleOptionViewItem, index: Index, row: object) -> bool:
        """Whether the keyboard is on a cell; on a head it is, whichever of its columns has it."""
        if isinstance(row, GroupHead):
            return self._view.currentIndex().row() == index.row()
        state: QStyle.StateFlag = option.state
        return bool(state & QStyle.StateFlag.State_HasFocus)

    # Heads

    def _paint_head(self, painter: QPainter, area: QRectF, head: GroupHead) -> None:
        c, m = self._theme.colours, self._theme.metrics
        painter.fillRect(area, QColor(c.page))
        way = self._view.layoutDirection()
        left = area.left() + m.px(_PAD)
        for glyph in (self._fold_glyph(head), _GROUPS[head.group.kind]):
            place = mirrored(QRectF(left, area.top(), m.px(20), area.height()), area, way)
            draw_icon(painter, self._theme.pixmap(glyph, c.accent, _ICON, self._view), place)
            left += m.px(28)
        title = self._wrapped(head.group.title, area.width(), TextRole.SUBHEADING)
        self._draw(painter, title, area, left, c.ink)
        left += title.natural_width + m.px(12)
        words = self._wrapped(head.group.progress, area.width(), TextRole.SMALL)
        self._draw(painter, words, area, left, c.ink_muted)
        left += words.natural_width + m.px(24)
        aside = self._wrapped(head.group.aside, area.width(), TextRole.SMALL)
        start = area.right() - aside.natural_width - m.px(12)
        if head.group.aside and start > left:
            self._draw(painter, aside, area, start, c.ink_muted)

    def _fold_glyph(self, head: GroupHead) -> Glyph:
        if not head.folded:
            return Glyph.CHEVRON_DOWN
        is_leftward = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Glyph.CHEVRON_LEFT if is_leftward else Glyph.CHEVRON_RIGHT

    def _draw(
        self, painter: QPainter, words: Wrapped, area: QRectF, left: float, colour: str
    ) -> None:
        top = area.top() + (area.height() - words.height) / 2
        place = QRectF(left, top, words.natural_width, words.height)
        corner = mirrored(place, area, self._view.layoutDirection()).topLeft()
        if self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner -= QPointF(area.width() - words.natural_width, 0)
        words.draw(painter, corner, colour)

    # Cells

    def _paint_cell(
        self, painter: QPainter, area: QRectF, line: ListedAction, column: Column
    ) -> None:
        c = self._theme.colours
        chosen = self._model.is_chosen(line)
        painter.fillRect(area, QColor(c.accent_soft if chosen else c.surface))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(c.hairline)
        )
        match column:
            case Column.CHOSEN:
                if line.row is not None:
                    self._paint_tick(painter, area, ticked=chosen)
            case Column.DECISION:
                self._paint_decision(painter, area, line)
            case _:
                self._paint_words(painter, area, line, column)

    def _paint_tick(self, painter: QPainter, area: QRectF, *, ticked: bool) -> None:
        c, side = self._theme.colours, float(self._theme.metrics.px(18))
        middle = area.center()
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        fill, line = (c.accent, c.accent) if ticked else (c.surface, c.outline)
        box(painter, place, 4, fill=fill, line=line, thickness=1.5)
        if ticked:
            tick = self._theme.pixmap(Glyph.CHECK, c.on_accent, 14, self._view)
            draw_icon(painter, tick, place)

    def _paint_decision(self, painter: QPainter, area: QRectF, line: ListedAction) -> None:
        m, way = self._theme.metrics, self._view.layoutDirection()
        showing = _showing(line)
        tone = self._theme.colours.tones[showing.tone]
        words = self._wrapped(line.state, self._decision_room(), TextRole.SMALL_STRONG)
        high = max(m.px(30), round(words.height) + 2 * m.px(4))
        middle = area.center().y()
        pill = QRectF(area.left() + 4, middle - high / 2, area.width() - 8, high)
        if line.decision is not None:
            is_plain = showing.tone is Tone.NEUTRAL
            fill = self._theme.colours.surface if is_plain else tone.soft
            box(painter, pill, m.radius, fill=fill, line=tone.edge)
            down = self._theme.pixmap(Glyph.CHEVRON_DOWN, tone.ink, 14, self._view)
            end = QRectF(pill.right() - m.px(24), pill.top(), m.px(20), high)
            draw_icon(painter, down, mirrored(end, pill, way))
        start = QRectF(pill.left() + m.px(6), pill.top(), m.px(20), high)
        draw_icon(
            painter,
            self._theme.pixmap(showing.glyph, tone.ink, _ICON, self._view),
            mirrored(start, pill, way),
        )
        room = QRectF(
            pill.left() + m.px(30), middle - words.height / 2, self._decision_room(), words.height
        )
        words.draw(painter, mirrored(room, pill, way).topLeft(), tone.ink)

    def _paint_words(
        self, painter: QPainter, area: QRectF, line: ListedAction, column: Column
    ) -> None:
        c, m, way = self._theme.colours, self._theme.metrics, self._view.layoutDirection()
        words = self._words(line, column)
        below = self._below(line) if column is Column.ACTION else ""
        under = self._wrapped(below, self._room(column), TextRole.SMALL) if below else None
        high = words.height + (under.height if under else 0)
        top = area.top() + (area.height() - high) / 2
        place = QRectF(area.left() + m.px(_PAD), top, self._room(column), high)
        corner = mirrored(place, area, way).topLeft()
        is_quiet = column is Column.HELPS or (
            column in (Column.WHO, Column.WHEN) and not cell_words(line, column)
        )
        words.draw(painter, corner, c.ink_muted if is_quiet else c.ink)
        if under is not None:
            under.draw(painter, corner + QPointF(0, words.height), c.ink_muted)

    # Measures

    def _words(self, line: ListedAction, column: Column) -> Wrapped:
        words = cell_words(line, column)
        is_said = column in (Column.WHO, Column.WHEN)
        role = TextRole.SMALL_STRONG if is_said and words else TextRole.SMALL
        if is_said and not words and line.decision is not None:
            words = f"{line.role}?" if line.role and column is Column.WHO else "–"
        return self._wrapped(words, self._room(column), role)

    def _below(self, line: ListedAction) -> str:
        """Return who and when, under the action, where their columns have no room."""
        if not self._view.isColumnHidden(Column.WHO):
            return ""
        return beside(cell_words(line, Column.WHO), cell_words(line, Column.WHEN))

    def _room(self, column: Column) -> int:
        return max(20, self._view.columnWidth(column) - 2 * self._theme.metrics.px(_PAD))

    def _decision_room(self) -> int:
        wide = self._view.columnWidth(Column.DECISION) - 8
        return max(20, wide - self._theme.metrics.px(30) - self._theme.metrics.px(26))

    def _wrapped(self, words: str, width: float, role: TextRole) -> Wrapped:
        way = self._view.layoutDirection()
        return wrap(words, self._theme.font(role), width, direction=way)


def _showing(line: ListedAction) -> Showing:
    """Return the icon and the colour beside the word of a decision, or of a risk of one's own."""
    if line.row is None:
        return SHOWINGS[Mark.RISK]
    return _CHOICES[Choice.IN_PLACE if line.row.in_place else line.row.decision.choice]
