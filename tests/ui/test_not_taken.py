"""What cannot be taken as it is written is led to before a section ends, and marked in the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from advisor.models.ids import QuestionId
from tests.support.drafts import FUNDING
from tests.support.program import Driven, driven_on
from tests.support.shipped import example_plans
from ui.plan import questions_desk
from ui.plan.list_page import QuestionsListPage
from ui.wizard.inputs import NumberInput

PLAN = example_plans()[1]
GROUP_SIZE = QuestionId("group_size")
MARK = "“1.5” is written there, but not saved."


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, PLAN) as made:
        yield made


def number(driven: Driven, question: QuestionId = FUNDING) -> NumberInput:
    """Return a question for a number, on the page that is open."""
    page = driven.wizard.shown
    assert page is not None
    field = page.boxes[question].input
    assert isinstance(field, NumberInput)
    return field


def write(driven: Driven, words: str, question: QuestionId = FUNDING) -> None:
    """Write in the number as a person does, who then goes on."""
    driven.window.show_page("questions", question)
    driven.rest()
    spin = number(driven, question).field.spin
    spin.setFocus(Qt.FocusReason.TabFocusReason)
    spin.selectAll()
    QTest.keyClicks(spin, words)


def finish(driven: Driven) -> None:
    button = driven.wizard.button(QWizard.WizardButton.FinishButton)
    assert button.isVisible()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.click()
    driven.rest()


def marks(driven: Driven) -> tuple[str, ...]:
    assert isinstance(driven.shown, QuestionsListPage)
    row = driven.shown.row(FUNDING)
    assert row is not None
    assert (MARK in row.shown_words()) is bool(row.line.unfinished)
    return row.line.unfinished


def test_finish_leads_to_what_cannot_be_taken_and_the_list_marks_it(
    driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(questions_desk, "announce", lambda _page, words: said.append(words))
    write(driven, "1.5")

    finish(driven)

    assert said == [MARK]
    assert driven.page == "questions"
    assert driven.focus() is number(driven).field.spin

    finish(driven)

    assert driven.page == "plan"
    assert marks(driven) == (MARK,)


def test_continue_leads_to_what_cannot_be_taken_on_its_page_once(driven: Driven) -> None:
    write(driven, "a few", GROUP_SIZE)
    page, go_on = driven.wizard.shown, driven.wizard.button(QWizard.WizardButton.NextButton)

    go_on.click()
    driven.rest()
    assert driven.wizard.shown is page
    assert driven.focus() is number(driven, GROUP_SIZE).field.spin

    go_on.click()
    driven.rest()
    assert driven.wizard.shown is not page


def test_what_is_written_anew_is_led_to_anew(driven: Driven) -> None:
    write(driven, "1.5")
    finish(driven)
    write(driven, "2-3")

    finish(driven)

    assert driven.page == "questions"
    assert driven.focus() is number(driven).field.spin


def test_a_number_that_is_taken_holds_nobody_up(driven: Driven) -> None:
    write(driven, "1.5")
    write(driven, "9")

    finish(driven)

    assert driven.page == "plan"
    assert marks(driven) == ()
    assert driven.plan.draft.answer(FUNDING).value == 9


def test_on_the_papers_it_is_said_that_something_is_on_none_of_them(driven: Driven) -> None:
    write(driven, "1.5")
    driven.window.show_page("paper")
    driven.rest()
    words = "1 thing that you have written is not saved, and so not on paper."
    assert driven.program.room.notices.message == words

    write(driven, "9")
    driven.window.show_page("paper")
    driven.rest()
    assert driven.program.room.notices.message == ""
