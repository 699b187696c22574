"""A filled-in checklist, read back: what was ticked and typed since it was made.

Only the values of form fields are read, never the pages. A field counts as changed when its
value is no longer the one that was printed, so an old copy does not undo newer decisions.
"""

import datetime
import json
import subprocess
from dataclasses import dataclass, field
from typing import cast

from advisor.children import command_of, surroundings
from advisor.errors import PlanRefused
from advisor.language import _
from advisor.models.days import read_day
from advisor.models.fields import DONE, DUE, GATE, NOTE, OWNER, REASON
from advisor.models.filled import FilledChecklist, FilledField, FilledItem, FilledTick, Unread
from advisor.models.ids import GateId, PlanId
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, tidied
from advisor.pdf import form_reading
from advisor.pdf.form_reading import RawField, RawForm
from advisor.telling.grammar import MONTHS

LARGEST = 20_000_000
"""Bytes; a checklist has well under a million."""
SECONDS = 4.5
"""How long a file may take, the start of the process included."""

_FIELDS = {
    DONE: FilledField.TICK,
    OWNER: FilledField.OWNER,
    DUE: FilledField.DUE,
    NOTE: FilledField.NOTE,
    REASON: FilledField.REASON,
}
_OFF = frozenset({"", "off", "no", "false", "0"})
_ON = frozenset({"yes", "on", "true", "1", "x", "✓", "✔"})


def read_back(content: bytes, *, today: datetime.date) -> FilledChecklist:
    """Return what was filled in, and beside it what cannot be taken.

    Raises PlanRefused when the bytes are not a checklist made here.
    """
    if len(content) > LARGEST:
        raise _refused(_("This file is too large to be a checklist."))
    return checklist_of(_read(content), today=today)


def _read(content: bytes) -> RawForm:
    """Have the file read in a process that is stopped when it takes too long or too much."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module, nothing of the file in it
            command_of(form_reading.__name__),
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            **surroundings(),
        )
    except subprocess.TimeoutExpired:
        raise _refused(_("This PDF takes too long to read.")) from None
    if done.returncode == form_reading.LOCKED:
        raise _refused(_("This PDF is locked with a password."))
    if done.returncode:
        raise _refused(_("This file is not a PDF that can be read."))
    return cast("RawForm", json.loads(done.stdout))


def checklist_of(form: RawForm, *, today: datetime.date) -> FilledChecklist:
    """Return what the fields of a form say; raise PlanRefused when they are not a checklist's."""
    printed = _printed(form["printed"])
    fields = {name: raw for name, raw in form["fields"].items() if _is_ours(name)}
    expected = len(fields.keys() | printed.keys()) + form["lost"]
    if not fields:
        raise _refused(_no_fields(expected))
    found = _Found(today=today)
    for name, raw in fields.items():
        kind, _colon, about = name.partition(":")
        was = _was(raw, printed.get(name))
        if kind == GATE:
            found.take_gate(GateId(about), raw, was)
        else:
            found.take(_FIELDS[kind], about, raw, was)
    return FilledChecklist(
        plan=PlanId(form["plan"]),
        read_on=today,
        items=tuple(item for item in found.items.values() if item.is_changed),
        unread=tuple(found.unread),
        ticks=tuple(found.ticks),
        read=len(fields),
        fields=expected,
        knows_printed=bool(printed) or any(raw["printed"] for raw in fields.values()),
    )


def _is_ours(name: str) -> bool:
    kind, _colon, about = name.partition(":")
    return (kind in _FIELDS or kind == GATE) and bool(about)


def _printed(text: str) -> dict[str, str | bool]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {
        name: value
        for name, value in said.items()
        if _is_ours(name) and isinstance(value, str | bool)
    }


def _was(raw: RawField, kept: str | bool | None) -> str | bool | None:
    """Return what a field held when it was made: as kept, or by its default; None: not known."""
    if kept is not None:
        return kept
    return raw["printed"][0] if raw["printed"] else None


@dataclass
class _Found:
    """What has been found so far."""

    today: datetime.date
    items: dict[str, FilledItem] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    ticks: list[FilledTick] = field(default_factory=list)

    def take_gate(self, gate: GateId, raw: RawField, was: str | bool | None) -> None:
        """Take the tick that says that something is so, or that it was taken away."""
        is_on, unclear = _ticked(raw, was)
        if is_on is not None:
            self.ticks.append(FilledTick(gate=gate, ticked=is_on))
        elif unclear:
            self._leave(gate, FilledField.TICK, unclear)

    def take(self, kind: FilledField, action: str, raw: RawField, was: str | bool | None) -> None:
        """Take one field; an entry that cannot be taken is listed as it was typed."""
        if kind is FilledField.TICK:
            self._tick(action, raw, was)
            return
        before = was if isinstance(was, str) else ""
        typed = list(dict.fromkeys(_one_line(value) for value in raw["values"] or [""]))
        changed = [value for value in typed if value != _one_line(before)]
        if len(changed) > 1:
            several = ", ".join(_shown(value) for value in changed)
            self._leave(action, kind, several, several=True)
        elif changed and kind is FilledField.DUE:
            self._due(action, changed[0])
        elif changed:
            whole = next(text for text in raw["values"] or [""] if _one_line(text) == changed[0])
            self._text(action, kind, changed[0] if kind is FilledField.OWNER else whole)

    def _tick(self, action: str, raw: RawField, was: str | bool | None) -> None:
        is_on, unclear = _ticked(raw, was)
        if is_on is not None:
            self._change(action, done=is_on)
        elif unclear:
            self._leave(action, FilledField.TICK, unclear)

    def _text(self, action: str, kind: FilledField, typed: str) -> None:
        """Take a name, which is one line, or what somebody wrote about an action."""
        is_name = kind is FilledField.OWNER
        text = tidied(typed).strip()
        longest = TITLE_LENGTH if is_name else NOTE_LENGTH
        if fault := fault_in_text(text, longest=longest, lines=not is_name):
            self._leave(action, kind, typed, fault=fault)
        elif is_name:
            self._change(action, owner=text)
        elif kind is FilledField.NOTE:
            self._change(action, note=text)
        else:
            self._change(action, reason=text)

    def _due(self, action: str, typed: str) -> None:
        if not typed:
            self._change(action, due_wiped=True)
            return
        read = read_day(typed, today=self.today, months=tuple(map(_, MONTHS)))
        if read is not None and not read.is_proposal:
            self._change(action, due=read.day)
        else:
            self._leave(action, FilledField.DUE, typed, proposed=None if read is None else read.day)

    def _change(
        self,
        action: str,
        *,
        done: bool | None = None,
        owner: str | None = None,
        due: datetime.date | None = None,
        due_wiped: bool = False,
        note: str | None = None,
        reason: str | None = None,
    ) -> None:
        was = self.items.get(action, FilledItem(action=action))
        self.items[action] = FilledItem(
            action=action,
            done=was.done if done is None else done,
            owner=was.owner if owner is None else owner,
            due=due or was.due,
            due_wiped=due_wiped or was.due_wiped,
            note=was.note if note is None else note,
            reason=was.reason if reason is None else reason,
        )

    def _leave(
        self,
        about: str,
        kind: FilledField,
        typed: str,
        *,
        proposed: datetime.date | None = None,
        fault: str = "",
        several: bool = False,
    ) -> None:
        self.unread.append(
            Unread(
                about=about,
                field=kind,
                typed=_shown(typed),
                proposed=proposed,
                fault=fault,
                several=several,
            )
        )


def _ticked(raw: RawField, was: str | bool | None) -> tuple[bool | None, str]:
    """Return what a box was changed to, None if it was not, and what in it says neither."""
    signs = [(text, _sign(text, raw)) for text in (*raw["values"], *raw["appearances"])]
    before = _sign(was, raw) if isinstance(was, str) else was
    if any(sign is not None and sign is not before for _text, sign in signs):
        is_on = not before
        return (None, "") if is_on and not any(sign for _text, sign in signs) else (is_on, "")
    return None, next((text for text, sign in signs if sign is None), "")


def _sign(text: str, raw: RawField) -> bool | None:
    """Return whether a state of a box means ticked, by the box's own states; None: unclear."""
    word = text.removeprefix("/").strip().casefold()
    own = {state.removeprefix("/").casefold() for state in raw["states"]} - {"off"}
    if word in own:
        return True
    if (word.isdecimal() and word != "0") or word in {each.casefold() for each in raw["exported"]}:
        return True
    if word in _OFF:
        return False
    return True if word in _ON else None


def _one_line(text: str) -> str:
    return " ".join(tidied(text).split())


def _shown(text: str) -> str:
    return "".join(character for character in text[:TITLE_LENGTH] if character.isprintable())


def _no_fields(expected: int) -> str:
    if expected:
        sentence = _("None of the {n} fields of this checklist could be read.")
        return sentence.format(n=expected)
    return _("This PDF has no fields of a checklist.")


def _refused(what: str) -> PlanRefused:
    choose = _("Choose a checklist that this program made with form fields.")
    return PlanRefused(f"{what} {choose}", code="checklist-refused")
