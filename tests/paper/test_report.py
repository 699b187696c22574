"""The report: twelve pages for any plan, what comes first on the first, nothing unconfirmed."""

from collections.abc import Iterator
from functools import cache

import pytest

from advisor.models.blocks import Heading, Paragraph, References
from advisor.models.document import Block, Document
from advisor.models.evidence import Effect
from advisor.models.findings import GateState
from advisor.models.pack import Pack
from advisor.models.papers import PaperSize
from advisor.models.plan import Plan
from advisor.models.sheets import NewPage
from advisor.models.side_by_side import NumberedList, SideBySide
from advisor.pdf.rendering import render
from advisor.rules.engine import advise
from advisor.telling.advice import AdvicePart, tell
from advisor.telling.missed import told_missed
from advisor.telling.naming import short_citation
from advisor.telling.safety_status import told_safety_status
from tests.support.documents import MADE_AT, MADE_ON, Example, report
from tests.support.paper import bare, inside_the_margins, page_count, text_of, texts_of_pages
from tests.support.pseudo import texts_in
from tests.support.shipped import example_plans, scenario_plans, shipped_pack

EXAMPLES = example_plans()
PLANS = (*EXAMPLES, *scenario_plans().values())
MOST_PAGES = 12


def _made(pack: Pack, plan: Plan) -> Document:
    return report.compose(pack, plan, advise(pack, plan), MADE_ON)


@cache
def _printed(title: str, size: PaperSize) -> bytes:
    """The report on the plan of this title, made once for all who look at it."""
    [plan] = [plan for plan in PLANS if plan.title == title]
    return render(_made(shipped_pack(), plan), paper=size, made_at=MADE_AT)


def _titles(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, NewPage):
            yield block.title
        elif isinstance(block, Heading) and block.level == 1:
            yield block.text


def _one(document: Document, kind: type[Block]) -> Block:
    [found] = [block for block in document.blocks if isinstance(block, kind)]
    return found


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.title)
def test_the_report_has_at_most_twelve_pages(pack: Pack, plan: Plan, size: PaperSize) -> None:
    made = _printed(plan.title, size)

    assert page_count(made) <= MOST_PAGES
    assert inside_the_margins(made)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.title)
def test_no_source_that_is_to_be_confirmed_is_named(pack: Pack, plan: Plan) -> None:
    document = _made(pack, plan)
    told = bare(" ".join(texts_in(document)))
    unconfirmed = [source for source in pack.sources if source.is_to_be_confirmed]

    assert unconfirmed
    assert not any(bare(short_citation(each.citation)) in told for each in unconfirmed)
    assert not any(isinstance(block, References) for block in document.blocks)


def test_the_parts_come_in_their_order(report_document: Document) -> None:
    titles = list(_titles(report_document))

    assert titles == [
        "Five things to do first",
        "Safety",
        "The programme on a page",
        "Risk register",
        "Who may be missed",
        "What mothers may gain, and what it depends on",
        "Both sides of your choices",
        "What is still open",
        "Evaluation plan",
        "The programme, item by item",
        "About this advice",
    ]


def test_safety_says_of_each_gate_how_it_stands(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    status = _one(_made(pack, plan), SideBySide)
    assert isinstance(status, SideBySide)
    lines = {line.text: line.state.word for each in status.pillars for line in each.lines}

    missing = [gate.text for gate in advice.gates if gate.state is GateState.MISSING]
    assert missing
    assert all(lines[text] == "Missing" for text in missing)
    assert list(lines.values()).count("Missing") == len(missing)


def test_what_is_not_asked_of_a_plan_is_not_called_in_place(pack: Pack) -> None:
    plan = scenario_plans()["p1_tiny_dropin"]
    advice = advise(pack, plan)
    columns = told_safety_status(pack, plan, advice).columns

    assert any(gate.state is GateState.FINE for gate in advice.gates)
    assert [column.in_place for column in columns] == [None, None, None]


def test_how_many_are_not_named_is_said_before_what_is_in_place(pack: Pack) -> None:
    plan = scenario_plans()["p4_dads"]
    first, *_others = told_safety_status(pack, plan, advise(pack, plan)).columns
    assert first.more
    assert first.in_place

    page = bare(text_of(_printed(plan.title, PaperSize.A4)))
    assert page.index(bare(first.more)) < page.index(bare(first.in_place.text))


def test_safety_explains_only_words_that_are_there(pack: Pack) -> None:
    """And of a programme in which all is in place nobody says what happens meanwhile."""
    sound, unsound = EXAMPLES[2], EXAMPLES[1]
    leads = [told_safety_status(pack, plan, advise(pack, plan)).lead for plan in (sound, unsound)]

    for words in ("Not said yet", "meanwhile"):
        assert [words in lead for lead in leads] == [False, True]


def test_what_to_do_first_says_why(pack: Pack, decided_example: Example) -> None:
    plan, advice = decided_example
    first = _one(_made(pack, plan), NumberedList)
    assert isinstance(first, NumberedList)

    assert [item.text for item in first.items] == [
        advice.action_by_id[each.action].text for each in advice.priorities
    ]
    assert all(item.why for item in first.items)


def test_a_form_that_cannot_be_judged_gets_what_holds_all_the_same(pack: Pack) -> None:
    plan = EXAMPLES[4]
    document = _made(pack, plan)
    titles = list(_titles(document))

    assert titles[-3:] == [
        "Safety",
        "Where the evidence stops for this plan, and what needs care",
        "From other sources",
    ]
    assert "Risk register" not in titles

    told = bare(" ".join(texts_in(document)))
    others = tell(pack, plan, advise(pack, plan)).of(AdvicePart.ELSEWHERE)
    assert others
    ways = [way for card in others for way in card.elsewhere]
    assert all(bare(way.sentence) in told and bare(way.sign) in told for way in ways)


def test_what_nothing_is_known_of_has_no_other_sources(pack: Pack) -> None:
    titles = list(_titles(_made(pack, scenario_plans()["p4_dads"])))

    assert titles[-1] == "Where the evidence stops for this plan, and what needs care"


def test_a_short_part_shares_its_page_with_the_next(pack: Pack) -> None:
    made = _printed(EXAMPLES[0].title, PaperSize.A4)
    [page] = [text for text in texts_of_pages(made) if bare("Who may be missed") in text]

    assert bare("What mothers may gain, and what it depends on") in page


@pytest.mark.parametrize("plan", PLANS[:4], ids=lambda plan: plan.title)
def test_where_the_advice_comes_from_is_never_left_out(pack: Pack, plan: Plan) -> None:
    assert bare(pack.scope.about) in bare(" ".join(texts_in(_made(pack, plan))))


def test_what_may_keep_mothers_away_is_named_too(pack: Pack) -> None:
    plan = EXAMPLES[0]
    told = tell(pack, plan, advise(pack, plan))
    open_ones = [
        card for card in told.of(AdvicePart.MAY_APPLY) if card.effect is Effect.DISCOURAGES
    ]
    named = told_missed(told).may_keep_away

    assert open_ones
    assert all(f"“{card.title}”" in named for card in open_ones)


def test_where_nothing_comes_first_the_report_says_why(pack: Pack) -> None:
    plan = EXAMPLES[2]
    first = tell(pack, plan, advise(pack, plan)).first
    blocks = _made(pack, plan).blocks

    assert not first.things
    place = blocks.index(Heading(level=1, text=first.title))
    assert blocks[place + 1] == Paragraph(text=first.without)
    assert "is in place" in first.without


def test_an_open_question_says_what_it_is_about(pack: Pack) -> None:
    plan = EXAMPLES[0]
    told = tell(pack, plan, advise(pack, plan)).open_questions[:7]
    words = bare(text_of(_printed(plan.title, PaperSize.A4)))

    assert [each for each in told if bare(f"{each.label}{each.asked}") not in words] == []


def test_every_choice_with_two_sides_shows_both(pack: Pack) -> None:
    plan = EXAMPLES[3]
    made = bare(text_of(_printed(plan.title, PaperSize.A4)))
    tensions = {tension.id: tension for tension in pack.tensions}

    told = tell(pack, plan, advise(pack, plan)).tensions
    assert told
    for each in told:
        assert bare(tensions[each.id].good) in made
        assert bare(tensions[each.id].harm) in made
        assert bare(tensions[each.id].keeps_safe) in made


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.title)
def test_how_safety_stands_is_on_the_first_page(pack: Pack, plan: Plan) -> None:
    first = texts_of_pages(_printed(plan.title, PaperSize.A4))[0]
    columns = told_safety_status(pack, plan, advise(pack, plan)).columns

    assert all(bare(column.title) in first for column in columns)
