"""What is typed in a field and taken is one step of the plan, undone and done again by keys."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import QuestionId
from advisor.models.plan import UNANSWERED, UNDECIDED, Choice, Entry, EntryKey
from tests.support.fake_advisor import shipped_pack
from tests.support.program import Driven, driven_on
from tests.support.shipped import example_plans
from ui.actions.page import ActionsPage
from ui.wizard.inputs import NumberInput

PLAN = example_plans()[1]
SIZE = QuestionId("group_size")
ACTION = EntryKey.of_decision(shipped_pack().actions[0].id)


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    with driven_on(qtbot, monkeypatch, tmp_path, PLAN) as made:
        yield made


def press(driven: Driven, keys: str) -> None:
    """Press keys on whatever the keyboard is on, and let what is typed rest."""
    focused = driven.focus()
    QTest.keySequence(focused if focused is not None else driven.window, QKeySequence(keys))
    driven.window.flush()
    driven.rest()


def said(driven: Driven) -> dict[EntryKey, Entry]:
    """What the plan says; empty entries are none."""
    entries = dict(driven.plan.plan.entries())
    return {key: each for key, each in entries.items() if each not in (UNANSWERED, UNDECIDED)}


def typed(driven: Driven, box: QWidget, words: str) -> dict[EntryKey, Entry]:
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(box, words)
    driven.window.flush()
    driven.rest()
    return said(driven)


def there_and_back(driven: Driven, steps: list[dict[EntryKey, Entry]]) -> None:
    """Undo each step and do it again, wherever the keyboard is."""
    assert all(one != next_one for one, next_one in pairwise(steps))
    for wanted in reversed(steps[:-1]):
        press(driven, "Ctrl+Z")
        assert said(driven) == wanted
    for wanted in steps[1:]:
        press(driven, "Ctrl+Shift+Z")
        assert said(driven) == wanted
    assert driven.advisor.plans.plan(PLAN.id) == driven.plan.plan


def test_a_number_and_a_note_are_a_step_each(driven: Driven) -> None:
    steps = [said(driven)]
    driven.window.show_page("questions", SIZE)
    driven.rest()
    page = driven.wizard.shown
    assert page is not None
    box = page.boxes[SIZE]
    assert isinstance(box.input, NumberInput)
    box.input.field.spin.selectAll()
    steps.append(typed(driven, box.input.field.spin, "12"))
    box.note_button.click()
    assert box._note is not None
    steps.append(typed(driven, box._note.edit, "Ask the hall"))

    there_and_back(driven, steps)


def test_an_owner_and_a_day_are_a_step_each(driven: Driven) -> None:
    driven.window.show_page("actions")
    driven.rest()
    actions = driven.shown
    assert isinstance(actions, ActionsPage)
    actions.open_action(ACTION)
    (form,) = actions.pane.forms
    steps = [said(driven)]
    form.choice.chips[Choice.WE_WILL.value].click()
    driven.rest()
    steps.append(said(driven))
    assert form.owner is not None
    assert form.due is not None
    steps.append(typed(driven, form.owner.line, "Jo"))
    typed(driven, form.due.line, "5 Mar 2027")
    press(driven, "Return")
    steps.append(said(driven))

    there_and_back(driven, steps)
