"""Find out or decide first: the few open questions that would settle most."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor.language import _
from advisor.telling.opening import FIRST, FirstQuestion
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Heading, Text


class FirstQuestions(Card):
    """Shows at most a handful of questions, each with a button that opens it."""

    def __init__(self, theme: Theme, questions: Iterable[FirstQuestion], asks: Asks) -> None:
        title = _(FIRST)
        super().__init__(theme, tone=Tone.UNCERTAIN)
        self._theme, self._asks = theme, asks
        self.column.addWidget(Heading(title, level=2, parent=self))
        for question in questions:
            self.column.addLayout(self._line(question))

    def _line(self, question: FirstQuestion) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self._theme.metrics.space(2))
        words.addWidget(Text(question.text, role=TextRole.STRONG, parent=self))
        words.addWidget(Text(question.effect, role=TextRole.SMALL, tint=MUTED, parent=self))
        button = Button(
            self._theme,
            question.verb,
            trailing=Glyph.CHEVRON_RIGHT,
            name=f"{question.verb}: {question.text}",
            parent=self,
        )
        button.clicked.connect(partial(self._asks.question, question.question))
        row = QHBoxLayout()
        row.setSpacing(self._theme.metrics.space(12))
        row.addLayout(words, 1)
        row.addWidget(button)
        return row
