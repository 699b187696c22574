"""What is said and not saved yet: in which order it is saved, and what is in dispute.

An entry waits here, outside the database's objects, until the database has said that it is
stored. What could not be saved stays waiting and can be tried again or saved elsewhere; what
was changed or removed elsewhere meanwhile is laid beside ours for the person to choose.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.errors import AdvisorError
from advisor.models.plan import Entry, EntryKey, Plan


class SaveState(StrEnum):
    """What a person may rely on at this moment."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """An entry as we have it and as it was saved elsewhere; None where it was removed."""

    key: EntryKey
    ours: Entry | None
    theirs: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """An entry on its way, over the version that is stored; None where it is removed."""

    key: EntryKey
    entry: Entry | None
    version: int


class SaveQueue:
    """The entries of one plan that wait, the one that has waited longest first.

    The versions of entries are known here and nowhere else in the window.
    """

    def __init__(self, plan: Plan) -> None:
        self._versions = {key: entry.version for key, entry in plan.entries()}
        self._waiting: dict[EntryKey, Entry | None] = {}
        self._disputes: dict[EntryKey, Dispute] = {}
        self._under_way: Sending | None = None
        # Why the last attempt to save failed.
        self.refusal: AdvisorError | None = None
        self.state = SaveState.SAVED

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What a person has to choose between, the oldest first."""
        return tuple(self._disputes.values())

    @property
    def under_way(self) -> Sending:
        """What was begun last and has not reported yet."""
        assert self._under_way is not None, "a save reported that was never begun"  # noqa: S101
        return self._under_way

    def take(self, key: EntryKey, entry: Entry | None) -> None:
        """Let an entry wait, or with None its removal, behind those before it."""
        if key in self._disputes:
            self._disputes[key] = replace(self._disputes[key], ours=entry)
            return
        self._waiting.pop(key, None)
        self._waiting[key] = entry

    def keep_ours(self, key: EntryKey) -> None:
        """Let our entry wait again, to go over the one that was saved elsewhere."""
        self.take(key, self._disputes.pop(key).ours)

    def take_theirs(self, key: EntryKey) -> None:
        """Leave the entry that was saved elsewhere as it is."""
        del self._disputes[key]

    def next(self) -> Sending | None:
        """Return what is to be saved now; None while something is under way or nothing waits."""
        if self._under_way is not None:
            return None
        key = next(iter(self._waiting), None)
        if key is None:
            self.state = SaveState.NOT_SAVED if self._disputes else SaveState.SAVED
            return None
        if self.refusal is None:
            self.state = SaveState.SAVING
        version = self._versions.get(key, 0)
        self._under_way = Sending(key=key, entry=self._waiting[key], version=version)
        return self._under_way

    def has_saved(self, stored: Entry | None) -> None:
        """Take note that what was under way is stored, in this version."""
        sent = self._settle(stored)
        self.refusal = None
        if self._waiting[sent.key] == sent.entry:
            del self._waiting[sent.key]

    def lay_beside(self, theirs: Entry | None) -> bool:
        """Take note of what was saved elsewhere; say whether it differs from what was sent."""
        key = self._settle(theirs).key
        self.refusal = None
        ours = self._waiting.pop(key)
        if ours == theirs:
            return False
        self._disputes[key] = Dispute(key=key, ours=ours, theirs=theirs)
        return True

    def give_up(self, error: AdvisorError) -> bool:
        """Take note that what was under way was refused; say whether the reason is new."""
        # To the end of the queue: one entry that is refused must not hold up the others.
        key = self._arrived().key
        self._waiting[key] = self._waiting.pop(key)
        is_news = self.refusal is None or self.refusal.message != error.message
        self.refusal = error
        self.state = SaveState.NOT_SAVED
        return is_news

    def _settle(self, stored: Entry | None) -> Sending:
        sent = self._arrived()
        self._versions[sent.key] = stored.version if stored else 0
        return sent

    def _arrived(self) -> Sending:
        sent, self._under_way = self.under_way, None
        return sent
