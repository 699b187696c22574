"""A door before a PostgreSQL server that shuts in the middle of a conversation, or keeps still."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from tests.support.waiting import PATIENCE_SECONDS

COMMIT = b"COMMIT\0"


class Door:
    """Passes everything on, until ``cut`` says to hang up at the next COMMIT.

    ``before``: the server never hears of it. ``after``: it has committed, and the answer is lost.
    ``standing_still``: nothing is passed on, and nobody hangs up, as when a network fails.
    """

    def __init__(self, folder: Path, server: Path) -> None:
        self.cut = ""
        self._passes = threading.Event()
        self._passes.set()
        self.cuts = 0
        self._server = str(server)
        self._folder = folder
        self._listening = socket.socket(socket.AF_UNIX)
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._listening.bind(str(self._folder / ".s.PGSQL.5432"))
        self._listening.listen()
        self._start(self._accept)
        return self

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        self._passes.clear()
        try:
            yield
        finally:
            self._passes.set()

    def __exit__(self, *_: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for each in self._open:
            _hang_up(each)
        for thread in self._threads:
            thread.join(PATIENCE_SECONDS)

    def _start(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._server)
            self._open += [client, server]
            self._start(self._ask, client, server)
            self._start(self._answer, client, server)

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        while said := self._heard(client):
            if COMMIT in said and self.cut == "before":
                self._hang_up_both(client, server)
                return
            if COMMIT in said and self.cut == "after":
                self.cut = "answer"
            _say(server, said)
        _hang_up(server)

    def _answer(self, client: socket.socket, server: socket.socket) -> None:
        while said := self._heard(server):
            if self.cut == "answer":
                self._hang_up_both(client, server)
                return
            _say(client, said)
        _hang_up(client)

    def _heard(self, one: socket.socket) -> bytes:
        try:
            said = one.recv(65536)
        except OSError:
            said = b""
        self._passes.wait()
        return said

    def _hang_up_both(self, client: socket.socket, server: socket.socket) -> None:
        self.cut = ""
        self.cuts += 1
        _hang_up(client)
        _hang_up(server)


def _say(one: socket.socket, said: bytes) -> None:
    try:
        one.sendall(said)
    except OSError:
        return


def _hang_up(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
