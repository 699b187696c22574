"""The evaluation plan asks for harm where it may come, on two pages, and judges nothing unknown."""

import pytest

from advisor.errors import ExportError
from advisor.models.document import Document
from advisor.models.findings import Verdict
from advisor.models.papers import PaperKind
from advisor.models.plan import Plan
from advisor.models.sheets import NewPage, Row, Ruled, Words
from advisor.paper.evaluation import evaluation_blocks
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from tests.support.documents import MADE_AT, MADE_ON
from tests.support.paper import bare, page_count, texts_of_pages
from tests.support.pseudo import texts_in
from tests.support.shipped import all_plans, example_plans, scenario_plans, shipped_pack

JUDGED = [plan for plan in all_plans().values() if advise(shipped_pack(), plan).can_judge]


def _paper(plan: Plan) -> Document:
    pack = shipped_pack()
    return paper_of(PaperKind.EVALUATION).compose(pack, plan, advise(pack, plan), MADE_ON)


def _asked(document: Document, title: str) -> list[str]:
    return [
        row.cells[0].lead
        for block in document.blocks
        if isinstance(block, Ruled) and block.title == title
        for row in block.rows
        if isinstance(row, Row) and isinstance(row.cells[0], Words)
    ]


@pytest.mark.parametrize("plan", JUDGED, ids=lambda plan: plan.title)
def test_it_has_two_pages(plan: Plan) -> None:
    assert page_count(render(_paper(plan), made_at=MADE_AT)) == 2


@pytest.mark.parametrize("plan", JUDGED, ids=lambda plan: plan.title)
def test_it_asks_for_every_harm_of_which_a_risk_applies_and_no_other(plan: Plan) -> None:
    pack = shipped_pack()
    applying = {each.configuration for each in advise(pack, plan).with_verdict(Verdict.APPLIES)}
    wanted = [
        each
        for each in pack.evaluation.questions
        if each.kind == "harm" and applying.intersection(each.configurations)
    ]

    asked = _asked(_paper(plan), "Has anything here hurt?")

    assert len(asked) == len(wanted) > 0
    for text, question in zip(asked, wanted, strict=True):
        assert text in (question.question, *(each.text for each in question.variants))


def test_harms_that_depend_on_open_answers_are_counted() -> None:
    assert (
        "3 more questions are about risks that depend on answers you have not given."
        in texts_in(_paper(example_plans()[0]))
    )


def test_questions_are_worded_for_the_plan() -> None:
    pack = shipped_pack()
    question = next(each for each in pack.evaluation.questions if each.id == "end-told")
    open_ended = example_plans()[1]

    asked = _asked(_paper(open_ended), "Endings")

    assert question.variants[0].text in asked
    assert question.question not in asked


def test_without_paid_staff_it_names_whose_part_it_is() -> None:
    tiny, staffed = (set(texts_in(_paper(plan))) for plan in example_plans()[1:3])

    assert any("Whoever looks after peers" in text for text in tiny)
    assert not any("coordinator" in text for text in tiny)
    assert any("Peer or volunteer coordinator" in text for text in staffed)


def test_as_a_part_of_another_paper_it_is_brief_and_under_its_headings() -> None:
    pack, plan = shipped_pack(), scenario_plans()["p3_closed_group_centre"]

    blocks = tuple(evaluation_blocks(pack, plan, advise(pack, plan), level=2, brief=True))

    whole = len(_asked(_paper(plan), "Has it helped?"))
    tables = {block.title: block for block in blocks if isinstance(block, Ruled)}
    assert len(tables["Has it helped?"].rows) == 5 < whole
    assert f"{whole - 5} more questions are in the evaluation plan." in texts_in(blocks)
    assert {table.level for table in tables.values()} == {2}
    assert not any(isinstance(block, NewPage) for block in blocks)


def test_questions_on_one_subject_stay_on_one_page() -> None:
    pack, plan = shipped_pack(), example_plans()[5]
    report = paper_of(PaperKind.REPORT).compose(pack, plan, advise(pack, plan), MADE_ON)
    pages = texts_of_pages(render(report, made_at=MADE_AT))
    asked = [bare(question) for question in _asked(report, "Endings")]

    assert len(asked) > 1
    assert any(all(question in page for question in asked) for page in pages)


@pytest.mark.parametrize("name", ["p4_dads", "p5_whatsapp"])
def test_there_is_none_for_a_plan_that_cannot_be_judged(name: str) -> None:
    with pytest.raises(ExportError, match="cannot judge"):
        _paper(scenario_plans()[name])
