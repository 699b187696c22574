"""*What changed*: read from a real database, and put back like any other change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.plan import OwnRisk
from advisor.telling.history import ToldEdit
from tests.support.drafts import FORMATS, GROUP, PHONE
from tests.ui.test_real_plans import Running
from ui.plan.history_page import EditCard, HistoryPage
from ui.plan.open_plan import OpenPlan
from ui.theme.theme import Theme
from ui.widgets.finding import BuildsOn
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]
MANY = 100
RISK = OwnRisk(id="44444444-4444-4444-8444-444444444444", text="Stairs")


@pytest.fixture
def running(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Running]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "jo")
    made = Running(qtbot)
    made.house.home._create("Lowmere listeners")
    made.rest()
    yield made
    made.close()


def plan_of(running: Running) -> OpenPlan:
    assert running.house.session is not None
    return running.house.session.open_plan


def cards(running: Running) -> list[EditCard]:
    page = running.program.window.show_page("history")
    assert isinstance(page, HistoryPage)
    running.rest()
    page.finish_now()
    return [card for card in page.cards if isinstance(card, EditCard)]


def words(card: EditCard) -> list[str]:
    return [text.text() for text in card.findChildren(Text)]


def test_every_change_is_listed_the_newest_first_with_what_was_before(running: Running) -> None:
    plan = plan_of(running)
    plan.say(FORMATS, frozenset({GROUP}))
    running.rest()
    plan.say(FORMATS, frozenset({PHONE}))
    running.rest()

    newest, first, begun = cards(running)

    asked = plan.pack.questionnaire[FORMATS].text
    assert [heading.text() for heading in newest.findChildren(Heading)] == [
        f"Answer changed: {asked}"
    ]
    assert any(line.endswith("by jo") for line in words(newest))
    assert any(line.startswith("Before: ") for line in words(newest))
    assert any(line.startswith("Now: ") for line in words(newest))
    assert first.findChildren(Heading)[0].text() == f"Answered: {asked}"
    assert begun.put_back is None


def test_what_was_before_can_be_put_back_and_that_can_be_undone(running: Running) -> None:
    plan = plan_of(running)
    plan.say(FORMATS, frozenset({GROUP}))
    running.rest()
    plan.say(FORMATS, frozenset({PHONE}))
    running.rest()
    newest, *_older = cards(running)
    assert newest.put_back is not None
    newest.put_back.setFocus()

    newest.put_back.click()
    running.rest()

    assert plan.plan.answer(FORMATS).value == frozenset({GROUP})
    assert len(cards(running)) == 4
    assert isinstance(QApplication.focusWidget(), Heading)
    assert running.program.room.notices.message.startswith("Put back: ")
    assert running.house.session is not None
    running.house.session.undo()
    running.rest()
    assert plan.plan.answer(FORMATS).value == frozenset({PHONE})


def test_a_risk_that_was_removed_can_be_put_back(running: Running) -> None:
    plan = plan_of(running)
    plan.change(RISK.key, RISK)
    running.rest()
    plan.remove(RISK.key)
    running.rest()
    removed, added, _begun = cards(running)
    # There was nothing before it was added: there is nothing to put back.
    assert added.put_back is None
    assert removed.put_back is not None

    removed.put_back.click()
    running.rest()

    assert [risk.text for risk in plan.plan.own_risks] == ["Stairs"]
    assert running.program.window.status_line.words.startswith("Saved")


def test_changes_are_held_while_they_are_seen_and_come_back(running: Running, qtbot: QtBot) -> None:
    plan_of(running).say(FORMATS, frozenset({GROUP}))
    running.rest()
    seen = [words(card) for card in cards(running)]
    page = running.program.window.pages.currentWidget()
    assert page is not None

    running.program.window.show_page("home")
    qtbot.waitUntil(lambda: not page.findChildren(EditCard))

    assert [words(card) for card in cards(running)] == seen


def test_two_changes_of_the_same_in_one_minute_have_names_of_their_own(
    theme: Theme, show: Show
) -> None:
    told = ToldEdit(
        when="1 March 2027, 14:05", who="jo", done="Decided", about="Tea", before=(), now=("Yes",)
    )
    page = HistoryPage(theme)
    show(page)

    page.show_edits([(told, list), (told, list)], is_cut=True)
    page.finish_now()

    names = [
        card.put_back.accessibleName() for card in page.findChildren(EditCard) if card.put_back
    ]
    assert names == [
        "Put this one back: Decided: Tea, 1 March 2027, 14:05",
        "Put this one back: Decided: Tea, 1 March 2027, 14:05 (2)",
    ]
    assert "Only the newest 2 are shown." in page._lead.text()


@pytest.fixture
def long_page(theme: Theme, show: Show) -> HistoryPage:
    """A hundred changes, of which a screen shows a few."""
    told = ToldEdit(
        when="1 March 2027, 14:05", who="jo", done="Decided", about="Tea", before=(), now=("Yes",)
    )
    page = HistoryPage(theme)
    page.resize(900, 500)
    show(page)
    page.show_edits([(told, list)] * MANY, is_cut=False)
    return page


def settled(page: HistoryPage, qtbot: QtBot) -> int:
    """Wait until there is something to scroll to, and return how many changes are made."""
    slices = page._pile._pieces._slices
    qtbot.waitUntil(lambda: slices.is_done and page.verticalScrollBar().maximum() > 0)
    return len(page.cards)


def test_changes_are_made_as_far_down_as_somebody_scrolls(
    long_page: HistoryPage, qtbot: QtBot
) -> None:
    first = settled(long_page, qtbot)
    assert 0 < first < MANY / 2
    bar = long_page.verticalScrollBar()

    bar.setValue(bar.maximum())

    qtbot.waitUntil(lambda: first < len(long_page.cards) < MANY)


def test_tab_reaches_the_last_change(long_page: HistoryPage, qtbot: QtBot) -> None:
    settled(long_page, qtbot)
    long_page.heading.setFocus(Qt.FocusReason.TabFocusReason)

    def goes_on() -> bool:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        return len(long_page.cards) == MANY and long_page.cards[-1].isAncestorOf(here)

    qtbot.waitUntil(goes_on)


def test_all_changes_are_made_where_they_stand_in_columns(
    long_page: HistoryPage, qtbot: QtBot
) -> None:
    settled(long_page, qtbot)

    long_page.resize(1800, 500)

    qtbot.waitUntil(lambda: len(long_page.cards) == MANY)


def test_all_changes_are_made_for_whoever_looks_for_words(
    long_page: HistoryPage, qtbot: QtBot
) -> None:
    (found,) = (each for each in long_page.findChildren(QWidget) if isinstance(each, BuildsOn))

    found.build_all()

    qtbot.waitUntil(lambda: len(long_page.cards) == MANY)


def test_a_plan_without_changes_says_so(theme: Theme) -> None:
    page = HistoryPage(theme)

    page.show_edits([], is_cut=False)

    assert page._lead.text() == "Nothing was changed in this plan so far."
