"""The log: what the program did, for a report about it. Never an answer, a name or a text."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 500_000
"""Bytes after which a new file is begun; as many as three are kept."""


def keep_log(folder: Path) -> bool:
    """Write the log to a folder from now on; False when nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writing = RotatingFileHandler(
            folder / "advisor.log", maxBytes=LARGEST, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return False
    writing.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(writing)
    root.setLevel(logging.INFO)
    return True
