"""The shipped evidence, the five fictional plans and the advice on them, each made once."""

from functools import cache

from advisor import locations
from advisor.models.advice import Advice
from advisor.models.ids import PlanId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, GivenAnswer, OpenAnswer, Plan
from advisor.packs.plan_files import read_plan
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


def plan_with(**answers: GivenAnswer | OpenAnswer) -> Plan:
    """A plan with a few answers."""
    plan = Plan(id=PlanId("00000000-0000-4000-8000-000000000001"), title="Small plan")
    for question, value in answers.items():
        plan = plan.with_answer(QuestionId(question), Answer(value=value))
    return plan
