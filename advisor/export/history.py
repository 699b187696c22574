"""The history of a plan, the newest change first: to read in a terminal, or as data."""

import json
from collections.abc import Sequence

from advisor.export.terminal import TerminalPage
from advisor.language import _
from advisor.models.json_values import Json, JsonObject, json_text
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.stored import PlanEdit
from advisor.telling.history import told_history

HISTORY_VERSION = 1


def history_text(pack: Pack, plan: Plan, edits: Sequence[PlanEdit]) -> str:
    """Return the changes of a plan in words: when, who, what, before and now."""
    page = TerminalPage()
    page.title(plan.title)
    for edit in told_history(pack, plan, edits):
        page.paragraph("")
        page.paragraph(f"{edit.when} · {edit.who} · {edit.done}")
        if edit.about:
            page.paragraph(edit.about, 2)
        for words in edit.before:
            page.paragraph(_("Before: {words}").format(words=words), 4)
        for words in edit.now:
            page.paragraph(_("Now: {words}").format(words=words), 4)
    if not edits:
        page.paragraph(_("Nothing was changed in this plan so far."))
    return page.text()


def history_json(plan: Plan, edits: Sequence[PlanEdit]) -> str:
    """Return the changes of a plan as JSON text; ``old`` and ``new`` are null where nothing is."""
    data: JsonObject = {
        "history_version": HISTORY_VERSION,
        "plan": plan.id,
        "title": plan.title,
        "changes": [_change(edit) for edit in edits],
    }
    return json_text(data)


def _change(edit: PlanEdit) -> JsonObject:
    return {
        "number": edit.number,
        "at": edit.at.isoformat(),
        "who": edit.who,
        "what": edit.what,
        "which": edit.which,
        "old": _said(edit.old) if edit.is_sound else None,
        "new": _said(edit.new) if edit.is_sound else None,
        "sound": edit.is_sound,
    }


def _said(text: str | None) -> Json:
    if text is None:
        return None
    said: JsonObject = json.loads(text)
    value = said.get("value")
    # An answer's value is stored as JSON of its own.
    return said if value is None else {**said, "value": json.loads(str(value))}
