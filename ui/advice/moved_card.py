"""What newer evidence changed for this plan since it was last advised."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.newer import NewerEvidence
from ui.advice.asks import Asks
from ui.compare.rows import FindingLine
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in
from ui.widgets.text import Heading, Text


class MovedCard(Card):
    """Shows a ``NewerEvidence`` until it is put away; each finding leads to its card."""

    def __init__(self, theme: Theme, story: NewerEvidence, asks: Asks) -> None:
        super().__init__(theme, tone=Tone.ACCENT)
        self._theme, self._story, self._asks = theme, story, asks
        self.column.addWidget(Heading(story.title, level=2, parent=self))
        self.summary = Text(story.summary, parent=self)
        self.column.addWidget(self.summary)
        if story.moves:
            words = _("See what changed")
            self.rows = Disclosure(theme, words, self._make_rows, parent=self)
            self.column.addWidget(self.rows)
        self.put_away_button = Button(theme, _("I have seen it"), glyph=Glyph.CHECK, parent=self)
        self.put_away_button.clicked.connect(self._put_away)
        self.column.addWidget(self.put_away_button)

    def _make_rows(self) -> QWidget:
        box = QWidget()
        column = column_in(box)
        for move in self._story.moves:
            column.addWidget(FindingLine(self._theme, move, self._asks.finding))
        return box

    @Slot()
    def _put_away(self) -> None:
        self.hide()
