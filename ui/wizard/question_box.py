"""One question with everything that belongs to it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from advisor.language import _
from advisor.models.plan import Answer, Comment, EntryKey, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Question
from advisor.models.stored import field_of
from advisor.models.texts import NOTE_LENGTH, fault_in_text, tidied
from advisor.telling.feeding import WizardWords
from advisor.telling.glossary import terms_in
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, SmallIconButton
from ui.widgets.cards import Card
from ui.widgets.fields import NoteField
from ui.widgets.layouts import fill
from ui.widgets.tab_order import PlacesParts
from ui.widgets.text import MUTED, Heading, Text
from ui.wizard.asides import Asides
from ui.wizard.differing import Differing
from ui.wizard.inputs import PAUSE_MS, input_for
from ui.wizard.reports import Reports
from ui.wizard.why import Why

_WHY, _NOTE, _DIFFERING = 0, 1, 2
_LEAST_QUESTION, _MOST_LINES = 220, 2
"""Beside its buttons a question has this room at the least, and takes no more lines."""


class QuestionBox(Card, PlacesParts):
    """A question, its options, why it is asked, and a note. It reports what was given."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        words: WizardWords,
        reports: Reports,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.question, self._words, self._reports = question, words, reports
        self._note: NoteField | None = None
        self._note_text = ""
        self._comments: tuple[Comment, ...] = ()
        self._differing: Differing | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._report_note)
        self._heading = Heading(question.text, level=2, role=TextRole.SUBHEADING, parent=self)
        self.input = input_for(theme, question, self._answered, self)
        self.asides = Asides(theme, self)
        self._fill_asides()
        self._lay_out()

    def in_reading_order(self) -> tuple[QWidget, ...]:
        """Return the question, its options, then what can be asked beside it.

        The buttons of the title row come after the options: whoever answers by Tab passes
        them once an answer is given, not before.
        """
        return self._heading, self.input, self.asides.bar, self.asides

    def show_answer(self, answer: Answer) -> None:
        """Show what was said and noted, reporting nothing."""
        self.input.show_answer(answer)
        is_answered = answer.value is not OpenAnswer.NOT_ANSWERED
        self.clear.setVisible(is_answered)
        self.try_button.setVisible(is_answered)
        self._pause.stop()
        is_news, self._note_text = answer.note != self._note_text, answer.note
        if self._note is not None:
            self._note.set_text(answer.note)
        self._name_note_button()
        if answer.note and is_news:
            self.asides.set_open(_NOTE, is_open=True)

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show who sees it differently."""
        is_news, self._comments = tuple(comments) != self._comments, tuple(comments)
        if self._differing is not None:
            self._differing.show_comments(comments)
        if comments and is_news:
            # What a person has folded stays so: an answer moves nothing under their hands.
            self.asides.set_open(_DIFFERING, is_open=True)
        number, asked = len(self._comments), self.question.text
        words = _("Seen differently: {n}").format(n=number) if number else _("Seen differently?")
        # Until there is something to show, the picture alone leaves the title its room.
        self.differing_button.setText(words if number else "")
        name = _("{words} {asked}").format(words=words, asked=asked)
        self.differing_button.setAccessibleName(name)
        self.differing_button.setToolTip(name)

    def take_focus(self) -> None:
        """Move the keyboard to a note that cannot be kept as it is, else to the answer.

        Whoever is here already, say after an undo, stays where they are.
        """
        here = QApplication.focusWidget()
        if self._note is not None and self._note.fault:
            self._note.take_focus()
        elif here is None or not self.isAncestorOf(here):
            self.input.take_focus()

    def flush(self) -> None:
        """Report at once what still waits for a pause in typing."""
        self.input.flush()
        self._flush_note()

    def _lay_out(self) -> None:
        title = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        title.addWidget(self._heading, 1)
        title.addWidget(self.asides.bar, 0, Qt.AlignmentFlag.AlignTop)
        self._title = title
        self.column.addLayout(title)
        if self.question.hint:
            hint = Text(self.question.hint, role=TextRole.SMALL, tint=MUTED, parent=self)
            self.column.addWidget(hint)
        fill(self.column, self.input, self.asides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons stand under the question where there is little room beside it."""
        super().resizeEvent(event)
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= self.asides.bar.sizeHint().width() + self._title.spacing()
        lines = self._heading.heightForWidth(room) / self._heading.fontMetrics().lineSpacing()
        roomy = room >= self._theme.metrics.px(_LEAST_QUESTION) and lines < _MOST_LINES + 1
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._title.setDirection(beside if roomy else under)

    def _fit(self) -> None:
        """Keep the margins of a card small: two questions and more stand on one screen."""
        metrics = self._theme.metrics
        side, top = metrics.space(16), metrics.space(8)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(metrics.space(4))

    def _fill_asides(self) -> None:
        asked = self.question.text
        self.why_button = self.asides.add(
            _("Why?"),
            _("Why? {asked}").format(asked=asked),
            self._make_why,
        )
        self.note_button = self.asides.add(
            _("Note"), _("Note: {asked}").format(asked=asked), self._make_note
        )
        self.note_button.clicked.connect(self._write_note)
        self.differing_button = self.asides.add(
            "",
            _("{words} {asked}").format(words=_("Seen differently?"), asked=asked),
            self._make_differing,
            Glyph.MESSAGE_SQUARE,
        )
        self.differing_button.clicked.connect(self._write_differing)
        name = _("Clear answer: {asked}").format(asked=asked)
        self.clear = self._aside(Glyph.X, name, self._take_away)
        name = _("Try another answer: {asked}").format(asked=asked)
        trying = partial(self._reports.try_out, self.question.id)
        self.try_button = self._aside(Glyph.SPARKLES, name, trying)

    def _aside(self, glyph: Glyph, name: str, act: Callable[[], object]) -> Button:
        """Add a button for an answer that is there.

        Its room is kept while it is not: an answer moves nothing that is pressed next.
        """
        button = SmallIconButton(self._theme, glyph, name=name, parent=self.asides.bar)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(act)
        button.hide()
        self.asides.row.addWidget(button)
        return button

    def _make_why(self) -> QWidget:
        question = self.question
        labels = " ".join(f"{option.label} {option.hint}" for option in question.options)
        said = f"{question.text} {question.hint} {question.why} {labels}"
        terms = terms_in(said, self._words.glossary)
        return Why(self._theme, question, self._words.feeds[question.id], terms, self)

    def _make_note(self) -> QWidget:
        self._note = NoteField(
            self._theme,
            _("Your note"),
            kept_as=field_of(EntryKey.of_answer(self.question.id), "note"),
            hint=_("For you and your team. No rule reads it."),
            parent=self,
        )
        self._note.edit.setAccessibleName(_("Your note: {asked}").format(asked=self.question.text))
        self._note.set_text(self._note_text)
        self._note.edited.connect(self._note_edited)
        return self._note

    def _make_differing(self) -> QWidget:
        self._differing = Differing(self._theme, self.question, self._reports.differ, self)
        self._differing.show_comments(self._comments)
        self._differing.closed.connect(self._differing_closed)
        return self._differing

    def _write_differing(self) -> None:
        if self._differing is not None and self.differing_button.spoken_open:
            self._differing.write()

    def _differing_closed(self) -> None:
        self.differing_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asides.set_open(_DIFFERING, is_open=bool(self._comments))

    def _write_note(self) -> None:
        # Who opens the note wants to write; what comes next in the row takes the answer away.
        if self._note is not None and self.note_button.spoken_open:
            self._note.take_focus()

    def _note_edited(self, _text: str) -> None:
        self._pause.start()

    def _flush_note(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._report_note()

    def _report_note(self) -> None:
        if self._note is None:
            return
        # Whoever hears of the note shows the answer again: no number may be half typed then.
        self.input.flush()
        text = tidied(self._note.text)
        fault = fault_in_text(text, longest=NOTE_LENGTH, lines=True)
        self._note.show_fault(fault or "")
        if fault is None:
            self._note_text = text
            self._reports.note(self.question.id, text)

    def _name_note_button(self) -> None:
        has_note = bool(self._note_text)
        self.note_button.setText(_("Your note") if has_note else _("Note"))
        name = _("Your note: {asked}") if has_note else _("Note: {asked}")
        self.note_button.setAccessibleName(name.format(asked=self.question.text))

    def _take_away(self) -> None:
        self.input.take_focus()
        self._answered(OpenAnswer.NOT_ANSWERED)

    def _answered(self, value: GivenAnswer | OpenAnswer) -> None:
        self._flush_note()
        self._reports.say(self.question.id, value)
