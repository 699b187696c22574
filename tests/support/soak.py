"""A person who presses everything, for as long as is wanted: what grows, stays open or goes wrong.

    python -m tests.support.soak [--minutes 60] [--seed 1]

The real program runs with the shipped evidence and several plans, and is used by real mouse and
key events, a few in a second: pages, buttons, answers, ticks, names, dialogs, papers, undo, looks.
Each minute says what the process holds, and those that it started to set papers, which must have
ended at the end. The end says what was held at the start, at each ten minutes and then, how it
grew, and how many windows are open. It ends with 1 if the memory passes the limit or still grows at
the end, if a window stays open, if Qt complains (said with the place in Python), or if anything
unexpected is raised.

One seed gives one choice of presses, as far as the time that work takes does not decide.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from advisor.memory import held_mb
from advisor.pdf.apart import IDLE_SECONDS
from tests.support.held import Held
from tests.support.screens import (
    BEFORE_A_PLAN,
    EXAMPLE,
    WITH_A_PLAN,
    Guide,
    Screen,
    running_program,
    until,
)
from ui.awake.sources import leave_unread
from ui.room import PageKey

PRESSES = 12
"""On one screen, before another is gone to."""
PAUSE_MS = 120
PATIENCE_MS = 10_000
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F6),
    *(Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Delete),
)
_WITH_CONTROL = (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_N, Qt.Key.Key_Plus)
_WORDS = ("", "Amina", "31 Jan", "12", "end of March", "peer", "a b\tc", "ليلى", "x" * 300)
_OF_NO_SCREEN = "This plugin does not support"
"""Qt says so where there is no screen."""
_ONCE = frozenset({"unexpected-error", "two-answers"})
"""Screens that show on purpose what there is not: a fault, and a choice between two answers."""


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


@dataclass
class Soak:
    """What was seen so far."""

    guide: Guide
    chance: random.Random
    pressed: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)
    held: Held = field(default_factory=Held)
    started: float = field(default_factory=time.monotonic)

    def listen(self) -> None:
        """Hear what Qt complains of, and whatever is raised where nobody takes it."""

        def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
            if not message.startswith(_OF_NO_SCREEN):
                self.complaints.append(f"Qt {kind.name}: {message}, at {_place()}")

        def raised(kind: type[BaseException], error: BaseException, _trace: object) -> None:
            self.complaints.append(f"{kind.__name__}: {error}")

        qInstallMessageHandler(hear)
        sys.excepthook = raised

    def visit(self, screen: Screen) -> None:
        """Go to a screen, press what is there, and close what came of it."""
        if self.guide.house.session is None:
            bring_back(self.guide)
        screen.show(self.guide)
        for _press in range(PRESSES):
            self.press()
            QTest.qWait(PAUSE_MS)
        self._close_all()

    def press(self) -> None:
        """Press a key or a control of the window that is in front, or write into a field."""
        window = QApplication.activeModalWidget() or self.guide.program.window
        way = self.chance.choice((self._press_button, self._press_row, self._write, self._key))
        way(window)

    def _press_button(self, window: QWidget) -> None:
        self._click(window, QAbstractButton)

    def _press_row(self, window: QWidget) -> None:
        views = [each for each in window.findChildren(QAbstractItemView) if _can_press(each)]
        if not views:
            return
        view = self.chance.choice(views)
        area = view.viewport().rect()
        at = QPoint(self.chance.randrange(area.width()), self.chance.randrange(area.height()))
        self.pressed["row"] += 1
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def _write(self, window: QWidget) -> None:
        lines, texts = window.findChildren(QLineEdit), window.findChildren(QPlainTextEdit)
        fields: list[QWidget] = [
            *(line for line in lines if _can_press(line) and not line.isReadOnly()),
            *(text for text in texts if _can_press(text) and not text.isReadOnly()),
        ]
        if not fields:
            return
        chosen = self.chance.choice(fields)
        self.pressed["field"] += 1
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.clipboard().setText(self.chance.choice(_WORDS))
        QTest.keyClick(chosen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _key(self, window: QWidget) -> None:
        target = QApplication.focusWidget() or window
        self.pressed["key"] += 1
        if self.chance.random() < 0.2:
            QTest.keyClick(
                target, self.chance.choice(_WITH_CONTROL), Qt.KeyboardModifier.ControlModifier
            )
        else:
            QTest.keyClick(target, self.chance.choice(_KEYS))

    def _click(self, window: QWidget, kind: type[QWidget]) -> None:
        found = [each for each in window.findChildren(kind) if _can_press(each)]
        if not found:
            return
        chosen = self.chance.choice(found)
        self.pressed["button"] += 1
        QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)

    def _close_all(self) -> None:
        """Close what came up; a dialog that asks whether to lose something is answered by no.

        A trial ends all the same: it would ask at each way to another screen.
        """
        for _try in range(4):
            self.guide.close_dialogs()
            if self.guide.house.session is not None:
                self.guide.session.trial.end()
            if not (self.guide.dialogs() or QApplication.activePopupWidget()):
                return

    def measure(self) -> str:
        """Return what the process holds now, in words."""
        gc.collect()
        own, started = held_mb(), _started_mb()
        self.held.add((time.monotonic() - self.started) / 60, self.pressed.total(), own)
        windows = self.windows()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        if len(windows) > 1:
            names = ", ".join(f"{type(each).__name__} “{each.windowTitle()}”" for each in windows)
            self.complaints.append(f"{len(windows)} windows are open: {names}")
        widgets = len(QApplication.allWidgets())
        presses = self.pressed.total()
        return (
            f"{presses:7,} presses  {own:6.1f} MB  {started:6.1f} MB in processes that it started"
            f"  {widgets:6,} widgets  {len(dialogs)} dialogs"
        )

    def windows(self) -> list[QWidget]:
        """Return the windows that are open now."""
        return [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    def faults(self) -> list[str]:
        """Return what is wrong with all that was seen."""
        found = [f"{n} times: {what}" for what, n in Counter(self.complaints).most_common()]
        return [*found, *self.held.faults()]


def say(words: str) -> None:
    """Tell at once, so that a long run can be watched."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _can_press(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def _place() -> str:
    """Return what runs in the program at this moment, from the inside outwards."""
    frames = [each for each in traceback.extract_stack() if f"{os.sep}ui{os.sep}" in each.filename]
    places = (f"{Path(each.filename).name}:{each.lineno}" for each in reversed(frames))
    return " < ".join(places) or "no line of the program"


def _started_mb() -> float:
    """Return what the processes hold that this one started."""
    tasks = (
        path.read_text(encoding="utf-8") for path in Path("/proc/self/task").glob("*/children")
    )
    return sum(map(held_mb, chain.from_iterable(map(str.split, tasks))))


def bring_back(guide: Guide) -> None:
    """Have the plan again that is pressed at: whoever presses everything deletes it, too."""
    plans, wanted = guide.house.home._plans, guide.examples[EXAMPLE]

    def there() -> None:
        if wanted.id in {each.id for each in plans.deleted()}:
            plans.restore(wanted.id)
        plans.add(wanted)

    guide.program.room.storage.run(there)
    guide.settle()
    guide.close_plan_pages()


def soak(guide: Guide, minutes: float, seed: int) -> Sequence[str]:
    """Use the program for so long; return what went wrong."""
    soaking = Soak(guide, random.Random(seed))
    screens = [each for each in (*BEFORE_A_PLAN[1:], *WITH_A_PLAN) if each.name not in _ONCE]
    soaking.listen()
    impatient = Impatient()
    started = said = soaking.started
    say(f"{'start':>6}  {soaking.measure()}")
    while time.monotonic() - started < minutes * 60:
        try:
            bring_back(guide)
            for screen in soaking.chance.sample(screens, 4):
                soaking.visit(screen)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            what = f"not as it should be: {type(error).__name__} {error}, at {where.line}"
            soaking.complaints.append(what)
        if time.monotonic() - said >= 60:
            said = time.monotonic()
            say(f"{(said - started) / 60:5.0f}'  {soaking.measure()}")
    guide.go(PageKey.HOME)
    QTest.qWait(int(IDLE_SECONDS * 1000))
    until(lambda: not _started_mb(), "what sets papers to end")
    say(f"{'end':>6}  {soaking.measure()}")
    say(f"{soaking.held.told()}; windows open: {len(soaking.windows())}")
    qInstallMessageHandler(None)
    impatient.stop()
    return soaking.faults()


def main() -> int:
    """Soak, say what was found, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    leave_unread()
    with tempfile.TemporaryDirectory() as home:
        os.environ["ADVISOR_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        with running_program(QApplication([]), Path(home) / "plans.db") as guide:
            guide.program.window.resize(1366, 768)
            guide.start_from_example()
            faults = soak(guide, wanted.minutes, wanted.seed)
    for words in faults or ["Nothing grew, stayed open or went wrong."]:
        say(words)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
