"""Saves answers as they are given, one after the other, and never loses one.

An answer waits here, outside the database's objects, until the database has said that it is
stored. What could not be saved stays waiting and can be tried again or saved elsewhere; what
was changed elsewhere meanwhile is laid beside ours for the person to choose.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.errors import AdvisorError
from advisor.models.plan import Answer, Decision, OwnAction, OwnRisk
from ui.awake.tasks import Worker

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value", Answer, Decision, OwnAction, OwnRisk)

_log = logging.getLogger(__name__)

CHANGED_ELSEWHERE = "changed-elsewhere"
PATIENCE_MS = 5000
"""How long after a refusal the next quiet attempt is made."""


class Standing(StrEnum):
    """What a person may rely on at this moment."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"


class Saver(QObject, Generic[Key, Value]):
    """Saves the answers of one plan, its decisions or own entries, by the id they belong to.

    ``saved`` carries the id and the answer as stored, with its version; ``not_saved`` the
    refusal; ``changed_elsewhere`` the id, our answer and theirs.
    """

    standing_changed = Signal(Standing)
    saved = Signal(str, object)
    not_saved = Signal(object)
    changed_elsewhere = Signal(str, object, object)

    def __init__(
        self,
        worker: Worker,
        save: Callable[[Key, Value], Value],
        read: Callable[[Key], Value],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._save: Callable[[Key, Value], Value] = save
        self._read: Callable[[Key], Value] = read
        self._waiting: dict[Key, Value] = {}
        self._disputed: dict[Key, tuple[Value, Value]] = {}
        self._versions: dict[Key, int] = {}
        self._under_way: Key | None = None
        self._refusal: AdvisorError | None = None
        self._standing = Standing.SAVED
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.try_again)

    @property
    def standing(self) -> Standing:
        """Whether everything is saved, about to be, or could not be."""
        return self._standing

    @property
    def unsaved(self) -> tuple[Key, ...]:
        """Ids whose newest answer is not stored yet, disputed ones included."""
        return (*self._waiting, *self._disputed)

    def take(self, key: Key, answer: Value) -> None:
        """Save an answer as soon as those before it are saved."""
        if key in self._disputed:
            _ours, theirs = self._disputed[key]
            self._disputed[key] = (answer, theirs)
            return
        self._waiting.pop(key, None)
        self._waiting[key] = answer
        self.try_again()

    def try_again(self) -> None:
        """Save what waits, after a refusal too."""
        if self._under_way is not None:
            return
        key = next(iter(self._waiting), None)
        if key is None:
            self._stand(Standing.NOT_SAVED if self._disputed else Standing.SAVED)
            return
        if self._refusal is None:
            self._stand(Standing.SAVING)
        self._under_way = key
        answer, save = self._with_version(key, self._waiting[key]), self._save
        self._worker.run(lambda: (answer, save(key, answer)), self._has_saved, self._has_refused)

    def keep_ours(self, key: Key) -> None:
        """Save our answer over the one that was saved elsewhere."""
        ours, theirs = self._disputed.pop(key)
        self._versions[key] = theirs.version
        self.take(key, ours)

    def take_theirs(self, key: Key) -> None:
        """Leave the answer that was saved elsewhere as it is."""
        _ours, theirs = self._disputed.pop(key)
        self._versions[key] = theirs.version
        self.try_again()

    def version(self, key: Key, otherwise: int) -> int:
        """Return the newest version that is known under a key."""
        return self._versions.get(key, otherwise)

    def _with_version(self, key: Key, answer: Value) -> Value:
        version = self._versions.get(key, answer.version)
        return replace(answer, version=version)

    def _has_saved(self, pair: tuple[Value, Value]) -> None:
        sent, stored = pair
        key = self._settle()
        self._refusal = None
        self._versions[key] = stored.version
        if self._waiting.get(key) == sent:
            del self._waiting[key]
        self.saved.emit(key, stored)
        self.try_again()

    def _has_refused(self, error: AdvisorError) -> None:
        if error.code == CHANGED_ELSEWHERE:
            # The key stays under way until theirs is here, or it would be sent again.
            key = self._under_way
            assert key is not None  # noqa: S101
            self._worker.run(partial(self._read, key), self._lay_beside, self._give_up)
        else:
            self._give_up(error)

    def _lay_beside(self, theirs: Value) -> None:
        key = self._settle()
        ours = self._waiting.pop(key)
        self._versions[key] = theirs.version
        if ours == theirs:
            self.saved.emit(key, theirs)
        else:
            self._disputed[key] = (ours, theirs)
            self.changed_elsewhere.emit(key, ours, theirs)
        self.try_again()

    def _give_up(self, error: AdvisorError) -> None:
        # To the end of the queue: one answer that is refused must not hold up the others.
        key = self._settle()
        self._waiting[key] = self._waiting.pop(key)
        is_news = self._refusal is None or self._refusal.message != error.message
        self._refusal = error
        self._stand(Standing.NOT_SAVED)
        self._patience.start()
        if is_news:
            _log.warning("a change was not saved: %s", error.code)
            self.not_saved.emit(error)

    def _settle(self) -> Key:
        key = self._under_way
        assert key is not None, "a save reported that was never begun"  # noqa: S101
        self._under_way = None
        return key

    def _stand(self, standing: Standing) -> None:
        if standing is not self._standing:
            self._standing = standing
            self.standing_changed.emit(standing)
