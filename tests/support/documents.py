"""The shipped pack, the example plans and their papers, each made once for all tests."""

import datetime
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from advisor import locations
from advisor.models.advice import Advice
from advisor.models.document import Document
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind, PaperSize
from advisor.models.plan import Plan
from advisor.packs.reading import PackSource, read_pack
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import render, render_fillable
from advisor.plan_files.reading import read_plan
from advisor.rules.engine import advise
from tests.packs.authoring import Author
from tests.support.decided import decided

SMALL = Path(__file__).parents[1] / "packs" / "small"
MADE_AT = datetime.datetime(2026, 11, 25, 12, 0, tzinfo=datetime.UTC)
MADE_ON = MADE_AT.date()

Example = tuple[Plan, Advice]

checklist, report, annex, worksheet = map(
    paper_of, (PaperKind.CHECKLIST, PaperKind.REPORT, PaperKind.ANNEX, PaperKind.WORKSHEET)
)


@pytest.fixture(scope="session")
def shipped() -> PackSource:
    return read_pack(locations.evidence_folder())


@pytest.fixture(scope="session")
def pack(shipped: PackSource) -> Pack:
    return shipped.pack


@pytest.fixture(scope="session")
def small_pack() -> Pack:
    """A pack with little in it."""
    return read_pack(SMALL).pack


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """The small pack as files that a test may spoil."""
    return Author(Path(shutil.copytree(SMALL, tmp_path / "small")))


@pytest.fixture(scope="session")
def example(pack: Pack) -> Callable[[int], Example]:
    """Return an example plan by its number, with the advice on it."""

    @cache
    def made(number: int) -> Example:
        file = sorted(locations.examples_folder().glob("*.json"))[number - 1]
        plan = read_plan(file, pack)
        return plan, advise(pack, plan)

    return made


@pytest.fixture(scope="session")
def decided_example(pack: Pack, example: Callable[[int], Example]) -> Example:
    """Example 2 with decisions, names in several scripts, own actions and own risks."""
    plan = decided(example(2)[0])
    return plan, advise(pack, plan)


@pytest.fixture(scope="session")
def checklist_document(pack: Pack, decided_example: Example) -> Document:
    return checklist.compose(pack, *decided_example, MADE_ON)


@pytest.fixture(scope="session")
def report_document(pack: Pack, decided_example: Example) -> Document:
    return report.compose(pack, *decided_example, MADE_ON)


@pytest.fixture(scope="session")
def annex_document(pack: Pack, decided_example: Example) -> Document:
    return annex.compose(pack, *decided_example, MADE_ON)


@pytest.fixture(scope="session")
def worksheet_document(pack: Pack, decided_example: Example) -> Document:
    return worksheet.compose(pack, *decided_example, MADE_ON)


@pytest.fixture(scope="session")
def fillable_checklist(checklist_document: Document) -> bytes:
    made = render_fillable(checklist_document, made_at=MADE_AT)
    assert made.has_fields
    return made.pdf


@pytest.fixture(scope="session")
def flat_paper(pack: Pack, decided_example: Example) -> Callable[[PaperKind], bytes]:
    """Return a paper of the decided example as a flat PDF; the workshop sheet on US letter."""

    @cache
    def made(kind: PaperKind) -> bytes:
        size = PaperSize.LETTER if kind is PaperKind.WORKSHEET else PaperSize.A4
        document = paper_of(kind).compose(pack, *decided_example, MADE_ON)
        return render(document, paper=size, made_at=MADE_AT)

    return made


@pytest.fixture(scope="session")
def flat_checklist(flat_paper: Callable[[PaperKind], bytes]) -> bytes:
    return flat_paper(PaperKind.CHECKLIST)


@pytest.fixture(scope="session")
def flat_report(flat_paper: Callable[[PaperKind], bytes]) -> bytes:
    return flat_paper(PaperKind.REPORT)


@pytest.fixture(scope="session")
def flat_worksheet(flat_paper: Callable[[PaperKind], bytes]) -> bytes:
    return flat_paper(PaperKind.WORKSHEET)


@pytest.fixture(scope="session")
def flat_annex(flat_paper: Callable[[PaperKind], bytes]) -> bytes:
    return flat_paper(PaperKind.ANNEX)
