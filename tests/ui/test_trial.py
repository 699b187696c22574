"""Trying other answers in the whole window: seen, kept or discarded, never lost in silence."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.models.changes import Change
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.plan import OpenAnswer
from advisor.telling.trial import TrialStory
from tests.support.examples import DROP_IN, example
from tests.support.fake_advisor import shipped_pack
from tests.support.program import Driven, driven_on
from ui.advice.trial_page import TrialPage
from ui.shell.dialogs import CalmDialog
from ui.widgets.buttons import Button
from ui.widgets.text import Text
from ui.wizard.inputs import ChoiceInput
from ui.wizard.question_box import QuestionBox

DRAGS = RuleId("N04-harms")
GROUP_SETUP = QuestionId("group_setup")
SUPERVISION = QuestionId("supervision")
BEFORE = frozenset({OptionId("no_setup")})
LEADERS = frozenset(map(OptionId, ("trained_facilitator", "second_facilitator")))
CHANGE = Change(question=GROUP_SETUP, before=BEFORE, after=LEADERS)


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, example(DROP_IN)) as made:
        yield made
        made.session.trial.end()


def trial(driven: Driven, *changes: Change) -> TrialPage:
    driven.session.trial.try_out(changes)
    driven.window.show_page("trial", DRAGS)
    driven.rest()
    assert isinstance(driven.shown, TrialPage)
    return driven.shown


def asked(driven: Driven) -> CalmDialog:
    driven.rest()
    (dialog,) = driven.window.findChildren(CalmDialog)
    return dialog


def press(dialog: CalmDialog, words: str) -> None:
    button = next(each for each in dialog.findChildren(Button) if each.text() == words)
    button.click()


def test_the_first_difference_has_the_focus_and_the_plan_is_untouched(driven: Driven) -> None:
    before = driven.plan.plan

    page = trial(driven, CHANGE)

    assert driven.focus() is page.shifts[0]
    assert page.shifts[0].shift.title == "Not getting the chance to be heard"
    assert page.statement is not None
    assert page.statement.cut.text().startswith("Partly cut: 2 of 3 ways")
    assert driven.plan.plan == before
    page.announcer.say_now()
    assert page.announcer.last_said.startswith("There would be one risk better in hand")


def test_what_is_kept_is_one_step_that_can_be_undone(driven: Driven) -> None:
    page = trial(driven, CHANGE)

    page.strip.keep.click()
    driven.rest()

    assert driven.page == "advice"
    assert driven.plan.plan.answer(GROUP_SETUP).value == LEADERS
    assert driven.program.room.notices.message == "1 answer kept."
    assert driven.window.trail.title_behind == "Questions"
    driven.session.undo()
    assert driven.plan.plan.answer(GROUP_SETUP).value == BEFORE


def test_what_is_kept_leads_to_the_advice_before_that_is_given_anew(driven: Driven) -> None:
    driven.plan.say(GROUP_SETUP, OpenAnswer.NOT_ANSWERED)
    driven.rest()
    assert driven.plan.advice is not None
    assert any(GROUP_SETUP in each.depends_on for each in driven.plan.advice.findings)
    page = trial(driven, replace(CHANGE, before=OpenAnswer.NOT_ANSWERED))

    page.strip.keep.click()

    # Told with the older advice, in which things depend on what is answered now.
    assert driven.page == "advice"
    assert not driven.plan.is_advice_current
    driven.rest()
    assert driven.plan.plan.answer(GROUP_SETUP).value == LEADERS


def test_escape_discards_and_that_can_be_undone(driven: Driven) -> None:
    page = trial(driven, CHANGE)

    QTest.keyClick(page, Qt.Key.Key_Escape)
    driven.rest()

    assert driven.page == "advice"
    assert driven.plan.plan.answer(GROUP_SETUP).value == BEFORE
    assert driven.window.trail.title_behind == "Questions"
    driven.window.notice.acted.emit()
    driven.rest()
    assert driven.page == "trial"
    assert driven.session.trial.is_on

    # Ctrl+Z does what the notice offers, before it takes back a step in the plan.
    QTest.keyClick(driven.shown, Qt.Key.Key_Escape)
    driven.rest()
    driven.session.undo()
    driven.rest()
    assert driven.page == "trial"
    assert driven.session.trial.is_on
    assert driven.program.room.notices.message == ""


def test_an_answer_is_taken_back_by_its_cross_and_comes_again_with_undo(driven: Driven) -> None:
    page = trial(driven, CHANGE)

    page.strip.chips[0].click()
    driven.rest()
    assert not driven.session.trial.is_on
    assert page.strip.chips == ()

    driven.session.undo()
    driven.rest()
    assert len(page.strip.chips) == 1


def test_what_would_change_is_painted_in_a_turn_of_its_own(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = trial(driven, CHANGE)
    show, painted = page.show_story, list[bool]()

    def shown(story: TrialStory) -> None:
        show(story)
        painted.append(page.updatesEnabled())

    monkeypatch.setattr(page, "show_story", shown)
    page.strip.chips[0].click()
    driven.rest()
    driven.session.undo()
    driven.rest()

    assert set(painted) == {False}
    assert page.updatesEnabled()


def pressed(driven: Driven, keys: str) -> str:
    """Press keys where the keyboard is, and return what the notice says then."""
    here = driven.focus()
    assert here is not None
    QTest.keySequence(here, QKeySequence(keys))
    driven.rest()
    return driven.window.notice.message


def test_undo_and_redo_on_a_trials_page_are_about_the_trial_alone(driven: Driven) -> None:
    driven.plan.say(QuestionId("group_size"), OpenAnswer.NOT_DECIDED)
    driven.plan.say(SUPERVISION, OpenAnswer.NOT_DECIDED)
    driven.session.undo()
    driven.rest()
    stored, said = driven.plan.plan, question_text(GROUP_SETUP)
    trial(driven, CHANGE)

    assert pressed(driven, "Ctrl+Z") == f"Undone: {said}"
    assert not driven.session.trial.is_on
    assert pressed(driven, "Ctrl+Z") == "There is nothing to undo here."
    assert pressed(driven, "Ctrl+Shift+Z") == f"Done again: {said}"
    assert driven.session.trial.trial.answers == {GROUP_SETUP: LEADERS}
    assert pressed(driven, "Ctrl+Shift+Z") == "There is nothing to do again."
    assert driven.plan.plan == stored

    pressed(driven, "Ctrl+Z")
    driven.session.trial.say(SUPERVISION, OptionId("no_supervision"))
    driven.rest()
    assert pressed(driven, "Ctrl+Shift+Z") == "There is nothing to do again."


def test_an_offer_that_was_taken_has_the_keyboard_once_that_is_undone(driven: Driven) -> None:
    page = trial(driven)
    assert page.ways is not None
    page.ways.buttons[0].setFocus()
    QTest.keyClick(page.ways.buttons[0], Qt.Key.Key_Space)
    driven.rest()
    assert driven.focus() is page.shifts[0]

    assert pressed(driven, "Ctrl+Z") == "Undone: 2 changes"

    assert driven.focus() is page.ways.buttons[0]
    view = page.area.viewport()
    top = page.ways.buttons[0].mapTo(view, page.ways.buttons[0].rect().topLeft()).y()
    assert 0 <= top < view.height()


def test_an_offer_among_the_others_is_unfolded_again_for_the_keyboard(driven: Driven) -> None:
    page = trial(driven)
    assert page.ways is not None
    page.ways.others.set_open(True)
    driven.rest()
    name = page.ways.buttons[1].accessibleName()
    page.ways.buttons[1].click()
    driven.rest()

    pressed(driven, "Ctrl+Z")

    here = driven.focus()
    assert here is not None
    assert here.accessibleName() == name
    assert here.isVisible()


def test_the_keyboard_stays_on_the_answer_that_is_tried_when_it_is_undone(driven: Driven) -> None:
    driven.window.show_page("trial", SUPERVISION)
    driven.rest()
    page = driven.shown
    (field,) = page.findChildren(ChoiceInput)
    card = field.group.cards["no_supervision"]
    card.setFocus()
    card.click()
    driven.rest()

    assert pressed(driven, "Ctrl+Z") == f"Undone: {question_text(SUPERVISION)}"

    assert driven.focus() is card
    assert not card.isChecked()


def question_text(question: QuestionId) -> str:
    return shipped_pack().questionnaire[question].text


def test_before_anything_is_tried_the_page_says_which_statement_it_is_about(driven: Driven) -> None:
    page = trial(driven)
    assert page.statement is not None
    about = f"About “{page.statement.heading.text()}”"

    assert page.strip.heading.accessibleDescription() == about
    assert about in [text.text() for text in page.strip.findChildren(Text) if text.isVisible()]

    driven.session.trial.try_out((CHANGE,))
    driven.rest()
    said = page.strip.heading.accessibleDescription()
    assert said.startswith("Nothing is saved yet. There would be one risk better in hand")


def test_a_way_is_added_and_another_difference_looked_at(driven: Driven) -> None:
    page = trial(driven)
    assert page.ways is not None

    page.ways.buttons[0].click()
    driven.rest()
    assert len(page.strip.chips) == 2

    card = next(each for each in page.shifts if each.shift.rule not in (None, DRAGS))
    card.click()
    driven.rest()
    assert page.statement is not None
    assert driven.session.trial.rule == card.shift.rule


def test_any_answer_can_be_tried(driven: Driven) -> None:
    driven.window.show_page("questions", "supervision")
    driven.rest()
    box = next(
        each for each in driven.shown.findChildren(QuestionBox) if each.question.id == "supervision"
    )
    box.try_button.click()
    driven.rest()
    page = driven.shown
    assert isinstance(page, TrialPage)

    (field,) = page.findChildren(ChoiceInput)
    field.group.cards["no_supervision"].click()
    driven.rest()

    assert page.shifts[0].shift.is_worse
    assert driven.plan.plan.answer(QuestionId("supervision")).value == "on_request"

    page.strip.discard.click()
    driven.rest()
    assert driven.page == "questions"


def test_leaving_asks_once_and_may_be_thought_better_of(driven: Driven) -> None:
    trial(driven, CHANGE)

    driven.window.show_page("actions")
    press(asked(driven), "&Go on trying")
    driven.rest()
    assert driven.page == "trial"

    driven.window.show_page("actions")
    press(asked(driven), "&Discard")
    driven.rest()
    assert driven.page == "actions"
    assert driven.plan.plan.answer(GROUP_SETUP).value == BEFORE


def test_leaving_may_keep(driven: Driven) -> None:
    trial(driven, CHANGE)

    driven.window.show_page("home")
    press(asked(driven), "&Keep these answers")
    driven.rest()

    assert driven.page == "home"
    assert driven.plan.plan.answer(GROUP_SETUP).value == LEADERS


@pytest.mark.parametrize("words", ["&Keep these answers", "&Discard"])
def test_the_way_back_asks_too_and_then_leads_back(driven: Driven, words: str) -> None:
    driven.window.show_page("actions")
    trial(driven, CHANGE)

    driven.window.trail.back()
    dialog = asked(driven)
    assert driven.page == "trial"
    press(dialog, words)
    driven.rest()

    assert driven.page == "actions"
    assert not driven.session.trial.is_on


def test_leaving_may_save_a_copy(driven: Driven) -> None:
    trial(driven, CHANGE)

    driven.window.show_page("home")
    press(asked(driven), "&Save as a copy")
    driven.rest()

    assert driven.plan.plan.answer(GROUP_SETUP).value == BEFORE
    copies = [plan for plan in driven.advisor.plans.summaries() if "other answers" in plan.title]
    assert len(copies) == 1


def test_closing_the_window_asks_too(driven: Driven) -> None:
    trial(driven, CHANGE)

    driven.window.close()
    dialog = asked(driven)

    assert driven.window.isVisible()
    press(dialog, "&Go on trying")
    QApplication.processEvents()
    assert driven.session.trial.is_on


def test_a_page_on_which_nothing_is_tried_is_left_freely(driven: Driven) -> None:
    trial(driven)

    driven.window.show_page("actions")

    assert driven.page == "actions"


def test_what_is_tried_scrolls_with_the_rest_where_it_would_leave_little_room(
    driven: Driven, qtbot: QtBot
) -> None:
    driven.window.resize(1280, 800)
    driven.program.room.theme.set_text_size(200)
    driven.rest()

    page = trial(driven, CHANGE)
    driven.session.trial.say(SUPERVISION, OptionId("no_supervision"))
    driven.rest()

    assert page.strip.height() > 0.4 * page.height()
    qtbot.waitUntil(lambda: page.area.isAncestorOf(page.strip))
