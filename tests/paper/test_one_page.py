"""Papers to hang up, to sign and to hand over keep to one page, whatever sheet is used.

And those of several pages have no more than they may.
"""

from dataclasses import replace

import pytest

from advisor.models.papers import PaperKind, PaperSize
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from tests.support.documents import MADE_AT, MADE_ON
from tests.support.paper import page_count
from tests.support.shipped import all_plans, shipped_pack

ONE_PAGE = (
    PaperKind.LOGIC_MODEL,
    PaperKind.DESCRIPTION,
    PaperKind.ENDINGS_POLICY,
    PaperKind.GROUP_AGREEMENT,
    PaperKind.PEER_ROLE,
    PaperKind.WHAT_TO_EXPECT,
    PaperKind.FOR_REFERRERS,
)


def pages_of(kind: PaperKind, size: PaperSize) -> dict[str, int]:
    """How many pages a paper has for each plan that it is made for; of the checklist the poster."""
    pack, paper = shipped_pack(), paper_of(kind)
    pages = {}
    for title, plan in all_plans().items():
        advice = advise(pack, plan)
        if not paper.refusal(pack, plan, advice):
            document = paper.compose(pack, plan, advice, MADE_ON)
            first = replace(document, blocks=document.blocks[:1])
            alone = first if kind is PaperKind.CHECKLIST else document
            pages[title] = page_count(render(alone, paper=size, made_at=MADE_AT))
    return pages


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("kind", [*ONE_PAGE, PaperKind.CHECKLIST])
def test_what_is_meant_to_be_one_page_is_one_on_every_sheet(
    kind: PaperKind, size: PaperSize
) -> None:
    pages = pages_of(kind, size)

    assert pages
    assert {title: n for title, n in pages.items() if n != 1} == {}


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (PaperKind.REGISTER, 3),
        (PaperKind.EVALUATION, 2),
        (PaperKind.TRAINING, 4),
        (PaperKind.WORKSHEET, 8),
        (PaperKind.PRINCIPLES, 2),
    ],
)
def test_a_longer_paper_has_no_more_pages_than_it_may_on_any_sheet(
    kind: PaperKind, most: int, size: PaperSize
) -> None:
    pages = pages_of(kind, size)

    assert pages
    assert {title: n for title, n in pages.items() if n > most} == {}
