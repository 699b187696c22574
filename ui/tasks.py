"""Work that may take longer than a tenth of a second, done off the window's thread.

A ``Worker`` is one thread and one queue: what is given to it is done in that order, so a
save never overtakes an earlier one. What comes back arrives in the window's thread. A
refusal goes to whoever asked; anything else that is raised is a bug, raised again in the
window's thread where it is heard.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from advisor.errors import AdvisorError

Result = TypeVar("Result")


class Task(QObject):
    """One piece of work that was given to a worker.

    ``ended`` follows ``succeeded``, ``refused`` and a failure that was raised; a task that
    is cancelled reports nothing. A slot that belongs to a widget is dropped with it.
    """

    succeeded = Signal(object)
    refused = Signal(object)
    ended = Signal()
    _reported = Signal(object, object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._cancelled = threading.Event()
        self._reported.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Report nothing, and do not begin if it has not begun."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the result any more; long work may ask this between steps."""
        return self._cancelled.is_set()

    def perform(self) -> None:
        """Do the work in the calling thread and report in the window's thread."""
        result: object = None
        error: BaseException | None = None
        if not self.is_cancelled:
            try:
                result = self._work()
            except BaseException as raised:
                error = raised
        self._reported.emit(result, error)

    @Slot(object, object)
    def _report(self, result: object, error: BaseException | None) -> None:
        try:
            if self.is_cancelled:
                return
            if error is None:
                self.succeeded.emit(result)
            elif isinstance(error, AdvisorError):
                self.refused.emit(error)
            else:
                raise error
        finally:
            self.ended.emit()


class Worker(QObject):
    """One thread that does one thing after another until it is closed.

    ``refused`` carries refusals that nobody else asked to hear.
    """

    refused = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._tasks: set[Task] = set()
        # A daemon, so that work which never ends cannot keep the program from closing.
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object] | None = None,
        refused: Callable[[AdvisorError], object] | None = None,
    ) -> Task:
        """Do ``work`` in the thread, then call ``then`` or ``refused`` in the window's thread."""
        task = Task(work)
        if then is not None:
            task.succeeded.connect(then)
        task.refused.connect(refused if refused is not None else self.refused)
        task.ended.connect(self._forget_ended)
        self._tasks.add(task)
        self._queue.put(task)
        return task

    @property
    def is_busy(self) -> bool:
        """Whether anything was begun or waits that has not reported yet."""
        return bool(self._tasks)

    def close(self, patience: float = 10.0) -> bool:
        """Finish what was given, then end; False when it took longer than these seconds."""
        self._queue.put(None)
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (task := self._queue.get()) is not None:
            task.perform()

    @Slot()
    def _forget_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._tasks.discard(task)
