"""The table of papers: every paper is in it, and offered by the command line and the window."""

from collections.abc import Callable

import click
import pytest

from advisor.cli.advising import advise
from advisor.cli.papers import paper
from advisor.models.logic import LogicModel
from advisor.models.pack import Pack
from advisor.models.papers import PaperKind, PaperWish
from advisor.paper.papers import PAPERS, has_fields, paper_of, title_of
from advisor.telling.plan_in_a_line import plan_in_a_line
from tests.support.documents import MADE_ON, Example


def test_every_paper_has_one_row() -> None:
    assert sorted(paper.kind for paper in PAPERS) == sorted(PaperKind)
    assert [paper_of(kind).kind for kind in PaperKind] == list(PaperKind)


def test_the_command_line_offers_every_paper() -> None:
    kinds = next(each for each in paper.params if each.name == "kind").type

    assert isinstance(kinds, click.Choice)
    assert list(kinds.choices) == [*(row.kind.value for row in PAPERS), "all"]


def test_advice_and_papers_can_be_asked_for_at_once() -> None:
    options = {
        name: option.help
        for option in advise.params
        if isinstance(option, click.Option)
        for name in option.opts
    }
    beside = {row.kind.value: row.option for row in PAPERS if row.option}

    assert list(beside) == ["checklist", "report", "worksheet"]
    assert {kind: options[f"--{kind}"] for kind in beside} == beside


def test_only_a_checklist_can_be_filled_in() -> None:
    fillable = [kind for kind in PaperKind if has_fields(PaperWish(kind=kind, fillable=True))]

    assert fillable == [PaperKind.CHECKLIST]
    assert not has_fields(PaperWish())


def test_a_document_is_named_as_it_is_offered() -> None:
    assert [title_of(PaperWish(kind=row.kind)) for row in PAPERS] == [row.title for row in PAPERS]


@pytest.mark.parametrize(
    "kind",
    [
        PaperKind.CHECKLIST,
        PaperKind.REPORT,
        PaperKind.LOGIC_MODEL,
        PaperKind.DESCRIPTION,
        PaperKind.WORKSHEET,
    ],
)
def test_what_is_handed_over_says_first_what_the_plan_is(
    kind: PaperKind, pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    line = plan_in_a_line(pack, plan)
    first, *_others = paper_of(kind).compose(pack, plan, advice, MADE_ON).blocks

    assert line.startswith("An open drop-in group at a family hub")
    assert line in str(first)
    if isinstance(first, LogicModel):
        assert first.lead.startswith(line)
