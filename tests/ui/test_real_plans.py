"""The window over the real advisor: a database, the shipped evidence, the examples."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.models.ids import ActionId, OptionId, QuestionId
from advisor.models.plan import UNDECIDED, Choice, Decision, EntryKey, Plan
from advisor.rules.moving import with_copies
from advisor.services.advisor import Advisor
from tests.support.examples import plan_with
from ui.advice.page import AdvicePage
from ui.app import Program
from ui.plan.moved_answers_card import MovedAnswersCard
from ui.plan.open_house import OpenHouse


class Running:
    """A program over a database of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot, self.program = qtbot, Program(application)
        self.program.start()
        qtbot.waitUntil(lambda: self.program.house is not None)
        self.rest()

    @property
    def house(self) -> OpenHouse:
        assert self.program.house is not None
        return self.program.house

    def rest(self) -> None:
        room = self.program.room
        self.qtbot.waitUntil(lambda: not (room.storage.is_busy or room.thinker.is_busy))

    def close(self) -> None:
        self.program.window.close()
        self.program.window.deleteLater()
        self.program.deleteLater()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def running(qtbot: QtBot, home: Path) -> Iterator[Running]:
    made = Running(qtbot)
    yield made
    made.close()


def stored() -> list[Plan]:
    with Advisor.open() as advisor:
        return [advisor.plans.plan(summary.id) for summary in advisor.plans.summaries()]


def test_an_answer_is_in_the_database_after_the_window_was_closed(running: Running) -> None:
    house = running.house
    house.home._create("Lowmere listeners")
    running.rest()
    assert house.session is not None
    house.session.open_plan.say(QuestionId("formats"), frozenset({OptionId("group")}))

    running.program.window.close()

    (plan,) = stored()
    assert plan.title == "Lowmere listeners"
    assert plan.answer(QuestionId("formats")).value == frozenset({"group"})


def test_an_example_gives_advice_at_once(running: Running) -> None:
    house = running.house
    with Advisor.open() as advisor:
        example = advisor.plans.add(advisor.plans.examples()[1])
    house.open(example)
    running.rest()

    assert house.session is not None
    advice = house.session.open_plan.advice
    assert advice is not None
    assert advice.summary.risks > 0


@pytest.mark.parametrize("page", ["advice", "questions", "help"])
def test_whoever_goes_elsewhere_while_a_plan_opens_is_not_fetched_back(
    running: Running, page: str
) -> None:
    with Advisor.open() as advisor:
        example = advisor.plans.add(advisor.plans.examples()[1])
    running.house.open(example)
    window, session = running.program.window, running.house.session
    assert session is not None

    window.show_page(page)
    running.qtbot.waitUntil(lambda: session._steps.is_done)

    assert window.current_page == page


def test_home_knows_the_open_risks_of_a_plan_that_was_advised_on(running: Running) -> None:
    house = running.house
    with Advisor.open() as advisor:
        example = advisor.plans.add(advisor.plans.examples()[1])
    house.open(example)
    running.rest()
    running.program.window.show_page("home")
    running.rest()

    summary = running.program.home_page.model.summary(running.program.home_page.model.index(0))
    assert summary is not None
    assert summary.judged is not None
    assert summary.judged.summary.risks_open


def test_decisions_of_the_edition_before_are_copied_at_opening_and_can_be_taken_back(
    running: Running,
) -> None:
    before, now = ActionId("end-04"), ActionId("end-02")
    ours = Decision(choice=Choice.WE_WILL, owner="Rosa")
    with Advisor.open() as advisor:
        plan = advisor.plans.create("Lowmere listeners")
        advisor.plans.save(plan.id, EntryKey.of_decision(before), ours)
        plan = advisor.plans.plan(plan.id)
    running.house.open(plan)
    running.rest()
    session = running.house.session
    assert session is not None

    assert session.open_plan.plan.decision(now) == ours
    notices = running.program.room.notices
    running.qtbot.waitUntil(lambda: notices.message.startswith("1 decision of an earlier edition"))
    session.undo()
    assert session.open_plan.plan.decision(now) == UNDECIDED
    running.program.window.close()
    (kept,) = stored()
    assert kept.decision(before) == ours
    assert with_copies(session.open_plan.pack, kept).decision(now) == UNDECIDED


def test_what_waits_from_the_edition_before_is_led_to_and_comes_first(running: Running) -> None:
    with Advisor.open() as advisor:
        plan = advisor.plans.add(plan_with(languages=OptionId("interpreters")))
    running.house.open(plan)
    running.rest()
    window = running.program.window
    window.show_page("advice")
    running.rest()
    shown = window.pages.currentWidget()
    assert isinstance(shown, AdvicePage)
    running.qtbot.waitUntil(shown.waiting.isVisible)

    assert shown.waiting.text() == "Look at 1 answer or decision of an earlier edition"
    shown.waiting.click()
    running.rest()
    assert window.current_page == "plan"
    (card,) = window.findChildren(MovedAnswersCard)
    assert card.isVisible()
