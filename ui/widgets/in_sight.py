"""Places that are whole in an area: a window on its screen, a small one that opens over a page."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def fitted(place: QRect, area: QRect) -> QRect:
    """Return a place moved, and made smaller where it must be, so that all of it is in an area."""
    size = place.size().boundedTo(area.size())
    left = max(area.left(), min(place.left(), area.left() + area.width() - size.width()))
    top = max(area.top(), min(place.top(), area.top() + area.height() - size.height()))
    return QRect(left, top, size.width(), size.height())


def show_whole(popup: QWidget, corner: QPoint) -> None:
    """Show a small window with its upper corner at a place on the screen, all of it in sight."""
    popup.adjustSize()
    area = popup.screen().availableGeometry()
    popup.move(fitted(QRect(corner, popup.size()), area).topLeft())
    popup.show()


def corner_by(popup: QWidget, button: QWidget) -> QPoint:
    """Return where a small window begins that opens under a button, or over it for want of room."""
    popup.adjustSize()
    under = button.mapToGlobal(button.rect().bottomLeft())
    if under.y() + popup.height() <= popup.screen().availableGeometry().bottom():
        return under
    return button.mapToGlobal(button.rect().topLeft()) - QPoint(0, popup.height())
