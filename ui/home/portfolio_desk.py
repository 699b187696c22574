"""All plans in one table: read, advised on and told off the window's thread."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from advisor.language import _, ngettext
from advisor.models.ids import PlanId
from advisor.models.judged import PlanSummary
from advisor.models.papers import TableFormat
from advisor.telling.naming import file_name
from advisor.telling.portfolio import CELL, TITLE, PortfolioColumn, PortfolioRow, PortfolioStory
from advisor.telling.portfolio_cell import CellStory, told_cell
from ui.awake.tasks import Task
from ui.home.house import House
from ui.home.judging import Judging
from ui.home.portfolio_model import SAFETY
from ui.home.portfolio_page import PortfolioPage
from ui.room import Desk, PageKey, Room
from ui.widgets.notice import NoticeKind

_PAUSE_MS = 150
"""How long a cell is looked at before it is explained."""


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
        self._story: PortfolioStory | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._explain)
        page = self.page
        page.table.moved.connect(self._cell_moved)
        page.table.opened.connect(self._open)
        page.open_button.clicked.connect(self._open)
        page.save_wanted.connect(self._ask_where)
        page.stop_wanted.connect(self.stop)

    def arrive(self) -> None:
        """Read the plans anew."""
        self._cancel()
        self.page.show_progress(0, 1)
        self._task = self._room.storage.run(self._house.advisor.plans.summaries, self._listed)

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
        self._story = story
        self.page.show_story(story, note)

    # One cell

    def _here(self) -> tuple[PortfolioRow | None, PortfolioColumn | None]:
        """Return the plan and the risk of the chosen cell."""
        plans, index = self.page.table.plans, self.page.table.currentIndex()
        return plans.row(index), plans.risk(index)

    def _cell_moved(self) -> None:
        row, risk = self._here()
        self._soon.stop()
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
        advisor, pack = self._house.advisor, self._house.pack

        def explained() -> CellStory:
            plan = advisor.plans.plan(row.plan)
            return told_cell(pack, plan, advisor.advise(plan), risk.rule)

        if self._explaining is not None:
            self._explaining.cancel()
        self._explaining = self._room.storage.run(explained, self.page.show_cell)

    def _open(self) -> None:
        row, risk = self._here()
        if row is not None:
            self._house.open_at(row.plan, PageKey.ADVICE, risk.rule if risk is not None else "")

    # Saving

    def _ask_where(self, form: TableFormat) -> None:
        if self._story is None:
            return
        shown = tuple(self._plans[row.plan] for row in self._story.rows)
        writing = partial(self._house.advisor.side_by_side.write_portfolio, form, shown)
        self._room.files.ask_save(
            _("Save all plans in one table"),
            _("{kind} files (*.{ending})").format(kind=form.upper(), ending=form),
            file_name(_(TITLE), form),
            partial(self._write, writing),
        )

    def _write(self, writing: Callable[[Path], object], path: Path) -> None:
        self._room.printer.run(
            partial(writing, path),
            lambda _done: self._room.notices.tell(
                NoticeKind.SUCCESS, _("Saved as {path}.").format(path=path)
            ),
            self._room.refusals.show,
        )
