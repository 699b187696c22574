"""Why a question is asked: the reason, the findings that it feeds, the words explained."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.evidence import Domain
from advisor.models.marks import Mark
from advisor.models.questionnaire import Question
from advisor.telling.feeding import Fed
from advisor.telling.glossary import Explained
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.cards import Ground, Surface
from ui.widgets.layouts import FlowLayout
from ui.widgets.text import MUTED, Text

MOST_SHOWN = 6
_MARKS = {Domain.RISK: Mark.RISK, Domain.BENEFIT: Mark.BENEFIT, Domain.TAKE_UP: Mark.HELPS}


class Why(Surface):
    """Opens under a question."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        feeds: Sequence[Fed],
        terms: Sequence[Explained],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, Ground.SUNKEN, parent)
        self.setAccessibleName(_("Why we ask"))
        self.column = QVBoxLayout(self)
        side = theme.metrics.space(16)
        self.column.setContentsMargins(side, theme.metrics.space(12), side, theme.metrics.space(12))
        self.column.setSpacing(theme.metrics.space(8))
        self.column.addWidget(Text(question.why, parent=self))
        if feeds:
            self._add_feeds(theme, feeds)
        for term in terms:
            explained = f"{term.term[:1].upper()}{term.term[1:]}: {term.meaning}"
            self.column.addWidget(Text(explained, role=TextRole.SMALL, tint=MUTED, parent=self))

    def _add_feeds(self, theme: Theme, feeds: Sequence[Fed]) -> None:
        self.column.addWidget(
            Text(_("Your answer feeds:"), role=TextRole.SMALL_STRONG, parent=self)
        )
        tags = QWidget(self)
        row = FlowLayout(tags, gap=6)
        for fed in feeds[:MOST_SHOWN]:
            showing = SHOWINGS[_MARKS[fed.domain]]
            # What decides on coming may help or keep mothers away: it is not green.
            tone = Tone.NEUTRAL if fed.domain is Domain.TAKE_UP else showing.tone
            row.addWidget(Tag(theme, fed.title, glyph=showing.glyph, tone=tone, parent=tags))
        self.column.addWidget(tags)
        if len(feeds) > MOST_SHOWN:
            more = _("and {number} more").format(number=len(feeds) - MOST_SHOWN)
            self.column.addWidget(Text(more, role=TextRole.SMALL, tint=MUTED, parent=self))
