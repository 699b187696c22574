"""One design choice with its two sides next to each other, never netted."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.ids import RuleId
from advisor.telling.cards import CardStory
from advisor.telling.tensions import TensionStory
from advisor.telling.why import Reason
from ui.advice.asks import Asks
from ui.advice.finding_link import FindingLink
from ui.advice.parts import ReasonLine
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.cards import Card
from ui.widgets.text import Heading, Text, lines_under


class TensionCard(Card):
    """Shows both sides of one choice; each finding leads to its card."""

    def __init__(self, theme: Theme, story: TensionStory, asks: Asks) -> None:
        super().__init__(
            theme, name=_("Both sides of one choice: {title}").format(title=story.title)
        )
        self._theme, self.story, self._asks = theme, story, asks
        self.column.addWidget(Heading(story.title, level=3, parent=self))
        choice = Reason(question=story.question, asked=story.asked, answered=story.chosen)
        self.column.addWidget(ReasonLine(theme, choice, asks, self))
        self.column.addWidget(Text(story.text, parent=self))
        self._links: dict[RuleId, FindingLink] = {}
        self._helps, self._harms = _("It may help"), _("It may harm or keep mothers away")
        sides = Beside(theme)
        sides.add(self._side(self._helps, story.benefits, Tone.POSITIVE))
        sides.add(self._side(self._harms, story.risks, Tone.DANGER))
        self.column.addWidget(sides)
        if story.keeps_safe:
            title = _("What keeps it safe")
            self.column.addWidget(lines_under(theme, title, (story.keeps_safe,), parent=self))

    def show_story(self, story: TensionStory) -> None:
        """Show the states that the findings of the same choice have now."""
        self.story = story
        for title, cards in ((self._helps, story.benefits), (self._harms, story.risks)):
            for card in cards:
                self._links[card.rule].show_story(card, name=f"{title}: {card.first_line}")

    def _side(self, title: str, cards: Iterable[CardStory], tone: Tone) -> QWidget:
        box = QFrame()
        box.setProperty("look", "tinted")
        box.setProperty("tint", str(tone))
        column = QVBoxLayout(box)
        space = self._theme.metrics.space
        column.setContentsMargins(space(12), space(10), space(12), space(8))
        column.setSpacing(0)
        words = Text(title, role=TextRole.SMALL_STRONG, tint=tone)
        column.addWidget(words)
        for card in cards:
            link = FindingLink(self._theme, card, name=f"{title}: {card.first_line}")
            self._links[card.rule] = link
            link.clicked.connect(partial(self._asks.finding, card.rule))
            column.addWidget(link)
        column.addStretch(1)
        return box
