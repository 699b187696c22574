"""What a screen reader is told where Qt's own widgets do not say it.

`Spoken` is mixed into a widget class that has a role, a heading level or an open/closed state
of its own. Qt asks the factory below for every object; it answers for `Spoken` ones only.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import Shiboken, VoidPtr

from ui.widgets.marking import without_mnemonic

PRESS, TOGGLE = "Press", "Toggle"
_DAYS_OF_CALENDAR = "QtPrivate::QCalendarView"
"""Qt's own table of the days of a month, of which Orca reads a whole week at each move."""
READ_BY_ORCA = sys.platform not in ("win32", "darwin")
"""Whether the screen reader is Orca, as on Linux and its like."""


class Spoken:
    """What a widget says about itself beyond Qt's own words.

    `spoken_role` is the role; `spoken_level` the level of a heading (0: none);
    `spoken_open` whether a control that opens something has it open (None: opens nothing).
    """

    spoken_role: QAccessible.Role = QAccessible.Role.Grouping
    spoken_level: int = 0
    spoken_open: bool | None = None
    is_described: bool = False
    """Whether a screen reader has asked what describes it."""


@contextmanager
def heard_if(*, heard: bool) -> Iterator[None]:
    """Keep what happens meanwhile from a screen reader, unless it shall be heard.

    What is told of the cursor in a field before the keyboard comes is taken for its coming.
    """
    is_active = QAccessible.isActive()
    if is_active and not heard:
        QAccessible.setActive(False)
    try:
        yield
    finally:
        if is_active:
            QAccessible.setActive(True)


class _SpokenWidget(QAccessibleWidget):
    """Tells role, name and open state from the widget as it is now."""

    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        super().__init__(widget, spoken.spoken_role)
        self._spoken = spoken

    def role(self) -> QAccessible.Role:
        role = self._spoken.spoken_role
        if role is QAccessible.Role.Grouping and not self.text(QAccessible.Text.Name):
            # A group that is called nothing says nothing but that it is there.
            return QAccessible.Role.Client
        return role

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._spoken.spoken_open is not None:
            state.expandable = 1
            state.expanded = int(self._spoken.spoken_open)
            state.collapsed = int(not self._spoken.spoken_open)
        return state


class _SpokenButton(_SpokenWidget):
    """Keeps what Qt's own interface for a button can do: be pressed.

    Qt's own only changes the tick when a screen reader toggles; here it counts as a click, so
    the same follows from it as from any other press.
    """

    def state(self) -> QAccessible.State:
        state = super().state()
        button = self.object()
        if isinstance(button, QAbstractButton):
            state.checkable = int(button.isCheckable())
            state.checked = int(button.isChecked())
            state.pressed = int(button.isDown())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        words = super().text(kind)
        button = self.object()
        if not words and kind == QAccessible.Text.Name and isinstance(button, QAbstractButton):
            return without_mnemonic(button.text())
        return words

    def actionNames(self) -> list[str]:
        button = self.object()
        can_toggle = isinstance(button, QAbstractButton) and button.isCheckable()
        return [TOGGLE if can_toggle else PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self.object()
        if name in (PRESS, TOGGLE) and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


class _SpokenHeading(_SpokenWidget, QAccessibleAttributesInterface):
    """A heading with its level, which AT-SPI and UI Automation pass on."""

    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        _SpokenWidget.__init__(self, widget, spoken)
        QAccessibleAttributesInterface.__init__(self)

    def text(self, kind: QAccessible.Text) -> str:
        words = super().text(kind)
        heading = self.object()
        if kind == QAccessible.Text.Description:
            self._spoken.is_described = True
        if not words and kind == QAccessible.Text.Name and isinstance(heading, QLabel):
            return heading.text()
        return words

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        # Only an address will do, also for "none": Python's None would be taken for one.
        if kind == QAccessible.InterfaceType.AttributesInterface:
            # The second base lies at its own address: the object's would crash the bridge.
            return VoidPtr(Shiboken.getCppPointer(self)[1])
        return VoidPtr(0)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._spoken.spoken_level if key == QAccessible.Attribute.Level else None


class _SpokenWhole(QAccessibleWidget):
    """Says its own name, and nothing of what it is made of."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.StaticText)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        # The cell that the keyboard comes to is the whole.
        return self


def _interface_for(class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if class_name == _DAYS_OF_CALENDAR and isinstance(thing, QWidget):
        return _SpokenWhole(thing)
    is_button = isinstance(thing, QAbstractButton)
    if not isinstance(thing, QWidget) or not isinstance(thing, Spoken):
        return None
    # By role, not by level: Qt may ask while the heading is being made, and never asks again.
    if thing.spoken_role == QAccessible.Role.Heading:
        return _SpokenHeading(thing, thing)
    return _SpokenButton(thing, thing) if is_button else _SpokenWidget(thing, thing)


QAccessible.installFactory(_interface_for)
