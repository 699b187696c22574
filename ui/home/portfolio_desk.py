"""All plans in one table: read, advised on and told off the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from advisor.errors import AdvisorError
from advisor.language import _, ngettext
from advisor.models.advice import Advice
from advisor.models.ids import PlanId, RuleId
from advisor.models.judged import PlanSummary
from advisor.models.pack import Pack
from advisor.models.papers import PaperSize, TableFormat
from advisor.models.plan import Plan
from advisor.services.promises import AdvisorService
from advisor.telling.commands import Wish
from advisor.telling.naming import file_name
from advisor.telling.portfolio import CELL, ON_PAPER, PortfolioColumn, PortfolioRow, PortfolioStory
from advisor.telling.portfolio_cell import CellStory, told_cell
from ui.awake.tasks import Pace, Task
from ui.home.house import House
from ui.home.judging import Judging
from ui.home.portfolio_model import SAFETY
from ui.home.portfolio_page import PortfolioPage
from ui.room import Desk, PageKey, Room

_PAUSE_MS = 150
"""How long a cell is looked at before it is explained."""


_LOOK_MS = 300
"""How often it is looked how much of a file is written, and how soon for the first time."""

_MOST_KNOWN = 20
"""On how many plans the advice is kept that explains their cells."""

Known = Mapping[PlanId, tuple[Plan, Advice]]


class PortfolioDesk(Desk[PortfolioPage]):
    """Serves the table of all plans."""

    def __init__(self, room: Room, house: House) -> None:
        super().__init__(PortfolioPage(room.theme))
        self._room, self._house = room, house
        self._plans: dict[PlanId, PlanSummary] = {}
        self._judging = Judging(room.storage, house.advisor.plans, self)
        self._judging.going_on.connect(self._go_on)
        self._judging.judged.connect(self._judged)
        self._task: Task | None = None
        self._explaining: Task | None = None
        self._known: Known = {}
        self._saving: Task | None = None
        self._pace: Pace | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_how_far)
        self._was_at = ""
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._explain)
        page = self.page
        page.table.moved.connect(self._cell_moved)
        page.table.opened.connect(self._open)
        page.open_button.clicked.connect(self._open)
        page.save_wanted.connect(self._ask_where)
        page.print_wanted.connect(self._print)
        page.saving_stopped.connect(self._cancel_saving)
        page.stop_wanted.connect(self.stop)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        all_plans = self.page.table.plans.plans(all_of_them=True)
        wishes: dict[str, Callable[[], object]] = {
            form: partial(self._ask_where, form, all_plans) for form in TableFormat
        }
        return {Wish.PRINT: partial(self._print, all_plans), **wishes}

    def arrive(self) -> None:
        """Read the plans anew."""
        self._cancel()
        self._known = {}
        self.page.show_progress(0, 1)
        self._task = self._room.storage.run(self._house.advisor.plans.summaries, self._listed)

    def kept(self) -> str | None:
        """Return the cell that is chosen; what is sorted or being written stays."""
        if self._saving is not None or self.page.table.plans.is_sorted:
            return None
        row, risk = self._here()
        return "" if row is None else f"{row.plan} {risk.rule if risk else ''}"

    def come_back(self, kept: str) -> None:
        self._was_at = kept

    def stop(self) -> None:
        """Go no further; show the plans that are advised on by now."""
        self._cancel()
        waiting = {plan.id for plan in self._judging.waiting}
        done = tuple(plan for plan in self._plans.values() if plan.id not in waiting)
        note = ngettext(
            "You stopped at {n} of {all} plans.", "You stopped at {n} of {all} plans.", len(done)
        )
        self._tell(done, note.format(n=len(done), all=len(self._plans)))

    def _cancel(self) -> None:
        self._judging.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _listed(self, listed: Sequence[PlanSummary]) -> None:
        self._plans = {plan.id: plan for plan in listed}
        self._judging.start(listed)

    def _go_on(self, waiting: int) -> None:
        """Say how far the plans are advised on, or show them all."""
        if waiting:
            self.page.show_progress(len(self._plans) - waiting, len(self._plans))
        else:
            self._tell(tuple(self._plans.values()), "")

    def _judged(self, judged: Sequence[PlanSummary]) -> None:
        self._plans.update((plan.id, plan) for plan in judged)

    def _tell(self, plans: tuple[PlanSummary, ...], note: str) -> None:
        telling = partial(self._house.advisor.side_by_side.portfolio, plans)
        self._task = self._room.thinker.run(telling, partial(self._show, note))

    def _show(self, note: str, story: PortfolioStory) -> None:
        self.page.show_story(story, note)
        plan, _space, rule = self._was_at.partition(" ")
        self._was_at = ""
        self.page.table.go_to(PlanId(plan), RuleId(rule) if rule else None)
        self.fulfil()

    # One cell

    def _here(self) -> tuple[PortfolioRow | None, PortfolioColumn | None]:
        """Return the plan and the risk of the chosen cell."""
        plans, index = self.page.table.plans, self.page.table.currentIndex()
        return plans.row(index), plans.risk(index)

    def _cell_moved(self) -> None:
        row, risk = self._here()
        self._soon.stop()
        # What is said of the cell before would be taken for this one.
        if self._explaining is not None:
            self._explaining.cancel()
        if row is None:
            return
        if risk is None:
            is_safety = self.page.table.currentIndex().column() == SAFETY
            words = row.told.about if is_safety else row.not_judged
            mark = row.told.safety.mark
            self.page.show_cell_soon(
                row.told.title, mark, words or row.told.safety.words, leads_on=False
            )
            return
        title = _("{plan}: {risk}").format(plan=row.told.title, risk=risk.title)
        mark = row.mark(risk.rule)
        self.page.show_cell_soon(title, mark, CELL[mark], leads_on=True)
        self._soon.start()

    def _explain(self) -> None:
        row, risk = self._here()
        if row is None or risk is None:
            return
        if self._explaining is not None:
            self._explaining.cancel()
        explaining = partial(
            _explained, self._house.advisor, self._house.pack, row.plan, risk.rule, self._known
        )
        self._explaining = self._room.storage.run(explaining, self._tell_cell)

    def _tell_cell(self, explained: tuple[Known, CellStory]) -> None:
        self._known, told = explained
        self.page.show_cell(told)

    def _open(self) -> None:
        row, risk = self._here()
        if row is not None:
            self._house.open_at(row.plan, PageKey.ADVICE, risk.rule if risk is not None else "")

    # Saving

    def _print(self, wanted: Sequence[PlanId]) -> None:
        draw = self._house.advisor.side_by_side.portfolio_pages
        shown = tuple(self._plans[plan] for plan in wanted)
        if shown:
            self._room.print_pages(
                _(ON_PAPER),
                PaperSize.A4,
                lambda ppi: draw(shown, size=PaperSize.A4, ppi=ppi),
                landscape=True,
            )

    def _ask_where(self, form: TableFormat, wanted: Sequence[PlanId]) -> None:
        shown = tuple(self._plans[plan] for plan in wanted)
        if not shown:
            return
        words = ngettext("Save {n} plan in one table", "Save {n} plans in one table", len(shown))
        self._room.files.ask_save(
            words.format(n=len(shown)),
            _("{kind} files (*.{ending})").format(kind=form.upper(), ending=form),
            file_name(_(ON_PAPER), form),
            partial(self._write, form, shown),
        )

    def _write(self, form: TableFormat, shown: tuple[PlanSummary, ...], path: Path) -> None:
        self._pace = pace = Pace()
        writing = partial(
            self._house.advisor.side_by_side.write_portfolio, form, shown, path, tell=pace.tell
        )
        self._saving = self._room.printer.run(
            writing, partial(self._written, pace, path), partial(self._not_written, pace)
        )
        self._look.start()

    def _look_how_far(self) -> None:
        """Say how much is written, where that takes long enough to be seen."""
        if self._pace is not None and self._pace.total:
            self.page.show_saving(self._pace.done, self._pace.total)

    def _written(self, pace: Pace, path: Path, _done: object) -> None:
        self._end_saving(pace)
        self._room.notices.tell_done(_("Saved as {path}.").format(path=path))

    def _not_written(self, pace: Pace, error: AdvisorError) -> None:
        self._end_saving(pace)
        self._room.refusals.show(error)

    def _cancel_saving(self) -> None:
        """Save nothing, unless the file is there by now: then that is told in its turn."""
        if self._saving is not None and self._pace is not None and self._pace.stop():
            self._saving.cancel()
            self._end_saving(self._pace)
            self._room.notices.tell_done(_("Stopped. Nothing was saved."))

    def _end_saving(self, pace: Pace) -> None:
        """Say of a file no more how far it is, unless another one is written by now."""
        if self._pace is pace:
            self._saving = self._pace = None
            self._look.stop()
            self.page.show_saved()


def _explained(
    advisor: AdvisorService, pack: Pack, plan: PlanId, rule: RuleId, known: Known
) -> tuple[Known, CellStory]:
    """Explain a cell; of a plan that was explained before the advice is known. Runs in a worker."""
    if plan not in known:
        found = advisor.plans.plan(plan)
        kept = dict(list(known.items())[1 - _MOST_KNOWN :])
        known = {**kept, plan: (found, advisor.advise(found))}
    return known, told_cell(pack, *known[plan], rule)
