"""The advice page: what to stop for, the open risks with one thing to do, and all the rest.

For whoever composes the window::

    page = AdvicePage(theme)
    page.sum_up(pack, advice)                # at the heading, before the page is shown
    page.show_advice(pack, plan, advice)     # again after every change; rows keep their places
    page.show_story(pack, plan, story)       # the same, told elsewhere: to tell it takes a while
    page.show_changes(rule, story)           # answers change_wanted
    page.show_moved(told)                    # what newer evidence changed for the plan
    page.open_finding(rule)                  # False when the rule has no row
    page.settle_places()                     # when the page was left

Signals: ``question_wanted(question_id)``, ``decision_made(action_id, Decision)`` (save it and
advise again), ``change_wanted(rule_id)`` (ask ``what_would_change`` off the window's thread and
show the answer), ``copied(text)``, ``actions_wanted()``, ``first_wanted()``, ``paper_wanted()``,
``compare_wanted()``, ``check_wanted()``, ``trial_wanted(rule_id, changes)`` (try other answers)
and ``picture_made(name, bytes)`` (save it where the person chooses).
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.ids import ActionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.telling.advice import AdviceStory, tell
from advisor.telling.cards import CardStory
from advisor.telling.changes import ChangesStory
from advisor.telling.copied import as_text
from advisor.telling.headline import caveat, headline, progress
from advisor.telling.moved_answers import tell_moved
from advisor.telling.newer import NewerEvidence
from ui.advice.asks import Asks
from ui.advice.head import LIST, PICTURE, Head, Ways
from ui.advice.jumps import Jumps
from ui.advice.list_view import AdviceList
from ui.advice.moved_card import MovedCard
from ui.advice.order import LESS
from ui.advice.pane import Pane
from ui.advice.panes import Panes
from ui.chain.panel import ChainPanel
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.layouts import column_in
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Summary, Text

_LEAST_JUMPS = 720


class AdvicePage(QWidget):
    """Shows what the rules say about one plan: a list, and beside it one statement in full."""

    question_wanted = Signal(str)
    decision_made = Signal(str, object)
    change_wanted = Signal(str)
    copied = Signal(str)
    actions_wanted = Signal()
    first_wanted = Signal()
    paper_wanted = Signal()
    compare_wanted = Signal()
    check_wanted = Signal()
    gate_ticked = Signal(str, bool)
    picture_made = Signal(str, bytes)
    trial_wanted = Signal(str, object)
    together_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Advice"))
        self._plan: Plan | None = None
        self._story: AdviceStory | None = None
        self._asks = Asks(
            question=self.question_wanted.emit,
            finding=self.open_finding,
            changes=self.change_wanted.emit,
            trial=self.trial_wanted.emit,
            together=self.together_wanted.emit,
            tick=self._tick,
            decide=self.decision_made.emit,
            check=self.gate_ticked.emit,
            copy=self._copy,
        )
        self.head = Head(theme, self._ways(), self.paper_wanted.emit)
        self._lead = Summary("", of=self.head.heading, role=TextRole.LEAD)
        self._limits = Text("", role=TextRole.SMALL, tint=MUTED)
        self.jumps = Jumps(theme)
        self.waiting = Button(theme, "")
        self.panes = Panes(theme, self._asks)
        self.chains: ChainPanel | None = None
        self._chain_shelf: ScrollColumn | None = None
        self.moved: MovedCard | None = None
        self._lay_out()
        self._connect()
        self.tab_order = TabOrder(self)

    @property
    def list(self) -> AdviceList:
        """The list of all that the advice says."""
        return self.panes.list

    @property
    def pane(self) -> Pane:
        """The statement that is open."""
        return self.panes.pane

    @property
    def story(self) -> AdviceStory | None:
        """What the page tells at the moment."""
        return self._story

    def show_advice(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        """Tell the advice on a plan; reading place, rows and what is open are kept."""
        self.sum_up(pack, advice)
        self.show_story(pack, plan, tell(pack, plan, advice))

    def show_story(self, pack: Pack, plan: Plan, story: AdviceStory) -> None:
        """Show the advice on a plan as it was told."""
        self._plan, self._story = plan, story
        waiting = tell_moved(pack, plan)
        self.waiting.setText("" if waiting is None else waiting.notice)
        self.waiting.setVisible(waiting is not None)
        self.panes.show_story(story)
        self._show_jumps()
        if self.chains is not None:
            self.chains.show_cards(story.cards)

    def sum_up(self, pack: Pack, advice: Advice) -> None:
        """Say at the heading what the advice on a plan comes to."""
        told = headline(pack, advice)
        parts = (told.not_known, progress(advice.summary), caveat(advice))
        limits = " ".join(filter(None, parts))
        self._lead.sum_up(told.brief, spoken=f"{told.brief} {limits}")
        self._limits.setText(limits)

    def show_changes(self, rule: RuleId, story: ChangesStory) -> None:
        """Answer what would have to change for the statement that is open."""
        if self.pane.story is not None and self.pane.story.rule == rule:
            self.pane.show_changes(story)

    def show_moved(self, told: NewerEvidence) -> None:
        """Say what newer evidence changed since this plan was last advised."""
        self._forget_moved()
        self.moved = MovedCard(self._theme, told, self._asks)
        self.panes.shelf.column.insertWidget(0, self.moved)

    def settle_places(self) -> None:
        """Put every row where it belongs now: the page was left."""
        self.list.settle_places()

    @property
    def finding_in_focus(self) -> RuleId | None:
        """The statement that has the keyboard."""
        return self.panes.finding_in_focus

    def open_finding(self, rule: RuleId) -> bool:
        """Show a statement with all that is behind it; False when there is none."""
        self.head.view.select((LIST,))
        self._show_view((LIST,))
        return self.panes.open(rule)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Down lead from the heading to the first statement, and Escape close what is open."""
        shown = (row for row in self.list.rows if row.isVisibleTo(self))
        first = next(shown, None)
        if event.key() == Qt.Key.Key_Down and self.head.heading.hasFocus() and first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() != Qt.Key.Key_Escape or not self.panes.close_by_key():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Building

    def _ways(self) -> Ways:
        return (
            (_("Your first result"), self.first_wanted.emit),
            (_("Choose actions"), self.actions_wanted.emit),
            (_("Compare plans"), self.compare_wanted.emit),
        )

    def _lay_out(self) -> None:
        column = column_in(self, 0)
        self._top = QVBoxLayout()
        self._top.setSpacing(self._theme.metrics.space(4))
        self._sentence = QWidget()
        said = column_in(self._sentence, 2)
        for text in (self._lead, self._limits):
            said.addWidget(text)
        for part in (self.head, self._sentence, self.jumps):
            self._top.addWidget(part)
        column.addLayout(self._top)
        self.waiting.hide()
        shelf = self.panes.shelf.column
        shelf.insertWidget(0, self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.waiting.clicked.connect(self.check_wanted)
        self.head.view.selected.connect(self._show_view)
        self.jumps.wanted.connect(self.panes.jump)
        self.panes.read.connect(self.jumps.show_current)
        self._theme.resized.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Give what stands above the list the room there is at this width and text size."""
        metrics = self._theme.metrics
        side = metrics.space(26)
        self._top.setContentsMargins(side, metrics.space(8), side, metrics.space(4))
        is_small = self.width() < metrics.px(_LEAST_JUMPS)
        self.jumps.show_as_menu(is_menu=is_small)
        self._show_jumps()
        # In little room the sentence goes with the list.
        if is_small != (self._top.indexOf(self._sentence) < 0):
            column, at = (self.panes.shelf.column, 0) if is_small else (self._top, 1)
            column.insertWidget(at, self._sentence)
            if is_small:
                self.head.row.addWidget(self.jumps)
            else:
                self._top.addWidget(self.jumps)

    def _show_jumps(self) -> None:
        """Offer the way to every part, or with less room to those that say most."""
        jumps = self.list.jumps
        some = [jump for jump in jumps if self.panes.is_wide or jump.key not in LESS]
        self.jumps.show_jumps(some or jumps)

    # What a person does

    def _tick(self, action: ActionId, ticked: bool) -> None:
        if self._plan is None:
            return
        decision = self._plan.decision(action)
        choice = Choice.WE_WILL if ticked else Choice.DECIDE_LATER
        self.decision_made.emit(action, replace(decision, choice=choice))

    def _copy(self, story: CardStory) -> None:
        self.copied.emit(as_text(story))

    def _forget_moved(self) -> None:
        if self.moved is not None:
            self.panes.shelf.column.removeWidget(self.moved)
            self.moved.hide()
            self.moved.deleteLater()
            self.moved = None

    @Slot(tuple)
    def _show_view(self, keys: tuple[str, ...]) -> None:
        is_picture = PICTURE in keys
        if is_picture and self._chain_shelf is None:
            self._make_picture()
        if self._chain_shelf is not None:
            self._chain_shelf.setVisible(is_picture)
        self.panes.setVisible(not is_picture)
        self.jumps.setVisible(not is_picture)

    def _make_picture(self) -> None:
        self.chains = ChainPanel(
            self._theme,
            question=self._asks.question,
            finding=self._asks.finding,
            save=self.picture_made.emit,
        )
        self._chain_shelf = ScrollColumn(self._theme, wide=True)
        self._chain_shelf.set_margins(26, 6)
        self._chain_shelf.column.addWidget(self.chains)
        self._chain_shelf.column.addStretch(1)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._chain_shelf)
        if self._story is not None:
            self.chains.show_cards(self._story.cards)
