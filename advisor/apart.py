"""Work that takes much memory is done in a process of its own, which ends soon after it.

The typesetter keeps what it has worked out for good: 250 MB after all papers of a plan. What
composes papers takes 6 MB for good, and what it composes as much again. A window that is open all
day has none of it in its own process, and goes on if that one dies.
"""

import contextlib
import copyreg
import gc
import io
import json
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import IO, Any, TypeAlias

from advisor import language, locations
from advisor.children import command_of, surroundings
from advisor.errors import AdvisorError, ExportError, StorageError
from advisor.memory import held_mb

IDLE_SECONDS = 60.0
"""So long a paper is looked at, or the next one chosen, without a process having to start again."""
MOST_MB = 220
"""A process that holds so much ends after its work, and the next starts another."""

Parts: TypeAlias = tuple[bytes, ...]

_MODULE = "advisor.apart"
_LENGTH = struct.Struct("!Q")
_REFUSALS: dict[str, type[AdvisorError]] = {
    kind.__name__: kind for kind in (ExportError, StorageError)
}


class Ended(Exception):
    """The process ended at its work, and so did the one that replaced it."""


class Fault(Ended):
    """The work raised something in the process, which cannot be told from here."""


class Apart:
    """Does work in a process that starts with the first of it and ends when none comes.

    Between ``stand_by`` and ``stand_down`` there is one all the time.
    Can be called from any thread; one thing is done at a time.
    """

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds, self._turn = idle_seconds, threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._known: object = None
        self._end: threading.Timer | None = None
        # What a process does that stands by, and whether this one has done nothing else.
        self._first: bytes | None = None
        self._is_fresh = False

    def __call__(self, work: Callable[..., Parts], *given: object, about: object = None) -> Parts:
        """Return what a function of a module returns for plain values; raise what it refuses.

        What it is ``about`` is its first argument, and stays with the process for all work that
        is about the same. A process that died is replaced once: Ended says that it died again,
        Fault that the work raised something else than ExportError and StorageError.
        """
        asked = _packed((work, given, about is not None))
        with self._turn:
            self._stay()
            self._is_fresh = False
            try:
                told = self._ask(asked, about)
            except (OSError, EOFError):
                told = self._ask_anew(asked, about)
            finally:
                self._end_soon()
        if not told:
            raise Fault
        refused, *parts = told
        if refused:
            raise _refusal(refused)
        return tuple(parts)

    @property
    def is_running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None and self._process.poll() is None

    def stand_by(self, work: Callable[..., Parts], *given: object) -> None:
        """Have a process from now on that has done this, since more work will come.

        One that was idle is replaced, once, by one that holds no more than this needs.
        """
        with self._turn:
            self._stay()
            self._first = _packed((work, given, False))
            if not self.is_running:
                self._start_fresh()
            self._end_soon()

    def stand_down(self) -> None:
        """Let the process end as soon as it was idle long enough."""
        with self._turn:
            self._stay()
            self._first = None
            self._end_soon()

    def close(self) -> None:
        """End the process, when nothing is being done; the next work starts another."""
        with self._turn:
            self._stay()
            self._first = None
            self._stop()

    def _start_fresh(self) -> None:
        if self._first is not None:
            self._is_fresh = True
            # Whoever then has work for it is told.
            with contextlib.suppress(Ended):
                self._ask_anew(self._first, None)

    def _ask_anew(self, asked: bytes, about: object) -> Parts:
        self._stop()
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command_of(_MODULE),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What it says when it dies may quote the document, and would stay in the journal.
            stderr=subprocess.DEVNULL,
            **surroundings(),
        )
        try:
            return self._ask(asked, about)
        except (OSError, EOFError) as error:
            self._stop()
            raise Ended from error

    def _ask(self, asked: bytes, about: object) -> Parts:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        if about is None or about is self._known:
            _send(process.stdin, asked)
        else:
            _send(process.stdin, asked, _packed(about))
            self._known = about
        return _receive(process.stdout)

    def _end_soon(self) -> None:
        self._end = threading.Timer(self._idle_seconds, self._end_if_idle)
        self._end.daemon = True
        self._end.start()

    def _stay(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None

    def _end_if_idle(self) -> None:
        # Who holds the turn has just been given work.
        if self._turn.acquire(blocking=False):
            try:
                if self._first is None:
                    self._stop()
                elif not self._is_fresh:
                    self._start_fresh()
            finally:
                self._turn.release()

    def _stop(self) -> None:
        process, self._process, self._known = self._process, None, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        # It ends by itself when nobody can ask any more; what it holds is nobody's.
        process.kill()
        process.wait()


def serve(asked: IO[bytes], told: IO[bytes], most_mb: float = MOST_MB) -> None:
    """Do one thing after the other until nobody asks any more, or this process holds much."""
    known: object = None
    while held_mb() < most_mb:
        try:
            task, *news = _receive(asked)
        except EOFError:
            return
        try:
            for new in news:
                known = pickle.loads(new)  # noqa: S301 - from the program that started this one
            work, given, is_about = pickle.loads(task)  # noqa: S301 - as above
            parts = (b"", *(work(known, *given) if is_about else work(*given)))
        except Exception as error:
            parts = _told_refusal(error)
        _send(told, *parts)


def _told_refusal(error: Exception) -> Parts:
    """Return a refusal as one part, and nothing of what is none: what that says may quote."""
    kind = type(error).__name__
    if kind not in _REFUSALS or not isinstance(error, AdvisorError):
        return ()
    return (json.dumps([kind, error.message, error.code, error.details]).encode(),)


def _refusal(told: bytes) -> AdvisorError:
    kind, message, code, details = json.loads(told)
    return _REFUSALS[kind](message, code, details)


def _sealed(values: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(values)


class _Pickler(pickle.Pickler):
    """Packs mappings that cannot be changed, too, which Python leaves out."""

    dispatch_table = copyreg.dispatch_table | {
        MappingProxyType: lambda values: (_sealed, (dict(values),))
    }


def _packed(value: object) -> bytes:
    into = io.BytesIO()
    _Pickler(into, pickle.HIGHEST_PROTOCOL).dump(value)
    return into.getvalue()


def _send(pipe: IO[bytes], *parts: bytes) -> None:
    """Send so many pieces, each behind its length."""
    pipe.write(_LENGTH.pack(len(parts)))
    for part in parts:
        pipe.write(_LENGTH.pack(len(part)))
        pipe.write(part)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Parts:
    """Return what was sent; raise EOFError where the other end is gone."""
    return tuple(_exactly(pipe, _number(pipe)) for _part in range(_number(pipe)))


def _number(pipe: IO[bytes]) -> int:
    number: int = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]
    return number


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    read = pipe.read(size)
    if len(read) < size:
        raise EOFError
    return read


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        # What was left in it is for nobody.
        return


def main() -> None:
    """Serve the program that started this process."""
    gc.disable()
    language.use(language.preferred(), locations.locale_folder())
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
