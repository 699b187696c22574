"""What a question is answered with: cards to choose, or a number.

Each input reports a value of the domain after a person gave it, and shows
any answer without reporting it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from advisor.interview.one_by_one import OPEN_KEYS, OPTION_KEYS
from advisor.language import _
from advisor.models.ids import OptionId
from advisor.models.plan import Answer, EntryKey, GivenAnswer, OpenAnswer
from advisor.models.questionnaire import Question, QuestionKind
from advisor.models.stored import field_of
from advisor.telling.words import OPEN_ANSWER, YES_NO
from ui.theme.theme import Theme
from ui.widgets.layouts import column_in
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.whole_number import NumberField

Say = Callable[[GivenAnswer | OpenAnswer], object]
PAUSE_MS = 400
"""How long typing must pause before it counts as said."""

_YES, _NO = "yes", "no"


def open_option(question: Question, letter: str = "") -> CardOption:
    """Return the card that leaves a question open; it comes last and excludes the others."""
    left_open = OpenAnswer.on_purpose(question.nature)
    return CardOption(
        key=f"open:{left_open}",
        title=OPEN_ANSWER[left_open],
        exclusive=True,
        apart=True,
        letter=letter,
    )


class ChoiceInput(QWidget):
    """One option, several options, or yes and no; *not sure yet* last.

    ``has_letters``: each shows the key of one letter that chooses it.
    """

    def __init__(
        self,
        theme: Theme,
        question: Question,
        say: Say,
        parent: QWidget | None = None,
        *,
        has_letters: bool = False,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._say: Say = say
        self._is_multiple = question.kind is QuestionKind.MULTIPLE
        self.group = OptionGroup(
            theme,
            _lettered(question) if has_letters else (*_options(question), open_option(question)),
            name=question.text,
            hint=question.hint,
            multiple=self._is_multiple,
            parent=self,
        )
        self.group.selected.connect(self._report)
        column_in(self).addWidget(self.group)

    def show_answer(self, answer: Answer) -> None:
        """Show what was said, reporting nothing."""
        self.group.select(_keys(answer.value))

    def flush(self) -> None:
        """Choices wait for nothing."""

    def take_focus(self) -> None:
        """Move the keyboard to what was chosen, else to the first option."""
        self.group.take_focus()

    def _report(self, keys: Sequence[str]) -> None:
        self._say(self._value(keys))

    def _value(self, keys: Sequence[str]) -> GivenAnswer | OpenAnswer:
        if not keys:
            return OpenAnswer.NOT_ANSWERED
        if keys[0].startswith("open:"):
            return OpenAnswer.on_purpose(self._question.nature)
        if self._is_multiple:
            return frozenset(OptionId(key) for key in keys)
        if self._question.kind is QuestionKind.YES_NO:
            return keys[0] == _YES
        return OptionId(keys[0])


class NumberInput(QWidget):
    """A whole number, or *not sure yet*, which has a key where ``has_letters``."""

    def __init__(
        self,
        theme: Theme,
        question: Question,
        say: Say,
        parent: QWidget | None = None,
        *,
        has_letters: bool = False,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._say: Say = say
        self.field = NumberField(
            theme,
            question.text,
            kept_as=field_of(EntryKey.of_answer(question.id), "number"),
            hint=_("A number of {unit} from {least} to {most}.").format(
                unit=question.unit, least=question.minimum, most=question.maximum
            ),
            hidden_label=True,
            least=question.minimum,
            most=question.maximum,
            parent=self,
        )
        self.group = OptionGroup(
            theme,
            (open_option(question, OPEN_KEYS[-1] if has_letters else ""),),
            name=question.text,
            multiple=True,
            parent=self,
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._report_number)
        self.field.edited.connect(self._typed)
        self.field.spin.editingFinished.connect(self.flush)
        self.group.selected.connect(self._leave_open)
        self.field.add_after(self.group)
        column_in(self).addWidget(self.field)

    def show_answer(self, answer: Answer) -> None:
        """Show what was said, reporting nothing."""
        self._pause.stop()
        given = answer.given
        self.field.set_number(given if isinstance(given, int) else None)
        self.group.select(_keys(answer.value) if answer.is_open else ())

    def flush(self) -> None:
        """Report at once what still waits for a pause in typing."""
        if self._pause.isActive():
            self._pause.stop()
            self._report_number()

    def take_focus(self) -> None:
        """Move the keyboard to the number."""
        self.field.take_focus()

    def _typed(self, number: int | None) -> None:
        if number is not None:
            self.group.select(())
        self._pause.start()

    def _report_number(self) -> None:
        if not self.field.is_possible:
            return  # The earlier answer holds until there is a number that can be.
        number = self.field.number
        if number is not None:
            self._say(number)
        elif not self.group.selection:
            self._say(OpenAnswer.NOT_ANSWERED)

    def _leave_open(self, keys: Sequence[str]) -> None:
        self._pause.stop()
        self.field.empty()
        self._say(OpenAnswer.on_purpose(self._question.nature) if keys else OpenAnswer.NOT_ANSWERED)


AnswerInput = ChoiceInput | NumberInput


def input_for(
    theme: Theme, question: Question, say: Say, parent: QWidget, *, has_letters: bool = False
) -> AnswerInput:
    """Return the input that fits the kind of a question."""
    match question.kind:
        case QuestionKind.NUMBER:
            return NumberInput(theme, question, say, parent, has_letters=has_letters)
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.YES_NO:
            return ChoiceInput(theme, question, say, parent, has_letters=has_letters)


def _lettered(question: Question) -> tuple[CardOption, ...]:
    """Return the options with the keys that choose them."""
    options = _options(question)
    given = (
        replace(option, letter=letter) for option, letter in zip(options, OPTION_KEYS, strict=False)
    )
    return (*given, *options[len(OPTION_KEYS) :], open_option(question, OPEN_KEYS[0]))


def _options(question: Question) -> tuple[CardOption, ...]:
    if question.kind is QuestionKind.YES_NO:
        return CardOption(key=_YES, title=YES_NO[True]), CardOption(key=_NO, title=YES_NO[False])
    return tuple(
        CardOption(key=option.id, title=option.label, hint=option.hint, exclusive=option.exclusive)
        for option in question.options
    )


def _keys(value: GivenAnswer | OpenAnswer) -> tuple[str, ...]:
    match value:
        case OpenAnswer():
            return (f"open:{value}",)
        case frozenset():
            return tuple(value)
        case bool():
            return (_YES if value else _NO,)
        case _:
            return (str(value),)
