"""Choosing which findings to see."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.evidence import Domain
from advisor.models.findings import RiskState, Verdict
from advisor.models.pack import Pack
from advisor.telling.filters import Filter
from advisor.telling.words import DOMAIN, RISK_STATE, VERDICT
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import ChoiceField
from ui.widgets.layouts import FlowLayout, column_in
from ui.widgets.text import MUTED, Text

ANY = ""


class FilterBar(QWidget):
    """Five lists to choose from. ``changed(filter)`` follows what a person chose."""

    changed = Signal(object)

    def __init__(self, theme: Theme, pack: Pack) -> None:
        super().__init__()
        self._theme = theme
        self._announcer = Announcer(self)
        column = column_in(self)
        row = FlowLayout(gap=theme.metrics.space(10))
        self.domain = self._field(_("About"), DOMAIN.items())
        self.verdict = self._field(_("Applies or not"), VERDICT.items())
        self.state = self._field(_("State of a risk"), RISK_STATE.items())
        principles = [(term.label, term.label) for term in pack.principles]
        self.principle = self._field(_("Principle"), principles)
        sections = [(section.id, section.title) for section in pack.questionnaire.sections]
        self.section = self._field(_("Answers in section"), sections)
        for field in self._fields:
            row.addWidget(field)
        column.addLayout(row)
        self.everything = Button(theme, _("Show everything"), kind=ButtonKind.QUIET, parent=self)
        self.everything.clicked.connect(self.clear)
        self._count = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        below = FlowLayout(gap=theme.metrics.space(10))
        below.addWidget(self.everything)
        column.addWidget(self._count)
        column.addLayout(below)

    @property
    def filter(self) -> Filter:
        """What is chosen now."""
        domain, verdict, state = self.domain.choice, self.verdict.choice, self.state.choice
        return Filter(
            domain=Domain(domain) if domain else None,
            verdict=Verdict(verdict) if verdict else None,
            state=RiskState(state) if state else None,
            principle=self.principle.choice,
            section=self.section.choice,
        )

    def show_count(self, shown: int, total: int) -> None:
        """Say how many findings pass."""
        words = _("{shown} of {total} statements shown.").format(shown=shown, total=total)
        self._count.setText(words)
        if not self.filter.is_empty:
            self._announcer.say_soon(words)

    @Slot()
    def clear(self) -> None:
        """Show everything again."""
        for field in self._fields:
            field.set_choice(ANY)
        self.changed.emit(self.filter)

    @property
    def _fields(self) -> tuple[ChoiceField, ...]:
        return (self.domain, self.verdict, self.state, self.principle, self.section)

    def _field(self, label: str, options: Iterable[tuple[str, str]]) -> ChoiceField:
        choices = [(ANY, _("All")), *((str(key), words) for key, words in options)]
        field = ChoiceField(self._theme, label, choices, parent=self)
        field.setFixedWidth(self._theme.metrics.px(340))
        field.chosen.connect(self._chosen)
        return field

    @Slot(str)
    def _chosen(self, _key: str) -> None:
        self.changed.emit(self.filter)
