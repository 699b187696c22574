"""Documents are set in a process of its own, which ends soon after the last one.

The typesetter keeps what it has worked out for good: 250 MB after all papers of a plan. A window
that is open all day does not have it in its own process, and goes on if the typesetter dies.
"""

import datetime
import json
import struct
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import IO

from advisor.children import command_of, surroundings
from advisor.memory import held_mb
from advisor.pdf.setting import NotSet, Pages, Wanted, set_here

IDLE_SECONDS = 20.0
MOST_MB = 200
"""A process that holds so much ends after its document, and the next starts another."""

_MODULE = "advisor.pdf.apart"
_LENGTH = struct.Struct("!Q")


class Apart:
    """Sets documents in a process that starts with the first and ends when none comes.

    Can be called from any thread; one document is set at a time.
    """

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds, self._turn = idle_seconds, threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: threading.Timer | None = None

    def __call__(self, wanted: Wanted) -> Pages:
        """Set a document; return and raise what ``set_here`` does.

        A process that died is replaced once. NotSet says that it died again.
        """
        with self._turn:
            self._stay()
            try:
                return self._ask(wanted)
            except (OSError, EOFError):
                return self._ask_anew(wanted)
            finally:
                self._end_soon()

    @property
    def is_running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """End the process, when nothing is being set; the next document starts another."""
        with self._turn:
            self._stay()
            self._stop()

    def _ask_anew(self, wanted: Wanted) -> Pages:
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
            return self._ask(wanted)
        except (OSError, EOFError) as error:
            self._stop()
            raise NotSet("The process that sets documents ended.") from error

    def _ask(self, wanted: Wanted) -> Pages:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        _send(process.stdin, _asking(wanted))
        answer, *pages = _receive(process.stdout)
        if answer:
            raise NotSet(answer.decode())
        return tuple(pages)

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
                self._stop()
            finally:
                self._turn.release()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        # It ends by itself when nobody can ask any more; what it holds is nobody's.
        process.kill()
        process.wait()


def serve(asked: IO[bytes], told: IO[bytes], most_mb: float = MOST_MB) -> None:
    """Set one document after the other until nobody asks any more, or this process holds much."""
    while held_mb() < most_mb:
        try:
            [wanted] = _receive(asked)
        except EOFError:
            return
        try:
            _send(told, b"", *set_here(_asked(wanted)))
        except NotSet as error:
            _send(told, str(error).encode() or b"refused")


def _asking(wanted: Wanted) -> bytes:
    return json.dumps({**asdict(wanted), "made_at": wanted.made_at.isoformat()}).encode()


def _asked(text: bytes) -> Wanted:
    said = json.loads(text)
    made_at = datetime.datetime.fromisoformat(said.pop("made_at"))
    return Wanted(**{**said, "standards": tuple(said["standards"])}, made_at=made_at)


def _send(pipe: IO[bytes], *parts: bytes) -> None:
    """Send so many pieces, each behind its length."""
    pipe.write(_LENGTH.pack(len(parts)))
    for part in parts:
        pipe.write(_LENGTH.pack(len(part)))
        pipe.write(part)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> list[bytes]:
    """Return what was sent; raise EOFError where the other end is gone."""
    return [_exactly(pipe, _number(pipe)) for _part in range(_number(pipe))]


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


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
