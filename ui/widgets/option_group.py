"""A question's options as cards, one or several to choose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.option_card import RadioCard, TickCard
from ui.widgets.radio_group import stop_at_one
from ui.widgets.roles import Spoken

_TWO_COLUMNS_FROM = 540
_CALM = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option. `exclusive` ones rule out all others; `apart` ones stand last, below the rest.

    "None of these" is exclusive; "Not sure yet" is exclusive and apart.
    """

    key: str
    title: str
    hint: str = ""
    exclusive: bool = False
    apart: bool = False


class OptionGroup(QFrame, Spoken):
    """Option cards in one or two columns, named by the question they answer.

    `selected` reports the chosen keys, in the order of the options, after a person changed
    them and never after `select`.
    """

    selected = Signal(tuple)

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        *,
        name: str,
        multiple: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.teach_qt()
        self._theme, self._options, self._columns = theme, tuple(options), 0
        self.setProperty("look", "clear")
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        # Of grouped buttons Tab reaches only one, which is right for radio buttons alone.
        self._group = None if multiple else QButtonGroup(self)
        kind = TickCard if multiple else RadioCard
        self.cards: dict[str, RadioCard | TickCard] = {}
        for at, option in enumerate(self._options):
            card = kind(theme, option.title, hint=option.hint, parent=self)
            if self._group is not None:
                self._group.addButton(card)
            card.clicked.connect(partial(self._clicked, at))
            self.cards[option.key] = card
        if self._group is not None:
            stop_at_one(self._group)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._place(1)
        theme.changed.connect(self._look_changed)

    @property
    def selection(self) -> tuple[str, ...]:
        """The chosen keys, in the order of the options."""
        return tuple(key for key, card in self.cards.items() if card.isChecked())

    def select(self, keys: Iterable[str]) -> None:
        """Show these keys as chosen, and no others."""
        wanted = frozenset(keys)
        if self._group is not None:
            self._group.setExclusive(False)
        for key, card in self.cards.items():
            card.setChecked(key in wanted)
        if self._group is not None:
            self._group.setExclusive(True)
            stop_at_one(self._group)

    def take_focus(self) -> None:
        """Move the keyboard to the chosen option, or to the first."""
        chosen = self.selection or tuple(self.cards)[:1]
        for key in chosen[:1]:
            self.cards[key].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _clicked(self, at: int, _checked: bool = False) -> None:
        option = self._options[at]
        if self.cards[option.key].isChecked() and self._group is None:
            for other in self._options:
                if other is not option and (option.exclusive or other.exclusive):
                    self.cards[other.key].setChecked(False)
        # A screen reader presses without moving the keyboard: Qt would leave Tab where it was.
        if self._group is not None:
            stop_at_one(self._group)
        self.selected.emit(self.selection)

    def _look_changed(self) -> None:
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        # A margin between the two thresholds keeps a scroll bar's coming and going from
        # switching the columns to and fro.
        enough = self._theme.metrics.px(_TWO_COLUMNS_FROM) + (_CALM if self._columns == 1 else 0)
        columns = 2 if width >= enough else 1
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
