"""One page of the wizard: a heading and one to four related questions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget, QWizardPage

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import Page
from advisor.language import _
from advisor.models.ids import QuestionId
from advisor.models.questionnaire import Question, Section
from advisor.telling.disagreement import comments_on
from advisor.telling.feeding import WizardWords
from advisor.telling.how_far import left_in_section
from ui.awake.slices import Slices
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.layouts import column_in
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Text
from ui.widgets.unseen import lay_out_unseen
from ui.wizard.question_box import QuestionBox
from ui.wizard.reports import Reports

_WIDEST = 1130
"""How wide the questions may be, at a text size of 100: options stand beside each other."""

AT_ONCE = 2
"""How many questions are made before a page is shown: about as many as are seen at first."""


class QuestionPage(QWizardPage):
    """Draws what the draft says; it is filled when it is first shown.

    What is asked on a page depends only on answers given on other pages, so a page never
    changes under a person's hands. The first questions are there at once; the others follow
    a moment later.
    """

    def __init__(
        self,
        theme: Theme,
        words: WizardWords,
        draft: InterviewDraft,
        page: Page,
        reports: Reports,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._draft, self.page = theme, words, draft, page
        self._reports = reports
        self._boxes: dict[QuestionId, QuestionBox] = {}
        self._was_last: bool | None = None
        self._slices = Slices(self)
        self._area: ScrollColumn | None = None
        self._tab_order: TabOrder | None = None

    @property
    def boxes(self) -> Mapping[QuestionId, QuestionBox]:
        """The questions that are shown, in order; those that are still to come are made now."""
        self._slices.finish_now()
        made = self._boxes
        return {question: made[question] for question in self.page.questions if question in made}

    @property
    def question(self) -> str:
        """The question at which the keyboard is, or was last; the first one before that."""
        focused: QWidget | None = self.focusWidget()
        boxes = self.boxes
        at = (
            key for key, box in boxes.items() if focused is not None and box.isAncestorOf(focused)
        )
        return next(at, next(iter(boxes), ""))

    def nextId(self) -> int:
        following = self._draft.following(self.page)
        return following.number if following is not None else -1

    def make_ahead(self, size: QSize | None) -> Iterator[None]:
        """Make the questions that are asked now before they are seen; yield after each of them.

        ``size`` is how large the page will be, where that is known.
        """
        known = len(self._boxes)
        if self._area is None:
            self._area = self._build()
            yield
        for question in self._draft.questions_on(self.page):
            if question.id not in self._boxes:
                self._add(question)
                yield
        if size is not None and len(self._boxes) > known:
            lay_out_unseen(self, size)

    def fill(self) -> None:
        """Show the questions that are asked now, with their answers."""
        if self._area is None:
            self._area = self._build()
        self._slices.finish_now()
        asked = self._draft.questions_on(self.page)
        shown = {question.id for question in asked}
        for known, box in self._boxes.items():
            box.setVisible(known in shown)
            self._show(box)
        for at, question in enumerate(q for q in asked if q.id not in self._boxes):
            if at < AT_ONCE:
                self._add(question)
            else:
                self._slices.add(partial(self._add, question))
        self._name()

    def show_answer(self, question: QuestionId) -> None:
        """Show one answer as the draft has it."""
        if question in self._boxes:
            self._show(self._boxes[question])
        self.tell_whether_last()

    def show_comments(self) -> None:
        """Show who sees the questions differently, as the draft has it."""
        for question, box in self._boxes.items():
            box.show_comments(comments_on(self._draft.plan, question))

    @property
    def left(self) -> str:
        """What is not answered in the section, on its last page; empty before that."""
        is_last = self.nextId() == -1
        return left_in_section(self._draft, self.page.section) if is_last else ""

    def tell_left(self) -> None:
        """Say at the end of a section what is not answered in it."""
        if self._area is not None:
            self._left.setText(self.left)
            self._left.setVisible(bool(self.left))

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

    def order_tabs(self, then: Sequence[QWidget]) -> None:
        """Let Tab go through the questions as they are read, what opens later too, and on."""
        if self._tab_order is None and self._area is not None:
            self._tab_order = TabOrder(self._area.page, then=then)
        if self._tab_order is not None:
            self._tab_order.renew()

    def take_focus(self, question: QuestionId | None = None) -> None:
        """Move the keyboard to a question, or to the heading so that the page is announced."""
        if self._area is None:
            return
        if question is not None and question in self.boxes:
            self._boxes[question].take_focus()
            self._area.show_all(self._boxes[question])
        else:
            self._area.verticalScrollBar().setValue(0)
            self.heading.take_focus()

    def step(self, by: int) -> bool:
        """Move the keyboard to the next question or the one before; False where there is none.

        Before the first question it is at the heading.
        """
        here = QApplication.focusWidget()
        shown = self.asked
        held = (
            at
            for at, key in enumerate(shown)
            if here is not None and self._boxes[key].isAncestorOf(here)
        )
        at = next(held, -1) + by
        if not -1 <= at < len(shown):
            return False
        self.take_focus(shown[at] if at >= 0 else None)
        return True

    @property
    def asked(self) -> tuple[QuestionId, ...]:
        """The questions that are asked on it now, in order."""
        return tuple(key for key, box in self.boxes.items() if not box.isHidden())

    @property
    def _section(self) -> Section:
        return self._draft.questionnaire.section(self.page.section)

    def _build(self) -> ScrollColumn:
        area = ScrollColumn(self._theme, parent=self)
        area.set_margins(26, 10)
        area.set_widest(_WIDEST)
        # With the page: a screen reader is told of every heading that is made.
        self.heading = Heading(self._section.title, level=1, parent=area)
        self._step = Text("", role=TextRole.SMALL, tint=MUTED, parent=area)
        self._step.setWordWrap(False)
        title = QHBoxLayout()
        title.addWidget(self.heading, 1)
        title.addWidget(self._step)
        area.column.addLayout(title)
        if self.page.number == 0 and self._section.intro:
            area.column.addWidget(Text(self._section.intro, tint=MUTED, parent=area))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(self._theme.metrics.space(8))
        area.column.addLayout(self._questions)
        self._left = Text("", role=TextRole.SMALL, tint=MUTED, parent=area)
        self._left.hide()
        area.column.addWidget(self._left)
        area.column.addStretch(1)
        column_in(self).addWidget(area)
        return area

    def _add(self, question: Question) -> None:
        if question.id in self._boxes:
            return  # It was made ahead meanwhile.
        box = QuestionBox(self._theme, question, self._words, self._reports, self)
        if self._area is not None:
            box.asides.opened.connect(self._area.show_whole_soon)
        self._show(box)
        self._boxes[question.id] = box
        at = self.page.questions.index(question.id)
        before = sum(self.page.questions.index(other) < at for other in self._boxes)
        self._questions.insertWidget(before, box)
        # Qt would show it a turn later: until then no keyboard could stay on it.
        box.show()

    def _show(self, box: QuestionBox) -> None:
        question = box.question.id
        box.show_answer(self._draft.answer(question))
        box.show_comments(comments_on(self._draft.plan, question))

    def _name(self) -> None:
        pages = self._draft.open_pages(self.page.section)
        number = sum(page.number <= self.page.number for page in pages)
        step = _("Page {number} of {all}").format(number=number, all=len(pages))
        self._step.setText(step)
        self.heading.setAccessibleName(f"{self._section.title}. {step}.")
