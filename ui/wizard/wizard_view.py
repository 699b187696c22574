"""The screen on which a plan is answered: the wizard of the section that is open."""

from PySide6.QtWidgets import QWidget

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
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
        # The wizard of the section that is open.
        self.wizard: SectionWizard | None = None
        self._column = column_in(self)

    def open(
        self, page: Page, question: QuestionId | None = None, *, way_out: tuple[str, str]
    ) -> None:
        """Open a page of the interview, at its heading or at one of its questions.

        ``way_out`` names the button that leaves the questions, also where room is short.
        """
        pages = self._draft.pages(page.section)
        # Answers in other sections cut the pages of this one anew.
        is_new = self.wizard is None or self.wizard.pages != pages
        if self.wizard is None or is_new:
            self._end()
            self.wizard = self._make(page)
        self.wizard.name_way_out(*way_out)
        self.wizard.open(page, question)
        if is_new:
            # Only now: the pages on the way to this one would each be told to a screen reader.
            self.wizard.show()

    @property
    def question(self) -> str:
        """The question at which the keyboard is, or the first of the page; empty without one."""
        shown = self.wizard.shown if self.wizard is not None else None
        return shown.question if shown is not None else ""

    def flush(self) -> None:
        """Let the open page report what still waits for a pause in typing."""
        if self.wizard is not None:
            self.wizard.flush()

    def _make(self, page: Page) -> SectionWizard:
        wizard = SectionWizard(
            self._theme, self._words, self._draft, page.section, self._reports, self
        )
        wizard.hide()
        self._column.addWidget(wizard)
        return wizard

    def _end(self) -> None:
        if self.wizard is not None:
            self.wizard.flush()
            self._column.removeWidget(self.wizard)
            self.wizard.hide()
            self.wizard.deleteLater()
            self.wizard = None
