"""Of the pages that a person went through only few are there at once; the others come back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.drafts import a_plan
from tests.support.program import Driven, driven_on
from ui.help.help_page import HelpPage
from ui.home.portfolio_page import PortfolioPage
from ui.library.page import LibraryPage
from ui.pages import PAGES
from ui.room import PageKey
from ui.widgets.disclosure import Disclosure
from ui.wizard.workshop_page import WorkshopPage

COME_BACK = frozenset(
    {
        *(PageKey.QUESTIONS, PageKey.WORKSHOP, PageKey.FIRST),
        *(PageKey.LIBRARY, PageKey.PREFERENCES, PageKey.HELP, PageKey.PORTFOLIO),
    }
)
"""Those that are thrown away once two others were shown."""


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, a_plan()) as made:
        yield made


def go(driven: Driven, *keys: str) -> None:
    for key in keys:
        driven.window.show_page(key)
        driven.rest()


def go_elsewhere(driven: Driven) -> None:
    """Show two other pages, so that the one before is thrown away."""
    key = PageKey(driven.page)
    before = driven.shown
    go(driven, PageKey.HOME, PageKey.ACTIONS)
    assert driven.window.pages.page(key).desk is None
    go(driven, key)
    assert driven.shown is not before


def test_after_a_walk_over_all_pages_few_of_them_are_there(driven: Driven) -> None:
    # A trial holds on to whoever leaves it.
    keys = [page.key for page in PAGES if page.key != PageKey.TRIAL]
    go(driven, *keys, PageKey.ACTIONS, PageKey.ADVICE)

    there = {key for key in keys if driven.window.pages.page(key).desk is not None}

    assert not there & COME_BACK
    assert PageKey.ADVICE in there


def test_help_unfolds_again_what_was_unfolded(driven: Driven) -> None:
    go(driven, PageKey.HELP)
    assert isinstance(driven.shown, HelpPage)
    third = driven.shown.findChildren(Disclosure)[2]
    third.set_open(is_open=True)
    title = third.button.text()

    go_elsewhere(driven)

    folds = driven.shown.findChildren(Disclosure)
    assert [each.button.text() for each in folds if each.is_open] == [title]


def test_the_evidence_shows_the_same_entry_again(driven: Driven) -> None:
    go(driven, PageKey.LIBRARY)
    assert isinstance(driven.shown, LibraryPage)
    assert driven.shown.open_entry("N01")
    heading = driven.shown.detail.heading
    assert heading is not None
    title = heading.text()

    go_elsewhere(driven)

    page = driven.shown
    assert isinstance(page, LibraryPage)
    assert page.detail.heading is not None
    assert page.detail.heading.text() == title
    entry = page.model.entry(page.list.currentIndex())
    assert entry is not None
    assert entry.id == "N01"
    # It is there to be read on, and not announced as if it had been asked for.
    assert page.heading.hasFocus()


def test_the_evidence_stays_while_something_is_looked_for(driven: Driven) -> None:
    go(driven, PageKey.LIBRARY)
    page = driven.shown
    assert isinstance(page, LibraryPage)
    page.search.line.setText("peer")

    go(driven, PageKey.HOME, PageKey.ACTIONS, PageKey.LIBRARY)

    assert driven.shown is page


def test_the_table_of_all_plans_has_the_same_cell_chosen(driven: Driven) -> None:
    go(driven, PageKey.PORTFOLIO)
    page = driven.shown
    assert isinstance(page, PortfolioPage)
    page.table.setCurrentIndex(page.table.plans.index(0, 4))
    risk = page.table.plans.risk(page.table.currentIndex())

    go_elsewhere(driven)

    assert isinstance(driven.shown, PortfolioPage)
    table = driven.shown.table
    assert table.currentIndex().column() == 4
    assert table.plans.risk(table.currentIndex()) == risk


def test_the_table_of_all_plans_stays_as_it_is_sorted(driven: Driven) -> None:
    go(driven, PageKey.PORTFOLIO)
    page = driven.shown
    assert isinstance(page, PortfolioPage)
    page.table.sort_by(3)

    go(driven, PageKey.HOME, PageKey.ACTIONS, PageKey.PORTFOLIO)

    assert driven.shown is page


def test_workshop_mode_goes_on_with_its_question(driven: Driven) -> None:
    go(driven, PageKey.WORKSHOP)
    page = driven.shown
    assert isinstance(page, WorkshopPage)
    page.go_on()
    page.go_on()
    question = page.asked.question.id

    go_elsewhere(driven)

    assert isinstance(driven.shown, WorkshopPage)
    assert driven.shown.asked.question.id == question


def test_questions_stay_while_something_is_unfolded_on_them(driven: Driven) -> None:
    go(driven, PageKey.QUESTIONS)
    before = driven.shown
    shown = driven.wizard.shown
    assert shown is not None
    next(iter(shown.boxes.values())).why_button.click()

    go(driven, PageKey.HOME, PageKey.ACTIONS, PageKey.QUESTIONS)

    assert driven.shown is before
