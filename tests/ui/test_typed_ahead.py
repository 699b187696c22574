"""Whoever goes on by keys while a page is on its way is heard by that page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.fake_advisor import FakeAdvisor
from tests.support.program import Driven
from tests.support.shipped import example_plans
from ui.room import PageKey

PLAN = example_plans()[1]


@pytest.fixture
def driven(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Driven]:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path))
    made = Driven(qtbot, monkeypatch, FakeAdvisor((PLAN,)))
    yield made
    made.rest()
    made.close()


def test_keys_reach_the_first_page_of_a_plan_that_opens(driven: Driven) -> None:
    driven.house.open(PLAN, PageKey.QUESTIONS)
    assert driven.page == PageKey.HOME

    QTest.keyClick(driven.window.windowHandle(), Qt.Key.Key_Tab)

    assert driven.page == PageKey.QUESTIONS
    focus = driven.focus()
    assert focus is not None
    assert driven.shown.isAncestorOf(focus)
