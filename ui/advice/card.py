"""One finding as a card: a line that can be read alone, and all the rest on demand."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.findings import Verdict
from advisor.telling.cards import CardStory
from ui.advice.asks import Asks
from ui.advice.card_body import CardBody
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge, Tag
from ui.widgets.cards import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import FlowLayout, clear_out, fill
from ui.widgets.text import MUTED, Heading, Text


class FindingCard(Card):
    """Shows a ``CardStory``; everything below its note is made when it is first opened."""

    def __init__(self, theme: Theme, story: CardStory, asks: Asks) -> None:
        super().__init__(theme, name=story.first_line)
        self._theme, self.story, self._asks = theme, story, asks
        self.body: CardBody | None = None
        self.heading = Heading(story.term_title, level=3, parent=self)
        self.heading.setAccessibleName(story.first_line)
        self._badges = FlowLayout(gap=8)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.metrics.space(6))
        self.more = Disclosure(
            theme, _("Why, how sure, and what you could do"), self._make_body, parent=self
        )
        self.more.button.setAccessibleDescription(story.title)
        fill(self.column, self.heading, self._badges, self._lines)
        if story.depends_on:
            self.column.addWidget(Text(story.depends_on, role=TextRole.SMALL, tint=MUTED))
        self.column.addWidget(self.more)
        self._fill_badges()
        fill(self._lines, *(Text(line, parent=self) for line in _said(story)))

    def show_story(self, story: CardStory) -> None:
        """Show the same finding as it is now, keeping the card open and the focus where it is."""
        if story == self.story:
            return
        self.story = story
        self.setAccessibleName(story.first_line)
        self.heading.setAccessibleName(story.first_line)
        self._fill_badges()
        if self.body is not None:
            self.body.show_story(story)

    @property
    def is_open(self) -> bool:
        """Whether the reasons and actions are shown."""
        return self.more.is_open

    def set_open(self, is_open: bool) -> None:
        """Open or close the card."""
        self.more.set_open(is_open)

    def take_focus(self) -> None:
        """Lead the keyboard and the screen reader to this card."""
        self.heading.take_focus()

    def _make_body(self) -> QWidget:
        self.body = CardBody(self._theme, self.story, self._asks)
        return self.body

    def _fill_badges(self) -> None:
        clear_out(self._badges)
        fill(self._badges, *(Badge(self._theme, mark, parent=self) for mark in self.story.marks))
        if self.story.supplementary:
            self._badges.addWidget(Tag(self._theme, _("Extra statement"), parent=self))


def _said(story: CardStory) -> Iterable[str]:
    """Return what stands on a closed card: a sentence for each way in which it comes about."""
    yield from (branch.sentence for branch in story.certain)
    if story.verdict is Verdict.NOT_COVERED:
        yield from (branch.sentence for branch in story.elsewhere)
    elif story.still_depends_on:
        yield story.still_depends_on
    elif story.verdict is Verdict.DOES_NOT_APPLY and story.needs:
        yield f"{story.needs_title}: {'; '.join(need.sentence for need in story.needs)}"
