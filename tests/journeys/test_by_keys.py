"""The same way by keys alone, in a small window and at twice the text size."""

import json

import pytest

from tests.journeys.conftest import Reported
from tests.support.apart import without_network
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey

PAGES = ("Your plans", "Questions", "Advice", "Actions", "Papers")
MOST_PRESSES = 40


def test_from_a_new_plan_to_a_checklist(program: RealProgram, reported: Reported) -> None:
    keys, reader = program.screen.keys, program.reader
    keys("ctrl+n")
    reader.find_focus("text")
    program.screen.type("Sunrise")
    keys("Return")
    answer(program)
    keys("ctrl+3")
    reader.find_focus("heading", "Advice")
    keys("ctrl+4")
    decide_first(program)
    save_the_checklist(program)
    assert program.is_without_network == bool(without_network())
    reported(program)


def answer(program: RealProgram) -> None:
    keys, reader = program.screen.keys, program.reader
    reader.find_focus("heading", has="Page 1 of ")
    keys("alt+c")
    reader.find_focus("heading", has="Page 2 of ")
    go_to(program, "check box", "One-to-one, face to face")
    keys("Down")
    reader.find_focus("check box", "In a group, face to face")
    reader.forget()
    keys("space")
    reader.hear("Saved")
    keys("alt+c")
    reader.find_focus("heading", has="Page 3 of ")
    go_to(program, "radio button", "Open drop-in")
    keys("space", "Down")
    reader.find_focus("radio button", "New mothers join after a talk with you")
    keys("ctrl+z")
    reader.hear("Undone: How do mothers join a group?")
    keys("F6")
    reader.find_focus("heading", has="Advice so far")
    keys("shift+F6")
    reader.find_focus("radio button")
    keys("Escape")
    reader.find_focus("heading", "Questions")


def decide_first(program: RealProgram) -> None:
    """Decide about the first action of the list, which begins with the head of a group."""
    keys, reader = program.screen.keys, program.reader
    reader.find_focus("heading", "Actions")
    go_to(program, "table cell")
    reader.forget()
    before = reader.moves
    keys("Down")
    reader.find_next_focus(before)
    keys("1")
    reader.hear("Saved")
    reader.find("table cell", "We will do this")
    reader.find("label", has="1 of ")


def save_the_checklist(program: RealProgram) -> None:
    keys, reader = program.screen.keys, program.reader
    keys("ctrl+5")
    reader.find_focus("heading", "Papers")
    keys("alt+s")
    path = program.choose_file("checklist.pdf")
    keys("Return")
    reader.hear(f"Saved: {path}")
    assert path.read_bytes().startswith(b"%PDF-")


def go_to(program: RealProgram, role: str, name: str = "", *, key: str = "Tab") -> None:
    """Press one key until the keyboard is there, as a person does who listens."""
    passed = []
    for _press in range(MOST_PRESSES):
        before = program.reader.moves
        program.screen.keys(key)
        focus = program.reader.find_next_focus(before)
        if focus.fits(role, name):
            return
        passed.append(focus.words)
    pytest.fail(f"{key} does not lead to {role} “{name}”, but to {passed}")


def test_the_window_keeps_its_size_when_the_text_is_twice_as_large(
    program: RealProgram, reported: Reported
) -> None:
    keys, reader, screen = program.screen.keys, program.reader, program.screen
    keys("ctrl+n")
    reader.find_focus("text")
    screen.type("Sunrise")
    keys("Return")
    reader.find_focus("heading", has="Page 1 of ")
    assert screen.size() == (1280, 800)
    keys(*["ctrl+plus"] * 10)
    kept = program.home / "preferences.json"
    reader.wait(
        # It is first kept with the first step, a moment after the key.
        lambda: kept.exists() and json.loads(kept.read_text())["text_size"] == 200,
        "text twice as large",
    )
    assert screen.size() == (1280, 800)
    screen.resize(1024, 700)
    for number, heading in enumerate(PAGES, start=1):
        keys(f"ctrl+{number}")
        if number == 1:
            # At Home the keyboard is where one goes on, once the plans are read.
            found = reader.find("heading", heading)
        else:
            found = reader.find_focus("heading", heading)
        assert screen.size() == (1024, 700)
        left, _top, width, _height = found.box
        assert left + width <= 1024
    reported(program)
