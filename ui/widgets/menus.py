"""How a menu opens: below what was pressed or at a place, and heard by whoever uses keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.pointer import is_used_by_keys


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open a menu of a button under it."""
    open_at(menu, button, button.mapToGlobal(button.rect().bottomLeft()))


def open_at(menu: QMenu, widget: QWidget, corner: QPoint) -> None:
    """Open a menu of a widget with the upper corner at a place on the screen.

    Opened by keys it stands on its first entry: otherwise nothing of it is heard before Down. It
    goes when it is closed.
    """
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(corner)
    can_be_chosen = (each for each in menu.actions() if each.isEnabled() and not each.isSeparator())
    first = next(can_be_chosen, None)
    if first is not None and is_used_by_keys(widget.window()):
        menu.setActiveAction(first)
