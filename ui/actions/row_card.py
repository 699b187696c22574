"""One action as a card: what to do, what it serves, and the decision about it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.plan import Decision, EntryKey
from advisor.telling.action import ActionRow
from ui.actions.decision_form import DecisionForm
from ui.actions.ways import Ways
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Badge
from ui.widgets.cards import Card
from ui.widgets.contents import clear_out
from ui.widgets.disclosure import Disclosure
from ui.widgets.layouts import FlowLayout, column_in
from ui.widgets.lines import lines_under
from ui.widgets.text import MUTED, Heading, Text


class ActionCard(Card):
    """Shows an ``ActionRow`` and takes the decision about it."""

    def __init__(self, theme: Theme, row: ActionRow, owners: tuple[str, ...], ways: Ways) -> None:
        super().__init__(theme)
        self._theme, self.row, self._ways = theme, row, ways
        self.heading = Heading(row.text, level=2, parent=self)
        self.column.addWidget(self.heading)
        self._tags = FlowLayout(gap=8)
        self.column.addLayout(self._tags)
        self._fill_tags()
        if row.purposes:
            words = _("Helps with: {findings}").format(findings="; ".join(row.purposes))
            self.column.addWidget(Text(words, role=TextRole.SMALL, tint=MUTED, parent=self))
        self.form = DecisionForm(
            theme,
            row.decision,
            key=EntryKey.of_decision(row.id),
            name=row.text,
            suggested_owner=row.role,
            owners=owners,
            parent=self,
        )
        self.form.decided.connect(self._decide)
        self.column.addWidget(self.form)
        words = _("More about this action")
        self.more = Disclosure(theme, words, self._make_more, parent=self)
        self.more.button.setAccessibleDescription(row.text)
        self.column.addWidget(self.more)

    def show_row(self, row: ActionRow) -> None:
        """Show the same action as it is now."""
        if row == self.row:
            return
        self.row = row
        self.form.show_decision(row.decision)
        self._fill_tags()

    def _fill_tags(self) -> None:
        clear_out(self._tags)
        for mark in self.row.marks:
            self._tags.addWidget(Badge(self._theme, mark, parent=self))

    def _make_more(self) -> QWidget:
        row, theme = self.row, self._theme
        box = QWidget()
        column = column_in(box)
        who = row.role
        if row.deputy:
            who = _("{role}. Deputy: {deputy}").format(role=row.role, deputy=row.deputy)
        for title, lines in (
            (_("Done when"), (row.done_when,)),
            (_("Who could do it"), (who,)),
            (_("Take care"), (row.caution,) if row.caution else ()),
            (_("How well supported"), (row.support,)),
            (_("Sources"), row.sources),
        ):
            if lines:
                column.addWidget(lines_under(theme, title, lines, parent=box))
        return box

    @Slot(object)
    def _decide(self, decision: Decision) -> None:
        self._ways.change(EntryKey.of_decision(self.row.id), decision)
