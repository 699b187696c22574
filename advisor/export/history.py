"""The history of a plan as data: one object for each change, the newest first."""

import json
from collections.abc import Sequence

from advisor.models.json_values import Json, JsonObject
from advisor.models.plan import Plan
from advisor.models.stored import PlanEdit

HISTORY_VERSION = 1


def history_json(plan: Plan, edits: Sequence[PlanEdit]) -> str:
    """Return the changes of a plan as JSON text; ``old`` and ``new`` are null where nothing is."""
    data: JsonObject = {
        "history_version": HISTORY_VERSION,
        "plan": plan.id,
        "title": plan.title,
        "changes": [_change(edit) for edit in edits],
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _change(edit: PlanEdit) -> JsonObject:
    return {
        "number": edit.number,
        "at": edit.at.isoformat(),
        "who": edit.who,
        "what": edit.what,
        "which": edit.which,
        "old": _said(edit.old),
        "new": _said(edit.new),
    }


def _said(text: str | None) -> Json:
    if text is None:
        return None
    said: JsonObject = json.loads(text)
    value = said.get("value")
    # An answer's value is stored as JSON of its own.
    return said if value is None else {**said, "value": json.loads(str(value))}
