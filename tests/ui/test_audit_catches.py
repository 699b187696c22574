"""The audits themselves: each is shown something wrong and has to say so."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tests.support.audit import (
    faults_of_contrast,
    faults_of_groups,
    faults_of_headings,
    faults_of_labels,
    faults_of_names,
    faults_of_room,
    faults_of_spoken_words,
    faults_of_summaries,
    faults_of_tab_order,
    faults_of_unheard,
)
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Card
from ui.widgets.text import Heading, Summary, Text

SUMMARY = "Some words that wrap when there is little room for them."
Show = Callable[[QWidget], None]


class Trap(QLineEdit):
    """A field that keeps the keyboard."""

    def event(self, event: QEvent) -> bool:
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        return is_tab or super().event(event)


class Hole(Trap):
    """A field that throws the keyboard away."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.clearFocus()
        return super().event(event)


@pytest.fixture
def page(theme: Theme) -> QWidget:
    """A page that nothing is wrong with."""
    made = QWidget()
    column = QVBoxLayout(made)
    heading = Heading("A page", level=1)
    column.addWidget(heading)
    column.addWidget(Summary(SUMMARY, of=heading))
    column.addWidget(Button(theme, "&Go on"))
    theme.style(made)
    return made


def add(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)


def every_fault(page: QWidget) -> list[str]:
    return [
        *faults_of_names(page),
        *faults_of_labels(page),
        *faults_of_headings(page),
        *faults_of_groups(page),
        *faults_of_spoken_words(page),
        *faults_of_summaries(page),
        *faults_of_unheard(page),
        *faults_of_room(page),
        *faults_of_contrast(page, 4.5),
        *faults_of_tab_order(page),
    ]


def nothing(_page: QWidget, _theme: Theme) -> None:
    pass


def no_name(page: QWidget, _theme: Theme) -> None:
    add(page, QLineEdit())


def other_words(page: QWidget, theme: Theme) -> None:
    button = Button(theme, "Add a note")
    button.setAccessibleName("Write something down")
    add(page, button)


def no_role(page: QWidget, _theme: Theme) -> None:
    bare = QWidget()
    bare.setAccessibleName("Something")
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    add(page, bare)


def one_name_twice(page: QWidget, theme: Theme) -> None:
    add(page, *(IconButton(theme, Glyph.PENCIL, name="Change") for _ in range(2)))


def one_name_in_two_groups(page: QWidget, theme: Theme) -> None:
    for name in ("First", "Second"):
        card = Card(theme, name=name)
        card.column.addWidget(IconButton(theme, Glyph.PENCIL, name="Change"))
        card.column.addWidget(QCheckBox("Yes"))
        add(page, card)


def silent_group(page: QWidget, _theme: Theme) -> None:
    pile = QStackedWidget()
    pile.addWidget(QLabel("Words"))
    add(page, pile)


def dialog_inside(page: QWidget, _theme: Theme) -> None:
    inside = QDialog(page)
    inside.setAccessibleName("Step 1")
    inside.setWindowFlags(Qt.WindowType.Widget)
    add(page, inside)


def name_said_twice(page: QWidget, theme: Theme) -> None:
    card = Card(theme, name="Peers")
    card.column.addWidget(Card(theme, name="Peers"))
    add(page, card)


def ids_and_marks(page: QWidget, theme: Theme) -> None:
    add(page, Button(theme, "Open N07"), Button(theme, "What if?."))


def no_summary(page: QWidget, _theme: Theme) -> None:
    heading = page.findChild(Heading)
    assert heading is not None
    heading.setAccessibleDescription("")


def unheard(page: QWidget, _theme: Theme) -> None:
    add(page, Heading("Why", level=2), Text("Nobody hears this."))


def wrong_levels(page: QWidget, _theme: Theme) -> None:
    add(page, Heading("Another", level=1), Heading("Too deep", level=3))


def empty_heading(page: QWidget, _theme: Theme) -> None:
    add(page, Heading("", level=2))


def no_room(page: QWidget, theme: Theme) -> None:
    low, narrow = Text("Words that need more than one line. " * 4), Button(theme, "Go to the end")
    low.setFixedSize(200, 20)
    narrow.setFixedWidth(60)
    add(page, low, narrow)


def pale(page: QWidget, _theme: Theme) -> None:
    label = QLabel("Hardly to be read")
    label.setStyleSheet("background: white; color: #aaaaaa")
    add(page, label)


def keyboard_trap(page: QWidget, _theme: Theme) -> None:
    trap = Trap()
    trap.setAccessibleName("Trap")
    add(page, trap, QPushButton("After it"))


def keyboard_hole(page: QWidget, _theme: Theme) -> None:
    hole = Hole()
    hole.setAccessibleName("Hole")
    add(page, hole)


def covered(page: QWidget, _theme: Theme) -> None:
    over = QLabel("In the way", page)
    over.setGeometry(0, 0, 4000, 4000)
    over.show()


CAUGHT: dict[str, tuple[Callable[[QWidget, Theme], None], list[str]]] = {
    "a sound page": (nothing, []),
    "a control without a name": (no_name, ["no name: QLineEdit “”"]),
    "a name without the words that are seen": (
        other_words, ["“Write something down” is the name of what reads “Add a note”"]),
    "a control without a role": (
        no_role, ["Client is no role for a control: QWidget “Something”"]),
    "one name for two buttons": (
        one_name_twice, ["2 times the same: ('Button', 'Change', 'Change')"]),
    "one name for two buttons in two named groups, but not for two options": (
        one_name_in_two_groups, ["2 times the same: ('Button', 'Change', 'Change')"]),
    "a group that is called nothing": (
        silent_group, ["a LayeredPane without a name: QStackedWidget “”"]),
    "a dialog that is no window": (
        dialog_inside, ["a dialog that is no window: QDialog “Step 1”"]),
    "a name said twice": (name_said_twice, ["“Peers” is said again by Card “Peers”"]),
    "ids and doubled marks in what is spoken": (ids_and_marks, [
        "“N07” is spoken at Button “Open N07”", "“?.” is spoken at Button “What if?.”"]),
    "a page whose summary is not said": (no_summary, [
        f"Heading “A page” is not described by “{SUMMARY}”", f"never heard: “{SUMMARY}”"]),
    "a sentence that nobody hears": (unheard, ["never heard: “Nobody hears this.”"]),
    "a second first heading and a skipped level": (
        wrong_levels, ["2 headings of level 1", "no heading of level 2"]),
    "an empty heading": (empty_heading, ["an empty heading of level 2"]),
    "words without room": (no_room, [
        "cut off: Text “Words that need more than one line. Words that need more tha”",
        "cut off: Button “Go to the end”"]),
    "pale words": (pale, ["contrast 2.3: QLabel “Hardly to be read”"]),
    "a keyboard trap": (keyboard_trap, [
        "Tab does not reach QPushButton “After it”",
        "Tab does not leave Trap “Trap”"]),
    "a focus under something": (covered, [
        "sticks out: QLabel “In the way” (0, 0, 4000, 4000)",
        "QLabel “In the way” covers the focus: Button “&Go on”"]),
    "a lost keyboard": (keyboard_hole, ["the keyboard was lost"]),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "faults"), CAUGHT.values(), ids=CAUGHT)
def test_what_is_wrong_with_a_page_is_found_and_nothing_else(
    page: QWidget,
    theme: Theme,
    show: Show,
    spoil: Callable[[QWidget, Theme], None],
    faults: list[str],
) -> None:
    spoil(page, theme)
    show(page)

    # How large it is and how large it should be depends on the fonts.
    assert [fault.split(" has ")[0] for fault in every_fault(page)] == faults


def test_what_sticks_out_is_found(page: QWidget, show: Show) -> None:
    show(page)
    out = QLabel("Over the edge", page)
    out.move(page.width() - 20, 10)
    out.show()
    assert len(faults_of_room(page)) == 1


def test_a_page_wider_than_its_window_is_found(show: Show) -> None:
    area, inner = QScrollArea(), QWidget()
    inner.setFixedSize(900, 2000)
    area.setWidget(inner)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.resize(400, 300)
    show(area)
    assert len(faults_of_room(area)) == 1
    inner.setFixedSize(300, 2000)
    assert faults_of_room(area) == []
