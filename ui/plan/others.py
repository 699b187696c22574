"""What others save in the same plan of a team's database, shown within seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.models.plan import Plan
from ui.awake.tasks import Worker

LOOK_MS = 2000
"""How long after one look the next one is taken."""


class Others(QObject):
    """Looks again and again at a plan as it is stored; ``newer`` carries it as it was found.

    A look that fails is silent: that the server is away is said by what is to be saved.
    """

    newer = Signal(object)

    def __init__(self, read: Callable[[], Plan], worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._worker, self._is_looking = read, worker, False
        self._pause = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._pause.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on."""
        self._is_looking = True
        self._pause.start()

    def close(self) -> None:
        """Look no more."""
        self._is_looking = False
        self._pause.stop()

    def _look(self) -> None:
        self._worker.run(self._read, self._found, self._not_found)

    def _found(self, stored: Plan) -> None:
        if self._is_looking:
            self.newer.emit(stored)
            self._pause.start()

    def _not_found(self, _error: object) -> None:
        if self._is_looking:
            self._pause.start()
