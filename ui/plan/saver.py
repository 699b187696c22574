"""Saves what is said as it is said, one entry after the other, and never loses one.

An entry waits here, outside the database's objects, until the database has said that it is
stored. What could not be saved stays waiting and can be tried again or saved elsewhere; what
was changed or removed elsewhere meanwhile is laid beside ours for the person to choose.
"""

import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.models.ids import PlanId
from advisor.models.plan import Entry, EntryKey, Plan
from ui.awake.tasks import Worker

_log = logging.getLogger(__name__)

ELSEWHERE = frozenset({"changed-elsewhere", "removed-elsewhere"})
"""Codes of a refusal that is settled by a choice between ours and theirs."""

PATIENCE_MS = 5000
"""How long after a refusal the next quiet attempt is made."""


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


class Stored(Protocol):
    """Where entries are saved; each call returns once it is done. Used in a worker."""

    def plan(self, plan_id: PlanId) -> Plan:
        """Return the plan as it is stored."""

    def save(self, plan_id: PlanId, key: EntryKey, entry: Entry) -> Entry:
        """Save an entry; return it with its new version."""

    def remove(self, plan_id: PlanId, key: EntryKey, version: int) -> None:
        """Remove an entry."""


class Saver(QObject):
    """Saves the entries of one plan, the one that has waited longest first.

    The versions of entries are known here and nowhere else in the window. ``not_saved``
    carries a refusal; ``disputed`` says that there is one more of ``disputes``.
    """

    state_changed = Signal(SaveState)
    not_saved = Signal(object)
    disputed = Signal()

    def __init__(
        self, plans: Stored, plan: Plan, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plans, self._plan, self._worker = plans, plan.id, worker
        self._versions = {key: entry.version for key, entry in plan.entries()}
        self._waiting: dict[EntryKey, Entry | None] = {}
        self._disputes: dict[EntryKey, Dispute] = {}
        self._under_way: EntryKey | None = None
        self._refusal: AdvisorError | None = None
        self._state = SaveState.SAVED
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.try_again)

    @property
    def state(self) -> SaveState:
        """Whether everything is saved, about to be, or could not be."""
        return self._state

    @property
    def unsaved(self) -> tuple[EntryKey, ...]:
        """Keys whose newest entry is not stored yet, disputed ones included."""
        return (*self._waiting, *self._disputes)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What a person has to choose between, the oldest first."""
        return tuple(self._disputes.values())

    def take(self, key: EntryKey, entry: Entry | None) -> None:
        """Save an entry, or with None remove it, as soon as those before it are saved."""
        if key in self._disputes:
            self._disputes[key] = replace(self._disputes[key], ours=entry)
            return
        self._waiting.pop(key, None)
        self._waiting[key] = entry
        self.try_again()

    def try_again(self) -> None:
        """Save what waits, after a refusal too."""
        if self._under_way is not None:
            return
        key = next(iter(self._waiting), None)
        if key is None:
            self._set_state(SaveState.NOT_SAVED if self._disputes else SaveState.SAVED)
            return
        if self._refusal is None:
            self._set_state(SaveState.SAVING)
        self._under_way = key
        sent, version = self._waiting[key], self._versions.get(key, 0)
        saving = partial(_save, self._plans, self._plan, key, sent, version)
        self._worker.run(saving, self._has_saved, self._has_refused)

    def keep_ours(self, key: EntryKey) -> None:
        """Save our entry over the one that was saved elsewhere."""
        self.take(key, self._disputes.pop(key).ours)

    def take_theirs(self, key: EntryKey) -> None:
        """Leave the entry that was saved elsewhere as it is."""
        del self._disputes[key]
        self.try_again()

    def _has_saved(self, saved: tuple[Entry | None, Entry | None]) -> None:
        sent, stored = saved
        key = self._settle(stored)
        self._refusal = None
        if self._waiting[key] == sent:
            del self._waiting[key]
        self.try_again()

    def _has_refused(self, error: AdvisorError) -> None:
        if error.code in ELSEWHERE:
            # The key stays under way until theirs is here, or it would be sent again.
            assert self._under_way is not None  # noqa: S101
            reading = partial(_read, self._plans, self._plan, self._under_way)
            self._worker.run(reading, self._lay_beside, self._give_up)
        else:
            self._give_up(error)

    def _lay_beside(self, theirs: Entry | None) -> None:
        key = self._settle(theirs)
        ours = self._waiting.pop(key)
        if ours != theirs:
            self._disputes[key] = Dispute(key=key, ours=ours, theirs=theirs)
            self.disputed.emit()
        self.try_again()

    def _give_up(self, error: AdvisorError) -> None:
        # To the end of the queue: one entry that is refused must not hold up the others.
        key, self._under_way = self._under_way, None
        assert key is not None  # noqa: S101
        self._waiting[key] = self._waiting.pop(key)
        is_news = self._refusal is None or self._refusal.message != error.message
        self._refusal = error
        self._set_state(SaveState.NOT_SAVED)
        self._patience.start()
        if is_news:
            _log.warning("a change was not saved: %s", error.code)
            self.not_saved.emit(error)

    def _settle(self, stored: Entry | None) -> EntryKey:
        key, self._under_way = self._under_way, None
        assert key is not None, "a save reported that was never begun"  # noqa: S101
        self._versions[key] = stored.version if stored else 0
        return key

    def _set_state(self, state: SaveState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def _save(
    plans: Stored, plan: PlanId, key: EntryKey, entry: Entry | None, version: int
) -> tuple[Entry | None, Entry | None]:
    """Save or remove; return what was sent and what is stored. Runs in a worker."""
    if entry is None:
        plans.remove(plan, key, version)
        return None, None
    return entry, plans.save(plan, key, replace(entry, version=version))


def _read(plans: Stored, plan: PlanId, key: EntryKey) -> Entry | None:
    """Return what is stored under a key now. Runs in a worker."""
    return plans.plan(plan).entry(key)
