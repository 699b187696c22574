"""What is written in a field and saved nowhere is kept, and is there when the field is again."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.field_words import FieldWords
from ui.theme.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.kept import KeepsWords, KeptField, KeptWords, belongs_to
from ui.widgets.whole_number import NumberField

Show = Callable[[QWidget], None]
Make = Callable[[Theme], KeptField]
PLAN = "11111111-1111-4111-8111-111111111111"


class Window(QWidget, KeepsWords):
    """A window with a page of a plan in it, and whatever was written down by the one before."""

    def __init__(self, known: dict[tuple[str, str], FieldWords]) -> None:
        super().__init__()
        self.kept_words, self.known = KeptWords(self), known
        self.page = QWidget(self)
        belongs_to(self.page, PLAN)
        QVBoxLayout(self).addWidget(self.page)
        QVBoxLayout(self.page)
        self.kept_words.serve(tuple(known.values()), self._write)

    def _write(self, fields: tuple[FieldWords, ...]) -> None:
        for field in fields:
            self.known.pop(field.place, None)
            if not field.is_settled:
                self.known[field.place] = field

    def add(self, field: KeptField) -> None:
        layout = self.page.layout()
        assert layout is not None
        layout.addWidget(field)


@pytest.fixture
def window(show: Show, qtbot: QtBot) -> Callable[..., Window]:
    known: dict[tuple[str, str], FieldWords] = {}

    def opened(*fields: KeptField) -> Window:
        made = Window(known)
        for field in fields:
            made.add(field)
        show(made)
        QApplication.processEvents()
        return made

    return opened


def text(theme: Theme) -> TextField:
    return TextField(theme, "Name", kept_as="name")


def note(theme: Theme) -> NoteField:
    return NoteField(theme, "Note", kept_as="note")


def number(theme: Theme) -> NumberField:
    return NumberField(theme, "How many?", kept_as="number", least=2, most=40)


def day(theme: Theme) -> DateField:
    return DateField(theme, "By when", kept_as="day")


def write(field: KeptField, words: str) -> None:
    match field:
        case NumberField():
            QTest.keyClicks(field.spin, words)
        case NoteField():
            QTest.keyClicks(field.edit, words)
        case TextField() | DateField():
            QTest.keyClicks(field.line, words)
        case _:
            raise AssertionError(field)


FIELDS = pytest.mark.parametrize(
    ("make", "words", "has_fault"),
    [
        (text, "Ring the nur", False),
        (note, "Ask the health vis", False),
        (number, "2-", True),
        (day, "5 Mar", True),
    ],
    ids=["text", "note", "number", "day"],
)


@FIELDS
def test_what_is_half_typed_is_there_when_the_window_is_opened_again(
    theme: Theme,
    window: Callable[..., Window],
    qtbot: QtBot,
    make: Make,
    words: str,
    has_fault: bool,
) -> None:
    field = make(theme)
    first = window(field)
    write(field, words)
    qtbot.waitUntil(lambda: bool(first.known))

    again = make(theme)
    window(again)

    assert again.written == words
    assert bool(again.fault) is has_fault


@FIELDS
def test_what_is_saved_or_given_up_is_not_kept(
    theme: Theme, window: Callable[..., Window], make: Make, words: str, has_fault: bool
) -> None:
    field = make(theme)
    opened = window(field)
    write(field, words)
    opened.kept_words.flush()
    assert [each.words for each in opened.known.values()] == [words]

    field.let_go()
    opened.kept_words.flush()

    assert opened.known == {}
    again = make(theme)
    window(again)
    assert again.written == ""


def test_what_was_taken_as_it_is_written_is_kept_no_longer(
    theme: Theme, window: Callable[..., Window]
) -> None:
    name, said, how_many = text(theme), note(theme), number(theme)
    opened = window(name, said, how_many)
    for field, words in ((name, "Jo "), (said, "Ask"), (how_many, "12")):
        write(field, words)
    opened.kept_words.flush()

    name.follow("Jo")
    said.follow("Ask")
    how_many.set_number(12)
    opened.kept_words.flush()

    assert opened.known == {}


def test_what_comes_back_counts_as_typed_and_as_not_left_yet(
    theme: Theme, window: Callable[..., Window]
) -> None:
    kept = window().known
    for place, words in (("name", "Jo"), ("note", "Ask"), ("number", "12"), ("day", "5 Mar 2027")):
        kept[PLAN, place] = FieldWords(plan=PLAN, field=place, words=words)
    heard: list[object] = []
    name, when = text(theme), day(theme)
    name.finished.connect(heard.append)
    fields = name, note(theme), number(theme), when
    for field in fields:
        field.edited.connect(heard.append)

    window(*fields)

    assert heard == ["Jo", "Ask", 12]
    assert when.fault.startswith("You wrote this earlier. That is Friday 5 Mar 2027.")
    assert when.take_button is not None
    when.take_button.click()
    assert heard[-1] == datetime.date(2027, 3, 5)


@pytest.mark.parametrize("make", [text, note], ids=["text", "note"])
def test_what_was_saved_meanwhile_is_not_written_over(
    theme: Theme, window: Callable[..., Window], make: Callable[[Theme], TextField | NoteField]
) -> None:
    field = make(theme)
    kept = window().known
    mine = FieldWords(plan=PLAN, field=field.kept_as, words="Mine", instead_of="")
    kept[mine.place] = mine
    heard: list[object] = []
    field.edited.connect(heard.append)
    field.set_text("Theirs")

    opened = window(field)
    field.set_text("Theirs")

    assert (field.text, field.is_possible, heard) == ("Mine", False, [])
    assert "“Theirs”" in field.fault
    opened.kept_words.flush()
    assert kept == {mine.place: mine}
    write(field, "!")
    assert field.is_possible
    assert not field.fault
    assert heard == [field.text]


def test_a_number_and_a_day_of_before_are_not_taken_by_passing_them(
    theme: Theme, window: Callable[..., Window]
) -> None:
    kept = window().known
    for name, words in (("number", "12"), ("day", "5 Mar 2027")):
        kept[PLAN, name] = FieldWords(plan=PLAN, field=name, words=words, instead_of="")
    how_many, when, heard = number(theme), day(theme), list[object]()
    how_many.set_number(30)
    when.set_date(datetime.date(2028, 1, 1))
    for field in (how_many, when):
        field.edited.connect(heard.append)
    window(how_many, when)

    QTest.keyClick(how_many.spin, Qt.Key.Key_Return)
    QTest.keyClick(when.line, Qt.Key.Key_Return)

    assert heard == []
    assert "“30”" in how_many.fault
    assert (how_many.written, when.written) == ("12", "5 Mar 2027")
    write(how_many, "3")
    assert heard == [3]


def test_a_choice_is_kept_only_where_it_has_a_name(
    theme: Theme, window: Callable[..., Window]
) -> None:
    stages = (("before", "Before"), ("running", "Running"))
    kept = ChoiceField(theme, "Stage", stages, kept_as="stage")
    shown = ChoiceField(theme, "Show", stages)
    opened = window(kept, shown)
    for field in (kept, shown):
        field.combo.setFocus()
        QTest.keyClick(field.combo, Qt.Key.Key_Down)
    opened.kept_words.flush()

    assert [(each.field, each.words) for each in opened.known.values()] == [("stage", "running")]
    again = ChoiceField(theme, "Stage", stages, kept_as="stage")
    window(again)
    assert again.choice == "running"


def test_undo_in_a_field_ends_with_what_was_taken(
    theme: Theme, window: Callable[..., Window]
) -> None:
    name, said, how_many = text(theme), note(theme), number(theme)
    window(name, said, how_many)
    for field, words in ((name, "Jo"), (said, "Ask"), (how_many, "12")):
        write(field, words)
    assert name.line.isUndoAvailable()

    name.follow("Jo")
    said.follow("Ask")
    how_many.set_number(12)

    assert not name.line.isUndoAvailable()
    assert not said.edit.document().isUndoAvailable()
    assert not how_many.spin.lineEdit().isUndoAvailable()


def test_what_is_typed_before_anybody_writes_it_down_is_written_down_later(
    theme: Theme, show: Show
) -> None:
    opened = Window({})
    opened.kept_words = KeptWords(opened)
    field = text(theme)
    opened.add(field)
    show(opened)
    QApplication.processEvents()
    write(field, "Jo")
    opened.kept_words.flush()
    written: list[FieldWords] = []

    opened.kept_words.serve((), written.extend)

    assert [(each.plan, each.words) for each in written] == [(PLAN, "Jo")]
