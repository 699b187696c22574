"""Days: one reader of what people write, and one rule for which days a plan may hold."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.language import _

FIRST_YEAR, LAST_YEAR = 2000, 2199
FIRST_DAY, LAST_DAY = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_MONTH, _WEEK = 12, 7
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?", re.ASCII)
_NAMED = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?([^\W\d_]{3,})\.?,?(?:\s+([0-9]{4}|[0-9]{2}))?"
)
_MONTH = re.compile(
    r"(?:(?:by\s+|at\s+)?(?:the\s+)?end\s+(?:of\s+)?)?([^\W\d_]{3,})\.?,?(?:\s+([0-9]{4}))?"
)
_WEEKDAY = re.compile(r"(?:(?:on|by)\s+)?(?:(this|next)\s+)?([^\W\d_]{3,})\.?")


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day that a text names; ``is_proposal`` where the text says less and a person confirms."""

    day: datetime.date
    is_proposal: bool = False


def fault_in_day(day: datetime.date) -> str | None:
    """Return what is wrong with a day as a sentence, or None.

    The same for typing, files, forms and storage: what is stored can be exported and imported.
    """
    if FIRST_DAY <= day <= LAST_DAY:
        return None
    sentence = _("A day lies between the years {first} and {last}.")
    return sentence.format(first=FIRST_YEAR, last=LAST_YEAR)


def names_other_year(text: str) -> bool:
    """Whether a text names a year that no day of a plan lies in."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text, re.ASCII)
    return any(not FIRST_YEAR <= int(year) <= LAST_YEAR for year in years)


def read_day(
    text: str,
    *,
    today: datetime.date,
    months: Sequence[str] = (),
    weekdays: Sequence[str] = (),
    is_written_today: bool = False,
) -> ReadDay | None:
    """Return the day that a text names, or None: ``5 March 2027``, ``5/3/27``, ``2027-03-05``.

    Day before month, as in Britain; without a year it is the next such day. A month, with or
    without *end of*, proposes its last day. ``months`` are the names in the person's language.
    """
    text = " ".join(text.casefold().split())
    if found := _ISO.fullmatch(text):
        return _certain(_date(int(found[1]), int(found[2]), int(found[3])))
    if found := _BRITISH.fullmatch(text):
        return _certain(_dated(found[3], int(found[2]), int(found[1]), today))
    if found := _NAMED.fullmatch(text):
        return _certain(_dated(found[3], _number(found[2], months, _MONTHS), int(found[1]), today))
    if (found := _MONTH.fullmatch(text)) and (month := _number(found[1], months, _MONTHS)):
        return _proposed(_last_day(found[2], month, today))
    return _read_from(today, text, weekdays) if is_written_today else None


def _read_from(today: datetime.date, text: str, weekdays: Sequence[str]) -> ReadDay | None:
    """Return the day that a text names by how far it is from today.

    *Friday* is the first one after today, *next Friday* that of the week after this.
    """
    for after, names in enumerate((("today", _("today")), ("tomorrow", _("tomorrow")))):
        if text in map(str.casefold, names):
            return _proposed(_later(today, after))
    found = _WEEKDAY.fullmatch(text)
    weekday = _number(found[2], weekdays, _WEEKDAYS) if found is not None else 0
    if found is None or not weekday:
        return None
    ahead = weekday - today.isoweekday()
    return _proposed(_later(today, ahead + _WEEK if found[1] == "next" or ahead <= 0 else ahead))


def _proposed(day: datetime.date | None) -> ReadDay | None:
    return None if day is None else ReadDay(day, is_proposal=True)


def _later(today: datetime.date, days: int) -> datetime.date | None:
    then = datetime.date.fromordinal(min(today.toordinal() + days, datetime.date.max.toordinal()))
    return None if fault_in_day(then) else then


def _certain(day: datetime.date | None) -> ReadDay | None:
    return None if day is None else ReadDay(day)


def _number(name: str, own: Sequence[str], english: Sequence[str]) -> int:
    """Return which of some names, from 1 on, is this one or begins with it; 0 when none does."""
    for names in (own, english):
        for number, known in enumerate(names, 1):
            if known.casefold().startswith(name):
                return number
    return 0


def _dated(year: str | None, month: int, day: int, today: datetime.date) -> datetime.date | None:
    if year is None:
        this = _date(today.year, month, day)
        if this is not None and this >= today:
            return this
        return _date(today.year + 1, month, day)
    century = FIRST_YEAR if len(year) == 2 else 0  # noqa: PLR2004 - a year of two digits
    return _date(century + int(year), month, day)


def _last_day(year: str | None, month: int, today: datetime.date) -> datetime.date | None:
    first = int(year) if year else today.year + (month < today.month)
    after = _date(first + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1)
    if after is None:
        return _date(first, month, 31) if month == _LAST_MONTH else None
    day = after - datetime.timedelta(days=1)
    return None if fault_in_day(day) else day


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return None
    return None if fault_in_day(found) else found
