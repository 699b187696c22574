"""Sections as steps in the rail, and the way back to the question one came from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import QuestionId
from tests.support.program import Driven, driven_on
from tests.support.shipped import example_plans
from tests.ui import spoken
from ui.advice.page import AdvicePage
from ui.shell.rail_step import RailStep
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading
from ui.widgets.two_line_button import TwoLineButton
from ui.wizard.inputs import ChoiceInput
from ui.wizard.question_box import QuestionBox

PLAN = example_plans()[1]


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, PLAN, size=(1366, 768)) as made:
        yield made


def asked(driven: Driven, question: str = "") -> None:
    driven.window.show_page("questions", question)
    driven.rest()


def steps(driven: Driven) -> list[RailStep]:
    return [step for step in driven.window.rail.steps if step.isVisible()]


def current(driven: Driven) -> list[str]:
    return [step.step.section for step in steps(driven) if step.step.is_current]


# Steps


def test_the_sections_stand_under_their_entry_while_questions_are_asked(driven: Driven) -> None:
    assert steps(driven) == []

    asked(driven, "session_shape")

    sections = driven.plan.pack.questionnaire.sections
    assert [spoken.name(step) for step in steps(driven)] == [
        f"{number}. {section.short_title}" for number, section in enumerate(sections, start=1)
    ]
    assert current(driven) == ["contact"]
    (here,) = (step for step in steps(driven) if step.step.is_current)
    assert here.accessibleDescription().endswith(" answered, current section")
    driven.window.show_page("advice")
    driven.rest()
    assert steps(driven) == []


def test_a_step_opens_its_section_where_something_is_left_to_answer(driven: Driven) -> None:
    asked(driven)
    safety = steps(driven)[-1]

    QTest.mouseClick(safety, Qt.MouseButton.LeftButton)
    driven.rest()

    assert driven.plan.draft.page.section == "safety"
    assert driven.wizard.section == "safety"
    assert current(driven) == ["safety"]
    driven.qtbot.waitUntil(lambda: isinstance(driven.focus(), Heading))


def test_the_steps_are_reached_and_pressed_by_keys_alone(driven: Driven) -> None:
    asked(driven, "session_shape")
    entry = driven.window.rail.entries["plan"]
    entry.setFocus(Qt.FocusReason.TabFocusReason)
    passed: list[QWidget | None] = []
    for _number in range(6):
        focused = driven.focus()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        passed.append(driven.focus())
    assert passed == steps(driven)

    mothers = steps(driven)[1]
    mothers.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(mothers, Qt.Key.Key_Return)
    driven.rest()

    assert current(driven) == ["mothers"]


def test_a_step_counts_an_answer_at_once(driven: Driven) -> None:
    asked(driven, "session_shape")
    contact = steps(driven)[4]
    before = contact.step.count

    driven.plan.say(QuestionId("session_shape"), driven.plan.draft.answer(QuestionId("team")).value)
    driven.session.undo()
    driven.rest()
    assert steps(driven)[4].step.count == before
    box = shown_box(driven, "session_shape")
    box.clear.click()
    driven.rest()

    assert steps(driven)[4] is contact
    answered, asked_there = map(int, before.split("/"))
    assert contact.step.count == f"{answered - 1}/{asked_there}"


def test_a_slim_rail_has_no_room_for_steps(driven: Driven) -> None:
    asked(driven)
    assert steps(driven)

    driven.window.resize(900, 768)
    driven.rest()
    assert steps(driven) == []
    driven.window.resize(1366, 768)
    driven.rest()
    assert steps(driven)


def test_the_steps_go_with_the_plan(driven: Driven) -> None:
    asked(driven)

    driven.house.close()

    assert driven.window.rail.steps == []


# The way back


def shown_box(driven: Driven, question: str) -> QuestionBox:
    page = driven.wizard.shown
    assert page is not None
    return page.boxes[QuestionId(question)]


def scroll_of(driven: Driven) -> ScrollColumn:
    page = driven.wizard.shown
    assert page is not None
    (area,) = page.findChildren(ScrollColumn)
    return area


def press_first_card(driven: Driven) -> str:
    """Press the first risk beside the questions, and return its name."""
    panel = driven.session.panel

    def cards() -> list[TwoLineButton]:
        return [card for card in panel._risks.findChildren(TwoLineButton) if card.isVisible()]

    driven.qtbot.waitUntil(lambda: bool(cards()))
    pressed = cards()[0].accessibleName()
    QTest.mouseClick(cards()[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    driven.rest()
    shown = driven.shown
    assert isinstance(shown, AdvicePage)
    assert shown.pane.story is not None
    return pressed


def is_on_card(driven: Driven, name: str) -> bool:
    """Whether the keyboard is on a risk beside the questions."""
    here = driven.focus()
    return isinstance(here, TwoLineButton) and here.accessibleName() == name


def at_the_last_question(driven: Driven) -> tuple[QWidget, int]:
    """Go to the last question of a page by key, and return what has the keyboard."""
    asked(driven, "session_shape")
    page = driven.wizard.shown
    assert page is not None
    box = list(page.boxes.values())[-1]
    box.input.take_focus()
    assert isinstance(box.input, ChoiceInput)
    focused = driven.focus()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Down)
    driven.rest()
    focused = driven.focus()
    assert focused is not None
    assert box.isAncestorOf(focused)
    area = scroll_of(driven)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return focused, area.verticalScrollBar().value()


def test_another_text_size_leaves_the_keyboard_at_the_question(driven: Driven) -> None:
    asked(driven, "session_shape")
    focused = driven.focus()
    assert focused is not None
    assert shown_box(driven, "session_shape").isAncestorOf(focused)

    for size in (110, 200, 100):
        driven.program.room.theme.set_text_size(size)
        driven.rest()
        assert driven.focus() is focused


@pytest.mark.parametrize("way", ["Alt+Left", "the button"])
def test_the_way_back_from_a_card_of_the_panel_leads_to_it_and_to_the_very_question(
    driven: Driven, way: str
) -> None:
    at_the_last_question(driven)
    driven.window.resize(1366, 560)
    driven.rest()
    area = scroll_of(driven)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    scrolled = area.verticalScrollBar().value()
    assert scrolled > 0
    pressed = press_first_card(driven)

    go_back(driven, way)

    assert driven.page == "questions"
    driven.qtbot.waitUntil(lambda: is_on_card(driven, pressed))
    assert scroll_of(driven).verticalScrollBar().value() == scrolled


def test_the_way_back_leads_to_the_question_though_another_page_is_open_by_now(
    driven: Driven,
) -> None:
    driven.plan.say(QuestionId("team"), driven.plan.draft.answer(QuestionId("team")).value)
    asked(driven, "who_for")
    shown_box(driven, "who_for").clear.click()
    at_the_last_question(driven)
    question = driven.window.pages.made("questions").here()
    pressed = press_first_card(driven)
    # The answer that is taken back stands in another section.
    QTest.keySequence(driven.window, QKeySequence("Ctrl+Z"))
    QTest.keySequence(driven.window, QKeySequence("Ctrl+Z"))
    driven.rest()
    assert driven.plan.draft.page.section != "contact"

    go_back(driven, "Alt+Left")

    assert driven.plan.draft.page.section == "contact"
    assert question in driven.plan.draft.page.questions
    driven.qtbot.waitUntil(lambda: is_on_card(driven, pressed))


def go_back(driven: Driven, way: str) -> None:
    if way == "the button":
        button = driven.window.status_line.back_button
        assert button.text() == "Back to Question pages"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        focused = driven.focus()
        QTest.keySequence(focused or driven.window, QKeySequence("Alt+Left"))
    driven.rest()
