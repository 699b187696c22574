"""Words that are suggested while a person writes, who may write others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter, QListView

from ui.theme.palette import palette
from ui.theme.theme import Theme
from ui.widgets.fields import TextField


class _List(QListView):
    """The list under the field: a window of its own, which inherits nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_styled = theme, False
        self.setProperty("look", "choices")

    def showEvent(self, event: QShowEvent) -> None:
        # Not before: most lists are never seen.
        if not self._is_styled:
            self._is_styled = True
            self._theme.style(self)
        self.setPalette(palette(self._theme.colours))
        super().showEvent(event)


def suggest(theme: Theme, field: TextField, words: Sequence[str]) -> QCompleter:
    """Offer these words under a field once their first letters are written."""
    completer = QCompleter(list(words), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setPopup(_List(theme))
    field.line.setCompleter(completer)
    return completer
