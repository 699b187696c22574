"""Another design is tried: discarded, tried again and kept."""

from pathlib import Path

import pytest

from advisor.services.advisor import Advisor
from tests.journeys.conftest import Reported, Start
from tests.support.many_plans import store_many
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey


def answers(home: Path) -> list[int]:
    """Return how many questions each stored plan answers."""
    with Advisor.open(str(home / "plans.db")) as advisor:
        return [each.answered for each in advisor.plans.summaries("", 0, 9)]


def test_what_is_tried_is_discarded_or_kept(
    start: Start, reported: Reported, tmp_path: Path
) -> None:
    store_many(tmp_path / "program" / "home", 1)
    [before] = answers(tmp_path / "program" / "home")
    program = start()
    reader, keys = program.reader, program.screen.keys
    reader.find_focus("push button", has="Go on")
    keys("Return")
    reader.find("heading", has="Page ")
    keys("ctrl+3")
    reader.find_focus("heading", "Advice")
    reader.press("What would have to change: For all open risks together")
    reader.find("push button", has="way 1 of ")
    reader.press(has="way 1 of ")
    discard(program)
    bring_back_and_keep(program)
    reported(program)
    [plan] = answers(tmp_path / "program" / "home")
    assert plan > before


def discard(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    reader.hear("There would be ")
    keys("Escape")
    reader.hear("Discarded. Your plan is as it was.")
    reader.find_focus("heading", "Advice")


def bring_back_and_keep(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    reader.forget()
    keys("ctrl+z")
    reader.hear("There would be ")
    reader.find_focus("push button", has=" becomes ")
    reader.forget()
    keys("alt+k")
    reader.hear("answers kept.")
    reader.hear("Saved")
    reader.find_focus("heading", "Advice")
