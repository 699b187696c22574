"""A form row: no field without a label, with room for a hint and for what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

from advisor.telling.spoken import in_one_run
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.layouts import FlowLayout, column_in, fill
from ui.widgets.pointer import is_used_by_keys, once_released
from ui.widgets.roles import Spoken, heard_if
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import HandsFocusOn
from ui.widgets.text import ERROR, MUTED, Text


class _Hint(Text, Spoken):
    """Words that are said with their field.

    Of a dialog that opens a screen reader says all labels, and would say these twice.
    """

    spoken_role = QAccessible.Role.Paragraph


class Labelled(QWidget, HandsFocusOn):
    """A label and hint above a field, a fault and a note below it, all spoken with the field.

    A subclass makes its field, hands it over and adds its own signals.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        note: str = "",
        hidden_label: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field, self._hint = field, in_one_run((hint, note))
        self._label = Text(label, role=TextRole.STRONG, parent=self)
        self._label.setBuddy(field)
        self._label.setVisible(not hidden_label)
        self._fault = Text("", role=TextRole.SMALL_STRONG, tint=ERROR, parent=self)
        self._fault.hide()
        self._column = column = column_in(self, theme.metrics.space(4))
        column.addWidget(self._label)
        if hint:
            column.addWidget(_Hint(hint, role=TextRole.SMALL, tint=MUTED, parent=self))
        fill(column, field, self._fault)
        if note:
            column.addWidget(_Hint(note, role=TextRole.SMALL, tint=MUTED, parent=self))
        field.setAccessibleName(label)
        field.setAccessibleDescription(self._hint)
        self.setFocusProxy(field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def label(self) -> QLabel:
        """The visible label, which a screen reader hears as the field's name."""
        return self._label

    @property
    def fault(self) -> str:
        """What is wrong with the entry, or asked about it; empty when it is taken as it is."""
        return self._fault.text()

    def show_fault(self, fault: str, *, is_question: bool = False) -> None:
        """Say under the field what is wrong and what to write; empty takes it away.

        A question about what is written is no fault, and does not look like one.
        """
        if fault == self.fault:
            return
        self._fault.setText(fault)
        self._fault.set_tint(Tone.ACCENT if is_question else ERROR)
        # To leave a field by pressing something must not move what is pressed.
        once_released(self, self._make_room)
        # Where the keyboard is in the field, all of it would be read before the fault is said.
        with heard_if(heard=False):
            self._field.setAccessibleDescription(" ".join(filter(None, (fault, self._hint))))
        self._field.setProperty("faulty", bool(fault) and not is_question)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        announce(self, fault)

    def _make_room(self) -> None:
        self._fault.setVisible(bool(self.fault))
        # To whoever uses the mouse what is in sight stays where it is.
        if self.fault and (self._field.hasFocus() or is_used_by_keys(self.window())):
            around = self.parentWidget()
            while around is not None and not isinstance(around, ScrollColumn):
                around = around.parentWidget()
            if around is not None:
                around.show_whole_soon(self._fault)

    def add_beside(self, widget: QWidget) -> None:
        """Put a small control, such as a button, in one row after the field."""
        row = QHBoxLayout()
        row.setSpacing(2)
        self._put_in_place(row)
        row.addWidget(self._field, 1)
        row.addWidget(widget)

    def add_after(self, widget: QWidget) -> None:
        """Put something after the field: beside it, or under it where there is no room."""
        row = FlowLayout()
        self._put_in_place(row)
        fill(row, self._field, widget)

    def _put_in_place(self, row: QLayout) -> None:
        """Let a row, in which the field will be, stand where the field stood."""
        at = self._column.indexOf(self._field)
        self._column.removeWidget(self._field)
        self._column.insertLayout(at, row)

    def take_focus(self) -> None:
        """Move the keyboard to the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
