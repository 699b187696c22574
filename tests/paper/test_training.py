"""The training outline has the sessions that fit a plan, none of them split, on three pages."""

import pytest

from advisor.errors import ExportError
from advisor.models.document import Document
from advisor.models.papers import PaperKind, PaperSize
from advisor.models.plan import Plan
from advisor.models.sheets import GroupRow, Row, Ruled, Spread, Words
from advisor.paper.papers import paper_of
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from tests.support.documents import MADE_AT, MADE_ON
from tests.support.paper import page_count
from tests.support.pseudo import texts_in
from tests.support.shipped import all_plans, example_plans, scenario_plans, shipped_pack

ABOUT_MOTHERS = [plan for name, plan in all_plans().items() if "Dads" not in name]


def _paper(plan: Plan) -> Document:
    pack = shipped_pack()
    return paper_of(PaperKind.TRAINING).compose(pack, plan, advise(pack, plan), MADE_ON)


def _sessions(document: Document) -> list[Spread]:
    return [block for block in document.blocks if isinstance(block, Spread)]


def _titles(document: Document) -> list[str]:
    return [block.title.partition(". ")[2] for block in _sessions(document)]


def _table(document: Document) -> Ruled:
    return next(block for block in document.blocks if isinstance(block, Ruled))


@pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)
def test_it_has_three_pages(plan: Plan) -> None:
    for size in PaperSize:
        assert page_count(render(_paper(plan), paper=size, made_at=MADE_AT)) == 3


@pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)
def test_the_table_has_every_session_that_follows(plan: Plan) -> None:
    document = _paper(plan)
    rows = [row.cells for row in _table(document).rows if isinstance(row, Row)]

    named = [cells[1].lead for cells in rows if isinstance(cells[1], Words)]
    assert named == [*_titles(document), "In all"]


def test_without_paid_staff_the_most_needed_sessions_come_first() -> None:
    first = [each.title for each in shipped_pack().training.sessions if each.first]
    tiny, staffed = _paper(example_plans()[1]), _paper(example_plans()[2])

    groups = [row for row in _table(tiny).rows if isinstance(row, GroupRow)]
    assert [(row.title, row.remark) for row in groups] == [
        ("Begin with these", "12 h"),
        ("Add these soon", "8 h 30 min"),
    ]
    assert _titles(tiny)[: len(first)] == first
    assert _titles(staffed)[: len(first)] != first
    assert not any(isinstance(row, GroupRow) for row in _table(staffed).rows)


def test_a_session_comes_only_where_the_plan_needs_it() -> None:
    interpreters = "Working with an interpreter"

    assert interpreters in _titles(_paper(example_plans()[3]))
    assert interpreters not in _titles(_paper(example_plans()[2]))
    assert not any("depends on answers" in text for text in texts_in(_paper(example_plans()[2])))


def test_a_session_that_waits_for_an_answer_is_named() -> None:
    sparse = _paper(scenario_plans()["p1_tiny_dropin"])

    waiting = [text for text in texts_in(sparse) if "depends on answers" in text]
    assert len(waiting) == 1
    assert waiting[0].startswith("Whether you need these as well")
    assert "Working with an interpreter" in waiting[0]
    assert "Working with an interpreter" not in _titles(sparse)


def test_a_phone_line_learns_for_the_phone() -> None:
    phone = _sessions(_paper(scenario_plans()["p2_phone_volunteers"]))
    group = _sessions(_paper(example_plans()[2]))

    own = [
        next(each for each in found if "Your own form" in each.title) for found in (phone, group)
    ]
    covered = [" ".join(each.left[0].items) for each in own]
    assert "A call that drops" in covered[0]
    assert "round" not in covered[0]
    assert "A first round in which anyone may pass" in covered[1]


def test_who_meets_mothers_alone_and_in_a_group_learns_for_both() -> None:
    both = _sessions(_paper(example_plans()[3]))

    own = next(each for each in both if "Your own form" in each.title)
    covered = " ".join(own.left[0].items)
    assert "A first round in which anyone may pass" in covered
    assert "A first meeting with one mother" in covered


def test_a_session_names_only_risks_that_apply() -> None:
    pack, plan = shipped_pack(), example_plans()[0]
    advice = advise(pack, plan)
    risks = {
        pack.configuration_by_id[each.configuration].title
        for each in advice.findings
        if each.state is not None
    }
    said = " ".join(each.small for each in _sessions(_paper(plan)))

    assert risks
    for configuration in pack.configurations:
        if configuration.title in said:
            assert configuration.title in risks


def test_there_is_none_for_people_of_whom_the_evidence_does_not_speak() -> None:
    with pytest.raises(ExportError, match="does not speak about the people"):
        _paper(scenario_plans()["p4_dads"])
