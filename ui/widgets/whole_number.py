"""A field for a whole number: what is typed stays, arrows count."""

import re

from PySide6.QtCore import Property, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from advisor.language import _
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.kept import KeptField
from ui.widgets.line import Line

_WIDE = 220
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
        self._line = Line(None)
        self.setLineEdit(self._line)
        self.lineEdit().textEdited.connect(self.changed)
        theme.draws(self, Sheet.NUMBER)
        theme.resized.connect(self._fit)
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

    @property
    def words(self) -> str:
        """What is written."""
        return self.text()

    def write(self, words: str) -> None:
        """Show words, as nobody's typing."""
        self._line.setText(words)

    def forget_steps(self) -> None:
        """Have nothing to undo: what is written was taken."""
        self._line.forget_steps()

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

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(_WIDE), super().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel meant for the page must not change an answer.
        event.ignore()

    def _is_inside(self, number: int | None) -> bool:
        return number is not None and self.least <= number <= self.most

    def _fit(self) -> None:
        # A style sheet's padding does not reach the line inside a spin box.
        room = self._theme.metrics.px(10)
        self.lineEdit().setTextMargins(room, 0, room, 0)
        self.setMaximumWidth(self._theme.metrics.px(_WIDE))


class NumberField(KeptField):
    """A whole number or nothing. `edited` carries the number, or None when emptied.

    What is no number between the limits stays as it was written, with a fault under it, and is
    not reported; nor is one below them before the field is left, for more figures may follow.
    """

    edited = Signal(object)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        kept_as: str,
        hint: str = "",
        hidden_label: bool = False,
        least: int = 0,
        most: int = 999_999,
        parent: QWidget | None = None,
    ) -> None:
        self.spin = self._box = WholeNumber(theme, least, most)
        super().__init__(
            theme,
            label,
            self.spin,
            kept_as=kept_as,
            hint=hint,
            hidden_label=hidden_label,
            parent=parent,
        )
        limits = _("Only a whole number from {least} to {most}.")
        self._limits = limits.format(least=least, most=most)
        self._held: int | None = None
        self.spin.changed.connect(self._take_typed)
        self.spin.editingFinished.connect(self._judge)

    @property
    def number(self) -> int | None:
        """The number that is there, or None."""
        return self.spin.number

    @property
    def is_possible(self) -> bool:
        """Whether what is there can be taken: nothing, or a number between the limits."""
        return self.spin.is_possible and not self._is_from_before

    def set_number(self, number: int | None) -> None:
        """Show a number, or nothing; what is written instead of it and is not right yet stays."""
        if number != self._held or self.is_possible:
            self._show(number)

    def empty(self) -> None:
        """Show nothing, whatever is written."""
        self._show(None)

    def _show(self, number: int | None) -> None:
        self._held = number
        self.show_fault("")
        if number != self.number or not self.spin.is_possible:
            self.spin.set_number(number)
        self._hold("" if number is None else str(number))

    def _come_back(self) -> None:
        super()._come_back()
        self._judge()

    def _judge(self) -> None:
        if not self._is_from_before:
            self.show_fault("" if self.is_possible else self._limits)

    def _take_typed(self) -> None:
        super()._take_typed()
        number = self.number
        may_follow = number is not None and number < self.spin.least
        self.show_fault("" if self.is_possible or may_follow else self._limits)
        if self.is_possible:
            self.edited.emit(number)
