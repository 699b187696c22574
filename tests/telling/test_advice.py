from dataclasses import replace

import pytest

from advisor.models.evidence import Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import ActionId, OptionId, RuleId
from advisor.models.plan import Choice, Decision, EntryKey, OwnRisk
from advisor.rules.engine import advise
from advisor.telling.advice import AdvicePart, AdviceStory, tell
from advisor.telling.naming import OwnRiskLine
from tests.support.examples import (
    CLOSED,
    DROP_IN,
    MIGRANTS,
    ONLINE,
    SPARSE,
    advice_on_example,
    example,
    pack,
    plan_with,
)

RISKS, BENEFITS, HELPS, HINDERS = (
    AdvicePart.RISKS,
    AdvicePart.BENEFITS,
    AdvicePart.HELPS,
    AdvicePart.HINDERS,
)
MAY_APPLY, NOT_COVERED, DOES_NOT_APPLY = (
    AdvicePart.MAY_APPLY,
    AdvicePart.NOT_COVERED,
    AdvicePart.DOES_NOT_APPLY,
)
EVERY = (SPARSE, DROP_IN, CLOSED, MIGRANTS, ONLINE)


def story(place: int) -> AdviceStory:
    return tell(pack(), example(place), advice_on_example(place))


@pytest.mark.parametrize("place", EVERY)
def test_every_finding_is_on_the_page_once(place: int) -> None:
    cards = [card.rule for card in story(place).cards]

    assert sorted(cards) == sorted(finding.rule for finding in advice_on_example(place).findings)


@pytest.mark.parametrize("place", EVERY)
def test_cards_stand_under_their_verdict(place: int) -> None:
    told = story(place)

    assert {card.verdict for card in told.of(MAY_APPLY)} <= {Verdict.MAY_APPLY}
    assert {card.verdict for card in told.of(NOT_COVERED)} <= {Verdict.NOT_COVERED}
    assert {card.verdict for card in told.of(DOES_NOT_APPLY)} <= {Verdict.DOES_NOT_APPLY}
    applying = (
        *told.of(RISKS),
        *told.of(BENEFITS),
        *told.of(HELPS),
        *told.of(HINDERS),
    )
    assert {card.verdict for card in applying} <= {Verdict.APPLIES}


def test_open_risks_come_before_addressed_ones() -> None:
    states = [card.state for card in story(MIGRANTS).of(RISKS) if card.state is not None]

    assert states.index(RiskState.OPEN) == 0
    assert states == sorted(states, key=lambda state: list(RiskState).index(state))


def test_what_matters_more_comes_first_among_risks_in_one_state() -> None:
    risks = story(DROP_IN).of(RISKS)
    same = [risk.matters_more for risk in risks if risk.state is RiskState.OPEN]

    assert same == sorted(same, reverse=True)
    assert any(same)


def test_a_choice_with_two_live_sides_shows_both() -> None:
    tensions = story(MIGRANTS).tensions

    assert tensions
    for tension in tensions:
        assert tension.benefits
        assert tension.risks
        assert {card.effect for card in tension.risks} <= {Effect.HARMS, Effect.DISCOURAGES}
        assert {card.effect for card in tension.benefits} <= {Effect.BENEFITS, Effect.ENCOURAGES}


def test_findings_of_a_tension_keep_their_own_cards() -> None:
    told = story(MIGRANTS)
    cards = {card.rule for card in told.cards}

    for tension in told.tensions:
        assert {card.rule for card in (*tension.benefits, *tension.risks)} <= cards


def test_a_choice_that_was_not_made_has_no_tension() -> None:
    assert story(ONLINE).tensions == ()


def test_a_note_that_depends_on_open_answers_says_so() -> None:
    told = story(SPARSE)

    assert told.notes
    assert all(note.may_only for note in told.notes)
    assert all("still open. If so: " in note.text for note in told.notes)


def test_a_note_that_applies_does_not_hedge() -> None:
    assert not any("If so: " in note.text for note in story(DROP_IN).outside)


@pytest.mark.parametrize("place", EVERY)
def test_a_card_never_says_of_a_plan_what_is_not_so(place: int) -> None:
    for card in story(place).cards:
        finding = advice_on_example(place).finding_by_rule[card.rule]
        if card.verdict is Verdict.APPLIES:
            assert card.note == " ".join(branch.text for branch in finding.at_work)
        else:
            assert card.note == pack().configuration_by_id[card.configuration].summary


@pytest.mark.parametrize("place", EVERY)
def test_a_risk_names_each_way_in_which_it_comes_about_with_its_sign(place: int) -> None:
    for card in story(place).cards:
        finding = advice_on_example(place).finding_by_rule[card.rule]
        if finding.effect is Effect.HARMS and finding.verdict is Verdict.APPLIES:
            told = [(branch.sentence, branch.sign) for branch in card.branches]
            assert sorted(told) == sorted((each.text, each.sign) for each in finding.counting)
            assert all(branch.told.startswith("May apply: ") for branch in card.possible)
            assert len(card.certain) == len(finding.at_work)


def test_own_risks_are_part_of_the_page() -> None:
    plan = replace(example(DROP_IN), own_risks=(OwnRisk(id="1", text="Flood", mitigation="Pump"),))

    assert tell(pack(), plan, advise(pack(), plan)).own_risks == (
        OwnRiskLine(text="Flood", mitigation="Pump"),
    )


def test_take_up_that_points_both_ways_is_shown_both_ways() -> None:
    plan = plan_with(
        formats=frozenset({OptionId("group")}),
        isolation=OptionId("some"),
        format_choice=OptionId("free_choice"),
        low_confidence=OptionId("many"),
    )
    told = tell(pack(), plan, advise(pack(), plan))
    both = ("T11-encourages", "T11-discourages")

    assert {card.rule for card in (*told.of(HELPS), *told.of(HINDERS))} >= set(both)
    assert "both are shown" in next(block.intro for block in told.blocks if block.id is HELPS)
    assert not any("both are shown" in block.intro for block in story(DROP_IN).blocks)


def test_a_card_names_the_other_findings_that_an_action_serves() -> None:
    card = next(card for card in story(DROP_IN).of(RISKS) if card.rule == "N01-harms")
    shared = next(line for line in card.actions if line.id == "plan-01")

    assert shared.purposes_besides(card.configuration) == ("Hoping to be understood",)
    assert card.title in shared.purposes


def test_key_actions_come_first_on_a_card() -> None:
    for card in story(DROP_IN).cards:
        keys = [line.key for line in card.actions]
        assert keys == sorted(keys, reverse=True)


def test_a_decision_ticks_the_action_on_its_cards() -> None:
    plan = example(DROP_IN).with_entry(
        EntryKey.of_decision(ActionId("plan-01")), Decision(choice=Choice.WE_WILL)
    )
    card = next(
        card
        for card in tell(pack(), plan, advise(pack(), plan)).of(RISKS)
        if card.rule == "N01-harms"
    )

    ticks = {line.id: line.is_done_or_meant for line in card.actions}
    assert ticks[ActionId("plan-01")] is True
    assert sum(ticks.values()) == 1


def test_a_row_of_a_list_can_be_heard_alone() -> None:
    told = story(DROP_IN)
    names = {card.rule: card.row_name for card in told.cards}

    assert names[RuleId("N01-harms")] == (
        "Feeling dismissed or out of place, risk, open, none of 2 key actions planned"
    )
    heavier = next(card for card in told.of(RISKS) if card.matters_more)
    assert ", risk, open, matters more here, none of " in heavier.row_name
    (benefit,) = told.of(BENEFITS)
    assert benefit.row_name == f"{benefit.title}, benefit"
    assert all(card.row_name.endswith("does not apply") for card in told.of(DOES_NOT_APPLY))


def test_what_a_card_is_about_names_the_fields_word_and_how_well_it_is_known() -> None:
    card = next(card for card in story(DROP_IN).of(RISKS) if card.rule == "N01-harms")

    assert card.about == "Risk · in the field: lack of validation · Named in the review"


def test_sources_say_how_they_were_read_and_what_is_to_be_confirmed() -> None:
    sources = [source for card in story(DROP_IN).cards for source in card.sources]

    assert all(source.read for source in sources)
    assert any(source.is_to_be_confirmed for source in sources)


def test_only_what_is_worth_changing_can_be_asked_to_change() -> None:
    told = story(DROP_IN)

    assert all(card.can_change for card in (*told.of(RISKS), *told.of(HINDERS)))
    assert not any(card.can_change for card in told.of(BENEFITS))
    assert all(
        card.can_change for card in told.of(DOES_NOT_APPLY) if card.effect is Effect.BENEFITS
    )
    assert not any(
        card.can_change for card in told.of(DOES_NOT_APPLY) if card.effect is Effect.HARMS
    )


def test_a_finding_that_is_not_covered_says_so() -> None:
    for card in story(ONLINE).of(NOT_COVERED):
        (branch,) = card.branches
        assert branch.why_title == "Why it is not covered"
        assert branch.why == ("The evidence does not speak about the kinds of support you chose.",)


def test_a_finding_that_cannot_happen_says_so() -> None:
    why = {
        sentence for card in story(SPARSE).of(DOES_NOT_APPLY) for sentence in card.branches[0].why
    }

    assert "It cannot happen in the kinds of support you chose." in why


def test_a_finding_that_may_apply_says_what_it_depends_on() -> None:
    for card in story(SPARSE).of(MAY_APPLY):
        assert card.depends_on.startswith(f"It depends on: “{card.reasons[0].asked}”")
        assert card.branches[0].why_title == "Which answers decide this"
    assert all(card.depends_on == "" for card in story(DROP_IN).of(RISKS))
