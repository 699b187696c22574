"""The title row of the papers: what the page is, and what can be done with the chosen paper."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from advisor.language import N_, _
from advisor.models.papers import PaperFormat
from advisor.paper.papers import PAPERS
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.layouts import FlowLayout, fill
from ui.widgets.menus import open_below
from ui.widgets.text import Heading
from ui.widgets.turning import TurningRow

_LEAST_ROW = 640
SAVE_AS = {
    PaperFormat.PDF: N_("Save as PDF…"),
    PaperFormat.DOCX: N_("Save for Word…"),
    PaperFormat.XLSX: N_("Save as table (Excel)…"),
    PaperFormat.CSV: N_("Save as table (CSV)…"),
    PaperFormat.SVG: N_("Save as drawing (SVG)…"),
    PaperFormat.PNG: N_("Save as picture (PNG)…"),
}


def offered() -> Iterator[tuple[str, str, str]]:
    """Yield what can be wanted of the papers by name, in words, and what it is for.

    It is the kind of a paper, and where that is to be saved the kind of file too.
    """
    for paper in PAPERS:
        yield paper.kind, _("Paper: {title}").format(title=_(paper.title)), _(paper.hint)
        for form in paper.formats:
            title = _("{paper}: {save}").format(paper=_(paper.title), save=_(SAVE_AS[form]))
            yield f"{paper.kind} {form}", title, _("Papers")


class PaperHead(TurningRow):
    """``save`` takes a kind of file; ``others`` are offered whatever paper is chosen."""

    def __init__(
        self,
        theme: Theme,
        *,
        save: Callable[[PaperFormat], object],
        others: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(theme, least=_LEAST_ROW)
        self._save, self._others = save, others
        self._formats: tuple[PaperFormat, ...] = ()
        self.heading = Heading(_("Papers"), level=1)
        self.more_button = IconButton(
            theme, Glyph.ELLIPSIS, name=_("Other kinds of file, and all papers")
        )
        self.more_button.clicked.connect(self._open_menu)
        self.open_button = Button(theme, _("&Open"), glyph=Glyph.EXTERNAL_LINK)
        self.save_button = Button(theme, _("&Save as PDF…"), glyph=Glyph.FILE_DOWN)
        self.save_button.clicked.connect(partial(save, PaperFormat.PDF))
        self.print_button = Button(
            theme, _("&Print…"), kind=ButtonKind.PRIMARY, glyph=Glyph.PRINTER
        )
        buttons = QWidget()
        row = FlowLayout(buttons, gap=4)
        fill(row, self.more_button, self.open_button, self.save_button, self.print_button)
        self.add(self.heading, grows=True)
        self.add(buttons)

    def show_formats(self, formats: tuple[PaperFormat, ...]) -> None:
        """Offer the kinds of file that the chosen paper can be."""
        self._formats = formats

    def make_menu(self) -> QMenu:
        """Return what else can be saved."""
        menu = QMenu(self)
        for form in self._formats:
            # A PDF has a button of its own.
            if form is not PaperFormat.PDF:
                menu.addAction(_(SAVE_AS[form]), partial(self._save, form))
        if not menu.isEmpty():
            menu.addSeparator()
        for words, do in self._others.items():
            menu.addAction(words, do)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_menu(self) -> None:
        open_below(self.make_menu(), self.more_button)
