from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.paper.page import PaperPage
from ui.room import Desk
from ui.shell.find_here import FindHere
from ui.shell.main_window import MainWindow
from ui.theme.colours import Tone
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.disclosure import Disclosure
from ui.widgets.fields import NoteField
from ui.widgets.finding import HasSearch
from ui.widgets.layouts import fill
from ui.widgets.option_card import TickCard
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.text import Heading, Text


class Reading(ScrollColumn):
    """A page to read: words near its top, words folded in, and a lot between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.first = Button(theme, "First of the page")
        self.lead = Text("A café for mothers, and no CAFE for anybody else.")
        self.option = TickCard(theme, "Meet in a hall", hint="Or in a cafe nearby")
        self.fold = Disclosure(theme, "More", self._make)
        self.hidden = Text("A cafe that is not shown.")
        self.later = Heading("At the end", level=2)
        self.end = Text("Near another cafe.")
        self.column.addWidget(Heading("Places", level=1))
        fill(self.column, self.first, self.lead, self.option, self.fold, self.hidden)
        for number in range(40):
            self.column.addWidget(Text(f"Line {number} says nothing of it."))
        self.note = NoteField(theme, "A note", kept_as="")
        self.note.set_text("Ask the café first.")
        fill(self.column, self.later, self.end, self.note)
        self.hidden.hide()

    def _make(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.addWidget(Text("In the fold there is a café too."))
        column.addWidget(Disclosure(self._theme, "Still more", lambda: Text("The last cafe.")))
        return made


class Listing(QWidget, HasSearch):
    """A page that is searched by its own field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.search = SearchField(theme, "Find an entry")
        column = QVBoxLayout(self)
        column.addWidget(Heading("Entries", level=1))
        column.addWidget(self.search)


@pytest.fixture
def window(theme: Theme, show: Callable[[QWidget], None]) -> MainWindow:
    made = MainWindow(theme, (), product="Advisor", panel_title="Advice so far")
    made.add_page("reading", lambda: Desk(Reading(theme)), "Places")
    made.add_page("listing", lambda: Desk(Listing(theme)), "Entries")
    made.resize(900, 600)
    show(made)
    return made


@pytest.fixture
def page(window: MainWindow) -> Reading:
    shown = window.show_page("reading")
    assert isinstance(shown, Reading)
    return shown


def press(keys: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, keys, how)


def find(window: MainWindow, words: str, said: str, qtbot: QtBot) -> FindHere:
    """Press Ctrl+F, write, and wait until all that is folded was looked through."""
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    finder = window.find_here
    assert finder.bar.line.hasFocus()
    QTest.keyClicks(finder.bar.line, words)
    qtbot.waitUntil(lambda: finder.bar.said == said)
    return finder


def test_every_place_is_counted_whatever_its_accents_and_case_and_where_it_is_folded(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    finder = find(window, "Cafe", "1 of 7", qtbot)

    assert [spot.text for spot in finder.spots] == [
        *[page.lead.text()] * 2,
        "Or in a cafe nearby",
        "In the fold there is a café too.",
        "The last cafe.",
        page.end.text(),
        "Ask the café first.",
    ]
    assert not page.fold.is_open


def test_the_keys_go_from_one_place_to_the_next_and_round(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    finder = find(window, "cafe", "1 of 7", qtbot)

    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Return)
    assert finder.bar.said == "3 of 7"
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)

    assert finder.bar.said == "7 of 7"
    assert page.note.edit.textCursor().selectedText() == "café"
    qtbot.waitUntil(lambda: not page.note.visibleRegion().isEmpty())
    assert finder.bar.line.hasFocus()


def test_what_is_folded_is_opened_when_its_place_is_gone_to(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    finder = find(window, "the last", "1 of 1", qtbot)

    qtbot.waitUntil(lambda: page.fold.is_open)
    assert finder.spots[0].widget.isVisible()


def test_escape_closes_and_leads_to_where_the_place_is(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    finder = find(window, "another", "1 of 1", qtbot)
    press(Qt.Key.Key_Escape)

    assert not finder.bar.isVisible()
    assert QApplication.focusWidget() is page.later


def test_escape_leads_back_where_nothing_was_found(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    page.first.setFocus()
    find(window, "nowhere", "Nothing found", qtbot)
    press(Qt.Key.Key_Escape)

    assert page.first.hasFocus()


def test_a_page_of_which_part_is_a_picture_says_that_it_is_not_searched(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    said = "Not here. Words in the preview are not searched: look in the PDF."
    window.add_page("paper", lambda: Desk(PaperPage(theme)), "Papers")
    window.show_page("paper")

    find(window, "nowhere", said, qtbot)


def test_the_count_and_the_place_are_said_once_typing_rests(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    finder = find(window, "cafe", "1 of 7", qtbot)

    announcer = finder.bar._announcer
    qtbot.waitUntil(lambda: announcer.last_said == f"1 of 7: {page.lead.text()}")


def test_every_place_is_marked_and_the_one_that_is_shown_has_a_ring(
    theme: Theme, window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    tone, ring = theme.colours.tones[Tone.CAUTION], theme.colours.focus
    assert colours_of(page.lead).isdisjoint({tone.soft, tone.edge, ring})
    finder = find(window, "cafe", "1 of 7", qtbot)

    assert {tone.soft, tone.edge, ring} <= colours_of(page.lead)
    assert {tone.soft, tone.edge} <= colours_of(page.option)
    finder.go_on()
    finder.go_on()
    assert {tone.soft, ring} <= colours_of(page.option)
    assert ring not in colours_of(page.lead)
    finder.close()
    page.later.setFocus()
    assert colours_of(page.option).isdisjoint({tone.soft, tone.edge})


def test_another_page_ends_the_search_and_f3_takes_it_up_again(
    window: MainWindow, page: Reading, qtbot: QtBot
) -> None:
    finder = find(window, "cafe", "1 of 7", qtbot)
    window.show_page("listing")
    assert not finder.bar.isVisible()
    assert finder.spots == ()

    window.show_page("reading")
    press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: finder.bar.said == "1 of 7")


def test_a_list_is_searched_by_its_own_field(window: MainWindow) -> None:
    shown = window.show_page("listing")
    assert isinstance(shown, Listing)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert shown.search.line.hasFocus()
    assert not window.find_here.bar.isVisible()


def test_what_comes_later_is_counted_too(window: MainWindow, page: Reading, qtbot: QtBot) -> None:
    finder = find(window, "cafe", "1 of 7", qtbot)
    page.column.insertWidget(1, Text("A cafe at the top."))

    qtbot.waitUntil(lambda: finder.bar.said == "2 of 8")


def colours_of(widget: QWidget) -> set[str]:
    """Return every colour in the picture of a widget."""
    picture: QImage = (
        widget.window()
        .grab(widget.rect().translated(widget.mapTo(widget.window(), widget.rect().topLeft())))
        .toImage()
    )
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
