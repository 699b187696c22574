"""One question for a room to answer together: large, with a key of one letter for each option."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from advisor.interview.draft import InterviewDraft
from advisor.interview.one_by_one import DIFFERS_KEY, OPEN_KEYS, WHY_KEY
from advisor.language import _
from advisor.models.questionnaire import Question
from advisor.telling.disagreement import comments_on
from advisor.telling.feeding import WizardWords
from advisor.telling.glossary import terms_in
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.layouts import column_in, fill, row_of
from ui.widgets.tab_order import PlacesParts
from ui.widgets.text import MUTED, Heading, Text
from ui.wizard.asides import Asides
from ui.wizard.differing import Differing
from ui.wizard.inputs import NumberInput, input_for
from ui.wizard.reports import Reports
from ui.wizard.why import Why

_WHY = 0


class WorkshopQuestion(QWidget, PlacesParts):
    """A question, its options, why it is asked, and who sees it differently."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        words: WizardWords,
        draft: InterviewDraft,
        reports: Reports,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.question, self._words = theme, question, words
        self._draft, self._reports = draft, reports
        self.heading = Heading(question.text, level=1, parent=self)
        self._hint = Text(question.hint, tint=MUTED, parent=self)
        self._hint.setVisible(bool(question.hint))
        self.input = input_for(
            theme, question, partial(reports.say, question.id), self, has_letters=True
        )
        self.asides = Asides(theme, self)
        self.why = self.asides.add(
            _("Why?"),
            _("Why? {asked}").format(asked=question.text),
            self._make_why,
        )
        self.differing = Differing(theme, question, reports.differ, self, offers_more=False)
        self.differing.closed.connect(self.take_focus)
        self.differs = Button(
            theme,
            _("Someone sees it differently"),
            kind=ButtonKind.QUIET,
            glyph=Glyph.MESSAGE_SQUARE,
            name=_("Someone sees it differently: {asked}").format(asked=question.text),
            role=TextRole.SMALL_STRONG,
            parent=self,
        )
        self.differs.clicked.connect(self._write)
        self._lay_out()
        self.show_answer()

    def in_reading_order(self) -> tuple[QWidget, ...]:
        """Return the question, its options, then what can be asked beside it."""
        asked = self.heading, self._hint, self.input
        return *asked, self.differing, self.asides.bar, self.differs, self.asides

    def take_focus(self) -> None:
        """Move the keyboard to the question, seen as where it is: one came here by a key."""
        self.heading.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_answer(self) -> None:
        """Show what was said, and who sees it differently, as the draft has it."""
        self.input.show_answer(self._draft.answer(self.question.id))
        self.differing.show_comments(comments_on(self._draft.plan, self.question.id))

    def flush(self) -> None:
        """Report at once what still waits for a pause in typing."""
        self.input.flush()

    def leave_field(self) -> bool:
        """Leave what is being written, if the keyboard is there; return whether it was."""
        if self.differing.form is not None:
            self.differing.form.leave()
            return True
        is_in_number = self.is_in_number
        if is_in_number:
            self.take_focus()
        return is_in_number

    @property
    def is_in_number(self) -> bool:
        """Whether the keyboard is in the field for a number."""
        here = QApplication.focusWidget()
        return isinstance(self.input, NumberInput) and here is self.input.field.spin

    @property
    def is_in_words(self) -> bool:
        """Whether the keyboard is where a view is written."""
        here, form = QApplication.focusWidget(), self.differing.form
        return form is not None and here is not None and form.isAncestorOf(here)

    @property
    def is_possible(self) -> bool:
        """Whether what is written can be taken."""
        return not isinstance(self.input, NumberInput) or self.input.field.is_possible

    def press(self, letter: str) -> QWidget | None:
        """Do what a key of one letter means here, and return what is to be seen of it."""
        if letter == WHY_KEY:
            return self._switch_why()
        if letter == DIFFERS_KEY:
            self._write()
            return self.differing
        if isinstance(self.input, NumberInput) and letter.isdigit():
            self._write_figure(self.input, letter)
            return self.input
        return self._choose(letter)

    def _switch_why(self) -> QWidget:
        """Open why it is asked, or close it; the keyboard stays, so that Enter still goes on."""
        is_open = bool(self.why.spoken_open)
        self.why.click()
        return self if is_open else self.why

    def _choose(self, letter: str) -> QWidget | None:
        """Press an option, and say what that did, for the keyboard is elsewhere."""
        is_open, is_number = letter in OPEN_KEYS, isinstance(self.input, NumberInput)
        wanted = OPEN_KEYS[-1 if is_number else 0] if is_open else letter
        card = self.input.group.press(wanted)
        if card is not None:
            words = _("Chosen: {option}") if card.isChecked() else _("Not chosen: {option}")
            announce(self, words.format(option=card.words))
        return card

    def _write_figure(self, field: NumberInput, figure: str) -> None:
        """Begin to write a number with its first figure, in the place of the one that is there."""
        field.take_focus()
        field.field.spin.selectAll()
        here = QApplication.focusWidget()
        if here is not None:
            key, held = Qt.Key(ord(figure)), Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(here, QKeyEvent(QKeyEvent.Type.KeyPress, key, held, figure))

    def _write(self) -> None:
        self.differing.write()

    def _make_why(self) -> QWidget:
        asked = self.question
        labels = " ".join(f"{option.label} {option.hint}" for option in asked.options)
        said = f"{asked.text} {asked.hint} {asked.why} {labels}"
        terms = terms_in(said, self._words.glossary)
        return Why(self._theme, asked, self._words.feeds[asked.id], terms, self)

    def _lay_out(self) -> None:
        column = column_in(self, self._theme.metrics.space(8))
        ways = row_of(self.asides.bar, self.differs, gap=4)
        # What is not open takes no room between the others.
        below = QVBoxLayout()
        below.setSpacing(0)
        fill(below, self.differing, ways, self.asides)
        fill(column, self.heading, self._hint, self.input, below)
