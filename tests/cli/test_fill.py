"""`plans fill`: a checklist that was filled in is read back into its plan."""

import datetime
import io
import json
from pathlib import Path

import pypdf
import pytest

from tests.cli.conftest import Cli
from tests.support.form import filled

CASES = Path(__file__).parents[1] / "pdf" / "filled_by_others"
PLAN = CASES / "plan_of_the_filled_checklists.json"
WORDS = CASES / "date_in_words.pdf"
ID = "11111111"


@pytest.fixture
def stored(cli: Cli, own: Path) -> Path:
    """A database with the plan of the checklists."""
    assert cli("plans", "import", PLAN, database=own).code == 0
    return own


def _without_plan(path: Path, folder: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(path))
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    copy = folder / "copy.pdf"
    copy.write_bytes(out.getvalue())
    return copy


def test_what_can_be_taken_is_taken_and_the_rest_listed(cli: Cli, stored: Path) -> None:
    ran = cli("plans", "fill", ID, WORDS, "--format", "json", database=stored)

    said = json.loads(ran.out)
    assert ran.code == 0
    assert list(said) == ["plan", "changes", "unread", "warnings"]
    named = {"action": "plan-09", "field": "owner", "before": "", "after": "Amina"}
    assert named in said["changes"]
    assert {
        "action": "train-07",
        "field": "choice",
        "before": "decide_later",
        "after": "in_place",
    } in said["changes"]
    assert [(each["field"], each["typed"]) for each in said["unread"]] == [
        ("due", "TBC"),
        ("due", "end of March"),
    ]
    assert "31 March 2027" in said["unread"][1]["why"]
    assert said["warnings"] == []
    assert "Amina" in cli("plans", "show", ID, database=stored).out


def test_a_tick_beside_a_safety_check_is_kept_printed_and_taken_away_again(
    cli: Cli, stored: Path, tmp_path: Path
) -> None:
    def changes(*clicked: str) -> list[dict[str, object]]:
        blank, copy = tmp_path / "blank.pdf", tmp_path / "filled.pdf"
        made = ("paper", "checklist", ID, "-o", blank, "--fillable", "--overwrite")
        assert cli(*made, database=stored).code == 0
        copy.write_bytes(filled(blank.read_bytes(), ticks=clicked))
        ran = cli("plans", "fill", ID, copy, "--format", "json", database=stored)
        found: list[dict[str, object]] = json.loads(ran.out)["changes"]
        return found

    [gate, *_others] = _gates_to_tick(cli, stored, tmp_path)
    about, today = gate.removeprefix("gate:"), datetime.datetime.now().astimezone().date()

    [ticked] = changes(gate)
    assert ticked == {"action": about, "field": "tick", "before": None, "after": f"{today}"}
    assert changes() == []
    [taken] = changes(gate)
    assert taken == {"action": about, "field": "tick", "before": f"{today}", "after": None}


def _gates_to_tick(cli: Cli, stored: Path, folder: Path) -> list[str]:
    made = folder / "checklist.pdf"
    assert cli("paper", "checklist", ID, "-o", made, "--fillable", database=stored).code == 0
    return [name for name in pypdf.PdfReader(made).get_fields() or {} if name.startswith("gate:")]


def test_a_dry_run_changes_nothing(cli: Cli, stored: Path) -> None:
    ran = cli("plans", "fill", ID, WORDS, "--dry-run", database=stored)

    assert ran.code == 0
    assert "3 entries would change. Nothing is changed yet." in ran.said
    assert "“TBC” beside" in ran.said
    assert "Amina" not in cli("plans", "show", ID, database=stored).out


def test_what_was_taken_is_said(cli: Cli, stored: Path) -> None:
    ran = cli("plans", "fill", ID, WORDS, database=stored)

    assert "3 entries were taken over from the checklist." in ran.said
    assert "Nothing is changed yet" not in ran.said
    again = cli("plans", "fill", ID, WORDS, "--format", "json", database=stored)
    assert json.loads(again.out)["changes"] == []


def test_a_copy_that_does_not_say_its_plan_asks_first(
    cli: Cli, stored: Path, tmp_path: Path
) -> None:
    copy = _without_plan(WORDS, tmp_path)

    asked = cli("plans", "fill", ID, copy, database=stored)
    assert asked.code == 2
    assert "does not say which plan it was made for" in asked.err
    assert "Amina" not in cli("plans", "show", ID, database=stored).out
    assert cli("plans", "fill", ID, copy, "--yes", database=stored).code == 0
    assert "Amina" in cli("plans", "show", ID, database=stored).out


def test_a_checklist_of_another_plan_is_refused(cli: Cli, own: Path, example: Path) -> None:
    stored = cli("plans", "import", example, database=own).out.split()[2].rstrip(":")

    refused = cli("plans", "fill", stored, WORDS, "--yes", database=own)
    assert refused.code == 2
    assert "made for another plan" in refused.err


def test_a_copy_that_lost_what_was_printed_says_so(cli: Cli, stored: Path) -> None:
    copy = CASES / "defaults_dropped.pdf"
    ran = cli("plans", "fill", ID, copy, "--format", "json", database=stored)

    said = json.loads(ran.out)
    assert {each["action"] for each in said["changes"]} == {"train-07"}
    assert "no longer says what was printed" in said["warnings"][0]


def test_what_is_no_checklist_is_refused(cli: Cli, stored: Path) -> None:
    refused = cli("plans", "fill", ID, PLAN, database=stored)

    assert refused.code == 2
    assert "Choose a checklist" in refused.err
