"""The rows of a table as one stop of Tab, with the arrow keys from row to row."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class OneStop(QObject):
    """Keeps one of the rows as the stop: the first, then the one where the keyboard was last.

    Up and Down go to the row before and after, Home and End to the first and the last. From the
    row that is the stop Tab goes on to what is open under it. Where rows are made only as far as
    somebody looks, ``has_last`` says whether the last is there, and has it made if not;
    ``go_to_last`` leads there then.
    """

    def __init__(self, parent: QObject, has_last: Callable[[], bool] = lambda: True) -> None:
        super().__init__(parent)
        self._has_last = has_last
        self._rows: list[QWidget] = []
        self._row_of: dict[QObject, QWidget] = {}
        self._current: QWidget | None = None

    def add(self, row: QWidget) -> None:
        """Add what takes the keyboard for a row, after the others."""
        self._rows.append(row)
        self.add_to(row, row)
        if self._current is None:
            self._stop_at(row)

    def add_to(self, row: QWidget, part: QWidget) -> None:
        """Add a control that opened under a row."""
        self._row_of[part] = row
        part.installEventFilter(self)
        self._allow(part)

    def clear(self) -> None:
        """Forget all rows."""
        for part in self._row_of:
            part.removeEventFilter(self)
        self._rows.clear()
        self._row_of.clear()
        self._current = None

    def go_to_last(self) -> None:
        """Lead the keyboard to the last row."""
        self._rows[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        row = self._row_of.get(watched)
        if row is not None and event.type() == QEvent.Type.FocusIn:
            self._stop_at(row)
        elif row is not None and isinstance(event, QKeyEvent) and self._move(row, event):
            return True
        return super().eventFilter(watched, event)

    def _move(self, row: QWidget, event: QKeyEvent) -> bool:
        """Lead the keyboard to another row, where the key says so; return whether it does."""
        if event.type() != QEvent.Type.KeyPress or event.modifiers() not in _PLAIN:
            return False
        if event.key() == Qt.Key.Key_End and not self._has_last():
            return True
        here, last = self._rows.index(row), len(self._rows) - 1
        places = {
            Qt.Key.Key_Up: max(0, here - 1),
            Qt.Key.Key_Down: min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is not None:
            reason = Qt.FocusReason
            back = place < here
            self._rows[place].setFocus(reason.BacktabFocusReason if back else reason.TabFocusReason)
        return place is not None

    def _stop_at(self, row: QWidget) -> None:
        if row is not self._current:
            self._current = row
            for part in self._row_of:
                if isinstance(part, QWidget):
                    self._allow(part)

    def _allow(self, part: QWidget) -> None:
        """Let Tab stop at a part of the current row alone."""
        is_stop = self._row_of[part] is self._current
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
