"""What the database tells about the things it keeps, besides the things themselves."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.models.ids import PlanId
from advisor.models.plan import Entry, EntryKey, EntryKind, Plan
from advisor.models.said import entry_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdit:
    """One change that a person made to a plan.

    ``what`` is the kind of entry, ``which`` the id of its key; ``old`` and ``new`` are JSON
    texts, None where there was or is nothing. ``who`` is the login name of the person who made
    it, empty where it was not kept. ``number`` gives the order; ``at`` is UTC and only as right
    as the clock was. A change that is not ``is_sound`` was changed by the disk: what it says is
    not relied on.
    """

    number: int
    at: datetime.datetime
    what: str
    which: str
    old: str | None
    new: str | None
    who: str
    is_sound: bool = True

    @property
    def key(self) -> EntryKey:
        """The entry that was changed."""
        return EntryKey(EntryKind(self.what), self.which)

    @property
    def before(self) -> Entry | None:
        """The entry as it was; None where there was none, or where the plan came or went."""
        return self._entry(self.old)

    @property
    def now(self) -> Entry | None:
        """The entry as it became; None where there is none, or where the plan came or went."""
        return self._entry(self.new)

    @property
    def is_put_away(self) -> bool | None:
        """Whether the plan was put away or brought back; None for any other change."""
        if self.new is None or not self.is_sound:
            return None
        put_away: bool | None = json.loads(self.new).get("put_away")
        return put_away

    def _entry(self, text: str | None) -> Entry | None:
        if text is None or not self.is_sound or self.is_put_away is not None:
            return None
        return entry_of(self.key, json.loads(text), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTrouble:
    """What is not as it was saved about a plan, besides entries that say something else.

    ``changes`` counts lines of its history that the disk has changed; ``misses_changes``: one is
    gone; ``misses_words``: something that the plan said is gone.
    """

    plan: PlanId
    title: str
    changes: int
    misses_changes: bool
    misses_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of the database file.

    ``number`` gives the order; ``made`` is UTC and only as right as the clock was; ``why`` is
    a short word, empty for a routine copy; ``size`` counts bytes.
    """

    path: Path
    number: int
    made: datetime.datetime
    why: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An entry on its way, over the version that is stored; None where it is removed."""

    key: EntryKey
    entry: Entry | None
    version: int


def sent_over(plan: Plan, entries: Mapping[EntryKey, Entry | None]) -> tuple[Sending, ...]:
    """Return entries on their way over those that a plan had when it was read."""
    there = {key: plan.entry(key) for key in entries}
    return tuple(
        Sending(key=key, entry=entry, version=before.version if (before := there[key]) else 0)
        for key, entry in entries.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy with the titles of the plans in it, which are empty where it is damaged.

    ``is_good``: it is byte for byte what was made, and can be put back. ``is_newer``: a newer
    version of the program made it, so that this one does not know what it holds.
    """

    copy: Backup
    titles: tuple[str, ...]
    is_good: bool
    is_newer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """Something typed that the database has not confirmed.

    The value's version is the one that it was typed over, 0 after a crash.
    """

    plan: PlanId
    key: EntryKey
    value: Entry


def field_of(key: EntryKey, name: str) -> str:
    """Return the name under which a field of an entry keeps its words."""
    return f"{key.kind}/{key.id}/{name}"


def entry_with(field: str) -> EntryKey | None:
    """Return the entry that a field keeps its words for; None where it is not one of a plan's."""
    kind, which = field.partition("/")[0], field.partition("/")[2].rpartition("/")[0]
    return EntryKey(EntryKind(kind), which) if which and kind in set(EntryKind) else None
