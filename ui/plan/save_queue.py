"""What is said and not saved yet: in which order it is saved, and what is in dispute.

An entry waits here, outside the database's objects, until the database has said that it is
stored. What could not be saved stays waiting and can be tried again or saved elsewhere; what
was changed or removed elsewhere meanwhile is laid beside ours for the person to choose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.errors import AdvisorError
from advisor.models.plan import Entry, EntryKey, Plan
from advisor.models.stored import Sending

SLOW = "slow"
"""The code of a refusal that says only that a save has not reported yet."""

SILENT = frozenset({"timeout", "connection-lost"})
"""Codes of the refusals in which it may end, and which say no more."""


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


class SaveQueue:
    """The entries of one plan that wait, the one that has waited longest first.

    What was changed in one step is sent together. The versions of entries are known here and
    nowhere else in the window.
    """

    def __init__(self, plan: Plan) -> None:
        self._versions = {key: entry.version for key, entry in plan.entries()}
        self._waiting: dict[EntryKey, Entry | None] = {}
        # The step in which each entry that waits was changed last.
        self._steps: dict[EntryKey, int] = {}
        self._disputes: dict[EntryKey, Dispute] = {}
        self._under_way: tuple[Sending, ...] = ()
        # Why the last attempt to save failed.
        self.refusal: AdvisorError | None = None
        self.state = SaveState.SAVED

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What a person has to choose between, the oldest first."""
        return tuple(self._disputes.values())

    @property
    def is_sending(self) -> bool:
        """Whether something is under way."""
        return bool(self._under_way)

    @property
    def under_way(self) -> tuple[Sending, ...]:
        """What was begun last and has not reported yet."""
        assert self._under_way, "a save reported that was never begun"  # noqa: S101
        return self._under_way

    def newer_in(self, stored: Plan) -> dict[EntryKey, Entry | None]:
        """Return what was saved elsewhere since we read it, and know it from now on.

        What waits here, or is in dispute, is left to its own save.
        """
        there = dict(stored.entries())
        ours = self._waiting.keys() | self._disputes.keys()
        newer: dict[EntryKey, Entry | None] = {}
        for key in (there.keys() | self._versions.keys()) - ours:
            entry = there.get(key)
            version = entry.version if entry else 0
            if version != self._versions.get(key, 0):
                self._versions[key] = version
                newer[key] = entry
        return newer

    def take(self, changed: Mapping[EntryKey, Entry | None]) -> None:
        """Let the entries of one step wait, None for a removal, behind those before them."""
        step = max(self._steps.values(), default=0) + 1
        for key, entry in changed.items():
            if key in self._disputes:
                self._disputes[key] = replace(self._disputes[key], ours=entry)
                continue
            self._waiting.pop(key, None)
            self._waiting[key] = entry
            self._steps[key] = step

    def keep_ours(self, key: EntryKey) -> None:
        """Let our entry wait again, to go over the one that was saved elsewhere."""
        self.take({key: self._disputes.pop(key).ours})

    def take_theirs(self, key: EntryKey) -> None:
        """Leave the entry that was saved elsewhere as it is."""
        del self._disputes[key]

    def next(self) -> tuple[Sending, ...]:
        """Return what is to be saved now; nothing while something is under way or none waits."""
        if self._under_way:
            return ()
        first = next(iter(self._waiting), None)
        if first is None:
            self.state = SaveState.NOT_SAVED if self._disputes else SaveState.SAVED
            return ()
        if self.refusal is None:
            self.state = SaveState.SAVING
        self._under_way = tuple(
            Sending(key=key, entry=entry, version=self._versions.get(key, 0))
            for key, entry in self._waiting.items()
            if self._steps[key] == self._steps[first]
        )
        return self._under_way

    def has_saved(self, stored: Sequence[Entry | None]) -> None:
        """Take note that what was under way is stored, in these versions."""
        for sent, entry in zip(self._arrived(), stored, strict=True):
            self._versions[sent.key] = entry.version if entry else 0
            if self._waiting[sent.key] == sent.entry:
                self._leave(sent.key)
        self.refusal = None

    def lay_beside(self, theirs: Sequence[Entry | None]) -> bool:
        """Take note of what was saved elsewhere; say whether some differs from what was sent.

        What nobody else has saved waits on.
        """
        is_disputed = False
        for sent, there in zip(self._arrived(), theirs, strict=True):
            version = there.version if there else 0
            if version == sent.version:
                continue
            self._versions[sent.key] = version
            ours = self._leave(sent.key)
            if ours != there:
                self._disputes[sent.key] = Dispute(key=sent.key, ours=ours, theirs=there)
                is_disputed = True
        self.refusal = None
        return is_disputed

    def give_up(self, error: AdvisorError) -> bool:
        """Take note that what was under way was refused; say whether the reason is new."""
        # To the end of the queue: a step that is refused must not hold up the others.
        for sent in self._arrived():
            self._waiting[sent.key] = self._waiting.pop(sent.key)
        known = self.refusal
        is_said = known is not None and known.code == SLOW and error.code in SILENT
        self.refusal = known if is_said else error
        self.state = SaveState.NOT_SAVED
        return not is_said and (known is None or known.message != error.message)

    def take_long(self, error: AdvisorError) -> bool:
        """Take note that what is under way has not reported for long; say whether that is news."""
        if not self._under_way or self.refusal is not None:
            return False
        self.refusal = error
        self.state = SaveState.NOT_SAVED
        return True

    def _leave(self, key: EntryKey) -> Entry | None:
        del self._steps[key]
        return self._waiting.pop(key)

    def _arrived(self) -> tuple[Sending, ...]:
        sent, self._under_way = self.under_way, ()
        return sent
