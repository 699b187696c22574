"""An entry as it is written down: in the history of a plan, among drafts, in storage."""

import datetime
import json
from collections.abc import Mapping
from typing import cast

from advisor.models import plan
from advisor.models.ids import OptionId, QuestionId

Said = Mapping[str, str | None]


def entry_of(key: plan.EntryKey, said: Said, version: int, place: int | None = None) -> plan.Entry:
    """Return the entry that was said."""
    match key.kind:
        case plan.EntryKind.PLAN:
            return plan.PlanName(
                title=said["title"] or "", description=said["description"] or "", version=version
            )
        case plan.EntryKind.ANSWER:
            return plan.Answer(value=_value(said), note=said["note"] or "", version=version)
        case plan.EntryKind.DECISION:
            return _decision(said, version)
        case plan.EntryKind.OWN_ACTION:
            return plan.OwnAction(
                id=key.id,
                text=said["text"] or "",
                stage=said["stage"] or "",
                decision=_decision(said, 0),
                place=place,
                version=version,
            )
        case plan.EntryKind.OWN_RISK:
            return plan.OwnRisk(
                id=key.id,
                text=said["text"] or "",
                mitigation=said["mitigation"] or "",
                place=place,
                version=version,
            )
        case plan.EntryKind.COMMENT:
            return plan.Comment(
                id=key.id,
                question=QuestionId(said["question"] or ""),
                text=said["text"] or "",
                who=said["who"] or "",
                place=place,
                version=version,
            )
        case plan.EntryKind.GATE_TICK:
            day = datetime.date.fromisoformat(said["day"] or "")
            return plan.GateTick(day=day, version=version)


def _value(said: Said) -> plan.GivenAnswer | plan.OpenAnswer:
    if said["value"] is None:
        return plan.OpenAnswer(said["open"] or "")
    value = json.loads(said["value"])
    if isinstance(value, list):
        return frozenset(OptionId(str(each)) for each in value)
    if isinstance(value, str):
        return OptionId(value)
    return cast("int | bool", value)


def _decision(said: Said, version: int) -> plan.Decision:
    return plan.Decision(
        choice=plan.Choice(said["choice"] or ""),
        owner=said["owner"] or "",
        due=datetime.date.fromisoformat(said["due"]) if said["due"] else None,
        note=said["note"] or "",
        reason=said["reason"] or "",
        version=version,
    )


def said_of(entry: plan.Entry) -> Said:
    """Return an entry as words; options of a multiple choice in one order.

    Digests are made of them: the same entry has the same words in every version of the program.
    """
    match entry:
        case plan.PlanName():
            return {"title": entry.title, "description": entry.description}
        case plan.Answer():
            return _answered(entry)
        case plan.Decision():
            return _decided(entry)
        case plan.OwnAction():
            return {"text": entry.text, "stage": entry.stage, **_decided(entry.decision)}
        case plan.OwnRisk():
            return {"text": entry.text, "mitigation": entry.mitigation}
        case plan.Comment():
            return {"question": entry.question, "who": entry.who, "text": entry.text}
        case plan.GateTick():
            return {"day": entry.day.isoformat()}


def _answered(answer: plan.Answer) -> Said:
    value = answer.value
    if isinstance(value, plan.OpenAnswer):
        return {"value": None, "open": value.value, "note": answer.note}
    given = sorted(value) if isinstance(value, frozenset) else value
    return {
        "value": json.dumps(given, ensure_ascii=False, separators=(",", ":")),
        "open": None,
        "note": answer.note,
    }


def _decided(decision: plan.Decision) -> Said:
    return {
        "choice": decision.choice.value,
        "owner": decision.owner,
        "due": decision.due.isoformat() if decision.due else None,
        "note": decision.note,
        "reason": decision.reason,
    }
