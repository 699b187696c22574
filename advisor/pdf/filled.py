"""A filled-in checklist, read back: what was ticked and typed since it was made.

Only the values of form fields are read, never the pages. A field counts as changed when its
value is no longer the one that was printed, so an old copy does not undo newer decisions.
"""

import datetime
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from advisor.errors import Fault, PlanRefused
from advisor.language import _
from advisor.models.filled import FilledChecklist, FilledItem
from advisor.models.ids import PlanId
from advisor.models.texts import fault_in_text, tidied
from advisor.pdf.form_fields import DONE, DUE, LONGEST_VALUE, OWNER, PLAN_KEY
from advisor.telling.grammar import MONTHS, day

LARGEST = 50_000_000
"""Bytes; a checklist has well under a million."""

_EXAMPLE = datetime.date(2027, 3, 5)
_LETTERS_OF_MONTH = 3
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BRITISH = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d_]{3,})\.?,?\s+(\d{4})")
# What a damaged or foreign file makes the reader raise.
_UNREADABLE = (
    PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """One field: what it is called, its value, and whether that differs from what was printed."""

    label: str
    value: str
    changed: bool


def read_back(content: bytes) -> FilledChecklist:
    """Return what was filled in.

    Raises PlanRefused with all faults when the bytes are not a checklist made here or hold
    values that cannot be taken.
    """
    if len(content) > LARGEST:
        raise _refused(_("This file is too large to be a checklist."))
    plan, typed = _read(content)
    by_action: dict[str, dict[str, _Typed]] = {}
    for name, field in typed.items():
        kind, _colon, action = name.partition(":")
        if kind in (DONE, OWNER, DUE) and action:
            by_action.setdefault(action, {})[kind] = field
    if not by_action:
        raise _refused(_("This PDF has no fields of a checklist."))
    faults: list[Fault] = []
    items = [_item(action, fields, faults) for action, fields in by_action.items()]
    if faults:
        raise PlanRefused(
            _("This checklist holds entries that cannot be taken. Correct them and try again."),
            faults=tuple(faults),
        )
    return FilledChecklist(
        plan=PlanId(plan), items=tuple(item for item in items if item.is_changed)
    )


def _read(content: bytes) -> tuple[str, dict[str, _Typed]]:
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise _refused(_("This PDF is locked with a password."))
        plan = "" if reader.metadata is None else str(reader.metadata.get(PLAN_KEY, ""))
        return plan, dict(_typed(reader.get_fields() or {}))
    except _UNREADABLE as error:
        raise _refused(_("This file is not a PDF that can be read.")) from error


def _typed(fields: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, _Typed]]:
    for name, field in fields.items():
        value, printed, label = (str(field.get(key) or "") for key in ("/V", "/DV", "/TU"))
        yield name, _Typed(label=_shown(label or name, 150), value=value, changed=value != printed)


def _item(action: str, fields: Mapping[str, _Typed], faults: list[Fault]) -> FilledItem:
    changed = {kind: field.value for kind, field in fields.items() if field.changed}
    owner = due = None
    if OWNER in changed:
        owner = " ".join(tidied(changed[OWNER]).split())
        if fault := fault_in_text(owner, longest=LONGEST_VALUE):
            faults.append(Fault(place=fields[OWNER].label, message=fault))
    due_text = " ".join(changed.get(DUE, "").split())
    if due_text:
        due = date_in(due_text)
        if due is None:
            faults.append(Fault(place=fields[DUE].label, message=_no_date(due_text)))
    return FilledItem(
        action=action,
        done=changed[DONE] not in ("/Off", "") if DONE in changed else None,
        owner=owner,
        due=due,
        due_wiped=DUE in changed and not due_text,
    )


def _no_date(text: str) -> str:
    sentence = _('"{text}" is not a date. Write it as {example}.')
    return sentence.format(text=_shown(text, 40), example=day(_EXAMPLE))


def _shown(text: str, longest: int) -> str:
    return "".join(character for character in text[:longest] if character.isprintable())


def date_in(text: str) -> datetime.date | None:
    """Return the date that a text names: ``5 March 2027``, ``5/3/2027``, ``2027-03-05``.

    Day before month, as in Britain; a year of two digits is one of this century.
    """
    text = text.strip().casefold()
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _BRITISH.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _NAMED.fullmatch(text):
        return _date(found[3], _month(found[2]), found[1])
    return None


def _month(name: str) -> str:
    """Return the number of a month by the start of its name, in the person's language or ours."""
    for names in (tuple(map(_, MONTHS)), MONTHS):
        for number, known in enumerate(names, 1):
            if known.casefold().startswith(name[:_LETTERS_OF_MONTH]):
                return str(number)
    return "0"


def _date(year: str, month: str, day: str) -> datetime.date | None:
    century = 2000 if len(year) == 2 else 0  # noqa: PLR2004 - a year of two digits
    try:
        return datetime.date(century + int(year), int(month), int(day))
    except ValueError:
        return None


def _refused(what: str) -> PlanRefused:
    choose = _("Choose a checklist that this program made with form fields.")
    return PlanRefused(f"{what} {choose}", code="checklist-refused")
