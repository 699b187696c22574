"""One block of the advice page: a heading and its cards, closed if the block is."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import ngettext
from advisor.models.ids import RuleId
from advisor.telling.advice import CardBlock
from advisor.telling.cards import CardStory
from advisor.telling.changes import ChangesStory
from advisor.telling.filters import Filter
from ui.advice.asks import Asks
from ui.advice.card import FindingCard
from ui.awake.slices import Slices
from ui.theme.theme import Theme
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in
from ui.widgets.pile import Pile
from ui.widgets.text import MUTED, Heading, Text


class BlockView(QWidget):
    """Shows a ``CardBlock``; its cards are made in slices, or when it is opened."""

    def __init__(
        self, theme: Theme, block: CardBlock, asks: Asks, slices: Slices, opened: set[str]
    ) -> None:
        super().__init__()
        self._theme, self._block, self._asks = theme, block, asks
        self._slices, self._opened = slices, opened
        self._cards: dict[RuleId, FindingCard] = {}
        self._filter = Filter()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.metrics.space(10), 0, 0)
        self._column.setSpacing(theme.metrics.space(12))
        self.disclosure: Disclosure | None = None
        self.heading = Heading(block.heading, level=2, parent=self)
        self._column.addWidget(self.heading)
        if block.is_closed:
            self._add_closed()
        else:
            self._add_intro(self._column)
            self._column.addWidget(self._add_pile())

    @property
    def block(self) -> CardBlock:
        """What is shown, made or not."""
        return self._block

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The cards that were made so far."""
        return tuple(self._cards.values())

    @property
    def open_rules(self) -> tuple[str, ...]:
        """The rules whose cards are open."""
        return tuple(rule for rule, card in self._cards.items() if card.is_open)

    def show_block(self, block: CardBlock) -> None:
        """Show the same cards as they are now."""
        self._block = block
        for story in block.cards:
            if story.rule in self._cards:
                self._cards[story.rule].show_story(story)

    def show_filter(self, wanted: Filter) -> int:
        """Hide the cards that a filter keeps out; return how many it lets in."""
        self._filter = wanted
        for card in self._cards.values():
            card.setVisible(wanted.lets_in(card.story))
        shown = len(wanted.kept(self._block.cards))
        self.setVisible(bool(shown) or wanted.is_empty)
        return shown

    def open_finding(self, rule: RuleId) -> FindingCard | None:
        """Open a card of this block, lead the focus there and return it; None when not here."""
        if rule not in self._block.rules:
            return None
        if self.disclosure is not None:
            self.disclosure.set_open(True)
            self._slices.finish_now()
        self.setVisible(True)
        card = self._cards[rule]
        card.setVisible(True)
        card.set_open(True)
        card.take_focus()
        return card

    def show_changes(self, rule: RuleId, story: ChangesStory) -> QWidget | None:
        """Answer what would have to change for a card of this block; return where it is told."""
        card = self._cards.get(rule)
        if card is None or card.body is None:
            return None
        return card.body.show_changes(story)

    def take_focus(self) -> None:
        """Lead the focus to the block's heading."""
        self.heading.take_focus()

    def _add_closed(self) -> None:
        count = len(self._block.cards)
        words = ngettext("This statement", "These {n} statements", count).format(n=count)
        self.disclosure = Disclosure(self._theme, words, self._make_closed, parent=self)
        self.disclosure.button.setAccessibleName(f"{words}: {self._block.title}")
        self._column.addWidget(self.disclosure)

    def _make_closed(self) -> QWidget:
        box = QWidget()
        column = column_in(box, self._theme.metrics.space(12))
        self._add_intro(column)
        column.addWidget(self._add_pile())
        return box

    def _add_pile(self) -> Pile:
        pile = Pile(self._theme)
        for card in self._block.cards:
            self._slices.add(partial(self._add_card, card, pile))
        return pile

    def _add_intro(self, column: QVBoxLayout) -> None:
        words = self._block.intro if self._block.cards else self._block.when_empty
        if words:
            column.addWidget(Text(words, tint=MUTED, parent=self))

    def _add_card(self, story: CardStory, pile: Pile) -> None:
        card = FindingCard(self._theme, story, self._asks)
        self._cards[story.rule] = card
        pile.add(card, shown=self._filter.lets_in(story))
        if story.rule in self._opened:
            card.set_open(True)
