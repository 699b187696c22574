import json
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor import locations
from tests.cli.conftest import SMALLEST, Cli
from tests.packs.authoring import EDITION_2026_11
from tests.support.shipped import PLANS_2026_11

PlanFile = Callable[[object], Path]


def _imported(cli: Cli, file: Path, database: Path) -> str:
    ran = cli("plans", "import", file, database=database)
    assert ran.code == 0, ran.err
    return ran.out.split()[2].rstrip(":")


def test_an_imported_plan_is_listed_with_progress_and_open_risks(
    cli: Cli, example: Path, own: Path
) -> None:
    plan_id = _imported(cli, example, own)

    [line] = cli("plans", "list", database=own).out.splitlines()

    assert line.startswith(plan_id[:8])
    assert "answered" in line
    assert "  Nothing to stop for · 8 in hand  " in line


def test_one_risk_is_counted_as_one(cli: Cli, own: Path) -> None:
    [sparse] = locations.examples_folder().glob("01-*.json")
    _imported(cli, sparse, own)

    [line] = cli("plans", "list", database=own).out.splitlines()

    assert "  Before you open: 1 · 5 open · 3 depend  " in line


def test_an_empty_list_says_how_to_begin(cli: Cli, own: Path) -> None:
    ran = cli("plans", "list", database=own)

    assert ran.code == 0
    assert ran.out == ""
    assert "plans import" in ran.err


def test_a_plan_is_shown_by_the_beginning_of_its_id(cli: Cli, example: Path, own: Path) -> None:
    plan_id = _imported(cli, example, own)

    ran = cli("plans", "show", plan_id[:6], database=own)

    assert "In a group, face to face" in ran.said


def test_a_plan_is_shown_with_what_newer_evidence_changed_and_why(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "of the edition before.db"
    with monkeypatch.context() as before:
        before.setattr(locations, "evidence_folder", lambda: EDITION_2026_11)
        plan_id = _imported(cli, PLANS_2026_11 / "03-closed-eight-week-group.json", own)
        assert "NEWER EVIDENCE" not in cli("plans", "show", plan_id, database=own).out

    said = cli("plans", "show", plan_id, database=own).said

    assert "WHAT NEWER EVIDENCE CHANGED" in said
    assert "[N03-harms]" in said
    assert "Under edition 2026.11:" in said

    told = json.loads(cli("plans", "show", plan_id, "--format", "json", database=own).out)
    assert told["newer"]["earlier"] == "2026.11"
    assert "N03-harms" in {each["rule"] for each in told["newer"]["findings"]}


def test_plans_are_listed_and_shown_as_data(cli: Cli, example: Path, own: Path) -> None:
    assert json.loads(cli("plans", "list", "--format", "json", database=own).out) == {
        "plans_version": 1,
        "plans": [],
    }
    plan_id = _imported(cli, example, own)

    listed = json.loads(cli("plans", "list", "--format", "json", database=own).out)
    shown = json.loads(cli("plans", "show", plan_id[:8], "--format", "json", database=own).out)

    [plan] = listed["plans"]
    file = json.loads(cli("plans", "export", plan_id, "-", database=own).out)
    assert (plan["id"], plan["title"]) == (plan_id, file["title"])
    assert plan["answered"] == plan["asked"] > 0
    assert plan["summary"]["gates_missing"] == 0
    assert plan["covered"] is plan["can_judge"] is True
    assert shown == {"plan_shown_version": 1, "plan": file, "newer": None}


def test_the_history_of_a_plan_is_printed_as_data(cli: Cli, example: Path, own: Path) -> None:
    plan_id = _imported(cli, example, own)

    told = json.loads(cli("plans", "history", plan_id[:8], "--format", "json", database=own).out)

    assert (told["history_version"], told["plan"]) == (1, plan_id)
    assert told["changes"][-1]["what"] == "plan"
    formats = next(each for each in told["changes"] if each["which"] == "formats")
    assert (formats["old"], formats["new"]["value"]) == (None, ["group"])
    numbers = [change["number"] for change in told["changes"]]
    assert numbers == sorted(numbers, reverse=True)
    [newest] = json.loads(
        cli("plans", "history", plan_id, "--most", "1", "--format", "json", database=own).out
    )["changes"]
    assert newest == told["changes"][0]


def test_the_history_of_a_plan_is_printed_in_words(cli: Cli, example: Path, own: Path) -> None:
    plan_id = _imported(cli, example, own)

    told = cli("plans", "history", plan_id, database=own).said

    assert "How will mothers get support? Now: In a group, face to face" in told
    assert "Plan begun" in told


def test_an_exported_plan_imports_elsewhere_with_the_same_answers(
    cli: Cli, example: Path, own: Path, tmp_path: Path
) -> None:
    plan_id = _imported(cli, example, own)
    copy = tmp_path / "copy.json"

    cli("plans", "export", plan_id, copy, database=own)

    elsewhere = tmp_path / "other.db"
    again = _imported(cli, copy, elsewhere)
    assert again == plan_id
    exported, original = json.loads(copy.read_text("utf-8")), json.loads(example.read_text("utf-8"))
    assert exported["answers"] == original["answers"]


def test_the_same_file_twice_is_one_plan(cli: Cli, plan_file: PlanFile, own: Path) -> None:
    file = plan_file(SMALLEST)

    first, second = _imported(cli, file, own), _imported(cli, file, own)

    assert first == second
    assert len(cli("plans", "list", database=own).out.splitlines()) == 1


def test_another_plan_under_a_taken_id_is_kept_too(
    cli: Cli, plan_file: PlanFile, own: Path, tmp_path: Path
) -> None:
    plan_id = _imported(cli, plan_file(SMALLEST), own)
    exported = tmp_path / "exported.json"
    cli("plans", "export", plan_id, exported, database=own)
    changed = json.loads(exported.read_text("utf-8")) | {"title": "Changed elsewhere"}

    other = _imported(cli, plan_file(changed), own)

    assert other != plan_id
    assert len(cli("plans", "list", database=own).out.splitlines()) == 2
    assert _imported(cli, exported, own) == plan_id


def test_a_deleted_plan_can_be_restored(cli: Cli, plan_file: PlanFile, own: Path) -> None:
    plan_id = _imported(cli, plan_file(SMALLEST), own)

    deleted = cli("plans", "delete", plan_id, database=own)
    assert f"restore {plan_id}" in deleted.out
    assert cli("plans", "list", database=own).out == ""

    cli("plans", "restore", plan_id, database=own)
    assert plan_id[:8] in cli("plans", "list", database=own).out


def test_an_erased_plan_is_gone_from_the_file(cli: Cli, plan_file: PlanFile, own: Path) -> None:
    plan_id = _imported(cli, plan_file(SMALLEST | {"title": "Quillfeather circle"}), own)

    cli("plans", "delete", plan_id, "--erase", database=own)

    assert cli("plans", "restore", plan_id, database=own).code == 1
    assert b"Quillfeather" not in own.read_bytes()


def test_an_unknown_plan_is_not_found(cli: Cli, own: Path) -> None:
    ran = cli("plans", "show", "ffff", database=own)

    assert ran.code == 1
    assert "ffff" in ran.err


def test_a_refused_import_changes_nothing(cli: Cli, plan_file: PlanFile, own: Path) -> None:
    before = own.read_bytes()

    ran = cli("plans", "import", plan_file({"plan_version": 1}), database=own)

    assert ran.code == 2
    assert own.read_bytes() == before
