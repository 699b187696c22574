"""What Home asks of the plans, in a worker."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from advisor.errors import AdvisorError, NotFound, StorageError
from advisor.language import _
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


def brought(plans: PlansService, path: Path) -> tuple[Plan, bool]:
    """Take a plan from a file; say too whether it was not here before. Runs in a worker."""
    plan = plans.read_file(path)
    try:
        plans.plan(plan.id)
        is_known = True
    except NotFound:
        is_known = False
    stored = plans.add(plan)
    return stored, not is_known or stored.id != plan.id


def renamed(plans: PlansService, plan_id: PlanId, title: str, called: str | None = None) -> Plan:
    """Give a plan another title. Runs in a worker.

    Raise StorageError ``changed-elsewhere`` where it is not ``called`` so any more.
    """
    there = plans.plan(plan_id)
    if called is not None and there.title != called:
        raise StorageError(_("This plan has another name by now."), code="changed-elsewhere")
    return plans.rename(plan_id, title, there.description, there.version)
