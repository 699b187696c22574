"""The few things to do first, each to be taken on and with why it is among them."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from advisor.language import _
from advisor.models.ids import ActionId
from advisor.telling.first import FirstThings
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.layouts import clear_out
from ui.widgets.option_card import TickCard
from ui.widgets.text import MUTED, Heading, Text


class FirstThingsCard(Card):
    """Shows what to do first; a tick says that it will be done."""

    def __init__(self, theme: Theme, first: FirstThings, asks: Asks) -> None:
        super().__init__(theme, name=first.title, tone=Tone.ACCENT)
        self._theme, self._asks = theme, asks
        self.ticks: dict[ActionId, TickCard] = {}
        self._heading = Heading(first.title, level=2, parent=self)
        self._things = QVBoxLayout()
        self._things.setSpacing(theme.metrics.space(12))
        self.column.addWidget(self._heading)
        self.column.addLayout(self._things)
        words = _("A tick says that you will do it.")
        self.column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))
        self.show_first(first)

    def show_first(self, first: FirstThings) -> None:
        """Show the newest things and ticks; where the same stand there, the focus stays too."""
        self._heading.setText(first.title)
        self.setAccessibleName(first.title)
        if [*self.ticks] != [thing.action.id for thing in first.things]:
            self._lay_out(first)
        for thing in first.things:
            self.ticks[thing.action.id].setChecked(thing.action.is_done_or_meant)
        # While it is built it has no parent: shown now it would be a window and take the keyboard.
        if self.parentWidget() is not None or not first.things:
            self.setVisible(bool(first.things))

    def _lay_out(self, first: FirstThings) -> None:
        had_focus = any(tick.hasFocus() for tick in self.ticks.values())
        clear_out(self._things)
        self.ticks = {}
        for thing in first.things:
            tick = TickCard(self._theme, thing.action.text, hint=thing.why, parent=self)
            tick.clicked.connect(partial(self._tick, thing.action.id))
            self.ticks[thing.action.id] = tick
            self._things.addWidget(tick)
        if had_focus:
            self._heading.take_focus()

    def _tick(self, action: ActionId) -> None:
        self._asks.tick(action, self.ticks[action].isChecked())
