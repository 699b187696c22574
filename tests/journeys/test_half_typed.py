"""What is half typed when the program is killed stands in its field again, as it was typed."""

import json

import pytest

from tests.journeys.conftest import Reported, Start
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey

NAME = "What is the programme called?"
WRITTEN = {
    "What will you do?": "Ring the nurs",
    "What could go wrong?": "The hall fl",
    "What will you do about it?": "Ask the vill",
}
MONTHS, NUMBER = "For how many months is your funding secure?", "2 or 3"
ROLES = {MONTHS: "spin button"}


def test_it_comes_back_whatever_the_field(
    start: Start, program: RealProgram, reported: Reported
) -> None:
    program.reader.press("Start a plan")
    program.reader.find_focus("text", NAME)
    program.screen.type("Sunr")
    killed_once_kept(program, "Sunr")
    write_own(finished_name(start()))
    third = start()
    go_on(third)
    add_own(third)
    for field, words in WRITTEN.items():
        assert text_of(third, field, words) == words
    write_a_number_that_is_none(third)

    last = start()
    go_on(last)
    open_the_number(last)
    assert text_of(last, MONTHS, NUMBER) == NUMBER
    last.reader.find("label", has="Only a whole number from ")
    reported(last)


def finished_name(program: RealProgram) -> RealProgram:
    """Finish the name that was half typed, and open the plan under it."""
    program.reader.press("Start a plan")
    assert text_of(program, NAME, "Sunr") == "Sunr"
    program.screen.type("ise")
    program.reader.press("Start")
    program.reader.find_focus("heading", has="Page 1 of ")
    return program


def write_own(program: RealProgram) -> None:
    """Half type an action and a risk of one's own; the program is killed."""
    add_own(program)
    for field, words in WRITTEN.items():
        program.reader.take_focus("text", field)
        program.reader.find_focus("text", field)
        program.screen.type(words)
    killed_once_kept(program, *WRITTEN.values())


def add_own(program: RealProgram) -> None:
    program.screen.keys("ctrl+4")
    program.reader.find_focus("heading", "Actions")
    program.reader.press("Add your own")
    program.reader.find_focus("text", "What will you do?")


def go_on(program: RealProgram) -> None:
    program.reader.find_focus("push button", has="Go on with Sunrise")
    program.screen.keys("Return")
    program.reader.find("heading", has="Page ")


def open_the_number(program: RealProgram) -> None:
    """Go to the section that asks for a number, as its step in the rail does, and on in it."""
    program.reader.press("6. Safety, money")
    program.reader.find_focus("heading", has="Safety, money and learning. Page 1 of ")
    for number in (2, 3):
        program.reader.press("Continue")
        program.reader.find_focus("heading", has=f"Safety, money and learning. Page {number} of ")


def write_a_number_that_is_none(program: RealProgram) -> None:
    program.screen.keys("ctrl+2")
    program.reader.find_focus("heading", "Questions")
    program.reader.press("Start answering")
    program.reader.find_focus("heading", has="Page 1 of ")
    open_the_number(program)
    program.reader.take_focus("spin button", MONTHS)
    program.reader.find_focus("spin button", MONTHS)
    program.screen.type(NUMBER)
    killed_once_kept(program, NUMBER)


def text_of(program: RealProgram, field: str, wanted: str) -> str:
    """Return what stands in a field, once that is what is wanted or patience ends."""

    def text() -> str:
        return program.reader.find(name=field, role=ROLES.get(field, "text")).text or ""

    program.reader.wait(lambda: text() == wanted, f"{wanted} in {field}")
    return text()


def killed_once_kept(program: RealProgram, *words: str) -> None:
    """Kill the program once words are in its journal."""
    journal = program.home / "drafts.jsonl"

    def are_kept() -> bool:
        lines = journal.read_text(encoding="utf-8").splitlines() if journal.exists() else []
        kept = {json.loads(line).get("words") for line in lines if line.strip()}
        return kept.issuperset(words)

    program.reader.wait(are_kept, f"{words} in the journal")
    program.process.kill()
    program.process.wait()
