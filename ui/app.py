"""The composition root: everything is made here, and connected to each other here.

The first picture is drawn before the database, the evidence and the papers are even
imported; a worker does that while the person already sees her home.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication

from advisor import locations
from advisor.errors import AdvisorError, FileRefused, StorageError
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from ui.closing import Closing
from ui.files import FileAsker
from ui.home.home_desk import HomeDesk
from ui.home.home_page import HomePage
from ui.icons import Glyph
from ui.main_window import MainWindow
from ui.models.plans_model import PlansModel
from ui.notices import Notices
from ui.open_plan import OpenPlan
from ui.plan_desk import CHECK, PLAN, QUESTIONS, PlanDesk
from ui.preferences import PreferenceFile, Preferences
from ui.refusals import Bugs, Refusals
from ui.results_desk import ACTIONS, ADVICE, ResultsDesk
from ui.saving_desk import SavingDesk
from ui.shell.entries import Entry
from ui.tasks import Worker
from ui.theme.theme import Theme
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

HOME = "home"
Opened = tuple["Advisor", Pack]


def entries() -> tuple[Entry, ...]:
    """Return what the rail leads to, in its order."""
    tr = QApplication.translate
    return (
        Entry(key=HOME, title=tr("Rail", "Home"), glyph=Glyph.HOUSE),
        Entry(key=PLAN, title=tr("Rail", "Plan"), glyph=Glyph.CLIPBOARD_LIST, of_plan=True),
        Entry(key=ADVICE, title=tr("Rail", "Advice"), glyph=Glyph.LIGHTBULB, of_plan=True),
        Entry(key=ACTIONS, title=tr("Rail", "Actions"), glyph=Glyph.LIST_CHECKS, of_plan=True),
    )


def open_advisor(url: str | None) -> Opened:
    """Import and open everything below the window. Runs in the worker: it takes its time."""
    from advisor.services.advisor import Advisor  # noqa: PLC0415 - after the first paint

    advisor = Advisor.open(url)
    return advisor, advisor.evidence.pack


class Program(QObject):
    """The running program: one window, three workers, and the desks that serve the pages."""

    def __init__(self, application: QApplication, url: str | None = None) -> None:
        super().__init__(application)
        self._url = url
        self._kept = PreferenceFile(locations.preferences_path())
        self.preferences = self._kept.load()
        self.theme = Theme(locations.resources_folder(), self)
        self._apply_preferences()
        self.window = MainWindow(
            self.theme,
            entries(),
            product=self.tr("Peer support advisor"),
            panel_title=self.tr("Advice so far"),
        )
        self.storage = Worker("storage", self)
        self.thinker = Worker("thinker", self)
        self.notices = Notices(self.window.notice)
        self.refusals = Refusals(self.theme, self.window, self.notices)
        self.files = FileAsker(self.theme, self.window)
        self.bugs = Bugs(self.theme, self.window)
        self.advisor: Advisor | None = None
        self._home_desk: HomeDesk | None = None
        self.plan_desk: PlanDesk | None = None
        self.results: ResultsDesk | None = None
        self._model = PlansModel()
        self.home = HomePage(self.theme, self._model)
        self._connect()

    def start(self) -> None:
        """Show the window at once, then open what it works with."""
        if self.preferences.window is not None:
            self.window.restore_place(QRect(*self.preferences.window))
        self.window.set_panel_open(self.preferences.is_panel_open)
        self.window.show_page(HOME)
        if self.preferences.is_maximised:
            self.window.showMaximized()
        else:
            self.window.show()
        if self._kept.trouble:
            self.notices.tell(NoticeKind.WARNING, self._kept.trouble)
        # After the first paint: the imports below take the interpreter from the window.
        QTimer.singleShot(0, self._open)

    def close(self) -> None:
        """Keep what is to be kept and end the workers."""
        if self.plan_desk is not None:
            self.plan_desk.close()
        if self.advisor is not None:
            self.storage.run(self.advisor.close)
        for worker in (self.thinker, self.storage):
            worker.close()

    # Opening

    def _open(self) -> None:
        url = self._url
        self.storage.run(lambda: open_advisor(url), self._opened, self._not_opened)

    def _opened(self, opened: Opened) -> None:
        self.advisor, pack = opened
        saving = SavingDesk(
            self.theme,
            self.window,
            self.advisor.plans,
            storage=self.storage,
            notices=self.notices,
            files=self.files,
        )
        self._home_desk = self._make_home_desk(self.advisor)
        self.plan_desk = PlanDesk(
            self.theme,
            self.window,
            self.advisor,
            pack,
            saving,
            storage=self.storage,
            thinker=self.thinker,
        )
        self.results = ResultsDesk(self.theme, self.window)
        self._connect_desks(self._home_desk, self.plan_desk, self.results)
        self._guard_closing(self.plan_desk, saving)
        self._home_desk.refresh()
        self.theme.load_other_scripts()

    def _make_home_desk(self, advisor: "Advisor") -> HomeDesk:
        return HomeDesk(
            self.theme,
            self.window,
            self.home,
            advisor.plans,
            storage=self.storage,
            notices=self.notices,
            refusals=self.refusals,
            files=self.files,
        )

    def _not_opened(self, error: AdvisorError) -> None:
        if isinstance(error, FileRefused) and error.faults:
            self.refusals.show_faults(error, way_on=self.tr("&Try again"), go_on=self._open)
        else:
            self.notices.tell(
                NoticeKind.ERROR, error.message, action=self.tr("&Try again"), do=self._open
            )

    # Connecting

    def _connect(self) -> None:
        self.window.add_page(HOME, lambda: self.home, self.tr("Home"))
        self.window.page_chosen.connect(self.go)
        self.window.text_size_chosen.connect(self._text_size_chosen)
        self.window.panel_switched.connect(self._panel_switched)
        self.window.closing.connect(self._closing)
        self.storage.refused.connect(self.refusals.show)
        self.thinker.refused.connect(self.refusals.show)
        self.bugs.quit_asked.connect(self.window.close)

    def _connect_desks(self, home: HomeDesk, plans: PlanDesk, results: ResultsDesk) -> None:
        home.plan_opened.connect(self._open_plan)
        home.plan_renamed.connect(plans.rename)
        plans.opened.connect(results.follow)
        plans.page_wanted.connect(self.go)
        plans.rename_wanted.connect(home.rename)
        results.page_wanted.connect(self.go)
        results.question_wanted.connect(plans.answer)

    def _guard_closing(self, plans: PlanDesk, saving: SavingDesk) -> None:
        def flush() -> None:
            plans.flush()
            if self.results is not None:
                self.results.flush()

        def open_plan() -> OpenPlan | None:
            return plans.open_plan

        Closing(
            self.theme,
            self.window,
            flush=flush,
            open_plan=open_plan,
            save_elsewhere=saving.save_elsewhere,
        )

    def go(self, key: str) -> None:
        """Show a page; what is being written elsewhere is taken over first."""
        if self._home_desk is None or self.plan_desk is None or self.results is None:
            return
        self.plan_desk.flush()
        self.results.flush()
        if key == HOME:
            self._go_home(self._home_desk, self.plan_desk)
        elif key in (PLAN, QUESTIONS, CHECK):
            self.plan_desk.show(key)
        elif key in (ADVICE, ACTIONS):
            self.results.show(key)

    def _go_home(self, home: HomeDesk, plans: PlanDesk) -> None:
        current = plans.open_plan
        if current is not None:
            current.keep_advice()
        home.refresh(current.plan.id if current is not None else None)
        self.window.show_page(HOME)

    def _open_plan(self, plan: Plan) -> None:
        if self.plan_desk is not None and self.results is not None:
            self.results.leave()
            self.plan_desk.open(plan)

    # Preferences

    def _apply_preferences(self) -> None:
        wanted = self.preferences
        self.theme.choose(scheme=wanted.scheme, contrast=wanted.contrast)
        self.theme.set_text_size(wanted.text_size)
        self.theme.set_motion_reduced(wanted.is_motion_reduced)

    def _text_size_chosen(self, percent: int) -> None:
        self._prefer(replace(self.preferences, text_size=percent))

    def _panel_switched(self, is_open: bool) -> None:
        self._prefer(replace(self.preferences, is_panel_open=is_open))

    def _closing(self) -> None:
        place = self.window.place()
        self._prefer(
            replace(
                self.preferences,
                window=(place.x(), place.y(), place.width(), place.height()),
                is_maximised=self.window.isMaximized(),
            )
        )
        self.close()

    def _prefer(self, preferences: Preferences) -> None:
        self.preferences = preferences
        try:
            self._kept.save(self.preferences)
        except StorageError as error:
            self.notices.tell(NoticeKind.WARNING, error.message)


def run_window(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; return the exit code."""
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("peer-support-advisor")
    application.setApplicationDisplayName("Peer support advisor")
    program = Program(application)
    program.bugs.listen()
    program.start()
    return application.exec()
