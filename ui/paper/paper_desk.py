"""The open plan on paper: previews off the window's thread, files where the person wants them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.models.advice import Advice
from advisor.models.papers import AllPapers, DataKind, PaperFormat, PaperKind, PaperWish
from advisor.models.plan import Entry, EntryKey, Plan
from advisor.paper.papers import name_of, paper_of
from advisor.services.promises import PapersService
from advisor.telling.commands import Wish
from advisor.telling.naming import file_name
from advisor.telling.papers import taken_over
from advisor.telling.unfinished import not_on_paper
from ui.awake.tasks import Task
from ui.paper.counting import Counting
from ui.paper.page import PaperPage
from ui.plan.session import AdvisedDesk, PlanSession
from ui.room import Room

PREVIEW_PPI = 144


class PaperDesk(AdvisedDesk[PaperPage]):
    """Serves the paper page of one plan."""

    def __init__(self, room: Room, session: PlanSession) -> None:
        super().__init__(PaperPage(room.theme))
        self._room, self._session, self._plan = room, session, session.open_plan
        self._papers = session.advisor.papers
        # What is put on paper: a plan and the advice on it, never of two moments.
        self._told: tuple[Plan, Advice] | None = None
        self._drawing: Task | None = None
        self._counting = Counting(room.printer, self._papers, self)
        self._counting.counted.connect(self._counted)
        page = self.page
        page.preview_wanted.connect(self._draw)
        page.preview_cancelled.connect(self._stop_drawing)
        page.save_wanted.connect(self._ask_where)
        page.open_wanted.connect(self._open)
        page.print_wanted.connect(self._ask_printer)
        page.all_wanted.connect(self._ask_where_all)
        page.data_wanted.connect(self._ask_where_data)
        page.saved.open_wanted.connect(room.open_outside)
        page.saved.folder_wanted.connect(self._show_folder)
        page.filled_wanted.connect(self._ask_filled)
        page.filled_accepted.connect(self._take_filled)
        session.ending.connect(self._stop_drawing)
        session.ending.connect(self._stand_down)

    def prepare(self) -> None:
        self.page.name_plan(self._plan.plan)
        self._room.printer.run(partial(self._papers.stand_by, self.page.wish.kind))

    def arrive(self) -> None:
        """Show the paper that is asked for, else the one that was looked at last."""
        kind, _space, form = self.at.partition(" ")
        if kind in frozenset(PaperKind):
            self.page.choose(PaperKind(kind))
            self.at = form
        missing = not_on_paper(self._room.window.kept_words.waiting(self._plan.plan.id))
        if missing:
            self._room.notices.mention(missing)
        # The page is seen before its pages are drawn, which takes a whole processor.
        QTimer.singleShot(0, self, self.freshen)

    def freshen(self) -> None:
        plan, advice = self._plan.plan, self._plan.advice
        if advice is not None and self._plan.is_advice_current:
            self._told = plan, advice
            self.page.show_plan(self._plan.pack, plan)
            wish, _space, path = self.at.partition(" ")
            if wish == Wish.READ and path:
                self.at = ""
                self.read_filled(Path(path))
            else:
                self.fulfil()

    def leave(self) -> None:
        self.page.let_go()
        self._stand_down()

    @Slot()
    def _stand_down(self) -> None:
        self._room.printer.run(self._papers.stand_down)

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        save = self.page.save
        return {
            Wish.PRINT: self.page.print_now,
            Wish.READ: self._ask_filled,
            Wish.ALL_PAPERS: self._ask_where_all,
            Wish.TABLE: partial(self._ask_where_data, DataKind.CSV),
            Wish.DATA: partial(self._ask_where_data, DataKind.JSON),
            **{form: partial(save, form) for form in PaperFormat},
        }

    def _draw(self, wish: PaperWish) -> None:
        self._stop_drawing()
        if self._told is not None:
            self._drawing = self._room.printer.run(
                partial(self._papers.preview, wish, *self._told, ppi=PREVIEW_PPI),
                partial(self._drawn, wish),
                partial(self._not_drawn, wish),
            )

    def _drawn(self, wish: PaperWish, pages: Sequence[bytes]) -> None:
        self.page.show_pages(wish, pages)
        if not self.page.isVisible():
            # Whoever asked has gone elsewhere meanwhile.
            self.leave()
        if self._told is not None:
            self._counting.start(self.page.uncounted, *self._told)

    def _counted(self, kind: PaperKind, number: int) -> None:
        self.page.show_count(kind, number)
        if not self.page.isVisible():
            # Whoever has gone elsewhere needs the processor there.
            self._counting.stop()

    def _not_drawn(self, wish: PaperWish, error: AdvisorError) -> None:
        self.page.show_refusal(wish, error.message)

    def _stop_drawing(self) -> None:
        self._counting.stop()
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _ask_printer(self, wish: PaperWish) -> None:
        if self._told is not None:
            self._room.print_pages(
                f"{name_of(wish)} {self._plan.plan.title}",
                wish.size,
                partial(_pages_for, self._papers, wish, *self._told),
                landscape=paper_of(wish.kind).landscape,
            )

    def _open(self, wish: PaperWish) -> None:
        """Show a copy in the program that is meant for it."""
        if self._told is not None:
            writing = partial(self._papers.write_to_look_at, wish, *self._told)
            self._room.printer.run(writing, self._room.open_outside, self._room.refusals.show)

    def _ask_where(self, wish: PaperWish) -> None:
        if self._told is not None:
            self._room.files.ask_save(
                _("Save the document"),
                _("{kind} files (*.{ending})").format(kind=wish.form.upper(), ending=wish.form),
                file_name(f"{name_of(wish)} {self._plan.plan.title}", wish.form),
                partial(self._write, partial(self._papers.write, wish, *self._told)),
            )

    def _ask_where_all(self) -> None:
        if self._told is not None:
            self._room.files.ask_folder(
                _("A folder for all papers"),
                partial(self._write_all, partial(self._papers.write_all, *self._told)),
            )

    def _write_all(self, writing: Callable[[Path], AllPapers], folder: Path) -> None:
        self._room.printer.run(
            partial(writing, folder), self.page.show_all_saved, self._room.refusals.show
        )

    def _ask_where_data(self, kind: DataKind) -> None:
        if self._told is not None:
            self._room.files.ask_save(
                _("Save the advice as data"),
                _("{kind} files (*.{ending})").format(kind=kind.upper(), ending=kind),
                file_name(self._plan.plan.title, kind),
                partial(self._write, partial(self._papers.write_data, kind, *self._told)),
            )

    def _write(self, writing: Callable[[Path], object], path: Path) -> None:
        def written() -> Path:
            writing(path)
            return path

        self._room.printer.run(written, self.page.show_saved, self._room.refusals.show)

    def _show_folder(self, path: Path) -> None:
        self._room.open_outside(path if path.is_dir() else path.parent)

    def _ask_filled(self) -> None:
        self._room.files.ask_open(
            _("Read a filled-in checklist"),
            _("PDF documents (*.pdf)"),
            self.read_filled,
        )

    def read_filled(self, path: Path) -> None:
        """Read a filled-in checklist and show what it would change."""
        self._room.printer.run(
            partial(self._papers.read_filled, path),
            self.page.show_filled,
            self._room.refusals.show,
        )

    def _take_filled(self, entries: Mapping[EntryKey, Entry | None]) -> None:
        self._plan.change_all(entries)
        self._session.offer_undo(taken_over(len(entries)))


def _pages_for(
    papers: PapersService, wish: PaperWish, plan: Plan, advice: Advice, ppi: float
) -> Sequence[bytes]:
    return papers.preview(wish, plan, advice, ppi=ppi)
