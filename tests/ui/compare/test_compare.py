import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.papers import TableFormat
from advisor.models.plan import Plan
from advisor.rules.comparing import compare
from advisor.telling.comparison import told_comparison
from tests.support.examples import CLOSED, DROP_IN, example, small_pack
from tests.ui.spoken import description, name
from ui.compare.page import ComparePage
from ui.compare.rows import AlikeView, AnswerLine, StatementRow
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.disclosure import Disclosure, DisclosureButton
from ui.widgets.link_button import LinkButton
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


def test_a_copy_that_was_made_to_be_changed_follows_its_original(theme: Theme, show: Show) -> None:
    page, wanted = ComparePage(theme), list[tuple[str, str]]()
    page.compare_wanted.connect(lambda before, after: wanted.append((before, after)))
    show(page)
    plans = [summary("a", "Other"), summary("c", "Plan, changed"), summary("o", "Plan")]

    page.show_plans(PlanId("c"), plans)
    page.show_plans(PlanId("o"), plans)

    assert wanted == [("o", "c"), ("o", "c")]


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
    assert not [row for row in page.findChildren(StatementRow) if row.isVisibleTo(page)]


def test_a_page_that_is_left_holds_no_rows_and_the_choice_stays(
    page: ComparePage, qtbot: QtBot
) -> None:
    compared(page)
    chosen, summed_up = page.chosen, page.heading.accessibleDescription()

    page.let_go()

    qtbot.waitUntil(lambda: not page.findChildren(StatementRow))
    assert page.chosen == chosen
    assert page.heading.accessibleDescription() == summed_up


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
    page.show_comparison(told_comparison(small_pack(), compare(small_pack(), before, after)))
    page.finish_now()


def buttons(page: ComparePage) -> list[DisclosureButton]:
    """Return what opens why a statement differs."""
    return [row.button for row in page.findChildren(StatementRow) if row.button is not None]


def test_the_result_shows_answers_and_statements_in_two_columns(page: ComparePage) -> None:
    page.resize(1100, 800)
    compared(page)

    story = page.story
    assert story is not None
    assert len(page.findChildren(AnswerLine)) == len(story.answers)
    assert len(page.findChildren(StatementRow)) == sum(len(each.rows) for each in story.blocks)
    (line, *_others) = page.findChildren(AnswerLine)
    asked, before, after = line.findChildren(Text)
    assert asked.x() < before.x() < after.x()
    assert before.y() == after.y() == asked.y()


def test_where_there_is_no_room_what_is_asked_stands_above_both_columns(page: ComparePage) -> None:
    page.resize(560, 800)
    compared(page)

    (line, *_others) = page.findChildren(AnswerLine)
    asked, before, after = line.findChildren(Text)
    assert before.x() == asked.x()
    assert before.y() == after.y() > asked.y()


def test_each_cell_says_in_which_plan_it_is(page: ComparePage) -> None:
    compared(page)

    (line, *_others) = page.findChildren(AnswerLine)
    _asked, before, after = line.findChildren(Text)
    assert name(before) == f"In “{BEFORE.title}”: {before.text()}"
    assert name(after) == f"In “{AFTER.title}”: {after.text()}"
    told = name(buttons(page)[0])
    assert "(Risks that differ). In “" in told or "(Safety that differs). In “" in told
    assert f"In “{BEFORE.title}”: " in told
    assert f"In “{AFTER.title}”: " in told


def test_which_plan_is_the_second_is_heard_before_what_it_brings_and_costs(
    page: ComparePage,
) -> None:
    compared(page)

    assert page.story is not None
    plans = f"The first plan is “{BEFORE.title}”, the second “{AFTER.title}”."
    assert description(page.heading) == f"{plans} {page.story.summary}"


def test_why_a_statement_differs_opens_under_it_with_a_way_to_the_advice(
    page: ComparePage, qtbot: QtBot
) -> None:
    compared(page)
    row = next(each for each in page.findChildren(StatementRow) if each.button is not None)
    assert row.button is not None

    row.button.click()
    assert row.button.spoken_open
    (link,) = row.findChildren(LinkButton)
    assert link.isVisible()
    with qtbot.waitSignal(page.finding_wanted) as wanted:
        link.click()

    assert page.story is not None
    rules = [each.rule for block in page.story.blocks for each in block.rows if each.why]
    assert wanted.args == [rules[0]]
    row.button.click()
    assert not link.isVisible()


def tabbed_through(page: ComparePage, after: QWidget) -> list[QWidget]:
    """Return where Tab stops behind a control of the page, once round."""
    passed: list[QWidget] = []
    after.setFocus(Qt.FocusReason.TabFocusReason)
    here = after
    while here not in passed:
        passed.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        here = focus
    return passed


def test_all_rows_are_one_stop_and_the_arrow_keys_go_through_them(page: ComparePage) -> None:
    compared(page)
    page.tab_order.settle()
    answers, statements = page.findChildren(AnswerLine), page.findChildren(StatementRow)
    rows = [*(line.stop for line in answers), *(row.stop for row in statements)]
    (folded,) = page.findChildren(Disclosure)

    stops = tabbed_through(page, page.swap_button)
    assert stops[1:4] == [rows[0], folded.button, page.take_button]
    assert not set(stops[2:]) & set(rows)

    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    passed = [rows[0]]
    for _row in rows[1:]:
        QTest.keyClick(passed[-1], Qt.Key.Key_Down)
        focus = QApplication.focusWidget()
        assert focus is not None
        passed.append(focus)
    assert passed == rows


def test_the_way_to_the_advice_is_the_stop_after_its_row(page: ComparePage) -> None:
    compared(page)
    rows = [each for each in page.findChildren(StatementRow) if each.button is not None]
    for row in rows[:2]:
        assert row.button is not None
        row.button.click()
    page.tab_order.settle()

    stops = tabbed_through(page, rows[0].stop)

    (link,), (other,) = (row.findChildren(LinkButton) for row in rows[:2])
    assert stops[1] is link
    assert other not in stops


def test_each_row_says_which_of_how_many_it_is(page: ComparePage) -> None:
    compared(page)
    story = page.story
    assert story is not None
    answers = [description(line.stop) for line in page.findChildren(AnswerLine)]
    of_blocks = [len(block.rows) for block in story.blocks]

    assert answers[0].endswith(f". 1 of {len(answers)}")
    assert answers[-1].endswith(f". {len(answers)} of {len(answers)}")
    assert [
        description(row.stop).rpartition(". ")[2] for row in page.findChildren(StatementRow)
    ] == [f"{n} of {number}" for number in of_blocks for n in range(1, number + 1)]


def test_what_is_the_same_in_both_is_folded(page: ComparePage) -> None:
    compared(page)
    (folded,) = page.findChildren(Disclosure)

    assert folded.button.text().startswith("What is the same in both: ")
    assert not page.findChildren(AlikeView)
    folded.button.click()
    (alike,) = page.findChildren(AlikeView)

    assert page.story is not None
    said = [text.text() for text in alike.findChildren(Text)]
    assert all(row.alike in said for block in page.story.alike for row in block.rows)


def test_a_new_result_takes_the_place_of_the_old_one(page: ComparePage, qtbot: QtBot) -> None:
    compared(page)
    compared(page, BEFORE, BEFORE)

    qtbot.waitUntil(
        lambda: not [card for card in page.findChildren(AnswerLine) if card.isVisible()]
    )
    assert page.story is not None
    assert page.story.blocks == ()


def test_what_differs_is_printed_and_saved_once_it_is_there(
    page: ComparePage, qtbot: QtBot
) -> None:
    assert not page.print_button.isEnabled()
    assert not page.pdf_button.isEnabled()
    compared(page)

    with qtbot.waitSignal(page.print_wanted):
        page.print_button.click()
    with qtbot.waitSignal(page.save_wanted) as saved:
        page.pdf_button.click()
    assert saved.args == [TableFormat.PDF]
    page.more_button.click()
    (menu,) = page.findChildren(QMenu)
    offered = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(page.save_wanted) as saved:
        offered["Save as JSON…"].trigger()
    assert saved.args == [TableFormat.JSON]
    menu.close()


def test_the_other_plans_answers_are_offered_only_beside_the_open_plan(
    page: ComparePage, qtbot: QtBot
) -> None:
    three = [summary(each, f"Plan {each}") for each in "abc"]
    page.show_plans(PlanId("b"), three)
    compared(page)
    with qtbot.waitSignal(page.taken_over):
        page.take_button.click()

    assert page.before is not None
    assert page.after is not None
    page.before.set_choice("a")
    page.after.set_choice("c")
    page.after.chosen.emit("c")
    compared(page)

    assert not [
        each
        for each in page.findChildren(Button)
        if each.text().startswith("&Take the other") and each.isVisibleTo(page)
    ]
