from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey, OwnAction, OwnRisk, Plan
from advisor.rules.engine import advise
from advisor.telling.actions import Show as Showing
from tests.support.examples import CLOSED, DROP_IN, example, pack, small_pack
from ui.actions.own_view import NewOwnRisk
from ui.actions.page import ActionsPage
from ui.actions.row_card import ActionCard
from ui.theme.theme import Theme
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]


def tell(page: ActionsPage, plan: Plan) -> None:
    page.show_plan(small_pack(), plan, advise(small_pack(), plan))
    page.finish_now()


@pytest.fixture
def page(theme: Theme, show: Show) -> ActionsPage:
    made = ActionsPage(theme)
    tell(made, example(DROP_IN))
    made.resize(760, 800)
    show(made)
    return made


def with_first_in_place() -> Plan:
    decision = Decision(choice=Choice.IN_PLACE)
    return example(DROP_IN).with_entry(EntryKey.of_decision(ActionId("plan-01")), decision)


def card(page: ActionsPage, action: str) -> ActionCard:
    return next(card for stage in page.stages for card in stage.cards if card.row.id == action)


def test_the_first_stage_is_open_and_the_others_wait(page: ActionsPage) -> None:
    assert [stage.disclosure.is_open for stage in page.stages] == [
        True,
        *[False] * (len(page.stages) - 1),
    ]
    assert page.stages[0].cards
    assert not page.stages[1].cards


def test_a_stage_is_built_when_it_is_opened(page: ActionsPage) -> None:
    page.stages[1].disclosure.button.click()
    page.finish_now()

    assert len(page.stages[1].cards) == len(page.stages[1].group.rows)


def test_a_decision_is_told_with_its_action(page: ActionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.decision_made) as made:
        card(page, "plan-01").form.choice.chips[Choice.IN_PLACE.value].click()

    assert made.args == ["plan-01", Decision(choice=Choice.IN_PLACE)]


def test_a_decision_changes_progress_and_risks_in_place(page: ActionsPage) -> None:
    before = card(page, "plan-01")
    words = page.residual.words

    tell(page, with_first_in_place())

    assert card(page, "plan-01") is before
    assert page.stages[0].heading.text().startswith("Plan: 1 of ")
    every = [row for stage in page.stages for row in stage.group.rows]
    key = [row for row in every if row.key]
    settled, settled_key = (sum(row.is_settled for row in rows) for rows in (every, key))
    assert page.progress.words == (
        f"{settled} of {len(every)} actions settled; {settled_key} of {len(key)} key ones."
    )
    assert page.residual.words != words


def test_the_focus_stays_when_the_plan_is_shown_anew(page: ActionsPage) -> None:
    chip = card(page, "plan-01").form.choice.chips[Choice.IN_PLACE.value]
    chip.setFocus()

    tell(page, with_first_in_place())

    assert page.focusWidget() is chip


def test_another_list_keeps_the_stages_that_were_open(page: ActionsPage) -> None:
    page.stages[1].set_open(True)

    tell(page, example(CLOSED))

    assert [stage.disclosure.is_open for stage in page.stages][:3] == [True, True, False]


def test_only_key_actions_are_shown_on_demand(page: ActionsPage) -> None:
    page.show_chips.chips[Showing.KEY.value].click()
    page.finish_now()

    shown = [card for stage in page.stages for card in stage.cards if card.isVisibleTo(page)]
    assert shown
    assert all(card.row.key for card in shown)


def test_a_choice_that_shows_nothing_says_so(page: ActionsPage) -> None:
    page.show_chips.chips[Showing.UNOWNED.value].click()

    assert page.nothing_shown.isVisibleTo(page)
    page.show_chips.chips[Showing.ALL.value].click()
    assert not page.nothing_shown.isVisibleTo(page)


def test_several_can_be_marked_as_already_in_place(page: ActionsPage, qtbot: QtBot) -> None:
    page.bulk_disclosure.button.click()
    assert page.bulk is not None
    assert not page.bulk.mark_button.isEnabled()
    chosen = list(page.bulk.ticks)[:2]
    for action in chosen:
        page.bulk.ticks[action].click()

    with qtbot.waitSignal(page.decisions_made) as made:
        page.bulk.mark_button.click()

    assert made.args == [{action: Decision(choice=Choice.IN_PLACE) for action in chosen}]
    assert page.bulk.mark_button.text() == "Mark 2 as already in place"
    assert page.bulk.last_button.text() == "Mark 2 as already in place"
    assert page.bulk_disclosure.button.hasFocus()


def test_what_was_marked_is_not_offered_again(page: ActionsPage) -> None:
    page.bulk_disclosure.button.click()
    assert page.bulk is not None
    first, second = list(page.bulk.ticks)[:2]
    page.bulk.ticks[second].click()

    tell(
        page,
        example(DROP_IN).with_entry(EntryKey.of_decision(first), Decision(choice=Choice.IN_PLACE)),
    )

    assert first not in page.bulk.ticks
    assert page.bulk.ticks[second].isChecked()


def test_an_own_action_can_be_added(page: ActionsPage, qtbot: QtBot) -> None:
    page.new_action_disclosure.button.click()
    assert page.new_action is not None
    page.new_action.text.set_text("  Ask the library ")
    page.new_action.stage.set_choice("run")

    with qtbot.waitSignal(page.own_action_changed) as made:
        page.new_action.add_button.click()

    assert made.args is not None
    own = made.args[0]
    assert isinstance(own, OwnAction)
    assert (own.text, own.stage) == ("Ask the library", "run")
    assert page.new_action.text.text == ""


def test_an_own_action_needs_words(page: ActionsPage) -> None:
    page.new_action_disclosure.button.click()
    assert page.new_action is not None

    page.new_action.add_button.click()

    assert page.new_action.text.fault == "Write what you will do."


def own_plan(own: tuple[OwnAction, ...] = (), risks: tuple[OwnRisk, ...] = ()) -> Plan:
    return replace(example(DROP_IN), own_actions=own, own_risks=risks)


def test_an_own_action_stands_in_its_stage_and_can_be_decided(
    page: ActionsPage, qtbot: QtBot
) -> None:
    own = OwnAction(id="1", text="Ask the library", stage="plan")
    tell(page, own_plan((own,)))

    (shown,) = page.stages[0].own_cards
    with qtbot.waitSignal(page.own_action_changed) as changed:
        shown.form.choice.chips[Choice.IN_PLACE.value].click()

    assert changed.args == [replace(own, decision=Decision(choice=Choice.IN_PLACE))]


def test_an_own_action_can_be_removed(page: ActionsPage, qtbot: QtBot) -> None:
    tell(page, own_plan((OwnAction(id="1", text="Ask the library", stage="plan"),)))
    (shown,) = page.stages[0].own_cards

    with qtbot.waitSignal(page.own_action_removed) as removed:
        shown.remove_button.click()
    tell(page, own_plan())

    assert removed.args == ["1"]
    assert page.stages[0].own_cards == ()


def test_an_own_risk_comes_and_goes(page: ActionsPage, qtbot: QtBot) -> None:
    tell(page, own_plan(risks=(OwnRisk(id="2", text="Flood", mitigation="Pump"),)))
    (shown,) = page.own_risk_cards

    with qtbot.waitSignal(page.own_risk_removed) as removed:
        shown.remove_button.click()
    tell(page, own_plan())

    assert removed.args == ["2"]
    assert page.own_risk_cards == ()


def test_the_focus_stays_on_the_page_when_the_only_own_risk_goes(page: ActionsPage) -> None:
    tell(page, own_plan(risks=(OwnRisk(id="2", text="Flood"),)))
    (shown,) = page.own_risk_cards
    shown.remove_button.setFocus()

    tell(page, own_plan())

    here = QApplication.focusWidget()
    assert isinstance(here, Heading)
    assert here.text() == "Added by you"


def test_what_was_said_of_a_new_entry_goes_with_it(page: ActionsPage) -> None:
    page.own_button.click()
    form = page.new_action
    assert form is not None
    form.text.set_text("Tea")
    form.add_button.click()
    assert form.said.isVisible()
    page.own_action_removed.emit("1")
    assert not form.said.isVisible()

    form.text.set_text("Tea")
    form.add_button.click()
    form.add_button.click()
    assert form.text.fault
    assert not form.said.isVisible()


def test_nothing_can_be_begun_before_the_plan_is_there(theme: Theme, show: Show) -> None:
    empty = ActionsPage(theme)
    show(empty)
    for part in (empty.own_button, empty.bulk_disclosure.button, empty.new_action_disclosure):
        assert not part.isEnabled()

    tell(empty, example(DROP_IN))
    assert empty.own_button.isEnabled()
    assert empty.bulk_disclosure.button.isEnabled()


def test_stages_stay_open_when_the_list_changes_before_they_are_made(page: ActionsPage) -> None:
    for stage in page.stages:
        stage.set_open(True)
    opened = [stage.group.id for stage in page.stages]
    for plan in (example(CLOSED), example(DROP_IN)):
        page.show_plan(small_pack(), plan, advise(small_pack(), plan))
    page.finish_now()

    assert [stage.group.id for stage in page.stages if stage.disclosure.is_open] == opened


def test_an_own_risk_can_be_added_with_what_will_be_done(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    form = NewOwnRisk(theme)
    show(form)
    form.add_button.click()
    assert form.text.fault == "Write what could go wrong."
    form.text.set_text("Flood")
    form.mitigation.set_text("Pump")

    with qtbot.waitSignal(form.made) as made:
        form.add_button.click()

    assert made.args is not None
    assert (made.args[0].text, made.args[0].mitigation) == ("Flood", "Pump")
    assert form.said.text() == "Added above: Flood"
    assert form.said.isVisible()


def test_an_own_action_is_a_button_away_and_says_where_it_went(
    page: ActionsPage, qtbot: QtBot
) -> None:
    page.own_button.click()
    form = page.new_action
    assert form is not None
    qtbot.waitUntil(form.text.line.hasFocus)
    form.add_button.click()
    assert form.text.fault == "Write what you will do."

    form.text.set_text("Ask for a room")
    form.stage.set_choice("train")
    with qtbot.waitSignal(page.own_action_changed) as made:
        form.add_button.click()

    assert made.args is not None
    assert (made.args[0].text, made.args[0].stage) == ("Ask for a room", "train")
    assert form.said.text() == "Added at the end of the stage “Train”: Ask for a room"
    assert (form.text.text, form.text.fault) == ("", "")


def test_a_residual_risk_leads_to_its_finding(page: ActionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finding_wanted) as wanted:
        page.residual.button("N01-harms").click()

    assert wanted.args == ["N01-harms"]


def test_many_risks_open_on_demand_and_few_stand_there(theme: Theme, show: Show) -> None:
    many = ActionsPage(theme)
    many.show_plan(pack(), example(DROP_IN), advise(pack(), example(DROP_IN)))
    few = ActionsPage(theme)
    few.show_plan(pack(), example(CLOSED), advise(pack(), example(CLOSED)))

    assert not many.residual.each.is_open
    assert many.residual.words == "Risks: 7 open and 1 partly addressed."
    assert few.residual.each.is_open


def test_a_note_counts_before_the_page_is_left(page: ActionsPage) -> None:
    form = card(page, "plan-01").form
    form.choice.chips[Choice.IN_PLACE.value].click()
    assert form.note is not None
    form.note.edit.setPlainText("Since spring")
    made: list[Mapping[str, Decision]] = []
    page.decision_made.connect(lambda _action, decision: made.append({"plan-01": decision}))

    page.finish_writing()

    assert made == [{"plan-01": Decision(choice=Choice.IN_PLACE, note="Since spring")}]


def test_more_about_an_action_is_told_on_demand(page: ActionsPage) -> None:
    shown = card(page, "plan-01")
    shown.more.button.click()

    words = " ".join(text.text() for text in shown.more.findChildren(Text))
    assert "The leaflet and referral form carry the sentence and a date." in words
    assert "No source tested any single action." in words
