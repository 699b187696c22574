"""Presses everything in a window: real mouse and key events, the same ones for the same seed.

Each press is chosen by its own number alone, among what is there in the order of the picture, and
waits until the program is at rest: how long work takes decides nothing.
"""

import random
from collections import Counter
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.support.screens import Guide
from tests.support.waiting import TURN_MS

PATIENCE_MS = 10_000
_SOON_MS = 450
"""What the window puts off for so long at most, it will have done before the next press."""
_LONG_MS = 5_000
"""Something that goes on for longer is not waited for: a paper of many pages, a server."""
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F6),
    *(Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Delete),
)
_WITH_CONTROL = (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_N, Qt.Key.Key_Plus)
_WORDS = ("", "Amina", "31 Jan", "12", "end of March", "peer", "a b\tc", "ليلى", "x" * 300)

_Widget = TypeVar("_Widget", bound=QWidget)


class Impatient(QTimer):
    """Leaves a dialog that stays in front: one of Qt's own may wait for presses in a loop."""

    def __init__(self) -> None:
        super().__init__(interval=PATIENCE_MS)
        self._seen: QWidget | None = None
        self.timeout.connect(self._look)
        self.start()

    def _look(self) -> None:
        in_front = QApplication.activeModalWidget()
        if in_front is not None and in_front is self._seen:
            in_front.close()
        self._seen = in_front


class Presses:
    """Presses one thing after another; ``made`` counts them, ``digest`` tells two lists apart."""

    def __init__(self, guide: Guide, seed: int) -> None:
        self._guide, self._seed = guide, seed
        self._chance, self._tries = random.Random(seed), 0
        self._list = sha256()
        self._documents = TemporaryDirectory(prefix="pressed-")
        self.made: Counter[str] = Counter()

    @property
    def digest(self) -> str:
        """A few letters that are the same where everything pressed so far was the same."""
        return self._list.hexdigest()[:8]

    def press(self) -> None:
        """Press a key or a control of the window that is in front, or write into a field."""
        self.rest()
        self._tries += 1
        self._chance = random.Random(f"{self._seed}/{self._tries}")
        # The box that finds anything is in front too, and locks nothing.
        in_front = QApplication.activeModalWidget() or QApplication.activeWindow()
        window = in_front or self._guide.program.window
        if isinstance(window, QFileDialog):
            self._stay_among_own(window)
        way = self._chance.choice((self._press_button, self._press_row, self._write, self._key))
        way(window)

    def _stay_among_own(self, dialog: QFileDialog) -> None:
        """Keep Qt's file dialog from a person's files: whoever presses everything deletes, too."""
        dialog.setOption(QFileDialog.Option.ReadOnly)
        if not Path(dialog.directory().absolutePath()).is_relative_to(self._documents.name):
            dialog.setDirectory(self._documents.name)

    def rest(self) -> None:
        """Wait until the program has done what it was asked for, as a person would see it."""
        for _turn in range(_LONG_MS // TURN_MS):
            QTest.qWait(TURN_MS)
            if not (self._guide.program.is_busy or self._is_put_off()):
                return

    def _is_put_off(self) -> bool:
        timers = self._guide.program.window.findChildren(QTimer)
        return any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS
            for timer in timers
        )

    def _press_button(self, window: QWidget) -> None:
        if (button := self._choose(window, QAbstractButton)) is not None:
            self._note("button", button)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _press_row(self, window: QWidget) -> None:
        view = self._choose(window, QAbstractItemView)
        if view is None:
            return
        area = view.viewport().rect()
        at = QPoint(self._chance.randrange(area.width()), self._chance.randrange(area.height()))
        self._note("row", view, f"{at.x()} {at.y()}")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def _write(self, window: QWidget) -> None:
        field = self._choose(window, QLineEdit, QPlainTextEdit)
        if field is None:
            return
        words = self._chance.choice(_WORDS)
        self._note("field", field, words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.clipboard().setText(words)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _key(self, window: QWidget) -> None:
        target = QApplication.focusWidget() or window
        with_control = self._chance.random() < 0.2
        key = self._chance.choice(_WITH_CONTROL if with_control else _KEYS)
        held = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier(0)
        self._note("key", target, key.name)
        QTest.keyClick(target, key, held)

    def _choose(self, window: QWidget, *kinds: type[_Widget]) -> _Widget | None:
        """Choose among the controls that can be pressed, in the order of the picture."""
        found = [
            each for kind in kinds for each in window.findChildren(kind) if self._is_there(each)
        ]
        return self._chance.choice(sorted(found, key=_place)) if found else None

    @staticmethod
    def _is_there(widget: QWidget) -> bool:
        is_shown = widget.isVisible() and not widget.visibleRegion().isEmpty()
        is_fixed = isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isReadOnly()
        return is_shown and widget.isEnabled() and not is_fixed

    def _note(self, what: str, widget: QWidget, more: str = "") -> None:
        self.made[what] += 1
        self._list.update(repr((what, *_place(widget), more)).encode())


def _place(widget: QWidget) -> tuple[int, int, str]:
    at = widget.mapTo(widget.window(), QPoint())
    return at.y(), at.x(), type(widget).__name__
