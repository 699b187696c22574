"""Many plans at once stand to the rules and gates as each plan does alone."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.models.findings import RiskState, Verdict
from advisor.models.judged import judged_of
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules import crowd
from advisor.rules.completions import outcome
from advisor.rules.engine import advise
from advisor.rules.in_short import judged_at_once
from advisor.rules.many import standings
from advisor.rules.preparing import prepared
from tests.support.packs import packs_and_plans
from tests.support.plausible import plausible_plans
from tests.support.shipped import shipped_pack
from tests.support.varied import varied


def check(pack: Pack, plans: Sequence[Plan]) -> None:
    found = standings(pack, plans)
    in_short = list(judged_at_once(pack, plans))
    assert len(in_short) == len(plans)
    for number, plan in enumerate(plans):
        advice = advise(pack, plan)
        assert in_short[number] == judged_of(advice)

        def is_in(plans: int, number: int = number) -> bool:
            return bool(plans >> number & 1)

        assert is_in(found.covered) is advice.covered
        for finding in advice.findings:
            held = [each for each, plans in found.rules[finding.rule].items() if is_in(plans)]
            assert held == [finding.state or finding.verdict]
        for gate in advice.gates:
            states = [each for each, plans in found.gates[gate.id].items() if is_in(plans)]
            assert states == [gate.state]


@given(packs_and_plans(), st.randoms(use_true_random=False))
def test_many_plans_stand_as_each_does_alone(case: tuple[Pack, Plan], dice: random.Random) -> None:
    pack, plan = case

    check(pack, [plan, *(varied(pack, plan, dice) for _ in range(4))])


@pytest.mark.parametrize("most_bits", [crowd.MOST_BITS, 2**12])
def test_so_do_plausible_plans_also_where_few_fit_side_by_side(
    most_bits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowd, "MOST_BITS", most_bits)
    pack, dice = shipped_pack(), random.Random(7)

    check(pack, [varied(pack, plan, dice) for plan in plausible_plans(pack, 40)])


@pytest.mark.parametrize("most_lanes", [0, 2**3, 2**6])
def test_what_has_too_many_possibilities_is_judged_in_three_values_as_alone(
    most_lanes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where plans that stand beside each other leave different answers open."""
    monkeypatch.setattr(crowd, "MOST_LANES", most_lanes)
    ready, dice = prepared(shipped_pack()), random.Random(7)
    plans = [varied(shipped_pack(), plan, dice) for plan in plausible_plans(shipped_pack(), 20)]

    found = standings(shipped_pack(), plans)

    for number, plan in enumerate(plans):
        situation = ready.situation(plan, most_lanes=most_lanes)
        for rule in ready.rules:
            of_rule = found.rules[rule.rule.id]
            (held,) = [each for each, bits in of_rule.items() if bits >> number & 1]
            verdict = Verdict.APPLIES if isinstance(held, RiskState) else held
            assert verdict is outcome(rule.compiled, situation).verdict


def test_no_plans_stand_to_nothing() -> None:
    assert standings(shipped_pack(), []).covered == 0
    assert list(judged_at_once(shipped_pack(), [])) == []
