"""The log of the program: what it decided, never what a person answered or wrote."""

import io
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

# typing has it only from Python 3.12 on.
from typing_extensions import override

from advisor import locations
from advisor.files import private_folder

FILE = "advisor.log"

_LARGEST = 512 * 1024
_KEPT = 2
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _OwnersLog(RotatingFileHandler):
    """A log that only its owner may read, and that is silent where it cannot be written."""

    @override
    def _open(self) -> io.TextIOWrapper:
        path = Path(self.baseFilename)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        return super()._open()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Lose the line: a full disk is told by the work that needs it, not by its log."""


def keep_log() -> None:
    """Write the log into the person's folder, at most 1.5 MB of it; where that cannot be, none.

    Without this, Python would print warnings among the words of the command line.
    """
    root = logging.getLogger()
    folder = locations.logs_folder()
    try:
        private_folder(folder)
        handler: logging.Handler = _OwnersLog(
            folder / FILE, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORM))
    root.addHandler(handler)
    logging.getLogger("advisor").setLevel(logging.INFO)
    logging.getLogger("ui").setLevel(logging.INFO)
