"""Find out or decide first: the few open questions that would settle most."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor.language import _
from advisor.telling.opening import FIRST, FirstQuestion
from ui.theme.colours import Tone
from ui.theme.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Heading, Text


class FirstQuestions(Card):
    """Shows at most a handful of questions, each with a button that opens it."""

    question_wanted = Signal(str)

    def __init__(self, theme: Theme, questions: Iterable[FirstQuestion]) -> None:
        title = _(FIRST)
        super().__init__(theme, name=title, tone=Tone.UNCERTAIN)
        self._theme = theme
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
        button.setProperty("question", str(question.question))
        button.clicked.connect(self._want)
        row = QHBoxLayout()
        row.setSpacing(self._theme.metrics.space(12))
        row.addLayout(words, 1)
        row.addWidget(button)
        return row

    @Slot()
    def _want(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.question_wanted.emit(str(button.property("question")))
