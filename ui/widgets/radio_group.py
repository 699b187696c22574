"""Where Tab stops in a group of radio buttons: at the chosen one, else at the first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup


def stop_at_one(group: QButtonGroup) -> None:
    """Let Tab come to the chosen button of an exclusive group; the arrow keys do the rest.

    Qt does so itself from the first time that the keyboard has been in the group.
    """
    buttons = group.buttons()
    if not group.exclusive() or not buttons:
        return
    chosen = next((button for button in buttons if button.isChecked()), buttons[0])
    for button in buttons:
        is_stop = button is chosen
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
