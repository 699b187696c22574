"""The page on which other answers are tried: what they would change, and the chain that they cut.

    page = TrialPage(theme)
    page.show_story(story)              # again after every change
    page.show_ways(story)               # what else would change the statement looked at
    page.show_questions(questions, plan)

Signals: ``kept()``, ``discarded()``, ``taken_back(question_id)``, ``tried(changes)``,
``said(question_id, value)``, ``looked_at(rule_id)`` and ``left()`` when another page is shown.
``together`` asks what would put all open risks more in hand.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from advisor.language import _
from advisor.models.changes import Changes
from advisor.models.ids import QuestionId
from advisor.models.plan import Plan
from advisor.models.questionnaire import Question
from advisor.telling.changes import ChangesStory
from advisor.telling.spoken import in_one_run
from advisor.telling.trial import TrialStory
from ui.advice.changes_view import ChangesView
from ui.advice.together_view import TogetherView
from ui.advice.trial_parts import ShiftCard
from ui.advice.trial_statement import TrialStatement
from ui.advice.trial_strip import TrialStrip
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.beside import Beside
from ui.widgets.cards import Card
from ui.widgets.contents import clear_out
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import column_in
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import MUTED, Heading, Text
from ui.wizard.inputs import AnswerInput, input_for

_LEAST_COLUMN = 480
_SHARES = (35, 65)
_MOST_STRIP = 0.4
"""The part of the page that the strip may take before it scrolls with the rest."""


class TrialPage(QWidget):
    """Shows a ``TrialStory``; nothing on it is saved."""

    kept = Signal()
    discarded = Signal()
    taken_back = Signal(str)
    tried = Signal(object)
    said = Signal(str, object)
    looked_at = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Try another answer"))
        self.strip = TrialStrip(
            theme,
            keep=self.kept.emit,
            discard=self.discarded.emit,
            take_back=self.taken_back.emit,
        )
        self._inputs: dict[QuestionId, AnswerInput] = {}
        self._asked: tuple[QuestionId, ...] = ()
        self.shifts: tuple[ShiftCard, ...] = ()
        self.statement: TrialStatement | None = None
        self.ways: ChangesView | None = None
        self.together = TogetherView(theme, self._try_way)
        # Whether the keyboard goes to the first difference when that is known.
        self._leads_on = False
        # What was tried until just now; the keyboard goes back to what offers it.
        self._left: Mapping[QuestionId, object] = {}
        self.announcer = Announcer(self)
        self._summary = Text("", role=TextRole.LEAD)
        self._lay_out()

    def show_story(self, story: TrialStory) -> None:
        """Show what the answers that are tried would change now."""
        # To paint it is a turn of its own: the window listens in between.
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, self._paint_again)
        at = next((place for place, card in enumerate(self.shifts) if card.hasFocus()), None)
        self.strip.show_story(story)
        self._place_strip()
        self._summary.setText(story.summary)
        self.strip.sum_up(story.summary)
        self._summary.setVisible(bool(story.summary))
        self._fill_shifts(story)
        if at is not None and self.shifts:
            self.shifts[min(at, len(self.shifts) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear(self._right)
        self.statement = None
        if story.statement is not None:
            self.statement = TrialStatement(self._theme, story.statement)
            self._right.addWidget(self.statement)
        self._show_columns()
        self.announcer.say_soon(story.summary)
        # What is told before the new advice is there has no difference yet to lead to.
        if self._leads_on and self.shifts:
            self._leads_on = False
            self.focus_first()

    def _paint_again(self) -> None:
        self.setUpdatesEnabled(True)

    def forget_ways(self) -> None:
        """Offer nothing that would change the statement that was looked at before."""
        self._clear(self._ways)
        self.ways = None
        self._show_columns()

    def show_ways(self, story: ChangesStory) -> None:
        """Offer what else would change the statement that is looked at."""
        self.forget_ways()
        self.ways = ChangesView(
            self._theme,
            story,
            words=_("Add to the trial"),
            about=self.statement.heading.text() if self.statement is not None else "",
            act=self._try_way,
            level=3,
        )
        heading = Heading(_("Add to the trial"), level=2)
        heading.read_here(story.intro)
        self._ways.addWidget(heading)
        self._ways.addWidget(self.ways)
        self._show_columns()
        left, self._left = self._left, {}
        button = self.ways.button_of(left)
        if button is not None and self.strip.heading.hasFocus():
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_back(self, answers: Mapping[QuestionId, object]) -> None:
        """These answers are tried no more: whoever took them from an offer goes back to it."""
        self._left = answers

    def show_questions(self, questions: Sequence[Question], plan: Plan, *, opened: str) -> None:
        """Let these questions be answered otherwise; their answers are those that are tried.

        ``opened`` is the one that is answered at once, if any.
        """
        asked = tuple(question.id for question in questions)
        if asked != self._asked:
            self._asked, self._inputs = asked, {}
            self._clear(self._questions)
            if questions:
                self._questions.addWidget(Heading(_("Try other answers of yours"), level=2))
            for question in questions:
                self._add_question(question, plan, is_open=question.id == opened)
        for name, field in self._inputs.items():
            field.show_answer(plan.answer(name))
        self._show_columns()

    def focus_first(self) -> None:
        """Lead the focus to the first difference, else to the heading, from the top of the page."""
        first: QWidget = self.shifts[0] if self.shifts else self.strip.heading
        self.area.verticalScrollBar().setValue(0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Take over a number that is half typed."""
        for field in self._inputs.values():
            field.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.discarded.emit()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Not when the window is only put away for a while.
        if not event.spontaneous():
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # With the text and with what is tried the strip grows, and the page keeps its size.
            self._place_strip()
        return done

    # Building

    def _place_strip(self) -> None:
        """Let the strip stay on top, and scroll with the rest where it leaves little room."""
        scrolls = self.strip.heightForWidth(self.width()) > self.height() * _MOST_STRIP
        if scrolls == (self.strip.parentWidget() is self):
            column = self.area.column if scrolls else self._column
            column.insertWidget(0, self.strip)

    def _lay_out(self) -> None:
        self._column = column = column_in(self, 0)
        column.addWidget(self.strip)
        self.area = ScrollColumn(self._theme, wide=True)
        self.area.set_margins(26, 16)
        column.addWidget(self.area, 1)
        gap = self._theme.metrics.space(12)
        self.area.column.addWidget(self._summary)
        self._columns = beside = Beside(self._theme, least=_LEAST_COLUMN)
        left, right = QWidget(), QWidget()
        lists = column_in(left, gap)
        parts = (QWidget(left), QWidget(left), QWidget(left))
        self._shifts, self._ways, self._questions = (column_in(part, gap) for part in parts)
        for part in parts:
            lists.addWidget(part)
        lists.addStretch(1)
        self._right = column_in(right, gap)
        beside.add(left, fills=False, share=_SHARES[0])
        beside.add(right, fills=False, share=_SHARES[1])
        self.area.column.addWidget(beside)
        self.area.column.addWidget(self.together)
        self.area.column.addStretch(1)

    def _clear(self, place: QVBoxLayout) -> None:
        """Let go of what stands in a place; what has the keyboard there leaves it to the heading.

        Else it would go to whatever comes next, which is far down the page.
        """
        part, here = place.parentWidget(), QApplication.focusWidget()
        if part is not None and here is not None and part.isAncestorOf(here):
            self.strip.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        clear_out(place)

    def _show_columns(self) -> None:
        """Let both columns take room while anything stands in them."""
        columns = (self._shifts, self._ways, self._questions, self._right)
        self._columns.setVisible(any(column.count() for column in columns))

    def _try_way(self, changes: Changes) -> None:
        """Try the answers of a way, and lead to what they change: it stands above the ways."""
        self._leads_on = True
        self.tried.emit(changes)

    def _fill_shifts(self, story: TrialStory) -> None:
        self._clear(self._shifts)
        self.shifts = tuple(ShiftCard(self._theme, shift) for shift in story.shifts)
        if self.shifts:
            self._shifts.addWidget(Heading(_("What would change"), level=2))
        for card in self.shifts:
            rule = card.shift.rule
            looked_at = story.statement.rule if story.statement is not None else None
            card.setChecked(rule is not None and rule == looked_at)
            if rule is not None:
                card.clicked.connect(partial(self.looked_at.emit, rule))
            self._shifts.addWidget(card)
            # Qt would show it a turn later: until then no keyboard could go to it.
            card.show()
        if story.stays:
            heading = Heading(_("What stays"), level=2)
            heading.read_here(in_one_run(story.stays))
            self._shifts.addWidget(heading)
            self._shifts.addWidget(self._stays(story.stays))

    def _stays(self, lines: Sequence[str]) -> QWidget:
        card = Card(self._theme)
        for line in lines:
            card.column.addWidget(Text(line, role=TextRole.SMALL, parent=card))
        return card

    def _add_question(self, question: Question, plan: Plan, *, is_open: bool) -> None:
        opening = Disclosure(self._theme, question.text, partial(self._make_input, question, plan))
        self._questions.addWidget(opening)
        opening.set_open(is_open)

    def _make_input(self, question: Question, plan: Plan) -> QWidget:
        holder = QWidget()
        column = column_in(holder)
        if question.hint:
            column.addWidget(Text(question.hint, tint=MUTED, parent=holder))
        field = input_for(self._theme, question, partial(self.said.emit, question.id), holder)
        field.show_answer(plan.answer(question.id))
        self._inputs[question.id] = field
        column.addWidget(field)
        return holder
