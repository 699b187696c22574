"""Keys of one letter or figure: they act only where a person did not turn them off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

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


class LetterShortcuts(QObject):
    """Keys of one letter that act wherever the keyboard is on a page, but in no field of words."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._shortcuts: list[QShortcut] = []
        theme.changed.connect(self._follow)

    def add(self, letter: str, act: Callable[[], object]) -> None:
        """Let a letter or figure do something."""
        shortcut = QShortcut(QKeySequence(letter), self._page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setEnabled(self._theme.has_letter_keys)
        shortcut.activated.connect(act)
        self._shortcuts.append(shortcut)

    def _follow(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self._theme.has_letter_keys)
