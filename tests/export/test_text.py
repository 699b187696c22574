"""Advice for a terminal: short, in order, and safe to print."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.export.text import advice_text
from advisor.models.advice import Verdict
from advisor.models.pack import Pack
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
        "BEFORE YOU OPEN",
        "OUTSIDE THE EVIDENCE",
        "FIND OUT OR DECIDE FIRST",
        "WHAT MAY HARM MOTHERS",
        "WHAT MOTHERS MAY GAIN",
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
        for action_id in risk.actions:
            if advice.action_by_id[action_id].key:
                assert pack.action_by_id[action_id].text in text


def test_a_plan_outside_the_evidence_is_told_so(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    text = " ".join(advice_text(pack, *example(5)).split())

    assert "NOT COVERED BY OUR EVIDENCE" in text
    assert "That is not the same as safe" in text
    assert "- N01 Feeling dismissed or out of place" in text


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_every_safety_action_is_shown_whatever_the_answers(
    pack: Pack, example: Callable[[int], Example], number: int
) -> None:
    text = " ".join(advice_text(pack, *example(number)).split())

    safety = [action for action in pack.actions if action.safety]
    assert safety
    assert all(action.text in text for action in safety)


def test_what_is_not_from_the_review_is_marked_wherever_it_is_named(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    plan, advice = example(2)
    text = " ".join(advice_text(pack, plan, advice).split())

    assert "* X08 Strain on peers (extra, not from the review) (Open)" in text
    titles = [each.title for each in pack.configurations if each.supplementary]
    assert titles
    assert all(
        text.count(title) == text.count(f"{title} (extra, not from the review)") for title in titles
    )


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
        assert "score" not in text
        assert "reduces depression" not in text
