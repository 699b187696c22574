"""What was changed in a plan, told: when, by whom, what it was about, before and now."""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.language import N_, _
from advisor.models.ids import OptionId
from advisor.models.pack import Pack
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    GivenAnswer,
    OpenAnswer,
    OwnAction,
    OwnRisk,
)
from advisor.models.stored import PlanEdit
from advisor.telling.entries import Entry, Field, changed, said, title_of, told_entry, told_name
from advisor.telling.grammar import day

_Said = Mapping[str, str | None]
_PUT_AWAY = "put_away"

_DONE = {
    "answer": (N_("Answered"), N_("Answer changed"), N_("Answer removed")),
    "decision": (N_("Decided"), N_("Decision changed"), N_("Decision removed")),
    "own_action": (N_("Action added"), N_("Action changed"), N_("Action removed")),
    "own_risk": (N_("Risk added"), N_("Risk changed"), N_("Risk removed")),
    "plan": (N_("Plan begun"), N_("Name of the plan changed"), N_("Plan removed")),
}
"""What was done to each kind of entry: where there was nothing, where both are, and where
nothing is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEdit:
    """One change of a plan.

    ``done`` says what was done and ``about`` to what: the question, the action or the person's
    own words. ``before`` and ``now`` say what differs; one of them is empty where there was or
    is nothing.
    """

    number: int
    when: str
    who: str
    done: str
    about: str
    before: tuple[str, ...]
    now: tuple[str, ...]


def told_history(pack: Pack, edits: Sequence[PlanEdit]) -> tuple[ToldEdit, ...]:
    """Tell changes of a plan in the order given, in the words of the evidence as it is now."""
    return tuple(_told(pack, edit) for edit in edits)


def _told(pack: Pack, edit: PlanEdit) -> ToldEdit:
    old, new = _said(edit.old), _said(edit.new)
    done, about = _done(edit.what, old, new), _about(pack, edit, new or old or {})
    before, now = _fields(pack, edit, old), _fields(pack, edit, new)
    if before and now:
        differing = changed(before, now)
        before = tuple(each.before for each in differing)
        now = tuple(each.now for each in differing)
    at = edit.at.astimezone()
    return ToldEdit(
        number=edit.number,
        when=_("{day}, {time}").format(day=day(at.date()), time=f"{at:%H:%M}"),
        who=edit.who or _("Not known who"),
        done=done,
        about=about,
        before=_sentences(before, now),
        now=_sentences(now, before),
    )


def _sentences(fields: Sequence[Field], others: Sequence[Field]) -> tuple[str, ...]:
    """Say every field that differs; where there is nothing to differ from, what is said."""
    return tuple(field.sentence for field in fields) if others else said(fields)


def _done(what: str, old: _Said | None, new: _Said | None) -> str:
    if new is not None and _PUT_AWAY in new:
        return _("Plan deleted") if new[_PUT_AWAY] else _("Plan restored")
    added, changed_, removed = _DONE[what]
    return _(added if old is None else removed if new is None else changed_)


def _about(pack: Pack, edit: PlanEdit, words: _Said) -> str:
    if edit.what == "plan":
        return words.get("title") or ""
    return title_of(pack, edit.which, _entry(edit, words))


def _fields(pack: Pack, edit: PlanEdit, words: _Said | None) -> tuple[Field, ...]:
    if words is None or _PUT_AWAY in words:
        return ()
    if edit.what == "plan":
        return told_name(words["title"] or "", words["description"] or "")
    return told_entry(pack, edit.which, _entry(edit, words))


def _said(text: str | None) -> _Said | None:
    said_then: _Said | None = None if text is None else json.loads(text)
    return said_then


def _entry(edit: PlanEdit, words: _Said) -> Entry:
    """Return the entry that a text of the history holds."""
    match edit.what:
        case "answer":
            return Answer(value=_value(words), note=words["note"] or "")
        case "decision":
            return _decision(words)
        case "own_action":
            text, stage = words["text"] or "", words["stage"] or ""
            return OwnAction(id=edit.which, text=text, stage=stage, decision=_decision(words))
        case _:
            text, mitigation = words["text"] or "", words["mitigation"] or ""
            return OwnRisk(id=edit.which, text=text, mitigation=mitigation)


def _value(words: _Said) -> GivenAnswer | OpenAnswer:
    if words["value"] is None:
        return OpenAnswer(words["open"] or "")
    given: list[str] | str | int | bool = json.loads(words["value"])
    match given:
        case list():
            return frozenset(map(OptionId, given))
        case str():
            return OptionId(given)
        case _:
            return given


def _decision(words: _Said) -> Decision:
    return Decision(
        choice=Choice(words["choice"] or ""),
        owner=words["owner"] or "",
        due=datetime.date.fromisoformat(words["due"]) if words["due"] else None,
        note=words["note"] or "",
        reason=words["reason"] or "",
    )
