"""What every desk works in, and the names of the pages that it can lead to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor.errors import AdvisorError
from advisor.language import _, ngettext
from advisor.models.values import Value
from advisor.telling.commands import Wish
from ui.awake.tasks import Worker
from ui.shell.files import FileAsker
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.placing import OnScreen
from ui.shell.rail_item import RailItem
from ui.shell.refusals import Refusals
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.coming_back import ComesBack

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from advisor.models.papers import PaperSize
    from advisor.telling.find import Findable

Page_co = TypeVar("Page_co", bound=QWidget, covariant=True)


class PageKey(StrEnum):
    """Every page of the window; ``ui/pages.py`` says what each is."""

    HOME = "home"
    PORTFOLIO = "portfolio"
    PLAN = "plan"
    QUESTIONS = "questions"
    WORKSHOP = "workshop"
    HISTORY = "history"
    ADVICE = "advice"
    FIRST = "first"
    TRIAL = "trial"
    ACTIONS = "actions"
    PAPER = "paper"
    COMPARE = "compare"
    LIBRARY = "library"
    PREFERENCES = "preferences"
    HELP = "help"


class InRail(Value):
    """How the rail offers a page."""

    title: str
    glyph: Glyph


class PageRow(Value):
    """What the window knows of a page. Words are marked with ``N_`` and translated when said.

    ``belongs_to`` is the page whose entry of the rail stands for this one; with ``has_panel``
    the advice so far stands beside the page; a page that ``is_alone`` has all of the window.
    """

    is_of_plan: ClassVar[bool] = False

    key: PageKey
    title: str
    rail: InRail | None = None
    belongs_to: PageKey | None = None
    has_panel: bool = False
    is_alone: bool = False


def entries(pages: Iterable[PageRow]) -> tuple[RailItem, ...]:
    """Return what the rail leads to, in its order."""
    return tuple(
        RailItem(
            key=page.key,
            title=_(page.rail.title),
            glyph=page.rail.glyph,
            of_plan=page.is_of_plan,
        )
        for page in pages
        if page.rail is not None
    )


class Desk(QObject, Generic[Page_co]):
    """Serves one page for as long as the page lives: fills it and does what is asked for on it.

    ``at`` names what is wanted on the page when it is shown, or is empty. A page that asks for
    nothing and never changes needs no more than this.
    """

    def __init__(self, page: Page_co) -> None:
        super().__init__(page)
        self.page, self.at = page, ""

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be wanted of the page by name, and what does it."""
        return {}

    def fulfil(self) -> bool:
        """Do at once what is wanted by name, and only once; return whether anything was."""
        do = self.wishes().get(self.at)
        if do is not None:
            self.at = ""
            do()
        return do is not None

    def make_ahead(self, at: str) -> Iterator[None]:  # noqa: ARG002 - of most pages all the same
        """Make what is shown first before the page is; yield after each step of a moment."""
        yield from ()

    def prepare(self) -> None:
        """The page is about to be shown: let its heading say first what it comes to."""

    def arrive(self) -> None:
        """The page was just shown."""

    def here(self) -> str:
        """Return what on the page one is at, to be wanted again on the way back; empty: nothing."""
        return ""

    def flush(self) -> None:
        """Take over what is still being written on the page."""

    def leave(self) -> None:
        """The page is not shown any more: let go of what ``arrive`` makes anew."""

    def kept(self) -> str | None:
        """Return what to keep of the page when it is thrown away; None where it has to stay.

        It is thrown away while others are shown, and made anew when it is wanted.
        """
        page: object = self.page
        return page.kept() if isinstance(page, ComesBack) else None

    def come_back(self, kept: str) -> None:
        """The page was made anew: let it be as it was when this was kept of it."""
        page: object = self.page
        if isinstance(page, ComesBack):
            page.come_back(kept)


class Room(Value):
    """What every desk works with: the window, its voice, and the workers.

    ``storage`` alone touches the database; ``thinker`` advises; ``printer`` makes documents.
    """

    theme: Theme
    window: MainWindow
    notices: Notices
    refusals: Refusals
    files: FileAsker
    storage: Worker
    thinker: Worker
    printer: Worker

    def open_outside(self, what: Path | str) -> None:
        """Open a path or an address in the program that is meant for it."""
        from ui.shell.outside import open_outside  # noqa: PLC0415 - when it is first asked for

        open_outside(what, self.notices)

    def save_as(self, title: str, suggested: str, writing: Callable[[Path], object]) -> None:
        """Ask where to save, write it off the window's thread, and say where it is."""
        ending = Path(suggested).suffix.removeprefix(".")
        kinds = _("{kind} files (*.{ending})").format(kind=ending.upper(), ending=ending)
        self.files.ask_save(title, kinds, suggested, partial(self._write, writing))

    def _write(self, writing: Callable[[Path], object], path: Path) -> None:
        def told(_done: object) -> None:
            self.notices.tell_done(_("Saved as {path}.").format(path=path))

        self.printer.run(partial(writing, path), told, self.refusals.show)

    def print_pages(
        self,
        title: str,
        size: "PaperSize",
        draw: Callable[[float], Sequence[bytes]],
        *,
        landscape: bool = False,
    ) -> None:
        """Ask for a printer; then have pages drawn for it, as PNG, and print them."""
        # Qt's printing is as much to load as a page is.
        from ui.awake.printing import ask_printer, printer_for  # noqa: PLC0415

        printer = printer_for(title, size, landscape=landscape)
        ask_printer(self.window, printer, partial(self._print, draw), self._furnish_foreign)

    def _furnish_foreign(self, dialog: QWidget) -> None:
        """Give one of Qt's own dialogs our look; what unfolds on it stays on the screen."""
        self.theme.style_foreign(dialog)
        OnScreen(dialog, also_grown=True)

    def _print(self, draw: Callable[[float], Sequence[bytes]], printer: "QPrinter") -> None:
        from ui.awake.printing import PRINT_PPI, Printing  # noqa: PLC0415 - as above

        printing = Printing(self.window, self.printer.run)
        printing.printed.connect(partial(self._printed, printer.outputFileName()))
        printing.failed.connect(self._not_printed)
        for ended in (printing.printed, printing.failed):
            ended.connect(printing.deleteLater)
        self.notices.mention(_("Getting the pages ready for printing…"))
        drawing = partial(draw, PRINT_PPI)
        self.printer.run(drawing, partial(printing.start, printer), self._not_drawn)

    def _not_drawn(self, error: AdvisorError) -> None:
        self.notices.clear()
        self.refusals.show(error)

    def _printed(self, file: str, number: int) -> None:
        """Say where the pages are: in a file, or on a printer where that is empty."""
        if file:
            self.notices.tell_done(_("Saved as {path}.").format(path=file))
            return
        words = ngettext(
            "Sent to the printer: {n} page.", "Sent to the printer: {n} pages.", number
        )
        self.notices.tell_done(words.format(n=number))

    def _not_printed(self) -> None:
        words = _("The printer took nothing. Save it as a PDF and print that.")
        self.notices.tell_failed(words)

    def add_page(self, row: PageRow, make: Callable[[], Desk[QWidget]]) -> None:
        """Let the window know a page, and what makes its desk when it is first shown."""
        self.window.add_page(
            row.key,
            make,
            _(row.title),
            entry=row.belongs_to or row.key,
            has_panel=row.has_panel,
            is_alone=row.is_alone,
        )


PLAN_FILES, FILLED_FILES = frozenset({".json", ".yaml", ".yml"}), frozenset({".pdf"})
"""The endings of the files that can be dropped on the window."""


def way_to_file(path: Path) -> tuple[PageKey, str]:
    """Return the page that takes a file which was dropped on the window, and what to do there."""
    is_filled = path.suffix.casefold() in FILLED_FILES
    page, wish = (PageKey.PAPER, Wish.READ) if is_filled else (PageKey.HOME, Wish.BRING)
    return page, f"{wish} {path}"


def way_to(found: "Findable") -> tuple[PageKey, str]:
    """Return the page on which something stands, and what is wanted there."""
    from advisor.telling.find import Kind  # noqa: PLC0415 - once there is something to find

    if found.kind is Kind.COMMANDS:
        page, _space, at = found.at.partition(" ")
        return PageKey(page), at
    pages = {
        Kind.ANSWERS: PageKey.QUESTIONS,
        Kind.ADVICE: PageKey.ADVICE,
        Kind.ACTIONS: PageKey.ACTIONS,
        Kind.EVIDENCE: PageKey.LIBRARY,
    }
    return pages[found.kind], found.at
