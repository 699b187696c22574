"""The actions page: one list to share out the work, and all about an action beside it.

For whoever composes the window::

    page = ActionsPage(theme, stage_names)
    page.show_list(told)      # again after every decision; the keyboard stays

Signals: ``changed(key, entry)`` for a decision or an entry of one's own, new ones too;
``marked({key: entry})`` for several at once; ``removed(key)``: save each and advise again.
``paper_wanted()`` leads to the papers. Call ``finish_writing()`` before the page is left or
the program ends, so that a note that is being written counts.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.plan import Decision, Entry, EntryKey, OwnAction
from advisor.telling.action_list import SHOW_WORDS, ActionList, Show
from advisor.telling.spoken import in_one_run
from advisor.telling.words import CHOICE
from ui.actions.bulk_bar import BulkBar
from ui.actions.list_model import ActionsModel
from ui.actions.more_found import MoreFound
from ui.actions.pane import ActionPane, Stages
from ui.actions.table import ActionsTable
from ui.actions.ways import Ways
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer, announce
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chips import Chips
from ui.widgets.fields import ChoiceField
from ui.widgets.finding import HasSearch
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.search_field import SearchField
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Summary, Text
from ui.widgets.turning import TurningRow

_PANE = 400
_LEAST_TITLE = 300
_ROOMY, _FINDING_FROM = 760, 560
"""The least width at which all is offered at once, and at which finding stands in one row."""


class ActionsPage(QWidget, HasSearch):
    """Shows what to do, first what matters most, and asks for decisions."""

    changed = Signal(object, object)
    marked = Signal(object)
    removed = Signal(object)
    paper_wanted = Signal()

    def __init__(self, theme: Theme, stages: Stages) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Actions"))
        self._announcer = Announcer(self)
        ways = Ways(change=self.changed.emit, remove=self.removed.emit)
        self.heading = Heading(_("Actions"), level=1)
        self.sentence = Summary("", of=self.heading, role=TextRole.LEAD)
        self.model = ActionsModel()
        self.table = ActionsTable(theme, self.model, self._take)
        self.pane = ActionPane(theme, ways, stages)
        self._hint = Text(_("Nothing is compulsory; only you know what fits."), tint=MUTED)
        self.show_chips = self._make_chips()
        self.show_choice = ChoiceField(theme, _("Show"), list(_shows()))
        self.search = SearchField(theme, _("Find an action"))
        self.nothing_shown = Text(_("No action is shown with this choice."), tint=MUTED)
        self.more = MoreFound(theme, self._choose_show, then=self.table)
        self.bulk = BulkBar(
            theme,
            decide=lambda choice, at: self.table.deciding.decide(self.model.chosen, choice, at),
            who=lambda at: self.table.deciding.ask_who(self.model.chosen, at),
            when=lambda at: self.table.deciding.ask_when(self.model.chosen, at),
            clear=self._choose_none,
        )
        self._lay_out()
        self._connect()
        self.tab_order = TabOrder(self)

    def sum_up(self, told: ActionList) -> None:
        """Say at the heading how far the actions of a plan are."""
        self.sentence.sum_up(told.sentence, spoken=f"{told.sentence} {self._hint.text()}")

    def show_list(self, told: ActionList) -> None:
        """Show the actions of a plan; rows change in place where they are the same."""
        self.own_button.setEnabled(True)
        self.sum_up(told)
        for show, count in told.counts().items():
            words = _("{show} {n}").format(show=SHOW_WORDS[show], n=count)
            self.show_chips.chips[show.value].say(words)
            self.show_choice.combo.setItemText(list(Show).index(show), words)
        self.table.deciding.owners = told.owners
        self.pane.owners = told.owners
        self.model.show_list(told)
        self._show_current()
        self._count_shown()

    def open_action(self, key: EntryKey) -> None:
        """Show all about one action beside the list, or in its place where there is no room."""
        line = self.model.line_of(key)
        if line is not None:
            self.pane.show_line(line)
            self.pane.show()
            self._fit()
            self.pane.take_focus()

    def finish_writing(self) -> None:
        """Count what is being written as written."""
        if self.table.writing is not None:
            self.table.writing.close()
        for form in self.pane.forms:
            form.finish_writing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Building

    def _make_chips(self) -> Chips:
        chips = Chips(self._theme, list(_shows()), name=_("Which actions to show"))
        chips.select((Show.KEY.value,))
        return chips

    def _title_row(self) -> TurningRow:
        theme = self._theme
        paper = Button(
            theme, _("&Make the checklist"), kind=ButtonKind.PRIMARY, glyph=Glyph.PRINTER
        )
        paper.clicked.connect(self.paper_wanted)
        self.own_button = Button(theme, _("Add your &own"), glyph=Glyph.PLUS)
        self.own_button.clicked.connect(self.add_own)
        buttons = QWidget()
        fill(FlowLayout(buttons, gap=6), self.own_button, paper)
        title = TurningRow(theme, least=_LEAST_TITLE)
        title.add(self.heading)
        title.add(self._hint, grows=True)
        title.add(buttons)
        return title

    def _lay_out(self) -> None:
        space = self._theme.metrics.space
        self._so_far = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._so_far.addWidget(self.sentence, 1)
        self._finding = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._finding.setSpacing(space(12))
        self._finding.addWidget(self.search, 0, Qt.AlignmentFlag.AlignBottom)
        self._finding.addWidget(self.show_choice, 1)
        self._so_far.addLayout(self._finding)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(space(12))
        self._sides.addWidget(self.table, 1)
        self._sides.addWidget(self.pane)
        self._margin = space(26)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._margin, space(14), self._margin, space(10))
        column.setSpacing(space(8))
        column.addWidget(self._title_row())
        column.addLayout(self._so_far)
        column.addWidget(self.show_chips)
        fill(column, self.nothing_shown, self.more)
        column.addLayout(self._sides, 1)
        column.addWidget(self.bulk)
        for hidden in (self.pane, self.bulk, self.nothing_shown):
            hidden.hide()
        # Until there is a plan nothing can be added to it.
        self.own_button.setEnabled(False)

    def _connect(self) -> None:
        self.show_chips.selected.connect(self._filter)
        self.show_choice.chosen.connect(self._choose_show)
        self.search.searched.connect(self._filter)
        self.table.opened.connect(self.open_action)
        self.table.closing_asked.connect(self._close_pane)
        self.pane.closing_asked.connect(self._close_pane)
        self.model.chosen_changed.connect(self._show_bulk)
        self.removed.connect(self._gone)
        self._theme.resized.connect(self._fit)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.pane, self._close_pane, context=within)

    # What a person does

    def _take(self, entries: Mapping[EntryKey, Entry]) -> None:
        if len(entries) == 1:
            for key, entry in entries.items():
                line = self.model.line_of(key)
                was = line.decision if line is not None else None
                self.changed.emit(key, entry)
                now = entry.decision if isinstance(entry, OwnAction) else entry
                if isinstance(now, Decision) and was is not None and now.choice is not was.choice:
                    announce(self, CHOICE[now.choice])
        else:
            self.marked.emit(entries)

    @Slot()
    def _filter(self, _keys: object = None) -> None:
        show = Show((*self.show_chips.selection, Show.KEY)[0])
        self.show_choice.set_choice(show.value)
        words = self.search.text.strip()
        self.model.show_only(show, words)
        self._count_shown()
        if words:
            n = self.model.count
            found = ngettext("{n} action found.", "{n} actions found.", n).format(n=n)
            said = found if n else self.nothing_shown.text()
            self._announcer.say_soon(in_one_run((said, self.more.text())))

    @Slot(str)
    def _choose_show(self, key: str) -> None:
        self.show_chips.select((key,))
        self._filter()

    def _count_shown(self) -> None:
        self.nothing_shown.setVisible(not self.model.rows)
        self.more.show_number(self.model.elsewhere, self.model.count)

    @Slot()
    def add_own(self) -> None:
        """Ask for an action or a risk of one's own, beside the list."""
        self.pane.show()
        self._fit()
        self.pane.show_new()

    @Slot()
    def _close_pane(self) -> None:
        self.finish_writing()
        self.pane.hide()
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _gone(self, key: EntryKey) -> None:
        self.pane.forget_said()
        if key == self.pane.key:
            self._close_pane()

    def _show_current(self) -> None:
        """Keep what stands beside the list as it is now; what is gone goes."""
        if self.pane.key is None:
            return
        line = self.model.line_of(self.pane.key)
        if line is not None:
            self.pane.show_line(line)
        elif not self.pane.isHidden():
            self._close_pane()

    def _choose_none(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.choose(self.model.chosen, chosen=False)

    @Slot()
    def _show_bulk(self) -> None:
        count = len(self.model.chosen)
        self.bulk.show_count(count)
        if bool(count) is self.bulk.isHidden():
            self.bulk.setVisible(bool(count))
            if count:
                self._announcer.say_soon(self.bulk.count.text())

    @property
    def _has_room_for_both(self) -> bool:
        """Whether the list cuts no words beside the pane."""
        sides = self.width() - 2 * self._margin - self._sides.spacing()
        return sides - self._theme.metrics.px(_PANE) >= self.table.least_width

    def _fit(self) -> None:
        """Leave the list beside the pane, or the pane alone where there is no room for both."""
        px = self._theme.metrics.px
        wide, both = self.width() >= px(_ROOMY), self._has_room_for_both
        listing = both or self.pane.isHidden()
        self._hint.setVisible(wide and listing)
        self.show_chips.setVisible(wide and listing)
        self.more.setVisible(listing and bool(self.more.text()))
        if not listing and self.table.hasFocus():
            self.pane.take_focus()
        for part in (self.sentence, self.search, self.table):
            part.setVisible(listing)
        self.show_choice.setVisible(listing and not wide)
        self.bulk.set_narrow(narrow=not wide)
        self.search.setFixedWidth(px(220))
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._so_far.setDirection(beside if wide else under)
        # In large text rows are left to be seen.
        self._finding.setDirection(beside if self.width() >= px(_FINDING_FROM) else under)
        self.pane.setMinimumWidth(px(_PANE) if both else 0)
        self.pane.setMaximumWidth(px(_PANE) if both else 16_777_215)


def _shows() -> Iterator[tuple[str, str]]:
    for show, title in SHOW_WORDS.items():
        yield show.value, title
