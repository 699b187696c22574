"""What Home's wishes do: new, example, import, duplicate, export; the list and where to go on."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from advisor.errors import AdvisorError, FileRefused
from advisor.language import _
from advisor.models.ids import PlanId
from advisor.models.judged import PlanOrder, PlanSummary
from advisor.models.plan import Plan
from advisor.services.promises import PlansService
from advisor.telling.commands import Wish
from advisor.telling.how_far import tell_quick_start
from advisor.telling.naming import PLAN_ENDING, file_name
from advisor.telling.plan_lists import ToldPlan
from advisor.telling.spoken import in_one_run
from ui.home.examples import ExamplesDialog
from ui.home.home_page import HomePage
from ui.home.house import HomeHouse
from ui.home.judging import Judging
from ui.home.listing import PAGE, Listing, brought, copied, listing, told_examples
from ui.home.steps import HomeSteps
from ui.room import Desk, PageKey, Room
from ui.shell.dialogs import NameDialog, rename_dialog
from ui.widgets.notice import NoticeKind

_log = logging.getLogger(__name__)


class HomeDesk(Desk[HomePage]):
    """Serves Home once the plans are open, through the worker. ``plan_opened`` carries a plan."""

    plan_opened = Signal(object)

    def __init__(self, room: Room, page: HomePage, house: HomeHouse) -> None:
        super().__init__(page)
        self._house, self._plans = house, house.advisor.plans
        self._order = PlanOrder.CHANGED
        self._examples: tuple[Plan, ...] = ()
        self._told: tuple[ToldPlan, ...] = ()
        self._theme, self._window = room.theme, room.window
        self._storage, self._notices = room.storage, room.notices
        self._refusals, self._files = room.refusals, room.files
        self._judging = Judging(room.storage, self._plans, self)
        self._judging.judged.connect(page.model.replace)
        self.steps = HomeSteps(room, house, self)
        self.steps.listed.connect(self.refresh)
        self._search = ""
        self._connect()

    def arrive(self) -> None:
        self.refresh(self._house.keep_advice())
        wish, _space, path = self.at.partition(" ")
        if wish == Wish.BRING and path:
            self.at = ""
            self.bring_file(Path(path))
        else:
            self.fulfil()

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        return {
            Wish.NEW: self.new,
            Wish.BRING: self.bring,
            Wish.EXAMPLE: self.choose_example,
            Wish.DUPLICATE: partial(self._with_open, self.duplicate),
            Wish.EXPORT: partial(self._with_open, self.export),
            Wish.DELETE: partial(self._with_open, self.steps.delete),
        }

    def begin_anew(self) -> None:
        """Read other plans; what was done to those before cannot be undone in them."""
        self.steps.forget()
        self.refresh()

    def refresh(self, current: str | None = None) -> None:
        """Read the list again, with the keyboard on one plan."""
        search = self._search
        self._storage.run(
            partial(listing, self._plans, search, self._order, self._house.left_at()),
            partial(self._show, search, current),
        )

    def new(self) -> None:
        """Ask for a name, and open a new plan under it at its first questions."""
        name = _("A working name is enough. You can change it at any time.")
        dialog = NameDialog(
            self._theme,
            _("New plan"),
            _("What is the programme called?"),
            kept_as="new/title",
            hint=in_one_run((tell_quick_start(self._house.pack.questionnaire), name)),
            confirm=_("&Start"),
            parent=self._window,
        )
        dialog.named.connect(self._create)
        dialog.open()

    def choose_example(self) -> None:
        """Offer the examples."""
        self._storage.run(self._plans.examples, self._offer_examples)

    def bring(self) -> None:
        """Ask for a plan file and open what is in it as a plan of this machine."""
        self._files.ask_open(_("Import a plan"), _("Plans (*.json)"), self.bring_file)

    def bring_file(self, path: Path) -> None:
        """Take a plan from a file; nothing is stored when the file is refused."""
        bringing = partial(brought, self._plans, path)
        self._storage.run(bringing, self._brought, self._refused_file)

    def rename(self, plan: PlanSummary) -> None:
        """Ask for another name."""
        dialog = rename_dialog(self._theme, plan.id, plan.title, self._window)
        dialog.named.connect(partial(self.steps.rename, plan))
        dialog.open()

    def duplicate(self, plan: PlanSummary) -> None:
        """Store a copy under a name of its own."""
        title = _("{title} (copy)").format(title=plan.title)
        self._storage.run(
            partial(copied, self._plans, plan.id, title),
            lambda found: self.steps.tell_added(*found, _("Copied.")),
        )

    def export(self, plan: PlanSummary) -> None:
        """Ask where to, and write the plan to a file."""
        self._files.ask_save(
            _("Export a copy"),
            _("Plans (*.json)"),
            file_name(plan.title, PLAN_ENDING),
            partial(self.export_to, plan.id),
        )

    def export_to(self, plan_id: PlanId, path: Path) -> None:
        """Write a stored plan to a file, whole or not at all."""
        plans = self._plans
        self._storage.run(
            lambda: plans.write_file(plans.plan(plan_id), path),
            lambda _done: self._notices.tell(
                NoticeKind.SUCCESS, _("Exported to {path}.").format(path=path)
            ),
        )

    def _connect(self) -> None:
        home, plans = self.page, self.page.list
        home.new_asked.connect(self.new)
        home.example_asked.connect(self.choose_example)
        home.import_asked.connect(self.bring)
        home.order_asked.connect(self._sort)
        home.deleted.restore_asked.connect(self.steps.restore)
        home.go_on.go_on_asked.connect(self._go_on)
        home.go_on.advice_asked.connect(self._show_advice)
        home.portfolio_asked.connect(partial(self._window.show_page, PageKey.PORTFOLIO))
        home.search.searched.connect(self._searched)
        home.search.line.returnPressed.connect(self._enter)
        home.model.more_wanted.connect(self._read_more)
        plans.opened.connect(self._open)
        plans.rename_asked.connect(self.rename)
        plans.duplicate_asked.connect(self.duplicate)
        plans.export_asked.connect(self.export)
        plans.delete_asked.connect(self.steps.delete)

    def _show(self, search: str, current: str | None, found: Listing) -> None:
        if search != self._search:
            return
        self.page.show_listing(found, current=PlanId(current) if current else None)
        self._judging.start(found.first)
        if not (found.total or search):
            self._fill_empty()

    def _read_more(self, offset: int) -> None:
        self._storage.run(
            partial(self._plans.summaries, self._search, offset, PAGE, self._order), self._append
        )

    def _append(self, more: tuple[PlanSummary, ...]) -> None:
        self.page.model.append(more)
        self._judging.add(more)

    def _with_open(self, do: Callable[[PlanSummary], object]) -> None:
        """Do something with the plan that is open, if one is."""
        plan = self._house.keep_advice()
        if plan is not None:
            self._storage.run(partial(_summary, self._plans, plan), do)

    def _sort(self, order: PlanOrder) -> None:
        self._order = order
        self.page.show_order(order)
        self.refresh()

    def _go_on(self) -> None:
        told = self.page.going_on
        if told is not None and told.question in self._house.pack.questionnaire:
            self._house.open_at(told.plan, PageKey.QUESTIONS, str(told.question))
        else:
            self._show_advice()

    def _show_advice(self) -> None:
        if self.page.going_on is not None:
            self._house.open_at(self.page.going_on.plan, PageKey.ADVICE)

    def _show_examples(self, found: tuple[tuple[Plan, ...], tuple[ToldPlan, ...]]) -> None:
        self._examples, self._told = found
        if self.page.is_empty:
            self._fill_empty()

    def _fill_empty(self) -> None:
        """Say on the empty Home how one begins; the examples are as they were each time."""
        empty = self.page.empty
        if empty.has_examples:
            return
        empty.show_quick_start(tell_quick_start(self._house.pack.questionnaire))
        if self._told:
            empty.show_examples(self._told, lambda at: self._copy(self._examples[at]))
        else:
            self._storage.run(partial(told_examples, self._plans), self._show_examples)

    def _copy(self, example: Plan) -> None:
        self._storage.run(partial(self._plans.add, example), self._opened)

    def _searched(self, text: str) -> None:
        if text != self._search:
            self._search = text
            self.refresh()

    def _enter(self) -> None:
        """Go to what was found once all that was typed is searched for."""

        def entered(_nothing: object) -> None:
            if self.page.search.line.hasFocus():
                self.page.go_to_found()

        self._storage.run(lambda: None, entered)

    def _create(self, title: str) -> None:
        self._storage.run(partial(self._plans.create, title), self._begin)

    def _begin(self, plan: Plan) -> None:
        self._house.open_at(plan.id, PageKey.QUESTIONS)

    def _open(self, plan: PlanSummary) -> None:
        self._storage.run(partial(self._plans.plan, plan.id), self._opened, self._gone)

    def _brought(self, found: tuple[Plan, int | None]) -> None:
        """Open what came from a file, and offer to undo that it came."""
        plan, newest = found
        self._opened(plan)
        if newest is not None:
            words = _("“{title}” was imported.").format(title=plan.title)
            self.steps.tell_added(plan, newest, words)
        else:
            words = _("“{title}” was here already. Nothing was changed.").format(title=plan.title)
            self._notices.mention(words)
        # The plan shows its first page in a moment.
        self._notices.come_along()

    def _opened(self, plan: Plan) -> None:
        _log.info("plan %s was opened", plan.id)
        self.plan_opened.emit(plan)

    def _gone(self, error: AdvisorError) -> None:
        self._refusals.show(error)
        self.refresh()

    def _offer_examples(self, examples: tuple[Plan, ...]) -> None:
        dialog = ExamplesDialog(self._theme, examples, self._window)
        dialog.chosen.connect(self._copy)
        dialog.open()

    def _refused_file(self, error: AdvisorError) -> None:
        _log.info("a file was refused: %s", error.code)
        if isinstance(error, FileRefused) and error.faults:
            self._refusals.show_faults(error, way_on=_("Choose &another file"), go_on=self.bring)
        else:
            self._refusals.show(error)


def _summary(plans: PlansService, plan: PlanId) -> PlanSummary:
    """Return a stored plan as a list shows it. Runs in a worker."""
    return plans.summary_of(plans.plan(plan))
