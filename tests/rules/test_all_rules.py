"""All rules and conditions at once come to what each of them comes to alone."""

from dataclasses import replace

import pytest
from hypothesis import given

from advisor.models.conditions import AllOf, AnyOf, Condition, Not
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.at_once import AtOnce
from advisor.rules.compiling import Compiler
from advisor.rules.completions import outcome, truth
from advisor.rules.judging import CERTAIN, POSSIBLE, TRUTH, Explainer
from advisor.rules.prepared import PreparedPack
from advisor.rules.preparing import prepare, prepared
from tests.support.packs import packs_and_plans
from tests.support.shipped import example_plans, shipped_pack


def check(ready: PreparedPack, plan: Plan) -> None:
    for most_lanes in (2**20, 0):
        situation = ready.situation(plan, most_lanes)
        for rule, found in zip(ready.rules, ready.all_rules.outcomes(situation), strict=True):
            alone = outcome(rule.compiled, situation)
            assert replace(found, branches=()) == replace(alone, branches=())
            assert found.branches == alone.branches or not found.is_live
            assert found.depends_on == alone.depends_on
            assert found.settled_by == alone.settled_by
        for condition, found_at_once in ready.conditions.decided(situation.bounds).items():
            assert found_at_once is truth(
                condition, situation.given, situation.hidden, most_lanes, situation.bounds
            )


@given(packs_and_plans())
def test_all_rules_at_once_come_to_what_each_comes_to_alone(case: tuple[Pack, Plan]) -> None:
    pack, plan = case

    check(prepare(pack), plan)


@pytest.mark.parametrize("plan", example_plans(), ids=lambda plan: plan.title)
def test_so_do_the_rules_of_the_shipped_pack(plan: Plan) -> None:
    check(prepared(shipped_pack()), plan)


@given(packs_and_plans())
def test_conditions_at_once_are_judged_as_three_values_judge_each(
    case: tuple[Pack, Plan],
) -> None:
    pack, plan = case
    conditions = [each for note in pack.scope_notes for each in shapes(note.when)]
    compiler = Compiler(pack.questionnaire)
    at_once = AtOnce(conditions, compiler.place)
    plainly = Explainer(plan.answer, pack.questionnaire)
    tests = [plainly.explain(test).truth for test in compiler.tests]
    bounds = [next(b for b, truth in TRUTH.items() if truth is each) for each in tests]
    bounds += [b if b == POSSIBLE else CERTAIN ^ b for b in reversed(bounds)]

    certain, possible = at_once.judged(bounds)

    for number, condition in enumerate(conditions):
        found = TRUTH[(certain >> number & 1) | (possible >> number & 1) << 1]
        assert found is plainly.explain(condition).truth


def shapes(condition: Condition) -> list[Condition]:
    """Return a condition alone, turned round, and inside groups of either kind."""
    return [
        condition,
        Not(condition),
        AllOf(()),
        AnyOf((AllOf((condition, Not(condition))), Not(AnyOf((condition,))))),
        Not(AllOf((Not(condition), AnyOf(())))),
    ]
