"""The keys that act on the list of plans."""

import pytest

from tests.journeys.conftest import Reported, WithPlans
from tests.journeys.test_by_keys import go_to
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey

SECOND = "Plan 0001. "
"""As its row begins; what follows is read from the plan."""


def test_keys_of_the_list_do_what_help_says(with_plans: WithPlans, reported: Reported) -> None:
    program = with_plans(3)
    go_to(program, "list item")
    program.screen.keys("Down")
    program.reader.find_focus("list item", has=SECOND)
    leave_by_escape(program)
    rename(program)
    delete(program)
    reported(program)


def leave_by_escape(program: RealProgram) -> None:
    """What was opened over the list gives the keyboard back to the same plan."""
    reader, keys = program.reader, program.screen.keys
    for key, role, name in (
        ("F2", "text", "Name of the plan"),
        ("Menu", "menu item", "Open"),
        ("shift+F10", "menu item", "Open"),
    ):
        keys(key)
        reader.find_focus(role, name)
        keys("Escape")
        reader.find_gone(role, name)
        reader.find_focus("list item", has=SECOND)


def rename(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    keys("F2")
    reader.find_focus("text", "Name of the plan")
    keys("ctrl+a")
    program.screen.type("Aunties")
    keys("Return")
    reader.hear("It is called “Aunties” now.")
    reader.find_focus("list item", has="Aunties. ")
    keys("ctrl+z")
    reader.hear("It is called “Plan 0001” now.")
    reader.find_focus("list item", has=SECOND)


def delete(program: RealProgram) -> None:
    """Deleting asks nothing and can be undone, and done again."""
    reader, keys = program.reader, program.screen.keys
    keys("Delete")
    reader.hear("“Plan 0001” was deleted.")
    reader.find_gone("list item", has=SECOND)
    keys("ctrl+z")
    reader.hear("The plan is back.")
    reader.find_focus("list item", has=SECOND)
    keys("ctrl+shift+z")
    reader.find_gone("list item", has=SECOND)
