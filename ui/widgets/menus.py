"""How a menu opens: by which keys, where, and heard by whoever uses keys."""

import sys

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from advisor.language import _
from ui.theme.over import theme_over
from ui.theme.sheet import Sheet
from ui.widgets.in_sight import corner_by
from ui.widgets.marking import without_mnemonic
from ui.widgets.pointer import is_used_by_keys


def open_by_shift_f10(window: QWidget) -> None:
    """Have Shift+F10 do in a window what the menu key does, which many keyboards do not have.

    Qt itself does so on Windows alone.
    """
    if sys.platform != "win32":
        QShortcut(QKeySequence("Shift+F10"), window, _ask_for_menu)


def open_below(menu: QMenu, button: QAbstractButton) -> None:
    """Open a menu of a button under it, or over it for want of room, called what it is called."""
    menu.setAccessibleName(button.accessibleName() or without_mnemonic(button.text()))
    open_at(menu, button, corner_by(menu, button))


def open_at(menu: QMenu, widget: QWidget, corner: QPoint) -> None:
    """Open a menu of a widget with the upper corner at a place on the screen.

    Opened by keys it stands on its first entry: otherwise nothing of it is heard before Down. It
    goes when it is closed.
    """
    dress_menu(menu)
    if not menu.accessibleName():
        # Qt would call it by the name of the program's file.
        menu.setAccessibleName(_("What you can do"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(corner)
    can_be_chosen = (each for each in menu.actions() if each.isEnabled() and not each.isSeparator())
    first = next(can_be_chosen, None)
    if first is not None and is_used_by_keys(widget.window()):
        menu.setActiveAction(first)


def dress_menu(menu: QMenu) -> None:
    """Have a menu, and those that open from it, drawn as the theme has it that it is under."""
    theme = theme_over(menu)
    if theme is not None:
        # A window of its own, which a change of the look reaches by itself.
        theme.style(menu)
        theme.draws(menu, Sheet.MENU)


def _ask_for_menu() -> None:
    """Ask what has the keyboard for its menu, at the cursor, as Qt does for the menu key."""
    here = QApplication.focusWidget()
    if here is not None:
        cursor = here.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = (cursor if isinstance(cursor, QRect) else here.rect()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(here, QContextMenuEvent(reason, place, here.mapToGlobal(place)))
