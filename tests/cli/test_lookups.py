import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from advisor import locations
from advisor.models.evidence import ReadDepth
from tests.cli.conftest import Cli
from tests.support.shipped import shipped_pack


def test_the_questionnaire_as_text_has_every_question(cli: Cli) -> None:
    ran = cli("questions")

    assert ran.code == 0
    assert ran.said.count("[quick start]") == len(shipped_pack().questionnaire.core)
    assert "How will mothers get support?" in ran.said


def test_the_blank_plan_is_taken_back_as_a_plan(cli: Cli, tmp_path: Path) -> None:
    blank = json.loads(cli("questions", "--format", "json").out)
    questions = shipped_pack().questionnaire.questions
    assert list(blank["answers"]) == [question.id for question in questions]
    file = tmp_path / "blank.json"
    file.write_text(json.dumps(blank | {"title": "Blank"}), "utf-8")

    ran = cli("advise", file, "--format", "json")

    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["summary"]["answered"] == 0


def test_the_configurations_are_listed_by_domain(cli: Cli) -> None:
    ran = cli("evidence", "list")

    assert all(name in ran.out for name in ("T01", "P13", "N08", "X08", "reconstruction"))


def test_a_configuration_is_shown_with_its_sources(cli: Cli) -> None:
    ran = cli("evidence", "show", "n06")

    assert "Not getting the chance to be heard" in ran.out
    assert "mcleish-2023" in ran.out
    assert "No source tested any single action" in ran.said


def test_the_evidence_is_given_as_data_in_the_words_of_the_pack(cli: Cli, tmp_path: Path) -> None:
    pack = shipped_pack()

    def told(*words: str | Path) -> Any:
        ran = cli("evidence", *words, "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        data = json.loads(ran.out)
        assert data["evidence_version"] == 1
        assert data["pack"] == {"id": pack.version.id, "version": pack.version.version}
        return data

    listed = told("list")["configurations"]
    assert [each["id"] for each in listed] == [each.id for each in pack.configurations]
    shown = told("show", "n06")["configuration"]
    [harms] = [each for each in pack.configurations if each.id == "N06"]
    assert shown == shown | listed[[each.id for each in pack.configurations].index(harms.id)]
    assert shown["outcome"] == harms.outcome
    assert [each["id"] for each in shown["rules"]] == [rule.id for rule in harms.rules]
    assert [each["id"] for each in told("sources")["sources"]] == [each.id for each in pack.sources]
    sound = told("check", locations.evidence_folder())
    assert (sound["sound"], sound["differs_from_stored"]) == (True, False)
    assert sound["actions"] == len(pack.actions)

    file = tmp_path / "sources.json"
    assert cli("evidence", "sources", "--format", "json", "--output", file).code == 0
    assert json.loads(file.read_text("utf-8")) == told("sources")


def test_an_unknown_configuration_brings_the_nearest(cli: Cli) -> None:
    ran = cli("evidence", "show", "N066")

    assert ran.code == 1
    assert 'Did you mean "N06"?' in ran.err


def test_the_sources_say_how_much_was_read(cli: Cli) -> None:
    ran = cli("evidence", "sources")

    sources = shipped_pack().sources
    abstracts = sum(source.read is ReadDepth.ABSTRACT for source in sources)
    assert ran.said.count("Abstract read.") == abstracts > 0
    unconfirmed = sum(source.is_to_be_confirmed for source in sources)
    assert ran.said.count("to be confirmed") == unconfirmed > 0


def test_the_shipped_pack_is_sound(cli: Cli) -> None:
    ran = cli("evidence", "check", locations.evidence_folder(), database=None)

    assert ran.code == 0
    pack = shipped_pack()
    configurations, rules = len(pack.configurations), len(pack.rule_by_id)
    assert f"{configurations} configurations with {rules} rules" in ran.out
    assert "Look at this" not in ran.out


@pytest.fixture
def reworded(tmp_path: Path) -> Path:
    """The shipped pack with one word changed and the version left as it is."""
    folder = shutil.copytree(locations.evidence_folder(), tmp_path / "pack")
    questions = folder / "questions.yaml"
    text = questions.read_text("utf-8")
    questions.write_text(text.replace("peer support", "peer help", 1), "utf-8")
    return folder


def test_a_folder_that_differs_from_the_stored_edition_is_never_served_in_silence(
    cli: Cli, reworded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = cli("evidence", "check", reworded)
    assert (checked.code, "sound" in checked.out) == (0, True)
    assert "the stored evidence is used" in checked.err
    assert cli("evidence", "check", locations.evidence_folder()).err == ""

    assert cli("questions").err == ""
    monkeypatch.setattr(locations, "evidence_folder", lambda: reworded)
    asked = cli("questions", "--format", "json")
    assert "give it another version in pack.yaml" in asked.err
    assert json.loads(asked.out)["plan_version"] == 1


@pytest.mark.parametrize("spoilt", ["actions: [", ""])
def test_a_folder_that_cannot_be_read_any_more_differs_too(
    cli: Cli, reworded: Path, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    (reworded / "actions.yaml").write_text(spoilt, "utf-8")
    monkeypatch.setattr(locations, "evidence_folder", lambda: reworded)

    assert "the stored evidence is used" in cli("questions").err


def test_a_folder_with_a_name_too_long_for_any_is_not_there(cli: Cli) -> None:
    ran = cli("evidence", "check", "x" * 5000)

    assert ran.code == 2
    assert ran.err.startswith("There is no folder")


def test_checking_a_folder_makes_no_database(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))

    assert cli("evidence", "check", locations.evidence_folder(), database=None).code == 0
    assert not (tmp_path / "home").exists()


def test_all_faults_of_a_pack_are_named_with_their_line(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(locations.evidence_folder(), folder)
    questions = folder / "questions.yaml"
    text = questions.read_text("utf-8")
    questions.write_text(
        text.replace("kind: number", "kind: nummber").replace("core: true", "core: maybe", 1),
        "utf-8",
    )

    ran = cli("evidence", "check", folder, database=None)

    assert ran.code == 2
    assert ran.err.count("questions.yaml, line") >= 3


def test_a_comparison_names_answers_and_findings(cli: Cli) -> None:
    first, second = (
        locations.examples_folder() / name
        for name in ("02-open-drop-in-group.json", "03-closed-eight-week-group.json")
    )

    ran = cli("compare", first, second)

    assert ran.code == 0
    assert "Open drop-in" in ran.out
    assert "Closed group" in ran.out


def test_a_plan_compared_with_itself_has_no_difference(cli: Cli, example: Path) -> None:
    ran = cli("compare", example, example, "--format", "json")

    compared = json.loads(ran.out)
    assert compared["answers"] == []
    assert compared["findings"] == []


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv", "json", "txt"])
def test_a_comparison_is_written_as_the_name_of_the_file_says(
    cli: Cli, tmp_path: Path, ending: str
) -> None:
    plans = [
        locations.examples_folder() / name
        for name in ("02-open-drop-in-group.json", "03-closed-eight-week-group.json")
    ]
    out = tmp_path / f"two.{ending}"

    ran = cli("compare", *plans, "-o", out)

    assert (ran.code, ran.out) == (0, f"Written to {out}\n")
    if ending == "pdf":
        words = " ".join(PdfReader(out).pages[0].extract_text().split())
        assert "Two plans compared".upper() in words.upper()
        assert "Answers that differ" in words
    elif ending == "xlsx":
        assert "xl/worksheets/sheet1.xml" in zipfile.ZipFile(out).namelist()
    else:
        assert "Lowmere" in out.read_text(encoding="utf-8")


def test_a_comparison_as_a_paper_needs_a_place(cli: Cli, example: Path) -> None:
    ran = cli("compare", example, example, "--format", "pdf")

    assert ran.code == 2
    assert "Say where to write it: -o OUT." in " ".join(ran.err.split())


def test_what_would_have_to_change_is_told_for_one_statement_and_for_all_open_risks(
    cli: Cli,
) -> None:
    plan = locations.examples_folder() / "02-open-drop-in-group.json"

    one = cli("what-if", plan, "n06", "p08")
    every = cli("what-if", plan)

    assert one.code == every.code == 0
    assert "1. The smallest change" in one.out
    assert "Why not: the nearest reason" in one.out
    assert "2. Another way" in every.out


def test_what_would_have_to_change_is_data_too(cli: Cli) -> None:
    plan = locations.examples_folder() / "02-open-drop-in-group.json"

    (found,) = json.loads(cli("what-if", plan, "N06", "--format", "json").out)["statements"]
    together = json.loads(cli("what-if", plan, "--format", "json").out)

    assert (found["rule"], found["aim"], found["ways"][0]["aim"]) == ("N06-harms", "stop", "ease")
    assert found["ways"][0]["changes"][0]["question"] == "group_setup"
    assert {each["rule"] for each in found["ways"][0]["differences"]} >= {"N06-harms"}
    assert (together["left"], len(together["eased"])) == ([], 9)
    assert together["complete"] is False
    assert [len(way["changes"]) for way in together["ways"]][:2] == [5, 5]


def test_an_unknown_statement_has_no_ways(cli: Cli, example: Path) -> None:
    ran = cli("what-if", example, "N99")

    assert ran.code == 1
    assert 'no configuration "N99"' in ran.err
