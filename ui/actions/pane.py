"""All about one action, or something new of one's own, beside the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.plan import Entry, EntryKey, OwnAction, OwnRisk
from advisor.telling.action_list import ListedAction
from ui.actions.decision_form import DecisionForm
from ui.actions.own_view import OwnActionCard, OwnActionForm, OwnRiskCard, OwnRiskForm
from ui.actions.row_card import ActionCard
from ui.actions.ways import Ways
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.contents import clear_out
from ui.widgets.layouts import column_in
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text import Heading

Card = ActionCard | OwnActionCard | OwnRiskCard
Stages = tuple[tuple[str, str], ...]


class ActionPane(ScrollColumn):
    """Shows what it is given; ``closing_asked`` follows its button and Escape."""

    closing_asked = Signal()

    def __init__(self, theme: Theme, ways: Ways, stages: Stages) -> None:
        super().__init__(theme, wide=True)
        self._ways, self._stages = ways, stages
        self.owners: tuple[str, ...] = ()
        self.set_margins(16, 4)
        self.card: Card | None = None
        self.key: EntryKey | None = None
        self.new_action: OwnActionForm | None = None
        self.new_risk: OwnRiskForm | None = None
        self.setAccessibleName(_("About this action"))
        self.close_button = IconButton(theme, Glyph.X, name=_("Close what stands beside the list"))
        self.close_button.clicked.connect(self.closing_asked)
        self.column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTrailing)
        body = QWidget()
        self._body = column_in(body)
        self.column.addWidget(body)
        self.column.addStretch(1)

    @property
    def forms(self) -> tuple[DecisionForm, ...]:
        """The form for a decision, if there is one."""
        return () if self.card is None or isinstance(self.card, OwnRiskCard) else (self.card.form,)

    def show_line(self, line: ListedAction) -> None:
        """Show an action or own entry; the same one changes in place."""
        if self.key == line.key and self.card is not None:
            self._renew(line)
            return
        self._empty()
        self.key, self.card = line.key, self._card(line)
        self._body.addWidget(self.card)

    def show_new(self) -> None:
        """Ask for an action or a risk of one's own."""
        self._empty()
        self.new_action = OwnActionForm(self._theme, self._stages)
        self.new_risk = OwnRiskForm(self._theme)
        for title, form in (
            (_("Add an action of your own"), self.new_action),
            (_("Add a risk of your own"), self.new_risk),
        ):
            form.made.connect(self._made)
            self._body.addWidget(Heading(title, level=2))
            self._body.addWidget(form)
        self.new_action.text.take_focus()

    def forget_said(self) -> None:
        """Say no more where the last own entry went."""
        for form in (self.new_action, self.new_risk):
            if form is not None:
                form.forget_said()

    def take_focus(self) -> None:
        """Move the keyboard to the heading of what is shown."""
        if self.card is not None:
            self.card.heading.take_focus()

    def _made(self, own: OwnAction | OwnRisk) -> None:
        entry: Entry = own
        self._ways.change(own.key, entry)

    def _renew(self, line: ListedAction) -> None:
        match self.card, line.own:
            case OwnActionCard() as card, OwnAction() as own:
                card.show_own(own)
            case OwnRiskCard() as card, OwnRisk() as own:
                card.show_own(own)
            case ActionCard() as card, _ if line.row is not None:
                card.show_row(line.row)
            case _:
                pass

    def _card(self, line: ListedAction) -> Card:
        if isinstance(line.own, OwnAction):
            return OwnActionCard(self._theme, line.own, self._stages, self._ways)
        if isinstance(line.own, OwnRisk):
            return OwnRiskCard(self._theme, line.own, self._ways)
        if line.row is None:
            raise ValueError(line.key)
        return ActionCard(self._theme, line.row, self.owners, self._ways)

    def _empty(self) -> None:
        for form in self.forms:
            form.finish_writing()
        clear_out(self._body)
        self.card = self.key = self.new_action = self.new_risk = None
