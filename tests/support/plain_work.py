"""What a worker gets holds nothing that belongs to Qt, however deep.

Qt's objects live and die in the window's thread. A worker that holds one, in the arguments of a
``partial``, behind a bound method, in a closure or inside another object, may touch or destroy it.
The whole of what can be reached is looked at: the tests pay for that, not the program.
"""

import gc
from collections.abc import Callable, Iterator
from itertools import chain
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from shiboken6 import Shiboken

from ui.awake.tasks import Task, Worker

# What a function could reach by its module's names belongs to the program, not to the work.
BEYOND = (ModuleType, type, FrameType, CodeType)
PLAIN = (str, bytes, int, float, type(None))


class _Types(dict[type, bool]):
    """What is so of which types; each is asked once."""

    def __init__(self, is_so: Callable[[type], bool]) -> None:
        self._is_so = is_so

    def __missing__(self, asked: type) -> bool:
        return self.setdefault(asked, self._is_so(asked))


def _leads_nowhere(asked: type) -> bool:
    # Four of five objects are SQLAlchemy's: storage alone speaks to it, and knows no window.
    return issubclass(asked, BEYOND + PLAIN) or asked.__module__.startswith("sqlalchemy.")


OF_QT = _Types(lambda asked: issubclass(asked, Shiboken.Object | SignalInstance))
LEADS_NOWHERE = _Types(_leads_nowhere)


def qt_held_by(work: object) -> str:
    """Return the way from ``work`` to something of Qt, type by type; nothing if there is none."""
    return _way_to_qt(work) if _holds_qt(work) else ""


def _holds_qt(work: object) -> bool:
    """Look at what is one step away, then two, all at once: a piece of work holds thousands."""
    met: dict[int, object] = {id(work): work}
    level = [work]
    while level:
        if any(OF_QT[type(holder)] for holder in level):
            return True
        functions = [holder for holder in level if isinstance(holder, FunctionType)]
        others = [holder for holder in level if not isinstance(holder, FunctionType)]
        held = [*gc.get_referents(*others), *chain.from_iterable(map(_held, functions))]
        found = {id(each): each for each in held if not LEADS_NOWHERE[type(each)]}
        level = [found[number] for number in found.keys() - met.keys()]
        met.update(found)
    return False


def _way_to_qt(work: object) -> str:
    # The objects are kept, so that no id comes twice.
    met: dict[int, tuple[object, int | None]] = {id(work): (work, None)}
    waiting = [work]
    while waiting:
        holder = waiting.pop()
        if OF_QT[type(holder)]:
            return " > ".join(reversed(list(_way(met, holder))))
        for held in _held(holder):
            if id(held) not in met and not LEADS_NOWHERE[type(held)]:
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
