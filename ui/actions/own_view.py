"""Actions and risks that the provider added in her own words."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.models import texts
from advisor.models.plan import Decision, OwnAction, OwnRisk
from ui.actions.decision_form import DecisionForm
from ui.icons import Glyph
from ui.theme.states import Mark
from ui.theme.theme import Theme
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.cards import Card
from ui.widgets.fields import ChoiceField, NoteField, TextField
from ui.widgets.layouts import FlowLayout
from ui.widgets.text import Heading, Text


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


class NewOwnAction(QWidget):
    """A small form for a new own action; ``made(OwnAction)`` follows *Add*."""

    made = Signal(object)

    def __init__(
        self, theme: Theme, stages: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.text = TextField(theme, self.tr("What will you do?"), longest=texts.NOTE_LENGTH)
        self.stage = ChoiceField(theme, self.tr("Stage"), stages)
        self.add_button = Button(theme, self.tr("Add this action"), glyph=Glyph.PLUS)
        self.add_button.clicked.connect(self._make)
        for widget in (self.text, self.stage, self.add_button):
            column.addWidget(widget)

    @Slot()
    def _make(self) -> None:
        text = texts.tidied(self.text.text).strip()
        if not text:
            self.text.show_fault(self.tr("Write what you will do."))
            self.text.take_focus()
            return
        self.text.show_fault("")
        self.text.set_text("")
        self.made.emit(OwnAction(id=str(uuid.uuid4()), text=text, stage=self.stage.choice))
        self.text.take_focus()


class NewOwnRisk(QWidget):
    """A small form for a new own risk; ``made(OwnRisk)`` follows *Add*."""

    made = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.text = TextField(theme, self.tr("What could go wrong?"), longest=texts.NOTE_LENGTH)
        self.mitigation = NoteField(theme, self.tr("What will you do about it?"))
        self.add_button = Button(theme, self.tr("Add this risk"), glyph=Glyph.PLUS)
        self.add_button.clicked.connect(self._make)
        for widget in (self.text, self.mitigation, self.add_button):
            column.addWidget(widget)

    @Slot()
    def _make(self) -> None:
        text = texts.tidied(self.text.text).strip()
        if not text:
            self.text.show_fault(self.tr("Write what could go wrong."))
            self.text.take_focus()
            return
        mitigation = texts.tidied(self.mitigation.text).strip()
        self.text.show_fault("")
        self.text.set_text("")
        self.mitigation.set_text("")
        self.made.emit(OwnRisk(id=str(uuid.uuid4()), text=text, mitigation=mitigation))
        self.text.take_focus()


def _added_by_you(theme: Theme, parent: QWidget) -> FlowLayout:
    row = FlowLayout(gap=8)
    row.addWidget(Badge(theme, Mark.ADDED_BY_YOU, parent=parent))
    return row


def _remove_button(theme: Theme, text: str, parent: QWidget) -> Button:
    words = parent.tr("Remove")
    name = f"{words}: {text}"
    return Button(
        theme, words, kind=ButtonKind.QUIET, glyph=Glyph.TRASH_2, name=name, parent=parent
    )
