"""The theme that a widget stands under."""

from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from ui.theme.theme import Theme


def theme_over(widget: QWidget) -> Theme | None:
    """Return the theme that a widget stands under; None while it has no place in a styled one."""
    around: QWidget | None = widget
    while around is not None:
        theme = Theme.styling.get(around)
        if theme is not None and Shiboken.isValid(theme):
            return theme
        around = around.parentWidget()
    return None
