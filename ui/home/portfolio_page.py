"""All plans in one table: how every risk stands in each of them, and what they share."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import N_, _, ngettext
from advisor.models.marks import Mark
from advisor.models.papers import TableFormat
from advisor.telling.portfolio import LEAD, TITLE, PortfolioStory
from advisor.telling.portfolio_cell import CellStory
from advisor.telling.spoken import in_one_run
from ui.home.portfolio_table import PortfolioTable, keys_of
from ui.home.portfolio_which import PRINT, SAVE, WhichPlans
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.states import SHOWINGS
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer, announce
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.cards import Card
from ui.widgets.finding import HasSearch
from ui.widgets.layouts import FlowLayout, column_in, fill, row_in
from ui.widgets.menus import open_below
from ui.widgets.pictures import Picture
from ui.widgets.progress import ProgressLine
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.text import ERROR, MUTED, Heading, Summary, Text
from ui.widgets.turning import TurningRow, is_short_of_room

_WAYS = (
    (TableFormat.PDF, N_("Save as P&DF…"), Glyph.FILE_DOWN),
    (TableFormat.XLSX, N_("Save as &table…"), Glyph.DOWNLOAD),
)
_SIDE, _ROOMY, _SHORT, _CARD = 26, 860, 640, 560
"""From which width on all buttons stand beside the title, where they are few, and the button of
the chosen cell beside its words."""

_MORE_WAYS = (
    (TableFormat.CSV, N_("Save as table (CSV)…")),
    (TableFormat.JSON, N_("Save as JSON…")),
)


class PortfolioPage(QWidget, HasSearch):
    """Shows the table and reports what is wanted with it.

    ``save_wanted`` carries a kind of file and the plans that are to be in it, ``print_wanted``
    the plans to be printed; where only some plans are shown it is asked which are meant.
    ``saving_stopped()`` asks that nothing more is written. ``table`` reports which cell is to be
    explained and opened, ``open_button`` that the explained one is to be opened.
    """

    save_wanted = Signal(object, object)
    print_wanted = Signal(object)
    saving_stopped = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_(TITLE))
        self.heading = Heading(_(TITLE), level=1, parent=self)
        self.first = Summary("", of=self.heading, role=TextRole.SUBHEADING, tint=ERROR, parent=self)
        self.sentence = Text("", role=TextRole.LEAD, parent=self)
        self.note = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.search = SearchField(theme, _("Find a plan"), parent=self)
        self.search.searched.connect(self._find)
        self.none_found = Text("", tint=MUTED, parent=self)
        self.none_found.hide()
        self.table = PortfolioTable(theme, self)
        self._which = WhichPlans(self.table.plans, self)
        self._make_buttons()
        self._announcer, self._told_row = Announcer(self), -1
        self._make_cell_card()
        self._make_progress()
        self._make_saving()
        self._lay_out()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many plans have been advised on."""
        words = _("{n} of {all} plans").format(n=done, all=total)
        self.progress.show_progress(done, total, words)
        self._show(is_working=True)

    def show_story(self, story: PortfolioStory, note: str = "") -> None:
        """Show plans beside each other; ``note`` says where they are not all."""
        self.first.sum_up(story.first, spoken=in_one_run((story.first, story.sentence)))
        self.first.setVisible(bool(story.first))
        self.sentence.setText(story.sentence)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.search.line.clear()
        self._told_row = -1
        self.table.show_story(story)
        self._show(is_working=False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cell(self, told: CellStory) -> None:
        """Explain the cell that is chosen."""
        self._cell_title.setText(told.title)
        self._cell_words.setText(told.sentence)
        self.cell_card.setAccessibleDescription(told.sentence)
        self._show_sign(told.mark)
        # Of another plan a screen reader has said every cell: it is told which one this is.
        row = self.table.currentIndex().row()
        is_new = row != self._told_row or self._announcer.is_waiting
        risk = told.risk if is_new else ""
        self._told_row = row
        self._announcer.say_soon(in_one_run((risk, told.sentence)))

    def show_cell_soon(self, title: str, mark: Mark, words: str, *, leads_on: bool) -> None:
        """Say at once which cell is chosen, before it is explained."""
        self._cell_title.setText(title)
        self._cell_words.setText(words)
        self.open_button.setVisible(leads_on)
        self._show_sign(mark)

    @Slot(str)
    def _find(self, wanted: str) -> None:
        """Show the plans whose titles have the words."""
        self.table.plans.show_only(wanted)
        self.table.show_plans()
        found = self.table.plans.rowCount()
        none = "" if found else _("No plan has “{text}” in its name.").format(text=wanted)
        self.none_found.setText(none)
        self.none_found.setVisible(not found)
        for part in (self.table, self.cell_card):
            part.setVisible(found > 0)
        self._announcer.say_soon(none or ngettext("{n} plan", "{n} plans", found).format(n=found))

    def _show_sign(self, mark: Mark) -> None:
        showing = SHOWINGS[mark]
        self._cell_sign.show_glyph(showing.glyph, showing.tone)

    def _show(self, *, is_working: bool) -> None:
        has_plans = self.table.plans.rowCount() > 0
        self._working.setVisible(is_working)
        self.none_found.hide()
        for part in (self.search, self.table, self.cell_card, self.keys_hint):
            part.setVisible(has_plans and not is_working)
        for button in (self.more_button, *self.save_buttons.values(), self.print_button):
            button.setEnabled(has_plans and not is_working)

    def show_saving(self, done: int, total: int) -> None:
        """Say how much of the file is written."""
        words = _("Writing: {n} of {all} plans").format(n=done, all=total)
        self.saving.show_progress(done, total, words)
        if self._writing.isHidden():
            self._writing.show()
            announce(self, words)

    def show_saved(self) -> None:
        """Nothing is written any more."""
        self._writing.hide()

    def make_menu(self) -> QMenu:
        """Return what else the table can be saved as."""
        menu = QMenu(self)
        hidden = [each for each in _WAYS if self.save_buttons[each[0]].isHidden()]
        for form, words in (*((form, words) for form, words, _glyph in hidden), *_MORE_WAYS):
            self._which.add_to(menu, _(words), partial(self.save_wanted.emit, form))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _make_buttons(self) -> None:
        self.more_button = IconButton(
            self._theme, Glyph.ELLIPSIS, name=_("Other kinds of file"), parent=self
        )
        self.more_button.clicked.connect(self._open_menu)
        self.save_buttons: dict[TableFormat, Button] = {}
        for form, words, glyph in _WAYS:
            button = Button(self._theme, _(words), glyph=glyph, parent=self)
            self._which.ask_at(button, SAVE, partial(self.save_wanted.emit, form))
            self.save_buttons[form] = button
        self.print_button = Button(
            self._theme, _("&Print…"), kind=ButtonKind.PRIMARY, glyph=Glyph.PRINTER, parent=self
        )
        self._which.ask_at(self.print_button, PRINT, self.print_wanted.emit)

    def _open_menu(self) -> None:
        open_below(self.make_menu(), self.more_button)

    def _make_saving(self) -> None:
        self._writing = QWidget(self)
        self.saving = ProgressLine(
            self._theme, name=_("Plans that were written"), parent=self._writing
        )
        self.cancel = Button(self._theme, _("Cancel"), glyph=Glyph.X, parent=self._writing)
        self.cancel.clicked.connect(self.saving_stopped)
        row = row_in(self._writing, self._theme.metrics.space(12))
        row.addWidget(self.saving, 1)
        row.addWidget(self.cancel)
        self._writing.hide()

    def _make_progress(self) -> None:
        self._working = QWidget(self)
        column = column_in(self._working)
        self.progress = ProgressLine(
            self._theme, name=_("Plans that were advised on"), parent=self._working
        )
        self.stop = Button(self._theme, _("&Stop"), glyph=Glyph.X, parent=self._working)
        self.stop.clicked.connect(self.stop_wanted)
        fill(column, self.progress, self.stop)
        column.addStretch(1)

    def _make_cell_card(self) -> None:
        self.cell_card = card = Card(self._theme, name=_("The chosen cell"), parent=self)
        self._cell_sign = Picture(self._theme, Glyph.CIRCLE, size=22, parent=card)
        self._cell_title = Heading("", level=2, role=TextRole.STRONG, parent=card)
        self._cell_words = Text("", role=TextRole.SMALL, tint=MUTED, parent=card)
        self.open_button = Button(
            self._theme, _("&Open this risk"), trailing=Glyph.CHEVRON_RIGHT, parent=card
        )
        words = QWidget(card)
        fill(column_in(words, self._theme.metrics.space(4)), self._cell_title, self._cell_words)
        row = TurningRow(self._theme, least=_CARD, parent=card)
        row.add(self._cell_sign, at_top=True)
        row.add(words, grows=True)
        row.add(self.open_button)
        card.column.addWidget(row)
        self.keys_hint = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        parts = (*self.save_buttons.values(), self.print_button)
        fill(FlowLayout(buttons, gap=4), self.search, self.more_button, *parts)
        self._top = top = TurningRow(self._theme, least=_ROOMY, parent=self)
        top.add(self.heading, grows=True)
        top.add(buttons)
        # Where all of it has no room the page scrolls, and the table keeps some rows.
        self._scroll = ScrollColumn(self._theme, wide=True, parent=self)
        column = self._scroll.column
        fill(column, top, self._writing, self.first, self.sentence, self.note, self.none_found)
        column.addWidget(self._working, 1)
        column.addWidget(self.table, 1)
        fill(column, self.cell_card, self.keys_hint)
        column_in(self, 0).addWidget(self._scroll)
        self._show(is_working=True)
        self._fit()
        self._theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        """Where room is short leave the files to the menu: the table comes sooner."""
        is_short = is_short_of_room(self, self._theme, side=_SIDE, least=_ROOMY)
        for button in self.save_buttons.values():
            button.setVisible(not is_short)
        self._top.set_least(_SHORT if is_short else _ROOMY)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        self._fit_width()
        self.keys_hint.setText(" ".join((keys_of(self._theme), _(LEAD))))
        self.table.setAccessibleDescription(self.keys_hint.text())
        self._scroll.set_margins(_SIDE, 14)
        self._scroll.column.setSpacing(metrics.space(8))
        self.search.setFixedWidth(metrics.px(170))
        self.table.setMinimumHeight(metrics.px(250))
