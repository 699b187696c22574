import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.spoken import description, spoken
from ui.theme.metrics import WINDOW_FAMILY
from ui.theme.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NoteField, NumberField, SearchField, TextField
from ui.widgets.suggestions import suggest

Show = Callable[[QWidget], None]


def test_a_fault_goes_when_it_is_mended(theme: Theme, show: Show) -> None:
    field = TextField(theme, "Name")
    show(field)
    field.show_fault("Write a name first.")

    field.show_fault("")

    assert field.fault == ""
    assert description(field.line) == ""


def test_the_keyboard_goes_to_the_field_when_the_row_is_asked(theme: Theme, show: Show) -> None:
    field = TextField(theme, "Name")
    show(field)

    field.take_focus()

    assert field.line.hasFocus()


@pytest.mark.parametrize(
    ("before", "pressed", "number"),
    [
        pytest.param(None, "", None, id="empty until it is written"),
        pytest.param(None, "12", 12, id="figures"),
        pytest.param(None, "abc", None, id="letters do not become a number"),
        pytest.param(3, Qt.Key.Key_Up, 4, id="arrows count"),
    ],
)
def test_a_number_is_what_is_written_or_counted(
    theme: Theme, show: Show, before: int | None, pressed: str | Qt.Key, number: int | None
) -> None:
    field = NumberField(theme, "How many supporters?")
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
    field, said = NumberField(theme, "How many?", least=2, most=40), list[object]()
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


def test_what_is_no_figure_is_refused_in_words(theme: Theme, show: Show) -> None:
    field = NumberField(theme, "How many?", least=2, most=40)
    show(field)
    field.take_focus()

    QTest.keyClicks(field.spin, "x")

    assert field.fault == "Only a whole number from 2 to 40."


def test_more_figures_may_follow_a_number_that_is_too_small(theme: Theme, show: Show) -> None:
    field, said = NumberField(theme, "How many?", least=12, most=40), list[object]()
    field.edited.connect(said.append)
    show(field)
    field.take_focus()

    QTest.keyClicks(field.spin, "1")
    assert (field.fault, said) == ("", [])
    QTest.keyClicks(field.spin, "5")
    assert (field.fault, said) == ("", [15])


def test_what_was_wrong_is_forgotten_with_the_next_number(theme: Theme, show: Show) -> None:
    field = NumberField(theme, "How many?", least=2, most=40)
    show(field)
    field.take_focus()
    QTest.keyClicks(field.spin, "45")
    assert field.fault

    QTest.keyClick(field.spin, Qt.Key.Key_Down)
    assert (field.number, field.fault) == (40, "")

    QTest.keyClicks(field.spin, "99")
    assert field.fault
    field.set_number(None)
    assert field.fault == ""


def test_the_arrows_stay_between_the_limits(theme: Theme, show: Show) -> None:
    field = NumberField(theme, "How many?", least=2, most=3)
    show(field)
    field.take_focus()

    reached = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field.spin, key)
        reached.append(field.number)
    assert reached == [2, 3, 3, 2, 2]


@pytest.mark.parametrize("kind", ["number", "choice"])
def test_a_wheel_meant_for_the_page_changes_no_answer(theme: Theme, show: Show, kind: str) -> None:
    number = NumberField(theme, "How many?")
    number.set_number(3)
    choice = ChoiceField(theme, "Owner", [("a", "Amina"), ("b", "Beth")])
    field: QWidget = number.spin if kind == "number" else choice.combo
    show(number if kind == "number" else choice)
    field.clearFocus()

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
    field = NoteField(theme, "Note", fewest_lines=2)
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
    field, after = NoteField(theme, "Note"), TextField(theme, "Owner")
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


@pytest.mark.parametrize(
    "empty",
    [
        pytest.param(lambda field: QTest.keyClick(field.line, Qt.Key.Key_Escape), id="Escape"),
        pytest.param(lambda field: field.clear_button.click(), id="its button"),
    ],
)
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


def test_what_is_no_date_stays_and_is_explained(theme: Theme, show: Show, qtbot: QtBot) -> None:
    field = DateField(theme, "By when")
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
    field = DateField(theme, "By when")
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


def test_suggestions_look_like_the_other_lists_and_can_be_taken_by_keys(
    theme: Theme, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    field = TextField(theme, "Who")
    completer = suggest(theme, field, ("Volunteer", "Programme lead"))
    show(field)
    field.take_focus()

    QTest.keyClicks(field.line, "pro")
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert popup.sizeHintForRow(0) >= theme.metrics.px(34)
    assert popup.font().families()[0] == WINDOW_FAMILY

    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text == "Programme lead"


def test_a_month_is_offered_as_its_last_day_and_not_taken(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    field = DateField(theme, "By when")
    show(field)
    QTest.keyClicks(field.line, "March 2031")

    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert field.fault == "Do you mean 31 Mar 2031? Say yes below, or write the day as well."
    assert field.take_button is not None
    assert field.take_button.text() == "Yes, 31 Mar 2031"

    with qtbot.waitSignal(field.edited) as heard:
        QTest.mouseClick(field.take_button, Qt.MouseButton.LeftButton)

    assert heard.args == [datetime.date(2031, 3, 31)]
    assert field.line.text() == "31 Mar 2031"
    assert field.fault == ""
    assert not field.take_button.isVisible()
    assert field.line.hasFocus()


def test_what_is_no_month_offers_no_day_any_more(theme: Theme, show: Show) -> None:
    field = DateField(theme, "By when")
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
