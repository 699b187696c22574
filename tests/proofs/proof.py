"""What a proof is: one piece of work tried many times, and a control that must be caught."""

import itertools
import json
import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.programs import ROOT

COMPILER = shutil.which("cc") or shutil.which("gcc")

Tell = Callable[[int], None]
"""Hears how many more were tried."""

Found = Counter[str]
"""How often each outcome was found."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Where and how often a proof is tried.

    No new batch begins when ``until`` is over; ``tell`` has heard how much was tried then.
    """

    folder: Path
    count: int
    jobs: int = 1
    tell: Tell = field(default=lambda _more: None)
    until: Callable[[], bool] = field(default=lambda: False)


def _nothing() -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One promise.

    ``held`` are the outcomes that keep it, ``wanted`` those without which it tried nothing.
    ``control`` does the same to what is known to break the promise. ``lacks`` says in words what
    this computer needs to try it, or nothing.
    """

    name: str
    what: str
    short: int
    long: int
    work: Callable[[Run], Found]
    control: Callable[[Path], Found]
    held: frozenset[str]
    wanted: frozenset[str]
    lacks: Callable[[], str] = _nothing

    def broken(self, found: Mapping[str, int]) -> list[str]:
        """Return the outcomes that break the promise."""
        return sorted(found.keys() - self.held)

    def missing(self, found: Mapping[str, int]) -> list[str]:
        """Return the outcomes that must be there and are not."""
        return sorted(name for name in self.wanted if not found.get(name))


def in_batches(run: Run, size: int, work: Callable[[Path, int, int], Found]) -> Found:
    """Share a count among programs that run at the same time; add up what they found.

    ``work`` gets a new folder, how many to try and a number that no other batch has.
    """
    found: Found = Counter()
    adding = threading.Lock()

    def one(batch: tuple[int, int]) -> None:
        number, count = batch
        if run.until():
            return
        folder = run.folder / f"batch-{number}"
        folder.mkdir()
        came = work(folder, count, number)
        shutil.rmtree(folder, ignore_errors=True)
        with adding:
            found.update(came)
            run.tell(count)

    with ThreadPoolExecutor(run.jobs) as pool:
        list(pool.map(one, enumerate(sizes(run.count, size), start=1)))
    return found


def sizes(count: int, size: int) -> Iterable[int]:
    """Return the sizes of the batches that make up a count."""
    whole, rest = divmod(count, size)
    return itertools.chain(itertools.repeat(size, whole), [rest] if rest else [])


def found_by(*arguments: object, **more: str) -> Found:
    """Run one of the tests' own programs to its end, with more environment; read what it found."""
    return found_by_command([sys.executable, "-m", *map(str, arguments)], **more)


def found_by_command(command: Sequence[str], **more: str) -> Found:
    """Run a command that prints what it found; raise RuntimeError with its words when it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **more},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return Counter(json.loads(done.stdout))


def compiled(source: Path, folder: Path) -> Path:
    """Compile a library that is loaded before the C library."""
    library = folder / source.with_suffix(".so").name
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-o", library, source], check=True)
    return library


def lacks_compiler() -> str:
    """Say what stands between a program and the disk needs."""
    if sys.platform == "linux" and COMPILER:
        return ""
    return "standing between a program and its disk needs Linux and a C compiler"


def lacks_fork() -> str:
    """Say what a kill needs."""
    return "Windows has no fork and no SIGKILL" if sys.platform == "win32" else ""


def until_caught(work: Callable[[int], Found], held: frozenset[str], most: int) -> Found:
    """Try a control again, each time with another number, until it is caught."""
    found: Found = Counter()
    for number in range(1, most + 1):
        found.update(work(number))
        if found.keys() - held:
            break
    return found
