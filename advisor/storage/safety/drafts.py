"""What was typed and is not saved yet, kept through a crash.

A draft of an entry is written before the database is asked to save and forgotten once it has; what
is left after a crash was never confirmed. What stands in a field and is no entry yet is kept beside
them, until the field says something that is saved or is given up.

The file has one line of JSON for each draft, on the disk before ``keep`` returns, and a line more
when it was saved; it is emptied when nothing waits. It lies beside the backups and is for its
owner only.
"""

import json
import logging
import os
import threading
from pathlib import Path
from typing import TypeAlias

from advisor.errors import StorageError
from advisor.models.field_words import FieldWords
from advisor.models.ids import PlanId
from advisor.models.plan import EntryKey, EntryKind
from advisor.models.said import entry_of, said_of
from advisor.models.stored import Unsaved
from advisor.storage import canonical, faults, files

log = logging.getLogger(__name__)

_Key: TypeAlias = tuple[str, EntryKey] | tuple[str, str]
_Kept: TypeAlias = Unsaved | FieldWords

_FIELD = "field"


class Drafts:
    """The drafts beside one database file, one for each thing that was typed last.

    That a draft cannot be kept stops no save: the disk that is full for one may still take
    the other. Open it once; threads wait for each other.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: dict[_Key, tuple[int, _Kept]] = {}
        # Words that this program cannot read are not overwritten with those that it can.
        self._has_unread = False
        self._next = 1
        self._turn = threading.RLock()
        self._read()

    def keep(self, typed: Unsaved) -> None:
        """Keep what was typed, in the place of an older draft of the same thing."""
        with self._turn:
            self._keep(typed)

    def keep_words(self, field: FieldWords) -> None:
        """Keep what is written in a field; what is settled is forgotten."""
        with self._turn:
            if field.is_settled:
                self._forget(field.place)
            else:
                self._keep(field)

    def _keep(self, kept: _Kept) -> None:
        try:
            self._append({"number": self._next, **_line(kept)})
        except StorageError as error:
            log.warning("a draft was not kept: %s", error.code)
            return
        self._supersede(self._next, kept)
        self._next += 1

    def forget(self, plan: PlanId, key: EntryKey) -> None:
        """Forget the draft of an entry: it was saved, or is not wanted any more."""
        with self._turn:
            self._forget((plan, key))

    def settle(self, typed: Unsaved) -> None:
        """Forget a draft that was saved, unless something newer was typed since."""
        with self._turn:
            if typed in self.waiting():
                self._forget((typed.plan, typed.key))

    def forget_words_of(self, plan: PlanId) -> None:
        """Forget what stands in the fields of a plan that is gone for good."""
        with self._turn:
            for field in self.words():
                if field.plan == plan:
                    self._forget(field.place)

    def _forget(self, key: _Key) -> None:
        if (gone := self._waiting.pop(key, None)) is not None:
            self._saved(gone[0])

    def waiting(self) -> tuple[Unsaved, ...]:
        """Return the entries that were never confirmed, the oldest first.

        What cannot be read is left out.
        """
        with self._turn:
            return tuple(kept for _, kept in self._waiting.values() if isinstance(kept, Unsaved))

    def words(self) -> tuple[FieldWords, ...]:
        """Return what stands in fields."""
        with self._turn:
            return tuple(kept for _, kept in self._waiting.values() if isinstance(kept, FieldWords))

    def clear(self) -> None:
        """Forget all entries; what stands in fields is kept. Raises StorageError."""
        with self._turn:
            fields = self.words()
            self._wipe()
            for field in fields:
                self._keep(field)

    def _wipe(self) -> None:
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

    def _supersede(self, number: int, kept: _Kept) -> None:
        key = kept.place if isinstance(kept, FieldWords) else (kept.plan, kept.key)
        older = self._waiting.pop(key, None)
        self._waiting[key] = (number, kept)
        if older is not None:
            self._saved(older[0])

    def _saved(self, number: int) -> None:
        try:
            if self._waiting or self._has_unread:
                self._append({"number": number, "saved": True})
            else:
                self._wipe()
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
                self._supersede(number, _kept(read))
            except (ValueError, KeyError, TypeError, AttributeError):
                log.warning("a draft cannot be read")
                self._has_unread = True


def _line(kept: _Kept) -> dict[str, str]:
    if isinstance(kept, FieldWords):
        return {
            "plan": kept.plan,
            "what": _FIELD,
            "which": kept.field,
            "words": kept.words,
            "instead_of": kept.instead_of,
        }
    return {
        "plan": kept.plan,
        "what": kept.key.kind,
        "which": kept.key.id,
        "words": canonical.spelled(said_of(kept.value)),
    }


def _kept(line: dict[str, str]) -> _Kept:
    plan, which, words = line["plan"], line["which"], line["words"]
    if line["what"] == _FIELD:
        return FieldWords(
            plan=str(plan), field=str(which), words=str(words), instead_of=str(line["instead_of"])
        )
    key = EntryKey(EntryKind(line["what"]), which)
    return Unsaved(plan=PlanId(plan), key=key, value=entry_of(key, json.loads(words), 0))
