"""A question's options as cards, one or several to choose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.option_card import RadioCard, TickCard
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
        self._group = QButtonGroup(self)
        self._group.setExclusive(not multiple)
        kind = TickCard if multiple else RadioCard
        self.cards: dict[str, RadioCard | TickCard] = {}
        for at, option in enumerate(self._options):
            card = kind(theme, option.title, hint=option.hint, parent=self)
            self._group.addButton(card, at)
            self.cards[option.key] = card
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._place(1)
        self._group.idClicked.connect(self._clicked)
        theme.changed.connect(self._look_changed)

    @property
    def selection(self) -> tuple[str, ...]:
        """The chosen keys, in the order of the options."""
        return tuple(key for key, card in self.cards.items() if card.isChecked())

    def select(self, keys: Iterable[str]) -> None:
        """Show these keys as chosen, and no others."""
        wanted = frozenset(keys)
        was_exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for key, card in self.cards.items():
            card.setChecked(key in wanted)
        self._group.setExclusive(was_exclusive)

    def take_focus(self) -> None:
        """Move the keyboard to the chosen option, or to the first."""
        chosen = self.selection or tuple(self.cards)[:1]
        for key in chosen[:1]:
            self.cards[key].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt moves between radio buttons; between tick boxes the arrows come here unused.
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        cards = list(self.cards.values())
        at = next((number for number, card in enumerate(cards) if card.hasFocus()), None)
        if not step or at is None or not 0 <= at + step < len(cards):
            super().keyPressEvent(event)
            return
        cards[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, at: int) -> None:
        option = self._options[at]
        if self.cards[option.key].isChecked() and not self._group.exclusive():
            for other in self._options:
                if other is not option and (option.exclusive or other.exclusive):
                    self.cards[other.key].setChecked(False)
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
