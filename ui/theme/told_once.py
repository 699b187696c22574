"""What Qt tells widgets while a style sheet is set, told once."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import Shiboken

_HELD = frozenset(
    {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange},
)


class ToldOnce(QObject):
    """Holds back what Qt tells widgets of fonts, colours and style, and tells each of it once.

    Qt takes the old fonts and colours off every widget before it puts the new ones on, and says
    so at every step, to most widgets four times. Each time all around a widget is to be laid out
    again, also where it looks as it did before.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
            heard, self._heard = self._heard, {}
        for widget, kinds in heard.items():
            for kind in kinds:
                if kind in passed_on and Shiboken.isValid(widget):
                    QCoreApplication.sendEvent(widget, QEvent(kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _HELD:
            return False
        self._heard.setdefault(watched, {})[kind] = None
        return True
