"""The design choices with their two sides next to each other, never netted."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from advisor.language import N_, _
from advisor.models.ids import RuleId
from advisor.telling.cards import CardStory
from advisor.telling.spoken import in_one_run
from advisor.telling.tensions import TensionStory
from ui.advice.asks import Asks
from ui.advice.finding_link import FindingLink
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.layouts import column_in, row_in
from ui.widgets.link_button import LinkButton
from ui.widgets.painting import box
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Heading, Text

_LEAST = 190
_SAFE = N_("What keeps it safe")


class BothSides(QWidget):
    """Shows each choice with what it may bring and cost in this plan."""

    def __init__(self, theme: Theme, stories: Iterable[TensionStory], asks: Asks) -> None:
        super().__init__()
        self._choices: dict[str, _Choice] = {}
        column = column_in(self, theme.metrics.space(6))
        head = row_in(inner := QWidget(self), theme.metrics.space(8))
        head.addWidget(Picture(theme, Glyph.GIT_COMPARE, size=20, parent=inner))
        self.heading = Heading(_("Both sides of one choice"), level=2, parent=inner)
        head.addWidget(self.heading)
        words = _("These choices may help and may harm. We never set one against the other.")
        self.heading.describe(words)
        head.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=inner), 1)
        column.addWidget(inner)
        for story in stories:
            self._choices[story.id] = choice = _Choice(theme, story, asks)
            column.addWidget(choice)

    def show_stories(self, stories: Iterable[TensionStory]) -> None:
        """Show the states that the statements of the same choices have now."""
        for story in stories:
            if story.id in self._choices:
                self._choices[story.id].show_story(story)

    def take_focus(self) -> None:
        """Lead the focus to the heading."""
        self.heading.take_focus()


class _Choice(QFrame):
    """One choice: what was chosen, what it may bring, what it may cost, what keeps it safe."""

    def __init__(self, theme: Theme, story: TensionStory, asks: Asks) -> None:
        super().__init__()
        self._theme, self._asks = theme, asks
        self._links: dict[RuleId, tuple[str, FindingLink]] = {}
        column = QVBoxLayout(self)
        side = theme.metrics.space(14)
        column.setContentsMargins(side, theme.metrics.space(10), side, theme.metrics.space(10))
        sides = Beside(theme, least=_LEAST)
        sides.add(self._chosen(story), fills=False)
        helps, harms = _("It may help"), _("It may harm or keep mothers away")
        sides.add(self._side(helps, story.benefits, Tone.POSITIVE, story), fills=False)
        sides.add(self._side(harms, story.risks, Tone.DANGER, story), fills=False)
        if story.keeps_safe:
            sides.add(self._safe(story), fills=False)
        column.addWidget(sides)

    def show_story(self, story: TensionStory) -> None:
        """Show the newest states."""
        for card in (*story.benefits, *story.risks):
            title, link = self._links[card.rule]
            link.show_story(card, name=f"{title}: {card.row_name}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        c, radius = self._theme.colours, self._theme.metrics.card_radius
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), radius, fill=c.surface, line=c.hairline)

    def _chosen(self, story: TensionStory) -> QWidget:
        made, column = self._column()
        heading = Heading(story.title, level=3, parent=made)
        kept = (_(_SAFE), story.keeps_safe) if story.keeps_safe else ()
        heading.read_here(in_one_run((story.chosen, story.text, *kept)))
        column.addWidget(heading)
        chosen = Text(story.chosen, role=TextRole.SMALL_STRONG, parent=made)
        column.addWidget(chosen)
        column.addWidget(Text(story.text, role=TextRole.SMALL, tint=MUTED, parent=made))
        name = _("Change: {question} Now: {answer}").format(
            question=story.asked, answer=story.chosen
        )
        button = LinkButton(self._theme, _("Change"), name=name, glyph=Glyph.PENCIL, parent=made)
        button.clicked.connect(partial(self._asks.question, story.question))
        column.addWidget(button)
        return made

    def _side(
        self, title: str, cards: Iterable[CardStory], tone: Tone, story: TensionStory
    ) -> QWidget:
        made, column = self._column()
        column.addWidget(Text(title, role=TextRole.SMALL_STRONG, tint=tone, parent=made))
        for card in cards:
            link = FindingLink(self._theme, card, name=f"{title}: {card.row_name}")
            # The same may come of several choices.
            link.setAccessibleDescription(story.title)
            self._links[card.rule] = (title, link)
            link.clicked.connect(partial(self._asks.finding, card.rule))
            column.addWidget(link)
        return made

    def _safe(self, story: TensionStory) -> QWidget:
        made, column = self._column()
        column.addWidget(Text(_(_SAFE), role=TextRole.SMALL_STRONG, tint=MUTED, parent=made))
        column.addWidget(Text(story.keeps_safe, role=TextRole.SMALL, parent=made))
        return made

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        made = QWidget(self)
        return made, column_in(made, self._theme.metrics.space(2))
