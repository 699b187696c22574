from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.telling.library import entries_of
from advisor.telling.shelves import Shelf
from tests.support.audit import takes_tab
from tests.support.examples import pack
from ui.library.page import EVERYTHING, LibraryPage
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.buttons import Button
from ui.widgets.tab_order import stops
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


@pytest.fixture
def page(theme: Theme, show: Show) -> LibraryPage:
    made = LibraryPage(theme)
    made.show_pack(pack())
    made.show_entries(entries_of(pack()))
    made.resize(900, 700)
    show(made)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def titles(page: LibraryPage) -> list[str]:
    return [entry.title for entry in page.model.entries]


def words(page: LibraryPage) -> str:
    texts = page.detail.findChildren(Text)
    return "\n".join(text.text() for text in texts if text.isVisibleTo(page.detail))


def search(page: LibraryPage, text: str) -> None:
    page.search.line.setText(text)
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)


def test_it_begins_with_the_statements_and_what_the_pack_is(page: LibraryPage) -> None:
    assert len(titles(page)) == len(pack().configurations)
    assert "About this evidence" in words(page)


def test_the_entry_under_the_keyboard_is_read_beside_the_list(page: LibraryPage) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0))
    QTest.keyClick(page.list, Qt.Key.Key_Down)

    assert page.detail.heading is not None
    assert page.detail.heading.text() == titles(page)[1]


@pytest.mark.parametrize("shelf", [Shelf.GLOSSARY, Shelf.ACTIONS])
def test_an_entry_that_is_come_to_is_in_sight_in_the_list(
    page: LibraryPage, qtbot: QtBot, shelf: Shelf
) -> None:
    last = [entry for entry in entries_of(pack()) if entry.shelf is shelf][-1]

    page.open_entry(last.id)

    seen, rect = page.list.viewport().rect(), page.list.visualRect
    assert page.model.entry(page.list.currentIndex()) == last
    qtbot.waitUntil(lambda: rect(page.list.currentIndex()).isValid())
    qtbot.waitUntil(lambda: seen.contains(rect(page.list.currentIndex())))


def test_the_meaning_of_a_word_stands_once(page: LibraryPage) -> None:
    entry = next(each for each in entries_of(pack()) if each.shelf is Shelf.GLOSSARY)
    page.open_entry(entry.id)

    assert words(page).count(entry.line) == 1
    assert not page.detail.findChildren(Tag)


@pytest.mark.parametrize("text_size", [100, 160, 200])
@pytest.mark.parametrize("shelf", Shelf)
def test_no_entry_is_wider_than_its_place(
    page: LibraryPage, theme: Theme, shelf: Shelf, text_size: int
) -> None:
    theme.set_text_size(text_size)
    page.resize(1118, 700)
    on_shelf = (entry for entry in entries_of(pack()) if entry.shelf is shelf)
    for entry in sorted(on_shelf, key=lambda each: len(each.line))[-3:]:
        page.open_entry(entry.id)
        needed, there = page.detail.page.minimumSizeHint(), page.detail.viewport()

        assert needed.width() <= there.width(), entry.id


def test_a_long_entry_asks_the_window_for_no_height(page: LibraryPage) -> None:
    assert page.detail.page.heightForWidth(600) > 640

    assert page.heightForWidth(1080) < 640


def test_a_search_narrows_the_list(page: LibraryPage) -> None:
    page.shelf.chips[EVERYTHING].click()
    everything = len(titles(page))

    search(page, "volunteer stigma")

    assert 0 < len(titles(page)) < everything


def test_another_shelf_lists_its_own(page: LibraryPage) -> None:
    page.shelf.chips[Shelf.SOURCES.value].click()

    assert len(titles(page)) == len(pack().sources)


def test_an_entry_is_opened_by_its_id(page: LibraryPage) -> None:
    search(page, "nothing that is there")

    assert page.open_entry("mcleish-2023")

    assert page.shelf.selection == (Shelf.SOURCES.value,)
    assert page.detail.heading is not None
    assert page.detail.heading.hasFocus()
    assert page.list.currentIndex().row() == page.model.row_of("mcleish-2023")


def test_an_opened_entry_is_seen_at_once_so_that_a_closing_dialog_gives_it_the_keyboard(
    page: LibraryPage,
) -> None:
    page.open_entry("mcleish-2023")

    assert page.detail.heading is not None
    assert page.detail.heading.isVisible()


def test_an_unknown_entry_is_not_opened(page: LibraryPage) -> None:
    assert not page.open_entry("no-such-entry")


def test_an_address_is_opened_by_whoever_can(page: LibraryPage, qtbot: QtBot) -> None:
    page.open_entry("adlington-2023")
    button = page.detail.findChildren(Button)[0]

    with qtbot.waitSignal(page.detail.address_wanted) as wanted:
        button.click()

    assert wanted.args == ["https://doi.org/10.1186/s12888-023-04532-2"]


def test_where_there_is_little_room_one_comes_after_the_other(page: LibraryPage) -> None:
    page.resize(500, 700)
    assert page.list.isVisible()
    assert not page.detail.isVisible()

    page.open_entry("N03")
    assert page.detail.isVisible()
    assert not page.list.isVisible()

    page.back.click()
    assert page.list.isVisible()
    assert page.list.hasFocus()


def parts_read(page: LibraryPage) -> list[QWidget]:
    """Return where Tab stops in what is shown of an entry."""
    shown = page.detail.widget()
    assert shown is not None
    return [each for each in stops(shown) if takes_tab(each) and each.isVisible()]


@pytest.mark.parametrize("width", [500, 900])
def test_an_entry_is_reached_read_and_left_by_keys_at_every_width(
    page: LibraryPage, qtbot: QtBot, width: int
) -> None:
    page.resize(width, 300)
    page.shelf.chips[EVERYTHING].click()
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: page.list.currentIndex().isValid())
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.heading is not None
    assert page.detail.heading.hasFocus()
    qtbot.waitUntil(page.detail.heading.isVisible)

    parts = parts_read(page)
    assert len(parts) > 1
    for part in parts:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is part
        assert not part.visibleRegion().isEmpty()
    bar = page.detail.verticalScrollBar()
    bar.setValue(0)
    QTest.keyClick(focused(), Qt.Key.Key_PageDown)
    assert bar.value() > 0

    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_a_row_says_its_title_and_its_line(page: LibraryPage) -> None:
    spoken = page.model.data(page.model.index(0), Qt.ItemDataRole.AccessibleTextRole)

    assert (
        spoken == "Hoping to be understood (shared lived experience). Take-up · Named in the review"
    )


def test_every_row_is_high_enough_for_its_words(theme: Theme, page: LibraryPage) -> None:
    before = page.list.sizeHintForRow(0)
    theme.set_text_size(200)

    assert page.list.sizeHintForRow(0) > before


def test_an_entry_that_was_asked_for_opens_once_the_entries_are_told(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    page = LibraryPage(theme)
    page.show_pack(pack())
    show(page)
    assert not page.open_entry("N01")
    page.show_entries(entries_of(pack()))

    assert page.detail.heading is not None
    assert page.detail.heading.text() == next(
        entry.title for entry in entries_of(pack()) if entry.id == "N01"
    )


def test_what_the_evidence_is_can_be_read_by_keys_after_an_entry(
    page: LibraryPage, qtbot: QtBot
) -> None:
    page.open_entry("N03")

    page.about_button.click()

    heading = page.detail.heading
    assert heading is not None
    assert heading.text() == "About this evidence"
    assert heading.hasFocus()
    qtbot.waitUntil(heading.isVisible)
    parts = parts_read(page)
    assert len(parts) > 1
    qtbot.waitUntil(lambda: heading.nextInFocusChain() is parts[0])
    for part in parts:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is part
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.list.hasFocus()
