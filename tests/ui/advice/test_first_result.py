"""The first result in the window: its ticks are decisions, everything leads on, it is live."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import GateId
from advisor.models.plan import Choice, Decision, EntryKey, GateTick, Plan
from advisor.rules.engine import advise
from advisor.telling.first_result import told_first_result
from tests.support.examples import CLOSED, DROP_IN, ONLINE, SPARSE, example, pack
from tests.ui.spoken import description, name
from ui.advice.first_parts import BoxCard, NotLookedAtCard, WatchCard
from ui.advice.first_result import FirstResultPage
from ui.theme.theme import Theme
from ui.widgets.link_button import LinkButton
from ui.widgets.text import Text

Show = Callable[[QWidget], None]


def tell(page: FirstResultPage, plan: Plan) -> None:
    page.show_result(plan, told_first_result(pack(), plan, advise(pack(), plan)))
    # What comes into a layout is shown in a turn of its own.
    QApplication.processEvents()


@pytest.fixture
def page(theme: Theme, show: Show) -> FirstResultPage:
    made = FirstResultPage(theme)
    made.resize(1138, 740)
    tell(made, example(SPARSE))
    show(made)
    return made


def words_in(widget: QWidget) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text))


def cards(page: FirstResultPage, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in page.findChildren(kind) if each.isVisibleTo(page)]


def test_the_box_and_the_first_things_stand_on_the_first_screen(page: FirstResultPage) -> None:
    QApplication.processEvents()
    assert page.things is not None
    box = cards(page, BoxCard)[0]
    tick = next(iter(page.things.ticks.values()))

    tops = [each.mapTo(page, QPoint(0, 0)).y() for each in (page.heading, box, tick)]

    assert tops == sorted(tops)
    assert tops[-1] < 500
    assert "Do not open" in words_in(box)


def test_each_thing_says_why_and_who_could_do_it(page: FirstResultPage) -> None:
    plan = example(SPARSE)
    story = told_first_result(pack(), plan, advise(pack(), plan)).poster
    assert page.things is not None

    said = words_in(page.things)

    assert list(page.things.ticks) == [thing.action.id for thing in story.things]
    for thing in story.things:
        assert f"{thing.brief}\n{thing.action.role}?" in said
        meaning = description(page.things.ticks[thing.action.id])
        assert meaning == (f"We will do this. {thing.why} Who could do it: {thing.action.role}?")


def test_a_tick_is_a_decision_on_the_action_and_stays(page: FirstResultPage, qtbot: QtBot) -> None:
    assert page.things is not None
    action, tick = next(iter(page.things.ticks.items()))
    tick.setFocus()

    with qtbot.waitSignal(page.decision_made) as made:
        QTest.keyClick(tick, Qt.Key.Key_Space)
    will = Decision(choice=Choice.WE_WILL, owner="Amina")
    tell(page, example(SPARSE).with_entry(EntryKey.of_decision(action), will))

    assert made.args == [action, Decision(choice=Choice.WE_WILL)]
    assert page.things.ticks[action] is tick
    assert tick.hasFocus()
    assert tick.isChecked()
    assert "Amina" in words_in(page.things)
    assert "Who: Amina." in description(tick)


def check_box(page: FirstResultPage) -> BoxCard:
    return next(box for box in page.boxes if box.checks)


def ticked(plan: Plan, gate: GateId) -> Plan:
    return plan.with_entry(EntryKey.of_tick(gate), GateTick(day=datetime.date(2027, 3, 5)))


def test_what_is_so_is_ticked_and_keeps_its_place_and_its_question(
    page: FirstResultPage, qtbot: QtBot
) -> None:
    plan = example(DROP_IN)
    tell(page, plan)
    gate, *others = check_box(page).checks
    check_box(page).checks[gate].setFocus()

    with qtbot.waitSignal(page.gate_ticked) as told:
        QTest.keyClick(check_box(page).checks[gate], Qt.Key.Key_Space)
    assert told.args == [gate, True]
    tell(page, ticked(plan, gate))

    box = check_box(page)
    assert list(box.checks)[: len(others) + 1] == [gate, *others]
    assert box.checks[gate].isChecked()
    assert box.checks[gate].hasFocus()
    assert "5 Mar 2027" in words_in(box)
    (day,) = (each for each in box.findChildren(QLabel) if each.text() == "5 Mar 2027")
    assert name(day) == "Ticked by you on 5 March 2027."
    names = [name(each) for each in box.findChildren(LinkButton)]
    assert f"Answer: {pack().gate_by_id[gate].in_place}" in names


def test_nothing_moves_when_a_check_is_ticked(page: FirstResultPage) -> None:
    plan = example(DROP_IN)
    tell(page, plan)
    box = check_box(page)
    before = box.heightForWidth(560)

    for gate in box.checks:
        plan = ticked(plan, gate)
        tell(page, plan)
        assert check_box(page) is box
        assert box.heightForWidth(560) == before

    # What there was no room for is there on the next visit.
    page.settle_places()
    assert check_box(page) is not box
    assert len(check_box(page).checks) > len(box.checks)


def test_a_tick_that_is_taken_away_leaves_no_words(page: FirstResultPage, qtbot: QtBot) -> None:
    plan = example(DROP_IN)
    tell(page, plan)
    gate = next(iter(check_box(page).checks))
    tell(page, ticked(plan, gate))

    with qtbot.waitSignal(page.gate_ticked) as told:
        check_box(page).checks[gate].click()
    assert told.args == [gate, False]
    tell(page, plan)

    assert not check_box(page).checks[gate].isChecked()
    assert "5 Mar 2027" not in words_in(check_box(page))


def test_when_the_last_is_ticked_its_box_stays_and_says_so(page: FirstResultPage) -> None:
    plan = example(DROP_IN)
    for gate in pack().gates:
        plan = ticked(plan, gate.id)
    tell(page, plan)

    box = check_box(page)
    assert box.heading.text() == "Ticked by you"
    assert all(tick.isChecked() for tick in box.checks.values())
    assert "Nothing to stop for" not in words_in(page)


def test_what_is_in_place_makes_room_for_the_next(page: FirstResultPage) -> None:
    assert page.things is not None
    action = next(iter(page.things.ticks))
    page.things.ticks[action].setFocus()

    done = Decision(choice=Choice.IN_PLACE)
    tell(page, example(SPARSE).with_entry(EntryKey.of_decision(action), done))

    assert action not in page.things.ticks
    assert page.heading.hasFocus()


@pytest.mark.parametrize(
    ("kind", "signal"),
    [
        (BoxCard, "question_wanted"),
        (WatchCard, "finding_wanted"),
        (NotLookedAtCard, "question_wanted"),
    ],
)
def test_what_is_named_leads_to_what_is_behind_it(
    page: FirstResultPage, qtbot: QtBot, kind: type[QWidget], signal: str
) -> None:
    button = cards(page, kind)[0].findChildren(LinkButton)[0]

    with qtbot.waitSignal(getattr(page, signal)) as wanted:
        button.click()

    assert wanted.args is not None
    known = {*pack().rule_by_id, *(each.id for each in pack().questionnaire.questions)}
    assert wanted.args[0] in known
    assert ": " in name(button)


@pytest.mark.parametrize("button", ["go_on", "see_all", "checklist"])
def test_there_are_three_ways_on(page: FirstResultPage, qtbot: QtBot, button: str) -> None:
    signals = {
        "go_on": page.go_on_wanted,
        "see_all": page.advice_wanted,
        "checklist": page.checklist_wanted,
    }

    with qtbot.waitSignal(signals[button]):
        getattr(page, button).click()


def test_enter_on_the_heading_makes_the_checklist(page: FirstResultPage, qtbot: QtBot) -> None:
    page.heading.take_focus()

    with qtbot.waitSignal(page.checklist_wanted):
        QTest.keyClick(page.heading, Qt.Key.Key_Return)


def test_what_is_not_said_is_ticked_or_answered(page: FirstResultPage) -> None:
    tell(page, example(DROP_IN))

    missing, not_said = cards(page, BoxCard)

    assert "Put right first" in words_in(missing)
    assert "Tick each one that is so, and answer its question." in words_in(not_said)
    assert "Do not open" not in words_in(not_said)


def test_a_complete_plan_is_not_asked_more(page: FirstResultPage) -> None:
    tell(page, example(CLOSED))

    assert cards(page, NotLookedAtCard) == []
    (box,) = cards(page, BoxCard)
    assert "Nothing to stop for" in words_in(box)


def test_what_cannot_be_judged_is_said_and_nothing_counted(page: FirstResultPage) -> None:
    tell(page, example(ONLINE))

    assert "We cannot judge this form" in words_in(page)
    assert "risks (" not in words_in(page)
