"""The few things to do first, each to be taken on and with why it is among them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.first import FirstThings
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.cards import Card
from ui.widgets.option_card import TickCard
from ui.widgets.text import MUTED, Heading, Text


class FirstThingsCard(Card):
    """Shows what to do first; ``action_ticked(action, ticked)`` says that it will be done."""

    action_ticked = Signal(str, bool)

    def __init__(self, theme: Theme, first: FirstThings, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=first.title, tone=Tone.ACCENT, parent=parent)
        self.ticks: dict[str, TickCard] = {}
        self.column.addWidget(Heading(first.title, level=2, parent=self))
        for thing in first.things:
            tick = TickCard(theme, thing.action.text, hint=thing.why, parent=self)
            tick.setProperty("action", str(thing.action.id))
            tick.clicked.connect(self._ticked)
            self.ticks[thing.action.id] = tick
            self.column.addWidget(tick)
        words = _("A tick says that you will do it.")
        self.column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))
        self.show_first(first)

    def show_first(self, first: FirstThings) -> None:
        """Show new ticks in place; the focus stays where it is."""
        for thing in first.things:
            self.ticks[thing.action.id].setChecked(thing.action.is_done_or_meant)

    @Slot(bool)
    def _ticked(self, ticked: bool) -> None:
        tick = self.sender()
        if isinstance(tick, TickCard):
            self.action_ticked.emit(str(tick.property("action")), ticked)
