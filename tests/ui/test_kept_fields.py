"""Every field of the window keeps what is half typed in it, through an end without warning."""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.ids import ActionId, QuestionId
from advisor.models.plan import Choice, Decision, Entry, EntryKey, OwnAction, OwnRisk, Plan
from tests.support.fake_advisor import FakeAdvisor, FakeUnsaved
from tests.support.program import Driven
from tests.support.shipped import example_plans, shipped_pack
from ui.actions.own_view import OwnActionCard, OwnRiskCard
from ui.actions.page import ActionsPage
from ui.advice.action_choice import ActionChoice
from ui.advice.page import AdvicePage
from ui.shell.dialogs import CalmDialog
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.kept import KeptField
from ui.widgets.search_field import SearchField
from ui.widgets.whole_number import NumberField
from ui.wizard.question_box import QuestionBox

SIZE = QuestionId("group_size")
ROOT = Path(__file__).parents[2]
ACTIONS = [action.id for action in shipped_pack().actions]
OURS, DECLINED = ACTIONS[0], ACTIONS[1]
TEA = OwnAction(id="a0000000-0000-4000-8000-000000000001", text="Buy tea", stage="prepare")
FLOOD = OwnRisk(id="a0000000-0000-4000-8000-000000000002", text="The hall floods")
HALF = "Half a thou"


def the_plan() -> Plan:
    """A plan with a group, an own action, an own risk, and a decision of each kind."""
    plan = example_plans()[1]
    stage = shipped_pack().stages[0].id
    entries: dict[EntryKey, Entry] = {
        EntryKey.of_decision(OURS): Decision(choice=Choice.WE_WILL),
        EntryKey.of_decision(DECLINED): Decision(choice=Choice.NOT_FOR_US),
        TEA.key: replace(TEA, stage=stage, decision=Decision(choice=Choice.WE_WILL)),
        FLOOD.key: FLOOD,
    }
    for key, entry in entries.items():
        plan = plan.with_entry(key, entry)
    return plan


# Where the fields are


def page(driven: Driven, key: str, at: str = "") -> QWidget:
    driven.window.show_page(key, at)
    driven.rest()
    QApplication.processEvents()
    driven.rest()
    return driven.shown


def a_question(driven: Driven) -> QuestionBox:
    page(driven, "questions", SIZE)
    shown = driven.wizard.shown
    assert shown is not None
    return shown.boxes[SIZE]


def answered(driven: Driven) -> None:
    box = a_question(driven)
    if not box.note_button.spoken_open:
        box.note_button.click()


def seen_differently(driven: Driven) -> None:
    a_question(driven).differing_button.click()


def the_actions(driven: Driven) -> ActionsPage:
    shown = page(driven, "actions")
    assert isinstance(shown, ActionsPage)
    shown.show_choice.chosen.emit("all")
    return shown


def something_new(driven: Driven) -> None:
    the_actions(driven).own_button.click()


def decided(driven: Driven, key: EntryKey) -> None:
    the_actions(driven).open_action(key)


def changed_in_place(driven: Driven, own: OwnAction | OwnRisk) -> None:
    shown = the_actions(driven)
    shown.open_action(own.key)
    card = shown.pane.card
    assert isinstance(card, OwnActionCard | OwnRiskCard)
    card.change_button.click()


def asked_over(driven: Driven, ask: str, *actions: ActionId) -> None:
    shown = the_actions(driven)
    lines = [shown.model.line_of(EntryKey.of_decision(action)) for action in actions]
    chosen = [line for line in lines if line is not None]
    deciding = shown.table.deciding
    match ask:
        case "who":
            deciding.ask_who(chosen)
        case "when":
            deciding.ask_when(chosen)
        case _:
            deciding.decide(chosen, Choice.NOT_FOR_US)
    assert shown.table.writing is not None


def in_the_advice(driven: Driven, choice: Choice) -> None:
    shown = page(driven, "advice")
    assert isinstance(shown, AdvicePage)
    assert shown.story is not None
    for card in shown.story.cards:
        if not card.key_actions.rows:
            continue
        shown.open_finding(card.rule)
        made = shown.pane.findChildren(ActionChoice)
        able = [each for each in made if not each.row.shown_by_answers]
        if able:
            able[0]._ask_who() if choice is Choice.WE_WILL else able[0]._choose(choice)
            return
    raise AssertionError


def the_name(driven: Driven) -> None:
    driven.session.ask_for_name()


def a_new_plan(driven: Driven) -> None:
    driven.house.home.new()


def a_listed_name(driven: Driven) -> None:
    driven.house.home.rename(driven.advisor.plans.summaries()[0])


PLACES: dict[str, Callable[[Driven], object]] = {
    "a question": answered,
    "who sees a question differently": seen_differently,
    "something new of one's own": something_new,
    "a decision": lambda driven: decided(driven, EntryKey.of_decision(OURS)),
    "a decision against": lambda driven: decided(driven, EntryKey.of_decision(DECLINED)),
    "an own action": lambda driven: decided(driven, TEA.key),
    "an own action that is changed": lambda driven: changed_in_place(driven, TEA),
    "an own risk that is changed": lambda driven: changed_in_place(driven, FLOOD),
    "who, over the list": lambda driven: asked_over(driven, "who", OURS),
    "when, over the list": lambda driven: asked_over(driven, "when", OURS),
    "why not, over the list": lambda driven: asked_over(driven, "why not", OURS),
    "who, of two": lambda driven: asked_over(driven, "who", OURS, DECLINED),
    "who and when, in the advice": lambda driven: in_the_advice(driven, Choice.WE_WILL),
    "why not, in the advice": lambda driven: in_the_advice(driven, Choice.NOT_FOR_US),
    "the name of the plan": the_name,
    "the name of a new plan": a_new_plan,
    "the name of a plan in the list": a_listed_name,
}


@dataclass
class Runs:
    """The program, started as often as one likes on what is stored."""

    qtbot: QtBot
    monkeypatch: pytest.MonkeyPatch
    advisor: FakeAdvisor
    running: list[Driven] = field(default_factory=list)

    def start(self) -> Driven:
        driven = Driven(self.qtbot, self.monkeypatch, self.advisor)
        self.running.append(driven)
        driven.house.open(self.advisor.plans.plan(the_plan().id))
        driven.rest()
        return driven

    def kill(self) -> None:
        """End without warning: what the window would still have done counts for nothing."""
        unsaved = self.advisor.unsaved
        assert unsaved is not None
        stored, fields = dict(self.advisor.plans.stored), dict(unsaved.fields)
        self.close()
        self.advisor.plans.stored, unsaved.fields = stored, fields

    def close(self) -> None:
        while self.running:
            driven = self.running.pop()
            for dialog in driven.window.findChildren(CalmDialog):
                dialog.reject()
            driven.rest()
            driven.close()


@pytest.fixture
def runs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Runs]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    advisor = FakeAdvisor((the_plan(),))
    advisor.unsaved = FakeUnsaved()
    made = Runs(qtbot, monkeypatch, advisor)
    yield made
    made.close()


def fields_in_sight(qtbot: QtBot) -> dict[tuple[str, str], KeptField]:
    """Return the fields that can be written in now, by where they keep their words."""
    # What was just put into a layout is shown in the next turn.
    QApplication.processEvents()
    seen = [each for each in QApplication.allWidgets() if isinstance(each, KeptField)]
    fields = [each for each in seen if each.isVisible() and each.kept_as]
    qtbot.waitUntil(lambda: all(each._keeper is not None for each in fields))
    return {(each._plan, each.kept_as): each for each in fields}


def write_half(kept: KeptField) -> None:
    match kept:
        case NumberField():
            kept.spin.selectAll()
            QTest.keyClicks(kept.spin, "2-")
        case DateField():
            kept.line.selectAll()
            QTest.keyClicks(kept.line, "5 Mar of")
        case NoteField():
            kept.edit.selectAll()
            QTest.keyClicks(kept.edit, HALF)
        case TextField():
            kept.line.selectAll()
            QTest.keyClicks(kept.line, HALF)
        case ChoiceField():
            kept.combo.setFocus()
            QTest.keyClick(kept.combo, Qt.Key.Key_Down)
        case _:
            raise AssertionError(kept)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_half_typed_is_in_its_field_after_an_end_without_warning(
    runs: Runs, place: str, qtbot: QtBot
) -> None:
    driven = runs.start()
    PLACES[place](driven)
    fields = fields_in_sight(runs.qtbot)
    assert fields
    for kept in fields.values():
        write_half(kept)
    written = {where: kept.written for where, kept in fields.items()}

    unsaved = runs.advisor.unsaved
    assert unsaved is not None

    def is_kept() -> bool:
        driven.rest()
        known = {each.place: each.words for each in unsaved.words()}
        return all(
            known.get(where, kept._held_words) == kept.written for where, kept in fields.items()
        )

    qtbot.waitUntil(is_kept)
    runs.kill()

    PLACES[place](runs.start())

    again = fields_in_sight(runs.qtbot)
    assert {where: again[where].written for where in written} == written


@pytest.mark.parametrize("place", ["something new of one's own", "a decision", "a question"])
def test_what_is_half_typed_is_in_its_field_after_home_and_after_an_end_in_order(
    runs: Runs, place: str
) -> None:
    driven = runs.start()
    PLACES[place](driven)
    written = {}
    for where, kept in fields_in_sight(runs.qtbot).items():
        write_half(kept)
        written[where] = kept.written
    driven.window.show_page("home")
    driven.rest()
    driven.house.close()
    driven.house.open(runs.advisor.plans.plan(the_plan().id))
    driven.rest()
    PLACES[place](driven)
    again = fields_in_sight(runs.qtbot)
    assert {where: again[where].written for where in written} == written
    runs.close()

    PLACES[place](runs.start())

    again = fields_in_sight(runs.qtbot)
    assert {where: again[where].written for where in written} == written


def test_a_dialog_that_is_left_keeps_nothing(runs: Runs) -> None:
    driven = runs.start()
    the_name(driven)
    (kept,) = fields_in_sight(runs.qtbot).values()
    write_half(kept)
    driven.window.flush()
    driven.rest()
    assert runs.advisor.unsaved is not None
    assert runs.advisor.unsaved.words()

    for dialog in driven.window.findChildren(CalmDialog):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driven.window.flush()
    driven.rest()

    assert runs.advisor.unsaved.words() == ()


def test_every_field_of_the_program_is_among_the_places(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_at: set[tuple[str, int]] = set()
    make: Callable[..., None] = KeptField.__init__

    def noted(self: KeptField, *args: object, **kept: object) -> None:
        frame = sys._getframe()
        while frame.f_back is not None:
            frame = frame.f_back
            made_at.add((frame.f_code.co_filename, frame.f_lineno))
        make(self, *args, **kept)

    monkeypatch.setattr(KeptField, "__init__", noted)
    for reach in PLACES.values():
        driven = runs.start()
        reach(driven)
        QApplication.processEvents()
        assert [each for each in boxes_in_sight() if not is_kept_or_searched(each)] == []
        runs.close()

    made = {(str(Path(file).relative_to(ROOT)), line) for file, line in made_at if in_ui(file)}
    assert set(calls_that_keep()) - made == set()


def in_ui(file: str) -> bool:
    return Path(file).is_relative_to(ROOT / "ui")


def calls_that_keep() -> Iterator[tuple[str, int]]:
    """Yield where in the window's code a field that keeps its words is made."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.parent.name == "widgets":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and any(each.arg == "kept_as" for each in node.keywords):
                yield str(path.relative_to(ROOT)), node.lineno


def boxes_in_sight() -> list[QWidget]:
    kinds = (QLineEdit, QPlainTextEdit)
    return [
        each for each in QApplication.allWidgets() if isinstance(each, kinds) and each.isVisible()
    ]


def is_kept_or_searched(box: QWidget) -> bool:
    at: QWidget | None = box
    while at is not None and not isinstance(at, KeptField | SearchField | QCalendarWidget):
        at = at.parentWidget()
    return at is not None and (not isinstance(at, KeptField) or bool(at.kept_as))
