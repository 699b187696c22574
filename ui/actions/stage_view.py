"""One stage of the programme: its actions, and the provider's own."""

from functools import partial

from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.ids import ActionId
from advisor.telling.actions import Show, StageGroup, shown
from ui.actions.decision_form import DecisionForm
from ui.actions.own_view import OwnActionCard
from ui.actions.row_card import ActionCard
from ui.actions.ways import Ways
from ui.awake.slices import Slices
from ui.theme.theme import Theme
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in, fill
from ui.widgets.pile import Pile
from ui.widgets.text import Heading


class StageView(QWidget):
    """Shows a ``StageGroup``, closed until it is wanted; cards are made in slices."""

    def __init__(
        self,
        theme: Theme,
        group: StageGroup,
        owners: tuple[str, ...],
        stages: tuple[tuple[str, str], ...],
        slices: Slices,
        ways: Ways,
    ) -> None:
        super().__init__()
        self._theme, self.group, self._slices = theme, group, slices
        self._owners, self._stages, self._ways = owners, stages, ways
        self._cards: dict[ActionId, ActionCard] = {}
        self._own: dict[str, OwnActionCard] = {}
        self._show = Show.ALL
        self._pile: Pile | None = None
        column = column_in(self, theme.metrics.space(2))
        self.heading = Heading(self._title(), level=2, parent=self)
        words = _("The actions of this stage")
        self.disclosure = Disclosure(theme, words, self._make_pile, parent=self)
        self.disclosure.button.setAccessibleName(f"{words}: {group.title}")
        fill(column, self.heading, self.disclosure)

    @property
    def cards(self) -> tuple[ActionCard, ...]:
        """The cards that were made so far."""
        return tuple(self._cards.values())

    @property
    def own_cards(self) -> tuple[OwnActionCard, ...]:
        """The cards of the provider's own actions that were made so far."""
        return tuple(self._own.values())

    @property
    def forms(self) -> tuple[DecisionForm, ...]:
        """The forms of all cards that were made so far."""
        rows = tuple(card.form for card in self._cards.values())
        return (*rows, *(card.form for card in self._own.values()))

    def set_open(self, is_open: bool) -> None:
        """Open or close the stage."""
        self.disclosure.set_open(is_open)

    def show_group(self, group: StageGroup) -> None:
        """Show the same stage as it is now; own actions may have come or gone."""
        self.group = group
        self.heading.setText(self._title())
        for row in group.rows:
            if row.id in self._cards:
                self._cards[row.id].show_row(row)
        self._show_own()
        self.show_only(self._show)

    def show_only(self, show: Show) -> int:
        """Hide the rows that were not asked for; return how many are left."""
        self._show = show
        wanted = {row.id for row in shown(self.group.rows, show)}
        for action, card in self._cards.items():
            card.setVisible(action in wanted)
        own = len(self.group.own) if show in (Show.ALL, Show.OURS) else 0
        for own_card in self._own.values():
            own_card.setVisible(bool(own))
        self.setVisible(bool(wanted) or bool(own))
        return len(wanted) + own

    def _title(self) -> str:
        return f"{self.group.title}: {self.group.progress}"

    def _make_pile(self) -> QWidget:
        self._pile = Pile(self._theme)
        for row in self.group.rows:
            self._slices.add(partial(self._add, row.id))
        self._slices.add(self._show_own)
        return self._pile

    def _add(self, action: ActionId) -> None:
        row = next((row for row in self.group.rows if row.id == action), None)
        if row is None or self._pile is None:
            return
        card = ActionCard(self._theme, row, self._owners, self._ways)
        self._cards[action] = card
        self._pile.add(card, shown=row in shown(self.group.rows, self._show))

    def _show_own(self) -> None:
        if self._pile is None:
            return
        there = {own.id: own for own in self.group.own}
        for gone in set(self._own) - set(there):
            self._pile.remove(self._own.pop(gone))
        for own_id, own in there.items():
            if own_id in self._own:
                self._own[own_id].show_own(own)
                continue
            card = OwnActionCard(self._theme, own, self._stages, self._ways)
            self._own[own_id] = card
            self._pile.add(card)
