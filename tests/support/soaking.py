"""Uses the whole window for long, and notes what it holds and what goes wrong; see soak.py."""

import argparse
import gc
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from advisor.apart import IDLE_SECONDS
from advisor.memory import held_mb
from advisor.models.ids import PlanId
from tests.support.held import Held
from tests.support.presses import Impatient, Presses
from tests.support.screens import (
    BEFORE_A_PLAN,
    EXAMPLE,
    WITH_A_PLAN,
    Guide,
    Screen,
    until,
)
from tests.support.under_sheets import under_sheets
from ui.room import PageKey

PRESSES = 12
"""On one screen, before another is gone to."""
SCREENS = 4
"""Gone to one after another, before the plans are tidied."""
_OF_NO_SCREEN = "This plugin does not support"
"""Qt says so where there is no screen."""
_ONCE = frozenset({"unexpected-error", "two-answers"})
"""Screens that show on purpose what there is not: a fault, and a choice between two answers."""


@dataclass
class Soak:
    """What is done, and what was seen so far."""

    guide: Guide
    seed: int
    pause: int
    complaints: list[str] = field(default_factory=list)
    held: Held = field(default_factory=Held)
    started: float = field(default_factory=time.monotonic)
    rounds: int = 0

    def __post_init__(self) -> None:
        self.presses = Presses(self.guide, self.seed)
        self.screens = [
            each for each in (*BEFORE_A_PLAN[1:], *WITH_A_PLAN) if each.name not in _ONCE
        ]

    def listen(self) -> None:
        """Hear what Qt complains of, and whatever is raised where nobody takes it."""

        def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
            if not message.startswith(_OF_NO_SCREEN):
                self.complaints.append(f"Qt {kind.name}: {message}, at {_place()}")

        def raised(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            last = traceback.extract_tb(trace)[-1:]
            where = "".join(f", at {Path(each.filename).name}:{each.lineno}" for each in last)
            self.complaints.append(f"{kind.__name__}: {error}{where}")

        qInstallMessageHandler(hear)
        sys.excepthook = raised

    def go_round(self) -> None:
        """Tidy the plans, then use a few screens; note whatever goes wrong."""
        self.rounds += 1
        chance = random.Random(f"{self.seed}/{self.rounds}")
        try:
            tidy(self.guide)
            for screen in chance.sample(self.screens, SCREENS):
                self.visit(screen)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            what = f"not as it should be: {type(error).__name__} {error}, at {where.line}"
            self.complaints.append(what)

    def visit(self, screen: Screen) -> None:
        """Go to a screen, press what is there, and close what came of it."""
        if self.guide.house.session is None:
            tidy(self.guide)
        screen.show(self.guide)
        for _press in range(PRESSES):
            self.presses.press()
            QTest.qWait(self.pause)
        self._close_all()

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
        presses = self.presses.made.total()
        self.held.add((time.monotonic() - self.started) / 60, presses, own)
        windows = self.windows()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        if len(windows) > 1:
            names = ", ".join(f"{type(each).__name__} “{each.windowTitle()}”" for each in windows)
            self.complaints.append(f"{len(windows)} windows are open: {names}")
        widgets = QApplication.allWidgets()
        self.complaints += under_sheets(widgets)
        return (
            f"{presses:7,} presses  {own:6.1f} MB  {started:6.1f} MB in processes that it started"
            f"  {len(widgets):6,} widgets  {len(dialogs)} dialogs"
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


def tidy(guide: Guide) -> None:
    """Have the plans again that were there at the start, and no others; open one, at 100 %.

    Whoever presses everything deletes plans, copies them, and makes the text larger.
    """
    plans, wanted = guide.house.home._plans, {each.id: each for each in guide.examples}

    def there() -> None:
        for each in plans.deleted():
            if each.id in wanted:
                plans.restore(each.id)
        stored = {each.id for each in plans.summaries()}
        for key in stored - set(wanted):
            plans.delete(PlanId(key))
        for key in set(wanted) - stored:
            plans.add(wanted[PlanId(key)])

    window = guide.program.window
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    guide.program.room.storage.run(there)
    guide.settle()
    guide.house.home.refresh()
    guide.close_plan_pages()
    assert guide.examples[EXAMPLE].id == guide.plan.id


def soak(guide: Guide, wanted: argparse.Namespace) -> Sequence[str]:
    """Use the program as is wanted; return what went wrong."""
    soaking = Soak(guide, wanted.seed, wanted.pause)
    soaking.listen()
    impatient = Impatient()
    started = said = soaking.started
    say(f"{'start':>6}  {soaking.measure()}")
    while (
        soaking.presses.made.total() < wanted.presses
        if wanted.presses
        else time.monotonic() - started < wanted.minutes * 60
    ):
        soaking.go_round()
        if time.monotonic() - said >= 60:
            said = time.monotonic()
            say(f"{(said - started) / 60:5.0f}'  {soaking.measure()}")
    guide.go(PageKey.HOME)
    QTest.qWait(int(IDLE_SECONDS * 1000))
    until(lambda: not _started_mb(), "what sets papers to end")
    say(f"{'end':>6}  {soaking.measure()}")
    windows = len(soaking.windows())
    say(f"{soaking.held.told()}; windows open: {windows}; presses: {soaking.presses.digest}")
    qInstallMessageHandler(None)
    impatient.stop()
    return soaking.faults()
