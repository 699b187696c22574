"""What a person does in a widget is reported once, with its value; what the program sets is not."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import LULL_MS
from tests.ui.gallery import OPTIONS
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.chips import Chips
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.option_card import RadioCard, TickCard
from ui.widgets.option_group import OptionGroup
from ui.widgets.search_field import SearchField
from ui.widgets.whole_number import NumberField

Show = Callable[[QWidget], None]
# A widget, its signal, and what is done.
Made = tuple[QWidget, Any, Callable[[], object]]
DAY = datetime.date(2026, 12, 3)
Key = Qt.Key


def keys(widget: QWidget, *pressed: str | Qt.Key) -> Callable[[], object]:
    def press() -> None:
        for each in pressed:
            if isinstance(each, str):
                QTest.keyClicks(widget, each)
            else:
                QTest.keyClick(widget, each)

    return press


def typed(theme: Theme) -> Made:
    field = TextField(theme, "Name", kept_as="field")
    return field, field.edited, keys(field.line, "N")


def left(theme: Theme) -> Made:
    field = TextField(theme, "Name", kept_as="field")
    field.set_text("N")
    return field, field.finished, keys(field.line, Key.Key_Return)


def number(theme: Theme) -> Made:
    field = NumberField(theme, "How many?", kept_as="field")
    return field, field.edited, keys(field.spin, "7")


def emptied_number(theme: Theme) -> Made:
    field = NumberField(theme, "How many?", kept_as="field")
    field.set_number(0)
    assert field.number == 0
    field.spin.selectAll()
    return field, field.edited, keys(field.spin, Key.Key_Delete)


def note(theme: Theme) -> Made:
    field = NoteField(theme, "Note", kept_as="field")
    field.set_text("Before")
    return field, field.edited, keys(field.edit, "!")


def choice(theme: Theme) -> Made:
    field = ChoiceField(theme, "Owner", [("a", "Amina"), ("b", "Beth")])
    return field, field.chosen, keys(field.combo, Key.Key_Down)


def search(theme: Theme) -> Made:
    field = SearchField(theme, "Search plans")
    return field, field.searched, keys(field.line, " north ")


def emptied_date(theme: Theme) -> Made:
    field = DateField(theme, "By when", kept_as="field")
    field.set_date(DAY)
    field.line.clear()
    return field, field.edited, keys(field.line, Key.Key_Return)


def date_as(written: str) -> Callable[[Theme], Made]:
    def made(theme: Theme) -> Made:
        field = DateField(theme, "By when", kept_as="field")
        return field, field.edited, keys(field.line, written, Key.Key_Return)

    return made


def options(theme: Theme) -> tuple[OptionGroup, RadioCard | TickCard]:
    group = OptionGroup(theme, OPTIONS, name="How?")
    group.resize(700, group.heightForWidth(700))
    return group, group.cards["group"]


def option(theme: Theme) -> Made:
    group, card = options(theme)
    return group, group.selected, lambda: QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def corner_of_option(theme: Theme) -> Made:
    group, card = options(theme)

    def press() -> None:
        corner = card.rect().bottomRight() - QPoint(8, 8)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)

    return group, group.selected, press


def chips(theme: Theme) -> Made:
    made = Chips(theme, [("a", "All"), ("r", "Risks")], name="Show")
    made.select(["a"])
    return made, made.selected, keys(made.chips["r"], Key.Key_Space)


def button_by(key: Qt.Key) -> Callable[[Theme], Made]:
    def made(theme: Theme) -> Made:
        button = Button(theme, "Continue")
        return button, button.clicked, keys(button, key)

    return made


REPORTED: dict[str, tuple[Callable[[Theme], Made], list[object]]] = {
    "a letter": (typed, ["N"]),
    "a field that is left": (left, ["N"]),
    "a number": (number, [7]),
    "a number that is taken out, which is not nought": (emptied_number, [None]),
    "a note": (note, ["!Before"]),
    "a choice from a list": (choice, ["b"]),
    "a search, after a pause and without the spaces round it": (search, ["north"]),
    "a date that is taken out": (emptied_date, [None]),
    "a date with the month as a word": (date_as("3 Dec 2026"), [DAY]),
    "a date with the whole month": (date_as("3 December 2026"), [DAY]),
    "a date as machines write it": (date_as("2026-12-03"), [DAY]),
    "a date with strokes": (date_as("3/12/2026"), [DAY]),
    "a date with dots": (date_as("3.12.2026"), [DAY]),
    "a date with a short year": (date_as("3/12/26"), [DAY]),
    "an option": (option, [("group",)]),
    "an option that is pressed in its corner": (corner_of_option, [("group",)]),
    "a chip that replaces another": (chips, [("r",)]),
    "a button by the space bar": (button_by(Key.Key_Space), []),
    "a button by the select key": (button_by(Key.Key_Select), []),
}


@pytest.mark.parametrize(("make", "told"), REPORTED.values(), ids=REPORTED)
def test_what_a_person_does_is_reported(
    theme: Theme, show: Show, qtbot: QtBot, make: Callable[[Theme], Made], told: list[object]
) -> None:
    widget, signal, do = make(theme)
    show(widget)

    with qtbot.waitSignal(signal) as heard:
        do()

    assert heard.args == told


def text_set(theme: Theme) -> Made:
    field = TextField(theme, "Name", kept_as="field")
    return field, field.edited, lambda: field.set_text("Northfield")


def note_set(theme: Theme) -> Made:
    field = NoteField(theme, "Note", kept_as="field")
    return field, field.edited, lambda: field.set_text("Before")


def number_set(to: int | None) -> Callable[[Theme], Made]:
    def made(theme: Theme) -> Made:
        field = NumberField(theme, "How many?", kept_as="field", most=40)

        def put() -> None:
            field.set_number(to)
            assert field.number == to

        return field, field.edited, put

    return made


def date_left_as_it_was(theme: Theme) -> Made:
    field = DateField(theme, "By when", kept_as="field")
    field.set_date(DAY)
    return field, field.edited, keys(field.line, Key.Key_Return)


def option_set(theme: Theme) -> Made:
    group, _card = options(theme)

    def put() -> None:
        group.select(["phone"])
        assert group.selection == ("phone",)

    return group, group.selected, put


def chip_set(theme: Theme) -> Made:
    made = Chips(theme, [("a", "Open"), ("r", "Done")], name="State")
    return made, made.selected, lambda: made.select(["a"])


SILENT: dict[str, Callable[[Theme], Made]] = {
    "a text": text_set,
    "a note": note_set,
    "no number": number_set(None),
    "nought": number_set(0),
    "a number": number_set(7),
    "the largest number": number_set(40),
    "a date that is left as it was": date_left_as_it_was,
    "an option": option_set,
    "a chip": chip_set,
}


@pytest.mark.parametrize("make", SILENT.values(), ids=SILENT)
def test_what_nobody_did_is_not_reported(
    theme: Theme, show: Show, qtbot: QtBot, make: Callable[[Theme], Made]
) -> None:
    widget, signal, do = make(theme)
    show(widget)

    with qtbot.assertNotEmitted(signal, wait=LULL_MS):
        do()
