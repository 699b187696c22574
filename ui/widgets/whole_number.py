"""The spin box inside a number field."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from ui.theme.theme import Theme
from ui.widgets.line import Line

_MOST_FIGURES = 6


class WholeNumber(QSpinBox):
    """A spin box that can be empty, which is its least value less one.

    The arrows stay between ``least`` and ``most``; what is typed may lie outside and stays as it
    was written, for whoever asked to say what is wrong with it. ``refused`` follows what is no
    number, which Qt takes away without a word.
    """

    refused = Signal()

    def __init__(self, theme: Theme, least: int, most: int) -> None:
        super().__init__()
        self._theme, self.least, self.most = theme, least, most
        self.setRange(min(least, 0) - 1, max(most, 10**_MOST_FIGURES - 1))
        self.setValue(self.minimum())
        self.setLineEdit(Line())
        self.lineEdit().inputRejected.connect(self.refused)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_empty(self) -> bool:
        """Whether no number is there."""
        return self.value() == self.minimum()

    @property
    def is_possible(self) -> bool:
        """Whether nothing is there or a number between the limits."""
        return self.is_empty or self.least <= self.value() <= self.most

    def stepBy(self, steps: int) -> None:
        if self.is_empty and steps < 0:
            return
        wanted = self.least if self.is_empty else self.value() + steps
        self.setValue(max(self.least, min(self.most, wanted)))
        self.selectAll()

    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        up = QSpinBox.StepEnabledFlag.StepUpEnabled
        down = QSpinBox.StepEnabledFlag.StepDownEnabled
        none = QSpinBox.StepEnabledFlag.StepNone
        can_rise = self.value() < self.most
        can_fall = not self.is_empty and self.value() > self.least
        return (up if can_rise else none) | (down if can_fall else none)

    def _fit(self) -> None:
        # A style sheet's padding does not reach the line inside a spin box.
        room = self._theme.metrics.px(10)
        self.lineEdit().setTextMargins(room, 0, room, 0)
        self.setMaximumWidth(self._theme.metrics.px(220))

    def textFromValue(self, value: int) -> str:
        return "" if value == self.minimum() else super().textFromValue(value)

    def valueFromText(self, text: str) -> int:
        return super().valueFromText(text) if text.strip() else self.minimum()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if not text.strip():
            return QValidator.State.Acceptable, text, position
        state, text, position = super().validate(text, position)
        # What means nothing is no number that could be written; more figures may follow.
        if state is QValidator.State.Acceptable and self.valueFromText(text) == self.minimum():
            state = QValidator.State.Intermediate
        return state, text, position

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel meant for the page must not change an answer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
