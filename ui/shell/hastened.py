"""What is made in steps is finished at once for a person who goes on by keys."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.awake.slices import Slices


class Hastened(QObject):
    """Finishes what slices make as soon as a key is pressed: it is meant for what they lead to.

    The key then goes where the keyboard is by that time. ``begin`` when they have work.
    """

    def __init__(self, window: QWidget, slices: Slices) -> None:
        super().__init__(slices)
        self._window, self._slices = window, slices
        slices.finished.connect(self._end)

    def begin(self) -> None:
        """Listen for keys until all is made."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The system's window has each key before its shortcuts are looked for, and before it is
        # given to whatever the keyboard is on.
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            self._slices.finish_now()
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
