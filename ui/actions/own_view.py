"""Actions and risks that the provider added in her own words."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models import texts
from advisor.models.marks import Mark
from advisor.models.plan import Decision, OwnAction, OwnRisk
from ui.actions.decision_form import DecisionForm
from ui.theme.icons import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.layouts import FlowLayout
from ui.widgets.text import MUTED, Heading, Text


class OwnActionCard(Card):
    """An own action. ``changed(OwnAction)`` and ``removed(id)`` report what a person did."""

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, theme: Theme, own: OwnAction, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=own.text, parent=parent)
        self.own = own
        self.column.addWidget(Heading(own.text, level=3, parent=self))
        self.column.addLayout(_added_by_you(theme, self))
        self.form = DecisionForm(theme, own.decision, name=own.text, parent=self)
        self.form.decided.connect(self._decide)
        self.column.addWidget(self.form)
        self.remove_button = _remove_button(theme, own.text, self)
        self.remove_button.clicked.connect(self._remove)
        self.column.addWidget(self.remove_button)

    def show_own(self, own: OwnAction) -> None:
        """Show the same own action anew."""
        self.own = own
        self.form.show_decision(own.decision)

    @Slot(object)
    def _decide(self, decision: Decision) -> None:
        self.own = replace(self.own, decision=decision)
        self.changed.emit(self.own)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.own.id)


class OwnRiskCard(Card):
    """An own risk. ``removed(id)`` reports that a person took it away."""

    removed = Signal(str)

    def __init__(self, theme: Theme, own: OwnRisk, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=own.text, parent=parent)
        self.own = own
        self.column.addWidget(Heading(own.text, level=3, parent=self))
        self.column.addLayout(_added_by_you(theme, self))
        if own.mitigation:
            self.column.addWidget(Text(own.mitigation, parent=self))
        self.remove_button = _remove_button(theme, own.text, self)
        self.remove_button.clicked.connect(self._remove)
        self.column.addWidget(self.remove_button)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.own.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    asks: str
    missing: str
    adds: str


class _NewEntry(QWidget):
    """A small form for a new entry; ``made`` follows *Add*, and it is said where it went.

    ``compose`` returns the entry with this text, and how to say that it was added.
    """

    made = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: _Words,
        more: QWidget,
        compose: Callable[[str], tuple[OwnAction | OwnRisk, str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._missing, self._compose = words.missing, compose
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.text = TextField(theme, words.asks, longest=texts.NOTE_LENGTH)
        self.add_button = Button(theme, words.adds, glyph=Glyph.PLUS)
        self.add_button.clicked.connect(self._add)
        self.said = Text("", role=TextRole.SMALL, tint=MUTED)
        self.said.hide()
        self.text.edited.connect(self.forget_said)
        for widget in (self.said, self.text, more, self.add_button):
            column.addWidget(widget)

    @Slot()
    def forget_said(self) -> None:
        """Say no more where the last entry went: a new one is begun, or it is gone again."""
        self.said.hide()

    @Slot()
    def _add(self) -> None:
        self.forget_said()
        text = texts.tidied(self.text.text).strip()
        self.text.show_fault("" if text else self._missing)
        if text:
            entry, said = self._compose(text)
            self.text.set_text("")
            self.made.emit(entry)
            self.said.setText(said)
            self.said.show()
            announce(self, said)
        self.text.take_focus()


class NewOwnAction(_NewEntry):
    """A small form for a new own action; ``made(OwnAction)`` follows *Add*."""

    def __init__(
        self, theme: Theme, stages: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        self._stage_names = dict(stages)
        words = _Words(
            asks=_("What will you do?"),
            missing=_("Write what you will do."),
            adds=_("Add this action"),
        )
        self.stage = ChoiceField(theme, _("Stage"), stages)
        super().__init__(theme, words, self.stage, self._entry, parent)

    def _entry(self, text: str) -> tuple[OwnAction, str]:
        own = OwnAction(id=str(uuid.uuid4()), text=text, stage=self.stage.choice)
        said = _("Added at the end of the stage “{stage}”: {text}")
        return own, said.format(stage=self._stage_names[own.stage], text=text)


class NewOwnRisk(_NewEntry):
    """A small form for a new own risk; ``made(OwnRisk)`` follows *Add*."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        words = _Words(
            asks=_("What could go wrong?"),
            missing=_("Write what could go wrong."),
            adds=_("Add this risk"),
        )
        self.mitigation = NoteField(theme, _("What will you do about it?"))
        super().__init__(theme, words, self.mitigation, self._entry, parent)
        self.made.connect(self._begin_anew)

    @Slot()
    def _begin_anew(self) -> None:
        self.mitigation.set_text("")

    def _entry(self, text: str) -> tuple[OwnRisk, str]:
        mitigation = texts.tidied(self.mitigation.text).strip()
        own = OwnRisk(id=str(uuid.uuid4()), text=text, mitigation=mitigation)
        return own, _("Added above: {text}").format(text=text)


def _added_by_you(theme: Theme, parent: QWidget) -> FlowLayout:
    row = FlowLayout(gap=8)
    row.addWidget(Badge(theme, Mark.ADDED_BY_YOU, parent=parent))
    return row


def _remove_button(theme: Theme, text: str, parent: QWidget) -> Button:
    words = _("Remove")
    name = f"{words}: {text}"
    return Button(
        theme, words, kind=ButtonKind.QUIET, glyph=Glyph.TRASH_2, name=name, parent=parent
    )
