from dataclasses import replace

import pytest

from advisor.models.advice import RiskState, Verdict
from advisor.models.evidence import Domain
from advisor.telling.advice import AdviceStory, same_shape, tell
from advisor.telling.filters import Filter
from tests.support.examples import DROP_IN, MIGRANTS, ONLINE, advice_on_example, example, pack


def story(place: int) -> AdviceStory:
    return tell(pack(), example(place), advice_on_example(place))


def test_blocks_follow_the_order_of_the_page() -> None:
    order = ["risks", "benefits", "helps", "hinders", "may_apply", "not_covered", "does_not_apply"]

    shown = [block.id for block in story(DROP_IN).blocks]

    assert shown == [block for block in order if block != "not_covered"]


def test_risks_and_benefits_are_never_left_out() -> None:
    blocks = {str(block.id): block for block in story(ONLINE).blocks}

    assert "not a complete list" in blocks["risks"].when_empty
    assert blocks["benefits"].when_empty
    assert "helps" not in blocks


def test_what_is_not_covered_or_does_not_apply_opens_on_demand() -> None:
    closed = {block.id for block in story(ONLINE).blocks if block.is_closed}

    assert closed == {"not_covered", "does_not_apply"}


def test_a_heading_counts_its_cards() -> None:
    blocks = story(DROP_IN).blocks

    assert blocks[0].heading == "What may harm mothers (8)"
    assert story(ONLINE).blocks[0].heading == "What may harm mothers"


def test_another_order_is_the_same_shape() -> None:
    told = story(DROP_IN)
    turned = replace(
        told, blocks=tuple(replace(block, cards=block.cards[::-1]) for block in told.blocks)
    )

    assert same_shape(told, turned)
    assert not same_shape(told, replace(told, blocks=told.blocks[1:]))
    assert not same_shape(told, replace(told, notes=told.notes[1:]))


def test_an_empty_filter_keeps_everything() -> None:
    cards = story(DROP_IN).cards

    assert Filter().is_empty
    assert Filter().kept(cards) == cards


@pytest.mark.parametrize("domain", list(Domain))
def test_a_filter_keeps_one_domain(domain: Domain) -> None:
    kept = Filter(domain=domain).kept(story(DROP_IN).cards)

    assert kept
    assert {card.domain for card in kept} == {domain}


def test_filters_narrow_each_other() -> None:
    wanted = Filter(domain=Domain.RISK, verdict=Verdict.APPLIES, state=RiskState.OPEN)

    kept = wanted.kept(story(MIGRANTS).cards)

    assert [card.state for card in kept] == [RiskState.OPEN]
    assert not wanted.is_empty


def test_a_filter_keeps_a_principle_and_a_section() -> None:
    cards = story(DROP_IN).cards
    principle = pack().principles[0].label

    assert all(principle in card.principles for card in Filter(principle=principle).kept(cards))
    assert all("safety" in card.sections for card in Filter(section="safety").kept(cards))
    assert 0 < len(Filter(section="safety").kept(cards)) < len(cards)
