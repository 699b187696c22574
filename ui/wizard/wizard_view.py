"""The screen on which a plan is answered: a bar on top, and the wizard of one section."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from ui.icons import Glyph
from ui.saving import Standing
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.wizard.saved_line import SavedLine
from ui.wizard.section_wizard import SectionWizard
from ui.wizard.wording import WizardWords, wizard_words


class WizardView(QWidget):
    """Asks; reports what was said, noted, taken back and where the person went."""

    said = Signal(str, object)
    noted = Signal(str, str)
    page_opened = Signal(object)
    overview_asked = Signal()
    section_finished = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: WizardWords | None = None
        self._draft: InterviewDraft | None = None
        self._wizard: SectionWizard | None = None
        self.undo = IconButton(theme, Glyph.UNDO_2, name=self.tr("Undo answer"), parent=self)
        self.redo = IconButton(theme, Glyph.REDO_2, name=self.tr("Redo answer"), parent=self)
        self.undo.setToolTip(self.tr("Undo answer (Ctrl+Z)"))
        self.redo.setToolTip(self.tr("Redo answer (Ctrl+Shift+Z)"))
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.saved_line = SavedLine(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar())

    @property
    def wizard(self) -> SectionWizard | None:
        """The wizard of the section that is open."""
        return self._wizard

    def begin(self, pack: Pack, draft: InterviewDraft) -> None:
        """Turn to another plan; nothing is shown until a page is opened."""
        self._end()
        self._words, self._draft = wizard_words(pack), draft
        self.saved_line.show_rest()
        self._show_steps()

    def open(self, page: Page, question: QuestionId | None = None) -> None:
        """Open a page of the interview, at its heading or at one of its questions."""
        if self._words is None or self._draft is None:
            return
        if self._wizard is None or self._wizard.section != page.section:
            self._end()
            self._wizard = self._make(self._words, self._draft, page)
        self._wizard.open(page, question)

    def show_answer(self, question: QuestionId) -> None:
        """Show one answer as the draft has it, and what can be undone."""
        if self._wizard is not None:
            self._wizard.show_answer(question)
        self._show_steps()

    def show_standing(self, standing: Standing) -> None:
        """Show whether everything is saved."""
        self.saved_line.show_standing(standing)

    def flush(self) -> None:
        """Let the open page report what still waits for a pause in typing."""
        if self._wizard is not None:
            self._wizard.flush()

    def _make(self, words: WizardWords, draft: InterviewDraft, page: Page) -> SectionWizard:
        wizard = SectionWizard(self._theme, words, draft, page.section, self)
        wizard.said.connect(self.said)
        wizard.noted.connect(self.noted)
        wizard.page_opened.connect(self.page_opened)
        wizard.overview_asked.connect(self.overview_asked)
        wizard.section_finished.connect(self.section_finished)
        self._column.addWidget(wizard, 1)
        wizard.show()
        return wizard

    def _end(self) -> None:
        if self._wizard is not None:
            self._wizard.flush()
            self._column.removeWidget(self._wizard)
            self._wizard.hide()
            self._wizard.deleteLater()
            self._wizard = None

    def _show_steps(self) -> None:
        draft = self._draft
        self.undo.setEnabled(draft is not None and draft.can_undo)
        self.redo.setEnabled(draft is not None and draft.can_redo)

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("look", "strip")
        row = QHBoxLayout(bar)
        side = self._theme.metrics.space(27)
        row.setContentsMargins(side, 4, side, 4)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        row.addWidget(self.saved_line, 0, Qt.AlignmentFlag.AlignVCenter)
        return bar
