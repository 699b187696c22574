import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from advisor import locations
from advisor.services.advisor import Advisor
from tests.cli.conftest import Cli

EXAMPLES = sorted(locations.examples_folder().glob("*.json"))


def test_files_are_shown_beside_each_other(cli: Cli) -> None:
    ran = cli("portfolio", *EXAMPLES)

    assert ran.code == 0
    assert "In 6 of 8 plans something is missing that safety needs." in ran.said
    assert "We cannot judge this form: the evidence does not cover it." in ran.said
    assert ran.err == ""


def test_every_stored_plan_is_shown_without_names_or_with_all(cli: Cli, own: Path) -> None:
    for example in EXAMPLES[:3]:
        cli("plans", "import", example, database=own)

    bare = cli("portfolio", "--format", "json", database=own)
    named = cli("portfolio", "all", "--format", "json", database=own)

    assert bare.out == named.out
    assert len(json.loads(bare.out)["plans"]) == 3


def test_stored_plans_and_files_go_together(cli: Cli, own: Path) -> None:
    with Advisor.open(own) as advisor:
        plan = advisor.plans.create("Ours")

    ran = cli("portfolio", plan.id[:8], EXAMPLES[0], "--format", "json", database=own)

    titles = [each["title"] for each in json.loads(ran.out)["plans"]]
    assert titles == ["Ours", "Fictional example: Amberfield phone friends"]


def test_json_says_what_the_advice_says(cli: Cli) -> None:
    [shown] = json.loads(cli("portfolio", EXAMPLES[1], "--format", "json").out)["plans"]
    advice = json.loads(cli("advise", EXAMPLES[1], "--format", "json").out)

    assert shown["summary"] == advice["summary"]
    assert shown["stands"] == {
        each["rule"]: each["state"] or each["verdict"] for each in advice["findings"]
    }
    assert shown["gates"] == {gate["id"]: gate["state"] for gate in advice["gates"]}


def test_json_has_no_stand_where_nothing_can_be_judged(cli: Cli) -> None:
    [shown] = json.loads(cli("portfolio", EXAMPLES[4], "--format", "json").out)["plans"]

    assert (shown["can_judge"], shown["stands"]) == (False, {})


def test_csv_has_one_row_for_each_plan(cli: Cli) -> None:
    ran = cli("portfolio", *EXAMPLES, "--format", "csv")
    head, *rows = csv.reader(io.StringIO(ran.out))

    assert head[:3] == ["Plan", "Answered", "Safety"]
    assert len(rows) == len(EXAMPLES)
    assert {len(row) for row in rows} == {len(head)}
    assert not ran.out.startswith("\ufeff")


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv", "json", "txt"])
def test_the_name_of_the_file_says_what_is_written(cli: Cli, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"all.{ending}"

    ran = cli("portfolio", *EXAMPLES[:2], "-o", out)

    assert (ran.code, ran.out) == (0, f"Written to {out}\n")
    if ending == "pdf":
        page = PdfReader(out).pages[0]
        assert page.mediabox.width > page.mediabox.height
        assert "Lowmere" in page.extract_text()
    elif ending == "xlsx":
        assert "xl/worksheets/sheet1.xml" in zipfile.ZipFile(out).namelist()
    else:
        assert "Lowmere" in out.read_text(encoding="utf-8").title()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--format", "pdf"), "Say where to write it: -o OUT."),
        (("-o", "plans.odd"), "Give --format: pdf, xlsx, csv, json, text."),
    ],
)
def test_what_cannot_be_written_is_refused(cli: Cli, more: tuple[str, ...], words: str) -> None:
    ran = cli("portfolio", *EXAMPLES[:1], *more)

    assert ran.code == 2
    assert words in " ".join(ran.err.split())


def test_without_plans_it_says_how_to_begin(cli: Cli, own: Path) -> None:
    ran = cli("portfolio", database=own)

    assert ran.code == 1
    assert "plans import" in ran.err
