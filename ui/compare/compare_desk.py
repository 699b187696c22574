"""The open plan beside another one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.comparison import Comparison
from advisor.models.ids import PlanId
from advisor.models.pack import Pack
from advisor.models.plan import Plan, PlanSummary
from ui.awake.tasks import Worker
from ui.compare.page import ComparePage
from ui.plan.open_plan import OpenPlan
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.services.advisor import Advisor

COMPARE = "compare"
MOST_OFFERED = 500


class CompareDesk(QObject):
    """Serves the compare page. ``finding_wanted`` carries a rule of the open plan."""

    finding_wanted = Signal(str)

    def __init__(
        self, theme: Theme, window: MainWindow, advisor: "Advisor", pack: Pack, storage: Worker
    ) -> None:
        super().__init__(window)
        self._theme, self._window, self._advisor = theme, window, advisor
        self._pack, self._storage = pack, storage
        self._open: OpenPlan | None = None
        self._page: ComparePage | None = None
        window.add_page(COMPARE, self._make, _("Compare"))

    def follow(self, plan: OpenPlan) -> None:
        """Compare with this plan from now on."""
        self._open, self._page = plan, None
        self._window.forget_page(COMPARE)

    def show(self) -> None:
        """Show the page, with the plans as they are stored now."""
        self._window.show_page(COMPARE)
        self._storage.run(partial(self._advisor.plans.summaries, "", 0, MOST_OFFERED), self._offer)

    def _make(self) -> QWidget:
        page = self._page = ComparePage(self._theme)
        page.compare_wanted.connect(self._compare)
        page.finding_wanted.connect(self.finding_wanted)
        return page

    def _offer(self, summaries: tuple[PlanSummary, ...]) -> None:
        if self._page is not None:
            self._page.show_plans(self._open.plan.id if self._open else None, summaries)

    def _compare(self, before: str, after: str) -> None:
        advisor = self._advisor

        def compared() -> tuple[Plan, Plan, Comparison]:
            first, second = (advisor.plans.plan(PlanId(each)) for each in (before, after))
            return first, second, advisor.compare(first, second)

        self._storage.run(compared, self._show)

    def _show(self, compared: tuple[Plan, Plan, Comparison]) -> None:
        if self._page is not None:
            self._page.show_comparison(self._pack, *compared)
