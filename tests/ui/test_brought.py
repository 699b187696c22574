"""A plan file that the program is started with is open once the plans are."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from tests.support.shipped import example_plans
from ui.room import PageKey

FILE = Path("Amberfield.plan.json")


@pytest.fixture
def advisor() -> FakeAdvisor:
    made = FakeAdvisor()
    made.plans.files[FILE] = example_plans()[0]
    return made


def test_a_plan_file_is_taken_as_soon_as_the_plans_are_open(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, advisor: FakeAdvisor
) -> None:
    driven = Driven(qtbot, monkeypatch, advisor, brought=FILE)

    assert driven.page == PageKey.PLAN
    driven.close()


def test_a_file_that_comes_later_is_taken_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, advisor: FakeAdvisor
) -> None:
    driven = Driven(qtbot, monkeypatch, advisor)
    assert driven.page == PageKey.HOME

    driven.program.bring(FILE)
    driven.rest()

    assert driven.page == PageKey.PLAN
    driven.close()
