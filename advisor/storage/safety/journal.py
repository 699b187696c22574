"""Words that were typed and are not saved yet, kept through a crash.

One line of JSON for each draft, on the disk before ``add`` returns; a line more when the draft
was saved. The file is emptied when nothing waits. It lies beside the backups and is for its
owner only.
"""

import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from advisor.storage import faults, files

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Something typed: what kind of thing, which one of which plan, and the words as JSON."""

    plan: str
    what: str
    which: str
    words: str


class DraftJournal:
    """The drafts of one database file. Use it from one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting = dict(_read(path))
        self._next = max(self._waiting, default=0) + 1

    def add(self, draft: Draft) -> int:
        """Keep a draft; return its number for ``saved``. Raises StorageError."""
        number = self._next
        self._append({"number": number, **asdict(draft)})
        self._waiting[number] = draft
        self._next += 1
        return number

    def saved(self, number: int) -> None:
        """Forget a draft after the database has confirmed it. Raises StorageError."""
        if self._waiting.pop(number, None) is None:
            return
        if self._waiting:
            self._append({"number": number, "saved": True})
        else:
            self.clear()

    def waiting(self) -> tuple[tuple[int, Draft], ...]:
        """Return the drafts that were never confirmed, the oldest first."""
        return tuple(sorted(self._waiting.items()))

    def clear(self) -> None:
        """Forget all drafts, once they were saved or the person does not want them."""
        self._waiting.clear()
        if not self._path.exists():
            return
        with faults.translated(str(self._path), OSError), self._path.open("r+b") as file:
            # Overwritten first: what was typed may be private.
            file.write(b"\0" * self._path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
            file.truncate(0)
            os.fsync(file.fileno())

    def _append(self, line: dict[str, object]) -> None:
        files.private_folder(self._path.parent)
        with faults.translated(str(self._path), OSError):
            handle = os.open(self._path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "ab") as file:
                # The break before it keeps it apart from a line that a crash cut short.
                file.write(b"\n" + json.dumps(line).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())


def _read(path: Path) -> dict[int, Draft]:
    """Return what waits in a file; a line cut short by a crash was never promised."""
    waiting: dict[int, Draft] = {}
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return {}
    for line in lines:
        try:
            found = json.loads(line)
            number = int(found.pop("number"))
            if found.get("saved"):
                waiting.pop(number, None)
            else:
                waiting[number] = Draft(**{name: str(found[name]) for name in Draft.__slots__})
        except (ValueError, KeyError, TypeError, AttributeError):
            if line.strip(b"\0"):
                log.warning("a line of the draft journal cannot be read")
    return waiting
