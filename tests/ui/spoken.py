"""What a screen reader would be told, for tests."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def spoken(widget: QWidget) -> QAccessibleInterface:
    """Return what the platform's accessibility bridge asks about a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def name(widget: QWidget) -> str:
    """Return the spoken name."""
    return spoken(widget).text(QAccessible.Text.Name)


def description(widget: QWidget) -> str:
    """Return what is said after the name."""
    return spoken(widget).text(QAccessible.Text.Description)


def role(widget: QWidget) -> QAccessible.Role:
    """Return the spoken role."""
    return spoken(widget).role()
