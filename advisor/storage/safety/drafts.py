"""What was typed and is not saved yet, kept through a crash.

A draft is written before the database is asked to save and forgotten once it has; what is left
after a crash was never confirmed. The file has one line of JSON for each draft, on the disk
before ``keep`` returns, and a line more when it was saved; it is emptied when nothing waits. It
lies beside the backups and is for its owner only.
"""

import json
import logging
import os
from pathlib import Path
from typing import TypeAlias

from advisor.errors import StorageError
from advisor.models.ids import PlanId
from advisor.models.plan import EntryKey, EntryKind
from advisor.models.said import entry_of, said_of
from advisor.models.stored import Unsaved
from advisor.storage import canonical, faults, files

log = logging.getLogger(__name__)

_Key: TypeAlias = tuple[str, EntryKey]


class Drafts:
    """The drafts beside one database file, one for each thing that was typed last.

    That a draft cannot be kept stops no save: the disk that is full for one may still take
    the other. Use it from one thread at a time, and open it once.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: dict[_Key, tuple[int, Unsaved]] = {}
        # Words that this program cannot read are not overwritten with those that it can.
        self._has_unread = False
        self._next = 1
        self._read()

    def keep(self, typed: Unsaved) -> None:
        """Keep what was typed, in the place of an older draft of the same thing."""
        line = {
            "number": self._next,
            "plan": typed.plan,
            "what": typed.key.kind,
            "which": typed.key.id,
            "words": canonical.spelled(said_of(typed.value)),
        }
        try:
            self._append(line)
        except StorageError as error:
            log.warning("a draft was not kept: %s", error.code)
            return
        self._supersede(self._next, typed)
        self._next += 1

    def forget(self, plan: PlanId, key: EntryKey) -> None:
        """Forget the draft of an entry: it was saved, or is not wanted any more."""
        if (gone := self._waiting.pop((plan, key), None)) is not None:
            self._saved(gone[0])

    def waiting(self) -> tuple[Unsaved, ...]:
        """Return what was never confirmed, the oldest first; what cannot be read is left out."""
        return tuple(typed for _, typed in self._waiting.values())

    def clear(self) -> None:
        """Forget all drafts. Raises StorageError."""
        self._waiting.clear()
        self._has_unread = False
        if not self._path.exists():
            return
        with faults.translated(str(self._path), OSError), self._path.open("r+b") as file:
            # Overwritten first: what was typed may be private.
            file.write(b"\0" * self._path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
            file.truncate(0)
            os.fsync(file.fileno())

    def _supersede(self, number: int, typed: Unsaved) -> None:
        older = self._waiting.pop((typed.plan, typed.key), None)
        self._waiting[typed.plan, typed.key] = (number, typed)
        if older is not None:
            self._saved(older[0])

    def _saved(self, number: int) -> None:
        try:
            if self._waiting or self._has_unread:
                self._append({"number": number, "saved": True})
            else:
                self.clear()
        except StorageError as error:
            log.warning("a draft was not forgotten: %s", error.code)

    def _append(self, line: dict[str, object]) -> None:
        files.private_folder(self._path.parent)
        with faults.translated(str(self._path), OSError):
            handle = os.open(self._path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "ab") as file:
                # The break before it keeps it apart from a line that a crash cut short.
                file.write(b"\n" + json.dumps(line).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())

    def _read(self) -> None:
        """Take up what waits in the file; a line cut short by a crash was never promised."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except OSError:
            return
        found: dict[int, dict[str, str]] = {}
        for line in lines:
            try:
                read = json.loads(line)
                number = int(read["number"])
                if read.get("saved"):
                    found.pop(number, None)
                else:
                    found[number] = read
            except (ValueError, KeyError, TypeError, AttributeError):
                if line.strip(b"\0"):
                    log.warning("a line of the drafts cannot be read")
        self._next = max(found, default=0) + 1
        for number, read in sorted(found.items()):
            try:
                self._supersede(number, _typed(read))
            except (ValueError, KeyError, TypeError, AttributeError):
                log.warning("a draft cannot be read")
                self._has_unread = True


def _typed(line: dict[str, str]) -> Unsaved:
    key = EntryKey(EntryKind(line["what"]), line["which"])
    value = entry_of(key, json.loads(line["words"]), 0)
    return Unsaved(plan=PlanId(line["plan"]), key=key, value=value)
