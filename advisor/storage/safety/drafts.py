"""What was typed, as drafts in the journal and as values of the field again.

A draft is written before the database is asked to save and forgotten once it has; what is left
after a crash was never confirmed.
"""

import json
import logging
from pathlib import Path
from typing import TypeAlias

from advisor.errors import StorageError
from advisor.models.ids import PlanId
from advisor.models.plan import EntryKey, EntryKind
from advisor.models.said import entry_of, said_of
from advisor.models.stored import Unsaved
from advisor.storage import canonical
from advisor.storage.safety.journal import Draft, DraftJournal

log = logging.getLogger(__name__)

_Key: TypeAlias = tuple[str, EntryKey]


class Drafts:
    """The drafts beside one database file, one for each thing that was typed last.

    That a draft cannot be kept stops no save: the disk that is full for one may still take
    the other. Use it from one thread at a time, and open it once.
    """

    def __init__(self, path: Path) -> None:
        self._journal = DraftJournal(path)
        self._numbers: dict[_Key, int] = {}
        for number, draft in self._journal.waiting():
            if (typed := _typed(draft)) is not None:
                self._supersede((typed.plan, typed.key), number)

    def keep(self, typed: Unsaved) -> None:
        """Keep what was typed, in the place of an older draft of the same thing."""
        words = canonical.spelled(said_of(typed.value))
        draft = Draft(plan=typed.plan, what=typed.key.kind, which=typed.key.id, words=words)
        try:
            self._supersede((typed.plan, typed.key), self._journal.add(draft))
        except StorageError as error:
            log.warning("a draft was not kept: %s", error.code)

    def forget(self, plan: PlanId, key: EntryKey) -> None:
        """Forget the draft of an entry: it was saved, or is not wanted any more."""
        number = self._numbers.pop((plan, key), None)
        if number is not None:
            self._saved(number)

    def waiting(self) -> tuple[Unsaved, ...]:
        """Return what was never confirmed, the oldest first; what cannot be read is left out."""
        found = (_typed(draft) for _, draft in self._journal.waiting())
        return tuple(each for each in found if each is not None)

    def clear(self) -> None:
        """Forget all drafts. Raises StorageError."""
        self._journal.clear()
        self._numbers.clear()

    def _supersede(self, key: _Key, number: int) -> None:
        older = self._numbers.pop(key, None)
        self._numbers[key] = number
        if older is not None:
            self._saved(older)

    def _saved(self, number: int) -> None:
        try:
            self._journal.saved(number)
        except StorageError as error:
            log.warning("a draft was not forgotten: %s", error.code)


def _typed(draft: Draft) -> Unsaved | None:
    try:
        key = EntryKey(EntryKind(draft.what), draft.which)
        value = entry_of(key, json.loads(draft.words), 0)
    except (ValueError, KeyError, TypeError, AttributeError):
        log.warning("a draft cannot be read")
        return None
    return Unsaved(plan=PlanId(draft.plan), key=key, value=value)
