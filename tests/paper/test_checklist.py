"""The checklist: what matters first, every action once, nothing decided left out."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.models.blocks import Bullets, Checklist, Heading, Notice, Tallies
from advisor.models.document import Document
from advisor.models.evidence import Domain
from advisor.models.findings import GateState, RiskState
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, EntryKey, Plan
from advisor.rules.engine import advise
from advisor.telling.naming import title_with_term
from tests.support import decided
from tests.support.documents import MADE_ON, Example, checklist


def _lists(document: Document) -> list[Checklist]:
    return [block for block in document.blocks if isinstance(block, Checklist)]


def test_the_worst_risks_come_first_with_their_key_actions(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    lists = _lists(checklist.compose(pack, plan, advice, MADE_ON))
    shown = [each for each in lists if each.badge]

    states = [each.badge.split(" · ")[0] for each in shown]
    assert states == sorted(states, key=["Open", "Partly in hand"].index)
    assert shown[0].badge == "Open · Matters more here"
    assert any(each.badge.endswith("extra, not from the review") for each in shown)
    assert lists[0].title == "Five things to do first"
    assert all(item.why for item in lists[0].items)
    assert lists[1 : len(shown) + 1] == shown
    for each in shown:
        assert all(Mark.KEY in item.marks and not item.ticked for item in each.items)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_every_safety_action_is_there_and_every_key_action_that_is_missing(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    plan, advice = example(number)
    document = checklist.compose(pack, plan, advice, MADE_ON)
    shown = {item.key for item in document.check_items}

    wanted = {
        action.id
        for action in advice.actions
        if action.safety or (action.key and action.in_place is not True)
    }
    assert wanted <= shown


def test_what_was_decided_is_there_whatever_its_weight(
    pack: Pack, decided_example: Example
) -> None:
    plan, _ = decided_example
    light = next(
        action.id
        for action in decided_example[1].actions
        if not (action.key or action.safety or action.in_place) and action.id not in plan.decisions
    )
    plan = plan.with_entry(
        EntryKey.of_decision(light), Decision(choice=Choice.WE_WILL, owner="Mair")
    )
    document = checklist.compose(pack, plan, advise(pack, plan), MADE_ON)
    items = {item.key: item for item in document.check_items}

    assert items[light].owner == "Mair"
    assert items[decided.WILL].due == decided.DUE
    assert items[decided.WILL].note == decided.NOTE


def test_what_was_declined_stands_last_with_its_reason(checklist_document: Document) -> None:
    last = _lists(checklist_document)[-1]

    assert last.title == "Not for us"
    assert [(item.key, item.reason) for item in last.items] == [(decided.DECLINED, decided.REASON)]
    assert Mark.DECLINED in last.items[0].marks


def test_what_the_provider_added_is_marked_as_hers(checklist_document: Document) -> None:
    own = next(item for item in checklist_document.check_items if item.key == decided.OWN_ACTION_ID)
    risks = next(block for block in checklist_document.blocks if isinstance(block, Bullets))

    assert own.marks == (Mark.ADDED_BY_YOU,)
    assert own.text == decided.OWN_ACTION
    assert risks.items == (f"{decided.OWN_RISK} – Ask the library",)


def test_a_risk_without_an_action_of_its_own_says_where_to_look(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    risk = next(finding for finding in advice.findings if finding.state is RiskState.OPEN)
    for action in advice.actions:
        if action.key and action.id in risk.actions:
            plan = plan.with_entry(
                EntryKey.of_decision(action.id), Decision(choice=Choice.NOT_FOR_US)
            )
    advice = advise(pack, plan)

    document = checklist.compose(pack, plan, advice, MADE_ON)

    configuration = pack.configuration_by_id[risk.configuration]
    title = title_with_term(configuration.title, configuration.term)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert title in headings
    assert "You decided against its key actions" in str(document.blocks)


@pytest.mark.parametrize(
    ("unsaid", "said"),
    [
        ({}, "open or partly in hand."),
        ({"may_apply": 2}, "open or partly in hand, but what is still open could change that."),
        (
            {"may_apply": 2, "not_covered": 1},
            "but what is still open could change that and our evidence does not cover all of your "
            "formats.",
        ),
    ],
)
def test_a_plan_with_nothing_open_says_so_and_what_it_does_not_know(
    pack: Pack, example: Callable[[int], Example], unsaid: dict[str, int], said: str
) -> None:
    plan, advice = example(2)
    nothing = replace(advice.summary, may_apply=0, not_covered=0)
    benefits = tuple(each for each in advice.findings if each.domain is Domain.BENEFIT)
    advice = replace(advice, findings=benefits, summary=replace(nothing, **unsaid))

    document = checklist.compose(pack, plan, advice, MADE_ON)

    assert said in str(document.blocks)


def test_notes_and_open_questions_stand_before_the_actions(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    document = checklist.compose(pack, *example(2), MADE_ON)
    kinds = [type(block) for block in document.blocks]
    titles = [block.title for block in document.blocks if isinstance(block, Notice)]

    assert titles == [
        "Put right first",
        "Check first",
        "Take special care",
        "Outside the evidence",
        "Find out or decide first",
    ]
    assert kinds.index(Notice) < kinds.index(Checklist)


def test_what_is_missing_is_named_and_what_is_not_said_has_a_box(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    notices = [
        block
        for block in checklist.compose(pack, plan, advice, MADE_ON).blocks
        if isinstance(block, Notice)
    ]

    missing = [gate.text for gate in advice.gates if gate.state is GateState.MISSING]
    assert set(notices[0].paragraphs[1:]) <= set(missing)
    assert notices[0].ticks == ()
    ticks = {gate.in_place for gate in advice.gates if gate.state is GateState.NOT_SAID}
    assert set(notices[1].ticks) <= ticks
    assert notices[1].ticks


def test_what_cannot_be_judged_has_no_counts_of_risks(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    blocks = checklist.compose(pack, *example(5), MADE_ON).blocks

    words = str([block for block in blocks if isinstance(block, Tallies)])
    assert "risk" not in words.replace("Tone.RISK", "").replace("'risk'", "")
    assert "Risks still to take in hand" not in str(blocks)


def test_every_page_says_which_evidence_and_when(pack: Pack, checklist_document: Document) -> None:
    assert checklist_document.provenance == (
        f"Evidence pack perinatal-peer-support, edition {pack.version.version}."
        " Made on 25 November 2026."
    )


def test_a_plan_without_a_title_still_has_a_paper(pack: Pack) -> None:
    plan = Plan(id="00000000-0000-4000-8000-000000000000", title=" ")  # type: ignore[arg-type]

    document = checklist.compose(pack, plan, advise(pack, plan), MADE_ON)

    assert document.title == "Plan without a title"


def test_the_order_in_which_decisions_were_taken_does_not_matter(
    pack: Pack, decided_example: Example, checklist_document: Document
) -> None:
    plan, _ = decided_example
    turned = replace(plan, decisions=dict(reversed(list(plan.decisions.items()))))

    assert checklist.compose(pack, turned, advise(pack, turned), MADE_ON) == checklist_document
