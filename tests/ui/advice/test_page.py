import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.comparison import NewerAdvice
from advisor.models.findings import Verdict
from advisor.models.ids import ActionId, OptionId, QuestionId, RuleId
from advisor.models.plan import Answer, Choice, Decision, EntryKey, GateTick, OwnRisk, Plan
from advisor.rules.comparing import what_moved
from advisor.rules.engine import advise
from advisor.rules.ways import what_would_change
from advisor.telling.changes import changes_story
from advisor.telling.newer import NewerEvidence, told_newer_evidence
from tests.support.examples import (
    DROP_IN,
    MIGRANTS,
    ONLINE,
    SPARSE,
    example,
    pack,
    plan_with,
    small_pack,
)
from tests.ui.spoken import name, spoken
from ui.advice import panes
from ui.advice.action_choice import ActionChoice
from ui.advice.both_sides import BothSides
from ui.advice.finding_link import FindingLink
from ui.advice.first_questions import FirstQuestions
from ui.advice.head import PICTURE
from ui.advice.notes import OwnRiskCard
from ui.advice.page import AdvicePage
from ui.advice.parts import ReasonLine
from ui.advice.row import FindingRow
from ui.advice.section_view import SectionView
from ui.chain.panel import ALL, ChainPanel
from ui.compare.rows import FindingLine
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.link_button import LinkButton
from ui.widgets.pictures import Picture
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]
RISK = RuleId("N01-harms")
FIRST = ActionId("plan-01")
BASICS = QuestionId("safety_basics")


def tell(page: AdvicePage, plan: Plan) -> None:
    page.show_advice(small_pack(), plan, advise(small_pack(), plan))
    page.list.finish_now()


@pytest.fixture
def page(theme: Theme, show: Show) -> AdvicePage:
    made = AdvicePage(theme)
    tell(made, example(DROP_IN))
    made.resize(1110, 760)
    show(made)
    return made


def row(page: AdvicePage, rule: RuleId = RISK) -> FindingRow:
    page.list.finish_now()
    found = page.list.row(rule)
    assert found is not None
    return found


def decided(choice: Choice, *actions: ActionId) -> Plan:
    plan = example(DROP_IN)
    for action in actions or (FIRST,):
        plan = plan.with_entry(EntryKey.of_decision(action), Decision(choice=choice))
    return plan


def words_in(widget: QWidget) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text))


def choice_of(page: AdvicePage, action: ActionId) -> ActionChoice:
    assert page.pane.doing is not None
    return page.pane.doing.choices[action]


def hover(widget: QWidget) -> None:
    """Bring the mouse over a widget."""
    at = QPointF(4, 4)
    QApplication.sendEvent(widget, QEnterEvent(at, at, at))


def menu_entry(words: str) -> None:
    """Choose from the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == words)
    action.trigger()
    menu.close()


def test_the_page_begins_with_one_sentence_and_its_limits(page: AdvicePage) -> None:
    texts = [text.text() for text in page.findChildren(Text)]

    lead = next(place for place, text in enumerate(texts) if text.startswith("Your plan has"))
    assert "3 risks" in texts[lead]
    assert "This is not a complete list" in texts[lead + 1]


def test_headings_go_down_one_level_at_a_time(page: AdvicePage) -> None:
    page.open_finding(RISK)
    headings = [each for each in page.findChildren(Heading) if each.isVisibleTo(page)]
    levels = sorted(heading.level for heading in headings)

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_row_is_heard_with_its_state_and_how_far_its_actions_are(page: AdvicePage) -> None:
    shown = row(page)

    assert name(shown) == (
        "Feeling dismissed or out of place, risk, open, none of 2 key actions planned"
    )
    assert spoken(shown).role() == QAccessible.Role.CheckBox
    said = spoken(shown).text(QAccessible.Text.Description)
    assert said.startswith("We will do this: ")


def test_the_first_screen_has_what_to_stop_for_and_open_risks_with_one_thing_to_do(
    theme: Theme, show: Show
) -> None:
    page = AdvicePage(theme)
    page.resize(1138, 768)
    show(page)
    page.show_advice(pack(), example(DROP_IN), advise(pack(), example(DROP_IN)))
    page.list.finish_now()
    QApplication.processEvents()

    def bottom(widget: QWidget) -> int:
        return widget.mapTo(page, QPoint(0, widget.height())).y()

    missing, not_said = page.list.gates
    first, second, *_rest = page.list.rows
    assert list(missing.ticks)
    assert all(tick.isVisible() for tick in missing.ticks.values())
    assert bottom(missing) < bottom(not_said) < bottom(first)
    assert bottom(second) < 690
    for shown in (first, second):
        assert shown.isCheckable()
        assert shown.action is not None


def test_a_row_is_as_high_as_its_two_lines(page: AdvicePage) -> None:
    shown = row(page)

    assert 50 <= shown.height() <= 64


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
def test_space_on_a_row_takes_its_action_on_or_back(
    page: AdvicePage, qtbot: QtBot, before: Decision, after: Decision
) -> None:
    action = row(page).action
    assert action is not None
    tell(page, example(DROP_IN).with_entry(EntryKey.of_decision(action.id), before))
    shown = row(page)
    shown.setFocus()

    with qtbot.waitSignal(page.decision_made) as made:
        QTest.keyClick(shown, Qt.Key.Key_Space)

    assert made.args == [action.id, after]


def test_a_tick_turns_the_state_at_once_and_the_row_stays_where_it_is(page: AdvicePage) -> None:
    before = [each.story.rule for each in page.list.rows]
    shown = row(page)
    action = shown.action
    assert action is not None
    shown.setFocus()

    tell(page, decided(Choice.WE_WILL, action.id))

    assert row(page) is shown
    assert page.focusWidget() is shown
    assert shown.isChecked()
    assert ", risk, partly in hand, 1 of 2 key actions planned" in name(shown)
    assert [each.story.rule for each in page.list.rows] == before
    # What was ticked is still there to be taken back.
    assert shown.action is not None
    assert shown.action.id == action.id


def test_a_tick_measures_no_row_that_says_the_same(page: AdvicePage) -> None:
    rows = page.list.rows
    before = {each: (each._face, dict(each._layouts)) for each in rows}
    assert all(layouts for _face, layouts in before.values())
    action = row(page).action
    assert action is not None

    tell(page, decided(Choice.WE_WILL, action.id))

    changed = [each for each in rows if each._face != before[each][0]]
    assert row(page) in changed
    assert len(changed) < len(rows)
    for each in set(rows).difference(changed):
        assert each._layouts == before[each][1]


def test_when_the_page_was_left_every_row_stands_where_it_belongs(page: AdvicePage) -> None:
    risks = page.list.section("risks")
    first = risks.rows[0]
    ids = [each.id for each in first.story.key_actions.rows]
    tell(page, decided(Choice.IN_PLACE, *ids))
    assert page.list.section("risks").rows[0] is first

    page.settle_places()
    page.list.finish_now()

    again = page.list.section("risks").rows
    assert again[0].story.rule != first.story.rule
    assert [each.story.rule for each in again] == [
        story.rule for story in page.list.section("risks").block.cards
    ]


def opened_at(page: AdvicePage) -> RuleId | None:
    return page.pane.story.rule if page.pane.isVisible() and page.pane.story else None


def test_a_mouse_on_the_tick_ticks_and_beside_it_opens(page: AdvicePage, qtbot: QtBot) -> None:
    shown = row(page)
    tick = shown._tick_area()
    assert tick is not None
    left = Qt.MouseButton.LeftButton

    with qtbot.waitSignal(page.decision_made):
        QTest.mouseClick(shown, left, pos=tick.center().toPoint())
    assert opened_at(page) is None
    with qtbot.assertNotEmitted(page.decision_made):
        QTest.mouseClick(shown, left, pos=QPoint(shown.width() // 2, shown.height() // 2))

    assert opened_at(page) == RISK
    assert min(tick.width(), tick.height()) >= 24


def test_the_arrow_keys_go_from_row_to_row_through_all_parts(page: AdvicePage) -> None:
    rows = [each for each in page.list.rows if each.isVisibleTo(page)]
    page.head.heading.take_focus()

    for expected in rows:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
        assert page.focusWidget() is expected
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is rows[-1]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    assert page.focusWidget() is rows[-2]


def test_enter_opens_right_goes_in_and_escape_comes_back(page: AdvicePage) -> None:
    shown = row(page)
    shown.setFocus()

    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert page.focusWidget() is shown

    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert page.focusWidget() is page.pane.heading

    QTest.keyClick(page.pane.heading, Qt.Key.Key_Escape)
    assert not page.pane.isVisible()
    assert page.focusWidget() is shown


def test_escape_closes_what_is_open_wherever_the_keyboard_is_on_the_page(page: AdvicePage) -> None:
    for place in (page.head.heading, page.head.more_button, page.head.checklist):
        page.open_finding(RISK)
        place.setFocus()
        assert page.pane.isVisible()

        QTest.keyClick(place, Qt.Key.Key_Escape)

        assert not page.pane.isVisible()
        assert page.focusWidget() is place


def test_opening_and_closing_beside_the_list_is_said_where_the_keyboard_stays(
    page: AdvicePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(panes, "announce", lambda _widget, words: said.append(words))
    shown = row(page)
    shown.setFocus()

    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert said == [
        f"Open beside the list: {shown.story.title}. Right leads into it, Escape closes it."
    ]
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert said[1:] == ["Closed."]

    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(page.pane.heading, Qt.Key.Key_Escape)
    assert said[2:] == []


@pytest.mark.parametrize(
    ("width", "list_share"),
    [
        pytest.param(1110, None, id="list of one width beside the pane"),
        pytest.param(1700, 0.45, id="two panes"),
        pytest.param(700, 0.0, id="the pane alone"),
    ],
)
def test_list_and_statement_share_the_room_there_is(
    page: AdvicePage, width: int, list_share: float | None
) -> None:
    page.resize(width, 760)
    page.open_finding(RISK)
    QApplication.processEvents()

    assert page.pane.isVisible()
    assert page.panes.shelf.isVisible() == (list_share != 0.0)
    if list_share:
        assert page.panes.shelf.width() == pytest.approx(list_share * width, abs=30)
    if list_share is None:
        assert 368 <= page.panes.shelf.width() <= 420


def test_what_takes_one_line_beside_the_pane_is_no_higher(page: AdvicePage, qtbot: QtBot) -> None:
    (not_said,) = page.list.gates
    shown = row(page)
    for _time in range(2):
        shown.setFocus()
        QTest.keyClick(shown, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not_said.width() < 400)
        qtbot.waitUntil(lambda: not_said.height() == not_said.heightForWidth(not_said.width()))
        assert not_said.height() < 70
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not_said.width() > 400)


@pytest.mark.parametrize("width", [200, 1000])
def test_the_sign_of_a_part_stands_beside_its_heading_also_where_that_wraps(
    page: AdvicePage, width: int
) -> None:
    sections = [each for each in page.list.findChildren(SectionView) if each.isVisible()]
    signed = [(each, sign) for each in sections for sign in each.findChildren(Picture)[:1]]

    assert len(signed) > 2
    for section, sign in signed:
        section.resize(width, 400)
        beside = sign.mapTo(section, sign.rect().center())
        words = QRect(section.heading.mapTo(section, QPoint()), section.heading.size())
        assert beside.x() < words.left()
        assert words.top() <= beside.y() <= words.bottom()


def test_where_there_is_room_for_both_the_first_risk_is_open(theme: Theme, show: Show) -> None:
    page = AdvicePage(theme)
    page.resize(1700, 800)
    show(page)

    tell(page, example(DROP_IN))

    assert page.pane.isVisible()
    assert page.pane.story == page.list.rows[0].story
    page.pane.close_button.click()
    tell(page, decided(Choice.WE_WILL))
    assert not page.pane.isVisible()


def test_the_pane_tells_everything_in_its_order(page: AdvicePage) -> None:
    page.open_finding(RISK)

    headings = [each for each in page.pane.findChildren(Heading) if each.level == 3]
    headings.sort(key=lambda each: each.mapTo(page.pane, QPoint(0, 0)).y())
    story = page.pane.story
    assert story is not None
    titles = [each.text() for each in headings]
    assert titles[:3] == ["What may happen", "What you could do", "Why here: your answers"]
    assert "How you would notice" in titles
    assert all(branch.sign in words_in(page.pane) for branch in story.certain)
    assert story.outcome in words_in(page.pane)
    assert "No source tested any single action." in words_in(page.pane)


def test_what_the_pane_explains_can_be_reached_and_heard(page: AdvicePage) -> None:
    page.open_finding(RISK)
    story = page.pane.story
    assert story is not None

    said = {
        heading.text(): spoken(heading).text(QAccessible.Text.Description)
        for heading in page.pane.findChildren(Heading)
        if heading.focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    assert story.certain[0].sentence in said["What may happen"]
    assert story.reasons[0].asked in said["Why here: your answers"]
    assert story.certain[0].sign in said["How you would notice"]
    first = spoken(page.pane.heading).text(QAccessible.Text.Description)
    assert first.startswith(f"{story.about}. {story.branches[0].sentence}")


def test_how_sure_is_one_line_until_it_is_opened(page: AdvicePage) -> None:
    page.open_finding(RISK)
    sure = next(
        button
        for button in page.pane.findChildren(QWidget)
        if name(button).startswith("How sure: Named in the review, ")
    )
    assert "reconstruction" not in words_in(page.pane)

    QTest.mouseClick(sure, Qt.MouseButton.LeftButton)

    assert "this pack's own reconstruction" in words_in(page.pane)
    tags = [child.accessibleName() for child in page.pane.findChildren(QWidget)]
    assert "Abstract read" in tags


def test_an_answer_leads_back_to_its_question_and_says_what_it_is_now(
    page: AdvicePage, qtbot: QtBot
) -> None:
    page.open_finding(RISK)
    reason = page.pane.findChildren(ReasonLine)[0]
    (button,) = reason.findChildren(LinkButton)

    with qtbot.waitSignal(page.question_wanted) as wanted:
        button.click()

    assert wanted.args == ["peer_experience"]
    assert name(button).startswith("Change: ")
    assert " Now: " in name(button)


def test_a_tick_in_the_pane_is_a_decision_and_shows_in_the_row(
    page: AdvicePage, qtbot: QtBot
) -> None:
    page.open_finding(RISK)
    key = row(page).story.key_actions.rows[0]
    tick = choice_of(page, key.id).tick
    tick.setFocus()

    with qtbot.waitSignal(page.decision_made) as made:
        tick.click()
    tell(page, decided(Choice.WE_WILL, key.id))

    assert made.args == [key.id, Decision(choice=Choice.WE_WILL)]
    assert choice_of(page, key.id).tick is tick
    assert tick.hasFocus()
    assert tick.isChecked()
    assert name(page.pane.strip) == "State: Partly in hand"
    assert "partly in hand" in name(row(page))


@pytest.mark.parametrize("choice", [Choice.IN_PLACE, Choice.NOT_FOR_US])
def test_in_place_and_not_for_us_are_decided_beside_the_action(
    page: AdvicePage, qtbot: QtBot, choice: Choice
) -> None:
    page.open_finding(RISK)
    key = row(page).story.key_actions.rows[0]
    words = {Choice.IN_PLACE: "Already in place", Choice.NOT_FOR_US: "Not for us"}[choice]
    offers = choice_of(page, key.id).findChildren(LinkButton)
    button = next(each for each in offers if name(each).startswith(words))

    with qtbot.waitSignal(page.decision_made) as made:
        button.click()

    assert made.args == [key.id, Decision(choice=choice)]
    assert (choice_of(page, key.id).reason is not None) == (choice is Choice.NOT_FOR_US)


def test_who_and_when_are_asked_where_the_action_stands(page: AdvicePage, qtbot: QtBot) -> None:
    page.open_finding(RISK)
    key = row(page).story.key_actions.rows[0]
    asked = choice_of(page, key.id)
    next(
        each for each in asked.findChildren(LinkButton) if name(each).startswith("Who? By when?")
    ).click()
    assert asked.owner is not None

    QTest.keyClicks(asked.owner.line, "Amina")
    with qtbot.waitSignal(page.decision_made) as made:
        QTest.keyClick(asked.owner.line, Qt.Key.Key_Return)

    assert made.args == [key.id, Decision(owner="Amina")]


def test_what_is_in_hand_says_that_the_risk_is_still_there(page: AdvicePage) -> None:
    ids = [each.id for each in row(page).story.key_actions.rows]

    tell(page, decided(Choice.IN_PLACE, *ids))
    page.open_finding(RISK)

    assert "The risk is still there." in words_in(page.pane)
    assert name(page.pane.strip) == "State: In hand"


def test_a_statement_is_copied_from_the_pane_and_from_a_row(page: AdvicePage, qtbot: QtBot) -> None:
    page.open_finding(RISK)
    with qtbot.waitSignal(page.copied) as copied:
        page.pane.copy_button.click()
    assert copied.args is not None
    assert copied.args[0].startswith("Feeling dismissed or out of place (lack of validation)")

    other = page.list.rows[0]
    here = QPoint(4, 4)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(other, QContextMenuEvent(reason, here, other.mapToGlobal(here)))
    with qtbot.waitSignal(page.copied) as again:
        menu_entry("Copy")

    assert again.args is not None
    assert again.args[0].startswith(other.story.title)


def test_words_that_were_selected_are_copied_from_the_same_menu(page: AdvicePage) -> None:
    page.open_finding(RISK)
    story = page.pane.story
    assert story is not None
    words = story.certain[0].sentence
    text = next(each for each in page.pane.findChildren(Text) if each.text() == words)
    hover(text)
    text.setSelection(0, 10)
    here, reason = QPoint(4, 4), QContextMenuEvent.Reason.Mouse

    QApplication.sendEvent(text, QContextMenuEvent(reason, here, text.mapToGlobal(here)))
    menu_entry("Copy the selected words")

    assert QApplication.clipboard().text() == words[:10]


def test_the_words_of_the_pane_can_be_selected(page: AdvicePage) -> None:
    page.open_finding(RISK)
    story = page.pane.story
    assert story is not None

    texts = {text.text(): text for text in page.pane.findChildren(Text)}
    for words in (story.certain[0].sentence, story.certain[0].sign, story.about):
        hover(texts[words])
        flags = texts[words].textInteractionFlags()
        assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
        assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_other_statements_build_the_list_anew_and_keep_what_is_open(page: AdvicePage) -> None:
    page.open_finding(RISK)
    before = row(page)
    length = QuestionId("support_length")

    tell(
        page,
        example(DROP_IN).with_entry(EntryKey.of_answer(length), example(SPARSE).answer(length)),
    )

    assert row(page) is not before
    assert page.pane.isVisible()
    assert page.pane.story is not None
    assert page.pane.story.rule == RISK


def test_a_statement_that_is_gone_closes_the_pane(page: AdvicePage) -> None:
    page.open_finding(RISK)

    fathers = Answer(value=OptionId("fathers_only"))
    tell(page, example(DROP_IN).with_entry(EntryKey.of_answer(QuestionId("people")), fathers))

    assert not page.pane.isVisible()
    assert page.list.rows == ()


def test_nobody_waits_for_rows_that_are_not_seen(theme: Theme, show: Show, qtbot: QtBot) -> None:
    page = AdvicePage(theme)
    page.resize(1110, 500)
    show(page)
    plan = example(MIGRANTS)
    page.show_advice(pack(), plan, advise(pack(), plan))
    assert not page.list.is_built

    qtbot.waitUntil(lambda: page.list.is_built)

    assert page.list.rows[0].isVisible()
    assert page.list.both_sides is None

    def scroll_down() -> bool:
        bar = page.panes.shelf.verticalScrollBar()
        bar.setValue(bar.maximum())
        return isinstance(page.list.both_sides, BothSides)

    qtbot.waitUntil(scroll_down)


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


def test_both_sides_of_a_choice_lead_to_their_statements(page: AdvicePage) -> None:
    tell(page, example(MIGRANTS))
    assert page.list.both_sides is not None
    links = page.list.both_sides.findChildren(FindingLink)
    sides = {name(link).split(":")[0] for link in links}
    risk = next(link for link in links if name(link).startswith("It may harm"))

    risk.click()

    assert sides == {"It may help", "It may harm or keep mothers away"}
    assert page.pane.story is not None
    assert page.pane.heading.hasFocus()
    assert page.pane.story.row_name in name(risk)


def test_both_sides_show_the_newest_state_in_place(page: AdvicePage) -> None:
    plan = example(MIGRANTS)
    tell(page, plan)
    both = page.list.both_sides
    assert isinstance(both, BothSides)
    story = row(page, RuleId("N02-harms")).story
    risk = next(link for link in both.findChildren(FindingLink) if story.row_name in name(link))

    for action in story.key_actions.rows:
        plan = plan.with_entry(EntryKey.of_decision(action.id), Decision(choice=Choice.WE_WILL))
    tell(page, plan)

    assert "partly in hand" in name(risk)


def test_what_does_not_apply_is_folded_until_it_is_wanted(page: AdvicePage) -> None:
    section = page.list.section("does_not_apply")
    assert not section.rows
    assert section.disclosure is not None

    section.disclosure.button.click()
    page.list.finish_now()

    assert section.rows
    section.rows[0].click()
    assert "Why not: the nearest reason" in words_in(page.pane)


def test_a_statement_of_a_folded_part_can_be_opened(page: AdvicePage) -> None:
    rule = page.list.section("does_not_apply").block.cards[0].rule

    assert page.open_finding(rule)

    assert page.pane.heading.hasFocus()
    assert row(page, rule).isVisibleTo(page)


def test_an_unknown_statement_opens_nothing(page: AdvicePage) -> None:
    assert not page.open_finding(RuleId("no-such-rule"))


def test_other_answers_are_tried_from_the_head_of_a_statement(
    page: AdvicePage, qtbot: QtBot
) -> None:
    page.open_finding(RISK)
    pane = page.pane

    assert pane.try_button.isVisible()
    assert pane.try_button.y() < pane.strip.y()
    assert name(pane.try_button) == f"Try this instead: {pane.heading.text()}"
    with qtbot.waitSignal(page.trial_wanted) as wanted:
        pane.try_button.click()
    assert wanted.args == [RISK, ()]


def test_what_would_have_to_change_is_asked_and_answered(page: AdvicePage, qtbot: QtBot) -> None:
    page.open_finding(RISK)
    assert page.pane.change is not None
    with qtbot.waitSignal(page.change_wanted) as wanted:
        page.pane.change.button.click()

    plan = example(DROP_IN)
    possible = what_would_change(small_pack(), plan, RISK)
    page.show_changes(RISK, changes_story(small_pack(), advise(small_pack(), plan), possible))

    assert wanted.args == [RISK]
    said = words_in(page.pane)
    assert "The smallest change" in said
    assert "Here “Open” becomes “Partly in hand”." in said


def test_the_chain_picture_is_drawn_when_it_is_wanted(page: AdvicePage) -> None:
    assert not page.findChildren(ChainPanel)

    page.head.view.chips[PICTURE].click()

    assert page.chains is not None
    assert page.chains.isVisibleTo(page)
    assert not page.list.isVisibleTo(page)
    assert page.chains.statements is not None
    assert len(page.chains.sentences) == 1
    page.chains.statements.cards[ALL].click()
    assert len(page.chains.sentences) == 3


def test_a_statement_in_the_picture_leads_to_the_pane(page: AdvicePage) -> None:
    page.head.view.chips[PICTURE].click()
    assert page.chains is not None
    assert page.chains.statements is not None
    page.chains.statements.cards[RISK].click()
    assert page.chains.picture is not None
    page.chains.picture.button(f"m:{RISK}").click()

    page.chains.lead.click()

    assert page.pane.story is not None
    assert page.pane.story.rule == RISK
    assert page.list.isVisibleTo(page)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Your first result", "first_wanted"),
        ("Choose actions", "actions_wanted"),
        ("Compare plans", "compare_wanted"),
    ],
)
def test_the_ways_on_are_in_the_menu(
    page: AdvicePage, qtbot: QtBot, words: str, signal: str
) -> None:
    page.head.more_button.click()

    with qtbot.waitSignal(getattr(page, signal)):
        menu_entry(words)


def test_the_one_way_that_is_asked_for_leads_to_paper(page: AdvicePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.paper_wanted):
        page.head.checklist.click()


def test_a_jump_leads_the_focus_to_its_part(page: AdvicePage) -> None:
    chip = page.jumps.chips["benefits"]
    assert name(chip) == "Go to: Benefits, 1"

    chip.click()

    (focused,) = [each for each in page.findChildren(Heading) if each.hasFocus()]
    assert focused.text() == "What mothers may gain"


def test_what_is_jumped_to_before_it_is_made_is_made_in_turns_of_the_window(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    page = AdvicePage(theme)
    page.resize(900, 120)
    show(page)
    page.show_advice(small_pack(), example(DROP_IN), advise(small_pack(), example(DROP_IN)))
    assert not page.list.rows

    page.jumps.wanted.emit("does_not_apply")

    assert not page.list.rows
    qtbot.waitUntil(lambda: "does_not_apply" in page.list._sections)
    heading = page.list.section("does_not_apply").heading
    qtbot.waitUntil(heading.hasFocus)


def test_what_is_farther_down_is_let_go_once_the_page_was_left(
    page: AdvicePage, qtbot: QtBot
) -> None:
    page.resize(900, 300)
    before = [type(each) for each in page.list._pile.cards]
    first = page.list.rows[0]
    page.panes._left_alone.setInterval(0)

    page.panes.hide()

    qtbot.waitUntil(lambda: "does_not_apply" not in page.list._sections)
    assert first in page.list.rows
    assert len(page.list._pile.cards) < len(before)
    page.panes.show()
    page.jumps.wanted.emit("does_not_apply")
    qtbot.waitUntil(lambda: "does_not_apply" in page.list._sections)
    qtbot.waitUntil(page.list.section("does_not_apply").heading.hasFocus)
    assert first in page.list.rows
    page.list.finish_now()
    assert [type(each) for each in page.list._pile.cards] == before


def test_who_comes_back_soon_finds_the_list_as_it_was(page: AdvicePage) -> None:
    page.resize(900, 300)
    parts = page.list._pile.cards

    page.hide()
    is_to_be_let_go = page.panes._left_alone.isActive()
    page.show()

    assert is_to_be_let_go
    assert not page.panes._left_alone.isActive()
    assert page.list._pile.cards == parts


def test_a_part_that_is_made_late_tells_what_was_decided_meanwhile(
    theme: Theme, show: Show, qtbot: QtBot
) -> None:
    page, plan = AdvicePage(theme), example(MIGRANTS)
    page.resize(900, 120)
    show(page)
    page.show_advice(small_pack(), plan, advise(small_pack(), plan))
    qtbot.waitUntil(lambda: "risks" in page.list._sections and page.list.is_built)
    assert not page.findChildren(BothSides)
    story = next(each for each in page.list.rows if each.story.rule == "N02-harms").story

    for action in story.key_actions.rows:
        plan = plan.with_entry(EntryKey.of_decision(action.id), Decision(choice=Choice.WE_WILL))
    tell(page, plan)

    links = page.findChildren(FindingLink)
    (said, _again) = [name(link) for link in links if story.title in name(link)]
    assert "partly in hand" in said


def test_in_little_room_the_jumps_are_a_menu(page: AdvicePage) -> None:
    page.resize(600, 700)
    assert page.jumps.menu_button is not None
    assert not page.jumps.chips

    page.jumps.menu_button.click()
    menu_entry("Benefits (1)")

    (focused,) = [each for each in page.findChildren(Heading) if each.hasFocus()]
    assert focused.text() == "What mothers may gain"


def test_an_own_risk_stands_on_the_page(page: AdvicePage) -> None:
    plan = replace(example(DROP_IN), own_risks=(OwnRisk(id="1", text="Flood", mitigation="Pump"),))

    tell(page, plan)

    (own,) = [each for each in page.findChildren(OwnRiskCard) if each.isVisibleTo(page)]
    assert "Flood" in words_in(own)
    assert "Pump" in words_in(own)
    headings = [each.text() for each in page.findChildren(Heading)]
    assert "Risks added by you" in headings


def test_the_statement_that_has_the_keyboard_is_known(page: AdvicePage) -> None:
    def known() -> RuleId | None:
        return page.finding_in_focus

    assert known() is None
    row(page).setFocus()
    assert known() == RISK
    page.open_finding(RISK)
    page.pane.close_button.setFocus()

    assert known() == RISK


def test_what_is_missing_stands_before_everything_and_leads_to_its_question(
    page: AdvicePage, qtbot: QtBot
) -> None:
    nothing_in_place = Answer(value=frozenset({OptionId("no_basics")}))
    tell(page, example(DROP_IN).with_entry(EntryKey.of_answer(BASICS), nothing_in_place))
    missing = page.list.gates[0]
    buttons = [each for each in missing.findChildren(LinkButton) if "Settle this" in name(each)]

    assert missing.heading.text() == "Put right first"
    assert missing.heading.level == 2
    assert missing.mapTo(page, QPoint(0, 0)).y() < row(page).mapTo(page, QPoint(0, 0)).y()
    with qtbot.waitSignal(page.question_wanted) as wanted:
        buttons[0].click()
    assert wanted.args == ["safety_basics"]


def test_what_is_not_said_takes_one_line_until_it_is_opened(page: AdvicePage, qtbot: QtBot) -> None:
    (not_said,) = page.list.gates
    before = not_said.height()
    assert page.story is not None
    assert not page.story.gates[0].is_missing

    not_said.more.click()

    qtbot.waitUntil(lambda: not_said.height() > before)
    assert [tick.words for tick in not_said.checks.values()] == [
        gate.text for gate in not_said.group.gates
    ]
    answer = next(each for each in not_said.findChildren(LinkButton) if "Answer: " in name(each))
    with qtbot.waitSignal(page.question_wanted):
        answer.click()


def test_what_is_so_is_ticked_in_the_list_and_keeps_its_place(
    page: AdvicePage, qtbot: QtBot
) -> None:
    (not_said,) = page.list.gates
    not_said.more.click()
    gate, tick = next(iter(not_said.checks.items()))

    with qtbot.waitSignal(page.gate_ticked) as told:
        tick.click()
    assert told.args == [gate, True]
    assert page.story is not None
    ticked = GateTick(day=datetime.date(2027, 3, 5))
    tell(page, example(DROP_IN).with_entry(EntryKey.of_tick(gate), ticked))

    assert page.list.gates == (not_said,)
    assert not_said.checks[gate] is tick
    assert tick.isChecked()
    assert "5 Mar 2027" in words_in(not_said)


def test_a_tick_beside_what_is_missing_takes_its_action_on_and_stays(
    page: AdvicePage, qtbot: QtBot
) -> None:
    nothing = Answer(value=frozenset({OptionId("no_basics")}))
    plan = example(DROP_IN).with_entry(EntryKey.of_answer(BASICS), nothing)
    page.show_advice(pack(), plan, advise(pack(), plan))
    page.list.finish_now()
    missing = page.list.gates[0]
    action, tick = next(iter(missing.ticks.items()))

    with qtbot.waitSignal(page.decision_made) as made:
        tick.click()
    assert made.args == [action, Decision(choice=Choice.WE_WILL)]
    plan = plan.with_entry(EntryKey.of_decision(action), Decision(choice=Choice.WE_WILL))
    page.show_advice(pack(), plan, advise(pack(), plan))

    assert page.list.gates[0] is missing
    assert missing.ticks[action] is tick
    assert tick.isChecked()


def test_what_is_missing_is_said_as_it_is_for_a_programme_that_runs_by_now(
    page: AdvicePage,
) -> None:
    stage = EntryKey.of_answer(QuestionId("programme_stage"))
    nothing_in_place = Answer(value=frozenset({OptionId("no_basics")}))
    plan = example(DROP_IN).with_entry(EntryKey.of_answer(BASICS), nothing_in_place)
    tell(page, plan.with_entry(stage, Answer(value=OptionId("setting_up"))))
    missing = page.list.gates[0]
    assert missing.heading.text() == "Stop first"
    assert "Do not open before these are in place." in words_in(missing)

    tell(page, plan.with_entry(stage, Answer(value=OptionId("running"))))

    assert page.list.gates[0] is missing
    assert name(missing.heading) == missing.heading.text() == "Put right first"
    assert "Do not open" not in words_in(missing)
    assert "Mothers are not left without support meanwhile." in words_in(missing)


def test_what_cannot_be_judged_says_so_and_counts_nothing(page: AdvicePage) -> None:
    tell(page, example(ONLINE))

    said = words_in(page)
    assert "We cannot judge this form" in said
    assert "0 risk" not in said
    assert list(page.jumps.chips) == ["elsewhere"]


def test_before_a_plan_is_there_nothing_can_be_opened(theme: Theme, show: Show) -> None:
    page = AdvicePage(theme)
    show(page)

    assert page.list.rows == ()
    assert not page.open_finding(RISK)


def test_a_row_of_a_benefit_says_what_it_still_depends_on(page: AdvicePage) -> None:
    tell(page, plan_with(formats=frozenset({OptionId("group")})))

    told = row(page, RuleId("P11-benefits"))

    assert "It still depends on what is not said yet" in told.story.still_depends_on
    description = spoken(told).text(QAccessible.Text.Description)
    assert description.endswith(told.story.still_depends_on)


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
    assert page.pane.story is not None
    assert page.pane.story.rule == RISK


def test_what_newer_evidence_changed_can_be_put_away(page: AdvicePage) -> None:
    page.show_moved(moved())
    page.show_moved(moved())
    assert page.moved is not None

    page.moved.put_away_button.click()

    assert not page.moved.isVisible()
