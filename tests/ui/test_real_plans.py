"""The window over the real advisor: a database, the shipped evidence, the examples."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.models.ids import OptionId, QuestionId
from advisor.models.plan import Plan
from advisor.services.advisor import Advisor
from ui.app import OpenHouse, Program
from ui.preferences.preferences import PreferenceFile, Preferences


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
    PreferenceFile(tmp_path / "preferences.json").save(Preferences(has_seen_tour=True))
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
    assert summary.open_risks
