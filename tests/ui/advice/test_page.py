from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.comparison import NewerAdvice
from advisor.models.evidence import Domain
from advisor.models.findings import Verdict
from advisor.models.ids import ActionId, OptionId, QuestionId, RuleId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OwnRisk, Plan
from advisor.rules.comparing import what_moved
from advisor.rules.engine import advise
from advisor.rules.ways import what_would_change
from advisor.telling.changes import changes_story
from advisor.telling.comparison import NewerEvidence, told_newer_evidence
from tests.support.examples import DROP_IN, MIGRANTS, ONLINE, SPARSE, example, plan_with, small_pack
from tests.ui.spoken import name
from ui.advice.answers_view import OwnRiskCard
from ui.advice.card import FindingCard
from ui.advice.filter_bar import FilterBar
from ui.advice.finding_link import FindingLink
from ui.advice.first_questions import FirstQuestions
from ui.advice.gates_card import GatesCard
from ui.advice.page import CHAINS, AdvicePage
from ui.advice.parts import ReasonLine
from ui.chain.panel import ChainPanel
from ui.compare.rows import FindingLine
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]
RISK = RuleId("N01-harms")
FIRST = ActionId("plan-01")
BASICS = QuestionId("safety_basics")


def tell(page: AdvicePage, plan: Plan) -> None:
    page.show_advice(small_pack(), plan, advise(small_pack(), plan))
    page.findings.finish_now()


@pytest.fixture
def page(theme: Theme, show: Show) -> AdvicePage:
    made = AdvicePage(theme)
    tell(made, example(DROP_IN))
    made.resize(760, 800)
    show(made)
    return made


def card(page: AdvicePage, rule: RuleId = RISK) -> FindingCard:
    return next(
        card
        for block in page.findings.blocks
        for card in page.findings.block(block.id).cards
        if card.story.rule == rule
    )


def opened(page: AdvicePage, rule: RuleId = RISK) -> FindingCard:
    assert page.open_finding(rule)
    return card(page, rule)


def in_place() -> Plan:
    return example(DROP_IN).with_entry(
        EntryKey.of_decision(FIRST), Decision(choice=Choice.IN_PLACE)
    )


def words_in(widget: QWidget) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text))


def jumps_on(page: AdvicePage) -> list[str]:
    shown = [button for button in page.findChildren(Button) if button.isVisibleTo(page)]
    return [button.text() for button in shown if name(button).startswith("Go to:")]


def press(widget: QWidget, words: str) -> None:
    next(button for button in widget.findChildren(Button) if button.text() == words).click()


def test_the_page_begins_with_one_sentence_and_its_limits(page: AdvicePage) -> None:
    texts = [text.text() for text in page.findChildren(Text)]

    assert texts[0] == "Your plan: Fictional example: Lowmere kettle club"
    assert texts[2].startswith("Your plan has 3 risks")
    assert "This is not a complete list" in texts[3]


def test_headings_go_down_one_level_at_a_time(page: AdvicePage) -> None:
    opened(page)
    headings = [each for each in page.findChildren(Heading) if each.isVisibleTo(page)]
    headings.sort(key=lambda each: each.mapTo(page, QPoint(0, 0)).y())
    levels = [heading.level for heading in headings]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_card_can_be_read_by_its_first_line(page: AdvicePage) -> None:
    assert name(card(page).heading) == "Feeling dismissed or out of place. Applies, open."
    assert not card(page).is_open


def test_a_card_tells_everything_in_its_order(page: AdvicePage) -> None:
    body = opened(page).body
    assert body is not None

    headings = [heading.text() for heading in body.findChildren(Heading)]
    assert list(dict.fromkeys(headings)) == [
        "Why here: your answers",
        "How it happens",
        "How sure",
        "You could",
    ]
    assert all(branch.sign in words_in(body) for branch in card(page).story.certain)
    assert "Being a parent" in words_in(body)
    assert "this pack's own reconstruction" in words_in(body)
    assert "No source tested any single action." in words_in(body)


def test_sources_say_how_they_were_read(page: AdvicePage) -> None:
    shown = opened(page)
    assert shown.body is not None

    shown.body.sources.button.click()

    tags = [child.accessibleName() for child in shown.body.sources.findChildren(QWidget)]
    assert "Abstract read" in tags
    assert "Read in part" in tags


def test_an_answer_leads_back_to_its_question(page: AdvicePage, qtbot: QtBot) -> None:
    shown = opened(page)
    assert shown.body is not None
    reason = shown.body.findChildren(ReasonLine)[0]

    with qtbot.waitSignal(page.question_wanted) as wanted:
        reason.findChildren(Button)[0].click()

    assert wanted.args == ["peer_experience"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(Decision(), Decision(choice=Choice.WE_WILL), id="set"),
        pytest.param(
            Decision(choice=Choice.WE_WILL, owner="Sam"),
            Decision(choice=Choice.DECIDE_LATER, owner="Sam"),
            id="taken away, which leaves the rest",
        ),
    ],
)
def test_a_tick_is_a_decision(
    page: AdvicePage, qtbot: QtBot, before: Decision, after: Decision
) -> None:
    tell(page, example(DROP_IN).with_entry(EntryKey.of_decision(FIRST), before))
    shown = opened(page)
    assert shown.body is not None

    with qtbot.waitSignal(page.decision_made) as made:
        shown.body.ticks[FIRST].click()

    assert made.args == [FIRST, after]


def test_a_decision_changes_a_card_in_place(page: AdvicePage) -> None:
    shown = opened(page)
    assert shown.body is not None
    tick = shown.body.ticks[FIRST]
    tick.setFocus()

    tell(page, in_place())

    assert card(page) is shown
    assert shown.is_open
    assert page.focusWidget() is tick
    assert tick.isChecked()


def test_other_findings_build_the_page_anew_and_keep_cards_open(page: AdvicePage) -> None:
    before = opened(page)

    fathers = Answer(value=OptionId("fathers_only"))
    tell(page, example(DROP_IN).with_entry(EntryKey.of_answer(QuestionId("people")), fathers))
    tell(page, example(DROP_IN))
    assert not card(page).is_open

    opened(page)
    length = QuestionId("support_length")
    tell(
        page,
        example(DROP_IN).with_entry(EntryKey.of_answer(length), example(SPARSE).answer(length)),
    )
    assert card(page) is not before
    assert card(page).is_open


def test_the_page_is_built_in_slices(theme: Theme, show: Show, qtbot: QtBot) -> None:
    page = AdvicePage(theme)
    show(page)
    page.show_advice(small_pack(), example(DROP_IN), advise(small_pack(), example(DROP_IN)))

    assert not page.findings.is_built
    qtbot.waitUntil(lambda: page.findings.is_built)
    assert card(page).isVisibleTo(page)


def test_first_questions_lead_to_their_questions(page: AdvicePage, qtbot: QtBot) -> None:
    tell(page, example(SPARSE))
    (first,) = [each for each in page.findChildren(FirstQuestions) if each.isVisibleTo(page)]
    button = first.findChildren(Button)[0]

    with qtbot.waitSignal(page.question_wanted) as wanted:
        button.click()

    assert wanted.args is not None
    assert page.story is not None
    assert wanted.args == [page.story.first_questions[0].question]
    assert name(button).endswith(page.story.first_questions[0].text)


def test_both_sides_of_a_choice_lead_to_their_cards(page: AdvicePage) -> None:
    tell(page, example(MIGRANTS))
    links = [link for link in page.findChildren(FindingLink) if link.isVisibleTo(page)]
    sides = {name(link).split(":")[0] for link in links}
    risk = next(link for link in links if name(link).startswith("It may harm"))

    risk.click()

    assert sides == {"It may help", "It may harm or keep mothers away"}
    (focused,) = [each for each in page.findChildren(Heading) if each.hasFocus()]
    assert name(risk).endswith(name(focused))


def test_what_does_not_apply_is_closed_until_it_is_wanted(page: AdvicePage) -> None:
    block = page.findings.block("does_not_apply")
    assert not any(block.cards)

    assert block.disclosure is not None
    block.disclosure.button.click()
    page.findings.finish_now()

    assert block.cards
    shown = block.cards[0]
    shown.set_open(True)
    assert "Why not: the nearest reason" in words_in(shown)


def test_a_finding_of_a_closed_block_can_be_opened(page: AdvicePage) -> None:
    rule = page.findings.blocks[-1].cards[0].rule

    assert page.open_finding(rule)

    assert card(page, rule).is_open
    assert page.focusWidget() is card(page, rule).heading


def test_an_unknown_finding_opens_nothing(page: AdvicePage) -> None:
    assert not page.open_finding(RuleId("no-such-rule"))


def test_a_filter_hides_the_others_and_says_how_many_are_left(
    page: AdvicePage, qtbot: QtBot
) -> None:
    page.filtering.button.click()
    bar = page.findChildren(FilterBar)[0]

    bar.domain.set_choice(Domain.RISK.value)
    bar.domain.chosen.emit(Domain.RISK.value)

    shown = [
        card
        for block in page.findings.blocks
        for card in page.findings.block(block.id).cards
        if card.isVisibleTo(page)
    ]
    assert {card.story.domain for card in shown} == {Domain.RISK}
    assert "3 of " in words_in(bar)
    assert page.filtering.button.accessibleName().startswith("Only some statements: 3 of ")
    qtbot.waitUntil(lambda: jumps_on(page) == ["Risks (3)"])
    bar.everything.click()
    assert page.filtering.button.accessibleName() == "Show only some statements"
    qtbot.waitUntil(lambda: len(jumps_on(page)) > 1)
    assert all(each.isVisibleTo(page) for each in page.findings.block("hinders").cards)


def test_a_filter_holds_for_other_advice_too(page: AdvicePage) -> None:
    page.filtering.button.click()
    bar = page.findChildren(FilterBar)[0]
    bar.domain.set_choice(Domain.RISK.value)
    bar.domain.chosen.emit(Domain.RISK.value)

    tell(page, example(MIGRANTS))

    shown = {
        card.story.domain
        for block in page.findings.blocks
        for card in page.findings.block(block.id).cards
        if card.isVisibleTo(page)
    }
    assert shown == {Domain.RISK}
    assert page.filtering.button.accessibleName().startswith("Only some statements: ")


def test_what_would_have_to_change_is_asked_and_answered(page: AdvicePage, qtbot: QtBot) -> None:
    shown = opened(page)
    assert shown.body is not None
    assert shown.body.change_button is not None
    with qtbot.waitSignal(page.change_wanted) as wanted:
        shown.body.change_button.click()

    pack, plan = small_pack(), example(DROP_IN)
    possible = what_would_change(pack, plan, RISK)
    page.show_changes(RISK, changes_story(pack, advise(pack, plan), possible))

    assert wanted.args == [RISK]
    said = words_in(shown.body)
    assert "The smallest change" in said
    assert "Here “Open” becomes “Partly in hand”." in said


def test_the_chain_picture_is_drawn_when_it_is_wanted(page: AdvicePage) -> None:
    assert not page.findChildren(ChainPanel)

    page.view.chips[CHAINS].click()

    assert page.chains is not None
    assert page.chains.isVisibleTo(page)
    assert not page.findings.isVisibleTo(page)
    assert len(page.chains.sentences) == 3


def test_a_finding_in_the_picture_leads_to_its_card(page: AdvicePage) -> None:
    page.view.chips[CHAINS].click()
    assert page.chains is not None
    assert page.chains.picture is not None
    page.chains.picture.button(f"m:{RISK}").click()

    page.chains.lead.click()

    assert card(page).is_open
    assert page.findings.isVisibleTo(page)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Choose &actions", "actions_wanted"),
        ("&Put it on paper", "paper_wanted"),
        ("Compare plans", "compare_wanted"),
    ],
)
def test_the_ways_on_are_told(page: AdvicePage, qtbot: QtBot, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        press(page, words)


def test_a_jump_leads_the_focus_to_its_block(page: AdvicePage) -> None:
    press(page, "Benefits (1)")

    (focused,) = [each for each in page.findChildren(Heading) if each.hasFocus()]
    assert focused.text() == "What mothers may gain (1)"


def test_words_from_a_plan_are_never_read_as_markup(page: AdvicePage) -> None:
    hostile = "<b>bold</b> & <img src=x>"
    plan = Plan(id=example(DROP_IN).id, title=hostile, answers=example(DROP_IN).answers)

    tell(page, plan)

    assert f"Your plan: {hostile}" in words_in(page)


def test_both_sides_show_the_newest_state_in_place(page: AdvicePage) -> None:
    plan = example(MIGRANTS)
    tell(page, plan)
    links = [link for link in page.findChildren(FindingLink) if link.isVisibleTo(page)]
    harms = card(page, RuleId("N02-harms")).story
    risk = next(link for link in links if name(link).endswith(harms.first_line))
    before = name(risk)

    for line in harms.actions:
        plan = plan.with_entry(EntryKey.of_decision(line.id), Decision(choice=Choice.WE_WILL))
    tell(page, plan)

    assert risk.isVisibleTo(page)
    assert name(risk) != before
    assert name(risk).endswith("Applies, partly in hand.")


def test_an_own_risk_stands_on_the_page(page: AdvicePage) -> None:
    plan = replace(example(DROP_IN), own_risks=(OwnRisk(id="1", text="Flood", mitigation="Pump"),))

    tell(page, plan)

    (own,) = [each for each in page.findChildren(OwnRiskCard) if each.isVisibleTo(page)]
    assert "Flood" in words_in(own)
    assert "Pump" in words_in(own)
    headings = [each.text() for each in page.findChildren(Heading)]
    assert "Risks added by you" in headings


def test_the_finding_that_has_the_keyboard_is_known(page: AdvicePage) -> None:
    assert page.finding_in_focus is None

    opened(page).findChildren(IconButton)[0].setFocus()

    assert page.finding_in_focus == RISK


def test_the_answers_stand_at_the_end_and_lead_back(page: AdvicePage, qtbot: QtBot) -> None:
    isolation = QuestionId("isolation")
    answer = replace(example(DROP_IN).answer(isolation), note="Asked at the market.")
    tell(page, example(DROP_IN).with_entry(EntryKey.of_answer(isolation), answer))
    page.findings.answers.button.click()

    assert "Your note: Asked at the market." in words_in(page.findings.answers)
    with qtbot.waitSignal(page.question_wanted) as wanted:
        page.findings.answers.findChildren(ReasonLine)[0].findChildren(Button)[0].click()
    assert wanted.args == ["people"]


def test_what_is_missing_stands_before_everything_and_leads_to_its_question(
    page: AdvicePage, qtbot: QtBot
) -> None:
    nothing_in_place = Answer(value=frozenset({OptionId("no_basics")}))
    tell(page, example(DROP_IN).with_entry(EntryKey.of_answer(BASICS), nothing_in_place))
    # The cards of the plan before go in a later turn.
    missing = next(each for each in page.findChildren(GatesCard) if each.isVisibleTo(page))
    (heading,) = missing.findChildren(Heading)

    assert heading.text() == "Put right first"
    assert heading.level == 2
    assert missing.mapTo(page, QPoint(0, 0)).y() < card(page).mapTo(page, QPoint(0, 0)).y()
    with qtbot.waitSignal(page.question_wanted):
        missing.findChildren(IconButton)[0].click()


def test_the_first_things_can_be_taken_on_and_stay_where_they_are(
    page: AdvicePage, qtbot: QtBot
) -> None:
    first = page.findings.first
    assert first is not None
    action, tick = next(iter(first.ticks.items()))

    with qtbot.waitSignal(page.decision_made) as made:
        tick.click()
    assert made.args == [action, Decision(choice=Choice.WE_WILL)]
    tell(page, example(DROP_IN).with_entry(EntryKey.of_decision(action), made.args[1]))

    assert page.findings.first is first
    again = first.ticks.get(action)
    assert again is None or again.isChecked()


def test_what_cannot_be_judged_says_so_and_counts_nothing(page: AdvicePage) -> None:
    tell(page, example(ONLINE))

    said = words_in(page)
    assert "We cannot judge this form" in said
    assert "0 " not in said.partition("Statements")[0]
    assert "From other sources" in " ".join(each.text() for each in page.findChildren(Heading))


def test_nothing_can_be_ticked_before_a_plan_is_there(theme: Theme, show: Show) -> None:
    page = AdvicePage(theme)
    show(page)

    page.filtering.button.click()

    assert not page.findChildren(FilterBar)
    assert not page.open_finding(RISK)


def test_a_closed_card_of_a_benefit_says_what_it_still_depends_on(theme: Theme, show: Show) -> None:
    page = AdvicePage(theme)
    show(page)
    tell(page, plan_with(formats=frozenset({OptionId("group")})))

    told = card(page, RuleId("P11-benefits"))

    assert "It still depends on what is not said yet" in told.story.still_depends_on
    assert told.story.still_depends_on in words_in(told)
    assert card(page).story.still_depends_on == ""


def moved() -> NewerEvidence:
    plan = example(DROP_IN)
    advice = advise(small_pack(), plan)
    kept = {finding.rule: finding.verdict for finding in advice.findings}
    changed = what_moved({**kept, RISK: Verdict.DOES_NOT_APPLY}, advice)
    newer = NewerAdvice(comparison=changed, earlier="before", before=None)
    return told_newer_evidence(small_pack(), plan, newer)


def test_newer_evidence_says_what_it_changed_and_leads_there(page: AdvicePage) -> None:
    page.show_moved(moved())
    assert page.moved is not None
    page.moved.rows.button.click()
    assert moved().moves[0].why[0].lines[0] in words_in(page.moved)

    page.moved.rows.findChildren(FindingLine)[0].findChildren(IconButton)[0].click()

    assert "1 statement changed." in page.moved.summary.text()
    assert card(page).is_open


def test_what_newer_evidence_changed_can_be_put_away(page: AdvicePage) -> None:
    page.show_moved(moved())
    page.show_moved(moved())
    assert page.moved is not None

    page.moved.put_away_button.click()

    assert not page.moved.isVisible()
