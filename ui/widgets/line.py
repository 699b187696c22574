"""A line to write in, whose own undo comes before that of the window and not instead of it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """A line of text that leaves the keys for undo to the window once it has none itself."""

    def event(self, event: QEvent) -> bool:
        can = self.isUndoAvailable(), self.isRedoAvailable()
        return not is_spent(event, *can) and super().event(event)


def is_spent(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field is asked to undo or redo, and has nothing left to.

    Then it must leave the keys alone, or it would swallow them and do nothing.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    spent = (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)
    if spent:
        event.ignore()
    return spent
