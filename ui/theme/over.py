"""The theme that a widget stands under."""

from PySide6.QtWidgets import QWidget

from ui.theme.theme import THEME, Theme


def theme_over(widget: QWidget) -> Theme | None:
    """Return the theme that a widget stands under; None while it has no place in a styled one."""
    around: QWidget | None = widget
    while around is not None:
        theme = around.property(THEME)
        if isinstance(theme, Theme):
            return theme
        around = around.parentWidget()
    return None
