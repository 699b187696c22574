"""What stands under a style sheet: Qt keeps 7 KB and more for each such widget."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def under_sheets(widgets: Iterable[QWidget]) -> list[str]:
    """Return which of the program's own widgets stand under one, each with what it is on.

    The heads of a table, and what lies on its corner, are parts of it.
    """
    with_sheets = [each for each in widgets if each.styleSheet()]
    return [
        f"{type(inner).__name__} stands under the style sheet of {type(outer).__name__}"
        for outer in with_sheets
        for inner in outer.findChildren(QWidget)
        if type(inner).__module__.startswith("ui.") and inner.parentWidget() is not outer
    ]
