"""A question's options as cards, one or several to choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.option_card import RadioCard, TickCard
from ui.widgets.radio_group import ChoiceGroup

_COLUMN = 220
"""The least width of a column."""
_LINE = 20
"""How much lower the options must be for one more column to be worth its shorter lines."""
_MOST_COLUMNS = 3
_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOption:
    """One option. `exclusive` ones rule out all others; `apart` ones come last and look quiet.

    "None of these" is exclusive; "Not sure yet" is exclusive and apart. `letter` is the key of
    one letter that chooses it, if there is one.
    """

    key: str
    title: str
    hint: str = ""
    exclusive: bool = False
    apart: bool = False
    letter: str = ""


class OptionGroup(ChoiceGroup):
    """Option cards in one to three columns, one or with `multiple` several to choose."""

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
            option.key: kind(
                theme, option.title, hint=option.hint, is_quiet=option.apart, parent=self
            )
            for option in self._options
        }
        self.hold(self.cards)
        for option in self._options:
            if option.letter:
                self.cards[option.key].show_letter(option.letter)
            self.cards[option.key].clicked.connect(partial(self._clicked, option))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self._place(1)
        theme.resized.connect(self._fit)

    def take_focus(self) -> None:
        """Move the keyboard to the chosen option, or to the first."""
        chosen = self.selection or tuple(self.cards)[:1]
        for key in chosen[:1]:
            self.cards[key].setFocus()

    def press(self, letter: str) -> RadioCard | TickCard | None:
        """Press the option that a key of one letter chooses, and return it if there is one."""
        for option in self._options:
            if option.letter == letter:
                self.cards[option.key].click()
                return self.cards[option.key]
        return None

    def minimumSizeHint(self) -> QSize:
        # That of one column, however many there are now: where there is less room they get fewer.
        least = [card.minimumSizeHint() for card in self.cards.values()]
        return QSize(max((each.width() for each in least), default=0), 0)

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
        columns = self._columns_in(self.width())
        if columns != self._columns:
            self._place(columns)

    @property
    def _in_order(self) -> list[CardOption]:
        return sorted(self._options, key=lambda option: option.apart)

    def _columns_in(self, width: int) -> int:
        """Return the least number of columns than which no larger one saves a line."""
        least, line = self._theme.metrics.px(_COLUMN), self._theme.metrics.px(_LINE)
        most = max(1, min(_MOST_COLUMNS, (width + _GAP) // (least + _GAP)))
        heights = {columns: self._height_in(columns, width) for columns in range(1, most + 1)}
        lowest = min(heights.values())
        return next(columns for columns, high in heights.items() if high < lowest + line)

    def _height_in(self, columns: int, width: int) -> int:
        """Return how high the options are in so many columns."""
        wide = (width - _GAP * (columns - 1)) // columns
        heights = [self.cards[option.key].heightForWidth(wide) for option in self._in_order]
        return sum(max(heights[at : at + columns]) for at in range(0, len(heights), columns))

    def _place(self, columns: int) -> None:
        """Place the options row by row, those that stand apart in the last cells."""
        before, self._columns = self._columns, columns
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for at, option in enumerate(self._in_order):
            self._grid.addWidget(self.cards[option.key], at // columns, at % columns)
        for column in range(max(before, columns)):
            self._grid.setColumnStretch(column, int(column < columns))
