"""Actions and risks that the provider added, in their own words: added, changed, removed."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models import texts
from advisor.models.marks import Mark
from advisor.models.plan import Decision, EntryKey, EntryKind, OwnAction, OwnRisk
from advisor.models.stored import field_of
from ui.actions.decision_form import DecisionForm
from ui.actions.ways import Ways
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.kept import KeptField
from ui.widgets.layouts import FlowLayout, column_in, fill, row_of
from ui.widgets.text import MUTED, Heading, Text

_NEW = "new"

Own = TypeVar("Own", OwnAction, OwnRisk)


class _OwnForm(QWidget):
    """The fields of an entry of one's own; ``made`` carries it once the button is pressed.

    A form without an entry makes new ones, and says where each went; a form over an entry
    changes it, and ``left`` follows when nothing is to be changed. ``make`` returns the entry
    for a text, and what is said of a new one.
    """

    made = Signal(object)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        own: OwnAction | OwnRisk | None,
        words: tuple[str, str, str],
        more: KeptField,
        kept_as: str,
        make: Callable[[str], tuple[OwnAction | OwnRisk, str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        asks, self._missing, adds = words
        self._is_new, self._make_entry, self._more = own is None, make, more
        column = column_in(self)
        self.said = Text("", role=TextRole.SMALL, tint=MUTED)
        self.said.hide()
        self.text = TextField(theme, asks, kept_as=kept_as, longest=texts.NOTE_LENGTH)
        self.text.set_text(own.text if own else "")
        self.text.edited.connect(self.forget_said)
        buttons = FlowLayout(gap=6)
        self.make_button = (
            Button(theme, adds, glyph=Glyph.PLUS)
            if self._is_new
            else Button(theme, _("Save the change"), glyph=Glyph.CHECK)
        )
        self.make_button.clicked.connect(self._make)
        buttons.addWidget(self.make_button)
        if not self._is_new:
            self.leave_button = Button(theme, _("Cancel"), kind=ButtonKind.QUIET)
            self.leave_button.clicked.connect(self._leave)
            buttons.addWidget(self.leave_button)
        fill(column, self.said, self.text, more, buttons)

    @Slot()
    def forget_said(self) -> None:
        """Say no more where the last entry went: a new one is begun, or it is gone again."""
        self.said.hide()

    @Slot()
    def _leave(self) -> None:
        self._let_go()
        self.left.emit()

    def _let_go(self) -> None:
        self.text.let_go()
        self._more.let_go()

    @Slot()
    def _make(self) -> None:
        self.forget_said()
        text = texts.tidied(self.text.text).strip()
        if not self.text.is_possible:
            self.text.take_focus()
            return
        self.text.show_fault("" if text else self._missing)
        if not text:
            self.text.take_focus()
            return
        entry, said = self._make_entry(text)
        self._let_go()
        self.made.emit(entry)
        announce(self, said if self._is_new else _("Changed: {text}").format(text=text))
        if self._is_new:
            self.text.set_text("")
            self.said.setText(said)
            self.said.show()
            self.text.take_focus()


class OwnActionForm(_OwnForm):
    """Makes an own action, or changes one; ``made`` carries the ``OwnAction``."""

    def __init__(
        self,
        theme: Theme,
        stages: Sequence[tuple[str, str]],
        own: OwnAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._own = own
        kind, which = EntryKind.OWN_ACTION, own.id if own else _NEW
        kept_as = partial(field_of, EntryKey(kind, which))
        self.stage = ChoiceField(theme, _("Stage"), stages, kept_as=kept_as("stage"))
        if own is not None:
            self.stage.set_choice(own.stage)
        words = (_("What will you do?"), _("Write what you will do."), _("Add this action"))
        super().__init__(theme, own, words, self.stage, kept_as("text"), self._action, parent)

    def _action(self, text: str) -> tuple[OwnAction, str]:
        stage = self.stage.choice
        if self._own is not None:
            # A stage that the evidence no longer has stays until another one is chosen.
            return replace(self._own, text=text, stage=stage or self._own.stage), ""
        own = OwnAction(id=str(uuid.uuid4()), text=text, stage=stage)
        return own, _("Added to the list: {text}").format(text=text)


class OwnRiskForm(_OwnForm):
    """Makes an own risk, or changes one; ``made`` carries the ``OwnRisk``."""

    def __init__(
        self, theme: Theme, own: OwnRisk | None = None, parent: QWidget | None = None
    ) -> None:
        self._own = own
        kind, which = EntryKind.OWN_RISK, own.id if own else _NEW
        kept_as = partial(field_of, EntryKey(kind, which))
        asks = _("What will you do about it?")
        self.mitigation = NoteField(theme, asks, kept_as=kept_as("mitigation"))
        self.mitigation.set_text(own.mitigation if own else "")
        words = (_("What could go wrong?"), _("Write what could go wrong."), _("Add this risk"))
        super().__init__(theme, own, words, self.mitigation, kept_as("text"), self._risk, parent)

    def _risk(self, text: str) -> tuple[OwnRisk, str]:
        mitigation = texts.tidied(self.mitigation.text).strip()
        if self._own is not None:
            return replace(self._own, text=text, mitigation=mitigation), ""
        self.mitigation.set_text("")
        own = OwnRisk(id=str(uuid.uuid4()), text=text, mitigation=mitigation)
        return own, _("Added to the list: {text}").format(text=text)


class _OwnCard(Card, Generic[Own]):
    """An entry of one's own, with the ways to change and to remove it.

    Its words are changed in place: a form, which ``make_editor`` returns, stands under them
    until it is saved or left.
    """

    def __init__(
        self, theme: Theme, own: Own, ways: Ways, make_editor: Callable[[], _OwnForm]
    ) -> None:
        super().__init__(theme)
        self._theme, self._ways, self._make_editor = theme, ways, make_editor
        self.own: Own = own
        self.editor: _OwnForm | None = None
        self.heading = Heading("", level=2, parent=self)
        fill(self.column, self.heading, row_of(Badge(theme, Mark.ADDED_BY_YOU, parent=self), gap=8))

    def _add_buttons(self) -> None:
        self.change_button: Button = self._button(_("Change"), Glyph.PENCIL)
        self.remove_button: Button = self._button(_("Remove"), Glyph.TRASH_2)
        self.column.addLayout(row_of(self.change_button, self.remove_button))
        self.change_button.clicked.connect(self._open_editor)
        self.remove_button.clicked.connect(self._remove)

    def _button(self, words: str, glyph: Glyph) -> Button:
        return Button(self._theme, words, kind=ButtonKind.QUIET, glyph=glyph, parent=self)

    def _name(self, text: str) -> None:
        self.heading.setText(text)
        self.change_button.setAccessibleName(_("Change: {text}").format(text=text))
        self.remove_button.setAccessibleName(_("Remove: {text}").format(text=text))

    def _take(self, changed: Own) -> None:
        self._close_editor()
        self._ways.change(changed.key, changed)

    @Slot()
    def _remove(self) -> None:
        self._ways.remove(self.own.key)

    @Slot()
    def _open_editor(self) -> None:
        if self.editor is None:
            self.editor = self._make_editor()
            self.editor.made.connect(self._take)
            self.editor.left.connect(self._close_editor)
            self.column.addWidget(self.editor)
        self.editor.text.take_focus()

    @Slot()
    def _close_editor(self) -> None:
        if self.editor is not None:
            self.change_button.setFocus()
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None


class OwnActionCard(_OwnCard[OwnAction]):
    """An own action, with what was decided about it."""

    def __init__(
        self, theme: Theme, own: OwnAction, stages: Sequence[tuple[str, str]], ways: Ways
    ) -> None:
        super().__init__(theme, own, ways, self._edit)
        self._stages = stages
        self.form = DecisionForm(theme, own.decision, key=own.key, name=own.text, parent=self)
        self.form.decided.connect(self._decide)
        self.column.addWidget(self.form)
        self._add_buttons()
        self._name(own.text)

    def show_own(self, own: OwnAction) -> None:
        """Show the same own action as it is now."""
        self.own = own
        self.form.show_decision(own.decision)
        self._name(own.text)

    def _edit(self) -> _OwnForm:
        return OwnActionForm(self._theme, self._stages, self.own, self)

    def _take(self, changed: OwnAction) -> None:
        # Something may have been decided while the words were being changed.
        super()._take(replace(changed, decision=self.own.decision))

    @Slot(object)
    def _decide(self, decision: Decision) -> None:
        self.own = replace(self.own, decision=decision)
        self._ways.change(self.own.key, self.own)


class OwnRiskCard(_OwnCard[OwnRisk]):
    """An own risk, with what will be done about it."""

    def __init__(self, theme: Theme, own: OwnRisk, ways: Ways) -> None:
        super().__init__(theme, own, ways, self._edit)
        self.mitigation = Text("", parent=self)
        self.column.addWidget(self.mitigation)
        self._add_buttons()
        self.show_own(own)

    def show_own(self, own: OwnRisk) -> None:
        """Show the same own risk as it is now."""
        self.own = own
        self.mitigation.setText(own.mitigation)
        self.mitigation.setVisible(bool(own.mitigation))
        self._name(own.text)

    def _edit(self) -> _OwnForm:
        return OwnRiskForm(self._theme, self.own, self)
