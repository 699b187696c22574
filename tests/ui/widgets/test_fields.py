import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, pasted
from tests.support.waiting import LULL_MS
from tests.ui.spoken import description, name, role, spoken
from ui.theme.metrics import WINDOW_FAMILY
from ui.theme.theme import Theme
from ui.widgets import calendar_popup, labelled
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.suggestions import fitting, suggest
from ui.widgets.text import Text
from ui.widgets.whole_number import NumberField

Show = Callable[[QWidget], None]
EMPTIED = [
    pytest.param(lambda field: QTest.keyClick(field.line, Qt.Key.Key_Escape), id="Escape"),
    pytest.param(lambda field: field.clear_button.click(), id="its button"),
]
BY_HAND = pytest.param(
    lambda field: QTest.keyClick(field.line, Qt.Key.Key_Backspace), id="letter by letter"
)


def test_a_fault_goes_when_it_is_mended(theme: Theme, show: Show) -> None:
    field = TextField(theme, "Name", kept_as="field")
    show(field)
    field.show_fault("Write a name first.")

    field.show_fault("")

    assert field.fault == ""
    assert description(field.line) == "Write no names of mothers here."


def test_a_fault_is_said_once_and_heard_again_with_its_field(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Orca reads what describes a field at each change of it while the keyboard is there."""
    field = TextField(theme, "Name", kept_as="field")
    show(field)
    field.take_focus()
    heard, said = list[bool](), list[str]()
    describe = QLineEdit.setAccessibleDescription

    def described(line: QLineEdit, words: str) -> None:
        heard.append(QAccessible.isActive())
        describe(line, words)

    monkeypatch.setattr(type(field.line), "setAccessibleDescription", described, raising=False)
    monkeypatch.setattr(labelled, "announce", lambda _widget, words: said.append(words))
    QAccessible.setActive(True)
    try:
        field.show_fault("Write a name first.")
    finally:
        QAccessible.setActive(False)

    assert (heard, said) == ([False], ["Write a name first."])
    assert description(field.line).startswith("Write a name first. ")


def test_the_keyboard_goes_to_the_field_when_the_row_is_asked(theme: Theme, show: Show) -> None:
    field = TextField(theme, "Name", kept_as="field")
    show(field)

    field.take_focus()

    assert field.line.hasFocus()


@pytest.mark.parametrize(
    ("before", "pressed", "number"),
    [
        pytest.param(None, "", None, id="empty until it is written"),
        pytest.param(None, "12", 12, id="figures"),
        pytest.param(3, Qt.Key.Key_Up, 4, id="arrows count"),
    ],
)
def test_a_number_is_what_is_written_or_counted(
    theme: Theme, show: Show, before: int | None, pressed: str | Qt.Key, number: int | None
) -> None:
    field = NumberField(theme, "How many supporters?", kept_as="field")
    show(field)
    field.set_number(before)

    if isinstance(pressed, str):
        QTest.keyClicks(field.spin, pressed)
    else:
        QTest.keyClick(field.spin, pressed)

    assert field.number == number
    assert field.spin.text() == ("" if number is None else str(number))


@pytest.mark.parametrize("typed", ["45", "1"])
def test_a_number_that_cannot_be_stays_with_a_word_and_is_not_reported(
    theme: Theme, show: Show, typed: str
) -> None:
    field, said = NumberField(theme, "How many?", kept_as="field", least=2, most=40), list[object]()
    show(field)
    field.take_focus()

    QTest.keyClicks(field.spin, typed)
    said.clear()
    field.edited.connect(said.append)
    QTest.keyClick(field.spin, Qt.Key.Key_Return)
    assert field.fault == "Only a whole number from 2 to 40."
    assert (field.spin.text(), said) == (typed, [])

    QTest.keyClick(field.spin, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.spin, "12")
    assert (field.fault, field.number, said[-1]) == ("", 12, 12)


@pytest.mark.parametrize("typed", ["x", "1.5", "2-3", "-4", "1e3", "about 12", "9" * 5000])
def test_what_is_no_number_stays_as_it_was_typed_and_is_not_reported(
    theme: Theme, show: Show, typed: str
) -> None:
    field, said = NumberField(theme, "How many?", kept_as="field", least=2, most=40), list[object]()
    show(field)
    field.set_number(7)
    field.take_focus()
    field.spin.selectAll()
    QTest.keyClicks(field.spin, typed[:12])
    field.spin.lineEdit().insert(typed[12:])
    field.edited.connect(said.append)

    QTest.keyClick(field.spin, Qt.Key.Key_Return)
    field.set_number(7)

    assert field.fault == "Only a whole number from 2 to 40."
    assert (field.spin.text(), said) == (typed, [])
    field.set_number(8)
    assert (field.spin.text(), field.fault) == ("8", "")


def test_a_number_may_have_a_comma_after_the_thousands(theme: Theme, show: Show) -> None:
    field = NumberField(theme, "How many?", kept_as="field")
    show(field)

    QTest.keyClicks(field.spin, "1,200")

    assert (field.number, field.fault, field.spin.text()) == (1200, "", "1,200")


@pytest.mark.parametrize("kind", ["line", "note"])
def test_a_text_that_is_too_long_stays_whole_with_a_fault(
    theme: Theme, show: Show, kind: str
) -> None:
    field = (
        TextField(theme, "Who", kept_as="field")
        if kind == "line"
        else NoteField(theme, "Note", kept_as="field")
    )
    said = list[object]()
    show(field)
    field.take_focus()
    longest = TITLE_LENGTH if kind == "line" else NOTE_LENGTH
    QGuiApplication.clipboard().setText("x" * 40_000)
    if isinstance(field, TextField):
        field.finished.connect(said.append)

    QTest.keyClick(written_in(field), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(written_in(field), Qt.Key.Key_Return)

    assert len(field.text.strip()) == 40_000
    assert f"at most {longest:,} fit" in field.fault
    assert said == []
    QTest.keyClick(written_in(field), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(written_in(field), "short")
    assert field.fault == ""


FIELDS: dict[str, Callable[[Theme], QWidget]] = {
    "line": lambda theme: TextField(theme, "Who", kept_as="field"),
    "note": lambda theme: NoteField(theme, "Note", kept_as="field"),
    "search": lambda theme: SearchField(theme, "Search"),
    "number": lambda theme: NumberField(theme, "How many?", kept_as="field"),
    "date": lambda theme: DateField(theme, "By when", kept_as="field"),
}
CLIPS = {
    "two lines": ("Rosa Smith\nDeputy lead", "Rosa Smith Deputy lead"),
    "a soft break of a slide": ("Bring the rota\vAsk the hall", "Bring the rota Ask the hall"),
    "two cells": ("Rosa\tSmith", "Rosa Smith"),
    "invisible marks": ("\ufeffRo\u00adsa\u200b \u202eSmith\x07", "Rosa Smith"),
}


WAYS = [
    (kind, way)
    for kind in FIELDS
    for way in ("keys", "menu", "drop")
    # Qt lets nothing be dropped on a spin box.
    if (kind, way) != ("number", "drop")
]


@pytest.mark.parametrize("clip", CLIPS)
@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_what_is_pasted_comes_without_what_nobody_sees(
    theme: Theme, show: Show, clip: str, way: str, kind: str
) -> None:
    copied, on_a_line = CLIPS[clip]
    field = FIELDS[kind](theme)
    show(field)
    box = written_in(field)
    box.setFocus()

    put_in(box, copied, way)

    written = box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
    several = pasted(copied, lines=True)
    assert written == (several if kind == "note" else on_a_line)
    assert fault_in_text(written, longest=NOTE_LENGTH, lines=kind == "note") is None
    box.undo()
    left = box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
    assert left == ""


def written_in(field: QWidget) -> QLineEdit | QPlainTextEdit:
    """Return the box of a field that words are written in."""
    if isinstance(field, NumberField):
        return field.spin.lineEdit()
    if isinstance(field, NoteField):
        return field.edit
    assert isinstance(field, TextField | SearchField | DateField)
    return field.line


def put_in(box: QLineEdit | QPlainTextEdit, words: str, way: str) -> None:
    """Bring words into a box as a person does."""
    carried = QMimeData()
    carried.setText(words)
    if way == "drop":
        at = QPointF(box.rect().center())
        action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        target = box.viewport() if isinstance(box, QPlainTextEdit) else box
        enter = QDragEnterEvent(at.toPoint(), action, carried, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(target, enter)
        drop = QDropEvent(at, action, carried, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(target, drop)
        return
    QGuiApplication.clipboard().setText(words)
    if way == "keys":
        QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(box, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.objectName() == "edit-paste").trigger()
    menu.close()


@pytest.mark.parametrize("by_keys", [True, False])
def test_a_fault_comes_into_sight_by_itself_for_whoever_uses_keys(
    theme: Theme, show: Show, qtbot: QtBot, by_keys: bool
) -> None:
    page, above = ScrollColumn(theme), QWidget()
    field = NumberField(theme, "How many?", kept_as="field", least=2, most=40)
    above.setMinimumHeight(290 - field.sizeHint().height())
    for widget in (above, field, QLineEdit()):
        page.column.addWidget(widget)
    page.column.addSpacing(600)
    page.resize(400, 300)
    show(page)
    field.take_focus()
    page.verticalScrollBar().setValue(0)
    QTest.keyClicks(field.spin, "1.5" if by_keys else "1")
    if not by_keys:
        # As a press elsewhere does it.
        field.spin.clearFocus()

    fault = next(text for text in field.findChildren(Text) if text.text() == field.fault)
    qtbot.waitUntil(fault.isVisible)
    seen = fault.visibleRegion
    if by_keys:
        qtbot.waitUntil(lambda: seen().boundingRect().height() >= fault.height())
    else:
        qtbot.wait(LULL_MS)
        assert page.verticalScrollBar().value() == 0
        assert seen().boundingRect().height() < fault.height()


def test_more_figures_may_follow_a_number_that_is_too_small(theme: Theme, show: Show) -> None:
    field, said = (
        NumberField(theme, "How many?", kept_as="field", least=12, most=40),
        list[object](),
    )
    field.edited.connect(said.append)
    show(field)
    field.take_focus()

    QTest.keyClicks(field.spin, "1")
    assert (field.fault, said) == ("", [])
    QTest.keyClicks(field.spin, "5")
    assert (field.fault, said) == ("", [15])


def test_what_was_wrong_is_forgotten_with_the_next_number(theme: Theme, show: Show) -> None:
    field = NumberField(theme, "How many?", kept_as="field", least=2, most=40)
    show(field)
    field.take_focus()
    QTest.keyClicks(field.spin, "45")
    assert field.fault

    QTest.keyClick(field.spin, Qt.Key.Key_Down)
    assert (field.number, field.fault) == (40, "")

    field.set_number(40)
    field.spin.selectAll()
    QTest.keyClicks(field.spin, "99")
    assert field.fault
    field.set_number(None)
    assert field.fault == ""


def test_the_arrows_stay_between_the_limits(theme: Theme, show: Show) -> None:
    field = NumberField(theme, "How many?", kept_as="field", least=2, most=3)
    show(field)
    field.take_focus()

    reached = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field.spin, key)
        reached.append(field.number)
    assert reached == [2, 3, 3, 2, 2]


@pytest.mark.parametrize("has_focus", [True, False])
@pytest.mark.parametrize("kind", ["number", "choice"])
def test_the_wheel_changes_no_answer(theme: Theme, show: Show, kind: str, has_focus: bool) -> None:
    number = NumberField(theme, "How many?", kept_as="field")
    number.set_number(3)
    choice = ChoiceField(theme, "Owner", [("a", "Amina"), ("b", "Beth")])
    field: QWidget = number.spin if kind == "number" else choice.combo
    show(number if kind == "number" else choice)
    field.clearFocus()
    if has_focus:
        field.setFocus()

    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)

    assert number.number == 3
    assert choice.choice == "a"


def test_a_note_grows_with_its_words_and_stops(theme: Theme, show: Show) -> None:
    field = NoteField(theme, "Note", kept_as="field", fewest_lines=2)
    field.resize(400, 300)
    show(field)
    low = field.edit.height()

    field.set_text("\n".join("line" for _ in range(5)))
    middle = field.edit.height()
    field.set_text("\n".join("line" for _ in range(40)))
    high = field.edit.height()

    assert low < middle < high
    assert high < 2 * middle


def test_tab_leaves_a_note(theme: Theme, show: Show) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    field, after = (
        NoteField(theme, "Note", kept_as="field"),
        TextField(theme, "Owner", kept_as="field"),
    )
    column.addWidget(field)
    column.addWidget(after)
    show(window)
    field.take_focus()

    QTest.keyClick(field.edit, Qt.Key.Key_Tab)

    assert field.text == ""
    assert after.line.hasFocus()


def test_a_choice_is_labelled_for_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    field = ChoiceField(theme, "Owner", [("a", "Amina"), ("b", "Beth")])
    qtbot.addWidget(field)

    # On Linux Qt speaks what is chosen as the name, and the label by this relation.
    labels = [other for other, kind in spoken(field.combo).relations()]

    assert [label.text(QAccessible.Text.Name) for label in labels] == ["Owner"]


def test_an_unknown_choice_shows_none(theme: Theme, qtbot: QtBot) -> None:
    field = ChoiceField(theme, "Owner", [("a", "Amina")])
    qtbot.addWidget(field)

    field.set_choice("nobody")

    assert field.choice == ""


@pytest.mark.parametrize("empty", EMPTIED)
def test_a_search_can_be_emptied(
    theme: Theme, show: Show, qtbot: QtBot, empty: Callable[[SearchField], object]
) -> None:
    field = SearchField(theme, "Search plans")
    show(field)
    field.take_focus()
    QTest.keyClicks(field.line, "north")
    assert field.clear_button.isVisible()

    with qtbot.waitSignal(field.searched) as heard:
        empty(field)

    assert heard.args == [""]
    assert field.text == ""
    assert not field.clear_button.isVisible()
    assert field.line.hasFocus()


@pytest.mark.parametrize("empty", [*EMPTIED, BY_HAND])
def test_who_has_emptied_a_search_hears_that_the_list_is_whole_again(
    theme: Theme, show: Show, empty: Callable[[SearchField], object]
) -> None:
    for narrows, said in ((True, "The search is empty: the list is whole again."), (False, "")):
        field = SearchField(theme, "Search plans", narrows=narrows)
        show(field)
        field.take_focus()
        QTest.keyClicks(field.line, "n")

        empty(field)

        field._announcer.say_now()
        assert field._announcer.last_said == said


def test_that_a_search_is_empty_is_not_said_to_who_did_not_empty_it(
    theme: Theme, show: Show
) -> None:
    field = SearchField(theme, "Search plans")
    show(field)
    QTest.keyClicks(field.line, "n")

    field.line.clear()

    field._announcer.say_now()
    assert field._announcer.last_said == ""


def test_what_is_no_date_stays_and_is_explained(theme: Theme, show: Show, qtbot: QtBot) -> None:
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    QTest.keyClicks(field.line, "soon")

    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert field.line.text() == "soon"
    soon = QDate.currentDate().addMonths(2)
    like = QLocale().toString(QDate(soon.year(), soon.month(), 25), "d MMM yyyy")
    assert field.fault == f"This is not a date. Write it like {like}."
    assert field.line.placeholderText() == f"like {like}"


def test_a_date_can_be_picked_with_the_keyboard(theme: Theme, show: Show, qtbot: QtBot) -> None:
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    field.set_date(datetime.date(2026, 12, 3))
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.popup.isVisible()
    days = field.popup.calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert days is not None

    QTest.keyClick(days, Qt.Key.Key_Right)
    with qtbot.waitSignal(field.edited) as heard:
        QTest.keyClick(days, Qt.Key.Key_Return)

    assert heard.args == [datetime.date(2026, 12, 4)]
    assert not field.popup.isVisible()


def test_each_day_that_the_keys_move_to_is_said_whole_and_months_have_buttons(
    theme: Theme, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(calendar_popup, "announce", lambda _widget, words: said.append(words))
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    field.set_date(datetime.date(2026, 12, 31))
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    days = field.popup.calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert days is not None
    # Not a table, of which a week would be read first.
    assert (role(days), spoken(days).childCount()) == (QAccessible.Role.StaticText, 0)
    assert name(days) == "Thursday 31 December 2026"
    QTest.keyClick(days, Qt.Key.Key_Right)
    assert name(days) == "Friday 1 January 2027"

    buttons = [each for each in field.popup.findChildren(QToolButton) if each.focusPolicy()]
    onward = next(each for each in buttons if name(each) == "Next month")
    onward.setFocus()
    QTest.keyClick(onward, Qt.Key.Key_Space)

    assert said == ["Friday 1 January 2027", "February 2027"]
    assert {name(each) for each in buttons} >= {"Previous month", "Next month"}


def test_suggestions_look_like_the_other_lists_and_can_be_taken_by_keys(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    field = TextField(theme, "Who", kept_as="field")
    popup = suggest(theme, field, ("Volunteer", "Programme lead")).list
    show(field)
    field.take_focus()

    QTest.keyClicks(field.line, "pro")
    qtbot.waitUntil(popup.isVisible)
    assert popup.sizeHintForRow(0) >= theme.metrics.px(34)
    assert popup.font().families()[0] == WINDOW_FAMILY

    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text == "Programme lead"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", ["Programme lead", "Léa Ortiz", "Amelea", "Whoever leads"]),
        ("lea", ["Programme lead", "Léa Ortiz", "Whoever leads", "Amelea"]),
        ("LÉA O", ["Léa Ortiz"]),
        ("ortiz ", ["Léa Ortiz"]),
        ("(", []),
    ],
)
def test_what_begins_a_word_is_suggested_first_whatever_its_case_and_accents(
    written: str, found: list[str]
) -> None:
    words = ("Programme lead", "Léa Ortiz", "Amelea", "Whoever leads")

    assert fitting(words, written) == found


def test_suggestions_follow_what_is_written_and_are_counted_for_a_screen_reader(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    field = TextField(theme, "Who", kept_as="field")
    offered = suggest(theme, field, ("Volunteer", "Programme lead", "Léa Ortiz"))
    show(field)
    field.take_focus()
    popup = offered.list
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().rowCount() == 3

    QTest.keyClicks(field.line, "lea")
    assert [popup.model().index(at, 0).data() for at in (0, 1)] == ["Programme lead", "Léa Ortiz"]
    offered.announcer.say_now()
    assert offered.announcer.last_said == "2 suggestions."

    QTest.keyClicks(field.line, "r")
    assert not popup.isVisible()
    offered.announcer.say_now()
    assert offered.announcer.last_said == "No suggestion fits. What you wrote is taken."


def test_a_suggestion_is_taken_as_though_it_had_been_written(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    field = TextField(theme, "Who", kept_as="field")
    popup = suggest(theme, field, ("Volunteer", "Programme lead")).list
    show(field)
    field.take_focus()
    finished: list[str] = []
    field.finished.connect(finished.append)
    QTest.keyClicks(field.line, "lead")
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    assert field.text == "Programme lead"
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert (popup.isVisible(), field.text) == (False, "lead")

    QTest.keyClick(field.line, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert field.text == "Programme lead"
    assert finished[-1:] == ["Programme lead"]


def test_a_month_is_offered_as_its_last_day_and_not_taken(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    QTest.keyClicks(field.line, "March 2031")

    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert field.fault == "That is Monday 31 Mar 2031. Enter takes it."
    assert not field.line.property("faulty")
    assert field.take_button is not None
    assert field.take_button.text() == "Yes, 31 Mar 2031"

    with qtbot.waitSignal(field.edited) as heard:
        QTest.mouseClick(field.take_button, Qt.MouseButton.LeftButton)

    assert heard.args == [datetime.date(2031, 3, 31)]
    assert field.line.text() == "31 Mar 2031"
    assert field.fault == ""
    assert not field.take_button.isVisible()
    assert field.line.hasFocus()


def test_enter_takes_the_day_that_is_asked_about_until_something_else_is_written(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    QTest.keyClicks(field.line, "tomorrow")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.date is None
    assert field.fault.endswith(". Enter takes it.")
    field.line.selectAll()
    QTest.keyClicks(field.line, "end of March 2031")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.date is None

    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert field.date == datetime.date(2031, 3, 31)
    assert field.fault == ""


def test_a_question_about_a_day_is_calm_and_a_fault_is_not(theme: Theme, show: Show) -> None:
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    tints = []
    for words in ("March 2031", "31 Feb 2031"):
        field.line.selectAll()
        QTest.keyClicks(field.line, words)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
        tints.append((str(field._fault.tint), field.line.property("faulty")))

    assert tints == [("accent", False), ("error", True)]


def test_what_is_no_month_offers_no_day_any_more(theme: Theme, show: Show) -> None:
    field = DateField(theme, "By when", kept_as="field")
    show(field)
    QTest.keyClicks(field.line, "March 2031")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.take_button is not None
    assert field.take_button.isVisible()

    field.line.clear()
    QTest.keyClicks(field.line, "soon")
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert not field.take_button.isVisible()
    assert field.date is None


@pytest.mark.parametrize("typed", ["5/3/1997", "5 Mar 9999", "1 January 1999"])
def test_a_day_that_no_plan_may_hold_stays_as_it_was_typed(
    theme: Theme, show: Show, qtbot: QtBot, typed: str
) -> None:
    field = DateField(theme, "By when", kept_as="field")
    field.set_date(datetime.date(2027, 3, 5))
    show(field)
    field.line.selectAll()
    QTest.keyClicks(field.line, typed)

    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    field.set_date(datetime.date(2027, 3, 5))

    assert field.line.text() == typed
    assert field.fault == "A day lies between the years 2000 and 2199."
    field.set_date(datetime.date(2028, 3, 5))
    assert (field.line.text(), field.fault) == ("5 Mar 2028", "")


def test_every_box_to_write_in_is_one_that_cleans_what_is_pasted() -> None:
    written = re.compile(r"\bQ(?:LineEdit|TextEdit)\(|\(Q(?:LineEdit|PlainTextEdit|TextEdit)\):")
    found = [
        f"{path}: {line}"
        for path in Path("ui").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if written.search(line) and path.name != "line.py"
    ]

    assert found == []


def test_a_reader_hears_what_a_field_is_called_before_what_is_selected_in_it(
    theme: Theme, show: Show
) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    before, field = TextField(theme, "Who", kept_as="a"), TextField(theme, "When", kept_as="b")
    column.addWidget(before)
    column.addWidget(field)
    field.set_text("Amina")
    show(host)
    before.take_focus()
    told_meanwhile: list[bool] = []
    field.line.textChanged.connect(lambda: told_meanwhile.append(QAccessible.isActive()))
    field.line.selectionChanged.connect(lambda: told_meanwhile.append(QAccessible.isActive()))
    QAccessible.setActive(True)
    try:
        field.set_text("Amina B.")
        QTest.keyClick(before.line, Qt.Key.Key_Tab)

        assert field.line.selectedText() == "Amina B."
        assert set(told_meanwhile) == {False}
        assert QAccessible.isActive()
    finally:
        QAccessible.setActive(False)


def test_whoever_writes_words_is_asked_for_no_names(qtbot: QtBot, theme: Theme) -> None:
    note = NoteField(theme, "Your note", kept_as="note", hint="For you.")
    line = TextField(theme, "Name of the plan", kept_as="name", hint="For you.")
    day = DateField(theme, "By when", kept_as="due", hint="For you.")
    for field in (note, line, day):
        qtbot.addWidget(field)

    asked = "Write no names of mothers here."
    for box in (note.edit, line.line):
        assert box.accessibleDescription() == f"For you. {asked}"
    for field in (note, line):
        assert asked in [label.text() for label in field.findChildren(QLabel)]
    assert asked not in day.line.accessibleDescription()
