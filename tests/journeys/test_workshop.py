"""A workshop by keys alone: answered together, and who sees it differently is on the sheet."""

import subprocess

import pytest

from tests.journeys.conftest import Reported
from tests.journeys.test_by_keys import go_to
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey

ANSWERS = 10
SAID = "Eight is too many for us."


def test_a_room_answers_together_and_disagrees(program: RealProgram, reported: Reported) -> None:
    keys, reader = program.screen.keys, program.reader
    keys("ctrl+n")
    reader.find_focus("text")
    program.screen.type("Sunrise")
    keys("Return")
    reader.find_focus("heading", has="Page 1 of ")
    keys("F5")
    reader.find("label", has="Question 1 of ")
    answer_ten(program)
    disagree(program)
    keys("Escape")
    reader.find_focus("heading", "Questions")
    reader.find("label", has=f"{ANSWERS} of ")
    reader.toggle("radio button", "Seen differently 1")
    said = f"Seen differently by the mothers: {SAID}"
    reader.wait(lambda: any(said in each.description for each in reader.every("push button")), said)
    assert SAID in worksheet(program)
    reported(program)


def answer_ten(program: RealProgram) -> None:
    """Answer with the first option and go on, as often as there are answers to give."""
    keys, reader = program.screen.keys, program.reader
    for number in range(1, ANSWERS + 1):
        reader.find("label", has=f"Question {number} of ")
        reader.forget()
        keys("1")
        reader.hear("Chosen: ")
        keys("Right")
    reader.find("label", has=f"Question {ANSWERS + 1} of ")


def disagree(program: RealProgram) -> None:
    """Write down who sees it differently; the letters of it choose nothing."""
    keys, reader = program.screen.keys, program.reader
    keys("d")
    reader.find_focus("text", has="Who sees it differently?")
    program.screen.type("the mothers")
    keys("Return")
    reader.find_focus("text", has="How do they see it, and why?")
    reader.forget()
    program.screen.type(SAID)
    keys("Return")
    reader.hear(f"Noted. Seen differently by the mothers: {SAID}")
    reader.find("label", has=f"Question {ANSWERS + 1} of ")


def worksheet(program: RealProgram) -> str:
    """Save the worksheet and return what is printed on it."""
    keys, reader = program.screen.keys, program.reader
    keys("ctrl+5")
    reader.find_focus("heading", "Papers")
    go_to(program, "radio button", "Action checklist")
    go_to(program, "radio button", "Workshop sheet", key="Down")
    keys("alt+s")
    path = program.choose_file("worksheet.pdf")
    keys("Return")
    reader.hear(f"Saved: {path}")
    command = ["pdftotext", "-layout", str(path), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return " ".join(told.stdout.split())
