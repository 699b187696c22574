"""The spin box inside a number field."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from ui.theme.theme import Theme


class WholeNumber(QSpinBox):
    """A spin box that can be empty, which is its least value less one.

    ``refused`` follows what cannot stand here: Qt takes it away without a word.
    """

    refused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lineEdit().inputRejected.connect(self.refused)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        # A style sheet's padding does not reach the line inside a spin box.
        room = self._theme.metrics.px(10)
        self.lineEdit().setTextMargins(room, 0, room, 0)
        self.setMaximumWidth(self._theme.metrics.px(220))

    def textFromValue(self, value: int) -> str:
        return "" if value == self.minimum() else super().textFromValue(value)

    def valueFromText(self, text: str) -> int:
        bare = text.removesuffix(self.suffix()).strip()
        return super().valueFromText(text) if bare else self.minimum()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if not text.removesuffix(self.suffix()).strip():
            return QValidator.State.Acceptable, text, position
        state, text, position = super().validate(text, position)
        # What stands for nothing is no number that could be written; more figures may follow.
        if state is QValidator.State.Acceptable and self.valueFromText(text) == self.minimum():
            state = QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        self.refused.emit()
        return super().fixup(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel meant for the page must not change an answer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
