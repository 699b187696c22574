"""One page of the wizard: a heading and one to four related questions."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget, QWizardPage

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.models.ids import QuestionId
from advisor.models.questionnaire import Question, Section
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import ScrollColumn
from ui.widgets.text import MUTED, Heading, Text
from ui.wizard.question_box import QuestionBox
from ui.wizard.wording import WizardWords


class QuestionPage(QWizardPage):
    """Draws what the draft says; it is filled when it is first shown.

    What is asked on a page depends only on answers given on other pages, so a page never
    changes under a person's hands.
    """

    def __init__(
        self,
        theme: Theme,
        words: WizardWords,
        draft: InterviewDraft,
        page: Page,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._draft, self.page = theme, words, draft, page
        self._boxes: dict[QuestionId, QuestionBox] = {}
        self._was_last: bool | None = None
        self.heading = Heading(self._section.title, level=1, parent=self)
        self._eyebrow = Text("", role=TextRole.EYEBROW, parent=self)
        self.area = ScrollColumn(theme, parent=self)
        self.area.column.addWidget(self._eyebrow)
        self.area.column.addWidget(self.heading)
        if page.number == 0 and self._section.intro:
            self.area.column.addWidget(Text(self._section.intro, tint=MUTED, parent=self))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(theme.metrics.space(16))
        self.area.column.addLayout(self._questions)
        self.area.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    @property
    def boxes(self) -> Mapping[QuestionId, QuestionBox]:
        """The questions that are shown, in order."""
        made = self._boxes
        return {question: made[question] for question in self.page.questions if question in made}

    def nextId(self) -> int:
        following = [
            page.number
            for page in self._draft.open_pages(self.page.section)
            if page.number > self.page.number
        ]
        return following[0] if following else -1

    def fill(self) -> tuple[QuestionBox, ...]:
        """Show the questions that are asked now, and return those that are new."""
        asked = self._draft.questions_on(self.page)
        new = tuple(self._add(question) for question in asked if question.id not in self._boxes)
        shown = {question.id for question in asked}
        for question, box in self._boxes.items():
            box.setVisible(question in shown)
            box.show_answer(self._draft.answer(question))
        self._name()
        return new

    def show_answer(self, question: QuestionId) -> None:
        """Show one answer as the draft has it."""
        if question in self._boxes:
            self._boxes[question].show_answer(self._draft.answer(question))
        self.tell_whether_last()

    def tell_whether_last(self) -> None:
        """Let the wizard offer *Continue* or *Finish*, if that is not what it offers already.

        The wizard hides itself for a moment when it changes its buttons, which drops the
        focus: it is put back.
        """
        is_last = self.nextId() == -1
        if is_last is self._was_last:
            return
        self._was_last = is_last
        focused = QApplication.focusWidget()
        self.setFinalPage(is_last)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Let every question report what still waits for a pause in typing."""
        for box in self._boxes.values():
            box.flush()

    def take_focus(self, question: QuestionId | None = None) -> None:
        """Move the keyboard to a question, or to the heading so that the page is announced."""
        if question is not None and question in self._boxes:
            self._boxes[question].input.setFocus()
        else:
            self.area.verticalScrollBar().setValue(0)
            self.heading.take_focus()

    @property
    def _section(self) -> Section:
        sections = self._draft.questionnaire.sections
        return next(section for section in sections if section.id == self.page.section)

    def _add(self, question: Question) -> QuestionBox:
        box = QuestionBox(
            self._theme,
            question,
            self._words.feeds[question.id],
            self._words.glossary,
            self.area.widget(),
        )
        self._boxes[question.id] = box
        at = self.page.questions.index(question.id)
        before = sum(self.page.questions.index(other) < at for other in self._boxes)
        self._questions.insertWidget(before, box)
        return box

    def _name(self) -> None:
        pages = self._draft.open_pages(self.page.section)
        number = sum(page.number <= self.page.number for page in pages)
        step = self.tr("Page {number} of {all}").format(number=number, all=len(pages))
        self._eyebrow.setText(step)
        self.heading.setAccessibleName(f"{self._section.title}. {step}.")
        self.setAccessibleName(self.heading.accessibleName())
