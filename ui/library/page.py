"""The evidence library: everything that the advice rests on, to search and to read.

For whoever composes the window::

    page = LibraryPage(theme)
    page.show_pack(pack)
    page.show_entries(entries_of(pack))     # told elsewhere: it takes its time
    page.open_entry("N03")        # a configuration, action or source by its id
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QVBoxLayout, QWidget

from advisor.language import _, ngettext
from advisor.models.pack import Pack
from advisor.telling.library import about
from advisor.telling.outline import Part
from advisor.telling.shelves import SHELF, LibraryEntry, Shelf, found
from ui.library.detail import EntryDetail
from ui.library.entries_model import EntriesModel, EntryRows
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chips import Chips
from ui.widgets.coming_back import ComesBack
from ui.widgets.current_row import SpeaksCurrent
from ui.widgets.finding import HasSearch
from ui.widgets.link_button import LinkButton
from ui.widgets.search_field import SearchField
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Summary

EVERYTHING = ""
_BESIDE_FROM = 640


class LibraryPage(QWidget, HasSearch, ComesBack):
    """A list beside what is chosen in it; one after the other where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Evidence library"))
        self._entries: tuple[LibraryEntry, ...] = ()
        self._wanted = self._shown_id = self._kept = ""
        self._shown_entry = self._is_reaching = False
        self._about: Sequence[Part] = ()
        self._announcer = Announcer(self)
        self.heading = Heading(_("Evidence library"), level=1)
        self.search = SearchField(theme, _("Search the evidence"))
        self.shelf = self._make_shelves()
        self._count = Summary("", of=self.heading, role=TextRole.SMALL, tint=MUTED)
        self.model = EntriesModel()
        self.list = self._make_list()
        self.detail = EntryDetail(theme)
        self.detail.set_margins(14, 6)
        self._make_buttons()
        self._lay_out()
        self.tab_order = TabOrder(self)
        self.search.searched.connect(self._search)
        self.shelf.selected.connect(self._choose_shelf)
        theme.resized.connect(self._fit)

    def show_pack(self, pack: Pack) -> None:
        """Say what an edition of the evidence is."""
        self._about = about(pack)
        self.detail.show_about(self._about)
        self._order_soon()

    def show_entries(self, entries: tuple[LibraryEntry, ...]) -> None:
        """List what the edition holds."""
        self._entries = entries
        self._list()
        if self._kept:
            self._show_kept()
        # Whoever came for an entry sees it now, unless they have gone on by then.
        if self._wanted and self.isVisible():
            self.open_entry(self._wanted)

    def open_entry(self, entry_id: str) -> bool:
        """Show one entry by its id, once the entries are there; False when there is none."""
        self._wanted = "" if self._entries else entry_id
        entry = next((each for each in self._entries if each.id == entry_id), None)
        if entry is None:
            return False
        self.search.line.clear()
        self.shelf.select((entry.shelf.value,))
        self._list()
        self._is_reaching = True
        self.list.setCurrentIndex(self.model.index(self.model.row_of(entry_id)))
        self._show_entry(entry)
        self.detail.take_focus()
        return True

    def kept(self) -> str | None:
        """Return what is listed and read; None while something is looked for."""
        is_about = self._shown_entry and not self._shown_id
        if self.search.text or is_about or not self._entries:
            return None
        return f"{self._listed} {int(self._shown_entry)} {self._shown_id}"

    def come_back(self, kept: str) -> None:
        self._kept = kept

    def _show_kept(self) -> None:
        """List and show again what was kept, now that the entries are there."""
        listed, reading, entry_id = self._kept.split(" ", 2)
        self._kept = ""
        self.shelf.select((listed,))
        self._list()
        entry = next((each for each in self._entries if each.id == entry_id), None)
        if entry is not None:
            self.list.setCurrentIndex(self.model.index(self.model.row_of(entry_id)))
            self._show_entry(entry)
            self._shown_entry = bool(int(reading))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = QApplication.focusWidget()
        is_reading = here is not None and self.detail.isAncestorOf(here)
        if event.key() == Qt.Key.Key_Escape and (is_reading or self.back.isVisible()):
            self._go_back()
            return
        super().keyPressEvent(event)

    # Building

    def _make_buttons(self) -> None:
        back, glyph = _("Back to the list"), Glyph.CHEVRON_LEFT
        self.back = Button(self._theme, back, kind=ButtonKind.QUIET, glyph=glyph)
        self.back.clicked.connect(self._go_back)
        self.about_button = LinkButton(self._theme, _("About this evidence"), glyph=Glyph.INFO)
        self.about_button.clicked.connect(self.read_about)

    def _make_shelves(self) -> Chips:
        shelves = [(EVERYTHING, _("Everything"))]
        shelves += [(shelf.value, _(title)) for shelf, title in SHELF.items()]
        chips = Chips(self._theme, shelves, name=_("What to list"))
        chips.select((Shelf.CONFIGURATIONS.value,))
        return chips

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(EntryRows(self._theme, view, self.model))
        view.setAccessibleName(_("Entries"))
        view.setAccessibleDescription(_("Enter reads the entry, Escape comes back."))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes late would leave the first rows measured for a width that is gone.
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        # Rows are measured a few at a time, so that a long list is there at once.
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(30)
        view.setMouseTracking(True)
        self._theme.draws(view, Sheet.VIEW)
        SpeaksCurrent(view)
        view.clicked.connect(self._open)
        view.activated.connect(self._read)
        view.selectionModel().currentChanged.connect(self._follow)
        view.verticalScrollBar().rangeChanged.connect(self._reach)
        return view

    def _lay_out(self) -> None:
        space = self._theme.metrics.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(26), space(20), space(20), space(16))
        column.setSpacing(space(10))
        for widget in (self.heading, self.search, self.shelf):
            column.addWidget(widget)
        counted = QHBoxLayout()
        counted.addWidget(self._count, 1)
        counted.addWidget(self.about_button)
        column.addLayout(counted)
        column.addWidget(self.back)
        row = QHBoxLayout()
        row.setSpacing(space(8))
        row.addWidget(self.list, 2)
        row.addWidget(self.detail, 3)
        column.addLayout(row, 1)
        self.back.hide()

    @property
    def is_beside(self) -> bool:
        """Whether list and entry are beside each other."""
        return self.width() >= self._theme.metrics.px(_BESIDE_FROM)

    @Slot()
    def _fit(self) -> None:
        beside = self.is_beside
        reading = self._shown_entry and not beside
        self.list.setVisible(beside or not reading)
        self.detail.setVisible(beside or reading)
        self.back.setVisible(reading)
        for widget in (self.search, self.shelf, self._count, self.about_button):
            widget.setVisible(not reading)

    # Listing

    @property
    def _listed(self) -> str:
        return (*self.shelf.selection, EVERYTHING)[0]

    def _list(self) -> None:
        shelf = Shelf(self._listed) if self._listed else None
        entries = found(self._entries, self.search.text, shelf)
        self.model.show_entries(entries)
        words = ngettext("{n} entry", "{n} entries", len(entries)).format(n=len(entries))
        self._count.sum_up(words)

    @Slot(str)
    def _search(self, _text: str) -> None:
        self._list()
        self._announcer.say_soon(self._count.text())

    @Slot(tuple)
    def _choose_shelf(self, _keys: tuple[str, ...]) -> None:
        self._list()
        self._announcer.say_soon(self._count.text())

    @Slot(QModelIndex, QModelIndex)
    def _follow(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show beside the list what the keyboard is on."""
        entry = self.model.entry(current)
        if entry is not None and self.is_beside:
            self._show_entry(entry)

    @Slot()
    def _reach(self) -> None:
        """Scroll to the entry that was come to once its row was measured."""
        here = self.list.currentIndex()
        if self._is_reaching and self.list.visualRect(here).isValid():
            self._is_reaching = False
            self.list.scrollTo(here)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is not None:
            self._show_entry(entry)
            if not self.is_beside:
                self.detail.take_focus()

    @Slot(QModelIndex)
    def _read(self, index: QModelIndex) -> None:
        """Lead the keyboard into an entry; Escape leads it back to the list."""
        self._open(index)
        self.detail.take_focus()

    def _show_entry(self, entry: LibraryEntry) -> None:
        self._shown_entry, self._shown_id = True, entry.id
        self.detail.show_entry(entry)
        self._fit()
        self._order_soon()

    @Slot()
    def read_about(self) -> None:
        """Lead the keyboard to what the evidence is; Escape leads it to the list."""
        self._shown_entry, self._shown_id = True, ""
        self.detail.show_about(self._about, stops=True)
        self._fit()
        self._order_soon()
        self.detail.take_focus()

    def _order_soon(self) -> None:
        # What is read stands in a scrolled column, whose changes the page does not hear of; it has
        # its place in the window a turn later.
        QTimer.singleShot(0, self, self.tab_order.renew)

    @Slot()
    def _go_back(self) -> None:
        self._shown_entry = False
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
