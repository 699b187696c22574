"""What would put all open risks more in hand together, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor.rules.together import what_would_ease
from tests.support.examples import DROP_IN, example, pack
from tests.support.program import Driven, driven_on
from tests.ui import spoken
from ui.advice.page import AdvicePage
from ui.advice.trial_page import TrialPage

IN_HAND = 2


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    plans = example(DROP_IN), example(IN_HAND)
    with driven_on(qtbot, monkeypatch, tmp_path, *plans) as made:
        yield made
        made.advisor.may_ease.set()
        made.session.trial.end()


def advice(driven: Driven) -> AdvicePage:
    driven.window.show_page("advice")
    driven.rest()
    assert isinstance(driven.shown, AdvicePage)
    driven.shown.list.finish_now()
    return driven.shown


def asked(driven: Driven) -> TrialPage:
    """Ask from the head of the risks."""
    link = advice(driven).list.section("risks").together
    assert link is not None
    assert link.isVisible()
    link.click()
    # A page is made in as many turns as it takes.
    driven.qtbot.waitUntil(lambda: isinstance(driven.shown, TrialPage))
    assert isinstance(driven.shown, TrialPage)
    return driven.shown


def test_the_head_of_the_risks_leads_to_what_helps_with_all_open_ones(driven: Driven) -> None:
    page = asked(driven)
    driven.rest()

    assert driven.focus() is page.together.heading
    assert page.together.view is not None
    button = page.together.view.buttons[0]
    way = what_would_ease(pack(), example(DROP_IN)).ways[0]
    count = len(page.together.view._story.ways)
    said = f"Add to the trial: way 1 of {count}. For all open risks together"
    assert spoken.name(button) == said
    button.click()
    driven.rest()

    assert driven.session.trial.trial.answers == {
        change.question: change.after for change in way.changes
    }
    assert driven.focus() is page.shifts[0]
    assert driven.plan.plan.answers == example(DROP_IN).answers


def test_what_would_change_one_risk_is_not_offered_for_all_of_them(driven: Driven) -> None:
    driven.window.show_page("trial", "N04-harms")
    driven.rest()
    assert isinstance(driven.shown, TrialPage)
    assert driven.shown.ways is not None

    assert asked(driven).ways is None


def test_with_the_answers_tried_it_is_looked_once_more(driven: Driven) -> None:
    page = asked(driven)
    driven.rest()
    assert page.together.view is not None

    page.together.view.buttons[0].click()
    driven.rest()

    assert driven.advisor.eased == 2
    assert page.together.view._story.intro.startswith("No risk is open.")


def test_that_it_is_looked_for_is_said_when_it_takes_its_time(driven: Driven, qtbot: QtBot) -> None:
    driven.advisor.may_ease.clear()
    page = asked(driven)

    qtbot.waitUntil(page.together.progress.isVisible)
    driven.advisor.may_ease.set()
    driven.rest()

    assert not page.together.progress.isVisible()
    assert page.together.view is not None


def test_whoever_leaves_wants_no_answer_any_more(driven: Driven, qtbot: QtBot) -> None:
    driven.advisor.may_ease.clear()
    page = asked(driven)
    # What has not begun is not begun at all.
    qtbot.waitUntil(lambda: driven.advisor.eased == 1)

    driven.window.show_page("advice")
    driven.advisor.may_ease.set()
    driven.rest()

    assert page.together.view is None
    assert page.together.button.isVisibleTo(page)
    driven.window.show_page("trial")
    driven.rest()
    assert driven.advisor.eased == 1


def test_the_page_on_which_answers_are_tried_offers_it_too(driven: Driven) -> None:
    driven.window.show_page("trial", "N04-harms")
    driven.rest()
    page = driven.shown
    assert isinstance(page, TrialPage)
    assert driven.advisor.eased == 0

    page.together.button.click()
    driven.rest()

    assert page.together.view is not None


def test_where_no_risk_is_open_nothing_is_offered(driven: Driven) -> None:
    driven.house.open(example(IN_HAND))
    driven.rest()

    link = advice(driven).list.section("risks").together

    assert link is not None
    assert not link.isVisible()
