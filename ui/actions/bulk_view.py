"""Marking several actions as already in place at once."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.telling.action import ActionRow
from advisor.telling.actions import ActionsStory, Show, shown
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.layouts import column_in, fill, row_of
from ui.widgets.option_card import TickCard
from ui.widgets.pile import Pile
from ui.widgets.text import MUTED, Text


class BulkView(QWidget):
    """Ticks for the actions that are still to decide. ``marked({key: Decision})``."""

    marked = Signal(object)

    def __init__(self, theme: Theme, story: ActionsStory) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[ActionId, ActionRow] = {}
        self.ticks: dict[ActionId, TickCard] = {}
        column = column_in(self)
        words = _("Tick what you already do. The rest stays as it is.")
        column.addWidget(Text(words, tint=MUTED, parent=self))
        self._pile = Pile(theme, gap=0, parent=self)
        # The list is long: one button before it, one after it.
        self.mark_button, self.last_button = self._marking(), self._marking()
        fill(column, row_of(self.mark_button), self._pile, row_of(self.last_button))
        self.show_story(story)

    def show_story(self, story: ActionsStory) -> None:
        """Offer what is still to decide; ticks that were set stay set."""
        rows = {row.id: row for row in shown(story.rows, Show.UNDECIDED)}
        if list(rows) != list(self._rows):
            ticked = {action for action, tick in self.ticks.items() if tick.isChecked()}
            self._pile.clear()
            self.ticks = {action: self._tick(row) for action, row in rows.items()}
            for action, tick in self.ticks.items():
                tick.setChecked(action in ticked)
        self._rows = rows
        self._count()

    def _marking(self) -> Button:
        button = Button(self._theme, "", kind=ButtonKind.PRIMARY, glyph=Glyph.CHECK, parent=self)
        button.clicked.connect(self._mark)
        return button

    def _tick(self, row: ActionRow) -> TickCard:
        tick = TickCard(self._theme, row.text, hint=_("Key action") if row.key else "")
        tick.clicked.connect(self._count)
        self._pile.add(tick)
        return tick

    @property
    def _ticked(self) -> list[ActionId]:
        return [action for action, tick in self.ticks.items() if tick.isChecked()]

    @Slot()
    def _count(self) -> None:
        count = len(self._ticked)
        for button in (self.mark_button, self.last_button):
            button.setEnabled(bool(count))
            button.setText(_("Mark {n} as already in place").format(n=count))
            button.updateGeometry()

    @Slot()
    def _mark(self) -> None:
        decisions: dict[EntryKey, Decision] = {
            EntryKey.of_decision(action): replace(
                self._rows[action].decision, choice=Choice.IN_PLACE
            )
            for action in self._ticked
        }
        self.marked.emit(decisions)
