"""A question's options as cards, one or several to choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.option_card import RadioCard, TickCard
from ui.widgets.radio_group import ChoiceGroup

_TWO_COLUMNS_FROM = 540
_CALM = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOption:
    """One option. `exclusive` ones rule out all others; `apart` ones come last, below the rest.

    "None of these" is exclusive; "Not sure yet" is exclusive and apart.
    """

    key: str
    title: str
    hint: str = ""
    exclusive: bool = False
    apart: bool = False


class OptionGroup(ChoiceGroup):
    """Option cards in one or two columns, one or with `multiple` several to choose."""

    def __init__(
        self,
        theme: Theme,
        options: Sequence[CardOption],
        *,
        name: str,
        multiple: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, exclusive=not multiple, parent=parent)
        self._theme, self._options, self._columns = theme, tuple(options), 0
        self.setAccessibleDescription(hint)
        kind = TickCard if multiple else RadioCard
        self.cards = {
            option.key: kind(theme, option.title, hint=option.hint, parent=self)
            for option in self._options
        }
        self.hold(self.cards)
        for option in self._options:
            self.cards[option.key].clicked.connect(partial(self._clicked, option))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._place(1)
        theme.changed.connect(self._fit)

    def take_focus(self) -> None:
        """Move the keyboard to the chosen option, or to the first."""
        chosen = self.selection or tuple(self.cards)[:1]
        for key in chosen[:1]:
            self.cards[key].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _clicked(self, option: CardOption) -> None:
        if self.cards[option.key].isChecked():
            for other in self._options:
                if other is not option and (option.exclusive or other.exclusive):
                    self.cards[other.key].setChecked(False)
        self.report()

    def _fit(self) -> None:
        # A margin between the two thresholds keeps a scroll bar's coming and going from
        # switching the columns to and fro.
        enough = self._theme.metrics.px(_TWO_COLUMNS_FROM) + (_CALM if self._columns == 1 else 0)
        columns = 2 if self.width() >= enough else 1
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._columns = columns
        for card in self.cards.values():
            self._grid.removeWidget(card)
        beside = [option for option in self._options if not option.apart]
        below = [option for option in self._options if option.apart]
        for at, option in enumerate(beside):
            self._grid.addWidget(self.cards[option.key], at // columns, at % columns)
        first = -(-len(beside) // columns)
        for at, option in enumerate(below):
            self._grid.addWidget(self.cards[option.key], first + at, 0, 1, columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)
