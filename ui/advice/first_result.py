"""The first result: what the answers so far are good for, on one screen, and the way to paper."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from advisor.language import N_, _
from advisor.models.ids import ActionId, GateId
from advisor.models.plan import Choice, Plan
from advisor.telling.first_result import FirstResult
from ui.advice.first_parts import (
    BoxCard,
    NotJudgedCard,
    NotLookedAtCard,
    WatchCard,
)
from ui.advice.first_things import ThingsCard
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Ground, Surface
from ui.widgets.coming_back import ComesBack
from ui.widgets.contents import clear_out
from ui.widgets.layouts import FlowLayout, column_in, fill
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, LineText, Summary, Text

_LIVE = N_("This is page 1 of your checklist. It changes with every answer.")
_MAY_STOP = N_("You can stop here. Nothing is lost.")
_TWO_COLUMNS, _ONE_ROW = 900, 860


class FirstResultPage(QWidget, ComesBack):
    """Shows a ``FirstResult``; its ticks are decisions on the actions, and safety checks.

    ``question_wanted(question)`` and ``finding_wanted(rule)`` lead to what is named;
    ``go_on_wanted``, ``advice_wanted`` and ``checklist_wanted`` are the ways on.
    """

    question_wanted = Signal(str)
    finding_wanted = Signal(str)
    decision_made = Signal(str, object)
    gate_ticked = Signal(str, bool)
    go_on_wanted = Signal()
    advice_wanted = Signal()
    checklist_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Your first result"))
        self._plan: Plan | None = None
        self._result: FirstResult | None = None
        self.things: ThingsCard | None = None
        self.boxes: tuple[BoxCard, ...] = ()
        self.heading = Heading(_("Your first result"), level=1)
        self._lead = Summary("", of=self.heading, role=TextRole.LEAD)
        self._not_known = Text("", role=TextRole.SMALL, tint=MUTED)
        self.shelf = ScrollColumn(theme, wide=True)
        self.shelf.set_margins(26, 8)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first, self._second = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.tab_order = TabOrder(self)
        theme.resized.connect(self._fit)

    def sum_up(self, result: FirstResult) -> None:
        """Say at the heading what the result comes to."""
        told = result.headline
        said = filter(None, (told.brief, told.not_known, _(_LIVE), _(_MAY_STOP)))
        self._lead.sum_up(told.brief, spoken=" ".join(said))

    def show_result(self, plan: Plan, result: FirstResult) -> None:
        """Show what is so now; where the same things stand, the keyboard stays."""
        before, self._result, self._plan = self._result, result, plan
        self.sum_up(result)
        self._not_known.setText(result.headline.not_known)
        self._not_known.setVisible(bool(result.headline.not_known))
        if before is not None and self.things is not None and self._has_place_for(before, result):
            self.things.show_things(result.poster.things)
            for box, part in zip(self.boxes, result.poster.box, strict=True):
                box.show_part(part)
            return
        self._fill(result, was_there=before is not None)

    def settle_places(self) -> None:
        """Put everything where it belongs now: nobody is looking at the page."""
        if self._result is not None:
            parts = zip(self.boxes, self._result.poster.box, strict=True)
            if not all(box.shows_all_of(part) for box, part in parts):
                self._fill(self._result, was_there=False)

    def _has_place_for(self, before: FirstResult, result: FirstResult) -> bool:
        """Whether the same is to be seen; what a tick made room for waits for the next visit."""
        parts = result.poster.box
        return (
            _shape(before) == _shape(result)
            and len(self.boxes) == len(parts)
            and all(box.has_place_for(part) for box, part in zip(self.boxes, parts, strict=True))
        )

    def _fill(self, result: FirstResult, *, was_there: bool) -> None:
        checked = next(filter(None, (box.check_in_focus for box in self.boxes)), None)
        had_focus = self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())
        for column in (self._first, self._second):
            clear_out(column)
        fill(self._first, *self._main(result))
        fill(self._second, *self._beside_things(result))
        for column in (self._first, self._second):
            column.addStretch(1)
        if was_there and had_focus:
            self._take_focus_back(checked)

    def _take_focus_back(self, checked: GateId | None) -> None:
        """Lead the keyboard to the same check as it was on, or else to the heading."""
        for box in self.boxes:
            if checked in box.checks:
                box.checks[checked].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.heading.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.heading.hasFocus():
            self.checklist.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _main(self, result: FirstResult) -> Iterator[QWidget]:
        """What cannot be judged, what to stop for, what to do first, and what else to check."""
        if result.poster.not_judged:
            yield NotJudgedCard(self._theme, result.poster)
        self.boxes = tuple(
            BoxCard(self._theme, part, self.question_wanted.emit, self.gate_ticked.emit)
            for part in result.poster.box
        )
        yield from self.boxes[:1]
        self.things = ThingsCard(self._theme, result.poster, self._tick)
        yield self.things
        yield from self.boxes[1:]

    def _beside_things(self, result: FirstResult) -> Iterator[QWidget]:
        if result.poster.watch:
            yield WatchCard(self._theme, result.poster, self.finding_wanted.emit)
        if result.questions:
            yield NotLookedAtCard(self._theme, result, self.question_wanted.emit)

    def _lay_out(self) -> None:
        head = FlowLayout(gap=self._theme.metrics.space(14))
        fill(head, self.heading, LineText(_(_LIVE), role=TextRole.SMALL, tint=MUTED))
        column = self.shelf.column
        said = column_in(sentence := QWidget(), 2)
        fill(said, self._lead, self._not_known)
        column.addLayout(head)
        column.addWidget(sentence)
        self._columns.addLayout(self._first, 3)
        self._columns.addLayout(self._second, 2)
        column.addLayout(self._columns)
        column.addStretch(1)
        whole = column_in(self, 0)
        whole.addWidget(self.shelf, 1)
        whole.addWidget(self._make_foot())

    def _make_foot(self) -> QWidget:
        theme = self._theme
        foot = Surface(theme, Ground.FOOT, self)
        self._foot = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        side = theme.metrics.space(20)
        row.setContentsMargins(side, 6, side, 6)
        words = _(_MAY_STOP)
        row.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=foot), 1)
        self.go_on = Button(theme, _("&Go on answering"), parent=foot)
        self.see_all = Button(theme, _("&See all the advice"), parent=foot)
        self.checklist = Button(
            theme,
            _("&Make the checklist"),
            kind=ButtonKind.PRIMARY,
            glyph=Glyph.PRINTER,
            parent=foot,
        )
        self.go_on.clicked.connect(self.go_on_wanted)
        self.see_all.clicked.connect(self.advice_wanted)
        self.checklist.clicked.connect(self.checklist_wanted)
        ways = FlowLayout(gap=6)
        fill(ways, self.go_on, self.see_all, self.checklist)
        row.addLayout(ways)
        return foot

    def _fit(self) -> None:
        """Put what to watch for beside the rest where there is room."""
        metrics, way = self._theme.metrics, QBoxLayout.Direction
        is_wide = self.width() >= metrics.px(_TWO_COLUMNS)
        is_roomy = self.width() >= metrics.px(_ONE_ROW)
        self._foot.setDirection(way.LeftToRight if is_roomy else way.TopToBottom)
        self._columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._columns.setSpacing(metrics.space(18))
        for column in (self._first, self._second):
            column.setSpacing(metrics.space(10))

    def _tick(self, action: ActionId, ticked: bool) -> None:
        if self._plan is not None:
            choice = Choice.WE_WILL if ticked else Choice.DECIDE_LATER
            decision = replace(self._plan.decision(action), choice=choice)
            self.decision_made.emit(action, decision)


def _shape(result: FirstResult) -> tuple[object, ...]:
    """What has to be laid out anew when it is another."""
    poster = result.poster
    things = [(thing.action.id, thing.why) for thing in poster.things]
    return things, poster.not_judged, poster.watch, poster.more, result.questions
