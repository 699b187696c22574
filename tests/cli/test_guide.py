"""The guide for providers, printed and as a file."""

from pathlib import Path

import pypdf

from advisor.telling.guide import guide
from tests.cli.conftest import Cli


def test_the_guide_is_printed(cli: Cli) -> None:
    ran = cli("guide", database=None)

    assert ran.code == 0
    assert all(step in ran.said for task in guide() for step in task.steps)


def test_the_guide_is_written_as_pdf(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "guide.pdf"

    ran = cli("guide", "-o", path, database=None)

    assert ran.code == 0
    document = pypdf.PdfReader(path)
    said = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert [task.title for task in guide() if task.title not in said] == []
    assert document.metadata is not None
    assert document.metadata.title == "Guide for providers – Peer support programme advisor"


def test_the_guide_is_not_written_over_something_else(cli: Cli, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text("{}", encoding="utf-8")

    ran = cli("guide", "-o", plan, database=None)

    assert ran.code != 0
    assert plan.read_text(encoding="utf-8") == "{}"
