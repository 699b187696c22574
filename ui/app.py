"""The composition root: everything is made here, and connected to each other here.

The first picture is drawn before database, evidence and papers are even imported; a worker
does that while the person already sees Home.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from advisor import locations
from advisor.errors import AdvisorError, FileRefused
from advisor.language import _
from advisor.version import VERSION
from ui import pages
from ui.awake.ahead import SERVES, SHOWN, load_in_turns, load_what_is_said
from ui.awake.first_paint import FirstPaint
from ui.awake.garbage import GarbageSearch
from ui.awake.slices import Slices
from ui.awake.tasks import Worker
from ui.help.beside import HelpBeside
from ui.home.first_look import FirstLook
from ui.home.home_page import HomePage
from ui.home.plans_model import PlansModel
from ui.plan.page_rows import StartPage
from ui.preferences.preferences import PreferenceFile
from ui.preferences.settings_desk import SettingsDesk, apply_look
from ui.room import FILLED_FILES, PLAN_FILES, PageKey, Room, entries, way_to, way_to_file
from ui.shell.dropping import Dropping
from ui.shell.everywhere import Everywhere
from ui.shell.files import FileAsker
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.refusals import Bugs, Refusals
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.models.pack import Pack
    from advisor.services.promises import AdvisorService
    from advisor.telling.find import Findable
    from ui.plan.open_house import OpenHouse
    from ui.rescue.rescue_desk import RescueDesk
    from ui.rescue.team_desk import TeamDesk

ASKS = frozenset({"password-needed", "login-refused"})
"""Codes of a refusal to open that another password may help."""

Opened: TypeAlias = "tuple[AdvisorService, Pack]"


def open_advisor(where: object) -> Opened:
    """Import and open everything below the window. Runs in the worker: it takes its time."""
    from advisor.services.advisor import Advisor

    advisor = Advisor.open(cast("str | None", where), drafts=locations.drafts_path())
    advisor.work_apart()
    return advisor, advisor.evidence.pack


class Program(QObject):
    """The running program: one window, three workers, and what serves its pages."""

    def __init__(self, application: QApplication, url: str | None = None) -> None:
        super().__init__(application)
        self._garbage, self._loading = GarbageSearch(self), Slices(self, at_leisure=True)
        # An address, or one with a password that was just given: never shown or kept.
        self._where: object = url
        self.is_to_start_again = False
        self._advisor: AdvisorService | None = None
        self.version, self.licences = VERSION, locations.resources_folder() / "LICENCES.md"
        self.glossary: Mapping[str, str] = {}
        self._brought: list[Path] = []
        self.house: OpenHouse | None = None
        kept = PreferenceFile(locations.preferences_path())
        preferences = kept.load()
        theme = Theme(locations.resources_folder(), self)
        apply_look(theme, preferences)
        self.window = MainWindow(
            theme,
            entries(pages.PAGES),
            product=_("Peer support advisor"),
            panel_title=_("Advice so far"),
        )
        self.room = self._furnish(theme)
        self.bugs = Bugs(theme, self.window)
        places = (
            (_("Plans and preferences"), locations.data_folder()),
            (_("Backups"), locations.backups_folder()),
            (_("Log, without answers or names"), locations.logs_folder()),
        )
        self.settings = SettingsDesk(
            self.room,
            kept,
            preferences,
            places,
            show_copies=self._show_copies,
            show_team=self._show_team,
        )
        self.home_page = HomePage(theme, PlansModel())
        self._first_look = FirstLook(self.room.storage, self.home_page, self._load)
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being read, thought, printed or built."""
        workers = (self.room.storage, self.room.thinker, self.room.printer)
        building = self.window.findChildren(Slices)
        return any(each.is_busy for each in workers) or not all(each.is_done for each in building)

    def start(self) -> None:
        """Show the window at once, then open what it works with."""
        self.window.show_page(PageKey.HOME)
        # The imports take the interpreter from the window: first the picture, then they.
        self._first_paint = FirstPaint(self.home_page, partial(self._first_look.begin, self._where))
        self.settings.restore_window()

    def bring(self, path: Path) -> None:
        """Take a plan file with which the program was started, as soon as the plans are open."""
        self._brought.append(path)
        self._take_brought()

    def close(self) -> None:
        """Keep what is to be kept and end the workers; the window is gone at once."""
        self.window.hide()
        self._loading.clear()
        if self.house is not None:
            self.house.close()
        if self._advisor is not None:
            self.rescue.keep_copy(self._advisor)
            self.room.storage.run(self._advisor.close)
        for worker in (self.room.thinker, self.room.printer, self.room.storage):
            worker.close()

    def icon(self) -> QIcon:
        """Return what stands for the program on the task bar."""
        accent = {QIcon.Mode.Normal: self.room.theme.colours.accent}
        return self.room.theme.icons.icon(Glyph.HEART_HANDSHAKE, accent, 64)

    # Opening

    @cached_property
    def rescue(self) -> "RescueDesk":
        """What helps when something went wrong before; nothing of it is in the first picture."""
        from ui.rescue.rescue_desk import RescueDesk

        rescue = RescueDesk(self.room)
        rescue.mended.connect(self._open)
        return rescue

    @cached_property
    def team(self) -> "TeamDesk":
        """What leads to a team's database and back."""
        from ui.rescue.team_desk import TeamDesk

        team = TeamDesk(self.room)
        team.restart_wanted.connect(self._start_again)
        return team

    def _start_again(self) -> None:
        """End in order; whoever runs the program starts it once more."""
        self.is_to_start_again = True
        self.window.close()

    def _open_with(self, where: object) -> None:
        self._where = where
        self._open()

    def _open(self) -> None:
        self.home_page.show_opening()
        self._load()

    def _load(self) -> None:
        self.room.storage.run(partial(open_advisor, self._where), self._opened, self._not_opened)
        load_in_turns(SERVES, self._loading)

    def _opened(self, opened: Opened) -> None:
        from ui.plan.open_house import OpenHouse

        self._advisor, pack = opened
        self.house = OpenHouse(self.room, self.home_page, self._advisor, pack, pages.PAGES)
        self.glossary = pack.glossary
        self.window.forget_page(PageKey.HELP)
        self._first_look.ask_again()
        self.house.home.refresh()
        self.room.theme.load_other_scripts()
        self.rescue.put_back.connect(self.house.home.begin_anew)
        self.rescue.exchanged.connect(self.house.home.steps.tell_exchanged)
        self.rescue.watch_over(self._advisor)
        if self._advisor.is_shared:
            self.team.taken_along.connect(self.house.home.refresh)
            self.team.offer_to_take_along(self._advisor)
        self._take_brought()
        self.room.thinker.run(load_what_is_said, self._load_shown)

    def _take_brought(self) -> None:
        while self.house is not None and self._brought:
            self.house.home.bring_file(self._brought.pop(0))

    def _load_shown(self, _loaded: object) -> None:
        load_in_turns(SHOWN, self._loading)
        self._loading.add(self._garbage.leave_what_is_there)

    def _not_opened(self, error: AdvisorError) -> None:
        self._garbage.leave_what_is_there()
        self._first_look.forget()
        self.home_page.show_closed()
        if isinstance(error, FileRefused) and error.faults:
            self.room.refusals.show_faults(error, way_on=_("&Try again"), go_on=self._open)
        elif error.code in ASKS:
            self.team.ask(error, self._open_with)
        else:
            self.rescue.look_at(error)

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
        for page in pages.PAGES:
            if isinstance(page, StartPage):
                self.room.add_page(page, partial(page.make, self))
        found = self._findable, self._follow, self._more_to_find
        everywhere = Everywhere(self.room.theme, self.window, *found)
        self.window.rail.find_asked.connect(everywhere.open)
        show_help = partial(self.window.show_page, PageKey.HELP)
        self.help_beside = HelpBeside(self.room.theme, self.window, pages.keys_on, show_help)
        dropping = Dropping(self.room.theme, self.window, PLAN_FILES | FILLED_FILES)
        dropping.dropped.connect(self._take)
        for key, way, at in pages.shortcuts():
            QShortcut(QKeySequence(key), self.window, partial(self._go, way, at))
        self.window.closing.connect(self.close)
        self.window.pages.lightened.connect(self._garbage.search_all_soon)
        self.window.pages.left.connect(self._garbage.give_back_soon)
        for worker in (self.room.storage, self.room.thinker, self.room.printer):
            worker.refused.connect(self.room.refusals.show)

    def _show_team(self) -> None:
        """Show where plans are kept; what does so is made when it is first wanted."""
        self.team.show()

    def _show_copies(self) -> None:
        """Show the copies of the plans, once these are open."""
        if self._advisor is not None and self.house is not None:
            self.rescue.show_copies(self._advisor, self._let_go)

    def _let_go(self) -> None:
        """Close the open plan and show Home: another file is to take the place of this one."""
        if self.house is not None:
            self.window.show_page(PageKey.HOME)
            self.house.close()

    # From everywhere

    def _findable(self) -> "Iterator[Findable]":
        """Yield what can be found now: the open plan, the evidence, pages and commands."""
        house = self.house
        if house is not None:
            yield from house.findable()
        yield from pages.commands(with_plan=house is not None and house.session is not None)

    def _more_to_find(self) -> SignalInstance | None:
        return self.house.more_to_find if self.house is not None else None

    def _follow(self, found: "Findable") -> None:
        self._go(*way_to(found))

    def _take(self, path: Path) -> None:
        """Lead a file that was dropped on the window to the page that takes it."""
        page, at = way_to_file(path)
        if self.house is not None and not self.window.pages.has(page):
            words = _("Open the plan first, then drop its checklist on the window.")
            self.room.refusals.show(AdvisorError(words))
        self._go(page, at)

    def _go(self, page: PageKey, at: str) -> None:
        """Show a page with what is wanted there, where there is one; once the plans are open."""
        if self.house is None:
            self._first_look.keep(partial(self._go, page, at))
        elif self.window.pages.has(page):
            self.window.show_page(page, at)
