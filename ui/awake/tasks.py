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


class _Job:
    """What a worker's thread gets to see of a task: nothing that belongs to Qt."""

    def __init__(self, number: int, work: Callable[[], object]) -> None:
        self.number, self._work = number, work
        self.cancelled = threading.Event()
        self.result: object = None
        self.error: BaseException | None = None

    def perform(self) -> None:
        """Do the work, unless nobody wants it any more, and keep how it went."""
        if self.cancelled.is_set():
            return
        try:
            self.result = self._work()
        except BaseException as raised:
            self.error = raised


class Stopped(Exception):
    """A piece of work is not wanted any more."""


class Pace:
    """How far a piece of work is, seen by who does it and by who waits: plain Python for both."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0
        self._is_stopped, self._turn = False, threading.Lock()

    def tell(self, done: int, total: int) -> None:
        """Say how much is done; raise Stopped when the rest is not wanted."""
        with self._turn:
            if self._is_stopped:
                raise Stopped
            self.done, self.total = done, total

    def stop(self) -> bool:
        """Have the work end where it is told next; False where all of it is done."""
        with self._turn:
            self._is_stopped = not self.total or self.done < self.total
            return self._is_stopped


class Task(QObject):
    """One piece of work that was given to a worker.

    ``succeeded`` or ``refused`` follows its end, unless it was cancelled. A slot that belongs
    to a widget is dropped with it.
    """

    succeeded = Signal(object)
    refused = Signal(object)

    def __init__(self, job: _Job) -> None:
        super().__init__()
        self._job = job

    def cancel(self) -> None:
        """Report nothing, and do not begin if it has not begun."""
        self._job.cancelled.set()

    def report(self) -> None:
        """Tell whoever asked how it went; raise what is no refusal."""
        job = self._job
        # Whoever keeps the task to cancel it must not keep the pages of a report with it.
        result, error = job.result, job.error
        job.result = job.error = None
        if job.cancelled.is_set():
            return
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, AdvisorError):
            self.refused.emit(error)
        else:
            raise error


class Worker(QObject):
    """One thread that does one thing after another until it is closed.

    ``refused`` carries refusals that nobody else asked to hear.
    """

    refused = Signal(object)
    _done = Signal(int)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._tasks: dict[int, Task] = {}
        self._count = 0
        self._done.connect(self._report, Qt.ConnectionType.QueuedConnection)
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
        self._count += 1
        job = _Job(self._count, work)
        task = self._tasks[job.number] = Task(job)
        if then is not None:
            task.succeeded.connect(then)
        task.refused.connect(refused if refused is not None else self.refused)
        self._queue.put(job)
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
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        job = self._queue.get()
        if job is None:
            return False
        job.perform()
        number = job.number
        # The task has the job too. What hangs on it, and on how it went, must go in the window's
        # thread, where alone Qt's objects may be destroyed.
        del job
        self._done.emit(number)
        return True

    @Slot(int)
    def _report(self, number: int) -> None:
        try:
            self._tasks[number].report()
        finally:
            del self._tasks[number]
