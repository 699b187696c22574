"""The papers in a language that nobody speaks: what stays English cannot be translated."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.export import csv as advice_csv
from advisor.models.papers import PaperSize
from advisor.paper.papers import PAPERS, Paper
from advisor.pdf.typesetting import typeset
from advisor.rules.engine import advise
from tests.support.decided import decided
from tests.support.documents import MADE_ON
from tests.support.pseudo import data_of_the_program, spoken, texts_in, untranslated
from tests.support.shipped import example_plans, shipped_pack

PLANS = [*example_plans(), decided(example_plans()[2])]


@pytest.fixture(autouse=True)
def _spoken(tmp_path: Path) -> Iterator[None]:
    with spoken(tmp_path / "locale"):
        yield


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind)
def test_a_paper_is_in_the_persons_language(paper: Paper) -> None:
    pack = shipped_pack()
    for plan in PLANS:
        advice = advise(pack, plan)
        if refusal := paper.refusal(pack, plan, advice):
            assert untranslated(refusal, frozenset()) == ""
            continue
        document = paper.compose(pack, plan, advice, MADE_ON)
        known = data_of_the_program() | {*texts_in(plan)}

        assert [left for text in texts_in(document) if (left := untranslated(text, known))] == []


def test_the_words_of_the_templates_are_in_the_persons_language() -> None:
    pack, plan = shipped_pack(), PLANS[-1]
    document = PAPERS[0].compose(pack, plan, advise(pack, plan), MADE_ON)

    words = json.loads(typeset(document, PaperSize.A4, ""))["words"]
    said = [*texts_in([*words.values()])]

    # Into these the template puts a number.
    numbers = {"{page}", "{pages}", "{n}"}
    assert [left for text in said if (left := untranslated(text, numbers))] == []


def test_a_table_for_a_spreadsheet_is_in_the_persons_language() -> None:
    pack, plan = shipped_pack(), PLANS[-1]
    known = data_of_the_program() | {*texts_in(plan)}

    assert untranslated(advice_csv.advice_csv(pack, plan, advise(pack, plan)), known) == ""
