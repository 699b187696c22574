"""``paper`` puts a plan on paper, one kind or all of them, and never over something else."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from advisor.paper.papers import PAPERS, Paper
from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("paper", "form"), [(paper, form) for paper in PAPERS for form in paper.formats]
)
def test_each_paper_is_written_in_each_of_its_formats(
    cli: Cli, example: Path, tmp_path: Path, paper: Paper, form: str
) -> None:
    path = tmp_path / f"out.{form}"

    ran = cli("paper", paper.kind, example, "-o", path)

    assert (ran.code, ran.err) == (0, "")
    assert path.stat().st_size > 200
    assert str(path) in ran.out


def test_all_papers_go_into_a_folder_with_speaking_names(
    cli: Cli, example: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"

    ran = cli("paper", "all", example, "-o", folder)

    names = {path.name for path in folder.iterdir()}
    assert ran.code == 0
    assert len(names) == sum(len(paper.formats) for paper in PAPERS)
    assert {"Checklist", "Report"} <= {name.split()[0] for name in names}


def test_a_draft_that_was_changed_is_not_replaced_by_all_papers_unless_that_is_wanted(
    cli: Cli, example: Path, tmp_path: Path
) -> None:
    assert cli("paper", "all", example, "-o", tmp_path).code == 0
    draft = next(path for path in tmp_path.iterdir() if path.suffix == ".docx")
    draft.write_bytes(b"PK\x03\x04 changed by hand")

    refused = cli("paper", "all", example, "-o", tmp_path)

    assert refused.code == 1
    assert "already" in refused.err
    assert draft.read_bytes() == b"PK\x03\x04 changed by hand"
    assert cli("paper", "all", example, "-o", tmp_path, "--overwrite").code == 0


@pytest.mark.parametrize(
    "paper",
    [
        ("register", "r.xlsx"),
        ("register", "r.csv"),
        ("endings-policy", "e.docx"),
        ("checklist", "c.pdf", "--fillable"),
    ],
    ids=lambda paper: paper[1],
)
def test_a_file_that_people_work_in_is_not_written_over_unless_that_is_wanted(
    cli: Cli, example: Path, tmp_path: Path, paper: tuple[str, ...]
) -> None:
    kind, name, *options = paper
    words = ("paper", kind, example, "-o", tmp_path / name, *options)
    assert cli(*words).code == 0
    filled = (tmp_path / name).read_bytes() + b"filled in"
    (tmp_path / name).write_bytes(filled)

    refused = cli(*words)

    assert (refused.code, (tmp_path / name).read_bytes()) == (1, filled)
    assert "may have written in" in refused.err
    assert cli(*words, "--overwrite").code == 0
    assert (tmp_path / name).read_bytes() != filled


@pytest.mark.parametrize("again", ["paper", "advise"])
def test_a_form_is_not_written_over_by_a_paper_to_read_either(
    cli: Cli, example: Path, tmp_path: Path, again: str
) -> None:
    form = tmp_path / "c.pdf"
    assert cli("paper", "checklist", example, "-o", form, "--fillable").code == 0
    filled = form.read_bytes()

    words = {
        "paper": ("paper", "checklist", example, "-o", form),
        "advise": ("advise", example, "--checklist", form),
    }
    refused = cli(*words[again])

    assert (refused.code, form.read_bytes()) == (1, filled)
    assert "may have written in" in refused.err


def test_a_paper_to_read_is_made_again_under_its_name(
    cli: Cli, example: Path, tmp_path: Path
) -> None:
    words = ("paper", "report", example, "-o", tmp_path / "r.pdf")

    assert [cli(*words).code for _time in range(2)] == [0, 0]


def test_a_stored_plan_is_named_by_the_beginning_of_its_id(
    cli: Cli, example: Path, own: Path, tmp_path: Path
) -> None:
    stored = cli("plans", "import", example, database=own).out.split(":")[0].split()[-1]

    ran = cli("paper", "checklist", stored[:8], "-o", tmp_path / "c.pdf", database=own)

    assert ran.code == 0
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF-")


def test_a_plan_that_is_not_there_is_said(cli: Cli, tmp_path: Path) -> None:
    assert cli("paper", "report", "0123abcd", "-o", tmp_path / "r.pdf").code == 1
    assert cli("paper", "report", "nowhere.json", "-o", tmp_path / "r.pdf").code == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_a_file_of_another_kind_unless_that_is_wanted(
    cli: Cli, example: Path, tmp_path: Path
) -> None:
    plan = shutil.copyfile(example, tmp_path / "plan.json")
    before = plan.read_bytes()

    for options in ((), ("--format", "pdf")):
        refused = cli("paper", "checklist", plan, "-o", plan, *options)
        assert (refused.code, plan.read_bytes()) == (2, before)
        assert "plan.json ends in .json" in refused.err

    named_as_paper = shutil.copyfile(example, tmp_path / "plan.pdf")
    refused = cli("paper", "checklist", plan, "-o", named_as_paper)
    assert (refused.code, named_as_paper.read_bytes()) == (1, before)
    assert "a plan file is there" in refused.err

    assert (
        cli("paper", "checklist", example, "-o", plan, "--format", "pdf", "--overwrite").code == 0
    )
    assert plan.read_bytes().startswith(b"%PDF-")


def test_a_database_is_never_written_over(cli: Cli, example: Path, tmp_path: Path) -> None:
    database = tmp_path / "team.db"
    with sqlite3.connect(database) as connection:
        connection.execute("create table kept (word text)")
    connection.close()
    before = database.read_bytes()

    ran = cli("paper", "checklist", example, "-o", database, "--overwrite")

    assert (ran.code, database.read_bytes()) == (1, before)
    assert "a database is there" in ran.err


@pytest.mark.parametrize(
    "options",
    [
        ("report", "--format", "xlsx"),
        ("report", "--fillable"),
        ("all", "--fillable"),
        ("all", "--format", "pdf"),
        ("nonsense",),
    ],
)
def test_what_a_paper_cannot_be_is_said_and_nothing_is_written(
    cli: Cli, example: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    kind, *others = options

    ran = cli("paper", kind, example, "-o", tmp_path / "out.pdf", *others)

    assert ran.code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "name", "options", "words"),
    [
        ("report", "x.docx", (), "x.docx ends in .docx, but Report can be written as pdf."),
        ("register", "x.png", (), "Risk register can be written as pdf, xlsx, csv."),
        ("register", "x.csv", ("--format", "xlsx"), "x.csv ends in .csv, and the format is xlsx."),
        ("endings-policy", "x.txt", (), "Endings policy can be written as docx, pdf."),
        ("checklist", "x.PDF", ("--format", "svg"), "Checklist can be written as pdf, not as svg."),
        ("logic-model", "x.svg", ("--format", "pdf"), "Let the name end in .pdf"),
        ("register", "x.csv", ("--fillable",), "Risk register has no form fields."),
    ],
)
def test_a_name_a_format_and_a_paper_that_do_not_fit_are_refused_in_words(
    cli: Cli,
    example: Path,
    tmp_path: Path,
    kind: str,
    name: str,
    options: tuple[str, ...],
    words: str,
) -> None:
    ran = cli("paper", kind, example, "-o", tmp_path / name, *options)

    assert ran.code == 2
    assert words in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("x.SVG", (), b"<svg"),
        ("x", (), b"%PDF-"),
        ("x", ("--format", "png"), b"\x89PNG"),
        ("x.png", ("--format", "png"), b"\x89PNG"),
    ],
)
def test_the_ending_or_the_format_says_what_kind_of_file_it_is(
    cli: Cli, example: Path, tmp_path: Path, name: str, options: tuple[str, ...], begins: bytes
) -> None:
    assert cli("paper", "logic-model", example, "-o", tmp_path / name, *options).code == 0

    assert (tmp_path / name).read_bytes().startswith(begins)


def test_where_to_write_must_be_said(cli: Cli, example: Path) -> None:
    ran = cli("paper", "report", example)

    assert ran.code == 2
    assert "-o OUT" in ran.err


def test_a_paper_is_not_written_to_a_file_that_a_dash_would_name(
    cli: Cli, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())

    for kind in ("checklist", "all"):
        ran = cli("paper", kind, example, "-o", "-")
        assert ran.code == 2
        assert "written to a file" in ran.err
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_printed_is_printed_with_a_dash_too(
    cli: Cli, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert cli("advise", example, "-o", "-").out == cli("advise", example).out
    assert cli("portfolio", example, "-o", "-").out == cli("portfolio", example).out
    assert not (tmp_path / "-").exists()


def test_a_file_with_narrower_rights_keeps_them(cli: Cli, example: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.pdf"
    path.write_bytes(b"%PDF-1.7 an older one")
    path.chmod(0o600)

    assert cli("paper", "checklist", example, "-o", path).code == 0
    assert path.stat().st_mode & 0o777 == 0o600
