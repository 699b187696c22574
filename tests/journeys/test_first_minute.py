"""The first minute: a person who opens the program for the first time."""

import pytest

from tests.journeys.conftest import Reported, Start

pytestmark = pytest.mark.journey


def test_the_tour_can_be_taken_by_keys_and_leads_to_an_empty_home_that_explains_itself(
    start: Start, reported: Reported
) -> None:
    program = start()
    reader, keys = program.reader, program.screen.keys
    assert reader.find("heading", "Welcome").level == 1
    reader.find_focus("push button", "Next")
    keys("Return")
    reader.find_focus("heading", "See what follows as you go")
    keys("Return")
    reader.find_focus("heading", "Decide, and put it on paper")
    keys("Return")
    reader.find_gone("dialog")
    reader.find_focus("push button", "Start a plan")
    reader.find("heading", has="See what your peer support may do")
    assert program.screen.size() == (1280, 800)
    reported(program)


def test_the_tour_is_not_shown_again(start: Start, reported: Reported) -> None:
    program = start()
    program.reader.press("Skip the tour")
    program.reader.find_focus("push button", "Start a plan")
    reported(program)
    again = start()
    again.reader.find("heading", has="See what your peer support may do")
    assert again.reader.every("dialog") == []
    reported(again)
