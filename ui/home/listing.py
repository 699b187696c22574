"""What Home asks of the plans, in a worker."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError, NotFound, StorageError
from advisor.language import _
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.services.first_look import look_first
from advisor.telling.going_on import GoOn, LeftAt, told_going_on
from advisor.telling.plan_lists import ToldPlan, told_plan

if TYPE_CHECKING:
    from advisor.models.ids import PlanId
    from advisor.models.plan import Plan
    from advisor.services.promises import PlansService

PAGE = 100
"""How many plans are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What Home shows: the first plans of so many, those deleted, and where to go on."""

    order: PlanOrder
    first: tuple[PlanSummary, ...]
    total: int
    deleted: tuple[PlanSummary, ...]
    going_on: GoOn | None


def first_listing(where: object = None) -> Listing | None:
    """Read what Home shows at the start, without what opens plans. Runs in a worker.

    None where the plans must first be opened, or advised on, or are elsewhere.
    """
    found = look_first(PAGE) if where is None else None
    going_on = told_going_on(found.newest[0], _now()) if found and found.newest else None
    if found is None or going_on is None:
        return None
    return Listing(
        order=PlanOrder.CHANGED,
        first=found.newest,
        total=found.total,
        deleted=found.deleted,
        going_on=going_on,
    )


def listing(
    plans: "PlansService", search: str, order: PlanOrder, left: LeftAt | None = None
) -> Listing:
    """Read what Home shows; ``left`` is where the open plan was left. Runs in a worker."""
    going_on = _going_on(plans, left)
    return Listing(
        order=order,
        first=plans.summaries(search, 0, PAGE, order),
        total=plans.count(search),
        deleted=plans.deleted(),
        going_on=going_on,
    )


def _going_on(plans: "PlansService", left: LeftAt | None) -> GoOn | None:
    """Tell where to go on; nothing without a plan, or where the last one cannot be read."""
    try:
        last = plans.judge(plans.summaries("", 0, 1))
    except AdvisorError:
        return None
    return told_going_on(last[0], _now(), left) if last else None


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def told_examples(plans: "PlansService") -> "tuple[tuple[Plan, ...], tuple[ToldPlan, ...]]":
    """Read the examples and what the advice on each comes to. Runs in a worker."""
    found, now = plans.examples(), _now()
    return found, tuple(told_plan(plans.summary_of(plan), now) for plan in found)


def brought(plans: "PlansService", path: Path) -> "tuple[Plan, int | None]":
    """Take a plan from a file; where it was not here before, with its newest change.

    Runs in a worker.
    """
    plan = plans.read_file(path)
    try:
        plans.plan(plan.id)
        is_known = True
    except NotFound:
        is_known = False
    stored = plans.add(plan)
    is_new = not is_known or stored.id != plan.id
    return stored, newest_change(plans, stored.id) if is_new else None


def copied(plans: "PlansService", plan_id: "PlanId", title: str) -> "tuple[Plan, int]":
    """Store a copy under another title; return it with its newest change. Runs in a worker."""
    copy = plans.duplicate(plan_id, title)
    return copy, newest_change(plans, copy.id)


def restored(plans: "PlansService", plan_id: "PlanId") -> int:
    """Bring a plan back; return its newest change, which that is. Runs in a worker."""
    plans.restore(plan_id)
    return newest_change(plans, plan_id)


def newest_change(plans: "PlansService", plan_id: "PlanId") -> int:
    """Return the number of the newest change of a plan. Runs in a worker."""
    return max((each.number for each in plans.history(plan_id, 1)), default=0)


def renamed(
    plans: "PlansService", plan_id: "PlanId", title: str, called: str | None = None
) -> "Plan":
    """Give a plan another title. Runs in a worker.

    Raise StorageError ``changed-elsewhere`` where it is not ``called`` so any more.
    """
    there = plans.plan(plan_id)
    if called is not None and there.title != called:
        raise StorageError(_("This plan has another name by now."), code="changed-elsewhere")
    return plans.rename(plan_id, title, there.description, there.version)
