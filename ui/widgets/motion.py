"""Calm motion: things unfold in a moment, or at once for those who prefer that."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

_DURATION_MS = 140
_NO_LIMIT = 16_777_215


class _Unfolding(QPropertyAnimation):
    """Grows a widget from nothing to its height and then sets it free."""

    def __init__(self, widget: QWidget, height: int) -> None:
        super().__init__(widget, b"maximumHeight", widget)
        self._widget = widget
        self.setDuration(_DURATION_MS)
        self.setStartValue(0)
        self.setEndValue(height)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.finished.connect(self._set_free)

    def _set_free(self) -> None:
        self._widget.setMaximumHeight(_NO_LIMIT)


def unfold(theme: Theme, widget: QWidget) -> None:
    """Show a hidden widget, growing to its height unless motion is reduced."""
    widget.show()
    parent = widget.parentWidget()
    if theme.is_motion_reduced or parent is None or not parent.isVisible():
        return
    height = widget.heightForWidth(parent.width()) if widget.hasHeightForWidth() else 0
    unfolding = _Unfolding(widget, max(height, widget.sizeHint().height()))
    unfolding.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
