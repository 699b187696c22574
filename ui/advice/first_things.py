"""The few things to do first, each to be taken on and with why it is among them."""

from functools import partial

from advisor.language import _
from advisor.models.ids import ActionId
from advisor.telling.first import FirstThings
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.option_card import TickCard
from ui.widgets.text import MUTED, Heading, Text


class FirstThingsCard(Card):
    """Shows what to do first; a tick says that it will be done."""

    def __init__(self, theme: Theme, first: FirstThings, asks: Asks) -> None:
        super().__init__(theme, name=first.title, tone=Tone.ACCENT)
        self._asks = asks
        self.ticks: dict[ActionId, TickCard] = {}
        self.column.addWidget(Heading(first.title, level=2, parent=self))
        for thing in first.things:
            tick = TickCard(theme, thing.action.text, hint=thing.why, parent=self)
            tick.clicked.connect(partial(self._tick, thing.action.id))
            self.ticks[thing.action.id] = tick
            self.column.addWidget(tick)
        words = _("A tick says that you will do it.")
        self.column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))
        self.show_first(first)

    def show_first(self, first: FirstThings) -> None:
        """Show new ticks in place; the focus stays where it is."""
        for thing in first.things:
            self.ticks[thing.action.id].setChecked(thing.action.is_done_or_meant)

    def _tick(self, action: ActionId) -> None:
        self._asks.tick(action, self.ticks[action].isChecked())
