from dataclasses import replace

from advisor.models.ids import OptionId
from advisor.rules.engine import advise
from advisor.telling.advice import AdvicePart, AdviceStory, same_shape, tell
from tests.support.examples import (
    DROP_IN,
    MIGRANTS,
    ONLINE,
    advice_on_example,
    example,
    pack,
    plan_with,
    with_staff,
)


def story(place: int) -> AdviceStory:
    return tell(pack(), example(place), advice_on_example(place))


def test_blocks_follow_the_order_of_the_page() -> None:
    shown = [block.id for block in story(DROP_IN).blocks]

    assert shown == [part for part in AdvicePart if part in shown]
    assert shown[:3] == ["risks", "benefits", "not_set_up"]


def test_risks_and_benefits_are_never_left_out_of_what_can_be_judged() -> None:
    plan = plan_with(formats=frozenset({OptionId("phone")}))
    blocks = {str(block.id): block for block in tell(pack(), plan, advise(pack(), plan)).blocks}

    assert blocks["risks"].cards or blocks["risks"].when_empty
    assert blocks["benefits"].cards or blocks["benefits"].when_empty


def test_what_cannot_be_judged_has_no_empty_risks_and_no_count_of_them() -> None:
    told = story(ONLINE)

    assert [block.id for block in told.blocks] == ["elsewhere", "not_covered", "does_not_apply"]
    assert told.headline.lead.startswith("We cannot judge this form")


def test_a_plan_for_fathers_only_gets_gates_and_notes_and_nothing_else() -> None:
    plan = plan_with(people=OptionId("fathers_only"), safety_basics=frozenset())
    told = tell(pack(), plan, advise(pack(), plan))

    assert told.headline.sentence == pack().scope.not_covered_text
    assert told.blocks == ()
    assert told.tensions == ()
    assert told.gates
    assert not any(note.may_only for note in told.notes)


def test_what_other_sources_say_stands_apart_with_its_step_and_sources() -> None:
    for card in story(ONLINE).of(AdvicePart.ELSEWHERE):
        assert card.elsewhere
        assert all(branch.step and branch.sources for branch in card.elsewhere)


def test_a_benefit_that_is_not_set_up_says_what_it_depends_on() -> None:
    cards = story(DROP_IN).of(AdvicePart.NOT_SET_UP)

    assert cards
    for card in cards:
        assert card.needs_title == "Your plan does not set this up yet; it depends on"
        assert card.needs


def test_what_is_not_covered_or_does_not_apply_opens_on_demand() -> None:
    closed = {block.id for block in story(ONLINE).blocks if block.is_closed}

    assert closed == {"not_covered", "does_not_apply"}
    plan = with_staff(example(DROP_IN))
    closed = {b.id for b in tell(pack(), plan, advise(pack(), plan)).blocks if b.is_closed}
    assert closed >= {"not_set_up", "does_not_apply"}
    assert not closed & {"risks", "helps", "hinders", "benefits", "may_apply"}


def test_a_group_where_nobody_is_paid_gets_the_risks_and_the_rest_when_it_asks() -> None:
    told = {block.id: block.is_closed for block in story(DROP_IN).blocks if block.cards}

    assert [part for part, is_closed in told.items() if not is_closed] == ["risks"]
    assert len(told) > 4


def test_beside_a_heading_stands_how_many_there_are_and_of_risks_in_which_states() -> None:
    told = story(MIGRANTS)
    risks, benefits = (
        next(block for block in told.blocks if block.id is part)
        for part in (AdvicePart.RISKS, AdvicePart.BENEFITS)
    )

    assert risks.meta == (
        "6 open and 3 partly in hand · most urgent first · a tick means: we will do this"
    )
    assert benefits.meta == str(len(benefits.cards))
    assert replace(risks, cards=()).meta == ""


def test_another_order_is_the_same_shape() -> None:
    told = story(DROP_IN)
    turned = replace(
        told, blocks=tuple(replace(block, cards=block.cards[::-1]) for block in told.blocks)
    )

    assert same_shape(told, turned)
    assert not same_shape(told, replace(told, blocks=told.blocks[1:]))
    assert not same_shape(told, replace(told, notes=told.notes[1:]))
