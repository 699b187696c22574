"""What a worker gets holds nothing that belongs to Qt, however deep.

Qt's objects live and die in the window's thread. A worker that holds one, in the arguments of a
``partial``, behind a bound method, in a closure or inside another object, may touch or destroy it.
The whole of what can be reached is looked at, a few thousandths of a second for each piece of
work: the tests pay for that, not the program.
"""

import gc
from collections.abc import Callable, Iterator
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from shiboken6 import Shiboken

from ui.awake.tasks import Task, Worker

# What a function could reach by its module's names belongs to the program, not to the work.
BEYOND = (ModuleType, type, FrameType, CodeType)
PLAIN = (str, bytes, int, float, type(None))


def qt_held_by(work: object) -> str:
    """Return the way from ``work`` to something of Qt, type by type; nothing if there is none."""
    # The objects are kept, so that no id comes twice.
    met: dict[int, tuple[object, int | None]] = {id(work): (work, None)}
    waiting = [work]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, Shiboken.Object | SignalInstance):
            return " > ".join(reversed(list(_way(met, holder))))
        for held in _held(holder):
            if id(held) not in met and not isinstance(held, BEYOND + PLAIN):
                met[id(held)] = (held, id(holder))
                waiting.append(held)
    return ""


def _held(holder: object) -> list[Any]:
    if isinstance(holder, FunctionType):
        named = (holder.__kwdefaults__ or {}).values()
        return [*(holder.__closure__ or ()), *(holder.__defaults__ or ()), *named]
    return gc.get_referents(holder)


def _way(met: dict[int, tuple[object, int | None]], end: object) -> Iterator[str]:
    at: int | None = id(end)
    while at is not None:
        step, at = met[at]
        yield type(step).__name__


def guard_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse, as long as a test runs, to give a worker anything that holds something of Qt."""
    give = Worker.run

    def run(
        worker: Worker,
        work: Callable[[], Any],
        then: Callable[[Any], object] | None = None,
        refused: Callable[[Any], object] | None = None,
    ) -> Task:
        way = qt_held_by(work)
        assert not way, f"a worker would hold something of Qt: {way}"
        return give(worker, work, then, refused)

    monkeypatch.setattr(Worker, "run", run)
