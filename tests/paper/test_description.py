"""The description says what a programme is, by the items of TIDieR, on one page."""

import pytest

from advisor.errors import ExportError
from advisor.models.document import Document
from advisor.models.papers import PaperKind
from advisor.models.plan import Plan
from advisor.models.sheets import Answers, Row, Ruled, Words
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from advisor.telling.description import ITEMS, tell_description
from tests.support.documents import MADE_AT, MADE_ON
from tests.support.paper import page_count
from tests.support.pseudo import texts_in
from tests.support.shipped import all_plans, example_plans, scenario_plans, shipped_pack

ABOUT_MOTHERS = [plan for name, plan in all_plans().items() if "Dads" not in name]


def _paper(plan: Plan) -> Document:
    pack = shipped_pack()
    return paper_of(PaperKind.DESCRIPTION).compose(pack, plan, advise(pack, plan), MADE_ON)


def _rows(document: Document) -> dict[str, Answers]:
    cells = [
        row.cells
        for block in document.blocks
        if isinstance(block, Ruled)
        for row in block.rows
        if isinstance(row, Row)
    ]
    return {
        item.lead: answers
        for item, answers in cells
        if isinstance(item, Words) and isinstance(answers, Answers)
    }


@pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)
def test_it_has_one_page(plan: Plan) -> None:
    assert page_count(render(_paper(plan), made_at=MADE_AT)) == 1


def test_the_items_are_those_of_the_evidence_and_come_in_the_order_of_tidier() -> None:
    in_pack = {each.tidier for each in shipped_pack().questionnaire.questions if each.tidier}

    assert set(ITEMS) == in_pack
    assert list(_rows(_paper(example_plans()[3]))) == list(ITEMS)


@pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)
def test_every_question_with_an_item_is_answered_or_said_to_be_open(plan: Plan) -> None:
    rows = _rows(_paper(plan))

    for question in shipped_pack().questionnaire.questions:
        answered = not plan.answer(question.id).is_open
        row = rows.get(question.tidier, Answers(items=()))
        assert (question.short in [each.label for each in row.items]) is (
            answered and bool(question.tidier)
        )
        if answered:
            assert question.short not in row.small


def test_a_question_without_an_item_is_left_out() -> None:
    without = next(q for q in shipped_pack().questionnaire.questions if not q.tidier)

    assert not any(without.short in text for text in texts_in(_paper(example_plans()[3])))


def test_a_short_plan_has_each_answer_whole_and_on_its_own_line() -> None:
    told = tell_description(shipped_pack(), example_plans()[1])
    long = tell_description(shipped_pack(), scenario_plans()["p3_closed_group_centre"])

    assert told.has_room
    assert not long.has_room
    assert "how many more" not in told.about
    assert "how many more" in long.about
    assert any(" more" in each.text for item in long.items for each in item.answers)


def test_there_is_none_for_people_of_whom_the_evidence_does_not_speak() -> None:
    with pytest.raises(ExportError, match="does not speak about the people"):
        _paper(scenario_plans()["p4_dads"])


def test_no_answer_points_at_options_that_are_not_in_sight() -> None:
    plan = example_plans()[0]
    said = " ".join(texts_in(_paper(plan)))

    assert "What you do about endings" in said
    assert "None of those that we asked about" in said
    assert "None of these" not in said
