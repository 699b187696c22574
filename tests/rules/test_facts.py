"""What is certain about a plan outside the rules is what the rules find certain."""

import pytest

from advisor.models.evidence import Variant
from advisor.models.ids import PlanId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.facts import Facts
from advisor.rules.preparing import prepared
from tests.support.shipped import example_plans, shipped_pack


@pytest.mark.parametrize("plan", example_plans(), ids=lambda plan: plan.title)
def test_facts_and_rules_agree_on_the_conditions_of_gates_and_actions(plan: Plan) -> None:
    pack = shipped_pack()
    ready = prepared(pack)
    situation, facts = ready.situation(plan), Facts(pack, plan)

    for gate in ready.gates:
        assert facts.truth(gate.when.conditions[0]) is situation.truth(gate.when)
    for action in ready.actions:
        if action.in_place_when is not None:
            condition = action.in_place_when.conditions[0]
            assert facts.truth(condition) is situation.truth(action.in_place_when)


def test_what_is_open_is_neither_certain_nor_certainly_not() -> None:
    pack: Pack = shipped_pack()
    nothing_said = Plan(id=PlanId("plan"), title="Nothing said")
    facts = Facts(pack, nothing_said)
    condition = pack.gates[0].when

    assert not facts.holds(condition)
    assert not facts.fails(condition)
    assert facts.holds(None)
    assert not facts.fails(None)
    assert facts.wording("as it is", (Variant(when=condition, text="otherwise"),)) == "as it is"
