"""Nothing is laid out while its look changes step by step."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import Shiboken


class LaidOutLater(QObject):
    """Holds back what Qt asks to be laid out anew, until all of it has its new look.

    Between two steps Qt would lay a page out for sizes that are partly those from before.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[QObject, None] = {}

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it back meanwhile; afterwards all of it is laid out at once."""
        application = cast("QObject", QCoreApplication.instance())
        application.installEventFilter(self)
        try:
            yield
        finally:
            application.removeEventFilter(self)
            asked, self._asked = self._asked, {}
            # Sent: an event of Python's that waits in Qt's queue may end the program by a fault.
            for widget in filter(Shiboken.isValid, asked):
                QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.LayoutRequest:
            return False
        self._asked[watched] = None
        return True
