"""The workshop sheet knows the plan: what is answered to be checked, what is open to be settled."""

from dataclasses import replace

import pytest

from advisor.errors import ExportError
from advisor.interview.route import is_relevant
from advisor.models.document import Document
from advisor.models.findings import Verdict
from advisor.models.ids import PlanId, QuestionId
from advisor.models.plan import Comment, Plan
from advisor.models.posters import OpenRoom
from advisor.models.questionnaire import Nature, QuestionKind
from advisor.models.sheets import (
    Answers,
    Asked,
    AskedSet,
    Discussion,
    NewPage,
    Row,
    Ruled,
    Ticks,
    Words,
    Writing,
)
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from advisor.telling.workshop import tell_workshop
from tests.support import decided
from tests.support.documents import MADE_AT, MADE_ON, Example, worksheet
from tests.support.paper import page_count
from tests.support.pseudo import texts_in
from tests.support.shipped import all_plans, example_plans, scenario_plans, shipped_pack

ABOUT_MOTHERS = [plan for name, plan in all_plans().items() if "Dads" not in name]
EACH = pytest.mark.parametrize("plan", ABOUT_MOTHERS, ids=lambda plan: plan.title)


def _paper(plan: Plan) -> Document:
    pack = shipped_pack()
    return worksheet.compose(pack, plan, advise(pack, plan), MADE_ON)


def _asked(document: Document) -> list[Asked]:
    return [
        item for block in document.blocks if isinstance(block, AskedSet) for item in block.items
    ]


def _rows(document: Document, title: str) -> list[Row]:
    return [
        row
        for block in document.blocks
        if isinstance(block, Ruled) and block.title == title
        for row in block.rows
        if isinstance(row, Row)
    ]


@EACH
def test_it_has_six_to_eight_pages(plan: Plan) -> None:
    assert 6 <= page_count(render(_paper(plan), made_at=MADE_AT)) <= 8


def test_no_page_is_for_one_question_alone() -> None:
    """Four tables of which the coordinator's alone has more than fits on its page."""
    made = render(_paper(example_plans()[0]), made_at=MADE_AT)

    assert page_count(made) == 6


@EACH
def test_every_question_of_the_plan_is_to_be_checked_or_to_be_settled(plan: Plan) -> None:
    document = _paper(plan)
    questions = [
        each
        for each in shipped_pack().questionnaire.questions
        if is_relevant(shipped_pack().questionnaire, each.id, plan.answer)
    ]
    said = [
        row.cells[0].items[0].label
        for row in _rows(document, "You said")
        if isinstance(row.cells[0], Answers)
    ]

    answered = {each.short for each in questions if not plan.answer(each.id).is_open}
    still_open = {each.text for each in questions if plan.answer(each.id).is_open}
    assert sorted(said) == sorted(answered)
    assert sorted(asked.text for asked in _asked(document)) == sorted(still_open)


def test_an_answer_can_be_called_right_or_wrong_and_put_right() -> None:
    for row in _rows(_paper(example_plans()[2]), "You said"):
        assert row.cells[1:] == (Ticks(labels=("yes", "no")), Writing())


def test_open_questions_take_ticks_or_a_number_as_they_are_meant() -> None:
    questions = {each.text: each for each in shipped_pack().questionnaire.questions}
    asked = _asked(_paper(scenario_plans()["p1_tiny_dropin"]))

    assert {questions[each.text].kind for each in asked} >= {
        QuestionKind.SINGLE,
        QuestionKind.MULTIPLE,
        QuestionKind.NUMBER,
    }
    for each in asked:
        question = questions[each.text]
        assert each.several is (question.kind is QuestionKind.MULTIPLE)
        one = "" if question.kind is QuestionKind.NUMBER else "(one)"
        assert each.how == ("(any)" if each.several else one)
        assert bool(each.unit) is (question.kind is QuestionKind.NUMBER)
        context = question.nature is Nature.CONTEXT
        assert each.options[-1] == ("Not sure yet" if context else "Not decided yet")
        assert each.options[: len(question.options)] == tuple(o.label for o in question.options)


@EACH
def test_the_first_page_settles_three_questions_and_has_room_for_dots(plan: Plan) -> None:
    pack, document = shipped_pack(), _paper(plan)
    advice = advise(pack, plan)
    first = [pack.questionnaire[each.question] for each in advice.open_questions[:3]]
    risks = {
        pack.configuration_by_id[each.configuration].voice
        for each in advice.with_verdict(Verdict.APPLIES)
    } - {""}

    def words(title: str) -> list[Words]:
        cells = [row.cells[0] for row in _rows(document, title)]
        return [cell for cell in cells if isinstance(cell, Words)]

    def leads(title: str) -> list[str]:
        return [cell.lead for cell in words(title)]

    settled = [(cell.lead, cell.text) for cell in words("To settle today")]
    assert settled == [(each.short, each.text) for each in first]
    assert set(leads("Which of these could happen here?")) == risks
    if not risks:
        first_things = [advice.action_by_id[each.action].text for each in advice.priorities]
        assert leads("Which of these should come first?") == first_things
    assert len(_rows(document, "How to run it")) == len(pack.paper_words.workshop_timetable)


def test_what_might_be_said_is_not_taken_for_a_quotation() -> None:
    assert any("no quotations" in text for text in texts_in(_paper(example_plans()[1])))


@EACH
def test_no_choice_is_talked_about_twice_and_each_is_one_of_the_plan(plan: Plan) -> None:
    pack = shipped_pack()
    chosen = {each.id for each in advise(pack, plan).tensions}
    mine = {each.discuss for each in pack.tensions if each.id in chosen}

    talks = [block.question for block in _paper(plan).blocks if isinstance(block, Discussion)]

    assert len(talks) == len(set(talks)) >= min(len(mine), 4)
    assert set(talks) <= mine


def test_a_table_with_nothing_open_has_a_second_choice_to_talk_about() -> None:
    document = _paper(example_plans()[2])

    pages: list[int] = []
    for block in document.blocks:
        if isinstance(block, NewPage):
            pages.append(0)
        elif isinstance(block, Discussion):
            pages[-1] += 1
    assert not _asked(document)
    assert pages == [2, 2, 2, 2]
    assert "No question is open." in " ".join(texts_in(document))


def test_nothing_that_was_decided_is_printed(decided_example: Example) -> None:
    told = str(_paper(decided_example[0]).blocks)

    assert decided.OWNER not in told
    assert decided.OWN_RISK not in told


def test_there_is_none_for_people_of_whom_the_evidence_does_not_speak() -> None:
    with pytest.raises(ExportError, match="does not speak about the people"):
        _paper(scenario_plans()["p4_dads"])


def test_the_timetable_has_nothing_for_which_the_sheet_has_no_place() -> None:
    pack, nothing = shipped_pack(), Plan(id=PlanId("new"), title="New")
    advice = replace(advise(pack, nothing), priorities=())
    told = tell_workshop(pack, nothing, advice)

    left_out = [row for row in pack.paper_words.workshop_timetable if row.only_with]
    assert {row.only_with for row in left_out} == {"dots", "choices"}
    assert told.dots is None
    assert not any(table.talk for table in told.tables)
    assert {row.what for row in told.timetable}.isdisjoint(row.what for row in left_out)
    assert f"For a meeting of {sum(row.minutes for row in told.timetable)} minutes" in told.lead


@EACH
def test_an_answer_that_is_checked_is_printed_whole(plan: Plan) -> None:
    questionnaire = shipped_pack().questionnaire
    by_label = {each.short: each for each in questionnaire.questions}

    for row in _rows(_paper(plan), "You said"):
        assert isinstance(row.cells[0], Answers)
        (said,) = row.cells[0].items
        given = plan.answer(by_label[said.label].id).value
        if isinstance(given, frozenset):
            assert len(given) == len(said.text.split("; "))


@EACH
def test_what_is_left_of_a_page_is_ruled_to_write_on(plan: Plan) -> None:
    blocks = _paper(plan).blocks
    starts = [n for n, block in enumerate(blocks) if isinstance(block, NewPage)]

    assert all(isinstance(blocks[n - 1], OpenRoom) for n in (*starts, len(blocks)))


def test_what_somebody_sees_differently_stands_at_its_table_with_room_to_agree() -> None:
    plan = example_plans()[1]
    size = QuestionId("group_size")
    said = Comment(id="1", question=size, who="the mothers", text="Eight is enough.")

    assert _rows(_paper(plan), "Seen differently") == []
    (row,) = _rows(_paper(plan.with_entry(said.key, said)), "Seen differently")

    asked = shipped_pack().questionnaire[size].text
    assert row.cells == (
        Words(lead=asked, text="Seen differently by the mothers: Eight is enough."),
        Writing(),
    )
