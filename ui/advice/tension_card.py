"""One design choice with its two sides next to each other, never netted."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.models.evidence import Effect
from ui.advice.card_story import CardStory
from ui.advice.parts import ReasonLine
from ui.advice.reasons import Reason
from ui.advice.story import TensionStory
from ui.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.layouts import FlowLayout
from ui.widgets.text import Heading, Text

_GLYPHS = {
    Effect.BENEFITS: Glyph.SPROUT,
    Effect.HARMS: Glyph.TRIANGLE_ALERT,
    Effect.ENCOURAGES: Glyph.DOOR_OPEN,
    Effect.DISCOURAGES: Glyph.DOOR_CLOSED,
}


class TensionCard(Card):
    """Shows both sides of one choice; each finding leads to its card.

    ``finding_wanted(rule)`` and ``question_wanted(question)`` report what was asked for.
    """

    finding_wanted = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, theme: Theme, story: TensionStory, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=f"{self.tr('Both sides of one choice')}: {story.title}")
        self._theme, self.story = theme, story
        if parent is not None:
            self.setParent(parent)
        self.column.addWidget(Heading(story.title, level=3, parent=self))
        choice = ReasonLine(
            theme, Reason(question=story.question, asked=story.asked, answered=story.chosen)
        )
        choice.change_wanted.connect(self.question_wanted)
        self.column.addWidget(choice)
        self.column.addWidget(Text(story.text, parent=self))
        self._add_side(self.tr("It may help"), story.benefits)
        self._add_side(self.tr("It may harm or hinder"), story.risks)

    def _add_side(self, title: str, cards: Iterable[CardStory]) -> None:
        self.column.addWidget(Text(title, role=TextRole.SMALL_STRONG, parent=self))
        row = FlowLayout(gap=self._theme.metrics.space(4))
        for card in cards:
            button = Button(
                self._theme,
                card.title.replace("&", "&&"),
                kind=ButtonKind.SECONDARY,
                glyph=_GLYPHS[card.effect],
                name=f"{title}: {card.first_line}",
                parent=self,
            )
            button.setProperty("rule", str(card.rule))
            button.clicked.connect(self._want)
            row.addWidget(button)
        self.column.addLayout(row)

    @Slot()
    def _want(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.finding_wanted.emit(str(button.property("rule")))
