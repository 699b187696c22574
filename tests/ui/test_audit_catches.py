"""The audits themselves: each is shown something wrong and has to say so."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.support.audit import (
    faults_of_contrast,
    faults_of_headings,
    faults_of_names,
    faults_of_room,
    faults_of_tab_order,
)
from ui.theme.icons import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Card
from ui.widgets.text import Heading, Text

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
    column.addWidget(Heading("A page", level=1))
    column.addWidget(Text("Some words that wrap when there is little room for them."))
    column.addWidget(Button(theme, "&Go on"))
    theme.dress(made)
    return made


def add(page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)


def every_fault(page: QWidget) -> list[str]:
    return [
        *faults_of_names(page),
        *faults_of_headings(page),
        *faults_of_room(page),
        *faults_of_contrast(page, 4.5),
        *faults_of_tab_order(page),
    ]


def test_a_sound_page_has_no_faults(page: QWidget, show: Show) -> None:
    show(page)
    assert every_fault(page) == []


def test_a_control_without_a_name_is_found(page: QWidget, show: Show) -> None:
    add(page, QLineEdit())
    show(page)
    assert faults_of_names(page) == ["no name: QLineEdit “”"]


def test_a_control_without_a_role_is_found(page: QWidget, show: Show) -> None:
    bare = QWidget()
    bare.setAccessibleName("Something")
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    add(page, bare)
    show(page)
    assert faults_of_names(page) == ["Client is no role for a control: QWidget “Something”"]


def test_one_name_for_two_buttons_is_found(page: QWidget, theme: Theme, show: Show) -> None:
    add(page, *(IconButton(theme, Glyph.PENCIL, name="Change") for _ in range(2)))
    show(page)
    assert len(faults_of_names(page)) == 1


def test_one_name_in_two_named_groups_is_no_fault(page: QWidget, theme: Theme, show: Show) -> None:
    for name in ("First", "Second"):
        card = Card(theme, name=name)
        card.column.addWidget(IconButton(theme, Glyph.PENCIL, name="Change"))
        add(page, card)
    show(page)
    assert faults_of_names(page) == []


def test_a_second_first_heading_and_a_skipped_level_are_found(page: QWidget, show: Show) -> None:
    add(page, Heading("Another", level=1), Heading("Too deep", level=3))
    show(page)
    assert faults_of_headings(page) == ["2 headings of level 1", "no heading of level 2"]


def test_an_empty_heading_is_found(page: QWidget, show: Show) -> None:
    add(page, Heading("", level=2))
    show(page)
    assert faults_of_headings(page) == ["an empty heading of level 2"]


def test_words_without_room_are_found(page: QWidget, theme: Theme, show: Show) -> None:
    low, narrow = Text("Words that need more than one line. " * 4), Button(theme, "Go to the end")
    low.setFixedSize(200, 20)
    narrow.setFixedWidth(60)
    add(page, low, narrow)
    show(page)
    assert [fault.split(" has ")[0] for fault in faults_of_room(page)] == [
        "cut off: Text “Words that need more than one line. Words that need more tha”",
        "cut off: Button “Go to the end”",
    ]


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


def test_pale_words_are_found(page: QWidget, show: Show) -> None:
    pale = QLabel("Hardly to be read")
    pale.setStyleSheet("background: white; color: #aaaaaa")
    add(page, pale)
    show(page)
    assert faults_of_contrast(page, 4.5) == ["contrast 2.3: QLabel “Hardly to be read”"]


def test_a_keyboard_trap_is_found(page: QWidget, show: Show) -> None:
    trap = Trap()
    trap.setAccessibleName("Trap")
    add(page, trap, QPushButton("After it"))
    show(page)
    assert faults_of_tab_order(page) == [
        "Tab does not reach QPushButton “After it”",
        "Tab does not leave Trap “Trap”",
    ]


def test_a_lost_keyboard_is_found(page: QWidget, show: Show) -> None:
    add(page, Hole())
    show(page)
    assert faults_of_tab_order(page) == ["the keyboard was lost"]
