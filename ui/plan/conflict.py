"""Two answers to one question, ours and one that was saved elsewhere: both are shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.plan import Answer
from advisor.models.questionnaire import Question
from advisor.telling.words import answer_words
from ui.shell.dialogs import CalmDialog
from ui.theme.colours import Tone
from ui.theme.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import ButtonKind
from ui.widgets.cards import Card
from ui.widgets.text import MUTED, Text


class ConflictDialog(CalmDialog):
    """Asks which answer shall stand. Closing it decides nothing and loses nothing."""

    ours_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        question: Question,
        ours: Answer,
        theirs: Answer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            _("This answer was also changed elsewhere"),
            glyph=Glyph.GIT_COMPARE,
            tone=Tone.CAUTION,
            parent=parent,
        )
        self.column.addWidget(Text(question.text, role=TextRole.STRONG))
        for title, answer in (
            (_("Your answer"), ours),
            (_("Saved elsewhere"), theirs),
        ):
            self.column.addWidget(_answer_card(theme, title, question, answer))
        self.ours = self.add_button(_("Keep &mine"), ButtonKind.PRIMARY)
        self.theirs = self.add_button(_("&Take the other"))
        self.later = self.add_button(_("Decide &later"), ButtonKind.QUIET)
        self.ours.clicked.connect(self._keep_ours)
        self.theirs.clicked.connect(self._take_theirs)
        self.later.clicked.connect(self.reject)

    def _keep_ours(self) -> None:
        self.accept()
        self.ours_chosen.emit()

    def _take_theirs(self) -> None:
        self.accept()
        self.theirs_chosen.emit()


def _answer_card(theme: Theme, title: str, question: Question, answer: Answer) -> Card:
    words = answer_words(question, answer)
    card = Card(theme, name=f"{title}: {words}")
    card.column.addWidget(Text(title, role=TextRole.SMALL_STRONG, tint=MUTED))
    card.column.addWidget(Text(words, selectable=True))
    if answer.note:
        card.column.addWidget(Text(answer.note, role=TextRole.SMALL, selectable=True))
    return card
