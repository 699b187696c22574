"""What is decided about one action or several: a choice, a name, a day."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.plan import Choice, Decision, Entry, EntryKey
from advisor.models.stored import field_of
from advisor.telling.action_list import ListedAction
from ui.actions.list_model import ActionsModel, Column
from ui.actions.writing import Writing, ask_when, ask_who, ask_why
from ui.theme.theme import Theme

_KEYS = {
    Qt.Key.Key_1: Choice.WE_WILL,
    Qt.Key.Key_2: Choice.IN_PLACE,
    Qt.Key.Key_3: Choice.NOT_FOR_US,
    Qt.Key.Key_0: Choice.DECIDE_LATER,
}

Change = Callable[[Mapping[EntryKey, Entry]], object]


def keys_of(theme: Theme) -> str:
    """Say which keys decide, as they are left on."""
    told = _("Space chooses, Enter opens.")
    if not theme.has_letter_keys:
        return told
    letters = _("1 will do, 2 in place, 3 not for us, 0 later, W who, D by when.")
    return " ".join((letters, told))


class Deciding:
    """Asks for what is missing, and reports the changed entries to ``change``.

    ``owners`` are names to suggest; ``open_at`` opens a small window at a column, or under the
    ``button`` that asked for it.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        model: ActionsModel,
        *,
        change: Change,
        open_at: Callable[[Writing, Column, QWidget | None], object],
    ) -> None:
        self._theme, self._parent, self._model = theme, parent, model
        self._change, self._open_at = change, open_at
        self.owners: tuple[str, ...] = ()

    def decide(
        self, lines: Sequence[ListedAction], choice: Choice, button: QWidget | None = None
    ) -> None:
        """Decide the same about several actions; a reason is asked for *not for us*."""
        if choice is Choice.NOT_FOR_US:
            now = lines[0].decision.reason if len(lines) == 1 and lines[0].decision else ""
            take = partial(self._decline, lines)
            kept_as = _field(lines, "reason")
            asked = ask_why(self._theme, self._parent, now, take, kept_as=kept_as)
            self._open_at(asked, Column.DECISION, button)
        else:
            self._save(lines, lambda decision: replace(decision, choice=choice))

    def by_key(self, lines: Sequence[ListedAction], key: Qt.Key) -> bool:
        """Do what one letter or figure means; return whether it means anything."""
        if key in _KEYS:
            self.decide(lines, _KEYS[key])
        elif key is Qt.Key.Key_W:
            self.ask_who(lines)
        elif key is Qt.Key.Key_D:
            self.ask_when(lines)
        else:
            return False
        return True

    def ask_who(self, lines: Sequence[ListedAction], button: QWidget | None = None) -> None:
        """Ask who does these."""
        one = lines[0].decision if len(lines) == 1 else None
        roles = [line.role for line in lines if line.role]
        names = dict.fromkeys((*roles[:1], *self.owners))
        asked = ask_who(
            self._theme,
            self._parent,
            one.owner if one else "",
            tuple(names),
            partial(self._name, lines),
            kept_as=_field(lines, "owner"),
        )
        self._open_at(asked, Column.WHO, button)

    def ask_when(self, lines: Sequence[ListedAction], button: QWidget | None = None) -> None:
        """Ask by when these are to be done."""
        one = lines[0].decision if len(lines) == 1 else None
        now = one.due if one else None
        take, kept_as = partial(self._date, lines), _field(lines, "due")
        asked = ask_when(self._theme, self._parent, now, take, kept_as=kept_as)
        self._open_at(asked, Column.WHEN, button)

    def _decline(self, lines: Sequence[ListedAction], reason: str) -> None:
        self._save(
            lines, lambda was: replace(was, choice=Choice.NOT_FOR_US, reason=reason or was.reason)
        )

    def _name(self, lines: Sequence[ListedAction], owner: str) -> None:
        # The field for several begins empty: left so, it says nothing about any of them.
        if owner or len(lines) == 1:
            self._save(lines, lambda was: replace(was, owner=owner))

    def _date(self, lines: Sequence[ListedAction], due: datetime.date | None) -> None:
        if due is not None or len(lines) == 1:
            self._save(lines, lambda was: replace(was, due=due))

    def _save(self, lines: Sequence[ListedAction], change: Callable[[Decision], Decision]) -> None:
        changed: dict[EntryKey, Entry] = {}
        for line in lines:
            now = self._model.line_of(line.key)
            if now is None or now.decision is None:
                continue
            decision = change(now.decision)
            if decision != now.decision:
                changed[line.key] = now.decided(decision)
        if changed:
            self._change(changed)


def _field(lines: Sequence[ListedAction], name: str) -> str:
    """Return what a field keeps its words under: with the one action, or with all chosen."""
    return field_of(lines[0].key, name) if len(lines) == 1 else f"chosen/{name}"
