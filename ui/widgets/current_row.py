"""What is current in a list or table is spoken when the keyboard comes to it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView


class SpeaksCurrent(QObject):
    """Lets a screen reader say the current row of a view, the first one if none is.

    Qt tells a screen reader of the view alone when it takes the focus.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.FocusIn
            and isinstance(event, QFocusEvent)
            and event.reason() is not Qt.FocusReason.MouseFocusReason
        ):
            # Once the view has told that the focus is on it.
            QTimer.singleShot(0, self, self._speak)
        return super().eventFilter(watched, event)

    @Slot()
    def _speak(self) -> None:
        if not self._view.hasFocus():
            return
        if self._view.currentIndex().isValid():
            # The first time Qt has made it current before a screen reader knew of the view.
            self._view.currentChanged(self._view.currentIndex(), QModelIndex())
        else:
            self._view.setCurrentIndex(self._view.model().index(0, 0))
