"""What the provider added to a plan, in the order in which it was added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """Something that the provider added. ``id`` is a UUID.

    ``place`` orders own entries, so that one that was removed comes back where it stood; a plan
    gives it.
    """

    id: str
    place: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)


_Own = TypeVar("_Own", bound=OwnEntry)


def placed(entries: Iterable[_Own]) -> Iterator[_Own]:
    """Give every entry the place it has in its list, unless it has one."""
    last = -1
    for own in entries:
        last = last + 1 if own.place is None else own.place
        yield own if own.place is not None else replace(own, place=last)


def with_own(entries: tuple[_Own, ...], changed: _Own) -> tuple[_Own, ...]:
    """Return the entries with one added or changed; it keeps its place."""
    if any(own.id == changed.id for own in entries):
        return tuple(
            replace(changed, place=own.place) if own.id == changed.id else own for own in entries
        )
    added = list(entries)
    place = changed.place
    later = [at for at, own in enumerate(added) if place is not None and (own.place or 0) > place]
    added.insert(later[0] if later else len(added), changed)
    return tuple(added)
