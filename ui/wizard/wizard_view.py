"""The screen on which a plan is answered: the wizard of the section that is open."""

from PySide6.QtWidgets import QWidget

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import EntryKey
from advisor.telling.feeding import wizard_words
from ui.theme.theme import Theme
from ui.widgets.layouts import column_in
from ui.wizard.reports import Reports
from ui.wizard.section_wizard import SectionWizard


class WizardView(QWidget):
    """Asks, one section at a time."""

    def __init__(self, theme: Theme, pack: Pack, draft: InterviewDraft, reports: Reports) -> None:
        super().__init__()
        self._theme, self._draft, self._reports = theme, draft, reports
        self._words = wizard_words(pack)
        self._wizard: SectionWizard | None = None
        self._column = column_in(self)

    @property
    def wizard(self) -> SectionWizard | None:
        """The wizard of the section that is open."""
        return self._wizard

    def open(
        self, page: Page, question: QuestionId | None = None, *, way_out: tuple[str, str]
    ) -> None:
        """Open a page of the interview, at its heading or at one of its questions.

        ``way_out`` names the button that leaves the questions, also where room is short.
        """
        if self._wizard is None or self._wizard.section != page.section:
            self._end()
            self._wizard = self._make(page)
        self._wizard.name_way_out(*way_out)
        self._wizard.open(page, question)

    def show_change(self, key: EntryKey) -> None:
        """Show an entry as the draft has it, and what can be undone."""
        if self._wizard is not None:
            self._wizard.show_change(key)

    def flush(self) -> None:
        """Let the open page report what still waits for a pause in typing."""
        if self._wizard is not None:
            self._wizard.flush()

    def _make(self, page: Page) -> SectionWizard:
        wizard = SectionWizard(
            self._theme, self._words, self._draft, page.section, self._reports, self
        )
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
