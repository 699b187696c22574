"""The advice page: one sentence, what to settle first, and every finding with its reasons.

For whoever composes the window::

    page = AdvicePage(theme)
    page.show_advice(pack, plan, advice)     # again after every change; cards stay open
    page.show_changes(rule, story)           # answers change_wanted
    page.show_moved(told)                    # what newer evidence changed for the plan
    page.open_finding(rule)                  # False when the rule has no card

Signals: ``question_wanted(question_id)``, ``decision_made(action_id, Decision)`` (save it and
advise again), ``change_wanted(rule_id)`` (ask ``what_would_change`` off the window's thread and
show the answer), ``actions_wanted()``, ``paper_wanted()``, ``compare_wanted()``,
``check_wanted()`` and ``picture_made(name, bytes)`` (save it where the person chooses).
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.ids import ActionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Plan
from advisor.telling.advice import AdviceStory, tell
from advisor.telling.changes import ChangesStory
from advisor.telling.comparison import NewerEvidence
from advisor.telling.filters import Filter
from advisor.telling.moved_answers import tell_moved
from ui.advice.asks import Asks
from ui.advice.filter_bar import FilterBar
from ui.advice.findings_view import FindingsView
from ui.advice.moved_card import MovedCard
from ui.chain.panel import ChainPanel
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chips import Chips
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import FlowLayout, ScrollColumn, clear_out, column_in, narrowed
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Text

FINDINGS, CHAINS = "findings", "chains"


class AdvicePage(ScrollColumn):
    """Shows what the rules say about one plan."""

    question_wanted = Signal(str)
    decision_made = Signal(str, object)
    change_wanted = Signal(str)
    actions_wanted = Signal()
    paper_wanted = Signal()
    compare_wanted = Signal()
    check_wanted = Signal()
    picture_made = Signal(str, bytes)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wide=True)
        self._look = theme
        self.setAccessibleName(_("Advice"))
        # A bar that comes and goes would measure every card for two widths.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pack: Pack | None = None
        self._plan: Plan | None = None
        self._story: AdviceStory | None = None
        self._eyebrow = Text("", role=TextRole.EYEBROW)
        self.heading = Heading(_("Advice for your plan"), level=1)
        self._headline = Text("", role=TextRole.LEAD)
        self._caveat = Text("", tint=MUTED)
        self._caveat_row = narrowed(self._caveat)
        self.waiting = Button(theme, "")
        self.waiting.clicked.connect(self.check_wanted)
        self.waiting.hide()
        self._asks = Asks(
            question=self.question_wanted.emit,
            finding=self.open_finding,
            changes=self.change_wanted.emit,
            tick=self._tick,
        )
        self.findings = FindingsView(theme, self._asks)
        self.chains: ChainPanel | None = None
        self.moved: MovedCard | None = None
        self._filters: FilterBar | None = None
        self._jumps = FlowLayout(gap=2)
        self._jumped: list[tuple[str, int]] = []
        self._build()
        self.tab_order = TabOrder(self.page)
        theme.changed.connect(self._fit_width)

    @property
    def story(self) -> AdviceStory | None:
        """What the page tells at the moment."""
        return self._story

    def show_advice(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        """Tell the advice on a plan; reading place and open cards are kept."""
        self._pack, self._plan = pack, plan
        self._story = story = tell(pack, plan, advice)
        self._eyebrow.setText(_("Your plan: {title}").format(title=story.plan_title))
        self._headline.setText(f"{story.headline} {story.progress}")
        self._caveat.setText(story.caveat)
        self._caveat.setVisible(bool(story.caveat))
        waiting = tell_moved(pack, plan)
        self.waiting.setText("" if waiting is None else waiting.notice)
        self.waiting.setVisible(waiting is not None)
        self.findings.show_story(story)
        if self.findings.filter.is_empty:
            self._fill_jumps()
        else:
            # The cards may be others now: what is asked for is asked for of these too.
            self._filter(self.findings.filter)
        if self.chains is not None:
            self.chains.show_cards(story.cards)

    def show_changes(self, rule: RuleId, story: ChangesStory) -> None:
        """Answer what would have to change for a finding whose card is open."""
        for block in self.findings.blocks:
            told = self.findings.block(block.id).show_changes(rule, story)
            if told is not None:
                # It is told under the button, often below the window.
                self.show_whole_soon(told)

    def show_moved(self, told: NewerEvidence) -> None:
        """Say what newer evidence changed since this plan was last advised."""
        self._forget_moved()
        self.moved = MovedCard(self._look, told, self._asks)
        self.column.insertWidget(self.column.indexOf(self._caveat_row) + 1, self.moved)

    def _forget_moved(self) -> None:
        if self.moved is not None:
            self.column.removeWidget(self.moved)
            self.moved.hide()
            self.moved.deleteLater()
            self.moved = None

    @property
    def finding_in_focus(self) -> RuleId | None:
        """The finding whose card has the keyboard."""
        here = QApplication.focusWidget()
        if here is None:
            return None
        for block in self.findings.blocks:
            for card in self.findings.block(block.id).cards:
                if card.isAncestorOf(here):
                    return card.story.rule
        return None

    def open_finding(self, rule: RuleId) -> bool:
        """Show a finding's card, open, with the focus on it; False when there is none."""
        self.view.select((FINDINGS,))
        self._show_view((FINDINGS,))
        card = self.findings.open_finding(rule)
        if card is not None:
            self._scroll_to(card)
        return card is not None

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring a widget's upper edge near the upper edge of the page."""
        layout = self.page.layout()
        if layout is not None:
            layout.activate()
        self.show_from_top(widget)

    # Building

    def _build(self) -> None:
        theme = self._look
        for widget in (self._eyebrow, self.heading, narrowed(self._headline), self._caveat_row):
            self.column.addWidget(widget)
        waiting = FlowLayout(gap=6)
        waiting.addWidget(self.waiting)
        self.column.addLayout(waiting)
        self.column.addLayout(self._make_ways())
        views = ((FINDINGS, _("Statements")), (CHAINS, _("Chain picture")))
        self.view = Chips(theme, views, name=_("Show the advice as"))
        self.view.select((FINDINGS,))
        self.view.selected.connect(self._show_view)
        self.column.addWidget(self.view)
        self._list = QWidget()
        listed = column_in(self._list, theme.metrics.space(10))
        listed.addLayout(self._jumps)
        self.filtering = Disclosure(theme, _all_findings(), self._make_filters)
        listed.addWidget(self.filtering)
        listed.addWidget(self.findings)
        self._list_row = narrowed(self._list)
        self.column.addWidget(self._list_row)
        self.column.addLayout(self._make_ways_on())
        self.column.addStretch(1)
        self._fit_width()

    def _make_ways(self) -> FlowLayout:
        row = FlowLayout(gap=6)
        primary, plain = ButtonKind.PRIMARY, ButtonKind.SECONDARY
        for words, glyph, kind, wanted in (
            (_("Choose &actions"), Glyph.LIST_CHECKS, primary, self.actions_wanted),
            (_("&Put it on paper"), Glyph.PRINTER, plain, self.paper_wanted),
            (_("Compare plans"), Glyph.GIT_COMPARE, plain, self.compare_wanted),
        ):
            button = Button(self._look, words, kind=kind, glyph=glyph)
            button.clicked.connect(wanted)
            row.addWidget(button)
        return row

    def _make_ways_on(self) -> FlowLayout:
        row = FlowLayout(gap=6)
        words = _("Go on to the actions")
        button = Button(self._look, words, trailing=Glyph.CHEVRON_RIGHT)
        button.clicked.connect(self.actions_wanted)
        row.addWidget(button)
        return row

    def _make_filters(self) -> QWidget:
        if self._pack is None:
            return QWidget()
        self._filters = FilterBar(self._look, self._pack)
        self._filters.changed.connect(self._filter)
        return self._filters

    def _fill_jumps(self) -> None:
        wanted = self.findings.filter
        jumps = [(str(block.id), len(wanted.kept(block.cards))) for block in self.findings.blocks]
        if jumps == self._jumped:
            return
        self._jumped = jumps
        clear_out(self._jumps)
        for block, (_title, count) in zip(self.findings.blocks, jumps, strict=True):
            if count:
                words = f"{block.short} ({count})"
                button = Button(
                    self._look,
                    words,
                    kind=ButtonKind.QUIET,
                    name=_("Go to: {block}").format(block=words),
                )
                button.clicked.connect(partial(self._jump, block.id))
                self._jumps.addWidget(button)

    # What a person does

    def _tick(self, action: ActionId, ticked: bool) -> None:
        if self._plan is None:
            return
        decision = self._plan.decision(action)
        choice = Choice.WE_WILL if ticked else Choice.DECIDE_LATER
        self.decision_made.emit(action, replace(decision, choice=choice))

    def _jump(self, block_id: str) -> None:
        self._scroll_to(self.findings.open_block(block_id))

    @Slot(object)
    def _filter(self, wanted: Filter) -> None:
        shown = self.findings.show_filter(wanted)
        self._fill_jumps()
        if self._filters is None or self._story is None:
            return
        total = len(self._story.cards)
        self._filters.show_count(shown, total)
        # Said on the button too: who closes it forgets what it hides.
        words = _("Only some statements: {shown} of {total}")
        told = words.format(shown=shown, total=total)
        self.filtering.set_title(_all_findings() if wanted.is_empty else told)

    @Slot(tuple)
    def _show_view(self, keys: tuple[str, ...]) -> None:
        shows_chains = CHAINS in keys
        if shows_chains and self.chains is None:
            self.chains = ChainPanel(
                self._look,
                question=self._asks.question,
                finding=self._asks.finding,
                save=self.picture_made.emit,
            )
            self.column.insertWidget(self.column.indexOf(self._list_row) + 1, self.chains)
            if self._story is not None:
                self.chains.show_cards(self._story.cards)
        if self.chains is not None:
            self.chains.setVisible(shows_chains)
        self._list.setVisible(not shows_chains)

    @Slot()
    def _fit_width(self) -> None:
        width = self._look.metrics.reading_width
        for widget in (self._headline, self._caveat, self._list):
            widget.setMaximumWidth(width)


def _all_findings() -> str:
    return _("Show only some statements")
