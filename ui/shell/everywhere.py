"""The way to the box that finds anything; the box itself loads when it is first opened."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.telling.find import Findable


class Everywhere(QObject):
    """Opens the box with Ctrl+K, with what was looked for last, and follows what is chosen.

    ``offer`` returns what can be found now, ``follow`` leads to it. ``more`` returns the signal
    after which more can be found, where something is still being read.
    """

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        offer: "Callable[[], Iterable[Findable]]",
        follow: "Callable[[Findable], object]",
        more: Callable[[], SignalInstance | None],
    ) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._offer, self._follow, self._more, self._words = offer, follow, more, ""
        QShortcut(QKeySequence("Ctrl+K"), window, self.open)

    def open(self) -> None:
        """Open the box over the window."""
        from ui.shell.find_dialog import FindDialog  # noqa: PLC0415 - when it is first asked for

        dialog = FindDialog(self._theme, self._window)
        dialog.read(self._offer())
        dialog.search.line.textChanged.connect(self._keep)
        dialog.wanted.connect(self._follow)
        more = self._more()
        if more is not None:
            dialog.wait_for(more, self._offer)
        dialog.start(self._words)

    def _keep(self, words: str) -> None:
        self._words = words
