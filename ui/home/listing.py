"""What Home asks of the plans, in a worker."""

import datetime
from dataclasses import dataclass

from advisor.errors import AdvisorError
from advisor.models.ids import PlanId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.services.promises import PlansService
from advisor.telling.going_on import GoOn, told_going_on
from advisor.telling.plan_lists import ToldPlan, told_plan

PAGE = 100
"""How many plans are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What Home shows: the first plans of so many, those deleted, and where to go on."""

    first: tuple[PlanSummary, ...]
    total: int
    deleted: tuple[PlanSummary, ...]
    going_on: GoOn | None


def listing(plans: PlansService, pack: Pack, search: str, order: PlanOrder) -> Listing:
    """Read what Home shows. Runs in a worker."""
    return Listing(
        first=plans.summaries(search, 0, PAGE, order),
        total=plans.count(search),
        deleted=plans.deleted(),
        going_on=_going_on(plans, pack),
    )


def _going_on(plans: PlansService, pack: Pack) -> GoOn | None:
    """Tell where to go on; nothing without a plan, or where the last one cannot be read."""
    last = plans.summaries("", 0, 1)
    if not last:
        return None
    try:
        plan = plans.plan(last[0].id)
    except AdvisorError:
        return None
    return told_going_on(pack, plan, last[0], datetime.datetime.now(datetime.UTC))


def told_examples(plans: PlansService) -> tuple[tuple[Plan, ...], tuple[ToldPlan, ...]]:
    """Read the examples and what the advice on each comes to. Runs in a worker."""
    found, now = plans.examples(), datetime.datetime.now(datetime.UTC)
    return found, tuple(told_plan(plans.summary_of(plan), now) for plan in found)


def renamed(plans: PlansService, plan_id: PlanId, title: str, version: int | None = None) -> Plan:
    """Give a plan another title, whatever it is called without a version. Runs in a worker."""
    there = plans.plan(plan_id)
    return plans.rename(
        plan_id, title, there.description, there.version if version is None else version
    )
