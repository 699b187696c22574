"""What was typed, as drafts in the journal and as values of the field again.

A draft is written before the database is asked to save and forgotten once it has; what is left
after a crash was never confirmed.
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from advisor.errors import StorageError
from advisor.models.ids import PlanId
from advisor.models.plan import Answer, Decision, OwnAction, OwnRisk
from advisor.models.stored import Unsaved
from advisor.storage import canonical, wording
from advisor.storage.safety.journal import Draft, DraftJournal
from advisor.storage.wording import Said

log = logging.getLogger(__name__)

_Key: TypeAlias = tuple[str, str, str]
_WHAT: Mapping[type, str] = {
    Answer: "answer",
    Decision: "decision",
    OwnAction: "own_action",
    OwnRisk: "own_risk",
}


class Drafts:
    """The drafts beside one database file, one for each thing that was typed last.

    That a draft cannot be kept stops no save: the disk that is full for one may still take
    the other. Use it from one thread at a time, and open it once.
    """

    def __init__(self, path: Path) -> None:
        self._journal = DraftJournal(path)
        self._numbers: dict[_Key, int] = {}
        for number, draft in self._journal.waiting():
            self._supersede((draft.plan, draft.what, draft.which), number)

    def keep(self, typed: Unsaved) -> None:
        """Keep what was typed, in the place of an older draft of the same thing."""
        key, said = _key(typed), _said(typed)
        try:
            draft = Draft(plan=key[0], what=key[1], which=key[2], words=canonical.spelled(said))
            self._supersede(key, self._journal.add(draft))
        except StorageError as error:
            log.warning("a draft was not kept: %s", error.code)

    def forget(self, typed: Unsaved) -> None:
        """Forget the draft of a thing: it was saved, or is not wanted any more."""
        number = self._numbers.pop(_key(typed), None)
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


def _key(typed: Unsaved) -> _Key:
    return typed.plan, _WHAT[type(typed.value)], typed.which


def _said(typed: Unsaved) -> Said:
    match typed.value:
        case Answer() as answer:
            return wording.answer_said(answer)
        case Decision() as decision:
            return wording.decision_said(decision)
        case OwnAction() as own:
            return wording.own_action_said(own)
        case OwnRisk() as risk:
            return wording.own_risk_said(risk)


def _typed(draft: Draft) -> Unsaved | None:
    try:
        value = _value(draft, json.loads(draft.words))
    except (ValueError, KeyError, TypeError, AttributeError):
        log.warning("a draft cannot be read")
        return None
    return Unsaved(plan=PlanId(draft.plan), which=draft.which, value=value)


def _value(draft: Draft, said: Said) -> Answer | Decision | OwnAction | OwnRisk:
    match draft.what:
        case "answer":
            return wording.answer_of(said, 0)
        case "decision":
            return wording.decision_of(said, 0)
        case "own_action":
            return wording.own_action_of(draft.which, said, 0)
        case "own_risk":
            return wording.own_risk_of(draft.which, said, 0)
        case unknown:
            raise ValueError(unknown)
