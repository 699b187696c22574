"""A filled-in checklist, read back: what was ticked and typed since it was made.

Only the values of form fields are read, never the pages. A field counts as changed when its
value is no longer the one that was printed, so an old copy does not undo newer decisions.
"""

import datetime
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from advisor.errors import PlanRefused
from advisor.language import _
from advisor.models.days import read_day
from advisor.models.filled import FilledChecklist, FilledField, FilledItem, Unread
from advisor.models.ids import PlanId
from advisor.models.sheets import DONE, DUE, OWNER
from advisor.models.texts import TITLE_LENGTH, fault_in_text, tidied
from advisor.pdf import form_reading
from advisor.pdf.form_reading import RawField, RawForm
from advisor.telling.grammar import MONTHS

LARGEST = 20_000_000
"""Bytes; a checklist has well under a million."""
SECONDS = 4.5
"""How long a file may take, the start of the process included."""

_PROJECT = Path(__file__).resolve().parents[2]
_FIELDS = {DONE: FilledField.TICK, OWNER: FilledField.OWNER, DUE: FilledField.DUE}
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
    command = [sys.executable, "-m", form_reading.__name__]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, nothing of the file in it
            command,
            input=content,
            capture_output=True,
            timeout=SECONDS,
            cwd=_PROJECT,
            env={**os.environ, "PYTHONPATH": str(_PROJECT)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
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
        kind, _colon, action = name.partition(":")
        found.take(_FIELDS[kind], action, raw, _was(raw, printed.get(name)))
    return FilledChecklist(
        plan=PlanId(form["plan"]),
        items=tuple(item for item in found.items.values() if item.is_changed),
        unread=tuple(found.unread),
        read=len(fields),
        fields=expected,
        knows_printed=bool(printed) or any(raw["printed"] for raw in fields.values()),
    )


def _is_ours(name: str) -> bool:
    kind, _colon, action = name.partition(":")
    return kind in _FIELDS and bool(action)


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
        elif changed and kind is FilledField.OWNER:
            self._owner(action, changed[0])
        elif changed:
            self._due(action, changed[0])

    def _tick(self, action: str, raw: RawField, was: str | bool | None) -> None:
        signs = [(text, _sign(text, raw)) for text in (*raw["values"], *raw["appearances"])]
        if was is None:
            before: bool | None = None
        else:
            before = was if isinstance(was, bool) else _sign(was, raw)
        if any(sign is not None and sign is not before for _text, sign in signs):
            is_on = not before
            if is_on and not any(sign for _text, sign in signs):
                return
            self._change(action, done=is_on)
            return
        for text, sign in signs:
            if sign is None:
                self._leave(action, FilledField.TICK, text)
                return

    def _owner(self, action: str, typed: str) -> None:
        if fault := fault_in_text(typed, longest=TITLE_LENGTH):
            self._leave(action, FilledField.OWNER, typed, fault=fault)
        else:
            self._change(action, owner=typed)

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
    ) -> None:
        was = self.items.get(action, FilledItem(action=action))
        self.items[action] = FilledItem(
            action=action,
            done=was.done if done is None else done,
            owner=was.owner if owner is None else owner,
            due=due or was.due,
            due_wiped=due_wiped or was.due_wiped,
        )

    def _leave(
        self,
        action: str,
        kind: FilledField,
        typed: str,
        *,
        proposed: datetime.date | None = None,
        fault: str = "",
        several: bool = False,
    ) -> None:
        self.unread.append(
            Unread(
                action=action,
                field=kind,
                typed=_shown(typed),
                proposed=proposed,
                fault=fault,
                several=several,
            )
        )


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
