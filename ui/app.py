"""The composition root: everything is made here, and connected to each other here.

The first picture is drawn before the database, the evidence and the papers are even
imported; a worker does that while the person already sees her home.
"""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from advisor import locations
from advisor.errors import AdvisorError, FileRefused
from advisor.language import _
from advisor.models.pack import Pack
from advisor.version import VERSION
from ui.awake.first_paint import FirstPaint
from ui.awake.garbage import GarbageSearch
from ui.awake.tasks import Worker
from ui.compare.compare_desk import COMPARE
from ui.desks import HOME, LIBRARY, Desks, Room
from ui.help.help_page import HelpPage
from ui.help.tour import Tour
from ui.home.home_page import HomePage
from ui.home.plans_model import PlansModel
from ui.paper.paper_desk import PAPER
from ui.plan.closing import Closing
from ui.plan.plan_desk import PLAN
from ui.preferences.preferences import PreferenceFile
from ui.preferences.settings_desk import PREFERENCES, SettingsDesk, apply_look
from ui.rescue.rescue_desk import RescueDesk
from ui.results_desk import ACTIONS, ADVICE
from ui.shell.entries import Entry
from ui.shell.files import FileAsker
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.one_window import OneWindow, bring_forward
from ui.shell.refusals import Bugs, Refusals
from ui.shell.speaking import speak
from ui.theme.icons import Glyph
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

HELP = "help"
_ICON = 64
_SWITCH_SECONDS = 0.0005
Opened = tuple["Advisor", Pack]


def entries() -> tuple[Entry, ...]:
    """Return what the rail leads to, in its order."""
    return (
        Entry(key=HOME, title=_("Home"), glyph=Glyph.HOUSE),
        Entry(key=PLAN, title=_("Plan"), glyph=Glyph.CLIPBOARD_LIST, of_plan=True),
        Entry(key=ADVICE, title=_("Advice"), glyph=Glyph.LIGHTBULB, of_plan=True),
        Entry(key=ACTIONS, title=_("Actions"), glyph=Glyph.LIST_CHECKS, of_plan=True),
        Entry(key=PAPER, title=_("Paper"), glyph=Glyph.PRINTER, of_plan=True),
        Entry(key=COMPARE, title=_("Compare"), glyph=Glyph.GIT_COMPARE, of_plan=True),
        Entry(key=LIBRARY, title=_("Evidence"), glyph=Glyph.LIBRARY),
        Entry(key=PREFERENCES, title=_("Preferences"), glyph=Glyph.SETTINGS),
        Entry(key=HELP, title=_("Help"), glyph=Glyph.CIRCLE_QUESTION_MARK),
    )


def open_advisor(url: str | None) -> Opened:
    """Import and open everything below the window. Runs in the worker: it takes its time."""
    from advisor.services.advisor import Advisor  # noqa: PLC0415 - after the first paint

    advisor = Advisor.open(url, drafts=locations.drafts_path())
    return advisor, advisor.evidence.pack


class Program(QObject):
    """The running program: one window, three workers, and the desks that serve the pages."""

    def __init__(self, application: QApplication, url: str | None = None) -> None:
        super().__init__(application)
        self._garbage = GarbageSearch(self)
        self._url = url
        self._advisor: Advisor | None = None
        self._glossary: Mapping[str, str] = {}
        self.desks: Desks | None = None
        kept = PreferenceFile(locations.preferences_path())
        preferences = kept.load()
        theme = Theme(locations.resources_folder(), self)
        apply_look(theme, preferences)
        self.window = MainWindow(
            theme,
            entries(),
            product=_("Peer support advisor"),
            panel_title=_("Advice so far"),
        )
        self.room = self._furnish(theme)
        self.bugs = Bugs(theme, self.window)
        self.rescue = RescueDesk(theme, self.window, self.room.notices, self.room.storage)
        places = (
            (_("Plans and preferences"), locations.data_folder()),
            (_("Backups"), locations.backups_folder()),
            (_("Log, without answers or names"), locations.logs_folder()),
        )
        self.settings = SettingsDesk(
            theme, self.window, kept, preferences, places, self.room.notices
        )
        self.home = HomePage(theme, PlansModel())
        self._connect()

    def start(self) -> None:
        """Show the window at once, then open what it works with."""
        self.window.show_page(HOME)
        # The imports take the interpreter from the window: first the picture, then they.
        self._first_paint = FirstPaint(self.home, self._open)
        self.settings.restore_window()

    def close(self) -> None:
        """Keep what is to be kept and end the workers; the window is gone at once."""
        self.window.hide()
        if self.desks is not None:
            self.desks.close()
        if self._advisor is not None:
            self.rescue.keep_copy(self._advisor)
            self.room.storage.run(self._advisor.close)
        for worker in (self.room.thinker, self.room.printer, self.room.storage):
            worker.close()

    def go(self, key: str) -> None:
        """Show a page of the rail; before everything is open, only those that need nothing."""
        if self.desks is not None:
            self.desks.go(key)
        elif key in (HOME, PREFERENCES, HELP):
            self.window.show_page(key)

    def icon(self) -> QIcon:
        """Return what stands for the program on the task bar."""
        theme = self.room.theme
        colours = {QIcon.Mode.Normal: theme.colours.accent}
        return theme.icons.icon(Glyph.HEART_HANDSHAKE, colours, _ICON)

    def show_tour(self) -> None:
        """Show the tour over the window."""
        tour = Tour(self.room.theme, self.window)
        tour.finished.connect(self._tour_seen)
        # To make it, and to lay it out, are a turn of the window's each.
        QTimer.singleShot(0, tour, tour.open)

    # Opening

    def _open(self) -> None:
        self.home.show_opening()
        url = self._url
        self.room.storage.run(lambda: open_advisor(url), self._opened, self._not_opened)

    def _opened(self, opened: Opened) -> None:
        self._garbage.leave_what_is_there()
        self._advisor, pack = opened
        desks = self.desks = Desks(self.room, self.home, self._advisor, pack)
        Closing(
            self.room.theme,
            self.window,
            flush=desks.flush,
            open_plan=lambda: desks.open_plan,
            save_elsewhere=desks.saving.save_elsewhere,
        )
        self._glossary = pack.glossary
        self.window.forget_page(HELP)
        desks.home.refresh()
        self.room.theme.load_other_scripts()
        self.rescue.tell_view_only(self._advisor)
        self.rescue.look_for_unsaved(self._advisor)
        self.rescue.keep_copies(self._advisor)
        self.rescue.tell_other_evidence(self._advisor)
        if not self.settings.preferences.has_seen_tour:
            QTimer.singleShot(0, self, self.show_tour)

    def _not_opened(self, error: AdvisorError) -> None:
        self._garbage.leave_what_is_there()
        self.home.show_closed()
        if isinstance(error, FileRefused) and error.faults:
            again = _("&Try again")
            self.room.refusals.show_faults(error, way_on=again, go_on=self._open)
        else:
            self.rescue.look_at(error)

    def _read_anew(self) -> None:
        if self.desks is not None:
            self.desks.home.refresh()

    # Making and connecting

    def _furnish(self, theme: Theme) -> Room:
        notices = Notices(self.window.notice)
        return Room(
            theme=theme,
            window=self.window,
            notices=notices,
            refusals=Refusals(theme, self.window, notices),
            files=FileAsker(theme, self.window),
            storage=Worker("storage", self),
            thinker=Worker("thinker", self),
            printer=Worker("printer", self),
        )

    def _connect(self) -> None:
        self.window.add_page(HOME, lambda: self.home, _("Home"))
        self.window.add_page(HELP, self._make_help, _("Help"))
        self.window.page_chosen.connect(self.go)
        self.window.closing.connect(self.close)
        for worker in (self.room.storage, self.room.thinker, self.room.printer):
            worker.refused.connect(self.room.refusals.show)
        self.bugs.quit_asked.connect(self.window.close)
        self.rescue.mended.connect(self._open)
        self.rescue.put_back.connect(self._read_anew)
        QShortcut(QKeySequence("F1"), self.window).activated.connect(self._help)

    def _make_help(self) -> HelpPage:
        page = HelpPage(self.room.theme, VERSION, locations.resources_folder() / "LICENCES.md")
        if self._glossary:
            page.show_words(self._glossary)
        page.tour_asked.connect(self.show_tour)
        return page

    def _help(self) -> None:
        self.go(HELP)

    def _tour_seen(self, _result: int) -> None:
        self.settings.mark_tour_seen()
        self.home.take_focus()


def run_window(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; return the exit code.

    Where the window is open already, bring it forward instead.
    """
    # The window's thread asks for the interpreter anew after every call into Qt, thousands of
    # times for one page; each time it waits this long at the most while a worker thinks.
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("peer-support-advisor")
    speak(application, locations.locale_folder())
    one = OneWindow(locations.data_folder())
    is_first = one.take()
    # A window that has the right and does not hear is no reason to keep a person out.
    if not is_first and one.call_first():
        return 0
    program = Program(application)
    application.setWindowIcon(program.icon())
    program.bugs.listen()
    if is_first:
        one.listen(partial(bring_forward, program.window))
    program.start()
    code = application.exec()
    one.release()
    return code
