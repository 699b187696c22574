"""The composition root: everything is made here, and connected to each other here.

The first picture is drawn before the database, the evidence and the papers are even
imported; a worker does that while the person already sees Home.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from advisor import locations
from advisor.errors import AdvisorError, FileRefused
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.services.promises import AdvisorService
from advisor.telling.find import Findable, findable_in_evidence, findable_in_plan
from advisor.version import VERSION
from ui import pages
from ui.awake.first_paint import FirstPaint
from ui.awake.garbage import GarbageSearch
from ui.awake.tasks import Worker
from ui.help.beside import HelpBeside
from ui.home.home_desk import HomeDesk
from ui.home.home_page import HomePage
from ui.home.plans_model import PlansModel
from ui.plan.session import PlanPage, PlanSession
from ui.preferences.preferences import PreferenceFile
from ui.preferences.settings_desk import SettingsDesk, apply_look
from ui.rescue.rescue_desk import RescueDesk
from ui.room import PageKey, Room, entries
from ui.shell.dropping import Dropping
from ui.shell.files import FileAsker
from ui.shell.find_dialog import Everywhere
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.refusals import Bugs, Refusals
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme

_ICON = 64
Opened = tuple[AdvisorService, Pack]


def open_advisor(url: str | None) -> Opened:
    """Import and open everything below the window. Runs in the worker: it takes its time."""
    from advisor.services.advisor import Advisor  # noqa: PLC0415 - after the first paint

    advisor = Advisor.open(url, drafts=locations.drafts_path())
    return advisor, advisor.evidence.pack


class OpenHouse(QObject):
    """What there is once plans and evidence are open: the list at Home, and one plan at a time."""

    def __init__(
        self, room: Room, home_page: HomePage, advisor: AdvisorService, pack: Pack
    ) -> None:
        super().__init__(room.window)
        self._room, self.advisor, self.pack = room, advisor, pack
        self.session: PlanSession | None = None
        self.home = HomeDesk(room, home_page, self)
        self.home.plan_opened.connect(self.open)
        self.home.plan_deleted.connect(self._deleted)
        room.window.pages.serve(PageKey.HOME, self.home)
        room.storage.run(advisor.plans.clear_out)
        for page in pages.PAGES:
            if isinstance(page, pages.EvidencePage):
                room.add_page(page, partial(page.make, room, pack))
            elif isinstance(page, pages.HousePage):
                room.add_page(page, partial(page.make, room, self))

    def open(self, plan: Plan, key: PageKey = PageKey.PLAN, at: str = "") -> None:
        """Open a plan at one of its pages, in the place of the one before."""
        self.close()
        of_plan = [page for page in pages.PAGES if isinstance(page, PlanPage)]
        self.session = PlanSession(
            self._room, self.advisor, self.pack, plan, of_plan, opens_at=(key, at)
        )
        self.session.plan_wanted.connect(self._open_copy)

    def _open_copy(self, plan: Plan) -> None:
        """Open a copy that is to be changed at its questions."""
        self.open(plan, PageKey.QUESTIONS)

    def open_at(self, plan: PlanId, key: PageKey, at: str = "") -> None:
        """Show a page of a plan, which is opened unless it is."""
        for _session in self._session_of(plan):
            self._room.window.show_page(key, at)
            return
        self._room.storage.run(
            partial(self.advisor.plans.plan, plan), lambda found: self.open(found, key, at)
        )

    @cached_property
    def findable_evidence(self) -> tuple[Findable, ...]:
        """What can be found of the evidence, told when it is first looked for."""
        return findable_in_evidence(self.pack)

    def close(self) -> None:
        """Keep what is to be kept and let the plan go."""
        session, self.session = self.session, None
        if session is not None:
            session.close()

    def _session_of(self, plan: PlanId) -> Iterator[PlanSession]:
        if self.session is not None and self.session.open_plan.plan.id == plan:
            yield self.session

    def rename_open(self, plan: PlanId, title: str) -> bool:
        """Rename a plan if it is the one that is open; return whether it is."""
        sessions = list(self._session_of(plan))
        for session in sessions:
            session.rename(title)
        return bool(sessions)

    def _deleted(self, plan: str) -> None:
        for _session in self._session_of(PlanId(plan)):
            self.close()

    def keep_advice(self) -> PlanId | None:
        """Keep the newest advice, which the list counts; return the plan that is open."""
        if self.session is None:
            return None
        self.session.open_plan.keep_advice()
        return self.session.open_plan.plan.id


class Program(QObject):
    """The running program: one window, three workers, and what serves its pages."""

    def __init__(self, application: QApplication, url: str | None = None) -> None:
        super().__init__(application)
        self._garbage = GarbageSearch(self)
        self._url = url
        self._advisor: AdvisorService | None = None
        self.version, self.licences = VERSION, locations.resources_folder() / "LICENCES.md"
        self.glossary: Mapping[str, str] = {}
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
        self.rescue = RescueDesk(self.room)
        places = (
            (_("Plans and preferences"), locations.data_folder()),
            (_("Backups"), locations.backups_folder()),
            (_("Log, without answers or names"), locations.logs_folder()),
        )
        self.settings = SettingsDesk(self.room, kept, preferences, places)
        self.home_page = HomePage(theme, PlansModel())
        self._connect()

    def start(self) -> None:
        """Show the window at once, then open what it works with."""
        self.window.show_page(PageKey.HOME)
        # The imports take the interpreter from the window: first the picture, then they.
        self._first_paint = FirstPaint(self.home_page, self._open)
        self.settings.restore_window()

    def close(self) -> None:
        """Keep what is to be kept and end the workers; the window is gone at once."""
        self.window.hide()
        if self.house is not None:
            self.house.close()
        if self._advisor is not None:
            self.rescue.keep_copy(self._advisor)
            self.room.storage.run(self._advisor.close)
        for worker in (self.room.thinker, self.room.printer, self.room.storage):
            worker.close()

    def icon(self) -> QIcon:
        """Return what stands for the program on the task bar."""
        theme = self.room.theme
        accent = {QIcon.Mode.Normal: theme.colours.accent}
        return theme.icons.icon(Glyph.HEART_HANDSHAKE, accent, _ICON)

    # Opening

    def _open(self) -> None:
        self.home_page.show_opening()
        url = self._url
        self.room.storage.run(lambda: open_advisor(url), self._opened, self._not_opened)

    def _opened(self, opened: Opened) -> None:
        self._garbage.leave_what_is_there()
        self._advisor, pack = opened
        self.house = OpenHouse(self.room, self.home_page, self._advisor, pack)
        self.glossary = pack.glossary
        self.window.forget_page(PageKey.HELP)
        self.house.home.refresh()
        self.room.theme.load_other_scripts()
        self.rescue.put_back.connect(self.house.home.refresh)
        self.rescue.watch_over(self._advisor)

    def _not_opened(self, error: AdvisorError) -> None:
        self._garbage.leave_what_is_there()
        self.home_page.show_closed()
        if isinstance(error, FileRefused) and error.faults:
            again = _("&Try again")
            self.room.refusals.show_faults(error, way_on=again, go_on=self._open)
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
            if isinstance(page, pages.StartPage):
                self.room.add_page(page, partial(page.make, self))
        everywhere = Everywhere(self.room.theme, self.window, self._findable, self._follow)
        self.window.rail.find_asked.connect(everywhere.open)
        show_help = partial(self.window.show_page, PageKey.HELP)
        self.help_beside = HelpBeside(self.room.theme, self.window, pages.keys_on, show_help)
        dropping = Dropping(self.room.theme, self.window, pages.PLAN_FILES | pages.FILLED_FILES)
        dropping.dropped.connect(self._take)
        for command in pages.COMMANDS:
            go = partial(self._go, command.page, command.at)
            QShortcut(QKeySequence(command.keys), self.window, go)
        self.window.closing.connect(self.close)
        for worker in (self.room.storage, self.room.thinker, self.room.printer):
            worker.refused.connect(self.room.refusals.show)
        self.rescue.mended.connect(self._open)
        self.settings.copies_wanted.connect(self._show_copies)

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

    def _findable(self) -> Iterator[Findable]:
        """Yield what can be found now: the open plan, the evidence, pages and commands."""
        house = self.house
        plan = house.session.open_plan if house is not None and house.session else None
        if plan is not None and plan.advice is not None:
            yield from findable_in_plan(plan.pack, plan.plan, plan.advice)
        if house is not None:
            yield from house.findable_evidence
        yield from pages.commands(with_plan=plan is not None)

    def _follow(self, found: Findable) -> None:
        self._go(*pages.way_to(found))

    def _take(self, path: Path) -> None:
        """Lead a file that was dropped on the window to the page that takes it."""
        page, at = pages.way_to_file(path)
        if self.house is not None and not self.window.pages.has(page):
            words = _("Open the plan first, then drop its checklist on the window.")
            self.room.refusals.show(AdvisorError(words))
        self._go(page, at)

    def _go(self, page: PageKey, at: str) -> None:
        """Show a page with what is wanted there; before everything is open, not all is there."""
        if self.house is not None and self.window.pages.has(page):
            self.window.show_page(page, at)
