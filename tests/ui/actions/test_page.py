from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import ActionId
from advisor.models.plan import Choice, Decision, EntryKey, EntryKind, OwnAction, OwnRisk, Plan
from advisor.rules.engine import advise
from advisor.telling.actions import Show as Showing
from tests.support.examples import CLOSED, DROP_IN, example, pack, small_pack
from ui.actions.own_view import OwnActionCard, OwnActionForm, OwnRiskCard, OwnRiskForm
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
    with qtbot.waitSignal(page.changed) as made:
        card(page, "plan-01").form.choice.chips[Choice.IN_PLACE.value].click()

    assert made.args == [
        EntryKey.of_decision(ActionId("plan-01")),
        Decision(choice=Choice.IN_PLACE),
    ]


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
        f"{settled} of {len(every)} actions decided; {settled_key} of {len(key)} key ones."
    )
    plan = with_first_in_place()
    for row in key:
        plan = plan.with_entry(EntryKey.of_decision(row.id), Decision(choice=Choice.IN_PLACE))
    tell(page, plan)
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

    with qtbot.waitSignal(page.marked) as made:
        page.bulk.mark_button.click()

    assert made.args == [
        {EntryKey.of_decision(action): Decision(choice=Choice.IN_PLACE) for action in chosen}
    ]
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


def own_plan(own: tuple[OwnAction, ...] = (), risks: tuple[OwnRisk, ...] = ()) -> Plan:
    return replace(example(DROP_IN), own_actions=own, own_risks=risks)


def test_an_own_action_stands_in_its_stage_and_can_be_decided(
    page: ActionsPage, qtbot: QtBot
) -> None:
    own = OwnAction(id="1", text="Ask the library", stage="plan")
    tell(page, own_plan((own,)))

    (shown,) = page.stages[0].own_cards
    with qtbot.waitSignal(page.changed) as changed:
        shown.form.choice.chips[Choice.IN_PLACE.value].click()

    assert changed.args == [own.key, replace(own, decision=Decision(choice=Choice.IN_PLACE))]


OWN_TEA = OwnAction(id="1", text="Ask the library", stage="plan")
FLOOD = OwnRisk(id="2", text="Flood", mitigation="Pump")


@pytest.mark.parametrize("own", [OWN_TEA, FLOOD], ids=["an action", "a risk"])
def test_an_own_entry_can_be_removed(
    page: ActionsPage, qtbot: QtBot, own: OwnAction | OwnRisk
) -> None:
    def shown() -> tuple[OwnActionCard | OwnRiskCard, ...]:
        return page.own_risk_cards if isinstance(own, OwnRisk) else page.stages[0].own_cards

    tell(page, own_plan((OWN_TEA,), (FLOOD,)))
    (card,) = shown()
    with qtbot.waitSignal(page.removed) as removed:
        card.remove_button.click()
    tell(page, example(DROP_IN))

    assert removed.args == [own.key]
    assert shown() == ()


def test_the_words_of_an_own_risk_are_changed_in_place(page: ActionsPage, qtbot: QtBot) -> None:
    flood = OwnRisk(id="2", text="Flood", mitigation="Pump")
    tell(page, own_plan(risks=(flood,)))
    (shown,) = page.own_risk_cards
    shown.change_button.click()
    form = shown.editor
    assert isinstance(form, OwnRiskForm)
    qtbot.waitUntil(form.text.line.hasFocus)
    assert (form.text.text, form.mitigation.text) == ("Flood", "Pump")

    form.text.set_text("The river floods the hall")
    form.mitigation.set_text("Move upstairs")
    with qtbot.waitSignal(page.changed) as made:
        form.make_button.click()

    changed = replace(flood, text="The river floods the hall", mitigation="Move upstairs")
    assert made.args == [flood.key, changed]
    assert shown.editor is None
    assert shown.change_button.hasFocus()
    tell(page, own_plan(risks=(changed,)))
    assert page.own_risk_cards == (shown,)
    assert shown.heading.text() == "The river floods the hall"
    assert shown.mitigation.text() == "Move upstairs"
    assert shown.accessibleName() == "The river floods the hall"


def test_an_own_action_keeps_what_was_decided_while_its_words_were_changed(
    page: ActionsPage, qtbot: QtBot
) -> None:
    own = OwnAction(id="1", text="Ask the library", stage="plan")
    tell(page, own_plan((own,)))
    (shown,) = page.stages[0].own_cards
    shown.change_button.click()
    form = shown.editor
    assert isinstance(form, OwnActionForm)
    shown.form.choice.chips[Choice.IN_PLACE.value].click()

    form.text.set_text("Ask the school")
    form.stage.set_choice("run")
    with qtbot.waitSignal(page.changed) as made:
        form.make_button.click()

    decided = Decision(choice=Choice.IN_PLACE)
    assert made.args == [
        own.key,
        replace(own, text="Ask the school", stage="run", decision=decided),
    ]


def test_a_change_of_words_can_be_left_and_needs_words(page: ActionsPage) -> None:
    tell(page, own_plan(risks=(OwnRisk(id="2", text="Flood"),)))
    (shown,) = page.own_risk_cards
    made: list[object] = []
    page.changed.connect(lambda *of: made.append(of))
    shown.change_button.click()
    assert shown.editor is not None
    shown.editor.text.set_text(" ")
    shown.editor.make_button.click()
    assert shown.editor.text.fault == "Write what could go wrong."

    shown.editor.leave_button.click()

    assert made == []
    assert shown.editor is None


def test_a_decision_that_was_taken_back_is_shown_where_the_keyboard_is(
    page: ActionsPage, qtbot: QtBot
) -> None:
    form = card(page, "plan-01").form
    form.choice.chips[Choice.WE_WILL.value].click()
    assert form.owner is not None
    form.owner.take_focus()
    qtbot.waitUntil(form.owner.line.hasFocus)
    key = EntryKey.of_decision(ActionId("plan-01"))
    for owner in ("Jo", ""):
        decision = Decision(choice=Choice.WE_WILL, owner=owner)
        tell(page, example(DROP_IN).with_entry(key, decision))
        assert form.owner.text == owner

    form.owner.line.insert("An")
    noted = Decision(choice=Choice.WE_WILL, note="n")
    tell(page, example(DROP_IN).with_entry(key, noted))
    assert form.owner.text == "An"


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
    form.make_button.click()
    assert form.said.isVisible()
    page.removed.emit(EntryKey(EntryKind.OWN_ACTION, "1"))
    assert not form.said.isVisible()

    form.text.set_text("Tea")
    form.make_button.click()
    form.make_button.click()
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
    form = OwnRiskForm(theme)
    show(form)
    form.make_button.click()
    assert form.text.fault == "Write what could go wrong."
    form.text.set_text("Flood")
    form.mitigation.set_text("Pump")

    with qtbot.waitSignal(form.made) as made:
        form.make_button.click()

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
    form.make_button.click()
    assert form.text.fault == "Write what you will do."

    form.text.set_text("  Ask for a room ")
    form.stage.set_choice("train")
    with qtbot.waitSignal(page.changed) as made:
        form.make_button.click()

    assert made.args is not None
    key, own = made.args
    assert key == own.key
    assert (own.text, own.stage) == ("Ask for a room", "train")
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
    few.show_plan(small_pack(), example(CLOSED), advise(small_pack(), example(CLOSED)))

    assert not many.residual.each.is_open
    assert many.residual.words == "Risks: 9 open."
    assert few.residual.each.is_open


def test_a_note_counts_before_the_page_is_left(page: ActionsPage) -> None:
    form = card(page, "plan-01").form
    form.choice.chips[Choice.IN_PLACE.value].click()
    assert form.note is not None
    form.note.edit.setPlainText("Since spring")
    made: list[Mapping[str, Decision]] = []
    page.changed.connect(lambda key, decision: made.append({key.id: decision}))

    page.finish_writing()

    assert made == [{"plan-01": Decision(choice=Choice.IN_PLACE, note="Since spring")}]


def test_more_about_an_action_is_told_on_demand(page: ActionsPage) -> None:
    shown = card(page, "plan-01")
    shown.more.button.click()

    words = " ".join(text.text() for text in shown.more.findChildren(Text))
    assert "The leaflet and referral form carry the sentence and a date." in words
    assert "No source tested any single action." in words
