"""Advice for a terminal: short, in order, and safe to print."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.export.text import advice_text
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey
from advisor.rules.engine import advise
from tests.support.documents import Example


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_no_line_is_wider_than_the_terminal(
    pack: Pack, example: Callable[[int], Example], number: int, width: int
) -> None:
    lines = advice_text(pack, *example(number), width).splitlines()

    assert max(len(line) for line in lines) <= width


def test_what_matters_comes_in_the_order_a_coordinator_needs(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    text = advice_text(pack, *example(2))
    marks = [
        "This is not",
        "PUT RIGHT FIRST",
        "CHECK FIRST",
        "FIVE THINGS TO DO FIRST",
        "TAKE SPECIAL CARE",
        "OUTSIDE THE EVIDENCE",
        "FIND OUT OR DECIDE FIRST",
        "WHAT MAY HARM MOTHERS",
        "WHAT MOTHERS MAY GAIN",
        "WHAT YOUR PLAN DOES NOT SET UP YET",
        "WHAT MAY HELP MOTHERS SAY YES",
        "WHAT MAY KEEP MOTHERS AWAY",
        "MAY APPLY",
        "SAFETY, IN EVERY PROGRAMME",
        "ABOUT THIS ADVICE",
    ]

    places = [text.index(mark) for mark in marks]

    assert places == sorted(places)


def test_every_risk_that_applies_is_named_with_its_key_actions(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    text = " ".join(advice_text(pack, plan, advice).split())

    risks = [finding for finding in advice.with_verdict(Verdict.APPLIES) if finding.state]
    assert risks
    for risk in risks:
        assert f"* {risk.configuration} " in text
        assert all(branch.text in text for branch in risk.counting)
        assert all(branch.sign in text for branch in risk.at_work)
        for action_id in risk.actions:
            if advice.action_by_id[action_id].key and risk.state is not RiskState.ADDRESSED:
                assert advice.action_by_id[action_id].text in text


def test_a_plan_outside_the_evidence_is_told_so(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    text = " ".join(advice_text(pack, *example(5)).split())

    assert "We cannot judge this form" in text
    assert "WHAT MAY HARM MOTHERS" not in text
    assert "NOT COVERED BY OUR EVIDENCE" in text
    assert "That is not the same as safe" in text
    _plan, advice = example(5)
    for finding in advice.findings:
        for branch in finding.from_elsewhere:
            assert branch.text in text.partition("FROM OTHER SOURCES")[2]


def test_each_missing_thing_is_named_and_each_first_thing_says_why(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    text = " ".join(advice_text(pack, plan, advice).split())

    missing = [gate for gate in advice.gates if gate.state is GateState.MISSING]
    assert missing
    assert all(gate.text in text for gate in missing[:4])
    for number, thing in enumerate(advice.priorities, start=1):
        assert f" {number}. {advice.action_by_id[thing.action].text}" in text
    assert "Safety asks for this: " in text


def test_fathers_only_read_nothing_about_mothers_that_the_rules_say(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan = example(2)[0].with_entry(
        EntryKey.of_answer(QuestionId("people")), Answer(value=OptionId("fathers_only"))
    )
    text = " ".join(advice_text(pack, plan, advise(pack, plan)).split())

    assert pack.scope.not_covered_text in text
    assert "RIGHT FIRST" in text
    for words in ("WHAT MAY HARM", "MAY APPLY", "SAFETY, IN EVERY", "many mothers report"):
        assert words not in text


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_every_safety_action_is_shown_whatever_the_answers(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    text = " ".join(advice_text(pack, *example(number)).split())

    safety = [action for action in example(number)[1].actions if action.safety]
    assert safety
    assert all(action.text in text for action in safety)


def test_a_risk_in_hand_says_by_what_and_how_to_notice_it(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(3)
    text = " ".join(advice_text(pack, plan, advice).split())

    in_hand = [each for each in advice.findings if each.state is RiskState.ADDRESSED]
    assert len(in_hand) > 5
    assert text.count("In hand by: ") == len(in_hand)
    for finding in in_hand:
        told = text.partition(f"* {finding.configuration} ")[2].partition("In hand by: ")[2]
        for branch in finding.at_work:
            assert branch.sign in text
            assert any(
                advice.action_by_id[each].text.rstrip(".") in told for each in branch.answered_by
            )


def test_safety_counts_what_is_there_and_marks_what_may_not_fit(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    complete, sparse = (" ".join(advice_text(pack, *example(n)).split()) for n in (3, 1))

    assert "20 of 20 safety actions are shown to be in place." in complete
    assert "depends on open answers)" not in complete
    loss = sparse.partition("a specialist loss or neonatal charity")[2]
    assert loss.partition("[ ]")[0].endswith("; whether it fits depends on open answers) ")


def test_what_is_not_from_the_review_is_marked_wherever_it_is_named(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    text = " ".join(advice_text(pack, plan, advice).split())

    extra = [each for each in pack.configurations if each.supplementary]
    named = [each.id for each in extra if f"* {each.id} " in text]
    assert "X08" in named
    for each in named:
        _before, after = text.split(f"* {each} ", 1)
        assert "extra, not from the review" in after[:160]


def test_a_terminal_is_never_given_orders(pack: Pack, example: Callable[[int], Example]) -> None:
    plan, advice = example(2)
    hostile = replace(plan, title="\x1b[2J\u202eTitle\x07\x9b\r\nnext")

    text = advice_text(pack, hostile, advice)

    assert text.startswith("[2J Title next\n")
    assert not any(character in text for character in "\x1b\x07\x9b\r\u202e")


def test_nothing_is_scored_or_promised(pack: Pack, example: Callable[[int], Example]) -> None:
    for number in (1, 2, 3, 4, 5):
        text = advice_text(pack, *example(number)).casefold()
        assert "%" not in text
        assert "your score" not in text
        assert "reduces depression" not in text
