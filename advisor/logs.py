"""The log of the program: what it decided, never what a person answered or wrote."""

import io
import logging
import os
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from advisor import locations
from advisor.bugs import places
from advisor.files import private_folder

ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

FILE = "advisor.log"

_LARGEST = 512 * 1024
_KEPT = 2
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OTHERS_FORM = "%(asctime)s %(levelname)s %(name)s: a message at %(filename)s:%(lineno)d"
_OURS = ("advisor", "ui")


class _NothingWritten(logging.Formatter):
    """Leaves out what may quote a person: the words of libraries, and what exceptions say."""

    def __init__(self) -> None:
        super().__init__(_FORM)
        self._others = logging.Formatter(_OTHERS_FORM)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; of a library's message only where it came from."""
        if record.name.partition(".")[0] in _OURS:
            return super().format(record)
        plain = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
        return self._others.format(plain)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - as logging calls it
        """Return where an exception came from."""
        return places(ei[1]) if ei[1] is not None else ""


class _OwnersLog(logging.FileHandler):
    """A log that only its owner may read, and that is silent where it cannot be written.

    One that has grown large is set aside, the last few are kept. Python's own handler for that
    loads a good deal before the window can be seen.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, in a new file when the last one has grown large."""
        try:
            if self.stream is not None and self.stream.tell() > _LARGEST:
                self._begin_another()
        except (OSError, ValueError):
            self.handleError(record)
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as logging calls it
        """Lose the line: a full disk is told by the work that needs it, not by its log."""

    def _open(self) -> io.TextIOWrapper:
        path = Path(self.baseFilename)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        return super()._open()

    def _begin_another(self) -> None:
        self.close()
        newest = Path(self.baseFilename)
        kept = [Path(f"{newest}.{number}") for number in range(_KEPT, 0, -1)]
        for older, newer in zip(kept, (*kept[1:], newest), strict=True):
            if newer.exists():
                newer.replace(older)
        self.stream = self._open()


def keep_log() -> None:
    """Write the log into the person's folder, at most 1.5 MB of it; where that cannot be, none.

    Without this, Python would print warnings among the words of the command line.
    """
    root = logging.getLogger()
    folder = locations.logs_folder()
    try:
        private_folder(folder)
        handler: logging.Handler = _OwnersLog(folder / FILE, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_NothingWritten())
    root.addHandler(handler)
    logging.getLogger("advisor").setLevel(logging.INFO)
    logging.getLogger("ui").setLevel(logging.INFO)
