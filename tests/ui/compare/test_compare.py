import datetime
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.plan import Plan
from advisor.rules.comparing import compare
from tests.support.examples import CLOSED, DROP_IN, example, small_pack
from ui.compare.page import ComparePage
from ui.compare.rows import AnswerCard, FindingLine
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
BEFORE, AFTER = example(DROP_IN), example(CLOSED)


def summary(plan_id: str, title: str) -> PlanSummary:
    moment = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)
    return PlanSummary(id=PlanId(plan_id), title=title, changed=moment, answered=1, asked=50)


@pytest.fixture
def page(theme: Theme, show: Show) -> ComparePage:
    made = ComparePage(theme)
    made.show_plans(PlanId("b"), [summary("a", "Plan A"), summary("b", "Plan B")])
    made.resize(760, 800)
    show(made)
    return made


def test_the_open_plan_is_compared_with_the_other_at_once(theme: Theme, show: Show) -> None:
    page, wanted = ComparePage(theme), list[tuple[str, str]]()
    page.compare_wanted.connect(lambda before, after: wanted.append((before, after)))
    show(page)

    page.show_plans(PlanId("b"), [summary("a", "Plan A"), summary("b", "Plan B")])
    page.swap_button.click()

    assert wanted == [("b", "a"), ("a", "b")]


def test_a_plan_is_not_compared_with_itself(page: ComparePage, qtbot: QtBot) -> None:
    assert page.before is not None
    assert page.after is not None
    page.before.set_choice("a")

    with qtbot.assertNotEmitted(page.compare_wanted):
        page.before.chosen.emit("a")

    assert page.after.fault == "Choose two different plans."


def test_one_press_asks_for_a_copy_to_change(page: ComparePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.copy_wanted):
        page.copy_button.click()


def test_another_choice_leaves_no_old_result(page: ComparePage) -> None:
    compared(page)
    page.finish_now()
    assert page.before is not None

    page.before.set_choice("a")
    page.before.chosen.emit("a")

    assert page.story is None
    assert not [line for line in page.findChildren(FindingLine) if line.isVisibleTo(page)]


def test_the_choice_is_kept_while_the_plan_is_there(page: ComparePage) -> None:
    three = [summary("a", "Plan A"), summary("b", "Plan B"), summary("c", "Plan C")]
    page.show_plans(PlanId("b"), three)
    assert page.after is not None
    page.after.set_choice("c")

    page.show_plans(PlanId("b"), three)
    assert page.after.choice == "c"
    page.show_plans(PlanId("b"), three[:2])
    assert page.after.choice == "a"


def test_one_plan_alone_cannot_be_compared(theme: Theme, show: Show) -> None:
    page = ComparePage(theme)
    show(page)

    page.show_plans(PlanId("a"), [summary("a", "Plan A")])

    assert not page.swap_button.isVisible()
    assert page.copy_button.isVisible()
    assert any("There is one plan. Copy it" in text.text() for text in page.findChildren(Text))


def compared(page: ComparePage, before: Plan = BEFORE, after: Plan = AFTER) -> None:
    page.show_comparison(small_pack(), before, after, compare(small_pack(), before, after))
    page.finish_now()


def test_the_result_shows_findings_and_answers(page: ComparePage, qtbot: QtBot) -> None:
    compared(page)
    lines = page.findChildren(FindingLine)

    with qtbot.waitSignal(page.finding_wanted) as wanted:
        lines[0].findChildren(IconButton)[0].click()

    assert page.story is not None
    assert wanted.args == [page.story.groups[0].moves[0].rule]
    assert len(page.findChildren(AnswerCard)) == len(page.story.answers)


def test_a_new_result_takes_the_place_of_the_old_one(page: ComparePage, qtbot: QtBot) -> None:
    compared(page)
    compared(page, BEFORE, BEFORE)

    qtbot.waitUntil(
        lambda: not [card for card in page.findChildren(AnswerCard) if card.isVisible()]
    )
    assert page.story is not None
    assert page.story.groups == ()
