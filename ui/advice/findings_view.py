"""All findings of a plan, block by block, built in slices."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from advisor.language import _, ngettext
from advisor.models.ids import RuleId
from advisor.telling.advice import AdvicePart, AdviceStory, CardBlock, same_shape
from advisor.telling.filters import Filter
from advisor.telling.tensions import TensionStory
from ui.advice.answers_view import AnswersView, NoteCard, OwnRiskCard
from ui.advice.asks import Asks
from ui.advice.block_view import BlockView
from ui.advice.card import FindingCard
from ui.advice.first_questions import FirstQuestions
from ui.advice.first_things import FirstThingsCard
from ui.advice.gates_card import GatesCard
from ui.advice.tension_card import TensionCard
from ui.awake.slices import Slices
from ui.theme.theme import Theme
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill
from ui.widgets.pile import Pile
from ui.widgets.text import MUTED, Heading, Text

FEW_TENSIONS = 2
"""How many choices with two sides come before the findings; the others open on demand."""

AFTER_NOTES = frozenset({AdvicePart.NOT_COVERED, AdvicePart.DOES_NOT_APPLY})
"""Blocks that come after what the evidence leaves out."""


class FindingsView(QWidget):
    """Shows an ``AdviceStory``. Cards that were opened stay open when another story is shown."""

    def __init__(self, theme: Theme, asks: Asks) -> None:
        super().__init__()
        self._theme, self._asks = theme, asks
        self._story: AdviceStory | None = None
        self._views: dict[str, BlockView] = {}
        self._tensions: dict[str, TensionCard] = {}
        self.first: FirstThingsCard | None = None
        self._filter = Filter()
        self._slices = Slices(self)
        self._pile = Pile(theme, parent=self)
        fill(column_in(self), self._pile)

    @property
    def blocks(self) -> tuple[CardBlock, ...]:
        """The blocks that are shown, with their cards."""
        return self._story.blocks if self._story is not None else ()

    @property
    def is_built(self) -> bool:
        """Whether every piece of the page is there."""
        return self._slices.is_done

    @property
    def filter(self) -> Filter:
        """What is asked for; an empty filter lets everything in."""
        return self._filter

    def block(self, block_id: str) -> BlockView:
        """Return the view of one block."""
        return self._views[block_id]

    def finish_now(self) -> None:
        """Build what is missing at once."""
        self._slices.finish_now()

    def show_story(self, story: AdviceStory) -> None:
        """Tell the advice; where only states changed, cards change in place."""
        before, self._story = self._story, story
        if before is not None and same_shape(before, story) and self.is_built:
            if self.first is not None:
                self.first.show_first(story.first)
            for block in story.blocks:
                self._views[block.id].show_block(block)
            for tension in story.tensions:
                if tension.id in self._tensions:
                    self._tensions[tension.id].show_story(tension)
        else:
            self._rebuild(story)

    def show_filter(self, wanted: Filter) -> int:
        """Show only the cards that a filter lets in, and return how many."""
        self._filter = wanted
        self._slices.finish_now()
        return sum(view.show_filter(wanted) for view in self._views.values())

    def open_finding(self, rule: RuleId) -> FindingCard | None:
        """Open a finding's card, lead the focus there and return it; None without a card."""
        self._slices.finish_now()
        for view in self._views.values():
            if (card := view.open_finding(rule)) is not None:
                return card
        return None

    def open_block(self, block_id: str) -> BlockView:
        """Lead the focus to a block and return it."""
        self._slices.finish_now()
        view = self._views[block_id]
        view.take_focus()
        return view

    # Building

    def _rebuild(self, story: AdviceStory) -> None:
        opened = {rule for view in self._views.values() for rule in view.open_rules}
        self._slices.clear()
        self._views, self._tensions, self.first = {}, {}, None
        self._pile.clear()
        self._build(story, opened)

    def _build(self, story: AdviceStory, opened: set[str]) -> None:
        self._build_first(story)
        self._build_tensions(story)
        unsettled = [block for block in story.blocks if block.id in AFTER_NOTES]
        for block in story.blocks:
            if block in unsettled[:1]:
                self._build_notes(story)
            self._add(partial(self._block_view, block, opened))
        if not unsettled:
            self._build_notes(story)
        self._add(self._end)

    def _build_first(self, story: AdviceStory) -> None:
        for group in story.gates:
            self._add(partial(GatesCard, self._theme, group, self._asks))
        self._add(partial(self._first_things, story))
        if story.first_questions:
            self._add(partial(FirstQuestions, self._theme, story.first_questions, self._asks))

    def _build_tensions(self, story: AdviceStory) -> None:
        if story.tensions:
            self._add(self._tensions_heading)
        for tension in story.tensions[:FEW_TENSIONS]:
            self._add(partial(self._tension, tension))
        if story.tensions[FEW_TENSIONS:]:
            self._add(self._more_tensions)

    def _add(self, make: Callable[[], QWidget]) -> None:
        self._slices.add(partial(self._add_made, make))

    def _add_made(self, make: Callable[[], QWidget]) -> None:
        self._pile.add(make())

    def _build_notes(self, story: AdviceStory) -> None:
        if story.notes:
            title = _("What our evidence leaves out, and what needs care")
            self._add(partial(Heading, title, level=2))
        for note in story.notes:
            self._add(partial(NoteCard, self._theme, note))

    def _first_things(self, story: AdviceStory) -> QWidget:
        self.first = FirstThingsCard(self._theme, story.first, self._asks)
        return self.first

    def _tensions_heading(self) -> QWidget:
        box = QWidget()
        words = _("These choices may help and may harm. We never set one against the other.")
        heading = Heading(_("Both sides of one choice"), level=2)
        fill(column_in(box), heading, Text(words, tint=MUTED))
        return box

    def _tension(self, story: TensionStory) -> QWidget:
        card = TensionCard(self._theme, story, self._asks)
        self._tensions[story.id] = card
        return card

    def _more_tensions(self) -> QWidget:
        count = len(self._more())
        title = ngettext(
            "One more choice with two sides", "{n} more choices with two sides", count
        ).format(n=count)
        return Disclosure(self._theme, title, self._make_more_tensions)

    def _make_more_tensions(self) -> QWidget:
        pile = Pile(self._theme)
        for tension in self._more():
            pile.add(self._tension(tension))
        return pile

    def _more(self) -> tuple[TensionStory, ...]:
        return self._story.tensions[FEW_TENSIONS:] if self._story is not None else ()

    def _block_view(self, block: CardBlock, opened: set[str]) -> QWidget:
        view = BlockView(self._theme, block, self._asks, self._slices, opened)
        self._views[block.id] = view
        return view

    def _end(self) -> QWidget:
        """Own risks and the plan's answers, below everything else."""
        box = QWidget()
        column = column_in(box)
        own_risks = self._story.own_risks if self._story is not None else ()
        if own_risks:
            column.addWidget(Heading(_("Risks added by you"), level=2))
        fill(column, *(OwnRiskCard(self._theme, risk) for risk in own_risks))
        words = _("All answers that you gave")
        self.answers = Disclosure(self._theme, words, self._answers)
        fill(column, Heading(_("Your answers"), level=2), self.answers)
        return box

    def _answers(self) -> QWidget:
        sections = self._story.answers if self._story is not None else ()
        return AnswersView(self._theme, sections, self._asks)
