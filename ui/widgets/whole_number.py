"""The box inside a number field: what is typed stays, arrows count."""

import re

from PySide6.QtCore import Property, Signal
from PySide6.QtGui import QContextMenuEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox

from ui.theme.theme import Theme
from ui.widgets.line import Line

_NUMBER = re.compile(r"\d{1,12}|\d{1,3}(?:,\d{3}){1,3}", re.ASCII)


class WholeNumber(QAbstractSpinBox):
    """A number between two limits, nothing, or whatever else a person typed.

    The arrows stay between ``least`` and ``most``. What is typed is never changed, for whoever
    asked to say what is wrong with it; ``changed`` follows it, and every step of the arrows.
    """

    changed = Signal()

    def __init__(self, theme: Theme, least: int, most: int) -> None:
        super().__init__()
        self._theme, self.least, self.most = theme, least, most
        self._line = Line()
        self.setLineEdit(self._line)
        self.lineEdit().textEdited.connect(self.changed)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not self.text().strip()

    @property
    def number(self) -> int | None:
        """The whole number that is written, between the limits or not; None when it is none."""
        written = self.text().strip()
        return int(written.replace(",", "")) if _NUMBER.fullmatch(written) else None

    @property
    def is_possible(self) -> bool:
        """Whether nothing is there or a number between the limits."""
        return self.is_empty or self._is_inside(self.number)

    def set_number(self, number: int | None) -> None:
        """Show a number, or nothing."""
        self.lineEdit().setText("" if number is None else str(number))

    # Qt tells a screen reader these.

    def _value(self) -> int:
        return self.number or 0

    def _take_value(self, value: int) -> None:
        self.set_number(value)
        self.changed.emit()

    value = Property(int, _value, _take_value)
    minimum = Property(int, lambda self: self.least)
    maximum = Property(int, lambda self: self.most)
    singleStep = Property(int, lambda _self: 1)  # noqa: N815 - the name that Qt asks for

    def stepBy(self, steps: int) -> None:
        if self.is_empty and steps < 0:
            return
        now = self.number
        wanted = self.least if now is None else now + steps
        self.set_number(max(self.least, min(self.most, wanted)))
        self.changed.emit()
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        up = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        down = QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        none = QAbstractSpinBox.StepEnabledFlag.StepNone
        now = self.number
        can_rise = now is None or now < self.most
        can_fall = now is not None and now > self.least
        return (up if can_rise else none) | (down if can_fall else none)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        # What Qt refuses it takes away without a word.
        return QValidator.State.Acceptable, text, position

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Qt's own would paste whatever was copied.
        self._line.contextMenuEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel meant for the page must not change an answer.
        event.ignore()

    def _is_inside(self, number: int | None) -> bool:
        return number is not None and self.least <= number <= self.most

    def _fit(self) -> None:
        # A style sheet's padding does not reach the line inside a spin box.
        room = self._theme.metrics.px(10)
        self.lineEdit().setTextMargins(room, 0, room, 0)
        self.setMaximumWidth(self._theme.metrics.px(220))
