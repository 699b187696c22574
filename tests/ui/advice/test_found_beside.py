"""What is found on the advice page is found beside an open statement too, and what that says."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from advisor.models.ids import RuleId
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from tests.support.examples import DROP_IN, example, pack
from ui.advice.page import AdvicePage
from ui.advice.row import FindingRow
from ui.theme.theme import Theme
from ui.widgets.finding import BuildsOn, Folds, Spot, shown, spots

Show = Callable[[QWidget], None]
RISK = RuleId("N04-harms")


@pytest.fixture
def page(theme: Theme, show: Show) -> AdvicePage:
    plan: Plan = example(DROP_IN)
    made = AdvicePage(theme)
    made.show_advice(pack(), plan, advise(pack(), plan))
    made.resize(1110, 760)
    show(made)
    return made


def found(page: AdvicePage, words: str) -> list[Spot]:
    """Look through the page as Ctrl+F does, with all made that is folded."""
    is_more = True
    while is_more:
        is_more = False
        for widget, _folds in list(shown(page)):
            if isinstance(widget, BuildsOn):
                widget.build_all()
            for make in list(widget.unmade()) if isinstance(widget, Folds) else []:
                make()
                is_more = True
        page.list.finish_now()
        QApplication.processEvents()
    return list(spots(page, words))


def in_the_list(page: AdvicePage, words: str) -> Counter[str]:
    return Counter(spot.text for spot in found(page, words) if page.list.isAncestorOf(spot.widget))


@pytest.mark.parametrize("width", [1110, 700])
@pytest.mark.parametrize("words", ["mother", "peer", "group", "who?", "matters", "insurance"])
def test_the_same_is_found_in_the_list_beside_a_statement_and_without_one(
    page: AdvicePage, words: str, width: int
) -> None:
    page.resize(width, 760)
    before = in_the_list(page, words)
    assert before

    page.open_finding(RISK)

    assert in_the_list(page, words) == before


def test_what_the_open_statement_says_is_found_as_well(page: AdvicePage) -> None:
    page.open_finding(RISK)

    assert any(page.pane.isAncestorOf(spot.widget) for spot in found(page, "group"))


@pytest.mark.parametrize("width", [1110, 700])
def test_every_place_in_the_list_is_seen_once_it_was_gone_to(page: AdvicePage, width: int) -> None:
    page.resize(width, 760)
    page.open_finding(RISK)
    places = [spot for spot in found(page, "mother") if page.list.isAncestorOf(spot.widget)]
    assert {type(spot.widget) for spot in places} > {FindingRow}

    for spot in places:
        spot.unfold()
        QApplication.processEvents()

        assert spot.widget.isVisibleTo(page)
        if isinstance(spot.widget, FindingRow):
            assert spot.text in drawn(spot.widget)


def test_a_row_that_was_gone_to_takes_little_room_again_beside_the_next_statement(
    page: AdvicePage,
) -> None:
    page.open_finding(RISK)
    page.list.finish_now()
    row = page.list.row(RISK)
    assert row is not None
    low = row.heightForWidth(row.width())
    row.show_whole()
    assert row.heightForWidth(row.width()) > low

    page.panes.close_pane()
    page.open_finding(RISK)

    assert row.heightForWidth(row.width()) == low


def drawn(row: FindingRow) -> list[str]:
    return [words.text for words, _area, _ink in row._laid_out(row.width()).placed.words]
