import datetime
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.advice import Verdict
from advisor.models.comparison import Comparison
from advisor.models.ids import PlanId, RuleId
from advisor.models.plan import Plan, PlanSummary
from advisor.rules.comparing import compare, what_moved
from advisor.rules.engine import advise
from advisor.telling.comparison import CompareStory, tell, tell_moved
from tests.support.examples import CLOSED, DROP_IN, example, pack, small_pack
from ui.compare.page import ComparePage
from ui.compare.rows import AnswerCard, FindingLine
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
BEFORE, AFTER = example(DROP_IN), example(CLOSED)


def story() -> CompareStory:
    return tell(pack(), BEFORE.title, AFTER.title, compare(pack(), BEFORE, AFTER))


def summary(plan_id: str, title: str) -> PlanSummary:
    moment = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)
    return PlanSummary(
        id=PlanId(plan_id), title=title, changed=moment, answered=1, asked=50, open_risks=None
    )


def test_plans_that_are_alike_are_told_so() -> None:
    same = tell(pack(), "A", "B", Comparison())

    assert same.summary == "The two plans have the same answers and the same advice."
    assert same.groups == ()
    assert same.answers == ()


def test_findings_are_grouped_by_the_plan_they_apply_in() -> None:
    told = story()
    titles = [group.title for group in told.groups]

    assert titles[0] == f"Applies only in “{AFTER.title}”"
    assert titles[1] == f"Applies only in “{BEFORE.title}”"
    assert all(group.rows for group in told.groups)


def test_each_finding_is_told_once() -> None:
    rules = [row.rule for group in story().groups for row in group.rows]

    assert len(rules) == len(set(rules))


def test_a_finding_says_which_verdict_became_which() -> None:
    words = {row.rule: row.words for group in story().groups for row in group.rows}

    assert words[next(rule for rule in words if rule == "N01-harms")] == (
        "“Applies” becomes “Does not apply”."
    )


def test_answers_are_told_on_both_sides() -> None:
    row = next(row for row in story().answers if row.asked.startswith("How do mothers join"))

    assert (row.before, row.after) == ("Open drop-in", "Closed group")


def test_the_summary_counts_what_differs() -> None:
    comparison = compare(pack(), BEFORE, AFTER)

    assert story().summary.startswith(f"{len(comparison.answers)} answers differ; ")


def test_evidence_that_changed_nothing_is_told_so() -> None:
    told = tell_moved(pack(), Comparison())

    assert told.rows == ()
    assert told.summary.endswith("Nothing about your plan changed.")


def test_newer_evidence_is_told_finding_by_finding() -> None:
    advice = advise(pack(), BEFORE)
    kept = {finding.rule: finding.verdict for finding in advice.findings}
    kept[RuleId("N01-harms")] = Verdict.DOES_NOT_APPLY
    kept[RuleId("gone-harms")] = Verdict.APPLIES

    told = tell_moved(pack(), what_moved(kept, advice))

    assert [row.rule for row in told.rows] == ["N01-harms"]
    assert told.summary.endswith("1 finding changed. 1 finding left the evidence.")


@pytest.fixture
def page(theme: Theme, show: Show) -> ComparePage:
    made = ComparePage(theme)
    made.show_plans(PlanId("b"), [summary("a", "Plan A"), summary("b", "Plan B")])
    made.resize(760, 800)
    show(made)
    return made


def test_the_open_plan_is_compared_with_another(page: ComparePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.compare_wanted) as wanted:
        page.compare_button.click()

    assert wanted.args == ["a", "b"]


def test_swapping_compares_the_other_way_round(page: ComparePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.compare_wanted) as wanted:
        page.swap_button.click()

    assert wanted.args == ["b", "a"]


def test_a_plan_is_not_compared_with_itself(page: ComparePage, qtbot: QtBot) -> None:
    assert page.before is not None
    assert page.after is not None
    page.before.set_choice("b")

    with qtbot.assertNotEmitted(page.compare_wanted):
        page.compare_button.click()

    assert page.after.fault == "Choose two different plans."


def test_another_choice_leaves_no_old_result(page: ComparePage) -> None:
    compared(page)
    page.finish_now()
    assert page.before is not None

    page.before.set_choice("b")
    page.before.chosen.emit("b")

    assert page.story is None
    assert not [line for line in page.findChildren(FindingLine) if line.isVisibleTo(page)]


def test_the_choice_is_kept_while_the_plan_is_there(page: ComparePage) -> None:
    three = [summary("a", "Plan A"), summary("b", "Plan B"), summary("c", "Plan C")]
    page.show_plans(PlanId("b"), three)
    assert page.before is not None
    page.before.set_choice("c")

    page.show_plans(PlanId("b"), three)
    assert page.before.choice == "c"
    page.show_plans(PlanId("b"), three[:2])
    assert page.before.choice == "a"


def test_one_plan_alone_cannot_be_compared(theme: Theme, show: Show) -> None:
    page = ComparePage(theme)
    show(page)

    page.show_plans(PlanId("a"), [summary("a", "Plan A")])

    assert not page.compare_button.isVisible()
    assert any("two plans to compare" in text.text() for text in page.findChildren(Text))


def compared(page: ComparePage, before: Plan = BEFORE, after: Plan = AFTER) -> None:
    page.show_comparison(small_pack(), before, after, compare(small_pack(), before, after))
    page.finish_now()


def test_the_result_shows_findings_and_answers(page: ComparePage, qtbot: QtBot) -> None:
    compared(page)
    lines = page.findChildren(FindingLine)

    with qtbot.waitSignal(page.finding_wanted) as wanted:
        lines[0].findChildren(IconButton)[0].click()

    assert page.story is not None
    assert wanted.args == [page.story.groups[0].rows[0].rule]
    assert len(page.findChildren(AnswerCard)) == len(page.story.answers)


def test_a_new_result_takes_the_place_of_the_old_one(page: ComparePage, qtbot: QtBot) -> None:
    compared(page)
    compared(page, BEFORE, BEFORE)

    qtbot.waitUntil(
        lambda: not [card for card in page.findChildren(AnswerCard) if card.isVisible()]
    )
    assert page.story is not None
    assert page.story.groups == ()
