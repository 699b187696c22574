"""The open plan beside another one."""

from functools import partial

from advisor.language import _
from advisor.models.comparison import Comparison
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.plan import Plan
from ui.compare.page import ComparePage
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room

MOST_OFFERED = 500


class CompareDesk(PlanDesk[ComparePage]):
    """Serves the compare page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(ComparePage(room.theme))
        self._room, self._session = room, session
        self.page.compare_wanted.connect(self._compare)
        self.page.copy_wanted.connect(self._copy)
        self.page.finding_wanted.connect(partial(room.window.show_page, PageKey.ADVICE))

    def arrive(self) -> None:
        """Offer the plans as they are stored now."""
        plans = self._session.advisor.plans
        self._room.storage.run(partial(plans.summaries, "", 0, MOST_OFFERED), self._offer)

    def _copy(self) -> None:
        """Store a copy of the open plan and open it at its questions."""
        self._session.flush()
        plan = self._session.open_plan.plan
        title = _("{title}, changed").format(title=plan.title)
        copying = partial(self._session.advisor.plans.duplicate, plan.id, title)
        self._room.storage.run(copying, self._session.plan_wanted.emit)

    def _offer(self, summaries: tuple[PlanSummary, ...]) -> None:
        self.page.show_plans(self._session.open_plan.plan.id, summaries)

    def _compare(self, before: str, after: str) -> None:
        advisor = self._session.advisor

        def compared() -> tuple[Plan, Plan, Comparison]:
            first, second = (advisor.plans.plan(PlanId(each)) for each in (before, after))
            return first, second, advisor.compare(first, second)

        self._room.storage.run(compared, self._show)

    def _show(self, compared: tuple[Plan, Plan, Comparison]) -> None:
        self.page.show_comparison(self._session.open_plan.pack, *compared)
