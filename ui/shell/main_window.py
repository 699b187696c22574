"""The main window: rail, page, side panel and status line. What is in them comes from outside.

window = MainWindow(theme, entries(...))
window.add_page("home", make_home_desk, _("Home"))
window.show_page("home")        # as an entry of the rail does when a person presses it
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QToolTip, QWidget

from advisor.language import _
from ui.shell.find_bar import FindBar
from ui.shell.find_here import FindHere
from ui.shell.floating import Floating
from ui.shell.frame import Frame, Whole
from ui.shell.leading import Leading
from ui.shell.left_behind import LeftBehind
from ui.shell.one_window import bring_forward
from ui.shell.pages import Pages, PageSlot, Served
from ui.shell.placing import OnScreen
from ui.shell.rail import Rail
from ui.shell.rail_item import RailItem
from ui.shell.regions import Regions
from ui.shell.side_panel import SidePanel
from ui.shell.sides import Sides
from ui.shell.status_line import StatusLine
from ui.shell.text_size import TextSize
from ui.shell.trail import Trail
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.palette import palette
from ui.theme.theme import Theme
from ui.widgets.buttons import press_by_enter
from ui.widgets.kept import KeepsWords, KeptWords
from ui.widgets.layouts import column_in, row_in
from ui.widgets.menus import open_by_shift_f10
from ui.widgets.notice import Notice
from ui.widgets.pointer import LastUsed
from ui.widgets.scroll_area import draw_bars

_FIRST_SIZE = QSize(1280, 800)
_LEAST_SIZE = QSize(320, 240)


class MainWindow(QMainWindow, KeepsWords):
    """The frame around every page.

    F6 and Shift+F6 go round the regions; Ctrl+1 to Ctrl+9 choose an entry; Ctrl++, Ctrl+- and
    Ctrl+0 change the text size. The window changes its own size only to stay on the screen.
    """

    closing = Signal()

    def __init__(
        self, theme: Theme, entries: Sequence[RailItem], *, product: str, panel_title: str
    ) -> None:
        super().__init__()
        self._theme, self._product, self._plan_name = theme, product, ""
        self.kept_words = KeptWords(self)
        # Where a person came from to the page that is shown.
        self.page_before = ""
        self.text_size = TextSize(theme, self)
        self.rail = Rail(theme, entries, product=product)
        self.pages = Pages(theme)
        # Shows a page that a person asks for, made before that in steps of a moment.
        self.lead_to = Leading(self, self.pages, self.show_page).lead_to
        self.notice = Notice(theme)
        self.panel = SidePanel(theme, panel_title, Glyph.SPARKLES)
        self.trail = Trail(self, self.pages, self.panel, self._turn_to)
        help_title = _("Help for this page")
        self.sheet = SidePanel(theme, help_title, Glyph.CIRCLE_QUESTION_MARK, closing=Glyph.X)
        self.status_line = StatusLine(theme, panel_title)
        self._on_screen = OnScreen(self)
        self._lay_out()
        sides = self.panel, self.sheet
        regions = (self.rail, self.notice, self._middle, *sides, self.status_line)
        self._regions = Regions(self, regions)
        LeftBehind(self, self.pages)
        self._connect(entries)
        self.setMinimumSize(_LEAST_SIZE)
        self.resize(_FIRST_SIZE)
        self._style_regions()

    @property
    def current_page(self) -> str:
        """The key of the page that is shown; empty before the first."""
        return self.pages.current_key

    def add_page(
        self,
        key: str,
        make: Callable[[], Served],
        title: str,
        *,
        entry: str = "",
        has_panel: bool = False,
        is_alone: bool = False,
    ) -> None:
        """Know a page; what serves it is made, with the page, when it is first shown.

        `entry` is the rail's entry it belongs to, the page's own unless given. With
        `has_panel` the side panel is beside it; one that `is_alone` has no rail either.
        """
        page = PageSlot(
            make, title=title, entry=entry or key, has_panel=has_panel, is_alone=is_alone
        )
        self.pages.add(key, page)

    def show_page(self, key: str, at: str = "") -> QWidget:
        """Show a page, mark its entry, focus its heading and return its widget.

        What is being written on the page that is left is taken over first; ``at`` names what
        is wanted on the page that is shown. Where the page is guarded, that may be asked first.
        """
        if not self.pages.may_leave(key, partial(self.show_page, key, at)):
            self.rail.show_current(self.pages.page(self.current_page).entry)
            return self.pages.made(self.current_page).page
        self.flush()
        if key != self.pages.current_key:
            self.trail.go_on()
            self.page_before = self.pages.current_key
        return self._turn_to(key, at)

    def _turn_to(self, key: str, at: str = "") -> QWidget:
        page = self.pages.page(key)
        if key != self.pages.current_key:
            self.notice.leave_page()
            self.rail.close_steps()
            self.sides.leave_page()
        desk = self.pages.made(key)
        desk.prepare()
        self.pages.leave_for(key)
        self._fit()
        widget = self.pages.show_page(key)
        # Once the keyboard has left the rail: there it would be said before the page.
        self.rail.show_current(page.entry)
        self._name_window()
        self.status_line.show_way_back(self.trail.title_behind)
        desk.at = at
        desk.arrive()
        return widget

    def flush(self) -> None:
        """Take over what is being written on the page that is shown."""
        self.pages.flush()
        self.kept_words.flush()

    def make_ahead(self, key: str) -> Iterator[None]:
        """Make a page before it is shown; yield after each step of a moment."""
        return self.pages.make_ahead(key)

    def forget_page(self, key: str) -> None:
        """Throw a page's widget away, to be made again for other content."""
        self.pages.forget(key)

    def remove_page(self, key: str) -> None:
        """Know a page no more."""
        self.pages.remove(key)
        self.forget_way_to(key)

    def forget_way_to(self, key: str) -> None:
        """Let *back* and *forward* lead no more to a page: what was on it is over."""
        self.trail.forget(key)
        self.status_line.show_way_back(self.trail.title_behind)

    def show_plan(self, name: str | None) -> None:
        """Show the rail's entries for the open plan under its name, or leave them out.

        The window is named anew with the page that follows, where one does: named before, the
        page that is left would be read out once more.
        """
        before, self._plan_name = self._plan_name, name or ""
        self.rail.show_plan(name)
        if before and name:
            self._name_window()
        elif before:
            QTimer.singleShot(0, self, self._name_without_plan)

    def set_panel(self, content: QWidget) -> None:
        """Put this in the side panel."""
        self.panel.set_content(content)

    def set_panel_summary(self, summary: str, said: str) -> None:
        """Say in a few words what is in the panel, for the button that opens it.

        ``said`` is read by a screen reader where F6 leads into it.
        """
        self.status_line.name_panel_button(summary)
        self.panel.heading.read_here(said)

    def restore_place(self, place: QRect) -> None:
        """Put the window where it was, as far as that fits a screen that is there now."""
        self._on_screen.restore(place)

    def come_forward(self) -> None:
        """Show the window in front of the others, as large as it was and whole on its screen."""
        bring_forward(self)
        self._on_screen.fit()

    def has_room(self) -> bool:
        """Return whether the screen has room for the window and the frame around it."""
        room, bar = self.screen().availableSize(), self._theme.metrics.px(40)
        return room.width() >= self.width() and room.height() >= self.height() + bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button, as it does everywhere else."""
        if press_by_enter(self.focusWidget(), event):
            return
        if event.key() == Qt.Key.Key_Escape and self.sides.escape():
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the buttons at the side of a mouse go back and forward."""
        if not self.trail.go_by(event.button()):
            super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._middle = QWidget()
        self._bar = FindBar(self._theme)
        self.find_here = FindHere(self._theme, self, self.pages, self._bar)
        column = column_in(self._middle, 0)
        column.addWidget(self._bar)
        column.addWidget(self.pages, 1)
        self.sides = Sides(self._theme, self._middle, self.panel, self.sheet, self.status_line)
        self.find_here.opening.connect(self.sides.uncover)
        whole = Whole()
        row = row_in(whole, 0)
        row.addWidget(self.rail)
        row.addLayout(self.sides.grid, 1)
        self._frame = Frame(whole)
        self.setCentralWidget(self._frame)
        Floating(self._theme, self.notice, whole, self._middle)

    def _style_regions(self) -> None:
        for region in (self.rail, self.status_line):
            self._theme.style(region)
        draw_bars(self._theme, self._frame)
        bars = self._frame.verticalScrollBar(), self._frame.horizontalScrollBar()
        for hidden in (self.notice, self._bar, self.panel, self.sheet, *bars):
            self._theme.style_once_shown(hidden)
        self._recolour()
        self._fit()

    def _connect(self, entries: Sequence[RailItem]) -> None:
        self.rail.chosen.connect(self.lead_to)
        self.status_line.back_asked.connect(self.trail.back)
        self._theme.changed.connect(self._recolour)
        self._theme.changed.connect(self._fit)
        LastUsed(self)
        open_by_shift_f10(self)
        for number, entry in enumerate(entries[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self.rail.press, entry.key))

    def _recolour(self) -> None:
        # The regions are styled one by one; the window itself shows only its background.
        self.setPalette(palette(self._theme.colours))
        QToolTip.setPalette(self.palette())
        QToolTip.setFont(self._theme.font(TextRole.SMALL))

    def _fit(self) -> None:
        """Give each region the room there is at this width and text size."""
        metrics, key = self._theme.metrics, self.pages.current_key
        self.rail.setVisible(not (key and self.pages.page(key).is_alone))
        self.rail.set_slim(metrics.is_narrow(self.width()))
        has_panel = bool(key) and self.pages.page(key).has_panel
        self.sides.fit(self.width(), has_panel=has_panel)

    def _name_without_plan(self) -> None:
        if not self._plan_name:
            self._name_window()

    def _name_window(self) -> None:
        key = self.pages.current_key
        title = self.pages.page(key).title if key else ""
        parts = (title, self._plan_name, self._product)
        self.setWindowTitle(" – ".join(part for part in parts if part))
