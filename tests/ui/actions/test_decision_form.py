import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.models.plan import Choice, Decision, EntryKey, EntryKind
from tests.ui.spoken import name, role
from ui.actions.decision_form import DecisionForm
from ui.theme.theme import Theme
from ui.widgets.fields import NoteField

Show = Callable[[QWidget], None]
MAKE = "Make a plan"


@pytest.fixture
def form(theme: Theme, show: Show) -> DecisionForm:
    made = DecisionForm(
        theme,
        Decision(),
        key=EntryKey(EntryKind.DECISION, "plan"),
        name=MAKE,
        suggested_owner="Programme lead",
        owners=("Trainer",),
    )
    show(made)
    return made


def decisions(form: DecisionForm) -> list[Decision]:
    made: list[Decision] = []
    form.decided.connect(made.append)
    return made


def choose(form: DecisionForm, choice: Choice) -> None:
    form.choice.chips[choice.value].click()


def test_nothing_is_decided_at_first(form: DecisionForm) -> None:
    assert form.choice.selection == (Choice.DECIDE_LATER.value,)
    assert form.owner is None
    assert form.reason is None


def test_the_action_is_not_named_once_more_at_its_decision(form: DecisionForm) -> None:
    """Its name stands over the form already, which a screen reader has said."""
    assert (role(form.choice), name(form.choice)) == (QAccessible.Role.Grouping, "Your decision")


@pytest.mark.parametrize("choice", list(Choice))
def test_a_choice_is_told_once(form: DecisionForm, choice: Choice) -> None:
    made = decisions(form)

    choose(form, choice)

    assert made == ([] if choice is Choice.DECIDE_LATER else [Decision(choice=choice)])


@pytest.mark.parametrize(
    ("choices", "asked"),
    [
        pytest.param([Choice.WE_WILL], {"owner", "due", "note"}, id="who and when"),
        pytest.param([Choice.WE_WILL, Choice.NOT_FOR_US], {"reason"}, id="why not"),
    ],
)
def test_a_choice_asks_for_what_belongs_to_it(
    form: DecisionForm, choices: list[Choice], asked: set[str]
) -> None:
    for choice in choices:
        choose(form, choice)

    fields = {"owner": form.owner, "due": form.due, "reason": form.reason, "note": form.note}
    shown = {key for key, field in fields.items() if field is not None and field.isVisible()}
    assert shown == asked
    assert form.owner is None or name(form.owner.line) == f"Who: {MAKE}"


def test_an_owner_counts_when_the_field_is_left(form: DecisionForm) -> None:
    choose(form, Choice.WE_WILL)
    made = decisions(form)
    assert form.owner is not None
    form.owner.take_focus()

    QTest.keyClicks(form.owner.line, "  Amina ")
    assert made == []
    QTest.keyClick(form.owner.line, Qt.Key.Key_Return)

    assert made == [Decision(choice=Choice.WE_WILL, owner="Amina")]


@pytest.mark.parametrize("kind", ["owner", "note", "reason"])
def test_what_is_typed_counts_after_a_pause_although_the_field_is_not_left(
    form: DecisionForm, qtbot: QtBot, kind: str
) -> None:
    choose(form, Choice.NOT_FOR_US if kind == "reason" else Choice.WE_WILL)
    made = decisions(form)
    field = {"owner": form.owner, "note": form.note, "reason": form.reason}[kind]
    assert field is not None
    box = field.edit if isinstance(field, NoteField) else field.line
    box.setFocus()
    QTest.keyClicks(box, "Amina")

    qtbot.waitUntil(lambda: bool(made))

    assert getattr(made[-1], kind) == "Amina"
    assert box.hasFocus()


def test_an_owner_that_is_too_long_stays_and_is_not_decided(
    form: DecisionForm, qtbot: QtBot
) -> None:
    choose(form, Choice.WE_WILL)
    assert form.owner is not None
    assert form.note is not None
    form.owner.line.insert("x" * 400)
    made = decisions(form)

    form.note.edit.insertPlainText("A note")
    qtbot.waitUntil(lambda: bool(made))

    assert [decision.owner for decision in made] == [""]
    assert form.owner.text == "x" * 400


def test_a_date_is_part_of_the_decision(form: DecisionForm) -> None:
    choose(form, Choice.WE_WILL)
    made = decisions(form)
    assert form.due is not None

    form.due.line.setText("5 Jan 2027")
    form.due.line.editingFinished.emit()

    assert made == [Decision(choice=Choice.WE_WILL, due=datetime.date(2027, 1, 5))]


def test_a_note_counts_when_the_typing_rests(form: DecisionForm, qtbot: QtBot) -> None:
    choose(form, Choice.IN_PLACE)
    made = decisions(form)
    assert form.note is not None

    form.note.edit.setPlainText("Since spring")
    assert made == []

    qtbot.waitUntil(lambda: made == [Decision(choice=Choice.IN_PLACE, note="Since spring")])


def test_a_note_that_is_being_written_is_not_lost_by_a_choice(form: DecisionForm) -> None:
    choose(form, Choice.IN_PLACE)
    assert form.note is not None
    form.note.edit.setPlainText("Since spring")

    choose(form, Choice.WE_WILL)

    assert form.decision == Decision(choice=Choice.WE_WILL, note="Since spring")


def test_what_is_being_written_can_be_counted_at_once(form: DecisionForm) -> None:
    choose(form, Choice.IN_PLACE)
    made = decisions(form)
    assert form.note is not None
    form.note.edit.setPlainText("Since spring")

    form.finish_writing()

    assert [decision.note for decision in made] == ["Since spring"]
    form.finish_writing()
    assert len(made) == 1


def test_a_decision_from_elsewhere_is_shown_and_not_told(form: DecisionForm) -> None:
    made = decisions(form)

    form.show_decision(Decision(choice=Choice.NOT_FOR_US, reason="Too far"))

    assert made == []
    assert form.choice.selection == (Choice.NOT_FOR_US.value,)
    assert form.reason is not None
    assert form.reason.text == "Too far"


def test_a_decision_from_elsewhere_leaves_what_is_being_written(form: DecisionForm) -> None:
    choose(form, Choice.WE_WILL)
    assert form.owner is not None
    form.owner.take_focus()
    QTest.keyClicks(form.owner.line, "Am")

    form.show_decision(Decision(choice=Choice.WE_WILL, due=datetime.date(2027, 1, 5)))

    assert form.owner.text == "Am"


def test_owner_and_reason_survive_another_choice(form: DecisionForm) -> None:
    form.show_decision(Decision(choice=Choice.WE_WILL, owner="Sam"))

    choose(form, Choice.DECIDE_LATER)

    assert form.decision == Decision(choice=Choice.DECIDE_LATER, owner="Sam")


def test_what_an_arrow_key_passes_is_not_decided(form: DecisionForm) -> None:
    made = decisions(form)
    chips = form.choice.chips
    chips[Choice.DECIDE_LATER.value].setFocus()

    for _press in range(len(chips) - 1):
        here = form.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Down)
    here = form.focusWidget()
    assert here is not None
    assert made == []
    assert not chips[Choice.DECIDE_LATER.value].hasFocus()

    QTest.keyClick(here, Qt.Key.Key_Space)
    assert len(made) == 1
