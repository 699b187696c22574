"""The screen on which a plan is answered: the wizard of the section that is open."""

from collections.abc import Iterator

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

    def make_ahead(self, page: Page) -> Iterator[None]:
        """Make a page of the interview before it is opened; yield after each step of a moment.

        While another page is answered, nothing is done.
        """
        if self.isVisible():
            return
        before = self.wizard
        wizard = self._wizard_for(page)
        if wizard is not before:
            yield
        steps = wizard.make_ahead(page)
        # Another section may be opened meanwhile.
        while self.wizard is wizard and next(steps, "end") is None:
            yield

    def open(
        self, page: Page, question: QuestionId | None = None, *, way_out: tuple[str, str]
    ) -> None:
        """Open a page of the interview, at its heading or at one of its questions.

        ``way_out`` names the button that leaves the questions, also where room is short.
        """
        wizard = self._wizard_for(page)
        wizard.name_way_out(*way_out)
        wizard.open(page, question)
        # Only now: the pages on the way to this one would each be told to a screen reader.
        wizard.show()

    @property
    def question(self) -> str:
        """The question at which the keyboard is, or the first of the page; empty without one."""
        shown = self.wizard.shown if self.wizard is not None else None
        return shown.question if shown is not None else ""

    def flush(self) -> None:
        """Let the open page report what still waits for a pause in typing."""
        if self.wizard is not None:
            self.wizard.flush()

    def _wizard_for(self, page: Page) -> SectionWizard:
        """Return the wizard of a page's section, made now and hidden where there is none yet."""
        # Answers in other sections cut the pages of this one anew.
        if self.wizard is None or self.wizard.pages != self._draft.pages(page.section):
            self._end()
            self.wizard = SectionWizard(
                self._theme, self._words, self._draft, page.section, self._reports, self
            )
            self.wizard.hide()
            self._column.addWidget(self.wizard)
        return self.wizard

    def _end(self) -> None:
        if self.wizard is not None:
            self.wizard.flush()
            self._column.removeWidget(self.wizard)
            self.wizard.hide()
            self.wizard.deleteLater()
            self.wizard = None
