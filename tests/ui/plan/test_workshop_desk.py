"""Workshop mode over the whole window: the way in, what is saved, and the way out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor.models.plan import OpenAnswer
from advisor.telling.questions_list import Those
from tests.support.drafts import PLAN, a_plan
from tests.support.fake_advisor import FakeAdvisor, FakeUnsaved, shipped_pack
from tests.support.program import Driven
from ui.plan.list_page import QuestionsListPage
from ui.room import PageKey
from ui.wizard.differing import DifferingForm
from ui.wizard.workshop_page import WorkshopPage

FIRST, SECOND = shipped_pack().questionnaire.questions[:2]


def started(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, advisor: FakeAdvisor) -> Driven:
    made = Driven(qtbot, monkeypatch, advisor)
    made.house.open(advisor.plans.plan(PLAN))
    made.rest()
    return made


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    made = started(qtbot, monkeypatch, FakeAdvisor((a_plan(),)))
    yield made
    made.rest()
    made.close()


def workshop(driven: Driven) -> WorkshopPage:
    assert isinstance(driven.shown, WorkshopPage)
    return driven.shown


def press(driven: Driven, *keys: Qt.Key) -> None:
    for key in keys:
        here = driven.focus()
        assert here is not None
        QTest.keyClick(here, key)
    driven.rest()


def test_its_menu_entry_gives_the_questions_all_of_the_window(driven: Driven) -> None:
    assert isinstance(driven.shown, QuestionsListPage)

    menu = driven.shown.head.make_menu()
    next(each for each in menu.actions() if "Workshop" in each.text()).trigger()
    driven.rest()

    assert driven.page == PageKey.WORKSHOP
    assert workshop(driven).asked.question is FIRST
    assert not driven.window.rail.isVisible()
    press(driven, Qt.Key.Key_Escape)
    assert driven.page == PageKey.PLAN
    assert driven.window.rail.isVisible()


def test_f5_opens_it_at_the_question_that_is_looked_at(driven: Driven) -> None:
    later = driven.plan.draft.pages(FIRST.section)[-1]
    driven.window.show_page(PageKey.QUESTIONS, later.questions[0])
    driven.rest()

    press(driven, Qt.Key.Key_F5)

    assert workshop(driven).asked.question.id in later.questions


def test_answers_and_who_differs_are_the_plans_own(driven: Driven) -> None:
    press(driven, Qt.Key.Key_F5)
    press(driven, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_0, Qt.Key.Key_D)
    for words in ("the mothers", "Not yet."):
        here = driven.focus()
        assert here is not None
        QTest.keyClicks(here, words)
        press(driven, Qt.Key.Key_Return)

    stored = driven.advisor.plans.plan(PLAN)
    assert stored.answer(FIRST.id).value == FIRST.options[0].id
    assert stored.answer(SECOND.id).value is OpenAnswer.NOT_DECIDED
    assert [said.text for said in stored.comments] == ["Not yet."]
    press(driven, Qt.Key.Key_Escape)
    page = driven.shown
    assert isinstance(page, QuestionsListPage)
    page.finish_now()
    chip = page.those.chips[Those.DIFFERENT.value]
    assert chip.words == "Seen differently 1"
    chip.click()
    rows = [row for section in page.sections for row in section.shown_rows]
    assert [row.line.question for row in rows] == [SECOND.id]


def test_what_was_removed_comes_back_by_undo(driven: Driven) -> None:
    press(driven, Qt.Key.Key_F5, Qt.Key.Key_1)
    answered = driven.plan.plan.answer(FIRST.id)
    press(driven, Qt.Key.Key_Right)

    driven.session.undo()
    driven.rest()

    assert not answered.is_open
    assert driven.plan.plan.answer(FIRST.id).is_open
    assert workshop(driven).asked.question is FIRST


def test_the_window_does_not_scroll_around_it_however_long_a_question_is(driven: Driven) -> None:
    press(driven, Qt.Key.Key_F5)
    longest = max(shipped_pack().questionnaire.questions, key=lambda each: len(each.options))
    driven.window.show_page(PageKey.PLAN)
    driven.window.show_page(PageKey.WORKSHOP, longest.id)
    press(driven, Qt.Key.Key_1)

    assert driven.window.status_line.words.startswith("Saved")
    page = workshop(driven)
    assert page.area.verticalScrollBar().maximum() > 0
    assert page.height() + driven.window.status_line.height() <= driven.window.height()


def test_it_goes_on_where_it_was_left(driven: Driven) -> None:
    press(driven, Qt.Key.Key_F5)
    press(driven, Qt.Key.Key_Right, Qt.Key.Key_Right)
    at = workshop(driven).asked.question
    press(driven, Qt.Key.Key_Escape)

    press(driven, Qt.Key.Key_F5)

    assert workshop(driven).asked.question is at
    assert at not in (FIRST, SECOND)


def form(driven: Driven) -> DifferingForm:
    """Press D, and return the form once its fields know what was written before."""
    press(driven, Qt.Key.Key_D)
    made = workshop(driven).asked.differing.form
    assert made is not None
    driven.qtbot.waitUntil(lambda: made.who._keeper is not None and made.text._keeper is not None)
    return made


def test_what_waits_is_said_until_it_is_written_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    driven = started(qtbot, monkeypatch, FakeAdvisor((a_plan(),)))
    press(driven, Qt.Key.Key_F5)
    QTest.keyClicks(form(driven).text.line, "Not on a Mon")
    press(driven, Qt.Key.Key_Escape)
    waits = workshop(driven).asked.differing._waits
    assert waits.text().startswith("Not noted yet: ")

    again = form(driven)
    assert waits.text() == ""
    again.cancel.click()
    assert waits.text() == ""
    driven.close()


def test_escape_leaves_what_is_half_written_for_the_next_time_and_the_next_start(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    advisor = FakeAdvisor((a_plan(),))
    advisor.unsaved = FakeUnsaved()
    driven = started(qtbot, monkeypatch, advisor)
    press(driven, Qt.Key.Key_F5)
    first = form(driven)
    QTest.keyClicks(first.who.line, "two fathers")
    QTest.keyClicks(first.text.line, "Not on a Mon")

    press(driven, Qt.Key.Key_Escape)
    assert workshop(driven).asked.differing.form is None
    again = form(driven)
    assert (again.who.text, again.text.text) == ("two fathers", "Not on a Mon")
    press(driven, Qt.Key.Key_Escape)
    driven.close()

    later = started(qtbot, monkeypatch, advisor)
    press(later, Qt.Key.Key_F5)
    restarted = form(later)
    assert (restarted.who.text, restarted.text.text) == ("two fathers", "Not on a Mon")
    restarted.cancel.click()
    given_up = form(later)
    assert (given_up.who.text, given_up.text.text) == ("", "")
    assert advisor.plans.plan(PLAN).comments == ()
    later.close()
