"""The keys that act on one page alone: in the questions and in the actions."""

import pytest

from tests.journeys.conftest import Reported, WithPlans
from tests.journeys.test_by_keys import go_to
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey


def test_keys_of_one_page_do_what_help_says(with_plans: WithPlans, reported: Reported) -> None:
    program = with_plans(1)
    go_through_questions(program)
    decide(program)
    reported(program)


def go_through_questions(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    keys("Return")
    heading = reader.find("heading", has="Page 1 of ")
    go_to(program, "heading", heading.name, key="ctrl+Up")
    keys("alt+c")
    reader.find_focus("heading", has="Page 2 of ")
    before = reader.moves
    keys("ctrl+Up")
    reader.find("heading", heading.name)
    reader.find_next_focus(before)
    keys("ctrl+Down")
    reader.find_focus("heading", has="Page 2 of ")


def decide(program: RealProgram) -> None:
    """Will do, in place, not for us and later; who, and by when."""
    reader, keys = program.reader, program.screen.keys
    keys("ctrl+4")
    reader.find_focus("heading", "Actions")
    go_to(program, "table cell")
    before = reader.moves
    keys("Down")
    row = reader.find_next_focus(before)
    for key, said in (("1", "We will do this"), ("2", "Already in place"), ("0", "Decide later")):
        reader.forget()
        keys(key)
        reader.hear(said)
    for key, field in (("3", "Why not"), ("d", "By when"), ("w", "Who")):
        keys(key)
        reader.find_focus("text", has=field)
        keys("Escape")
        reader.find_focus("table cell", row.name)
