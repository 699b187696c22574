"""Every page that scrolls ends 32 units under the last thing on it, at every width."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.audit import faults_of_room, seen
from tests.support.screens import WITH_A_PLAN, Guide, Screen, running_program
from ui.shell.frame import Frame
from ui.widgets.cards import Card
from ui.widgets.scroll_column import ScrollColumn

PAGES = tuple(screen for screen in WITH_A_PLAN if not screen.is_dialog)
WIDTHS = 1024, 1366, 1920
END = 32
# A control keeps room for the ring around it, which is not drawn while the focus is elsewhere.
RING = 4


@pytest.fixture(scope="module")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program with all examples at Home and one of them open."""
    folder = tmp_path_factory.mktemp("ends")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(folder))
        with running_program(qapp, folder / "plans.db") as running:
            running.start_from_example()
            running.program.window.showNormal()
            yield running


def room_at_the_end(column: ScrollColumn) -> int:
    """Return how far the last thing that is drawn on a column is from its end."""
    things = (each for each in seen(column.page) if isinstance(each, Card) or not parts(each))
    lowest = max(each.mapTo(column.page, QPoint(0, each.height())).y() for each in things)
    return column.page.height() - lowest


def parts(widget: QWidget) -> list[QWidget]:
    """Return what stands on a widget."""
    return [each for each in widget.children() if isinstance(each, QWidget)]


def _scrolls(column: ScrollColumn) -> bool:
    return column.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("screen", PAGES, ids=lambda screen: screen.name)
def test_a_page_ends_a_little_under_its_last_thing_and_cuts_nothing(
    guide: Guide, screen: Screen
) -> None:
    guide.close_dialogs()
    guide.close_plan_pages()
    screen.show(guide)
    guide.settle()
    ends, cut = {}, {}
    for width in WIDTHS:
        guide.program.window.resize(width, 640)
        guide.settle()
        cut[width] = faults_of_room(guide.page)
        for column in (guide.page, *guide.page.findChildren(ScrollColumn)):
            if isinstance(column, ScrollColumn) and column.isVisible() and _scrolls(column):
                ends[type(column).__name__, width] = room_at_the_end(column)
    assert {key: room for key, room in ends.items() if abs(room - END) > RING} == {}
    assert {key: faults for key, faults in cut.items() if faults} == {}


def test_no_page_makes_the_window_scroll_around_it_or_around_the_pages_after_it(
    guide: Guide,
) -> None:
    guide.close_dialogs()
    guide.close_plan_pages()
    window = guide.program.window
    window.resize(1024, 640)
    (frame,) = window.findChildren(Frame)

    scrolls = []
    # Once more from the beginning: a page that was made is asked for its height while hidden.
    for screen in PAGES + PAGES:
        screen.show(guide)
        guide.settle()
        if frame.verticalScrollBar().maximum() or frame.horizontalScrollBar().maximum():
            scrolls.append(screen.name)

    assert scrolls == []


def test_a_page_that_was_made_in_small_text_cuts_nothing_in_large(guide: Guide) -> None:
    guide.close_dialogs()
    help_page, home = (next(each for each in PAGES if each.name == key) for key in ("help", "home"))
    theme = guide.program.room.theme
    try:
        help_page.show(guide)
        guide.settle()
        guide.program.window.resize(1024, 700)
        home.show(guide)
        theme.set_text_size(200)
        guide.settle()

        help_page.show(guide)
        guide.settle()
        assert faults_of_room(guide.page) == []
    finally:
        theme.set_text_size(100)
