"""The screen on which a plan is answered: the wizard of the section that is open."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.telling.wizard_words import wizard_words
from ui.theme.theme import Theme
from ui.wizard.section_wizard import SectionWizard


class WayBack(Enum):
    """Where a person came from, and goes back to from the wizard."""

    OVERVIEW = auto()
    ANSWERS = auto()
    ADVICE = auto()


class WizardView(QWidget):
    """Asks; reports what was said, noted, taken back and where the person went."""

    said = Signal(str, object)
    noted = Signal(str, str)
    page_opened = Signal(object)
    overview_asked = Signal()
    section_finished = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(
        self, theme: Theme, pack: Pack, draft: InterviewDraft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._draft = theme, draft
        self._words = wizard_words(pack)
        self._wizard: SectionWizard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def wizard(self) -> SectionWizard | None:
        """The wizard of the section that is open."""
        return self._wizard

    def open(
        self,
        page: Page,
        question: QuestionId | None = None,
        *,
        way_back: WayBack = WayBack.OVERVIEW,
    ) -> None:
        """Open a page of the interview, at its heading or at one of its questions.

        ``way_back`` names the way out after the page that one came from.
        """
        if self._wizard is None or self._wizard.section != page.section:
            self._end()
            self._wizard = self._make(page)
        words, short = {
            WayBack.ANSWERS: (_("Back to your ans&wers"), _("Ans&wers")),
            WayBack.ADVICE: (_("Back to the ad&vice"), _("Ad&vice")),
            WayBack.OVERVIEW: (_("&Save and go to overview"), _("&Overview")),
        }[way_back]
        self._wizard.name_way_out(words, short)
        self._wizard.open(page, question)

    def show_answer(self, question: QuestionId) -> None:
        """Show one answer as the draft has it, and what can be undone."""
        if self._wizard is not None:
            self._wizard.show_answer(question)

    def flush(self) -> None:
        """Let the open page report what still waits for a pause in typing."""
        if self._wizard is not None:
            self._wizard.flush()

    def _make(self, page: Page) -> SectionWizard:
        wizard = SectionWizard(self._theme, self._words, self._draft, page.section, self)
        wizard.said.connect(self.said)
        wizard.noted.connect(self.noted)
        wizard.page_opened.connect(self.page_opened)
        wizard.overview_asked.connect(self.overview_asked)
        wizard.section_finished.connect(self.section_finished)
        wizard.undo_asked.connect(self.undo_asked)
        wizard.redo_asked.connect(self.redo_asked)
        self._column.addWidget(wizard)
        wizard.show()
        return wizard

    def _end(self) -> None:
        if self._wizard is not None:
            self._wizard.flush()
            self._column.removeWidget(self._wizard)
            self._wizard.hide()
            self._wizard.deleteLater()
            self._wizard = None
