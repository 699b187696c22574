"""How many pages the papers have that nobody has looked at yet: counted while nothing is wanted."""

from collections import deque
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.models.advice import Advice
from advisor.models.papers import PaperKind, PaperWish
from advisor.models.plan import Plan
from advisor.services.promises import PapersService
from ui.awake.tasks import Task, Worker

_PAUSE_MS = 1500
"""How long a paper is looked at before the others are counted: to draw one takes a processor."""


class Counting(QObject):
    """Counts one paper after the other; ``counted(kind, number)`` tells each.

    ``stop`` leaves out those that wait. Of a paper that there is none of nothing is told.
    """

    counted = Signal(object, int)

    def __init__(self, printer: Worker, papers: PapersService, parent: QObject) -> None:
        super().__init__(parent)
        self._printer, self._papers = printer, papers
        self._waiting: deque[PaperWish] = deque()
        self._told: tuple[Plan, Advice] | None = None
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Whether there are papers to count."""
        return bool(self._waiting)

    def start(self, wishes: Iterable[PaperWish], plan: Plan, advice: Advice) -> None:
        """Count these in a moment, and none that were asked for before."""
        self.stop()
        self._waiting, self._told = deque(wishes), (plan, advice)
        if self._waiting:
            self._soon.start()

    def stop(self) -> None:
        """Count no more."""
        self._soon.stop()
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _go_on(self) -> None:
        if self._waiting and self._told is not None:
            wish = self._waiting.popleft()
            self._task = self._printer.run(
                partial(self._papers.page_count, wish, *self._told),
                partial(self._tell, wish.kind),
                self._leave_out,
            )

    def _tell(self, kind: PaperKind, number: int) -> None:
        self.counted.emit(kind, number)
        self._go_on()

    def _leave_out(self, _error: AdvisorError) -> None:
        self._go_on()
