"""The shipped evidence, the eight fictional plans and the advice on them, each made once."""

from dataclasses import replace
from functools import cache

from advisor import locations
from advisor.models.advice import Advice
from advisor.models.evidence import Action, Tension
from advisor.models.ids import ConfigurationId, OptionId, PlanId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, GivenAnswer, OpenAnswer, Plan
from advisor.plan_files.reading import read_plan
from advisor.rules.engine import advise
from tests.support.fake_advisor import shipped_pack

SPARSE, DROP_IN, CLOSED, MIGRANTS, ONLINE = range(5)
"""The examples by their place; DROP_IN has many risks, MIGRANTS is complete, ONLINE is
not covered."""


def pack() -> Pack:
    """The shipped pack."""
    return shipped_pack()


@cache
def example(place: int) -> Plan:
    """One of the fictional plans."""
    files = sorted(locations.examples_folder().glob("*.json"))
    return read_plan(files[place], pack())


@cache
def advice_on_example(place: int) -> Advice:
    """The advice on one of the fictional plans."""
    return advise(pack(), example(place))


def with_staff(plan: Plan) -> Plan:
    """A plan as it would be with somebody paid."""
    team = Answer(value=OptionId("part_time"))
    return plan.with_entry(EntryKey.of_answer(QuestionId("team")), team)


def plan_with(**answers: GivenAnswer | OpenAnswer) -> Plan:
    """A plan with a few answers."""
    plan = Plan(id=PlanId("00000000-0000-4000-8000-000000000001"), title="Small plan")
    for question, value in answers.items():
        plan = plan.with_entry(EntryKey.of_answer(QuestionId(question)), Answer(value=value))
    return plan


FEW_CONFIGURATIONS = frozenset({"N01", "N02", "N08", "P01", "P04", "P11", "T01", "T08", "X01"})
FEW_GATES = frozenset({"gate-safeguarding", "gate-urgent-plan", "gate-checks"})
FEW_ACTIONS = 4


@cache
def small_pack() -> Pack:
    """The shipped pack with a few configurations and actions: quick to show, still real."""
    whole = pack()
    kept = tuple(each for each in whole.configurations if each.id in FEW_CONFIGURATIONS)
    answering = {
        action
        for configuration in kept
        for rule in configuration.rules
        for branch in rule.branches
        for action in branch.answered_by
    }
    actions: list[Action] = []
    for stage in whole.stages:
        of_stage = [
            replace(
                action,
                serves=tuple(
                    each for each in action.serves if each.configuration in FEW_CONFIGURATIONS
                ),
            )
            for action in whole.actions
            if action.stage == stage.id
            and any(each.configuration in FEW_CONFIGURATIONS for each in action.serves)
        ]
        actions += sorted(of_stage, key=lambda action: action.id not in answering)[:FEW_ACTIONS]
    return replace(
        whole,
        configurations=kept,
        actions=tuple(actions),
        gates=tuple(gate for gate in whole.gates if gate.id in FEW_GATES),
        tensions=tuple(map(_small_tension, whole.tensions)),
    )


def _small_tension(tension: Tension) -> Tension:
    def few(side: tuple[ConfigurationId, ...]) -> tuple[ConfigurationId, ...]:
        return tuple(each for each in side if each in FEW_CONFIGURATIONS)

    return replace(
        tension, benefit_side=few(tension.benefit_side), risk_side=few(tension.risk_side)
    )
