"""The table of papers: every paper is in it, and offered by the command line and the window."""

import click
import pytest

from advisor.cli.advising import advise
from advisor.models.papers import PaperKind, PaperWish
from advisor.paper.papers import PAPERS, Paper, has_fields, paper_of, title_of


def test_every_paper_has_one_row() -> None:
    assert [paper.kind for paper in PAPERS] == list(PaperKind)
    assert [paper_of(kind).kind for kind in PaperKind] == list(PaperKind)


@pytest.mark.parametrize("paper", [each for each in PAPERS if each.option], ids=lambda p: p.kind)
def test_papers_with_an_option_are_offered_beside_the_advice(paper: Paper) -> None:
    options = {
        name: option.help
        for option in advise.params
        if isinstance(option, click.Option)
        for name in option.opts
    }

    assert options[f"--{paper.kind}"] == paper.option


def test_only_a_checklist_can_be_filled_in() -> None:
    fillable = [kind for kind in PaperKind if has_fields(PaperWish(kind=kind, fillable=True))]

    assert fillable == [PaperKind.CHECKLIST]
    assert not has_fields(PaperWish())


def test_a_document_is_named_as_it_is_offered() -> None:
    assert [title_of(PaperWish(kind=paper.kind)) for paper in PAPERS] == [p.title for p in PAPERS]
