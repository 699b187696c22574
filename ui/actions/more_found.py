"""How many actions are found beside those that are shown, and the way to them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.telling.action_list import Show
from ui.theme.theme import Theme
from ui.widgets.link_button import LinkButton


class MoreFound(LinkButton):
    """Says how many more are found among all actions, and shows them; gone where none are.

    ``then`` gets the keyboard, which would be nowhere when this goes.
    """

    def __init__(self, theme: Theme, show: Callable[[str], object], *, then: QWidget) -> None:
        super().__init__(theme, "")
        self._show, self._then = show, then
        self.clicked.connect(self._lead_there)
        self.hide()

    def show_number(self, more: int, shown: int) -> None:
        """Say how many there are besides so many that are shown."""
        words = _("{n} more in all actions") if shown else _("{n} in all actions")
        self.setText(words.format(n=more) if more else "")
        self.updateGeometry()
        self.setVisible(bool(more))

    def _lead_there(self) -> None:
        self._then.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(Show.ALL.value)
