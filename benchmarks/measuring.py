"""Time and memory, each engine in a process of its own.

Times are processor time, so that other work on the machine counts as little as it can.
"""

import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

LEAST_RUNS = 3
MOST_RUNS = 200
LONG_ENOUGH = 1.0


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the median of seconds over some runs, after one that is not counted."""
    result = work()
    taken: list[float] = []
    while len(taken) < LEAST_RUNS or (sum(taken) < LONG_ENOUGH and len(taken) < MOST_RUNS):
        taken.append(timed_once(work)[0])
    return statistics.median(taken), result


def timed_once(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the seconds that work took, and its result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def peak_memory() -> int:
    """Return the most memory that this process ever held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def apart(work: Callable[..., Result], *arguments: object) -> Result:
    """Return what work returns when done in a new process, so that memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def duration(seconds: float) -> str:
    """Return a time as a person reads it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"
