"""What was said under an earlier edition of the evidence, to be used, left out or said again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from advisor.telling.moved_answers import Changes, ToldMove, ToldMoves
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card, Rule
from ui.widgets.layouts import FlowLayout
from ui.widgets.text import MUTED, Heading, Text


class MovedAnswersCard(Card):
    """One paragraph and its buttons for each; ``take`` is given what a press changes."""

    def __init__(
        self,
        theme: Theme,
        told: ToldMoves,
        take: Callable[[Changes], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme, self._take = theme, take
        self.buttons: list[Button] = []
        self.column.addWidget(Heading(told.heading, level=2, parent=self))
        self.column.addWidget(Text(told.lead, role=TextRole.SMALL, tint=MUTED, parent=self))
        for move in told.moves:
            self._add(move)

    def _add(self, move: ToldMove) -> None:
        self.column.addWidget(Rule(self._theme, self))
        self.column.addWidget(Text(move.about, role=TextRole.SMALL_STRONG, tint=MUTED, parent=self))
        for line in move.lines:
            self.column.addWidget(Text(line, parent=self))
        ways = FlowLayout(gap=6)
        ways.addWidget(self._button(move.accept, move, move.accepting))
        if move.leaving is not None:
            ways.addWidget(self._button(move.leave, move, move.leaving))
        self.column.addLayout(ways)

    def _button(self, words: str, move: ToldMove, changes: Changes) -> Button:
        name = f"{words}: {move.about}"
        button = Button(self._theme, words, kind=ButtonKind.QUIET, name=name, parent=self)
        button.clicked.connect(partial(self._pressed, changes))
        self.buttons.append(button)
        return button

    def _pressed(self, changes: Changes, *_checked: bool) -> None:
        self._take(changes)
