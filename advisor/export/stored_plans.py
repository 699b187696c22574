"""The stored plans as data: their list, and one of them with what newer evidence changed."""

import json
from collections.abc import Iterable

from advisor.export.comparing import moved_data
from advisor.models.comparison import NewerAdvice
from advisor.models.json_values import JsonObject, json_text
from advisor.models.judged import PlanSummary

PLANS_VERSION = 1
PLAN_SHOWN_VERSION = 1


def plans_json(plans: Iterable[PlanSummary]) -> str:
    """Return a list of plans as JSON, in its order.

    ``summary`` has the counts of the advice: null where a plan has none, or where the evidence
    does not speak about it.
    """
    data: JsonObject = {"plans_version": PLANS_VERSION, "plans": [_listed(plan) for plan in plans]}
    return json_text(data)


def plan_json(plan_file: str, newer: NewerAdvice | None) -> str:
    """Return a plan as JSON: the text of its plan file as ``plan``, and what moved as ``newer``."""
    changed: JsonObject | None = None
    if newer is not None:
        changed = {"earlier": newer.earlier, **moved_data(newer.comparison)}
    data: JsonObject = {
        "plan_shown_version": PLAN_SHOWN_VERSION,
        "plan": json.loads(plan_file),
        "newer": changed,
    }
    return json_text(data)


def _listed(plan: PlanSummary) -> JsonObject:
    judged = plan.judged
    return {
        "id": plan.id,
        "title": plan.title,
        "description": plan.description,
        "changed": plan.changed.isoformat(),
        "answered": plan.answered,
        "asked": plan.asked,
        "covered": None if judged is None else judged.covered,
        "can_judge": None if judged is None else judged.can_judge,
        "summary": {**judged.counts()} if judged is not None and judged.is_about_this else None,
    }
