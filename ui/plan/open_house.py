"""What there is once plans and evidence are open. Loads after the first picture."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut

from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.models.stored import PlanTrouble
from advisor.services.promises import AdvisorService
from advisor.telling.going_on import LeftAt, left_at
from ui.home.home_desk import HomeDesk
from ui.home.home_page import HomePage
from ui.home.steps import NOTHING_TO_REDO, NOTHING_TO_UNDO
from ui.plan.page_rows import EvidencePage, HousePage, PlanPage
from ui.room import PageKey, PageRow, Room
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from advisor.telling.find import Findable
    from ui.plan.session import PlanSession


class OpenHouse(QObject):
    """What there is once plans and evidence are open: the list at Home, and one plan at a time."""

    def __init__(
        self,
        room: Room,
        home_page: HomePage,
        advisor: AdvisorService,
        pack: Pack,
        pages: Sequence[PageRow],
    ) -> None:
        super().__init__(room.window)
        self._room, self.advisor, self.pack = room, advisor, pack
        self._of_plan = [page for page in pages if isinstance(page, PlanPage)]
        self.session: PlanSession | None = None
        self._evidence: tuple[Findable, ...] | None = None
        self.home = HomeDesk(room, home_page, self)
        self.home.plan_opened.connect(self.open)
        self.home.steps.deleted.connect(self._deleted)
        room.window.pages.serve(PageKey.HOME, self.home)
        for keys, do in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo)):
            QShortcut(QKeySequence(keys), room.window, do)
        room.storage.run(advisor.plans.clear_out)
        for page in pages:
            if isinstance(page, EvidencePage):
                room.add_page(page, partial(page.make, room, pack))
            elif isinstance(page, HousePage):
                room.add_page(page, partial(page.make, room, self))

    def open(self, plan: Plan, key: PageKey = PageKey.PLAN, at: str = "") -> None:
        """Open a plan at one of its pages, in the place of the one before."""
        from ui.plan.session import PlanSession  # noqa: PLC0415 - the list of plans needs none

        self.close()
        self.session = PlanSession(
            self._room, self.advisor, self.pack, plan, self._of_plan, opens_at=(key, at)
        )
        self.session.plan_wanted.connect(self._open_copy)
        self.home.steps.tell_opened(plan.id)
        self._room.storage.run(partial(self.advisor.plans.trouble, plan.id), self._tell_trouble)

    def _tell_trouble(self, trouble: PlanTrouble | None) -> None:
        """Say what the disk has done to a plan that was just opened, where it has."""
        if trouble is not None:
            from advisor.telling.troubles import trouble_words  # noqa: PLC0415 - hardly ever

            self._room.notices.tell(NoticeKind.WARNING, trouble_words(trouble))

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

    def findable(self) -> "Iterator[Findable]":
        """Yield what can be found of the open plan by now, then of the evidence."""
        from advisor.telling import find  # noqa: PLC0415 - as the box is

        plan = self.session.open_plan if self.session is not None else None
        if plan is not None and plan.advice is not None:
            yield from find.findable_in_plan(plan.pack, plan.plan, plan.advice)
        if self._evidence is None:
            told: list[Findable] = []
            for entry in find.findable_in_evidence(self.pack):
                told.append(entry)
                yield entry
            self._evidence = tuple(told)
        else:
            yield from self._evidence

    @property
    def more_to_find(self) -> SignalInstance | None:
        """What is emitted once all of the open plan can be found; None where it can be now."""
        plan = self.session.open_plan if self.session is not None else None
        return plan.advised if plan is not None and plan.advice is None else None

    def close(self) -> None:
        """Keep what is to be kept and let the plan go."""
        session, self.session = self.session, None
        if session is not None:
            session.close()

    def _undo(self) -> None:
        """Take back what was done last: on Home to whole plans, else in the open one.

        A plan that came just now, as the page still says, is taken away again.
        """
        self._mind_changes()
        steps, notices = self.home.steps, self._room.notices
        if self._is_at_home:
            is_undone = steps.undo()
        else:
            is_undone = self.session is not None and self.session.undo()
        if is_undone or notices.undo():
            return
        words = _(NOTHING_TO_UNDO)
        elsewhere = _(
            "There is nothing to undo here. What was done to whole plans is undone on Home."
        )
        notices.mention(elsewhere if steps.can_undo else words)

    def _redo(self) -> None:
        """Do again what was taken back last: on Home to whole plans, else in the open one."""
        self._mind_changes()
        if self._is_at_home:
            is_done = self.home.steps.redo()
        else:
            is_done = self.session is not None and self.session.redo()
        if not is_done:
            self._room.notices.mention(_(NOTHING_TO_REDO))

    def _mind_changes(self) -> None:
        """Let keys take the open plan away no more once something was done in it, saved or not."""
        if self.session is not None:
            plan = self.session.open_plan
            if plan.draft.steps.can_undo or plan.draft.steps.can_redo:
                self.home.steps.tell_changed(plan.plan.id)

    @property
    def _is_at_home(self) -> bool:
        return self._room.window.current_page == PageKey.HOME

    def _session_of(self, plan: PlanId) -> "Iterator[PlanSession]":
        if self.session is not None and self.session.open_plan.plan.id == plan:
            yield self.session

    def rename_open(self, plan: PlanId, title: str) -> bool:
        """Rename a plan if it is the one that is open; return whether it is."""
        sessions = list(self._session_of(plan))
        for session in sessions:
            session.rename(title)
        return bool(sessions)

    def _deleted(self, plan: str) -> None:
        window = self._room.window
        for _session in self._session_of(PlanId(plan)):
            self.close()
            window.show_page(PageKey.HOME)

    def left_at(self) -> LeftAt | None:
        """Return where the questions of the plan that is open were left, if they wait there."""
        return left_at(self.session.open_plan.draft) if self.session is not None else None

    def keep_advice(self) -> PlanId | None:
        """Keep the newest advice, which the list counts; return the plan that is open."""
        if self.session is None:
            return None
        self.session.open_plan.keep_advice()
        return self.session.open_plan.plan.id
