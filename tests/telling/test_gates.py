"""What is missing, what to check first, and what to do first."""

import datetime

import pytest

from advisor.models.gates import Level
from advisor.models.ids import ActionId, GateId, OptionId
from advisor.models.plan import (
    Choice,
    Decision,
    EntryKey,
    GateTick,
    GivenAnswer,
    OpenAnswer,
    Plan,
)
from advisor.rules.engine import advise
from advisor.telling.advice import AdviceStory, tell
from advisor.telling.gates import GateGroup
from tests.support.examples import CLOSED, advice_on_example, example, pack, plan_with

NOTHING: frozenset[OptionId] = frozenset({OptionId("none")})
BASICS = frozenset(
    map(OptionId, ("safeguarding_leads", "escalation_route", "checks", "data_plan", "insurance"))
)


def told(plan: Plan) -> AdviceStory:
    return tell(pack(), plan, advise(pack(), plan))


def group(plan: Plan, *, is_missing: bool) -> GateGroup:
    return next(each for each in told(plan).gates if each.is_missing is is_missing)


def unsafe(**answers: GivenAnswer | OpenAnswer) -> Plan:
    return plan_with(safety_basics=NOTHING, formats=frozenset({OptionId("group")}), **answers)


def test_each_missing_thing_is_named_those_that_stop_first() -> None:
    missing = group(unsafe(), is_missing=True)

    assert "There is no written plan for an urgent worry" in " ".join(
        gate.text for gate in missing.gates
    )
    levels = [gate.level for gate in missing.gates]
    assert levels == sorted(levels, key=list(Level).index)
    assert len(missing.first) <= 4
    assert missing.first + missing.more == missing.gates


@pytest.mark.parametrize(
    ("stage", "title", "intro"),
    [
        ("idea", "Stop first", "Do not open before these are in place."),
        ("running", "Put right first", "Mothers are not left without support meanwhile."),
        ("changing", "Put right first", "Mothers are not left without support meanwhile."),
    ],
)
def test_a_programme_that_runs_is_not_told_to_stop(stage: str, title: str, intro: str) -> None:
    missing = group(unsafe(programme_stage=OptionId(stage)), is_missing=True)

    assert (missing.title, missing.intro) == (title, intro)


def test_where_the_stage_is_not_known_both_are_said() -> None:
    missing = group(unsafe(), is_missing=True)

    assert missing.title == "Stop first"
    assert missing.intro.endswith("Mothers are not left without support meanwhile.")


def test_nobody_speaks_of_mothers_where_only_fathers_come() -> None:
    missing = group(unsafe(people=OptionId("fathers_only")), is_missing=True)

    assert "other" not in missing.intro.replace("another", "")
    assert missing.intro.endswith("Nobody is left without support meanwhile.")


def test_what_is_not_said_yet_is_a_sentence_to_tick_and_never_missing() -> None:
    plan = plan_with(formats=frozenset({OptionId("group")}))
    not_said = group(plan, is_missing=False)

    assert all(group.title == "Check first" for group in told(plan).gates)
    assert "A plan for urgent worries is written." in {gate.text for gate in not_said.gates}
    assert len(not_said.first) == 6
    assert not_said.more


def ticked(plan: Plan, *gates: GateId) -> Plan:
    for gate in gates:
        plan = plan.with_entry(EntryKey.of_tick(gate), GateTick(day=datetime.date(2027, 3, 5)))
    return plan


def test_a_tick_changes_nothing_that_the_rules_say() -> None:
    plan = plan_with(formats=frozenset({OptionId("group")}))
    whole = ticked(plan, *(gate.id for gate in pack().gates))

    assert advise(pack(), whole) == advise(pack(), plan)


def test_what_was_ticked_does_not_wait_and_stays_not_said() -> None:
    plan = plan_with(formats=frozenset({OptionId("group")}))
    before = group(plan, is_missing=False)
    gate, *others = before.gates

    after = group(ticked(plan, gate.id), is_missing=False)

    assert [each.id for each in after.gates] == [each.id for each in before.gates]
    assert [each.id for each in after.ticked] == [gate.id]
    assert [each.id for each in after.left] == [each.id for each in others]
    assert after.ticked[0].sentence == f"{gate.text} Ticked by you on 5 March 2027."


def test_what_was_ticked_and_is_missing_by_the_answers_stays_missing_and_says_both() -> None:
    missing = group(unsafe(), is_missing=True)
    gate = missing.gates[0]

    after = group(ticked(unsafe(), gate.id), is_missing=True)

    assert [each.id for each in after.left] == [each.id for each in missing.gates]
    assert after.gates[0].sentence.endswith(
        "Ticked by you on 5 March 2027, but your answers say otherwise."
    )


def test_of_what_is_there_by_the_answers_no_tick_is_told() -> None:
    plan = ticked(example(CLOSED), *(gate.id for gate in pack().gates))

    assert told(plan).gates == ()


def test_nothing_is_said_where_all_is_fine() -> None:
    assert tell(pack(), example(CLOSED), advice_on_example(CLOSED)).gates == ()


def test_a_gate_leads_to_the_answer_behind_it() -> None:
    for gate in group(unsafe(), is_missing=True).gates:
        assert gate.reasons


def test_each_of_the_first_things_says_why_it_is_there() -> None:
    first = told(unsafe()).first

    assert first.title == "Five things to do first"
    assert [thing.why for thing in first.things if not thing.why] == []
    assert "Safety asks for this: " in first.things[0].why


def test_what_is_in_place_or_declined_leaves_the_first_things() -> None:
    plan = unsafe()
    first = told(plan).first.things[0].action.id
    for choice in (Choice.IN_PLACE, Choice.NOT_FOR_US):
        decided = plan.with_entry(EntryKey.of_decision(first), Decision(choice=choice))
        assert first not in told(decided).first.actions


def test_whoever_is_meant_fits_a_group_without_paid_staff() -> None:
    action = ActionId("safe-08")

    def role(plan: Plan) -> str:
        things = told(plan).first.things
        return next(thing.action.role for thing in things if thing.action.id == action)

    assert role(unsafe(team=OptionId("paid_team"))) == "Safeguarding lead"
    assert role(unsafe(team=OptionId("no_paid"))) == "Whoever looks after safety"
