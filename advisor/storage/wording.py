"""What a person said, as the columns of a row and as a value of the field.

``Said`` is the one form between them: it is what is compared, kept in the history and covered
by a row's digest.
"""

import datetime
import json
import uuid
from collections.abc import Mapping, Sequence
from typing import cast

from advisor.errors import StorageError
from advisor.language import _
from advisor.models.ids import OptionId
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    GivenAnswer,
    OpenAnswer,
    OwnAction,
    OwnRisk,
)
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, tidied
from advisor.storage import canonical
from advisor.storage.schema.tables import (
    AnswerRow,
    DecisionRow,
    Edited,
    OwnActionRow,
    OwnRiskRow,
    PlanRow,
)

Said = Mapping[str, str | None]

_ONE_LINE = {"title": TITLE_LENGTH, "owner": TITLE_LENGTH}
_MANY_LINES = dict.fromkeys(("description", "note", "reason", "text", "mitigation"), NOTE_LENGTH)
_NEEDED = frozenset({"title", "text"})
_DECIDED = ("choice", "owner", "due", "note", "reason")
_COLUMNS: dict[type[Edited], tuple[str, ...]] = {
    PlanRow: ("title", "description"),
    AnswerRow: ("value", "open", "note"),
    DecisionRow: _DECIDED,
    OwnActionRow: ("text", "stage", *_DECIDED),
    OwnRiskRow: ("text", "mitigation"),
}


def columns_of(table: type[Edited]) -> tuple[str, ...]:
    """Return the columns that hold what was said."""
    return _COLUMNS[table]


def said_in(row: Edited) -> Said:
    """Return what a row says."""
    return said_from(type(row), [getattr(row, name) for name in _COLUMNS[type(row)]])


def said_from(table: type[Edited], values: Sequence[object]) -> Said:
    """Return what the values of a table's columns say."""
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else cast("str | None", value)
        for name, value in zip(_COLUMNS[table], values, strict=True)
    }


def write_into(row: Edited, said: Said) -> None:
    """Let a row say something else, and seal it."""
    for name in _COLUMNS[type(row)]:
        value = said[name]
        setattr(row, name, datetime.date.fromisoformat(value) if name == "due" and value else value)
    row.digest = seal_of(row)


def seal_of(row: Edited) -> str:
    """Return the digest of a row's key and words, to find out what a disk has changed."""
    key = [getattr(row, name) for name in key_of(type(row))]
    return seal(type(row), key, said_in(row))


def key_of(table: type[Edited]) -> tuple[str, ...]:
    """Return the columns of a table's key, the plan's first."""
    return tuple(column.name for column in table.__table__.primary_key)


def seal(table: type[Edited], key: Sequence[str], said: Said) -> str:
    """Return the digest of a key and words."""
    return canonical.digest(canonical.spelled([table.__tablename__, list(key), said]))


def checked(said: Said) -> Said:
    """Return texts in NFC; raise StorageError ``value-refused`` for what cannot be stored."""
    kept = {name: None if text is None else tidied(text) for name, text in said.items()}
    for name, text in kept.items():
        if text is None:
            continue
        if name in _NEEDED and not text.strip():
            raise _refused(name, _("This text must not be empty."))
        longest = _ONE_LINE.get(name) or _MANY_LINES.get(name)
        if longest and (fault := fault_in_text(text, longest=longest, lines=name in _MANY_LINES)):
            raise _refused(name, fault)
    return kept


def checked_uuid(text: str) -> str:
    """Return an id that is a UUID in its usual spelling; raise StorageError for another."""
    try:
        usual = str(uuid.UUID(text))
    except ValueError:
        usual = ""
    if usual != text:
        raise _refused("id", _("An id must be a UUID in lower case with hyphens."))
    return text


def _refused(name: str, sentence: str) -> StorageError:
    return StorageError(
        _("{field}: {fault} Nothing was saved.").format(field=name, fault=sentence),
        code="value-refused",
        details={"field": name},
    )


def plan_said(title: str, description: str) -> Said:
    """Return a plan's own words."""
    return {"title": title, "description": description}


def answer_said(answer: Answer) -> Said:
    """Return an answer as words; options of a multiple choice in one order."""
    value = answer.value
    if isinstance(value, OpenAnswer):
        return {"value": None, "open": value.value, "note": answer.note}
    given = sorted(value) if isinstance(value, frozenset) else value
    return {"value": canonical.spelled(given), "open": None, "note": answer.note}


def answer_of(said: Said, version: int) -> Answer:
    """Return the answer that was said."""
    value: GivenAnswer | OpenAnswer
    if said["value"] is None:
        value = OpenAnswer(said["open"] or "")
    else:
        value = _given(json.loads(said["value"]))
    return Answer(value=value, note=said["note"] or "", version=version)


def _given(value: object) -> GivenAnswer:
    if isinstance(value, list):
        return frozenset(OptionId(str(each)) for each in value)
    if isinstance(value, str):
        return OptionId(value)
    return cast("int | bool", value)


def decision_said(decision: Decision) -> Said:
    """Return a decision as words."""
    return {
        "choice": decision.choice.value,
        "owner": decision.owner,
        "due": decision.due.isoformat() if decision.due else None,
        "note": decision.note,
        "reason": decision.reason,
    }


def decision_of(said: Said, version: int) -> Decision:
    """Return the decision that was said."""
    return Decision(
        choice=Choice(said["choice"] or ""),
        owner=said["owner"] or "",
        due=datetime.date.fromisoformat(said["due"]) if said["due"] else None,
        note=said["note"] or "",
        reason=said["reason"] or "",
        version=version,
    )


def own_action_said(own: OwnAction) -> Said:
    """Return an action that the provider added as words, its decision included."""
    return {"text": own.text, "stage": own.stage, **decision_said(own.decision)}


def own_action_of(own_id: str, said: Said, version: int) -> OwnAction:
    """Return the own action that was said."""
    return OwnAction(
        id=own_id,
        text=said["text"] or "",
        stage=said["stage"] or "",
        decision=decision_of(said, version),
        version=version,
    )


def own_risk_said(own: OwnRisk) -> Said:
    """Return a risk that the provider added as words."""
    return {"text": own.text, "mitigation": own.mitigation}


def own_risk_of(own_id: str, said: Said, version: int) -> OwnRisk:
    """Return the own risk that was said."""
    return OwnRisk(
        id=own_id, text=said["text"] or "", mitigation=said["mitigation"] or "", version=version
    )
