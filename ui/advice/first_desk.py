"""Serves the first result of one plan: always the newest advice."""

from functools import partial

from PySide6.QtCore import QTimer

from advisor.models.advice import Advice
from advisor.models.ids import ActionId, SectionId
from advisor.models.papers import PaperKind
from advisor.models.plan import Decision
from advisor.telling.first_result import FirstResult, told_first_result
from advisor.telling.how_far import told_how_far
from ui.advice.first_result import FirstResultPage
from ui.plan.session import AdvisedDesk, PlanSession
from ui.room import PageKey, Room


class FirstResultDesk(AdvisedDesk[FirstResultPage]):
    """Serves the first result of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(FirstResultPage(room.theme))
        self._room, self._session, self._plan = room, session, session.open_plan
        self._told: tuple[Advice, FirstResult] | None = None
        self._shown: FirstResult | None = None
        page, show = self.page, room.window.show_page
        page.question_wanted.connect(partial(show, PageKey.QUESTIONS))
        page.finding_wanted.connect(partial(show, PageKey.ADVICE))
        page.decision_made.connect(self._decided)
        page.gate_ticked.connect(session.tick_gate)
        page.go_on_wanted.connect(self._go_on)
        page.advice_wanted.connect(partial(show, PageKey.ADVICE))
        page.checklist_wanted.connect(partial(show, PageKey.PAPER, PaperKind.CHECKLIST))

    def prepare(self) -> None:
        told = self._tell()
        if told is not None:
            self.page.sum_up(told)

    def arrive(self) -> None:
        self.page.settle_places()
        # In a turn of its own: to show a page and to fill it takes long enough one by one.
        QTimer.singleShot(0, self, self.freshen)

    def freshen(self) -> None:
        told = self._tell()
        if told is not None and told is not self._shown:
            self._shown = told
            self.page.show_result(self._plan.plan, told)

    def _tell(self) -> FirstResult | None:
        """Return the first result as it is with the newest advice."""
        plan, advice = self._plan, self._plan.advice
        if advice is None:
            return None
        if self._told is None or self._told[0] is not advice:
            self._told = advice, told_first_result(plan.pack, plan.plan, advice)
        return self._told[1]

    def _decided(self, action: str, decision: Decision) -> None:
        self._session.decide(ActionId(action), decision)

    def _go_on(self) -> None:
        """Go on with the first section that is not done; with all done, to the list of them."""
        waiting = told_how_far(self._plan.draft).waiting
        if waiting is None:
            self._room.window.show_page(PageKey.PLAN)
            return
        self._plan.draft.resume(SectionId(waiting))
        self._room.window.show_page(PageKey.QUESTIONS)
