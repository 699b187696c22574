"""The five things to do first: their order, and why each is among them."""

import random
from collections.abc import Iterable

import pytest

from advisor.models.advice import Cause
from advisor.models.conditions import AllOf, Condition
from advisor.models.evidence import Configuration, Modifier
from advisor.models.gates import Gate, Level
from advisor.models.ids import ActionId, BranchId, GateId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import UNDECIDED, Choice, Decision, EntryKey, Plan
from advisor.rules.engine import advise
from tests.support import building
from tests.support.plausible import plausible_plans
from tests.support.shipped import shipped_pack

ALWAYS: Condition = AllOf(())


def risk(name: str, *branches: str, stronger: int = 0) -> Configuration:
    """A risk with a branch for each text: the ids of the actions that answer it."""
    return building.configuration(
        name,
        [
            building.branch(f"b{place}", ALWAYS, *answered.split())
            for place, answered in enumerate(branches)
        ],
        stronger=[Modifier(when=ALWAYS, because=f"{n}") for n in range(stronger)],
    )


def pack_of(
    *risks: Configuration,
    gates: Iterable[Gate] = (),
    in_place: str = "",
    stages: dict[str, str] | None = None,
) -> Pack:
    names = {
        action
        for configuration in risks
        for branch in configuration.rules[0].branches
        for action in branch.answered_by
    } | {action for gate in gates for action in gate.actions}
    return building.pack(
        [],
        risks,
        [
            building.action(
                name,
                safety=True,
                stage=(stages or {}).get(name, "plan"),
                in_place_when=ALWAYS if name in in_place.split() else None,
            )
            for name in sorted(names)
        ],
        gates=gates,
    )


def first(pack: Pack, plan: Plan | None = None) -> list[str]:
    return [one.action for one in advise(pack, plan or building.plan()).priorities]


def decided(choice: Choice, *actions: str) -> Plan:
    plan = building.plan()
    for action in actions:
        plan = plan.with_entry(EntryKey.of_decision(ActionId(action)), Decision(choice=choice))
    return plan


def test_what_mends_a_gate_comes_first_and_stop_before_the_rest() -> None:
    gates = [
        building.gate("later", ALWAYS, "d", level=Level.BEFORE_OPENING),
        building.gate("stop", ALWAYS, "c"),
    ]

    assert first(pack_of(risk("one", "a"), gates=gates)) == ["c", "d", "a"]


def test_each_gate_and_branch_gets_one_action_before_any_gets_a_second() -> None:
    gates = [building.gate("one", ALWAYS, "g1", "g2"), building.gate("two", ALWAYS, "g3")]

    assert first(pack_of(risk("risk", "a b"), gates=gates)) == ["g1", "g3", "a", "g2", "b"]


def test_at_most_five_are_named() -> None:
    assert len(first(pack_of(risk("risk", *"abcdefg")))) == 5


def test_a_risk_with_more_reasons_to_matter_here_comes_first() -> None:
    assert first(pack_of(risk("light", "a"), risk("heavy", "b", stronger=2))) == ["b", "a"]


def test_what_answers_more_branches_comes_first() -> None:
    assert first(pack_of(risk("risk", "a c", "b c"))) == ["c", "a", "b"]


def test_then_the_stage_decides_and_then_the_order_of_the_pack() -> None:
    pack = pack_of(risk("risk", "a", "b", "c"), stages={"a": "run"})

    assert first(pack) == ["b", "c", "a"]


def test_open_branches_come_before_those_that_are_partly_addressed() -> None:
    pack = pack_of(risk("risk", "a b", "c"), in_place="a")

    assert first(pack) == ["c", "b"]


def test_what_is_in_place_or_declined_leaves_and_what_is_planned_stays_where_it_was() -> None:
    pack = pack_of(risk("risk", "a", "b"))

    assert first(pack, decided(Choice.IN_PLACE, "a")) == ["b"]
    assert first(pack, decided(Choice.NOT_FOR_US, "a")) == ["b"]
    assert first(pack, decided(Choice.WE_WILL, "a")) == ["a", "b"]


def test_what_only_is_planned_does_not_put_its_branch_behind_what_is_begun() -> None:
    pack = pack_of(risk("planned", "a b"), risk("begun", "c d"), in_place="c")

    assert first(pack, decided(Choice.WE_WILL, "b")) == ["a", "d", "b"]


@pytest.mark.parametrize("seed", range(3))
def test_saying_that_they_will_do_something_never_changes_the_five(seed: int) -> None:
    draw = random.Random(seed)
    for sampled in plausible_plans(shipped_pack(), 8, seed):
        plan = partly_decided(sampled, draw)
        before = advise(shipped_pack(), plan)
        undecided = [each for each in before.actions if each.decision == UNDECIDED]
        others = draw.sample(undecided, 6)
        five = [before.action_by_id[each.action] for each in before.priorities]

        for action in [*five, *others]:
            planned = plan.with_entry(
                EntryKey.of_decision(action.id), Decision(choice=Choice.WE_WILL)
            )
            assert advise(shipped_pack(), planned).priorities == before.priorities, action.id


def partly_decided(plan: Plan, draw: random.Random) -> Plan:
    """Return a plan in which some key actions are decided in each way."""
    key = [action.id for action in advise(shipped_pack(), plan).actions if action.key]
    for action in draw.sample(key, min(6, len(key))):
        choice = draw.choice([Choice.IN_PLACE, Choice.NOT_FOR_US, Choice.WE_WILL])
        plan = plan.with_entry(EntryKey.of_decision(action), Decision(choice=choice))
    return plan


def test_each_says_why_it_is_among_them() -> None:
    pack = pack_of(risk("risk", "a", "a"), gates=[building.gate("safe", ALWAYS, "a")])

    (priority,) = advise(pack, building.plan()).priorities

    assert priority.because == (
        Cause(gate=GateId("safe")),
        Cause(rule=RuleId("risk-1"), branch=BranchId("b0")),
        Cause(rule=RuleId("risk-1"), branch=BranchId("b1")),
    )
