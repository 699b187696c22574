"""The desks that serve the pages once the evidence and the plans are open.

A desk knows one part of the program and reports what leads elsewhere; here is where the
reports of one are connected to another.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.language import _
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from ui.awake.tasks import Worker
from ui.compare.compare_desk import COMPARE, CompareDesk
from ui.home.home_desk import HomeDesk
from ui.home.home_page import HomePage
from ui.library.page import LibraryPage
from ui.paper.paper_desk import PAPER, PaperDesk
from ui.plan.open_plan import OpenPlan
from ui.plan.plan_desk import CHECK, PLAN, QUESTIONS, PlanDesk
from ui.plan.saving_desk import SavingDesk
from ui.results_desk import ACTIONS, ADVICE, ResultsDesk
from ui.shell.files import FileAsker
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.outside import open_outside
from ui.shell.refusals import Refusals
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

HOME, LIBRARY = "home", "library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What every desk works with: the window, its voice, and the workers.

    ``storage`` alone touches the database; ``thinker`` advises; ``printer`` makes documents.
    """

    theme: Theme
    window: MainWindow
    notices: Notices
    refusals: Refusals
    files: FileAsker
    storage: Worker
    thinker: Worker
    printer: Worker


class Desks(QObject):
    """All desks over one open advisor."""

    def __init__(self, room: Room, home_page: HomePage, advisor: "Advisor", pack: Pack) -> None:
        super().__init__(room.window)
        self._room, self._pack, self._advisor = room, pack, advisor
        theme, window = room.theme, room.window
        self.saving = _saving_desk(room, advisor)
        self.home = HomeDesk(
            theme,
            window,
            home_page,
            advisor.plans,
            storage=room.storage,
            notices=room.notices,
            refusals=room.refusals,
            files=room.files,
        )
        self.plans = PlanDesk(
            theme,
            window,
            advisor,
            pack,
            self.saving,
            storage=room.storage,
            thinker=room.thinker,
        )
        self.results = ResultsDesk(
            theme, window, advisor, thinker=room.thinker, notices=room.notices
        )
        self.paper = _paper_desk(room, advisor)
        self.compare = CompareDesk(theme, window, advisor, pack, room.storage)
        window.add_page(LIBRARY, self._make_library, _("Evidence library"))
        self._connect()

    @property
    def open_plan(self) -> OpenPlan | None:
        """The plan that is open."""
        return self.plans.open_plan

    def go(self, key: str) -> None:
        """Show a page; what is being written elsewhere is taken over first."""
        self.flush()
        if key == HOME:
            self._go_home()
        elif key in (PLAN, QUESTIONS, CHECK):
            self.plans.show(key)
        elif key in (ADVICE, ACTIONS):
            self.results.show(key)
        elif key == PAPER:
            self.paper.show()
        elif key == COMPARE:
            self.compare.show()
        else:
            self._room.window.show_page(key)

    def flush(self) -> None:
        """Take over everything that is being written."""
        self.plans.flush()
        self.results.flush()

    def close(self) -> None:
        """Keep what is to be kept and let the plan go."""
        self.flush()
        self.plans.close()

    def _connect(self) -> None:
        self.home.plan_opened.connect(self._open_plan)
        self.home.plan_renamed.connect(self.plans.rename)
        self.home.plan_deleted.connect(self._plan_deleted)
        self.plans.opened.connect(self.results.follow)
        self.plans.opened.connect(self._look_for_moves)
        self.plans.opened.connect(self.paper.follow)
        self.plans.opened.connect(self.compare.follow)
        self.plans.page_wanted.connect(self.go)
        self.plans.rename_wanted.connect(self.home.rename)
        self.results.page_wanted.connect(self.go)
        self.results.question_wanted.connect(self.plans.answer)
        self.results.picture_made.connect(self.paper.save_picture)
        self.compare.finding_wanted.connect(self.results.show_finding)

    def _go_home(self) -> None:
        current = self.open_plan
        if current is not None:
            current.keep_advice()
        self.home.refresh(current.plan.id if current is not None else None)
        self._room.window.show_page(HOME)

    def _open_plan(self, plan: Plan) -> None:
        self.results.leave()
        self.plans.open(plan, ahead=(ADVICE, ACTIONS, PAPER))

    def _look_for_moves(self, opened: OpenPlan) -> None:
        """Ask before newer advice is kept what newer evidence changed for the plan."""
        asking = partial(self._advisor.what_moved, opened.plan)
        self._room.storage.run(asking, self.results.take_moved)

    def _plan_deleted(self, plan: str) -> None:
        if self.open_plan is not None and self.open_plan.plan.id == plan:
            self.results.leave()
            self.paper.leave()
            self.plans.close()

    def _make_library(self) -> LibraryPage:
        page = LibraryPage(self._room.theme)
        page.show_pack(self._pack)
        page.address_wanted.connect(self._open_address)
        return page

    def _open_address(self, address: str) -> None:
        open_outside(address, self._room.notices)


def _saving_desk(room: Room, advisor: "Advisor") -> SavingDesk:
    return SavingDesk(
        room.theme,
        room.window,
        advisor.plans,
        storage=room.storage,
        notices=room.notices,
        files=room.files,
    )


def _paper_desk(room: Room, advisor: "Advisor") -> PaperDesk:
    return PaperDesk(
        room.theme,
        room.window,
        advisor.papers,
        printer=room.printer,
        refusals=room.refusals,
        files=room.files,
        notices=room.notices,
    )
