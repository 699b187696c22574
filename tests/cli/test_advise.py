import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from advisor import locations
from tests.cli.conftest import SMALLEST, Cli
from tests.support.shipped import shipped_pack

PlanFile = Callable[[object], Path]


def test_advice_on_an_example_is_readable_text(cli: Cli, example: Path) -> None:
    ran = cli("advise", example)

    assert ran.code == 0
    assert ran.err == ""
    assert "This is not a complete list" in ran.said
    assert max(len(line) for line in ran.out.splitlines()) <= 100


@pytest.mark.parametrize("number", [f"{n:02}" for n in range(1, 9)])
def test_the_json_advice_on_every_example_keeps_the_published_contract(
    cli: Cli, number: str
) -> None:
    [file] = locations.examples_folder().glob(f"{number}-*.json")
    schema_file = locations.resources_folder() / "schemas" / "advice-2.schema.json"

    ran = cli("advise", file, "--format", "json")

    advice = json.loads(ran.out)
    jsonschema.validate(advice, json.loads(schema_file.read_text("utf-8")))
    assert advice["advice_version"] == 2
    assert {told["rule"] for told in advice["findings"]} == shipped_pack().rule_by_id.keys()


def test_the_same_plan_gets_the_same_bytes_of_json(cli: Cli, example: Path) -> None:
    first = cli("advise", example, "--format", "json").out

    assert cli("advise", example, "--format", "json").out == first


def test_the_smallest_plan_file_gets_advice(cli: Cli, plan_file: PlanFile) -> None:
    ran = cli("advise", plan_file(SMALLEST), "--format", "json")

    assert ran.code == 0
    verdicts = {finding["verdict"] for finding in json.loads(ran.out)["findings"]}
    assert "may_apply" in verdicts


def test_papers_are_written_beside_the_advice(cli: Cli, example: Path, tmp_path: Path) -> None:
    checklist, report, sheet = (tmp_path / f"{name}.pdf" for name in ("c", "r", "w"))

    ran = cli("advise", example, "--checklist", checklist, "--report", report, "--worksheet", sheet)

    assert ran.code == 0
    assert all(path.read_bytes().startswith(b"%PDF-") for path in (checklist, report, sheet))
    assert str(checklist) in ran.out


@pytest.mark.parametrize("paper", ["--checklist", "--report", "--worksheet"])
def test_a_paper_is_never_written_over_the_database_or_its_own_plan(
    cli: Cli, example: Path, own: Path, tmp_path: Path, paper: str
) -> None:
    plan = shutil.copyfile(example, tmp_path / "plan.json")

    for there in (own, plan):
        before = there.read_bytes()
        ran = cli("advise", plan, paper, there, database=own)
        assert (ran.code, there.read_bytes()) == (1, before)
        assert "Cannot write" in ran.err
        assert "Choose another name" in ran.err


def test_words_about_files_stay_out_of_the_json(cli: Cli, example: Path, tmp_path: Path) -> None:
    ran = cli("advise", example, "--format", "json", "--checklist", tmp_path / "c.pdf")

    json.loads(ran.out)
    assert "c.pdf" in ran.err


def test_fillable_without_a_checklist_says_what_is_missing(cli: Cli, example: Path) -> None:
    ran = cli("advise", example, "--fillable")

    assert ran.code == 2
    assert "--checklist" in ran.err


def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(
    cli: Cli, example: Path, tmp_path: Path
) -> None:
    ran = cli("advise", example, "--checklist", tmp_path / "nowhere" / "c.pdf")

    assert ran.code == 1
    assert "nowhere" in ran.err
    assert list(tmp_path.iterdir()) == []


REFUSED: dict[str, tuple[object, str]] = {
    "unknown question": (SMALLEST | {"answers": {"formatts": ["group"]}}, 'mean "formats"'),
    "unknown option": (SMALLEST | {"answers": {"formats": ["grop"]}}, 'mean "group"'),
    "wrong type": (SMALLEST | {"answers": {"group_size": "twelve"}}, "group_size"),
    "newer version": (SMALLEST | {"plan_version": 2}, "newer"),
    "binary rubbish": (bytes(range(256)) * 40, "plan.json"),
    "50 MB of JSON": (b'{"title": "' + b"x" * 50_000_000 + b'"}', "MB"),
    "deeply nested": (b"[" * 200_000, "plan.json"),
    "empty": (b"", "empty"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_plan_is_refused_in_a_clear_sentence(
    cli: Cli, plan_file: PlanFile, tmp_path: Path, kind: str
) -> None:
    content, expected = REFUSED[kind]
    path = plan_file(content)

    ran = cli("advise", path, "--checklist", tmp_path / "out.pdf")

    assert ran.code == 2
    assert ran.out == ""
    assert expected in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_named(cli: Cli, tmp_path: Path) -> None:
    ran = cli("advise", tmp_path / "no-such-plan.json")

    assert ran.code == 2
    assert "no-such-plan.json" in ran.err


def test_advice_loads_no_window_library(example: Path, database: Path, tmp_path: Path) -> None:
    checklist = tmp_path / "c.pdf"
    command = ["advise", str(example), "--database", str(database), "--checklist", str(checklist)]
    script = (
        "import sys\n"
        "from advisor.cli.run import run\n"
        f"code = run({command!r})\n"
        "qt = [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(code or len(qt))\n"
    )

    ran = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)

    assert ran.returncode == 0, ran.stderr
    assert checklist.exists()
