"""What a provider decides about one action: choice, owner, date, note, reason."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models import texts
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.models.stored import field_of
from advisor.telling.words import CHOICE
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.chips import Chips
from ui.widgets.date_field import DateField
from ui.widgets.fields import NoteField, TextField
from ui.widgets.layouts import column_in, fill
from ui.widgets.suggestions import suggest

WRITING_MS = 700
"""How long typing must rest before it counts as written, and is kept through a crash."""


class DecisionForm(QWidget):
    """Shows and changes one ``Decision``.

    ``decided(Decision)`` follows every change a person made; typing counts when it rests.
    Fields appear with the choice that they belong to and are made only then.
    """

    decided = Signal(object)

    def __init__(
        self,
        theme: Theme,
        decision: Decision,
        *,
        key: EntryKey,
        name: str,
        suggested_owner: str = "",
        owners: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._decision, self._name = theme, decision, name
        self._key = key
        self._suggested, self._owners = suggested_owner, owners
        self._column = column_in(self, theme.metrics.space(8))
        choices = tuple((choice.value, words) for choice, words in CHOICE.items())
        # Each choice is saved, with what belongs to it: none is only passed.
        self.choice = Chips(theme, choices, name=_("Your decision"), arrows_choose=False)
        self.choice.selected.connect(self._choose)
        self._column.addWidget(self.choice)
        self.owner: TextField | None = None
        self.due: DateField | None = None
        self.note: NoteField | None = None
        self.reason: TextField | None = None
        self._who: Beside | None = None
        self._rest = QTimer(self, singleShot=True, interval=WRITING_MS)
        self._rest.timeout.connect(self._take_words)
        self._show()

    @property
    def decision(self) -> Decision:
        """The decision as it is on the screen."""
        return self._decision

    def show_decision(self, decision: Decision) -> None:
        """Show a decision; what a person is writing at the moment is left alone."""
        if not self._rest.isActive():
            self._decision = decision
            self._show()

    def finish_writing(self) -> None:
        """Count what is being written as written."""
        if self._rest.isActive():
            self._rest.stop()
            self._take_words()

    # Showing

    def _show(self) -> None:
        decision = self._decision
        self.choice.select((decision.choice.value,))
        is_ours = decision.choice in (Choice.WE_WILL, Choice.IN_PLACE)
        is_declined = decision.choice is Choice.NOT_FOR_US
        if is_ours and self._who is None:
            self._make_ours()
        if is_declined and self.reason is None:
            self._make_reason()
        for field, shown in (
            (self._who, is_ours),
            (self.note, is_ours),
            (self.reason, is_declined),
        ):
            if field is not None:
                field.setVisible(shown)
        if self.owner is not None:
            self.owner.follow(decision.owner)
        if self.due is not None:
            self.due.set_date(decision.due)
        if self.note is not None:
            self.note.follow(decision.note)
        if self.reason is not None:
            self.reason.follow(decision.reason)

    def _make_ours(self) -> None:
        hint = _("Suggested: {owner}").format(owner=self._suggested) if self._suggested else ""
        self.owner = TextField(
            self._theme,
            _("Who"),
            kept_as=field_of(self._key, "owner"),
            hint=hint,
            longest=texts.TITLE_LENGTH,
        )
        self.owner.line.setAccessibleName(_("Who: {action}").format(action=self._name))
        if self._owners:
            suggest(self._theme, self.owner, self._owners)
        hint = _("Leave blank if open")
        self.due = DateField(
            self._theme, _("By when"), kept_as=field_of(self._key, "due"), hint=hint
        )
        self.due.line.setAccessibleName(_("By when: {action}").format(action=self._name))
        self._who = Beside(self._theme, least=210)
        self._who.add(self.owner, fills=False)
        self._who.add(self.due, fills=False)
        self.note = NoteField(
            self._theme, _("Note"), kept_as=field_of(self._key, "note"), fewest_lines=1
        )
        self.note.edit.setAccessibleName(_("Note: {action}").format(action=self._name))
        fill(self._column, self._who, self.note)
        self.owner.edited.connect(self._wait)
        self.owner.finished.connect(self._take_owner)
        self.due.edited.connect(self._take_due)
        self.note.edited.connect(self._wait)

    def _make_reason(self) -> None:
        self.reason = TextField(
            self._theme,
            _("Why not"),
            kept_as=field_of(self._key, "reason"),
            hint=_("It stays on the checklist with your reason."),
            longest=texts.NOTE_LENGTH,
        )
        self.reason.line.setAccessibleName(_("Why not: {action}").format(action=self._name))
        self._column.addWidget(self.reason)
        self.reason.edited.connect(self._wait)
        self.reason.finished.connect(self._take_reason)

    # Taking

    def _decide(self, decision: Decision) -> None:
        if decision != self._decision:
            self._decision = decision
            self._show()
            self.decided.emit(decision)

    @Slot(tuple)
    def _choose(self, keys: tuple[str, ...]) -> None:
        self.finish_writing()
        self._decide(replace(self._decision, choice=Choice((*keys, Choice.DECIDE_LATER)[0])))

    @Slot(str)
    def _take_owner(self, owner: str) -> None:
        self._decide(replace(self._decision, owner=texts.tidied(owner).strip()))

    @Slot(object)
    def _take_due(self, due: datetime.date | None) -> None:
        self._decide(replace(self._decision, due=due))

    @Slot(str)
    def _take_reason(self, reason: str) -> None:
        self._decide(replace(self._decision, reason=texts.tidied(reason).strip()))

    @Slot(str)
    def _wait(self, _text: str) -> None:
        self._rest.start()

    @Slot()
    def _take_words(self) -> None:
        """Take what is written in every field, but for what cannot be stored."""
        decision = self._decision
        if self.owner is not None and self.owner.is_possible:
            decision = replace(decision, owner=texts.tidied(self.owner.text).strip())
        if self.note is not None and self.note.is_possible:
            decision = replace(decision, note=texts.tidied(self.note.text))
        if self.reason is not None and self.reason.is_possible:
            decision = replace(decision, reason=texts.tidied(self.reason.text).strip())
        self._decide(decision)
