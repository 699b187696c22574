"""What a screen reader says of each part: its role, its name, and what describes it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.marks import Mark
from advisor.telling.words import MARK
from tests.ui.gallery import OPTIONS
from tests.ui.spoken import description, name, role
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.cards import Card
from ui.widgets.chips import Chips
from ui.widgets.date_field import DateField
from ui.widgets.fields import TextField
from ui.widgets.option_group import OptionGroup
from ui.widgets.pictures import Picture
from ui.widgets.progress import ProgressLine
from ui.widgets.search_field import SearchField
from ui.widgets.text import Heading, Text
from ui.widgets.whole_number import NumberField

Role = QAccessible.Role
# A widget, and the part of it that is spoken.
Made = tuple[QWidget, QWidget]
NO_NAMES = "Write no names of mothers here."
QUESTION = "How will mothers meet their supporter?"


def alone(widget: QWidget) -> Made:
    return widget, widget


def field(theme: Theme) -> Made:
    made = TextField(theme, "Name of the plan", kept_as="field", hint="So that you find it again")
    return made, made.line


def field_without_label(theme: Theme) -> Made:
    made = NumberField(theme, "Mothers", kept_as="field", hidden_label=True)
    assert made.label.isHidden()
    return made, made.spin


def field_with_fault(theme: Theme) -> Made:
    made = TextField(theme, "Name", kept_as="field", hint="A hint")
    made.show_fault("Write a name first.")
    return made, made.line


def mended_field(theme: Theme) -> Made:
    made, line = field_with_fault(theme)
    assert isinstance(made, TextField)
    made.show_fault("")
    return made, line


def search(theme: Theme) -> Made:
    made = SearchField(theme, "Search plans")
    return made, made.line


def button_of_date(theme: Theme) -> Made:
    made = DateField(theme, "By when", kept_as="field")
    return made, made.button


def calendar_of_date(theme: Theme) -> Made:
    made = DateField(theme, "By when", kept_as="field")
    return made, made.popup.calendar


def progress(theme: Theme) -> Made:
    made = ProgressLine(theme, name="Questions answered")
    made.show_progress(6, 17, "6 of 17 questions answered")
    assert (made.bar.value(), made.bar.maximum()) == (6, 17)
    return made, made.bar


def changed_heading(_theme: Theme) -> Made:
    made = Heading("Before", level=2)
    made.setText("After")
    return alone(made)


def renamed_icon(theme: Theme) -> Made:
    made = IconButton(theme, Glyph.PENCIL, name="Rename plan")
    assert made.toolTip() == "Rename plan"
    made.rename("Rename Northfield")
    assert made.toolTip() == "Rename Northfield"
    return alone(made)


def chips(theme: Theme) -> Chips:
    return Chips(theme, [("a", "All"), ("r", "Risks (4)")], name="Show")


def chip(theme: Theme) -> Made:
    made = chips(theme)
    return made, made.chips["r"]


def options(theme: Theme) -> OptionGroup:
    return OptionGroup(theme, OPTIONS, name=QUESTION)


def option(theme: Theme, key: str, *, multiple: bool = False) -> Made:
    made = OptionGroup(theme, OPTIONS, name=QUESTION, multiple=multiple)
    return made, made.cards[key]


SAID: dict[str, tuple[Callable[[Theme], Made], QAccessible.Role, str, str]] = {
    "a field is spoken with its label and hint": (
        field, Role.EditableText, "Name of the plan",
        f"So that you find it again. {NO_NAMES}"),
    "a label that is hidden is still spoken": (
        field_without_label, Role.SpinBox, "Mothers", ""),
    "what is wrong is spoken before the hint": (
        field_with_fault, Role.EditableText, "Name", f"Write a name first. A hint. {NO_NAMES}"),
    "what was mended is not spoken": (
        mended_field, Role.EditableText, "Name", f"A hint. {NO_NAMES}"),
    "a search is named": (
        search, Role.EditableText, "Search plans", "Search plans"),
    "the button of a calendar says what it is for": (
        button_of_date, Role.Button, "Choose from a calendar: By when",
        "Choose from a calendar: By when"),
    "a calendar is named": (
        calendar_of_date, Role.Table, "By when", ""),
    "a longer name can say what the words leave out": (
        lambda theme: alone(Button(theme, "Change", name="Change: how mothers meet")),
        Role.Button, "Change: how mothers meet", ""),
    "an icon alone has a name that can change": (
        renamed_icon, Role.Button, "Rename Northfield", "Rename Northfield"),
    "a heading is called what it says now": (
        changed_heading, Role.Heading, "After", ""),
    "markup from a file is spoken as it is written": (
        lambda _theme: alone(Text("<b>bold</b> & <img src='x'>")),
        Role.StaticText, "<b>bold</b> & <img src='x'>", ""),
    "a picture says nothing": (
        lambda theme: alone(Picture(theme, Glyph.SPARKLES)), Role.Graphic, "", ""),
    "a card is a group": (
        lambda theme: alone(Card(theme, name="Risk: travel cost")),
        Role.Grouping, "Risk: travel cost", ""),
    "progress is said in words": (
        progress, Role.ProgressBar, "Questions answered", "6 of 17 questions answered"),
    "chips are a group": (
        lambda theme: alone(chips(theme)), Role.Grouping, "Show", ""),
    "one chip of several is a radio button": (
        chip, Role.RadioButton, "Risks (4)", ""),
    "options are named by their question": (
        lambda theme: alone(options(theme)), Role.Grouping, QUESTION, ""),
    "an option speaks its title, then its hint": (
        lambda theme: option(theme, "group"),
        Role.RadioButton, "In a group, in person", "Usually at a community venue"),
    "an ampersand is spoken as one": (
        lambda theme: option(theme, "phone"), Role.RadioButton, "By phone & online", ""),
    "several options are tick boxes": (
        lambda theme: option(theme, "phone", multiple=True),
        Role.CheckBox, "By phone & online", ""),
}  # fmt: skip


@pytest.mark.parametrize(("make", "what", "called", "described"), SAID.values(), ids=SAID)
def test_a_screen_reader_is_given_role_name_and_description(
    theme: Theme,
    qtbot: QtBot,
    make: Callable[[Theme], Made],
    what: QAccessible.Role,
    called: str,
    described: str,
) -> None:
    widget, part = make(theme)
    qtbot.addWidget(widget)

    assert (role(part), name(part), description(part)) == (what, called, described)


@pytest.mark.parametrize("mark", Mark)
def test_a_badge_speaks_its_word(theme: Theme, qtbot: QtBot, mark: Mark) -> None:
    badge = Badge(theme, mark)
    qtbot.addWidget(badge)

    assert (role(badge), name(badge)) == (Role.StaticText, MARK[mark])


@pytest.mark.parametrize("kind", ButtonKind)
def test_a_button_is_named_by_its_words_without_the_mark_of_its_key(
    theme: Theme, qtbot: QtBot, kind: ButtonKind
) -> None:
    button = Button(theme, "&Continue", kind=kind)
    qtbot.addWidget(button)

    assert (role(button), name(button)) == (Role.Button, "Continue")


def test_of_a_dialog_that_opens_a_hint_is_not_read_as_one_of_its_labels(theme: Theme) -> None:
    made = TextField(theme, "Name", kept_as="field", hint="A hint")

    labels = [each for each in made.findChildren(Text) if role(each) is Role.StaticText]

    assert [each.text() for each in labels] == ["Name", ""]
