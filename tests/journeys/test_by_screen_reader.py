"""From an empty home to a checklist, by what a screen reader is told and can do.

Nothing here looks at the program or at pixels: things are found by role and name, pressed
through the screen reader's interface, and what was done is believed when it is announced.
"""

import pytest

from tests.journeys.conftest import Reported
from tests.journeys.test_by_keys import decide_first
from tests.support.atspi import ScreenReader
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey


MOST_EVENTS = 300
"""What a screen reader is sent when another page is shown; it answers each with questions."""


def test_from_a_new_plan_to_a_checklist(program: RealProgram, reported: Reported) -> None:
    reader = program.reader
    make_plan(program, "Sunrise")
    answer_the_first_page(reader)
    read_the_advice(reader)
    decide_first(program)
    export(program)
    reported(program)


def make_plan(program: RealProgram, name: str) -> None:
    reader = program.reader
    reader.press("Start a plan")
    reader.find_focus("text", "What is the programme called?")
    program.screen.type(name)
    reader.press("Start")
    assert reader.find_focus("heading", has="Page 1 of ").level == 1


def answer_the_first_page(reader: ScreenReader) -> None:
    reader.toggle("radio button", "Not decided yet", within="Who is the programme for?")
    reader.press("Continue")
    reader.find_focus("heading", has="Page 2 of ")
    assert reader.find("heading", "How will mothers get support?").level == 2
    reader.forget()
    reader.toggle("check box", "In a group, face to face", within="How will mothers")
    reader.hear("Saved")
    assert "checked" in reader.find("check box", "In a group, face to face").states
    reader.press("Continue")
    reader.find_focus("heading", has="Page 3 of ")
    reader.toggle("radio button", "Open drop-in", within="How do mothers join a group?")
    reader.press("Go to the list of questions")
    reader.find("label", has=" answered, 1 left open.")
    now = "Now: In a group, face to face"
    assert reader.find("push button", has=now).name == f"Change: Kinds of support. {now}"


def read_the_advice(reader: ScreenReader) -> None:
    reader.press("Advice")
    assert reader.find_focus("heading", "Advice").level == 1
    reader.find("label", has="This is not a complete list")
    # What nobody has scrolled to is not made yet: its chip leads there.
    reader.press(reader.find("push button", has="Go to: May apply, ").name)
    assert reader.find("heading", "May apply").level == 2
    reader.find("push button", has=", may apply")
    reader.press("Actions")


def export(program: RealProgram) -> None:
    reader = program.reader
    reader.press("Papers")
    reader.find_focus("heading", "Papers")
    reader.hear("Action checklist: ")
    reader.forget()
    reader.press("Save as PDF…")
    path = program.choose_file("checklist.pdf")
    reader.press("Save")
    reader.hear(f"Saved: {path}")
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_page_is_shown_in_few_events(program: RealProgram, reported: Reported) -> None:
    keys, reader = program.screen.keys, program.reader
    reader.press(has="Castlewick sisters")
    reader.find_focus("heading", "Questions")
    reader.count_events()
    sent = {}
    for number, heading in enumerate(("Questions", "Advice", "Actions", "Papers"), start=2):
        keys(f"ctrl+{number}")
        reader.find_focus("heading", heading)
        sent[heading] = reader.count_events()
    keys("ctrl+2")
    reader.find_focus("heading", "Questions")
    sent["the list again"] = reader.count_events()
    reader.press(has="Change: Kinds of support")
    reader.find_focus("check box")
    sent["a question"] = reader.count_events()
    keys("ctrl+9")
    reader.find_focus("heading", "Help")
    sent["help"] = reader.count_events()

    assert {page: number for page, number in sent.items() if number >= MOST_EVENTS} == {}
    assert min(sent.values()) >= 0 < sent["Advice"]
    reported(program)
