"""The open plan beside another one."""

from collections.abc import Callable, Mapping
from functools import partial

from advisor.interview.trial import Trial
from advisor.language import _, ngettext
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.plan import EntryKey, OpenAnswer, Plan
from advisor.services.promises import AdvisorService, SideBySideService
from advisor.telling.commands import Wish
from advisor.telling.comparison import ToldComparison
from advisor.telling.naming import changed_title, file_name
from ui.compare.page import ComparePage
from ui.plan.session import PlanDesk, PlanSession
from ui.room import PageKey, Room

MOST_OFFERED = 500

Two = tuple[Plan, Plan]


class CompareDesk(PlanDesk[ComparePage]):
    """Serves the compare page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(ComparePage(room.theme))
        self._room, self._session = room, session
        # The plans whose differences are shown.
        self._shown: Two | None = None
        page = self.page
        page.compare_wanted.connect(self._compare)
        page.copy_wanted.connect(self._copy)
        page.print_wanted.connect(self._print)
        page.save_wanted.connect(self._save)
        page.taken_over.connect(self._take_over)
        page.finding_wanted.connect(partial(room.window.show_page, PageKey.ADVICE))

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return {Wish.COPY: self._copy}

    def arrive(self) -> None:
        """Offer the plans as they are stored now."""
        plans = self._session.advisor.plans
        self._room.storage.run(partial(plans.summaries, "", 0, MOST_OFFERED), self._offer)
        self.fulfil()

    def leave(self) -> None:
        self.page.let_go()

    def show_change(self, key: EntryKey) -> None:  # noqa: ARG002 - all of it may differ now
        self.arrive()

    def _copy(self) -> None:
        """Store a copy of the open plan and open it at its questions."""
        self._session.flush()
        plan = self._session.open_plan.plan
        title = changed_title(plan.title)
        copying = partial(self._session.advisor.plans.duplicate, plan.id, title)
        self._room.storage.run(copying, self._session.plan_wanted.emit)

    def _offer(self, summaries: tuple[PlanSummary, ...]) -> None:
        self.page.show_plans(self._session.open_plan.plan.id, summaries)

    def _compare(self, before: str, after: str) -> None:
        self._room.storage.run(
            partial(_compared, self._session.advisor, PlanId(before), PlanId(after)), self._show
        )

    def _show(self, compared: tuple[Two, ToldComparison]) -> None:
        plans, story = compared
        # Others may be chosen by now: their differences follow.
        if self.page.chosen == tuple(plan.id for plan in plans):
            self._shown = plans
            self.page.show_comparison(story)

    def _print(self) -> None:
        if self._shown is not None:
            draw, (before, after) = self._side_by_side.comparison_pages, self._shown
            self._room.print_pages(
                _title(self._shown),
                PaperSize.A4,
                lambda ppi: draw(before, after, size=PaperSize.A4, ppi=ppi),
            )

    def _save(self, form: TableFormat) -> None:
        if self._shown is not None:
            self._room.save_as(
                _("Save what differs"),
                file_name(_title(self._shown), form),
                partial(self._side_by_side.write_comparison, form, *self._shown),
            )

    @property
    def _side_by_side(self) -> SideBySideService:
        return self._session.advisor.side_by_side

    def _take_over(self) -> None:
        """Give the open plan the answers that are given in the other one, in one step."""
        if self._shown is None:
            return
        plan = self._session.open_plan
        (other,) = (each for each in self._shown if each.id != plan.plan.id)
        given = {
            question: answer.value
            for question, answer in other.answers.items()
            if not isinstance(answer.value, OpenAnswer)
        }
        entries = Trial(answers=given).entries(plan.plan)
        if entries:
            plan.change_all(entries)
            n = len(entries)
            words = ngettext("{n} answer taken over.", "{n} answers taken over.", n).format(n=n)
            self._session.offer_undo(words)


def _title(plans: Two) -> str:
    before, after = plans
    return _("{before} and {after}").format(before=before.title, after=after.title)


def _compared(advisor: AdvisorService, before: PlanId, after: PlanId) -> tuple[Two, ToldComparison]:
    """Read two plans and tell what differs. Runs in a worker."""
    plans = advisor.plans.plan(before), advisor.plans.plan(after)
    return plans, advisor.side_by_side.comparison(*plans)
