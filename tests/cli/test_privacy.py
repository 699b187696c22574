"""What is kept about people, as a file for trustees."""

from pathlib import Path

import pypdf
import pytest

from advisor.services.privacy import told_privacy
from advisor.storage.schema.listing import columns_of_plans
from advisor.telling.privacy import KEPT, LIES, for_trustees, leaving, privacy
from tests.cli.conftest import Cli


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_it_is_a_page_and_a_note_on_the_next(cli: Cli, tmp_path: Path, size: str) -> None:
    path = tmp_path / "privacy.pdf"

    ran = cli("privacy", "-o", path, "--paper", size, database=None)

    assert ran.code == 0
    pages = pypdf.PdfReader(path).pages
    first, second = (" ".join(page.extract_text().split()) for page in pages)
    told = told_privacy()
    rows = [cell for row in (*told.kept, *told.lies) for cell in row]
    assert [text for text in (*rows, *leaving()) if text not in first] == []
    assert [title for title, _ in for_trustees() if title not in second] == []
    assert "This is not legal advice" in second


def test_every_line_speaks_of_something_that_is_there() -> None:
    told = told_privacy()

    assert (len(told.kept), len(told.lies)) == (len(KEPT), len(LIES))


def test_what_is_not_kept_is_not_told() -> None:
    without = [name for name in columns_of_plans() if not name.startswith("comment.")]

    assert [row[0] for row in privacy(without, (), 30).kept].count("Comments") == 0


def test_it_is_not_written_over_something_else(cli: Cli, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text("{}", encoding="utf-8")

    assert cli("privacy", "-o", plan, database=None).code != 0
    assert plan.read_text(encoding="utf-8") == "{}"
