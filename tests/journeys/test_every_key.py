"""Every key that acts from everywhere does what Help says of it."""

import pytest

from tests.journeys.conftest import Reported, WithPlans
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey

PAGES = {
    "ctrl+2": "Questions",
    "ctrl+3": "Advice",
    "ctrl+4": "Actions",
    "ctrl+5": "Papers",
    "ctrl+6": "Compare plans",
    "ctrl+7": "Evidence library",
    "ctrl+8": "Preferences",
    "ctrl+9": "Help",
}
OPENED = {
    "ctrl+n": ("text", "What is the programme called?"),
    "ctrl+o": ("text", "File name:"),
    "ctrl+k": ("text", "Find in the plan, the advice and the evidence"),
}


def test_every_key_does_what_help_says(with_plans: WithPlans, reported: Reported) -> None:
    program = with_plans(1)
    program.screen.keys("Return")
    program.reader.find("heading", has="Page ")
    open_pages(program)
    open_dialogs(program)
    find_and_help(program)
    go_back_and_forward(program)
    go_round_the_window(program)
    undo_and_redo(program)
    say_and_size(program)
    reported(program)


def open_pages(program: RealProgram) -> None:
    for key, heading in PAGES.items():
        program.screen.keys(key)
        program.reader.find_focus("heading", has=heading)


def open_dialogs(program: RealProgram) -> None:
    for key, (role, name) in OPENED.items():
        program.screen.keys(key)
        program.reader.find_focus(role, name)
        program.screen.keys("Escape")
        program.reader.find_gone(role, name)
    program.screen.keys("ctrl+p")
    program.reader.find("push button", "Print")
    program.screen.keys("Escape")
    program.reader.find_gone("push button", "Print")


def find_and_help(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    keys("ctrl+3")
    reader.find_focus("heading", "Advice")
    keys("ctrl+f")
    reader.find_focus("text", has="Find on this page")
    program.screen.type("support")
    for key, place in (("F3", "2 of "), ("F3", "3 of "), ("shift+F3", "2 of ")):
        reader.find("label", has=" of ")
        keys(key)
        reader.find("label", has=place)
    keys("Escape")
    reader.find_gone("text", has="Find on this page")
    keys("F1")
    reader.find_focus("heading", has="Help for this page")
    keys("F1")
    reader.find_gone("heading", has="Help for this page")


def go_back_and_forward(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    keys("ctrl+4")
    reader.find_focus("heading", "Actions")
    keys("alt+Left")
    reader.find("frame", has="Advice – ")
    keys("alt+Right")
    reader.find("frame", has="Actions – ")
    keys("F5")
    reader.find("push button", "Leave workshop mode")
    keys("Escape")
    reader.find_gone("push button", "Leave workshop mode")


def go_round_the_window(program: RealProgram) -> None:
    """From the page to the status, back into the page, and round to the rail."""
    reader, keys = program.reader, program.screen.keys
    keys("ctrl+4")
    reader.find_focus("heading", "Actions")
    keys("F6")
    reader.find_focus("push button", has="Back to ")
    keys("shift+F6")
    reader.find_focus("push button", "Add your own")
    keys("F6", "F6")
    reader.find_focus("push button", "Find")


def undo_and_redo(program: RealProgram) -> None:
    """Where there is nothing to take back, or to do again, that is said."""
    reader, keys = program.reader, program.screen.keys
    keys("ctrl+z")
    reader.hear("There is nothing to undo here.")
    keys("ctrl+shift+z")
    reader.hear("There is nothing to do again.")


def say_and_size(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    reader.forget()
    keys("ctrl+s")
    reader.hear("Everything is saved")
    for key, size in (("ctrl+plus", "110 %"), ("ctrl+minus", "100 %"), ("ctrl+0", "100 %")):
        reader.forget()
        keys(key)
        reader.hear(f"Text size {size}")
