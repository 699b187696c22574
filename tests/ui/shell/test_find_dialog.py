from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
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


def opened(theme: Theme, window: QWidget, words: str) -> FindDialog:
    dialog = FindDialog(theme, THINGS, window)
    dialog.start(words)
    return dialog


def test_the_first_hit_is_chosen_and_enter_goes_there(
    theme: Theme, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(theme, window, "endings")
    assert dialog.said.text() == "6 found."

    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)

    assert wanted.args == [THINGS[0]]


def test_down_passes_the_names_of_kinds_by(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(theme, window, "endings")
    QTest.keyClick(dialog.search.line, Qt.Key.Key_Down)

    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Return)

    assert wanted.args == [THINGS[1]]


def test_what_is_left_of_a_kind_opens_in_place(theme: Theme, window: QWidget) -> None:
    dialog = opened(theme, window, "endings")
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
    QTest.keyClicks(first.search.line, "endings 3")
    QTest.keyClick(first.search.line, Qt.Key.Key_Return)
    assert followed == [THINGS[4]]
    qtbot.waitUntil(lambda: window.findChild(FindDialog) is None)

    everywhere.open()

    again = window.findChild(FindDialog)
    assert again is not None
    assert again.search.line.text() == "endings 3"


def test_what_was_found_is_said_with_the_row_that_is_chosen_and_each_row_that_keys_choose(
    theme: Theme, window: QWidget
) -> None:
    dialog = opened(theme, window, "endings")
    dialog._announcer.say_now()
    assert dialog._announcer.last_said == f"6 found. {THINGS[0].spoken}"

    for said in (THINGS[1].spoken, THINGS[2].spoken, THINGS[3].spoken, "Actions: 2 more"):
        QTest.keyClick(dialog.search.line, Qt.Key.Key_Down)
        dialog._announcer.say_now()
        assert dialog._announcer.last_said == said


def test_escape_closes_the_box_also_with_words_in_it(theme: Theme, window: QWidget) -> None:
    dialog = opened(theme, window, "endings")

    QTest.keyClick(dialog.search.line, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert dialog.search.text == "endings"
