"""The open plan on paper: previews off the window's thread, files where the person wants them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from advisor.errors import AdvisorError
from advisor.language import _
from advisor.models.ids import ActionId, PlanId
from advisor.models.plan import Decision, OwnAction, Plan
from advisor.telling.papers import LETTER, FilledChange, PaperWish, title_of
from ui.awake.tasks import Task, Worker
from ui.paper.page import PaperPage
from ui.paper.preview import unpacked
from ui.plan.open_plan import OpenPlan
from ui.shell.files import FileAsker, file_name
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.outside import open_outside
from ui.shell.refusals import Refusals
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from advisor.services.papers import Papers, PaperSize

PAPER = "paper"
PREVIEW_PPI = 144


class Filled(Protocol):
    """A filled-in checklist as it was read back."""

    @property
    def plan(self) -> PlanId:
        """The plan that it was made for."""

    @property
    def items(self) -> tuple[FilledChange, ...]:
        """What was filled in."""


class PaperDesk(QObject):
    """Serves the paper page."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        papers: "Papers",
        *,
        printer: Worker,
        refusals: Refusals,
        files: FileAsker,
        notices: Notices,
    ) -> None:
        super().__init__(window)
        self._theme, self._window, self._papers = theme, window, papers
        self._printer, self._refusals, self._files = printer, refusals, files
        self._notices = notices
        self._open: OpenPlan | None = None
        self._page: PaperPage | None = None
        self._drawing: Task | None = None
        window.add_page(PAPER, self._make, _("Paper"))

    def follow(self, plan: OpenPlan) -> None:
        """Put this plan on paper from now on."""
        self.leave()
        self._open = plan
        plan.advised.connect(self._advised)

    def leave(self) -> None:
        """Let the page of a plan go."""
        self._stop_drawing()
        self._open = self._page = None
        self._window.forget_page(PAPER)

    def show(self) -> None:
        """Show the page with the plan as it is now."""
        self._window.show_page(PAPER)
        # The page is seen before its pages are drawn, which takes a whole processor.
        QTimer.singleShot(0, self, self._freshen)

    def save_picture(self, name: str, picture: bytes) -> None:
        """Ask where a picture of a chain goes, and write it there."""
        stem, ending = Path(name).stem, Path(name).suffix.removeprefix(".")
        self._files.ask_save(
            _("Save the picture"),
            f"{ending.upper()} (*.{ending})",
            file_name(stem, ending),
            lambda path: self._printer.run(partial(self._papers.write_picture, path, picture)),
        )

    def _make(self) -> QWidget:
        page = self._page = PaperPage(self._theme)
        page.preview_wanted.connect(self._draw)
        page.preview_cancelled.connect(self._stop_drawing)
        page.save_wanted.connect(self._ask_where)
        page.data_wanted.connect(self._ask_where_data)
        page.open_wanted.connect(self._show_file)
        page.folder_wanted.connect(self._show_folder)
        page.filled_wanted.connect(self._ask_filled)
        page.filled_accepted.connect(self._take_filled)
        return page

    def _advised(self, _advice: object, _changes: object) -> None:
        if self._window.current_page == PAPER:
            self._freshen()

    def _freshen(self) -> None:
        if self._page is not None and self._open is not None:
            self._page.show_plan(self._open.pack, self._open.plan)

    def _draw(self, wish: PaperWish) -> None:
        self._stop_drawing()
        page, plan = self._page, self._open
        if page is None or plan is None:
            return
        self._drawing = self._printer.run(
            partial(preview, self._papers, wish, plan.plan),
            partial(page.show_pages, wish),
            lambda error: page.show_refusal(wish, error.message),
        )

    def _stop_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _ask_where(self, wish: PaperWish) -> None:
        plan = self._open
        if plan is not None:
            title = f"{plan.plan.title} {title_of(wish)}"
            self._files.ask_save(
                _("Save the document"),
                _("PDF documents (*.pdf)"),
                file_name(title, "pdf"),
                partial(self._write, partial(write, self._papers, wish, plan.plan)),
            )

    def _ask_where_data(self, kind: str) -> None:
        plan = self._open
        if plan is not None:
            self._files.ask_save(
                _("Save the advice as data"),
                f"{kind.upper()} (*.{kind})",
                file_name(plan.plan.title, kind),
                partial(self._write, partial(write_data, self._papers, kind, plan.plan)),
            )

    def _write(self, writing: Callable[[Path], None], path: Path) -> None:
        self._printer.run(
            partial(writing, path), lambda _done: self._written(path), self._refusals.show
        )

    def _written(self, path: Path) -> None:
        if self._page is not None:
            self._page.show_saved(path)

    def _show_file(self, path: Path) -> None:
        open_outside(path, self._notices)

    def _show_folder(self, path: Path) -> None:
        open_outside(path.parent, self._notices)

    def _ask_filled(self) -> None:
        self._files.ask_open(
            _("Read a filled-in checklist"),
            _("PDF documents (*.pdf)"),
            self.read_filled,
        )

    def read_filled(self, path: Path) -> None:
        """Read a filled-in checklist and show what it would change."""
        self._printer.run(partial(self._papers.read_filled, path), self._filled, self._not_filled)

    def _filled(self, filled: Filled) -> None:
        if self._page is not None:
            self._page.show_filled(filled.plan, filled.items)

    def _not_filled(self, error: AdvisorError) -> None:
        self._refusals.show(error)

    def _take_filled(
        self, decisions: Mapping[str, Decision], own_actions: tuple[OwnAction, ...]
    ) -> None:
        if self._open is None:
            return
        for action, decision in decisions.items():
            self._open.decide(ActionId(action), decision)
        for own in own_actions:
            self._open.change_own_action(own)


def preview(papers: "Papers", wish: PaperWish, plan: Plan) -> tuple[QImage, ...]:
    """Draw the pages of a document. Runs in a worker."""
    from advisor.services.papers import PaperKind  # noqa: PLC0415 - after the first paint

    pages = papers.preview(PaperKind(wish.kind), plan, size=_size(wish), ppi=PREVIEW_PPI)
    return tuple(map(unpacked, pages))


def write(papers: "Papers", wish: PaperWish, plan: Plan, path: Path) -> None:
    """Write a document. Runs in a worker."""
    from advisor.services.papers import PaperKind  # noqa: PLC0415 - as in ``preview``

    kind = PaperKind(wish.kind)
    papers.write(kind, plan, path, fillable=wish.is_fillable, size=_size(wish))


def write_data(papers: "Papers", kind: str, plan: Plan, path: Path) -> None:
    """Write the advice as data. Runs in a worker."""
    from advisor.services.papers import DataKind  # noqa: PLC0415 - as in ``preview``

    papers.write_data(DataKind(kind), plan, path)


def _size(wish: PaperWish) -> "PaperSize":
    return "letter" if wish.size == LETTER else "a4"
