"""The principles sheet says what is in place and open for each principle, and copies no text."""

import pytest

from advisor.errors import ExportError
from advisor.models.blocks import Heading
from advisor.models.document import Document
from advisor.models.papers import PaperKind
from advisor.models.plan import Plan
from advisor.models.sheets import Row, Ruled, Words, Writing
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from advisor.telling.principles import SOURCE
from tests.support.documents import MADE_AT, MADE_ON
from tests.support.paper import page_count
from tests.support.pseudo import texts_in
from tests.support.shipped import all_plans, example_plans, scenario_plans, shipped_pack

ABOUT_MOTHERS = [plan for name, plan in all_plans().items() if "Dads" not in name]


def _paper(plan: Plan) -> Document:
    pack = shipped_pack()
    return paper_of(PaperKind.PRINCIPLES).compose(pack, plan, advise(pack, plan), MADE_ON)


def _tables(document: Document) -> list[Ruled]:
    return [block for block in document.blocks if isinstance(block, Ruled)]


def _said(document: Document, column: int) -> list[str]:
    return [
        text
        for table in _tables(document)
        for row in table.rows[:1]
        if isinstance(row, Row) and isinstance(cell := row.cells[column], Words)
        for text in cell.items
    ]


@pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)
def test_each_principle_has_room_for_own_words_on_two_pages(plan: Plan) -> None:
    document = _paper(plan)

    labels = [term.label for term in shipped_pack().principles]
    assert [each.text for each in document.blocks if isinstance(each, Heading)] == labels
    assert len(_tables(document)) == len(labels)
    for table in _tables(document):
        lines = [row for row in table.rows if isinstance(row, Row)][1:]
        assert lines
        assert all(isinstance(row.cells[0], Writing) for row in lines)
    assert page_count(render(document, made_at=MADE_AT)) == 2


@pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)
def test_what_is_said_to_be_in_place_is_in_place_and_nothing_is_said_twice(plan: Plan) -> None:
    actions = {each.text: each for each in advise(shipped_pack(), plan).actions}
    document = _paper(plan)
    there, wanted = (
        [actions[text] for text in _said(document, column) if text in actions] for column in (0, 1)
    )

    assert wanted
    assert all(action.in_place is True for action in there)
    assert not any(action.in_place is True or action.is_declined for action in wanted)
    assert len({action.id for action in (*there, *wanted)}) == len(there) + len(wanted)


def test_a_well_planned_programme_has_something_for_every_principle() -> None:
    in_place = _said(_paper(example_plans()[2]), 0)

    assert "Nothing yet, as far as your answers say." not in in_place


def test_where_nothing_can_be_judged_nothing_is_said_to_be_open_or_not() -> None:
    open_ones = _said(_paper(example_plans()[4]), 1)

    assert "Nothing that we know of." not in open_ones
    assert any("our evidence does not speak about this kind" in text for text in open_ones)


def test_it_names_the_original_and_copies_none_of_its_text() -> None:
    source = shipped_pack().source_by_id[SOURCE]
    said = " ".join(texts_in(_paper(example_plans()[2])))

    assert source.citation in said
    assert source.url in said
    assert source.says not in said
    assert "safe and nurturing" not in said


def test_there_is_none_for_people_of_whom_the_evidence_does_not_speak() -> None:
    with pytest.raises(ExportError, match="does not speak about the people"):
        _paper(scenario_plans()["p4_dads"])
