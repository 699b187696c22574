"""Saves what is said as it is said, one entry after the other, and never loses one."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError, StorageError
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.plan import Entry, EntryKey, Plan
from advisor.models.stored import Sending
from ui.awake.tasks import Worker
from ui.plan.save_queue import SLOW, Dispute, SaveQueue, SaveState

_log = logging.getLogger(__name__)

ELSEWHERE = frozenset({"changed-elsewhere", "removed-elsewhere"})
"""Codes of a refusal that is settled by a choice between ours and theirs."""

PATIENCE_MS = 5000
"""How long after a refusal the next quiet attempt is made."""


SLOW_MS = 10_000
"""How long a save may take before the person is told that it is not done."""


class Stored(Protocol):
    """Where entries are saved; each call returns once it is done. Used in a worker."""

    def plan(self, plan_id: PlanId) -> Plan:
        """Return the plan as it is stored."""

    def save_all(self, plan_id: PlanId, sent: Sequence[Sending]) -> tuple[Entry | None, ...]:
        """Save or remove several entries, all or none; return each with its new version."""


class Saver(QObject):
    """Sends what waits in the queue of one plan to the database, and says how it went.

    ``not_saved`` carries a refusal; ``disputed`` says that there is one more of ``disputes``.
    """

    state_changed = Signal(SaveState)
    not_saved = Signal(object)
    disputed = Signal()

    def __init__(
        self, plans: Stored, plan: Plan, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plans, self._plan, self._worker = plans, plan.id, worker
        self._queue = SaveQueue(plan)
        self._told = self._queue.state
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.try_again)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._take_long)

    @property
    def state(self) -> SaveState:
        """Whether everything is saved, about to be, or could not be."""
        return self._queue.state

    @property
    def refusal(self) -> AdvisorError | None:
        """Why the last attempt to save failed; None when it did not."""
        return self._queue.refusal

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What a person has to choose between, the oldest first."""
        return self._queue.disputes

    def take(self, changed: Mapping[EntryKey, Entry | None]) -> None:
        """Save entries in one go, removing those that are None, once those before are saved."""
        self._queue.take(changed)
        self.try_again()

    def newer_in(self, stored: Plan) -> dict[EntryKey, Entry | None]:
        """Return what was saved elsewhere since we read it; nothing while a save is under way."""
        return {} if self.is_sending else self._queue.newer_in(stored)

    @property
    def is_sending(self) -> bool:
        """Whether a save was begun and has not reported yet."""
        return self._queue.is_sending

    def try_again(self) -> None:
        """Save what waits, after a refusal too."""
        sending = self._queue.next()
        self._tell()
        if sending:
            self._slow.start()
            saving = partial(self._plans.save_all, self._plan, sending)
            self._worker.run(saving, self._has_saved, self._has_refused)

    def keep_ours(self, key: EntryKey) -> None:
        """Save our entry over the one that was saved elsewhere."""
        self._queue.keep_ours(key)
        self.try_again()

    def take_theirs(self, key: EntryKey) -> None:
        """Leave the entry that was saved elsewhere as it is."""
        self._queue.take_theirs(key)
        self.try_again()

    def _has_saved(self, stored: Sequence[Entry | None]) -> None:
        self._slow.stop()
        self._queue.has_saved(stored)
        self.try_again()

    def _has_refused(self, error: AdvisorError) -> None:
        self._slow.stop()
        if error.code in ELSEWHERE:
            # What was sent stays under way until theirs is here, or it would be sent again.
            reading = partial(_read, self._plans, self._plan, self._queue.under_way)
            self._worker.run(reading, self._lay_beside, self._give_up)
        else:
            self._give_up(error)

    def _lay_beside(self, theirs: Sequence[Entry | None]) -> None:
        if self._queue.lay_beside(theirs):
            self.disputed.emit()
        self.try_again()

    def _give_up(self, error: AdvisorError) -> None:
        is_news = self._queue.give_up(error)
        self._tell()
        self._patience.start()
        if is_news:
            _log.warning("a change was not saved: %s", error.code)
            self.not_saved.emit(error)

    def _take_long(self) -> None:
        words = _(
            "Nothing has answered for {n} seconds. What you wrote stays here and is saved as soon"
            " as that is possible."
        ).format(n=SLOW_MS // 1000)
        error = StorageError(words, code=SLOW)
        if self._queue.take_long(error):
            self._tell()
            _log.warning("a change was not saved: %s", error.code)
            self.not_saved.emit(error)

    def _tell(self) -> None:
        if self._told is not self._queue.state:
            self._told = self._queue.state
            self.state_changed.emit(self._told)


def _read(plans: Stored, plan: PlanId, sent: Sequence[Sending]) -> tuple[Entry | None, ...]:
    """Return what is stored now in the places of entries. Runs in a worker."""
    there = plans.plan(plan)
    return tuple(there.entry(each.key) for each in sent)
