"""Words that are suggested while a person writes, who may write others."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QListView

from advisor.language import _, ngettext
from advisor.models.texts import without_accents
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.fields import TextField


class _List(QListView):
    """The list under the field: a window of its own, which inherits nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_styled = theme, False

    def showEvent(self, event: QShowEvent) -> None:
        # Not before: most lists are never seen.
        if not self._is_styled:
            self._is_styled = True
            self._theme.draws(self, Sheet.SUGGESTIONS)
            self._theme.style(self)
        super().showEvent(event)


def fitting(words: Sequence[str], written: str) -> list[str]:
    """Return the words that have in them what is written, whatever its case and accents.

    Those come first in which it begins a word.
    """
    wanted = _as_searched(written.strip())
    begins = re.compile(rf"(?<!\w){re.escape(wanted)}")
    found = [word for word in words if wanted in _as_searched(word)]
    return sorted(found, key=lambda word: begins.search(_as_searched(word)) is None)


def said_of(number: int) -> str:
    """Say how many suggestions fit what is written."""
    if not number:
        return _("No suggestion fits. What you wrote is taken.")
    return ngettext("{n} suggestion.", "{n} suggestions.", number).format(n=number)


def _as_searched(text: str) -> str:
    return without_accents(text).casefold()


class Suggestions(QObject):
    """Offers words under a field as what is written there leaves them, and all of them by Down.

    The keyboard stays in the field. Up and Down choose, Enter takes; Escape leaves it as written.
    """

    def __init__(self, theme: Theme, field: TextField, words: Sequence[str]) -> None:
        super().__init__(field)
        self._field, self._words, self.announcer = field, tuple(words), Announcer(field)
        self._written = ""
        self._offered = QStringListModel(self)
        self.completer = QCompleter(self._offered, field)
        # What fits is found here: Qt looks at the beginnings alone.
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.list = _List(theme)
        self.list.setAccessibleName(_("Suggestions"))
        self.completer.setPopup(self.list)
        field.line.setCompleter(self.completer)
        field.line.textEdited.connect(self._follow)
        for watched in (field.line, self.list):
            watched.installEventFilter(self)
        self.completer.activated.connect(field.take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and not self.list.isVisible():
                self._written = self._field.text
                self._offer(self._words)
                self.completer.complete()
                return True
            if event.key() == Qt.Key.Key_Escape and watched is self.list:
                # Qt has written in the field what was chosen by the arrow keys.
                self.list.hide()
                self._field.line.write(self._written)
                return True
        return super().eventFilter(watched, event)

    def _follow(self, written: str) -> None:
        self._written = written
        self._offer(fitting(self._words, written))

    def _offer(self, words: Sequence[str]) -> None:
        self._offered.setStringList(list(words))
        # The chosen one is spoken as the list tells it; of what is too long it is said already.
        is_fault = bool(self._field.fault) and not words
        self.announcer.say_soon("" if is_fault else said_of(len(words)))


def suggest(theme: Theme, field: TextField, words: Sequence[str]) -> Suggestions:
    """Offer these words under a field as something is written in it."""
    return Suggestions(theme, field, words)
