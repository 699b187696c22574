"""The first minute: a person who opens the program for the first time."""

import pytest

from tests.journeys.conftest import Reported, Start

pytestmark = pytest.mark.journey


def test_an_empty_home_explains_itself_and_a_plan_is_one_press_away(
    start: Start, reported: Reported
) -> None:
    program = start()
    reader, keys = program.reader, program.screen.keys
    reader.find_focus("push button", "Start a plan")
    assert reader.every("dialog") == []
    assert reader.find("heading", has="See what your peer support may do").level == 1
    reader.find("label", has="Quick start: 19 questions")
    assert program.screen.size() == (1280, 800)
    keys("Return")
    reader.find_focus("text", "What is the programme called?")
    keys("Escape")
    reader.find_focus("push button", "Start a plan")
    reported(program)
