"""How lists, counts and days are said."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from advisor.language import N_, _, ngettext

if TYPE_CHECKING:
    import datetime

MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
_SHORT_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)

MOST_NAMED = 3
"""How many titles a sentence names before it counts the rest."""


def joined(words: Sequence[str]) -> str:
    """Join words as a sentence does: *a*, *a and b*, *a, b and c*."""
    return _list(words, _("{words} and {last}"))


def either(words: Sequence[str]) -> str:
    """Join words of which one is enough: *a*, *a or b*, *a, b or c*."""
    return _list(words, _("{words} or {last}"))


def _list(words: Sequence[str], pattern: str) -> str:
    if not words:
        return ""
    *before, last = words
    return pattern.format(words=", ".join(before), last=last) if before else last


def few(most: int, texts: Sequence[str]) -> tuple[Sequence[str], int]:
    """Return the texts to name and how many are left out; to say that takes the place of one."""
    if len(texts) <= most:
        return texts, 0
    return texts[: most - 1], len(texts) - most + 1


def at_most(most: int, texts: Sequence[str]) -> tuple[str, ...]:
    """Return at most so many texts, the last one saying how many were left out."""
    shown, left = few(most, texts)
    if not left:
        return tuple(shown)
    return (*shown, ngettext("and {n} more", "and {n} more", left).format(n=left))


def named(titles: Sequence[str]) -> str:
    """Name a few titles within a sentence, and say how many more there are."""
    shown, left = few(MOST_NAMED, quoted(titles))
    if not left:
        return joined(shown)
    return ngettext("{named} and {n} more", "{named} and {n} more", left).format(
        named=", ".join(shown), n=left
    )


def all_named(titles: Sequence[str]) -> str:
    """Name titles within a sentence, all of them: a title may be a question, or have a comma."""
    return joined(quoted(titles))


def first_and_more(titles: Sequence[str]) -> str:
    """Name the first of some titles on a line of its own, and say how many more there are."""
    first, *more = titles
    words = ngettext("{first}, and {n} more", "{first}, and {n} more", len(more))
    return words.format(first=first, n=len(more)) if more else first


def quoted(titles: Iterable[str]) -> list[str]:
    """Put what a person or the evidence calls something in quotation marks."""
    return [_("“{title}”").format(title=title) for title in titles]


def beside(*words: str) -> str:
    """Return short words side by side, those that say nothing left out: ``Applies · Open``."""
    return " · ".join(word for word in words if word)


def in_a_line(*words: str) -> str:
    """Return short words as one is told them, those that say nothing left out: ``a, b, c``."""
    return ", ".join(word for word in words if word)


def without_shared_start(titles: Sequence[str]) -> Sequence[str]:
    """Return titles that stand in one list without what all begin with, up to a colon."""
    parts = [title.partition(": ") for title in titles]
    if len({start for start, _colon, _rest in parts}) != 1:
        return titles
    return [rest or start for start, _colon, rest in parts]


def day(date: "datetime.date") -> str:
    """Return a date as it is said, the same on every machine: ``5 March 2027``."""
    month = _(MONTHS[date.month - 1])
    return _("{day} {month} {year}").format(day=date.day, month=month, year=date.year)


def clock(time: "datetime.time") -> str:
    """Return a time of the day: ``14:05``."""
    return f"{time:%H:%M}"


def moment(at: "datetime.datetime") -> str:
    """Return a day and a time as they were on this machine: ``5 March 2027, 14:05``."""
    here = at.astimezone()
    return _("{day}, {time}").format(day=day(here.date()), time=clock(here.time()))


def lately(at: "datetime.datetime", now: "datetime.datetime", *, within: bool = False) -> str:
    """Return when something was, in few words: ``Today 19:19``, ``Yesterday``, ``21 Nov``.

    ``within`` a sentence it begins with a small letter.
    """
    here, today = at.astimezone(), now.astimezone().date()
    days = (today - here.date()).days
    if days == 0:
        words = _("today {time}") if within else _("Today {time}")
        return words.format(time=clock(here.time()))
    if days == 1:
        return _("yesterday") if within else _("Yesterday")
    if here.year == today.year:
        month = _(_SHORT_MONTHS[here.month - 1])
        return _("{day} {month}").format(day=here.day, month=month)
    return short_day(here.date())


def short_day(date: "datetime.date") -> str:
    """Return a date in few letters: ``5 Mar 2027``."""
    month = _(_SHORT_MONTHS[date.month - 1])
    return _("{day} {month} {year}").format(day=date.day, month=month, year=date.year)
