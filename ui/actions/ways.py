"""Where the pieces of the actions page lead, from wherever they stand straight to who does it."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.models.plan import Entry, EntryKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What to do with a decision or an own entry: take it as it is now, or remove it."""

    change: Callable[[EntryKey, Entry], object]
    remove: Callable[[EntryKey], object]
