"""What the evidence leaves out, what takes care, and risks that the provider added."""

from advisor.language import _
from advisor.models.marks import Mark
from advisor.telling.naming import OwnRiskLine
from advisor.telling.opening import NoteStory
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge, Tag
from ui.widgets.cards import Card
from ui.widgets.layouts import fill, row_of
from ui.widgets.text import MUTED, Heading, Text


class NoteCard(Card):
    """What the evidence does not cover, or what takes special care."""

    def __init__(self, theme: Theme, story: NoteStory) -> None:
        super().__init__(theme, tone=Tone.CAUTION)
        self.column.addWidget(Heading(story.title, level=3, parent=self))
        if story.may_only:
            tag = Tag(theme, _("May apply"), tone=Tone.UNCERTAIN, parent=self)
            self.column.addLayout(row_of(tag))
        self.column.addWidget(Text(story.text, parent=self))
        if story.citations:
            words = _("Sources: {sources}").format(sources=" ".join(story.citations))
            self.column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))


class OwnRiskCard(Card):
    """A risk that the provider added, marked as such."""

    def __init__(self, theme: Theme, risk: OwnRiskLine) -> None:
        super().__init__(theme)
        badge = Badge(theme, Mark.ADDED_BY_YOU, parent=self)
        fill(self.column, Heading(risk.text, level=3, parent=self), row_of(badge))
        if risk.mitigation:
            self.column.addWidget(Text(risk.mitigation, parent=self))
