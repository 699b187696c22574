from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.telling.find import Findable, Group, Kind
from ui.shell.everywhere import Everywhere
from ui.shell.find_dialog import FindDialog
from ui.theme.theme import Theme

THINGS = (
    Findable(kind=Kind.ANSWERS, at="q1", title="What will you do about endings?", line="Nothing"),
    *(
        Findable(kind=Kind.ACTIONS, at=f"a{n}", title=f"Write about endings {n}", line="")
        for n in range(5)
    ),
)


@pytest.fixture
def window(theme: Theme, show: Callable[[QWidget], None]) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    theme.style(made)
    show(made)
    return made


@pytest.fixture
def opened(theme: Theme, window: QWidget, qtbot: QtBot) -> Callable[[str], FindDialog]:
    """Opens the box with these words looked for, all read."""

    def open_with(words: str) -> FindDialog:
        dialog = FindDialog(theme, window)
        dialog.read(THINGS)
        dialog.start(words)
        qtbot.waitUntil(lambda: dialog.is_read)
        return dialog

    return open_with


def test_the_first_hit_is_chosen_and_enter_goes_there(
    opened: Callable[[str], FindDialog], qtbot: QtBot
) -> None:
    dialog = opened("endings")
    assert dialog.said.text() == "6 found."

    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)

    assert wanted.args == [THINGS[0]]


def test_down_passes_the_names_of_kinds_by(
    opened: Callable[[str], FindDialog], qtbot: QtBot
) -> None:
    dialog = opened("endings")
    QTest.keyClick(dialog.search.line, Qt.Key.Key_Down)

    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)

    assert wanted.args == [THINGS[1]]


def test_what_is_left_of_a_kind_opens_in_place(opened: Callable[[str], FindDialog]) -> None:
    dialog = opened("endings")
    rows = [dialog.model.row_at(dialog.model.index(n)) for n in range(dialog.model.rowCount())]
    more = next(n for n, row in enumerate(rows) if isinstance(row, Group))

    dialog.list.clicked.emit(dialog.model.index(more))

    assert dialog.kinds.selection == (Kind.ACTIONS.value,)
    assert dialog.model.rowCount() == 1 + 5


def test_the_box_opens_again_with_what_was_looked_for(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    followed: list[Findable] = []
    everywhere = Everywhere(theme, window, lambda: THINGS, followed.append, lambda: None)
    everywhere.open()
    first = window.findChild(FindDialog)
    assert first is not None
    qtbot.waitUntil(first.search.line.hasFocus)
    qtbot.waitUntil(lambda: first.is_read)
    QTest.keyClicks(first.search.line, "endings 3")
    QTest.keyClick(first.search.line, Qt.Key.Key_Return)
    assert followed == [THINGS[4]]
    qtbot.waitUntil(lambda: window.findChild(FindDialog) is None)

    everywhere.open()

    again = window.findChild(FindDialog)
    assert again is not None
    assert again.search.line.selectedText() == "endings 3"


def test_letters_that_are_typed_while_the_box_is_on_its_way_stand_in_it(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    everywhere = Everywhere(theme, window, lambda: THINGS, lambda _found: None, lambda: None)
    everywhere.open()
    handle = window.windowHandle()
    assert handle is not None
    for letter in "en":
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(handle, press)

    box = window.findChild(FindDialog)
    assert box is not None
    qtbot.waitUntil(box.search.line.hasFocus)
    QTest.keyClicks(box.search.line, "d")

    assert box.search.line.text() == "end"


def test_the_box_goes_when_the_window_behind_it_is_used(
    opened: Callable[[str], FindDialog], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened("endings")
    qtbot.waitUntil(dialog.isActiveWindow)

    window.activateWindow()

    qtbot.waitUntil(lambda: window.findChild(FindDialog) is None)


def test_what_was_found_is_said_with_the_row_that_is_chosen_and_each_row_that_keys_choose(
    opened: Callable[[str], FindDialog],
) -> None:
    dialog = opened("endings")
    dialog._announcer.say_now()
    assert dialog._announcer.last_said == f"6 found. {THINGS[0].spoken}"

    for said in (THINGS[1].spoken, THINGS[2].spoken, THINGS[3].spoken, "Actions: 2 more"):
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Down)
        dialog._announcer.say_now()
        assert dialog._announcer.last_said == said


def test_escape_closes_the_box_also_with_words_in_it(opened: Callable[[str], FindDialog]) -> None:
    dialog = opened("endings")

    QTest.keyClick(dialog.search.line, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert dialog.search.text == "endings"


def test_the_box_is_there_before_anything_is_read_and_enter_waits_for_it(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    read: list[Findable] = []

    def things() -> Iterator[Findable]:
        for each in THINGS:
            read.append(each)
            yield each

    dialog = FindDialog(theme, window)
    dialog.read(things())
    dialog.start("endings 3")
    assert (read, dialog.said.text(), dialog.isVisible()) == ([], "", True)

    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)

    assert wanted.args == [THINGS[4]]
