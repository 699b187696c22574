"""What others save in the same plan of a team's database, shown within seconds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from advisor.models.plan import Plan

if TYPE_CHECKING:
    from ui.awake.tasks import Worker
    from ui.plan.open_plan import OpenPlan

LOOK_MS = 2000
"""How long after one look the next one is taken."""


class Others(QObject):
    """Looks again and again at the plan as it is stored, and hands on what is newer there.

    A look that fails is silent: that the server is away is said by what is saved.
    """

    def __init__(
        self,
        open_plan: "OpenPlan",
        read: Callable[[], Plan],
        worker: "Worker",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_plan, self._read, self._worker = open_plan, read, worker
        self._is_closed = False
        self._pause = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._pause.timeout.connect(self._look)
        self._pause.start()

    def close(self) -> None:
        """Look no more."""
        self._is_closed = True
        self._pause.stop()

    def _look(self) -> None:
        self._worker.run(self._read, self._found, self._not_found)

    def _found(self, stored: Plan) -> None:
        if not self._is_closed:
            self._open_plan.adopt_stored(stored)
            self._pause.start()

    def _not_found(self, _error: object) -> None:
        if not self._is_closed:
            self._pause.start()
