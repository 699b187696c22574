"""What Qt tells widgets while their look changes, told once."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import Shiboken


class ToldOnce(QObject):
    """Holds back events of some kinds, and then sends each widget each of them once.

    A page hears of its font, then of its palette, then each of its words and controls of their own;
    from what has a style sheet Qt takes the old look first, and says so at every step. Each time
    all around a widget is to be laid out again, also where it looks as it did before; and between
    two steps of ours Qt would lay a page out for sizes that are partly those from before.
    """

    def __init__(self, kinds: Collection[QEvent.Type], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds = frozenset(kinds)
        self._heard: dict[QObject, dict[QEvent.Type, None]] = {}

    @contextmanager
    def held(self, passed_on: Collection[QEvent.Type]) -> Iterator[None]:
        """Hold it back meanwhile; what is not passed on afterwards nobody hears."""
        application = cast("QObject", QCoreApplication.instance())
        application.installEventFilter(self)
        try:
            yield
        finally:
            application.removeEventFilter(self)
            self._tell(passed_on)

    def _tell(self, passed_on: Collection[QEvent.Type]) -> None:
        heard, self._heard = self._heard, {}
        # Sent: an event of Python's that waits in Qt's queue may end the program by a fault.
        for widget, kinds in heard.items():
            for kind in kinds:
                if kind in passed_on and Shiboken.isValid(widget):
                    QCoreApplication.sendEvent(widget, QEvent(kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        # PySide may take a widget for a layout's item that was at its address before. It hears all.
        if kind not in self._kinds or not isinstance(watched, QObject):
            return False
        self._heard.setdefault(watched, {})[kind] = None
        return True
