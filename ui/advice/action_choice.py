"""One action in the pane: a tick that takes it on, who and when, in place, or not for us."""

import datetime
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.language import _
from advisor.models import texts
from advisor.models.ids import ConfigurationId
from advisor.models.plan import Choice, Decision, EntryKey
from advisor.models.stored import field_of
from advisor.telling.action import ActionRow
from advisor.telling.spoken import in_one_run
from advisor.telling.words import CHOICE
from ui.advice.asks import Asks
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.badge import Tag
from ui.widgets.beside import Beside
from ui.widgets.contents import clear_out
from ui.widgets.date_field import DateField
from ui.widgets.fields import TextField
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.link_button import LinkButton
from ui.widgets.text import MUTED, Text
from ui.widgets.tick_line import SIDE, TickLine


class ActionChoice(QWidget):
    """Shows an ``ActionRow`` and takes what is decided about it, where it stands."""

    def __init__(
        self, theme: Theme, row: ActionRow, here: ConfigurationId, asks: Asks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._here, self._asks = theme, here, asks
        self.row, self._key = row, EntryKey.of_decision(row.id)
        self.owner: TextField | None = None
        self.due: DateField | None = None
        self.reason: TextField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.metrics.space(4))
        self._column.setSpacing(0)
        self.tick = TickLine(theme, row.text, meaning=CHOICE[Choice.WE_WILL], parent=self)
        self.tick.clicked.connect(self._ticked)
        self._below = QWidget(self)
        inner = QVBoxLayout(self._below)
        inner.setContentsMargins(theme.metrics.px(SIDE) + theme.metrics.space(12), 0, 0, 0)
        inner.setSpacing(theme.metrics.space(4))
        self._ways = FlowLayout(gap=theme.metrics.space(6))
        self._hint = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        fill(inner, self._ways)
        inner.addWidget(self._hint)
        self._inner = inner
        fill(self._column, self.tick, self._below)
        self._show()

    def show_row(self, row: ActionRow) -> None:
        """Show the same action as it is now; what is being written is left alone."""
        if row != self.row:
            self.row = row
            self._show()

    def _show(self) -> None:
        row, decision = self.row, self.row.decision
        self.tick.setChecked(row.is_done_or_meant)
        self.tick.setEnabled(not row.shown_by_answers)
        hint = _hint(row, self._here)
        self._hint.setText(hint)
        self.tick.setAccessibleDescription(in_one_run((CHOICE[Choice.WE_WILL], hint)))
        self._hint.setVisible(bool(hint))
        had_focus = any(each.hasFocus() for each in self._below.findChildren(LinkButton))
        clear_out(self._ways)
        fill(self._ways, *self._signs(), *self._offers())
        if had_focus:
            self.tick.setFocus()
        if self.owner is not None:
            self.owner.follow(decision.owner)
        if self.due is not None:
            self.due.set_date(decision.due)
        if self.reason is not None:
            self.reason.follow(decision.reason)
            self.reason.setVisible(row.is_declined or self.reason.line.hasFocus())

    def _signs(self) -> list[QWidget]:
        """Return what is known of it: whether it is in place, meant or declined, who and when."""
        row = self.row
        made: list[QWidget] = []
        if row.shown_by_answers:
            words, glyph = _("In place, from your answers"), Glyph.CHECK
            made.append(Tag(self._theme, words, glyph=glyph, tone=Tone.POSITIVE, parent=self))
        elif row.decision.choice in _SIGNS:
            glyph, tone = _SIGNS[row.decision.choice]
            made.append(Tag(self._theme, row.state, glyph=glyph, tone=tone, parent=self))
        return made

    def _offers(self) -> list[QWidget]:
        """Return what can be decided besides the tick."""
        row, choice, offers = self.row, self.row.decision.choice, []
        if row.shown_by_answers:
            return []
        if choice is not Choice.NOT_FOR_US:
            offers.append((row.who_and_when or _("Who? By when?"), self._ask_who))
        if choice is not Choice.IN_PLACE:
            offers.append((CHOICE[Choice.IN_PLACE], partial(self._choose, Choice.IN_PLACE)))
        if choice is not Choice.NOT_FOR_US:
            offers.append((CHOICE[Choice.NOT_FOR_US], partial(self._choose, Choice.NOT_FOR_US)))
        made: list[QWidget] = []
        for words, do in offers:
            name = _("{what}: {action}").format(what=words, action=row.text)
            button = LinkButton(self._theme, words, name=name, parent=self._below)
            button.clicked.connect(do)
            made.append(button)
        return made

    def _decide(self, decision: Decision) -> None:
        if decision != self.row.decision:
            self._asks.decide(self.row.id, decision)

    @Slot()
    def _ticked(self) -> None:
        self._asks.tick(self.row.id, self.tick.isChecked())

    def _choose(self, choice: Choice) -> None:
        self._decide(replace(self.row.decision, choice=choice))
        if choice is Choice.NOT_FOR_US:
            self._ask_reason()

    @Slot()
    def _ask_who(self) -> None:
        """Ask who and by when; both can be left."""
        if self.owner is None:
            suggested = _("Suggested: {owner}").format(owner=self.row.role)
            self.owner = TextField(
                self._theme,
                _("Who"),
                kept_as=field_of(self._key, "owner"),
                hint=suggested if self.row.role else "",
                longest=texts.TITLE_LENGTH,
            )
            self.owner.line.setAccessibleName(_("Who: {action}").format(action=self.row.text))
            hint = _("Leave blank if open")
            self.due = DateField(
                self._theme, _("By when"), kept_as=field_of(self._key, "due"), hint=hint
            )
            self.due.line.setAccessibleName(_("By when: {action}").format(action=self.row.text))
            self.owner.finished.connect(self._take_owner)
            self.due.edited.connect(self._take_due)
            who = Beside(self._theme, least=190)
            who.add(self.owner, fills=False)
            who.add(self.due, fills=False)
            self._inner.addWidget(who)
            self.owner.set_text(self.row.decision.owner)
            self.due.set_date(self.row.decision.due)
        self.owner.take_focus()

    def _ask_reason(self) -> None:
        if self.reason is None:
            hint = _("It stays on the checklist with your reason.")
            self.reason = TextField(
                self._theme,
                _("Why not"),
                kept_as=field_of(self._key, "reason"),
                hint=hint,
                longest=texts.NOTE_LENGTH,
            )
            self.reason.line.setAccessibleName(_("Why not: {action}").format(action=self.row.text))
            self.reason.finished.connect(self._take_reason)
            self._inner.addWidget(self.reason)
        self.reason.show()
        self.reason.take_focus()

    @Slot(str)
    def _take_owner(self, owner: str) -> None:
        self._decide(replace(self.row.decision, owner=texts.tidied(owner).strip()))

    @Slot(object)
    def _take_due(self, due: datetime.date | None) -> None:
        self._decide(replace(self.row.decision, due=due))

    @Slot(str)
    def _take_reason(self, reason: str) -> None:
        self._decide(replace(self.row.decision, reason=texts.tidied(reason).strip()))


_SIGNS = {
    Choice.WE_WILL: (Glyph.CALENDAR, Tone.CAUTION),
    Choice.IN_PLACE: (Glyph.CHECK, Tone.POSITIVE),
    Choice.NOT_FOR_US: (Glyph.CIRCLE_MINUS, Tone.NEUTRAL),
}


def _hint(row: ActionRow, here: ConfigurationId) -> str:
    """Say what else there is to know about an action, as one line under it."""
    parts = []
    if row.depends:
        parts.append(_("Whether it fits depends on open answers."))
    if titles := row.purposes_besides(here):
        parts.append(_("Also helps with: {findings}.").format(findings="; ".join(titles)))
    return " ".join(parts)
