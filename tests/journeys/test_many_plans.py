"""An umbrella charity looks at a thousand plans in one table."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.journeys.conftest import Reported, Start
from tests.support.many_plans import store_many
from tests.support.real_program import RealProgram

pytestmark = pytest.mark.journey

MANY = 1000
OTHERS_COPE = "Feeling that everyone else copes better"
DISMISSED = "Feeling dismissed or out of place"


def test_a_thousand_plans_are_looked_at_sorted_opened_and_saved(
    start: Start, reported: Reported, tmp_path: Path
) -> None:
    store_many(tmp_path / "program" / "home", MANY)
    program = start()
    program.reader.find_focus("push button", has="Go on")
    program.reader.press("All plans in one table")
    program.reader.find("table cell", has="Plan 0")
    program.reader.find_focus("table cell")
    sort(program)
    open_a_risk(program)
    # That it can be cancelled is tested where the writing waits: here it may be too quick.
    kept = save(program)
    program.reader.hear(f"Saved as {kept}.")
    assert load_workbook(kept, read_only=True).worksheets[0].max_row == MANY + 1
    reported(program)


def sort(program: RealProgram) -> None:
    reader, keys = program.reader, program.screen.keys
    keys("Right", "Right")
    reader.find_focus("table cell", has=OTHERS_COPE)
    reader.forget()
    keys("s")
    reader.hear(f"Sorted by: {OTHERS_COPE}")


def open_a_risk(program: RealProgram) -> None:
    """Go to a cell by its arrows, hear it explained, open its risk and come back."""
    reader, keys = program.reader, program.screen.keys
    keys("Left", "Left", "Down")
    reader.find_focus("table cell", has=DISMISSED)
    here = reader.find("heading", has=f": {DISMISSED}").name.partition(":")[0]
    keys("Return")
    reader.find("frame", has=f"Advice – {here}")
    reader.find("heading", DISMISSED)
    keys("alt+Left")
    reader.find("frame", has="All plans")
    reader.find_focus("table cell")


def save(program: RealProgram) -> Path:
    """Save the table under a name that is typed, and return where."""
    reader = program.reader
    reader.forget()
    reader.press("Save as table…")
    path = program.choose_file("plans.xlsx")
    program.screen.keys("Return")
    return path
