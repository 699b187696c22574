"""What a person did to a plan, step by step, so that it can be taken back and done again."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from advisor.models.plan import Answer, Decision, Entry, EntryKey, OwnAction

TYPING_SECONDS = 30.0
"""How long a pause in a note may last before what is typed next is a step of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry that became another; None where there was or is nothing."""

    key: EntryKey
    before: Entry | None
    after: Entry | None

    @property
    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return Change(key=self.key, before=self.after, after=self.before)


Step: TypeAlias = tuple[Change, ...]
"""What is undone at once: one change, or all changes of one deed. Empty: nothing changed."""


class Steps:
    """The steps that can be undone, and those that can be done again.

    A note is handed over at each pause in typing: changes of one note that follow each other
    within ``TYPING_SECONDS``, with nothing between, are one step.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._undoable: list[Step] = []
        self._redoable: list[Step] = []
        self._typed_at = -math.inf

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undoable)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._redoable)

    def remember(self, step: Step) -> None:
        """Keep a step that was just taken; nothing can be done again after it."""
        goes_on = self._goes_on(step)
        self._redoable.clear()
        self._typed_at = self._clock() if _is_typing(step) else -math.inf
        if goes_on:
            (begun,) = self._undoable.pop()
            step = (replace(begun, after=step[0].after),)
            if begun.before == step[0].after:
                # What was typed is gone again: there is nothing to take back.
                self._typed_at = -math.inf
                return
        self._undoable.append(step)

    def undo(self) -> Step:
        """Return the step that takes the last one back; empty when there is none."""
        return self._go(self._undoable, self._redoable)

    def redo(self) -> Step:
        """Return the step that was taken back last, to be taken once more."""
        return self._go(self._redoable, self._undoable)

    def forget(self, key: EntryKey) -> None:
        """Forget what was done to one entry."""
        self._typed_at = -math.inf
        self._undoable = _but_for(key, self._undoable)
        self._redoable = _but_for(key, self._redoable)

    def _go(self, source: list[Step], target: list[Step]) -> Step:
        if not source:
            return ()
        step = tuple(change.reversed for change in reversed(source.pop()))
        target.append(step)
        self._typed_at = -math.inf
        return step

    def _goes_on(self, step: Step) -> bool:
        """Whether a step is the same note as before, still being typed."""
        is_soon = self._clock() - self._typed_at < TYPING_SECONDS
        return is_soon and _is_typing(step) and self._undoable[-1][0].key == step[0].key


def _is_typing(step: Step) -> bool:
    """Whether nothing but one note changes."""
    if len(step) != 1 or step[0].before is None or step[0].after is None:
        return False
    return _but_for_note(step[0].before) == _but_for_note(step[0].after)


def _but_for_note(entry: Entry) -> Entry:
    match entry:
        case Answer() | Decision():
            return replace(entry, note="")
        case OwnAction():
            return replace(entry, decision=replace(entry.decision, note=""))
        case _:
            return entry


def _but_for(key: EntryKey, steps: list[Step]) -> list[Step]:
    left = (tuple(change for change in step if change.key != key) for step in steps)
    return [step for step in left if step]
