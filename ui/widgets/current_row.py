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
            has_current = self._view.currentIndex().isValid()
            QTimer.singleShot(0, self, self._speak if has_current else self._choose)
        return super().eventFilter(watched, event)

    @Slot()
    def _speak(self) -> None:
        if self._view.hasFocus():
            self._view.currentChanged(self._view.currentIndex(), QModelIndex())

    @Slot()
    def _choose(self) -> None:
        # The first time that a view has the focus Qt does so itself.
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._view.model().index(0, 0))
