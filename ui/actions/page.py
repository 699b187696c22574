"""The actions page: one list by action, stage by stage, with what is left of the risks.

For whoever composes the window::

    page = ActionsPage(theme)
    page.show_plan(pack, plan, advice)       # again after every decision; the focus stays

Signals: ``changed(key, entry)`` for a decision or an entry of one's own, new ones too;
``marked({key: decision})`` for several at once; ``removed(key)``: save each and advise again.
``finding_wanted(rule_id)`` leads to the advice page,
``paper_wanted()`` to the paper page. Call ``finish_writing()`` before the page is left or
the program ends, so that a note that is being written counts.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.pack import Pack
from advisor.models.plan import Decision, EntryKey, OwnAction, OwnRisk, Plan
from advisor.telling.actions import SHOW_WORDS, ActionsStory, Show, tell
from ui.actions.bulk_view import BulkView
from ui.actions.own_view import OwnActionForm, OwnRiskCard, OwnRiskForm
from ui.actions.residual_view import ResidualView
from ui.actions.stage_view import StageView
from ui.actions.ways import Ways
from ui.awake.slices import Slices
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chips import Chips
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import FlowLayout, ScrollColumn, row_of
from ui.widgets.pile import Pile
from ui.widgets.progress import ProgressLine
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Text


class ActionsPage(ScrollColumn):
    """Shows what to do, asks for decisions, and keeps the residual risks in sight."""

    changed = Signal(object, object)
    marked = Signal(object)
    removed = Signal(object)
    finding_wanted = Signal(str)
    paper_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._ways = Ways(change=self.changed.emit, remove=self.removed.emit)
        self.setAccessibleName(_("Actions"))
        self._story: ActionsStory | None = None
        self._stages: dict[str, StageView] = {}
        # Stages that are to be open once they are made.
        self._to_open: set[str] = set()
        self._own_risks: dict[str, OwnRiskCard] = {}
        self._slices = Slices(self)
        self.bulk: BulkView | None = None
        self.new_action: OwnActionForm | None = None
        self._eyebrow = Text("", role=TextRole.EYEBROW)
        self.heading = Heading(_("What to do"), level=1)
        self.progress = ProgressLine(name=_("Actions decided"))
        self.residual = ResidualView(theme, self.finding_wanted.emit)
        self._build()
        for part in self._resting_on_story():
            part.setEnabled(False)
        self.tab_order = TabOrder(self.page)

    @property
    def stages(self) -> tuple[StageView, ...]:
        """The stages that are shown, in order."""
        return tuple(self._stages.values())

    @property
    def own_risk_cards(self) -> tuple[OwnRiskCard, ...]:
        """The cards of the provider's own risks."""
        return tuple(self._own_risks.values())

    @property
    def is_built(self) -> bool:
        """Whether every card that is wanted is there."""
        return self._slices.is_done

    def finish_now(self) -> None:
        """Build what is missing at once."""
        self._slices.finish_now()

    def show_plan(self, pack: Pack, plan: Plan, advice: Advice) -> None:
        """Show the actions of a plan; cards change in place where the list is the same."""
        before, self._story = self._story, tell(pack, plan, advice)
        story = self._story
        for part in self._resting_on_story():
            part.setEnabled(True)
        self._eyebrow.setText(_("Your plan: {plan}").format(plan=plan.title))
        settled = sum(row.is_settled for row in story.rows)
        self.progress.show_progress(settled, len(story.rows), story.progress)
        self.residual.show_story(story)
        if before is not None and _same_list(before, story):
            for group in story.stages:
                if group.id in self._stages:
                    self._stages[group.id].show_group(group)
        else:
            self._rebuild(story, is_first=before is None)
        self._show_own_risks(story)
        if self.bulk is not None:
            self.bulk.show_story(story)

    def finish_writing(self) -> None:
        """Count what is being written as written."""
        for stage in self.stages:
            for form in stage.forms:
                form.finish_writing()

    # Building

    def _build(self) -> None:
        theme = self._theme
        words = _("Decide on each action. Only you know what fits; nothing is compulsory.")
        for widget in (self._eyebrow, self.heading, Text(words, tint=MUTED), self.progress):
            self.column.addWidget(widget)
        self.column.addLayout(self._make_ways())
        self.column.addWidget(self.residual)
        options = [(show.value, title) for show, title in SHOW_WORDS.items()]
        self.show_chips = Chips(theme, options, name=_("Which actions to show"))
        self.show_chips.select((Show.ALL.value,))
        self.show_chips.selected.connect(self._show_only)
        self.column.addWidget(self.show_chips)
        title = _("Mark several as already in place")
        self.bulk_disclosure = Disclosure(theme, title, self._make_bulk)
        self.column.addWidget(self.bulk_disclosure)
        self.nothing_shown = Text(_("No action is shown with this choice."), tint=MUTED)
        self.nothing_shown.hide()
        self.column.addWidget(self.nothing_shown)
        self._list = Pile(theme)
        self.column.addWidget(self._list)
        self._build_own()
        self.column.addStretch(1)

    def _make_ways(self) -> FlowLayout:
        theme = self._theme
        paper = Button(theme, _("&Put it on paper"), kind=ButtonKind.PRIMARY, glyph=Glyph.PRINTER)
        paper.clicked.connect(self.paper_wanted)
        self.own_button = Button(theme, _("Add your own"), glyph=Glyph.PLUS)
        self.own_button.clicked.connect(self._start_own_action)
        return row_of(paper, self.own_button)

    def _build_own(self) -> None:
        theme = self._theme
        self._own_heading = Heading(_("Added by you"), level=2)
        self.column.addWidget(self._own_heading)
        self._risk_list = Pile(theme)
        self._risk_list.hide()
        self.column.addWidget(self._risk_list)
        words = _("Add an action of your own")
        self.new_action_disclosure = Disclosure(theme, words, self._make_new_action)
        self.column.addWidget(self.new_action_disclosure)
        words = _("Add a risk of your own")
        self.column.addWidget(Disclosure(theme, words, self._make_new_risk))

    def _resting_on_story(self) -> tuple[QWidget, ...]:
        """Return what can be used once there is a story."""
        return self.own_button, self.bulk_disclosure, self.new_action_disclosure

    def _make_bulk(self) -> QWidget:
        if self._story is None:
            return QWidget()
        self.bulk = BulkView(self._theme, self._story)
        self.bulk.marked.connect(self._mark)
        return self.bulk

    @Slot(object)
    def _mark(self, decisions: dict[EntryKey, Decision]) -> None:
        # What was ticked goes from the list, the button that was pressed goes out.
        self.bulk_disclosure.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.marked.emit(decisions)

    @Slot()
    def _start_own_action(self) -> None:
        self.new_action_disclosure.set_open(True)
        if self.new_action is not None:
            self.new_action.text.take_focus()

    def _make_new_action(self) -> QWidget:
        names = self._story.stage_names if self._story is not None else ()
        self.new_action = OwnActionForm(self._theme, names)
        self.new_action.made.connect(self._own_changed)
        self.removed.connect(self.new_action.forget_said)
        return self.new_action

    def _make_new_risk(self) -> QWidget:
        form = OwnRiskForm(self._theme)
        form.made.connect(self._own_changed)
        self.removed.connect(form.forget_said)
        return form

    @Slot(object)
    def _own_changed(self, own: OwnAction | OwnRisk) -> None:
        self.changed.emit(own.key, own)

    def _rebuild(self, story: ActionsStory, *, is_first: bool) -> None:
        if is_first:
            self._to_open = {group.id for group in story.stages[:1]}
        self._to_open |= {id_ for id_, view in self._stages.items() if view.disclosure.is_open}
        self._slices.clear()
        self._list.clear()
        self._stages = {}
        for place in range(len(story.stages)):
            self._slices.add(partial(self._add_stage, place))
        self._slices.add(self._show_chosen)

    def _add_stage(self, place: int) -> None:
        story = self._story
        if story is None:
            return
        group = story.stages[place]
        view = StageView(
            self._theme, group, story.owners, story.stage_names, self._slices, self._ways
        )
        self._stages[group.id] = view
        self._list.add(view)
        view.set_open(group.id in self._to_open)
        self._to_open.discard(group.id)

    def _show_chosen(self) -> None:
        self._show_only(self.show_chips.selection)

    def _show_own_risks(self, story: ActionsStory) -> None:
        there = {own.id: own for own in story.own_risks}
        here = QApplication.focusWidget()
        had_focus = here is not None and self._risk_list.isAncestorOf(here)
        for gone in set(self._own_risks) - set(there):
            self._risk_list.remove(self._own_risks.pop(gone))
        for own_id, own in there.items():
            if own_id in self._own_risks:
                self._own_risks[own_id].show_own(own)
                continue
            card = OwnRiskCard(self._theme, own, self._ways)
            self._own_risks[own_id] = card
            self._risk_list.add(card)
        self._risk_list.setVisible(bool(there))
        if had_focus and not there:
            self._own_heading.take_focus()

    @Slot(tuple)
    def _show_only(self, keys: tuple[str, ...]) -> None:
        show = Show((*keys, Show.ALL)[0])
        count = sum(view.show_only(show) for view in self.stages)
        if show is not Show.ALL:
            for view in self.stages:
                view.set_open(True)
        self.nothing_shown.setVisible(count == 0)


def _same_list(before: ActionsStory, after: ActionsStory) -> bool:
    def shape(story: ActionsStory) -> list[tuple[str, list[str]]]:
        return [(group.id, [row.id for row in group.rows]) for group in story.stages]

    return shape(before) == shape(after)
