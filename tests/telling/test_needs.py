"""What a benefit depends on, told in its row and over the list of it."""

from collections.abc import Collection

import pytest

from advisor.export.text import advice_text
from advisor.models.evidence import Effect
from advisor.models.explanation import Truth
from advisor.models.findings import Verdict
from advisor.models.ids import OptionId
from advisor.rules.engine import advise
from advisor.telling.advice import tell
from advisor.telling.cards import CardStory
from advisor.telling.needs import Need, still_needed
from tests.support.examples import plan_with
from tests.support.shipped import all_plans, shipped_pack

THERE = Need(text="Time", met=Truth.HOLDS)
LACKING = Need(text="Peers who listen.", met=Truth.FAILS)
LACKING_TOO = Need(text="A quiet room", met=Truth.FAILS)
UNSAID = Need(text="A small group", met=Truth.OPEN)
UNTOLD = Need(text="Mothers who like it", met=None)


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ((THERE, UNTOLD), ""),
        (
            (THERE, LACKING, LACKING_TOO),
            "It still depends on what is missing: Peers who listen; A quiet room.",
        ),
        ((UNSAID, THERE), "It still depends on what is not said yet: A small group."),
        (
            (UNSAID, LACKING),
            "It still depends on what is missing: Peers who listen. Not said yet: A small group.",
        ),
    ],
)
def test_only_what_is_known_to_be_lacking_is_told(needs: tuple[Need, ...], said: str) -> None:
    assert still_needed(needs) == said


def cards() -> list[CardStory]:
    return [
        card
        for plan in all_plans().values()
        for card in tell(shipped_pack(), plan, advise(shipped_pack(), plan)).cards
    ]


def test_a_benefit_that_is_there_or_may_be_says_what_it_lacks_and_nothing_else_does() -> None:
    told = [card for card in cards() if card.still_depends_on]

    assert told
    assert {card.effect for card in told} == {Effect.BENEFITS}
    for card in cards():
        lacks = any(need.met in (Truth.FAILS, Truth.OPEN) for need in card.needs)
        assert bool(card.still_depends_on) == (lacks and card.is_live), card.rule


OF_GROUPS = "In a group, "


@pytest.mark.parametrize(
    ("formats", "concerns"),
    [
        ({"telephone"}, False),
        ({"one_to_one", "telephone"}, False),
        ({"telephone", "group"}, True),
        ({"online_group"}, True),
        ((), True),
    ],
)
def test_what_only_a_group_needs_is_not_told_where_there_is_none(
    formats: Collection[str], concerns: bool
) -> None:
    answers = {"formats": frozenset(map(OptionId, formats))} if formats else {}

    advice = advise(shipped_pack(), plan_with(**answers))

    needs = {need.text for finding in advice.findings for need in finding.needs}
    assert len(needs) > 40
    assert any(text.startswith(OF_GROUPS) for text in needs) is concerns


def test_the_terminal_tells_it_in_the_row_of_a_benefit_that_applies() -> None:
    told = 0
    for plan in all_plans().values():
        advice = advise(shipped_pack(), plan)
        text = " ".join(advice_text(shipped_pack(), plan, advice).split())
        for card in tell(shipped_pack(), plan, advice).cards:
            if card.still_depends_on and card.verdict is Verdict.APPLIES:
                told += 1
                assert card.still_depends_on in text
    assert told
