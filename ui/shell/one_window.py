"""One window for one file of plans: a second start brings the first window forward.

Two windows over one file lose no answer, but a person who did not mean to open two would
wonder which of them holds their answers.
"""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2000
_COME_FORWARD = b"come forward\n"


class OneWindow(QObject):
    """The right to be the window over the plans in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        # Without a folder that can be written to there is no lock, and nothing to disturb.
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._name = name_for(folder)
        self._lock = QLockFile(str(folder / "window.lock"))
        # By its age, a lock says nothing: another computer may hold it since yesterday.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._come: Callable[[], object] | None = None
        self._take: Callable[[Path], object] | None = None

    def take(self) -> bool:
        """Take the right; return False when another window has it."""
        return (
            self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        )

    def listen(self, come_forward: Callable[[], object], take: Callable[[Path], object]) -> None:
        """Do this from now on whenever the program is started once more, with a file or without."""
        # Qt's sockets need libraries that a small system may lack; plans open without them.
        try:
            from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415
        except ImportError:
            return
        self._come, self._take = come_forward, take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        # A window that was killed leaves its name behind on some systems.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def call_first(self, file: Path | None = None) -> bool:
        """Ask the window that has the right to come forward, and to take a file where one is given.

        Return whether it has heard.
        """
        try:
            from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - as in ``listen``
        except ImportError:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(_COME_FORWARD + (os.fsencode(file.absolute()) if file else b""))
        heard = socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Give the right up."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _called(self) -> None:
        while (
            self._server is not None
            and (socket := self._server.nextPendingConnection()) is not None
        ):
            socket.disconnected.connect(self._heard)
            socket.disconnected.connect(socket.deleteLater)
            if self._come is not None:
                self._come()

    @Slot()
    def _heard(self) -> None:
        """Take the file that a second start was given, once all of its name is here."""
        socket = cast("QLocalSocket", self.sender())
        name = bytes(socket.readAll().data()).removeprefix(_COME_FORWARD)
        if name and self._take is not None:
            self._take(Path(os.fsdecode(name)))


def bring_forward(window: QWidget) -> None:
    """Show a window in front of the others, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def name_for(folder: Path) -> str:
    """Return the name under which the window over a folder can be called."""
    # Qt is there already; Python's own would take longer to load than the rest of this module.
    way = QCryptographicHash.Algorithm.Sha256
    place = QCryptographicHash.hash(str(folder.absolute()).encode(), way).toHex()
    return f"peer-support-advisor-{bytes(place.data())[:16].decode()}"
