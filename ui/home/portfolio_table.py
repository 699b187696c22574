"""The table of plans and risks: arrow keys from cell to cell, Enter opens, Space or S sorts."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor.language import _
from advisor.models.ids import PlanId, RuleId
from advisor.models.marks import Mark
from advisor.telling.portfolio import PortfolioStory
from ui.home.portfolio_heads import PlanHead, RiskHead
from ui.home.portfolio_model import SAFETY, Index, PortfolioModel
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.sheet import Sheet
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.current_row import SpeaksCurrent
from ui.widgets.letters import letter_of
from ui.widgets.painting import box, draw_icon, wrap
from ui.widgets.text import MUTED, Text

_ROW, _CELL, _SAFETY, _GAP, _ICON = 66, 68, 132, 4, 18
_PLAIN = (Mark.DOES_NOT_APPLY, Mark.NOT_STARTED)
"""Marks that are words only: nothing about them is good or bad."""


class PortfolioCells(QStyledItemDelegate):
    """Draws a cell: a sign and a word in a box; what is not here is plain."""

    def __init__(self, theme: Theme, view: "PortfolioTable") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, risk = self._view.plans.row(index), self._view.plans.risk(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(area, QColor(self._theme.colours.surface))
        painter.fillRect(line, QColor(self._theme.colours.hairline))
        inner = area.adjusted(_GAP, _GAP + 1, -_GAP, -_GAP - 2)
        words = str(index.data() or "")
        if risk is not None:
            self._paint_mark(painter, inner, row.mark(risk.rule), words)
        elif index.column() == SAFETY:
            self._paint_safety(painter, inner, row.told.safety.mark, words)
        else:
            self._paint_sentence(painter, inner, words)
        if index == self._view.currentIndex():
            self._paint_ring(painter, inner)
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRectF, mark: Mark, words: str) -> None:
        c, m = self._theme.colours, self._theme.metrics
        showing = SHOWINGS[mark]
        tone = c.tones[showing.tone]
        is_plain = mark in _PLAIN
        ink = c.ink_muted if is_plain else tone.ink
        if not is_plain:
            box(painter, area, m.px(9), fill=tone.soft)
            pen = QPen(QColor(tone.edge), 1.2)
            if mark is Mark.MAY_APPLY:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.6, 0.6, -0.6, -0.6), m.px(9), m.px(9))
        glyph = Glyph.MINUS if is_plain else showing.glyph
        said = wrap(words, self._small(strong=not is_plain), area.width(), is_centred=True)
        icon, gap = m.px(_ICON), m.px(3)
        top = area.center().y() - (icon + gap + said.height) / 2
        picture = self._theme.pixmap(glyph, ink, _ICON, self._view)
        draw_icon(painter, picture, QRectF(area.left(), top, area.width(), icon))
        said.draw(painter, QPointF(area.left(), top + icon + gap), ink)

    def _paint_safety(self, painter: QPainter, area: QRectF, mark: Mark, words: str) -> None:
        m, showing = self._theme.metrics, SHOWINGS[mark]
        tone = self._theme.colours.tones[showing.tone]
        icon = m.px(_ICON)
        picture = self._theme.pixmap(showing.glyph, tone.ink, _ICON, self._view)
        draw_icon(painter, picture, QRectF(area.left(), area.top(), icon, area.height()))
        left = area.left() + icon + m.px(6)
        said = wrap(words, self._small(strong=True), area.right() - left)
        said.draw(painter, QPointF(left, area.center().y() - said.height / 2), tone.ink)

    def _paint_sentence(self, painter: QPainter, area: QRectF, words: str) -> None:
        c, m = self._theme.colours, self._theme.metrics
        tone = c.tones[Tone.NEUTRAL]
        box(painter, area, m.px(9), fill=c.sunken, line=c.hairline)
        icon = m.px(_ICON)
        left = area.left() + m.px(12)
        picture = self._theme.pixmap(Glyph.CIRCLE_SLASH, tone.ink, _ICON, self._view)
        draw_icon(painter, picture, QRectF(left, area.top(), icon, area.height()))
        left += icon + m.px(8)
        said = wrap(words, self._small(strong=True), area.right() - left)
        said.draw(painter, QPointF(left, area.center().y() - said.height / 2), c.ink_muted)

    def _paint_ring(self, painter: QPainter, area: QRectF) -> None:
        c, m = self._theme.colours, self._theme.metrics
        wide = m.ring if self._view.hasFocus() else 2
        colour = c.focus if self._view.hasFocus() else c.accent
        around = area.adjusted(-_GAP + 1, -_GAP + 1, _GAP - 1, _GAP - 1)
        box(painter, around, m.px(11), line=colour, thickness=wide)

    def _small(self, *, strong: bool) -> QFont:
        return self._theme.font(TextRole.SMALL_STRONG if strong else TextRole.SMALL)


def keys_of(theme: Theme) -> str:
    """Say which keys the table has, as they are left on."""
    sorting = (
        _("Space or S sorts by its column.")
        if theme.has_letter_keys
        else _("Space sorts by its column.")
    )
    return " ".join((_("Arrow keys move, Enter opens the risk in its plan."), sorting))


class PortfolioTable(QTableView):
    """``opened`` is emitted for Enter and a double press, ``moved`` for each other cell."""

    opened = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.plans = theme, PortfolioModel()
        self.risk_head = RiskHead(theme, self)
        self.plan_head = PlanHead(theme, self.plans, self)
        self._corner = Text(_("Plan"), role=TextRole.SMALL_STRONG, tint=MUTED, parent=self)
        # Under the table's style sheet it does not hear of the page's font.
        theme.gives_look(self._corner)
        self._corner.setMargin(theme.metrics.px(10))
        self.setModel(self.plans)
        self.setItemDelegate(PortfolioCells(theme, self))
        self.setHorizontalHeader(self.risk_head)
        self.setVerticalHeader(self.plan_head)
        self.setAccessibleName(_("Plans and their risks"))
        self._name_keys()
        self._dress()
        SpeaksCurrent(self)
        self.risk_head.sectionClicked.connect(self.sort_by)
        self.doubleClicked.connect(self.opened)
        theme.resized.connect(self._fit)
        theme.changed.connect(self._name_keys)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._theme.draws(self, Sheet.BARE_VIEW)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Qt selects the cell that the keyboard is on, unseen: of any other Orca says at each move
        # that it is not selected.
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)

    def show_plans(self) -> None:
        """Lay out what the model has now, with the keyboard on the first cell."""
        self._span()
        self._fit()
        self.setCurrentIndex(self.plans.index(0, min(1, self.plans.columnCount() - 1)))

    def show_story(self, story: PortfolioStory) -> None:
        """Show these plans; who comes back to them finds the cell on which they were."""
        here = self.currentIndex()
        row, risk = self.plans.row(here), self.plans.risk(here)
        self.plans.show_story(story)
        self.show_plans()
        if row is not None:
            self.go_to(row.plan, risk.rule if risk else None)

    def go_to(self, plan: PlanId, rule: RuleId | None) -> None:
        """Choose the cell of a plan and a risk, of its safety without one, if the plan is there."""
        if plan in self.plans.plans(all_of_them=True):
            self.setCurrentIndex(self.plans.place(plan, rule))

    def sort_by(self, column: int) -> None:
        """Sort by a column, and stay on the plan and the risk."""
        row, here = self.plans.row(self.currentIndex()), self.currentIndex()
        risk = self.plans.risk(here)
        across = self.horizontalScrollBar().value()
        said = self.plans.sort_by(column)
        self._span()
        self._fit()
        self.horizontalScrollBar().setValue(across)
        if row is not None:
            place = self.plans.place(row.plan, risk.rule) if risk else here.siblingAtRow(0)
            self.setCurrentIndex(place)
            self.scrollTo(place)
        announce(self, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sorts = event.key() == Qt.Key.Key_Space or letter_of(self._theme, event) is Qt.Key.Key_S
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif sorts:
            self.sort_by(max(SAFETY, self.currentIndex().column()))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # The ring of the cell that was left goes with it.
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self.plan_head.width(), self.risk_head.height())

    def _name_keys(self) -> None:
        self.setAccessibleDescription(keys_of(self._theme))

    def _span(self) -> None:
        """Let a plan that cannot be judged say so over all of its risks."""
        self.clearSpans()
        risks = self.plans.columnCount() - 1
        for row in self.plans.rows_not_judged() if risks > 1 else ():
            self.setSpan(row, 1, 1, risks)

    def _fit(self) -> None:
        """Give the risks the room there is; where it is too little, the table scrolls."""
        m, columns = self._theme.metrics, self.plans.columnCount()
        self.plan_head.setDefaultSectionSize(m.px(_ROW))
        if not columns:
            return
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - self.plan_head.sizeHint().width() - m.px(_SAFETY) - bar - 4
        each = max(m.px(_CELL), room // max(1, columns - 1))
        self.setColumnWidth(SAFETY, m.px(_SAFETY))
        for column in range(1, columns):
            self.setColumnWidth(column, each)
        self.updateGeometries()
