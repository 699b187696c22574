"""A server that says nothing is given up: the connection is cut, and the work ends with an error.

The server's own time limits do not help when the server, or the network to it, stands still.
"""

import contextlib
import os
import socket
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Engine, event

SILENCE_SECONDS = 10.0


class _Connected(Protocol):
    def fileno(self) -> int:
        """Return the number of the socket."""


class Patience:
    """Waits for an engine's answers, so long for each at the most."""

    def __init__(self, engine: Engine, seconds: float = SILENCE_SECONDS) -> None:
        self._seconds = seconds
        self._open: weakref.WeakSet[_Connected] = weakref.WeakSet()
        self._asked = 0.0
        event.listen(engine, "connect", lambda connection, _entry: self._open.add(connection))
        event.listen(engine, "before_cursor_execute", self._ask)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Cut every connection when a question of the work inside is not answered in time."""
        self._ask()
        is_over = threading.Event()
        watch = threading.Thread(target=self._watch, args=(is_over,), daemon=True)
        watch.start()
        try:
            yield
        finally:
            is_over.set()

    def _ask(self, *_what: object) -> None:
        self._asked = time.monotonic()

    def _watch(self, is_over: threading.Event) -> None:
        while (left := self._asked + self._seconds - time.monotonic()) > 0:
            if is_over.wait(left):
                return
        for connection in list(self._open):
            _cut(connection)


def _cut(connection: _Connected) -> None:
    """Hang up; whoever waits for an answer gets an error, and closes the connection."""
    # One that was closed meanwhile has no socket, and every driver says so in its own way.
    with contextlib.suppress(Exception):
        own = socket.socket(fileno=os.dup(connection.fileno()))
        with own:
            own.shutdown(socket.SHUT_RDWR)
