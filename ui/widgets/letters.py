"""Keys of one letter or figure: they act only where a person did not turn them off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.theme.theme import Theme

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_FIRST, _LAST = Qt.Key.Key_0, Qt.Key.Key_Z


def letter_of(theme: Theme, event: QKeyEvent) -> Qt.Key | None:
    """Return the letter or figure that was pressed alone; None where such keys do nothing.

    Whoever dictates, or presses keys without meaning to, can turn them off under Preferences:
    every key of one letter must be asked for here.
    """
    held = event.modifiers() & ~_KEYPAD
    is_alone = held == Qt.KeyboardModifier.NoModifier and _FIRST <= event.key() <= _LAST
    return Qt.Key(event.key()) if is_alone and theme.has_letter_keys else None
