"""The small parts of a plan file: texts, dates, ids and groups, each checked where it stands."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from advisor.errors import Fault, did_you_mean
from advisor.language import N_, _
from advisor.models.days import fault_in_day
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, harmless, shown, tidied

MOST_FAULTS = 100
"""After so many faults the rest of a file is not looked at."""

MOST_ITEMS = 1_000
"""The most own actions, own risks or answers that a file may hold."""

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Bringing a text into NFC can take the square of its length; no text that fits after it was
# more than three times as long before (Unicode Standard Annex 15).
_LONGEST_BEFORE_NFC = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a plan file, where faults can be noted. All spots of a file share its faults."""

    faults: list[Fault]
    trail: tuple[str, ...] = ()

    def at(self, *steps: str | int) -> "Spot":
        """Return a spot further inside; numbers count from 0 and are shown from 1."""
        names = (str(step + 1) if isinstance(step, int) else harmless(step) for step in steps)
        return Spot(self.faults, (*self.trail, *names))

    def refuse(self, message: str) -> None:
        """Note a fault here."""
        self.faults.append(Fault(place=" › ".join(self.trail), message=message))

    @property
    def is_past_reading(self) -> bool:
        """Whether so much is wrong with the file that it is not worth reading on."""
        return len(self.faults) >= MOST_FAULTS


@dataclass(frozen=True, slots=True)
class Group:
    """Names and values of a file, in their place."""

    spot: Spot
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, name: str, *, needed: bool = False) -> str:
        """Return a text of any number of lines, empty when it is not there."""
        return self._text(name, NOTE_LENGTH, lines=True, needed=needed)

    def line(self, name: str, *, needed: bool = False) -> str:
        """Return a text on one line, no longer than a title, empty when it is not there."""
        return self._text(name, TITLE_LENGTH, lines=False, needed=needed)

    def _text(self, name: str, longest: int, *, lines: bool, needed: bool) -> str:
        value = self.values.get(name)
        if value is None:
            if needed:
                self.spot.refuse(_('"{name}" is missing.').format(name=name))
            return ""
        text = checked_text(self.spot.at(name), value, longest, lines=lines)
        if needed and text is not None and not text.strip():
            self.spot.at(name).refuse(_("This text is empty. Write something."))
        return text or ""

    def only(self, known: Sequence[str]) -> None:
        """Refuse every name that is not known."""
        for name in self.values:
            if name not in known and not self.spot.is_past_reading:
                unknown = _("Unknown name {name}.").format(name=shown(name))
                self.spot.refuse(unknown + did_you_mean(name, known))


def group(spot: Spot, value: object, known: Sequence[str]) -> Group:
    """Return the group that a value is, with its unknown names refused; else an empty one."""
    if not isinstance(value, dict):
        refuse_kind(
            spot, N_("A group of names and values is expected here, and not {given}."), value
        )
        return Group(spot)
    found = Group(spot, value)
    found.only(known)
    return found


def items(spot: Spot, value: object) -> Iterable[tuple[Spot, object]]:
    """Yield the items of a list with their spots; nothing when the value is absent."""
    if value is None:
        return
    if not isinstance(value, list):
        refuse_kind(spot, N_("A list is expected here, and not {given}."), value)
    elif len(value) > MOST_ITEMS:
        sentence = _("This list has {items:,} items; at most {most:,} are read.")
        spot.refuse(sentence.format(items=len(value), most=MOST_ITEMS))
    else:
        for number, item in enumerate(value):
            if spot.is_past_reading:
                return
            yield spot.at(number), item


def checked_text(spot: Spot, value: object, longest: int, *, lines: bool) -> str | None:
    """Return a sound text in NFC, or refuse the value and return None."""
    if not isinstance(value, str):
        refuse_kind(spot, N_("Text is expected here, and not {given}."), value)
        return None
    too_long = len(value) > _LONGEST_BEFORE_NFC * longest
    text = value if too_long else tidied(value)
    if fault := fault_in_text(text, longest=longest, lines=lines):
        spot.refuse(fault)
        return None
    return text


def checked_id(spot: Spot, value: object) -> str:
    """Return a UUID in small letters, or refuse the value and return an empty text."""
    if isinstance(value, str) and _UUID.fullmatch(value.lower()):
        return value.lower()
    spot.refuse(_("An id is a UUID, like 123e4567-e89b-42d3-a456-426614174000, or is left out."))
    return ""


def checked_day(spot: Spot, value: object) -> datetime.date | None:
    """Return a day of this or the next century, or None where there is none; refuse the rest."""
    return None if value is None else needed_day(spot, value)


def needed_day(spot: Spot, value: object) -> datetime.date | None:
    """Return a day of this or the next century, or refuse the value."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        written = shown(value) if isinstance(value, str) else kind_of(value)
        spot.refuse(_("A day is written like 2027-03-31, and not {given}.").format(given=written))
        return None
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        spot.refuse(_('There is no day "{day}".').format(day=value))
        return None
    if fault := fault_in_day(day):
        spot.refuse(fault)
        return None
    return day


def refuse_kind(spot: Spot, sentence: str, value: object) -> None:
    """Note that another kind of value is expected; ``sentence`` is English with ``{given}``."""
    spot.refuse(_(sentence).format(given=kind_of(value)))


def kind_of(value: object) -> str:
    """Return what kind of JSON value this is, in words."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int():
            return _("a number")
        case str():
            return _("the text {text}").format(text=shown(value))
        case list():
            return _("a list")
        case _:
            return _("a group of names and values")
