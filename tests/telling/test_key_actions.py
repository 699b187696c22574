"""The actions without which a risk is not in hand, and how far they are."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from advisor.models.evidence import Effect
from advisor.models.plan import Choice, Decision, EntryKey, Plan
from advisor.rules.engine import advise
from advisor.telling.action import ActionRow
from advisor.telling.advice import AdvicePart, tell
from advisor.telling.cards import CardStory
from advisor.telling.copied import as_text
from advisor.telling.gates import told_gates
from advisor.telling.key_actions import KeyActions, Stage, in_hand_words, without
from tests.support.examples import DROP_IN, MIGRANTS, example, pack

RULE = "N01-harms"


def card(plan: Plan, rule: str = RULE) -> CardStory:
    told = tell(pack(), plan, advise(pack(), plan))
    return next(each for each in told.cards if each.rule == rule)


def decided(plan: Plan, rows: Iterable[ActionRow], choice: Choice) -> Plan:
    for row in rows:
        plan = plan.with_entry(EntryKey.of_decision(row.id), Decision(choice=choice, reason="No"))
    return plan


def rows(*choices: Choice) -> tuple[ActionRow, ...]:
    """Key actions of one risk, decided so."""
    found = card(example(DROP_IN)).key_actions.rows
    assert len(found) >= len(choices)
    return tuple(
        replace(row, decision=Decision(choice=choice), in_place=choice is Choice.IN_PLACE)
        for row, choice in zip(found, choices, strict=False)
    )


LATER, WILL, THERE, NOT = Choice.DECIDE_LATER, Choice.WE_WILL, Choice.IN_PLACE, Choice.NOT_FOR_US


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ((), ""),
        ((LATER, LATER), "none of 2 key actions planned"),
        ((WILL, LATER), "1 of 2 key actions planned"),
        ((THERE, LATER), "1 of 2 key actions in place"),
        ((THERE, WILL), "1 of 2 key actions in place, 1 planned"),
        ((THERE, THERE), "all 2 key actions are in place"),
        ((THERE,), "the 1 key action is in place"),
    ],
)
def test_how_far_the_key_actions_are_is_said(choices: tuple[Choice, ...], words: str) -> None:
    assert KeyActions(ways=(rows(*choices),)).words == words


def test_what_comes_next_is_what_nothing_answers_yet() -> None:
    begun, waiting = rows(WILL, LATER)

    assert KeyActions(ways=((begun,), (waiting,))).next == waiting
    assert KeyActions(ways=((begun,),)).next == begun
    assert KeyActions(ways=(rows(THERE, NOT),)).next is None
    assert KeyActions(ways=()).next is None


def test_an_action_that_answers_two_ways_is_one_action() -> None:
    first, second = rows(LATER, LATER)
    keys = KeyActions(ways=((first,), (second, first)))

    assert keys.rows == (first, second)
    assert keys.stages == (Stage.TO_DO, Stage.TO_DO)
    assert without((first, second), KeyActions(ways=((first,),))) == (second,)


def test_a_risk_that_stays_open_although_something_is_planned_says_why() -> None:
    begun, waiting = rows(WILL, LATER)

    assert KeyActions(ways=((begun,), (waiting,))).still_open.startswith("It is open because of 1")
    assert KeyActions(ways=((begun,),)).still_open == ""
    assert KeyActions(ways=((waiting,), (waiting,))).still_open == ""


def test_only_what_harms_or_keeps_away_has_key_actions() -> None:
    told = tell(pack(), example(MIGRANTS), advise(pack(), example(MIGRANTS)))

    assert all(each.key_actions.rows for each in told.of(AdvicePart.RISKS))
    assert all(each.key_actions.rows for each in told.of(AdvicePart.HINDERS))
    others = [each for each in told.cards if each.effect in (Effect.BENEFITS, Effect.ENCOURAGES)]
    assert others
    assert not any(each.key_actions.rows for each in others)


def test_the_pieces_agree_with_the_state() -> None:
    before = card(example(DROP_IN))
    keys = before.key_actions.rows

    plan = decided(example(DROP_IN), keys, THERE)

    assert set(card(plan).key_actions.stages) == {Stage.IN_PLACE}
    assert "in hand" in card(plan).row_name
    assert in_hand_words(card(plan).key_actions) == (
        f"In hand: all {len(keys)} key actions are in place. The risk is still there."
    )


def test_what_is_copied_has_state_why_actions_and_sources() -> None:
    told = card(decided(example(DROP_IN), card(example(DROP_IN)).key_actions.rows[:1], WILL))

    text = as_text(told)

    lines = text.splitlines()
    assert lines[0] == "Feeling dismissed or out of place (lack of validation)"
    assert lines[1] == "Risk · Applies, partly in hand · Named in the review"
    for part in ("Why here", "What you could do", "How you would notice", "Sources"):
        assert part in lines
    assert all(reason.sentence in text for reason in told.reasons)
    assert f"– {told.key_actions.rows[0].text} (We will do this)" in lines
    assert all(source.citation in text for source in told.sources)


@pytest.mark.parametrize("place", range(8))
def test_what_is_copied_says_once_whether_it_applies(place: int) -> None:
    plan = example(place)
    for told in tell(pack(), plan, advise(pack(), plan)).cards:
        standing = as_text(told).splitlines()[1].split(" · ")
        assert told.status in standing
        assert len(standing) == len(set(standing))


def test_a_gate_says_what_to_do_first_about_it() -> None:
    plan = example(DROP_IN)
    missing, *_rest = told_gates(pack(), plan, advise(pack(), plan))
    (first, *_others) = missing.gates
    assert first.action is not None
    assert not first.action.in_place

    declined = decided(plan, [first.action], NOT)
    again, *_rest = told_gates(pack(), declined, advise(pack(), declined))

    assert again.gates[0].id == first.id
    assert again.gates[0].action is None or again.gates[0].action.id != first.action.id
