"""Widgets that take their look one by one: it does not come down to them with font and palette."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.theme.sheet import Sheet


class Takers:
    """The controls that Qt draws by a sheet of their kind, and what takes a look by itself.

    ``sheet`` makes the style sheet of a kind, ``give`` has a widget take the look.
    """

    def __init__(self, sheet: Callable[[Sheet], str], give: Callable[[QWidget], object]) -> None:
        self._sheet, self._give = sheet, give
        self._kinds: WeakKeyDictionary[QWidget, Sheet | None] = WeakKeyDictionary()

    def add(self, widget: QWidget, kind: Sheet | None = None) -> None:
        """Have a control drawn by the sheet of its kind, or a widget take the look."""
        self._kinds[widget] = kind
        self._take(widget, kind)

    def give_look(self, widget: QWidget) -> None:
        """Have all of them take the look that are in a widget, or are it."""
        # One that is closed may be gone for Qt while Python still knows its name.
        known = [each for each in self._kinds.items() if Shiboken.isValid(each[0])]
        inside = [each for each in known if each[0] is widget or widget.isAncestorOf(each[0])]
        # Sheets first: one that is put on a table gives what lies on it the palette from before.
        for each, kind in sorted(inside, key=lambda taker: taker[1] is None):
            self._take(each, kind)

    def _take(self, widget: QWidget, kind: Sheet | None) -> None:
        if kind is None:
            self._give(widget)
            return
        sheet = self._sheet(kind)
        # Qt reads a sheet anew also where it is the same one: in a window that is styled once its
        # controls are there, and in one that is hidden while a look comes and goes again.
        if widget.styleSheet() != sheet:
            widget.setStyleSheet(sheet)
        # Qt keeps the parsed sheet by the control's address and forgets it with the control only
        # once that was polished; what is never shown would leave its look to the next one there.
        widget.ensurePolished()
