"""The log of the program: what it decided, never what a person answered or wrote."""

import logging
from logging.handlers import RotatingFileHandler

from advisor import locations

FILE = "advisor.log"

_LARGEST = 512 * 1024
_KEPT = 2
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def keep_log() -> None:
    """Write the log into the person's folder, at most 1.5 MB of it; where that cannot be, none.

    Without this, Python would print warnings among the words of the command line.
    """
    root = logging.getLogger()
    folder = locations.logs_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / FILE, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORM))
    root.addHandler(handler)
    logging.getLogger("advisor").setLevel(logging.INFO)
    logging.getLogger("ui").setLevel(logging.INFO)
