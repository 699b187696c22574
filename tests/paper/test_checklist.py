"""The checklist: a poster that stands alone, nothing decided left out, a page to sign."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from advisor import locations
from advisor.models.advice import Advice
from advisor.models.blocks import Bullets, Tone
from advisor.models.document import Document
from advisor.models.fields import FormField
from advisor.models.findings import GateState
from advisor.models.ids import ActionId, GateId
from advisor.models.pack import Pack
from advisor.models.papers import PaperSize
from advisor.models.plan import Choice, Decision, EntryKey, GateTick, Plan
from advisor.models.posters import Listing, Poster
from advisor.models.sheets import GroupRow, Row, Ruled, Signatures, Tick, Words, Writing
from advisor.pdf.form_fields import fields_of
from advisor.pdf.rendering import render, render_fillable
from advisor.plan_files.reading import read_plan
from advisor.rules.engine import advise
from advisor.telling import who_does_what
from advisor.telling.safety_page import told_safety
from advisor.telling.who_does_what import ShortList, told_tasks
from tests.support import decided
from tests.support.documents import MADE_AT, MADE_ON, Example, checklist
from tests.support.paper import bare, page_count, texts_of_pages
from tests.support.shipped import example_plans, scenario_plans

SCENARIOS = Path(__file__).parents[1] / "scenarios"
EVERY_GATE_FAILS = Path(__file__).parent / "every_gate_fails.json"
PLANS = sorted((*locations.examples_folder().glob("*.json"), *SCENARIOS.glob("*.json")))


def _poster(document: Document) -> Poster:
    first = document.blocks[0]
    assert isinstance(first, Poster)
    return first


def _rows(document: Document) -> Iterator[tuple[str, Row]]:
    """Yield every row of the tables with the id of its action."""
    for block in document.blocks:
        if isinstance(block, Ruled):
            for row in block.rows:
                if isinstance(row, Row):
                    [*_others, name] = _field(row.cells[0]).name.partition(":")
                    yield name, row


def _field(cell: object) -> FormField:
    assert isinstance(cell, Tick | Writing)
    assert cell.field is not None
    return cell.field


def _made(pack: Pack, plan: Plan) -> Document:
    return checklist.compose(pack, plan, advise(pack, plan), MADE_ON)


def _ticked(plan: Plan, *gates: GateId) -> Plan:
    for gate in gates:
        plan = plan.with_entry(EntryKey.of_tick(gate), GateTick(day=datetime.date(2027, 3, 5)))
    return plan


def _not_said(advice: Advice) -> tuple[GateId, ...]:
    return tuple(gate.id for gate in advice.gates if gate.state is GateState.NOT_SAID)


def _form(document: Document, size: PaperSize) -> bytes:
    form = render_fillable(document, paper=size, made_at=MADE_AT)
    assert form.has_fields
    return form.pdf


def _both_copies(document: Document, size: PaperSize) -> tuple[bytes, bytes]:
    return render(document, paper=size, made_at=MADE_AT), _form(document, size)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_it_has_two_to_four_pages_however_much_is_ticked(
    pack: Pack, file: Path, size: PaperSize
) -> None:
    plan = read_plan(file, pack)
    open_gates = _not_said(advise(pack, plan))
    ticks = sorted({(), open_gates[: len(open_gates) // 2], open_gates}, key=len)
    documents = [_made(pack, _ticked(plan, *ticked)) for ticked in ticks]
    # Its form is laid out in the same way: each plan and sheet has it with another part ticked.
    number = (PLANS.index(file) + list(PaperSize).index(size)) % len(documents)
    flat = [render(document, paper=size, made_at=MADE_AT) for document in documents]
    form = _form(documents[number], size)

    for made in (*flat, form):
        pages = texts_of_pages(made)
        assert 2 <= len(pages) <= 4
        # The poster is one page: what comes behind it begins the second.
        assert not any(bare("Dial 999") in page for page in pages[1:])
    assert page_count(form) == page_count(flat[number])


def test_safety_has_a_page_of_its_own_unless_it_is_too_long_for_one(pack: Pack) -> None:
    plan = scenario_plans()["p1_tiny_dropin"]
    open_gates = _not_said(advise(pack, plan))

    few, many = (
        texts_of_pages(render(_made(pack, _ticked(plan, *ticked)), made_at=MADE_AT))
        for ticked in ((), open_gates)
    )

    who, safety = bare("Whoever gives the support"), bare("Safety: checked by two people")
    assert [who in page for page in few if safety in page] == [False]
    assert [who in page for page in many if safety in page] == [True]
    assert len(few) == len(many) == 4


def test_it_has_six_pages_at_most_where_every_gate_fails(pack: Pack) -> None:
    plan = read_plan(EVERY_GATE_FAILS, pack)
    missing = {each.id for each in advise(pack, plan).gates if each.state is GateState.MISSING}
    document = _made(pack, plan)

    # Nobody to supervise, and mothers of whom it is not known how unwell they are, leave out these.
    assert {gate.id for gate in pack.gates} - missing == {
        "gate-serious-supervision",
        "gate-unknown-severity",
    }
    for size in PaperSize:
        assert max(map(page_count, _both_copies(document, size))) <= 6


def test_a_poster_is_one_page_whatever_is_written(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    for each in advice.priorities:
        plan = plan.with_entry(EntryKey.of_decision(each.action), Decision(owner="Mair or " * 37))
    document = replace(_made(pack, plan), title="A long name of a programme " * 11)
    alone = replace(document, blocks=(_poster(document),))

    assert page_count(render(alone, made_at=MADE_AT)) == 1


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_every_safety_action_and_all_that_comes_first_has_a_box(pack: Pack, file: Path) -> None:
    plan = read_plan(file, pack)
    advice = advise(pack, plan)
    boxes = {name for name, _row in _rows(checklist.compose(pack, plan, advice, MADE_ON))}

    wanted = {action.id for action in advice.actions if action.safety}
    assert wanted | {each.action for each in advice.priorities} <= boxes


@pytest.mark.parametrize("number", [2, 5])
def test_no_decision_is_missing_whatever_the_answers_say(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    plan, _advice = example(number)
    marked = {action.id: f"Note on {action.id}." for action in pack.actions}
    choices = list(Choice)
    for place, (action, note) in enumerate(marked.items()):
        choice = choices[place % len(choices)]
        plan = plan.with_entry(EntryKey.of_decision(action), Decision(choice=choice, note=note))

    said = str(_made(pack, plan).blocks)

    assert [note for note in marked.values() if note not in said] == []


def test_we_will_do_this_is_seen_without_a_name(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    action = ActionId("plan-01")
    plan = example(2)[0].with_entry(EntryKey.of_decision(action), Decision(choice=Choice.WE_WILL))

    rows = dict(_rows(_made(pack, plan)))

    words = rows[action].cells[1]
    assert isinstance(words, Words)
    assert words.small == "We will do this"


def test_a_name_and_a_date_are_printed_and_the_note_below(checklist_document: Document) -> None:
    row = dict(_rows(checklist_document))[decided.WILL]
    _tick, words, who, due = row.cells

    assert isinstance(words, Words)
    assert [each.sentence for each in words.noted] == [f"Note: {decided.NOTE}"]
    assert (_field(who).value, _field(due).value) == (decided.OWNER, "5 Mar 2027")


def test_what_was_declined_stands_in_a_list_with_its_reason(checklist_document: Document) -> None:
    last = [block for block in checklist_document.blocks if isinstance(block, Listing)][-1]

    assert last.title == "Not for us"
    [words] = last.items
    assert isinstance(words, Words)
    assert [(each.sentence, each.value) for each in words.noted] == [
        (f"Why not: {decided.REASON}", decided.REASON)
    ]
    assert decided.DECLINED not in dict(_rows(checklist_document))


def test_what_the_provider_added_has_a_block_of_its_own(checklist_document: Document) -> None:
    titles = [
        (block.title, [words.text for words in row_words(block)])
        for block in checklist_document.blocks
        if isinstance(block, Ruled)
    ]
    risks = next(block for block in checklist_document.blocks if isinstance(block, Bullets))

    assert ("Added by you", [decided.OWN_ACTION]) in titles
    assert risks.items == (f"{decided.OWN_RISK} – Ask the library",)


def row_words(block: Ruled) -> Iterator[Words]:
    for row in block.rows:
        if isinstance(row, Row) and isinstance(row.cells[1], Words):
            yield row.cells[1]


def test_what_is_missing_is_named_and_only_what_is_open_has_a_box(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    missing, check = _poster(checklist.compose(pack, plan, advice, MADE_ON)).boxes

    gates = {gate.text for gate in advice.gates if gate.state is GateState.MISSING}
    open_ones = {gate.in_place for gate in advice.gates if gate.state is GateState.NOT_SAID}
    assert missing.title == "Put right first"
    assert "Mothers are not left without support meanwhile." in missing.lead
    assert {item.text for item in missing.items} == gates
    assert all(item.tick is None for item in missing.items)
    assert {item.text for item in check.items} <= open_ones
    assert len(check.items) == 6
    assert check.more == "And 1 more on the safety page."


def test_what_was_ticked_leaves_the_poster_and_stands_ticked_on_the_safety_page(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    first, *_others = _not_said(advice)
    document = _made(pack, _ticked(plan, first))

    _missing, check = _poster(document).boxes
    words = pack.gate_by_id[first].in_place
    assert words not in {item.text for item in check.items}
    assert len(check.items) == 6
    assert check.more == (
        "1 thing that you ticked is on the safety page, for two people to look at."
    )
    (row,) = (row for name, row in _rows(document) if name == first)
    tick, said = row.cells
    assert isinstance(tick, Tick)
    assert tick.ticked
    assert _field(tick) == FormField(
        name=f"gate:{first}", tooltip=f"This is so: {words}", value=True
    )
    assert said == words
    assert "Ticked by you on 5 March 2027. Your answers do not say it yet" in str(document)


def test_days_that_differ_are_said_beside_what_was_ticked(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    first, second, *_others = _not_said(advice)
    later = GateTick(day=datetime.date(2027, 3, 6))
    plan = _ticked(plan, first).with_entry(EntryKey.of_tick(second), later)

    told = told_safety(pack, plan, advice)

    assert told.ticks_title == "Ticked by you. Your answers do not say it yet"
    assert [each.ticked for each in told.ticks] == [
        "Ticked by you on 5 March 2027.",
        "Ticked by you on 6 March 2027.",
    ]


def test_where_all_was_ticked_nothing_is_called_in_place(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    document = _made(pack, _ticked(plan, *_not_said(advice)))

    missing, check = _poster(document).boxes
    assert missing.title == "Put right first"
    assert (check.title, check.tone, check.items) == ("Ticked by you", Tone.CAUTION, ())


def test_the_safety_page_has_groups_and_two_signatures(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    *_others, table, rest, signing = checklist.compose(pack, *example(2), MADE_ON).blocks

    assert isinstance(table, Ruled)
    assert isinstance(rest, Ruled)
    groups = [row.title for row in table.rows if isinstance(row, GroupRow)]
    assert [*groups, rest.title] == ["Put right first", "Next", "In every programme"]
    assert isinstance(signing, Signatures)
    assert sum("signature" in hint for hint in signing.hints) == 2


def test_what_cannot_be_judged_is_said_and_no_risk_is_named(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    document = checklist.compose(pack, *example(5), MADE_ON)
    poster = _poster(document)

    assert poster.notice_title == "We cannot judge this form"
    assert poster.signs_title == "Watch for: signs that other sources name"
    assert "Where the evidence stops" in str(document.blocks)


def test_room_that_is_left_is_ruled_for_what_else_was_agreed(pack: Pack) -> None:
    title = bare("What else we agreed: what, who and by when")
    pages = {
        name: texts_of_pages(render(_made(pack, plan), made_at=MADE_AT))
        for name, plan in scenario_plans().items()
    }

    assert title in pages["p1_tiny_dropin"][2]
    assert len(pages["p1_tiny_dropin"]) == 4
    # A page that is full has none of it, and none is made for it.
    assert not any(title in page for page in pages["p2_phone_volunteers"][:2])


def test_one_group_of_safety_is_not_told_to_come_first(pack: Pack) -> None:
    plan = example_plans()[3]
    told = told_safety(pack, plan, advise(pack, plan))

    assert len(told.groups) == 1
    assert "first group" not in told.lead
    others = told_safety(pack, example_plans()[0], advise(pack, example_plans()[0]))
    assert "first group" in others.lead


def test_support_goes_on_meanwhile_only_where_something_is_to_be_put_right(pack: Pack) -> None:
    sound, unsound = example_plans()[2], example_plans()[1]
    meanwhile = "Mothers are not left without support meanwhile."

    assert meanwhile not in told_safety(pack, sound, advise(pack, sound)).lead
    assert meanwhile in told_safety(pack, unsound, advise(pack, unsound)).lead


def test_one_thing_left_over_is_named_and_not_counted(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = example_plans()[3]

    def later() -> ShortList:
        lists = told_tasks(pack, plan, advise(pack, plan)).lists
        [found] = [each for each in lists if each.title == "When the first things are done"]
        return found

    shown = len(later().items)
    left = int(re.findall(r"\d+", later().more)[0])
    monkeypatch.setattr(who_does_what, "MOST_LATER", shown + left - 1)

    assert len(later().items) == shown + left
    assert later().more == ""


def test_the_same_field_says_the_same_wherever_it_stands(checklist_document: Document) -> None:
    by_name: dict[str, set[object]] = {}
    for field in fields_of(checklist_document.blocks):
        by_name.setdefault(field.name, set()).add((field.value, field.tooltip))

    assert [name for name, said in by_name.items() if len(said) > 1] == []


def test_every_page_says_which_evidence_and_when(pack: Pack, checklist_document: Document) -> None:
    assert checklist_document.provenance == (
        "Not a complete list, and no proof · "
        f"Evidence pack perinatal-peer-support, edition {pack.version.version}."
        " Made on 25 November 2026."
    )


def test_a_plan_without_a_title_still_has_a_paper(pack: Pack) -> None:
    plan = Plan(id="00000000-0000-4000-8000-000000000000", title=" ")  # type: ignore[arg-type]

    assert _made(pack, plan).title == "Plan without a title"


def test_the_order_in_which_decisions_were_taken_does_not_matter(
    pack: Pack, decided_example: Example, checklist_document: Document
) -> None:
    plan, _ = decided_example
    turned = replace(plan, decisions=dict(reversed(list(plan.decisions.items()))))

    assert _made(pack, turned) == checklist_document
