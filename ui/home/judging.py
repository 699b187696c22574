"""Advice on the plans of a list that have none of today, some plans at a time."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from advisor.errors import AdvisorError
from advisor.models.judged import PlanSummary
from advisor.services.promises import PlansService
from ui.awake.tasks import Task, Worker

BATCH = 10
"""How many plans are advised on at once: saves of others wait no longer than for these."""


class Judging(QObject):
    """Asks for advice on some plans when that on those before them is there.

    ``going_on`` carries how many plans wait, before some of them are advised on, and 0 after the
    last; ``judged`` carries those that were just advised on. What is refused is reported, and the
    plans that it was about are left out.
    """

    going_on = Signal(int)
    judged = Signal(object)

    def __init__(self, storage: Worker, plans: PlansService, parent: QObject) -> None:
        super().__init__(parent)
        self._storage, self._plans = storage, plans
        self._task: Task | None = None
        self.waiting: list[PlanSummary] = []

    def start(self, listed: Sequence[PlanSummary]) -> None:
        """Advise on these plans, and on none that were asked for before."""
        self.stop()
        self.waiting = self._stale(listed)
        self._go_on()

    def add(self, more: Sequence[PlanSummary]) -> None:
        """Advise on these plans as well, after those that wait."""
        is_idle = not self.waiting
        self.waiting += self._stale(more)
        if is_idle:
            self._go_on()

    def stop(self) -> None:
        """Go no further; the plans that wait are still told."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _stale(self, listed: Sequence[PlanSummary]) -> list[PlanSummary]:
        return [plan for plan in listed if not self._plans.is_judged(plan)]

    def _go_on(self) -> None:
        self.going_on.emit(len(self.waiting))
        if self.waiting:
            judging = partial(self._plans.judge, self.waiting[:BATCH])
            self._task = self._storage.run(judging, self._judged, self._refused)

    def _judged(self, judged: Sequence[PlanSummary]) -> None:
        self.waiting = self.waiting[BATCH:]
        self.judged.emit(judged)
        self._go_on()

    def _refused(self, error: AdvisorError) -> None:
        self._storage.refused.emit(error)
        self._judged(())
