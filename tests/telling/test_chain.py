from dataclasses import replace

import pytest

from advisor.models.evidence import Domain
from advisor.models.findings import Verdict
from advisor.telling.advice import tell
from advisor.telling.cards import CardStory
from advisor.telling.chain import MOST_CONTEXTS, Chain, chain_of, domain_to_draw, drawable
from advisor.telling.why import Reason
from tests.support.examples import DROP_IN, ONLINE, SPARSE, advice_on_example, example, pack


def cards(place: int, domain: Domain = Domain.RISK) -> tuple[CardStory, ...]:
    told = tell(pack(), example(place), advice_on_example(place)).cards
    return tuple(card for card in told if card.domain is domain)


def chain(place: int = DROP_IN) -> Chain:
    return chain_of(cards(place))


def test_every_live_finding_has_one_mechanism_and_one_outcome() -> None:
    live = [card.rule for card in cards(DROP_IN) if card.is_live]

    assert [node.rule for node in chain().mechanisms] == live
    assert [node.rule for node in chain().outcomes] == live


def test_what_does_not_apply_is_not_drawn() -> None:
    assert chain_of(cards(ONLINE)) == Chain(
        contexts=(), mechanisms=(), outcomes=(), links=(), sentences=()
    )


def test_an_answer_that_feeds_several_findings_is_drawn_once() -> None:
    drawn = chain()
    ids = [node.id for node in drawn.contexts]

    assert len(ids) == len(set(ids))
    starts = [link.start for link in drawn.links if link.start in ids]
    assert len(starts) > len(ids)


def because_of(card: CardStory, reason: Reason) -> CardStory:
    return replace(card, branches=(replace(card.branches[0], reasons=(reason,)),))


def test_another_part_of_the_same_answer_is_drawn_apart() -> None:
    first, other, *_ = cards(DROP_IN)
    reason = first.reasons[0]
    another = replace(reason, answered="Something else")

    drawn = chain_of((because_of(first, reason), because_of(other, another)))

    assert [node.title for node in drawn.contexts] == [reason.answered, "Something else"]
    assert len({node.id for node in drawn.contexts}) == 2
    assert {link.start for link in drawn.links if link.rule == other.rule} == {
        drawn.contexts[1].id,
        f"m:{other.rule}",
    }


def test_contexts_show_the_plans_own_answers() -> None:
    (group,) = [node for node in chain().contexts if node.question == "formats"]

    assert group.title == "In a group, face to face"
    assert group.detail == "How will mothers get support?"


def test_a_finding_is_drawn_with_a_few_answers_and_says_that_there_are_more() -> None:
    drawn = chain()

    for mechanism in drawn.mechanisms:
        feeding = [link for link in drawn.links if link.end == mechanism.id]
        assert 1 <= len(feeding) <= MOST_CONTEXTS
    assert any("more answer" in node.detail for node in drawn.mechanisms)


@pytest.mark.parametrize("place", [SPARSE, DROP_IN])
def test_the_sentences_hold_every_answer(place: int) -> None:
    live = [card for card in cards(place) if card.is_live]

    for card, sentence in zip(live, chain_of(live).sentences, strict=True):
        assert card.title in sentence
        assert card.outcome in sentence
        for reason in card.reasons:
            if not reason.is_hidden:
                assert reason.answered in sentence


def test_a_link_is_uncertain_while_its_finding_may_apply() -> None:
    certain = {str(link.rule): link.is_certain for link in chain(SPARSE).links}

    assert certain["N08-harms"] is True
    assert not all(certain.values())


def test_the_path_of_a_finding_is_its_answers_and_its_outcome() -> None:
    drawn = chain()
    mechanism = drawn.mechanisms[0]

    path = drawn.path_of(mechanism.id)

    assert mechanism.id in path
    assert f"o:{mechanism.rule}" in path
    assert path == drawn.path_of(f"o:{mechanism.rule}")
    assert any(node.startswith("c:") for node in path)


def test_the_path_of_an_answer_is_everything_it_feeds() -> None:
    drawn = chain()
    feeds = {link.rule for link in drawn.links if link.start == "c:formats"}

    path = drawn.path_of("c:formats")

    assert {node for node in path if node.startswith("o:")} == {f"o:{rule}" for rule in feeds}


def test_a_box_is_spoken_with_its_column_and_its_state() -> None:
    outcome = chain().outcomes[0]

    assert outcome.spoken.startswith("Leading to: ")
    assert outcome.spoken.endswith("Applies, Open, Matters more here")
    assert ".." not in outcome.spoken


def test_a_box_says_what_it_leads_to_and_the_last_one_nothing() -> None:
    mechanism, outcome = chain().mechanisms[0], chain().outcomes[0]

    assert chain().leads_to(mechanism.id) == f"Leads to: {outcome.title}"
    assert chain().leads_to(outcome.id) == ""


@pytest.mark.parametrize("domain", Domain)
def test_of_a_domain_all_live_findings_can_be_drawn_what_applies_first(domain: Domain) -> None:
    told = tell(pack(), example(DROP_IN), advice_on_example(DROP_IN)).cards
    live = {card.rule for card in told if card.is_live and card.domain is domain}

    drawn = drawable(told, domain)

    assert {card.rule for card in drawn} == live
    certain = [card.verdict is Verdict.APPLIES for card in drawn]
    assert certain == sorted(certain, reverse=True)


@pytest.mark.parametrize(
    ("shown", "wanted", "domain"),
    [
        (cards(DROP_IN), Domain.RISK, Domain.RISK),
        (cards(DROP_IN), Domain.BENEFIT, Domain.RISK),
        (cards(DROP_IN, Domain.BENEFIT), Domain.RISK, Domain.BENEFIT),
        (cards(ONLINE), Domain.BENEFIT, Domain.RISK),
    ],
)
def test_a_domain_with_nothing_to_draw_gives_way_to_the_first_that_has_something(
    shown: tuple[CardStory, ...], wanted: Domain, domain: Domain
) -> None:
    assert domain_to_draw(shown, wanted) is domain
