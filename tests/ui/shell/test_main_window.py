from collections.abc import Callable, Iterator
from datetime import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from advisor.interview.draft import InterviewDraft
from advisor.models.ids import PlanId
from advisor.models.plan import Plan
from advisor.telling.steps import told_steps
from tests.support.shipped import shipped_pack
from tests.support.waiting import TURN_MS
from tests.ui.spoken import description, name, role
from ui.awake.slices import Slices
from ui.room import Desk
from ui.shell.frame import Frame
from ui.shell.main_window import MainWindow
from ui.shell.rail_item import RailItem
from ui.theme.colours import Contrast, Scheme
from ui.theme.glyphs import Glyph
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.notice import NoticeKind
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading, Text

ASKED = shipped_pack().questionnaire
Show = Callable[[QWidget], None]
ENTRIES = (
    RailItem(key="home", title="Home", glyph=Glyph.HOUSE),
    RailItem(key="overview", title="Overview", glyph=Glyph.CLIPBOARD_LIST, of_plan=True),
    RailItem(key="advice", title="Advice", glyph=Glyph.SPARKLES, of_plan=True),
    RailItem(key="actions", title="Actions", glyph=Glyph.LIST_CHECKS, of_plan=True),
    RailItem(key="paper", title="Paper", glyph=Glyph.PRINTER, of_plan=True),
    RailItem(key="compare", title="Compare", glyph=Glyph.GIT_COMPARE, of_plan=True),
    RailItem(key="library", title="Evidence", glyph=Glyph.LIBRARY),
    RailItem(key="preferences", title="Preferences", glyph=Glyph.SETTINGS),
    RailItem(key="help", title="Help", glyph=Glyph.CIRCLE_QUESTION_MARK),
)


def page(theme: Theme, title: str) -> ScrollColumn:
    made = ScrollColumn(theme)
    made.column.addWidget(Heading(title, level=1))
    made.column.addWidget(Text("How, where and how often support is offered. " * 5))
    made.column.addWidget(Button(theme, f"First of {title}"))
    made.column.addWidget(Button(theme, f"Second of {title}"))
    return made


@pytest.fixture
def window(theme: Theme, show: Show) -> MainWindow:
    made = MainWindow(theme, ENTRIES, product="Peer support advisor", panel_title="Advice so far")
    for entry in ENTRIES:
        made.add_page(
            entry.key,
            lambda title=entry.title: Desk(page(theme, title)),  # type: ignore[misc]
            entry.title,
            has_panel=entry.key == "overview",
        )
    made.add_page("wizard", lambda: Desk(page(theme, "Format")), "Format", entry="overview")
    content = QWidget()
    QVBoxLayout(content).addWidget(Button(theme, "See the finding"))
    made.set_panel(content)
    show(made)
    made.show_page("home")
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_window_opens_at_its_usual_size(window: MainWindow) -> None:
    assert (window.width(), window.height()) == (1280, 800)


def test_a_page_is_made_when_it_is_first_shown(theme: Theme, show: Show) -> None:
    made: list[str] = []

    def make() -> Desk[QWidget]:
        made.append("help")
        return Desk(page(theme, "Help"))

    window = MainWindow(theme, ENTRIES, product="Advisor", panel_title="Advice so far")
    window.add_page("help", make, "Help")
    show(window)
    assert made == []

    window.show_page("help")
    window.show_page("help")

    assert made == ["help"]


def test_a_forgotten_page_is_made_again(window: MainWindow) -> None:
    first = window.show_page("advice")
    window.show_page("home")

    window.forget_page("advice")

    assert window.show_page("advice") is not first


def test_two_pages_cannot_share_a_key(window: MainWindow) -> None:
    with pytest.raises(ValueError, match="already a page 'home'"):
        window.add_page("home", lambda: Desk(QWidget()), "Home")


def test_a_new_page_is_announced_by_its_heading(window: MainWindow) -> None:
    window.show_page("advice")

    assert role(focused()) == QAccessible.Role.Heading
    assert name(focused()) == "Advice"
    assert window.current_page == "advice"


def has_focus_line() -> bool:
    heading = focused()
    assert isinstance(heading, Heading)
    return heading.has_focus_line


def test_who_comes_by_a_key_sees_which_heading_has_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_plan("Northfield pilot")
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=window.rect().center())
    window.show_page("home")
    assert not has_focus_line()

    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: window.current_page == "advice")
    assert has_focus_line()


def test_a_page_without_a_heading_gives_its_first_control_the_focus(
    window: MainWindow, theme: Theme
) -> None:
    window.add_page("bare", lambda: Desk(Button(theme, "Go on")), "Bare")
    bare = QWidget()
    QVBoxLayout(bare).addWidget(Button(theme, "Inner"))
    window.add_page("inner", lambda: Desk(bare), "Inner")

    window.show_page("inner")

    assert name(focused()) == "Inner"


def test_pressing_an_entry_shows_its_page_if_there_is_one(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(window.rail.entries["help"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current_page == "help")

    window.remove_page("library")
    QTest.mouseClick(window.rail.entries["library"], Qt.MouseButton.LeftButton)
    assert window.current_page == "help"


def test_what_is_written_is_taken_over_before_its_page_is_left(
    theme: Theme, window: MainWindow
) -> None:
    done: list[str] = []

    class Writing(Desk[QWidget]):
        def prepare(self) -> None:
            done.append("seen" if self.page.isVisible() else "prepared")

        def arrive(self) -> None:
            done.append(f"arrived at {self.at}")

        def flush(self) -> None:
            done.append("taken over")

    window.add_page("notes", lambda: Writing(page(theme, "Notes")), "Notes")
    window.show_page("notes", "the third")
    window.show_page("home")

    assert done == ["prepared", "arrived at the third", "taken over"]
    assert window.page_before == "notes"


def test_a_page_that_is_left_is_told_so_unless_it_is_shown_again(
    theme: Theme, window: MainWindow, qtbot: QtBot
) -> None:
    left: list[str] = []

    class Leaving(Desk[QWidget]):
        def leave(self) -> None:
            left.append("hidden" if self.page.isHidden() else "seen")

    window.pages.lightened.connect(lambda: left.append("lightened"))
    window.add_page("notes", lambda: Leaving(page(theme, "Notes")), "Notes")
    window.show_page("notes")
    window.show_page("home")
    window.show_page("notes")
    qtbot.waitUntil(lambda: window.pages._leaving.is_done)
    assert not left

    window.show_page("home")
    qtbot.waitUntil(lambda: window.pages._leaving.is_done)

    assert left == ["hidden"]
    window.forget_page("notes")
    assert left == ["hidden", "lightened"]


def test_a_screen_reader_hears_which_page_is_current(window: MainWindow) -> None:
    window.show_page("wizard")

    assert window.rail.entries["overview"].is_current
    assert description(window.rail.entries["overview"]) == "Current page"
    assert description(window.rail.entries["home"]) == ""


def test_the_pages_of_a_plan_are_there_while_it_is_open(window: MainWindow) -> None:
    assert not window.rail.entries["advice"].isVisible()

    window.show_plan("Northfield pilot")
    assert window.rail.entries["advice"].isVisible()

    window.show_plan(None)
    assert not window.rail.entries["advice"].isVisible()


def test_the_windows_name_says_page_plan_and_product(window: MainWindow) -> None:
    window.show_page("home")
    named = window.windowTitle()
    told: list[str] = []
    window.windowTitleChanged.connect(told.append)

    window.show_plan("Northfield pilot")
    # Not at once: the page that is left would be read out by this name.
    assert window.windowTitle() == named
    window.show_page("advice")

    assert told == [window.windowTitle()]
    assert window.windowTitle() == "Advice – Northfield pilot – Peer support advisor"

    window.show_plan(None)
    window.show_page("home")
    QApplication.processEvents()
    assert told[1:] == [named]


def test_a_window_that_stays_on_its_page_loses_the_name_of_a_plan(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_plan("Northfield pilot")
    window.show_page("home")

    with qtbot.waitSignal(window.windowTitleChanged):
        window.show_plan(None)

    assert "Northfield" not in window.windowTitle()


def test_an_entry_can_carry_a_note(window: MainWindow) -> None:
    before = window.rail.entries["advice"].sizeHint().height()

    window.rail.entries["advice"].set_note("3 risks open")

    assert description(window.rail.entries["advice"]) == "3 risks open"
    assert window.rail.entries["advice"].sizeHint().height() > before


def test_f6_goes_round_the_regions_and_back(window: MainWindow) -> None:
    window.show_plan("Northfield pilot")
    window.show_page("overview")

    visited = []
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        visited.append(name(focused()))
    QTest.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    assert visited == ["Close: Advice so far", "Back to Home", "Find", "First of Overview"]
    assert name(focused()) == "Find"


def test_f6_returns_to_where_one_was(window: MainWindow) -> None:
    window.show_page("help")
    second = next(b for b in window.findChildren(Button) if b.text() == "Second of Help")
    second.setFocus()

    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_F6)

    assert focused() is second


def test_f6_forgets_what_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("help")
    second = next(b for b in window.findChildren(Button) if b.text() == "Second of Help")
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_F6)
    window.show_page("home")
    window.forget_page("help")
    qtbot.wait(TURN_MS)
    window.rail.entries["home"].setFocus()

    QTest.keyClick(focused(), Qt.Key.Key_F6)

    assert name(focused()) == "First of Home"


@pytest.mark.parametrize(("plan", "page"), [("Northfield pilot", "advice"), (None, "home")])
def test_numbers_choose_the_entries_that_are_there(
    window: MainWindow, qtbot: QtBot, plan: str | None, page: str
) -> None:
    window.show_plan(plan)

    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: window.current_page == page)


def test_a_page_is_made_in_steps_while_the_one_before_stays(
    theme: Theme, window: MainWindow, qtbot: QtBot
) -> None:
    class Slow(Desk[QWidget]):
        def make_ahead(self, at: str) -> Iterator[None]:
            before.append((window.current_page, at))
            yield

    before: list[tuple[str, str]] = []
    window.add_page("slow", lambda: Slow(page(theme, "Slow")), "Slow")

    window.lead_to("slow", "wanted")
    assert window.current_page == "home"
    qtbot.waitUntil(lambda: window.current_page == "slow")

    assert before == [("home", "wanted")]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_keys_pressed_while_a_page_is_made_are_for_that_page(
    theme: Theme,
    window: MainWindow,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    pressed: list[str] = []

    def asking(title: str) -> QWidget:
        made = ScrollColumn(theme)
        button = Button(theme, "&Go on")
        button.clicked.connect(lambda: pressed.append(title))
        made.column.addWidget(button)
        return made

    for title in ("Before", "After"):
        window.add_page(title, lambda title=title: Desk(asking(title)), title)  # type: ignore[misc]
    window.show_page("Before")
    qtbot.waitUntil(focused().hasFocus)

    window.lead_to("After")
    assert window.current_page == "Before"
    QTest.keyClick(window.windowHandle(), key, modifier)

    assert window.current_page == "After"
    # By its letter a button is pressed for a moment, as one can see.
    qtbot.waitUntil(lambda: bool(pressed))
    assert pressed == ["After"]


def test_a_page_that_goes_while_it_is_made_is_let_be(window: MainWindow, qtbot: QtBot) -> None:
    window.lead_to("advice")
    gone = window.pages.made("advice").page
    window.remove_page("advice")
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    assert not Shiboken.isValid(gone)

    qtbot.waitUntil(lambda: all(each.is_done for each in window.findChildren(Slices)))

    assert window.current_page == "home"


def test_who_has_gone_elsewhere_while_a_page_is_made_stays_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.lead_to("advice")
    window.show_page("help")

    qtbot.waitUntil(lambda: all(each.is_done for each in window.findChildren(Slices)))

    assert window.current_page == "help"


def test_the_panel_stands_beside_pages_that_have_one(window: MainWindow) -> None:
    assert not window.panel.isVisible()

    window.show_page("overview")

    assert window.panel.isVisible()
    assert role(window.panel) == QAccessible.Role.ComplementaryContent
    assert name(window.panel) == "Advice so far"


def test_a_closed_panel_leaves_a_button_with_what_is_in_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("overview")
    window.set_panel_summary("4 findings", "4 findings, one of them open.")

    with qtbot.waitSignal(window.sides.panel_switched) as closed:
        window.panel.close_button.click()
    assert closed.args == [False]
    assert not window.panel.isVisible()
    assert window.status_line.panel_button.hasFocus()
    assert name(window.status_line.panel_button) == "Advice so far (4 findings)"

    with qtbot.waitSignal(window.sides.panel_switched) as opened:
        window.status_line.panel_button.click()
    assert opened.args == [True]
    assert window.panel.isVisible()


def test_what_is_said_of_saving_stands_under_the_panel_and_leaves_the_page_its_height(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 740)
    window.show_page("home")
    window.show_page("overview")
    line = window.status_line

    line.show_saved(time(14, 3))
    qtbot.wait(TURN_MS)
    back = line.back_button.text()
    beside = line.x(), window.sides.grid.geometry().height() - window.pages.height()

    line.show_failed("the disk is full")
    qtbot.wait(TURN_MS)
    under = line.x(), window.sides.grid.geometry().height() - window.pages.height() - line.height()

    window.sides.set_panel_wanted(False)
    line.show_saved(time(14, 4))
    qtbot.wait(TURN_MS)

    assert beside == (window.panel.x(), 0)
    assert back == "Back to Home"
    assert under == (window.pages.mapTo(window, QPoint()).x(), 0)
    assert line.width() == window.pages.width()


def test_f6_leads_to_what_stands_in_the_panel(window: MainWindow) -> None:
    window.show_page("overview")
    said = "4 findings, one of them open."
    window.set_panel_summary("4 findings", said)

    QTest.keyClick(focused(), Qt.Key.Key_F6)

    assert (name(focused()), description(focused())) == ("Advice so far", said)


def test_a_closed_panel_stays_closed_on_other_pages(window: MainWindow) -> None:
    window.show_page("overview")
    window.sides.set_panel_wanted(False)

    window.show_page("home")
    window.show_page("overview")

    assert not window.panel.isVisible()
    assert not window.sides.is_panel_wanted


def test_in_a_cramped_window_the_panel_stands_over_the_page(
    window: MainWindow, theme: Theme
) -> None:
    window.resize(1024, 700)
    theme.set_text_size(200)
    window.show_page("overview")
    assert not window.panel.isVisible()
    assert window.status_line.panel_button.isVisible()

    window.status_line.panel_button.click()
    assert window.panel.isVisible()
    assert not window.pages.isVisible()

    window.panel.close_button.click()
    assert window.pages.isVisible()
    assert window.sides.is_panel_wanted


def test_a_panel_over_the_page_goes_with_escape_and_with_the_page(
    window: MainWindow, theme: Theme
) -> None:
    theme.set_text_size(200)
    window.resize(1024, 700)
    window.show_page("overview")
    window.status_line.panel_button.click()
    assert window.panel.isVisible()

    QTest.keyClick(window.panel.close_button, Qt.Key.Key_Escape)
    assert not window.panel.isVisible()
    assert window.pages.isVisible()

    window.status_line.panel_button.click()
    window.show_page("home")
    window.show_page("overview")
    assert not window.panel.isVisible()
    assert window.sides.is_panel_wanted


@pytest.mark.parametrize("size", [100, 130, 200])
@pytest.mark.parametrize("room", [(1280, 800), (1024, 700)])
def test_the_window_keeps_its_size_whatever_the_text(
    window: MainWindow, theme: Theme, qtbot: QtBot, size: int, room: tuple[int, int]
) -> None:
    window.show_plan("A plan with quite a long name for a rail")
    window.resize(*room)

    theme.set_text_size(size)
    window.show_page("overview")
    qtbot.wait(TURN_MS)

    assert (window.width(), window.height()) == room


@pytest.mark.parametrize("size", [100, 200])
def test_no_words_are_cut_at_a_thousand_pixels(
    window: MainWindow, theme: Theme, qtbot: QtBot, size: int
) -> None:
    window.show_plan("Northfield pilot")
    window.status_line.show_failed("the disk is full. Make room and try again")
    window.resize(1024, 700)
    theme.set_text_size(size)
    window.show_page("overview")
    qtbot.wait(TURN_MS)

    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for entry in window.rail.entries.values():
        assert entry.width() >= entry.minimumSizeHint().width()


def test_large_text_puts_the_names_under_the_icons(window: MainWindow, theme: Theme) -> None:
    wide = window.rail.width()

    theme.set_text_size(200)

    assert window.rail.width() < wide
    assert name(window.rail.entries["library"]) == "Evidence"


def test_the_rail_scrolls_to_the_page_that_is_shown(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(1366, 500)
    theme.set_text_size(200)
    last = window.rail.entries["help"]
    qtbot.waitUntil(lambda: last.visibleRegion().isEmpty())

    window.show_page("help")
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())
    window.show_page("home")
    first = window.rail.entries["home"]
    qtbot.waitUntil(lambda: first.visibleRegion().boundingRect() == first.rect())


def test_the_rail_with_the_sections_of_a_plan_fits_on_a_small_screen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 740)
    window.show_plan("A plan with a name that takes two lines of the rail")
    window.rail.entries["overview"].set_note("38 of 52 answered")
    window.rail.entries["advice"].set_note("1 thing to put right first · 3 open risks")
    plan = Plan(id=PlanId("p"), title="Plan")
    window.rail.show_steps("overview", told_steps(InterviewDraft(ASKED, plan)))
    qtbot.wait(TURN_MS)

    last = window.rail.entries["compare"]
    assert last.visibleRegion().boundingRect() == last.rect()
    assert window.rail.steps[0].height() >= 24


def test_evidence_preferences_and_help_are_in_sight_however_long_the_rail_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 500)
    window.show_plan("A plan with a name that takes two lines of the rail")
    for key in ("overview", "advice", "actions", "paper"):
        window.rail.entries[key].set_note("Two things to put right first")
    foot = [window.rail.entries[key] for key in ("library", "preferences", "help")]
    last = window.rail.entries["compare"]

    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() != last.rect())

    (frame,) = window.findChildren(Frame)
    assert frame.verticalScrollBar().maximum() == 0
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in foot)


def test_the_keyboard_stays_at_the_foot_of_the_rail_where_that_scrolls_with_the_rest(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(1024, 600)
    window.show_plan("A plan")
    window.rail.text_size.setFocus()
    scroll = window.rail._scroll

    theme.set_text_size(200)

    qtbot.waitUntil(lambda: scroll.isAncestorOf(window.rail.text_size))
    assert focused() is window.rail.text_size


def test_the_page_that_is_shown_stays_in_the_rail_when_its_words_grow(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(1366, 500)
    window.show_page("help")
    last = window.rail.entries["help"]

    theme.set_text_size(200)

    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


@pytest.mark.parametrize(
    ("key", "size"), [(Qt.Key.Key_Plus, 160), (Qt.Key.Key_Minus, 140), (Qt.Key.Key_0, 100)]
)
def test_the_text_size_has_keys(
    window: MainWindow, theme: Theme, qtbot: QtBot, key: Qt.Key, size: int
) -> None:
    theme.set_text_size(150)

    with qtbot.waitSignal(window.text_size.chosen) as heard:
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    assert heard.args == [size]
    assert theme.metrics.text_size == size


def test_keys_pressed_quickly_change_the_text_size_once(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    changes: list[int] = []
    theme.changed.connect(lambda: changes.append(theme.metrics.text_size))

    with qtbot.waitSignal(window.text_size.chosen):
        for _press in range(3):
            QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert changes == [130]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    button = window.pages.made("home").page.findChildren(Button)[0]
    button.setFocus()

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_saving_is_said_once_there_is_something_to_save(window: MainWindow) -> None:
    assert window.status_line.words == ""
    assert not window.status_line.isVisible()

    window.status_line.show_saving()
    assert window.status_line.words == "Saving…"
    assert window.status_line.isVisible()

    window.status_line.show_saved(time(14, 3))
    assert window.status_line.words.startswith("Saved ")
    assert "03" in window.status_line.words

    window.status_line.show_failed("the disk is full")
    assert window.status_line.words == "Not saved: the disk is full"


def test_the_way_back_gives_up_its_words_while_a_failed_save_needs_the_room(
    window: MainWindow, theme: Theme
) -> None:
    theme.set_text_size(150)
    back, copy = window.status_line.back_button, window.status_line.copy_button
    window.show_page("help")
    window.show_page("library")
    window.status_line.show_saved(time(14, 3))
    window.resize(980, 600)
    QApplication.processEvents()
    assert back.text() == "Back to Help"

    window.status_line.show_failed("the disk is full")
    QApplication.processEvents()
    assert (back.text(), name(back)) == ("", "Back to Help")
    assert copy.width() >= copy.sizeHint().width()
    assert window.status_line.rect().contains(copy.geometry())

    window.status_line.show_saved(time(14, 4))
    assert back.text() == "Back to Help"


def test_a_failed_save_offers_to_try_again(window: MainWindow, qtbot: QtBot) -> None:
    window.status_line.show_failed("the disk is full")
    retry = next(b for b in window.status_line.findChildren(Button) if b.isVisible())
    assert name(retry) == "Try to save again"

    with qtbot.waitSignal(window.status_line.retry_asked):
        retry.click()


def test_a_notice_lies_over_the_page_and_moves_nothing(window: MainWindow) -> None:
    button = window.pages.made("home").page.findChildren(Button)[0]
    QApplication.processEvents()
    before = placed(window, button)

    window.notice.tell(NoticeKind.INFO, "The plan was imported.")
    QApplication.processEvents()

    assert placed(window, button) == before
    assert placed(window, window.pages).contains(placed(window, window.notice))


@pytest.mark.parametrize("size", [100, 200])
def test_a_notice_makes_way_for_what_has_the_focus(
    window: MainWindow, theme: Theme, size: int
) -> None:
    theme.set_text_size(size)
    window.notice.tell(NoticeKind.INFO, "The plan was imported.")
    button = Button(theme, "In its way", parent=window.pages)
    button.setGeometry(window.notice.geometry())
    button.show()

    button.setFocus()
    QApplication.processEvents()

    assert not placed(window, window.notice).intersects(placed(window, button))


def test_what_can_be_undone_is_said_on_one_page_the_one_that_it_leads_to(
    window: MainWindow,
) -> None:
    window.show_page("home")
    window.notice.offer_undo("2 answers kept.")
    window.show_page("help")
    assert window.notice.isVisible()
    QApplication.processEvents()

    window.show_page("home")

    assert not window.notice.isVisible()


def test_a_press_on_a_notice_that_made_way_is_not_lost(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.notice.offer_undo("The plan was deleted.")
    button = Button(theme, "In its way", parent=window.pages)
    button.setGeometry(window.notice.geometry())
    button.show()
    button.setFocus()
    QApplication.processEvents()
    above = placed(window, window.notice)

    QTest.mousePress(window.notice.action, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert placed(window, window.notice) == above
    with qtbot.waitSignal(window.notice.acted):
        QTest.mouseRelease(window.notice.action, Qt.MouseButton.LeftButton)


def placed(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_the_window_comes_back_where_it_was(window: MainWindow) -> None:
    window.restore_place(QRect(20, 30, 700, 600))

    assert window.normalGeometry() == QRect(20, 30, 700, 600)


def test_below_the_least_size_the_frame_scrolls_and_cuts_nothing(
    window: MainWindow, theme: Theme
) -> None:
    foot = Button(theme, "Continue", parent=window.pages)
    window.resize(683, 384)
    QApplication.processEvents()
    foot.move(0, window.pages.height() - foot.sizeHint().height())
    foot.show()
    assert window.pages.height() > 400

    foot.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    assert foot.visibleRegion().boundingRect().size() == foot.size()


def test_the_bars_of_a_small_window_follow_another_look(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(400, 300)
    bar = window._frame.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    theme.set_text_size(150)

    assert bar.styleSheet() == theme.sheet(Sheet.BAR)
    assert bar.sizeHint().width() == theme.metrics.px(12)


def test_closing_is_reported_while_there_is_still_time(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


@pytest.mark.parametrize("contrast", [Contrast.STANDARD, Contrast.HIGH])
def test_the_rail_can_be_told_from_the_page(
    window: MainWindow, theme: Theme, contrast: Contrast
) -> None:
    theme.choose(scheme=Scheme.LIGHT, contrast=contrast)
    rail = window.rail
    image = window.grab().toImage()
    edge = image.pixelColor(rail.width() - 1, rail.height() - 5).name()

    assert edge != theme.colours.page


def test_the_rail_stands_where_reading_begins(theme: Theme, show: Show, from_right: None) -> None:
    window = MainWindow(theme, ENTRIES, product="Advisor", panel_title="Advice so far")
    show(window)

    assert window.rail.geometry().right() == window.width() - 1


@pytest.mark.parametrize(
    ("kind", "action", "stays"),
    [
        (NoticeKind.SUCCESS, "", False),
        (NoticeKind.SUCCESS, "&Show it", True),
        (NoticeKind.WARNING, "", True),
        (NoticeKind.ERROR, "", True),
    ],
)
def test_only_what_went_well_is_forgotten_on_the_next_page(
    window: MainWindow, kind: NoticeKind, action: str, stays: bool
) -> None:
    window.show_page("home")
    window.notice.tell(kind, "The plan is back.", action=action)
    QApplication.processEvents()
    window.show_page("home")
    assert window.notice.isVisible()

    window.show_page("help")

    assert window.notice.isVisible() is stays
