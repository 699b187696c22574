"""The paper page: choose a document, look at it, save it, and read a filled-in one back.

For whoever composes the window::

    page = PaperPage(theme)
    page.show_plan(pack, plan)               # also when the plan has changed
    page.show_pages(wish, pictures)          # answers preview_wanted; a stale wish is ignored
    page.show_refusal(wish, message)         # the preview could not be made
    page.show_saved(path)                    # a file was written: offers Open, Show in folder
    page.show_filled(filled)                 # answers filled_wanted

Signals: ``preview_wanted(PaperWish)`` (draw it off the window's thread), ``preview_cancelled()``,
``save_wanted(PaperWish)`` (ask where, then write it), ``print_wanted(PaperWish)`` (ask for a
printer), ``all_wanted()`` (every paper into a folder), ``data_wanted(DataKind)``,
``filled_wanted()`` (ask for a PDF, then read it), and ``filled_accepted({key: entry})``.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.language import _
from advisor.models.filled import FilledChecklist
from advisor.models.pack import Pack
from advisor.models.papers import (
    AllPapers,
    DataKind,
    PaperFormat,
    PaperKind,
    PaperSize,
    PaperWish,
)
from advisor.models.plan import Plan
from advisor.paper.papers import PAPERS, has_fields, paper_of, title_of
from advisor.telling.not_taken import NotTaken
from advisor.telling.papers import FilledStory, filled_story
from ui.paper.filled_view import FilledView
from ui.paper.preview import Preview
from ui.paper.saved_view import SavedView
from ui.paper.zoom import FIRST_WIDTH
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chips import Chips
from ui.widgets.layouts import FlowLayout, ScrollColumn, column_in, fill, row_of
from ui.widgets.option_group import CardOption, OptionGroup
from ui.widgets.tab_order import TabOrder
from ui.widgets.text import MUTED, Heading, Text

FLAT, FILLABLE = "flat", "fillable"


class PaperPage(ScrollColumn):
    """Puts a plan on paper."""

    preview_wanted = Signal(object)
    preview_cancelled = Signal()
    save_wanted = Signal(object)
    print_wanted = Signal(object)
    all_wanted = Signal()
    data_wanted = Signal(object)
    filled_wanted = Signal()
    filled_accepted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wide=True)
        self.setAccessibleName(_("Paper"))
        self._wish = PaperWish()
        self._pack: Pack | None = None
        self._plan: Plan | None = None
        self._previewed: tuple[PaperWish, Plan] | None = None
        self.filled: FilledView | None = None
        self._eyebrow = Text("", role=TextRole.EYEBROW)
        self.heading = Heading(_("Put it on paper"), level=1)
        self.saved = SavedView(theme)
        self.preview = Preview(theme)
        self._build()
        self.tab_order = TabOrder(self.page)

    @property
    def wish(self) -> PaperWish:
        """The document that is chosen."""
        return self._wish

    def show_plan(self, pack: Pack, plan: Plan) -> None:
        """Take a plan; its preview is made when the page is seen."""
        self._pack, self._plan = pack, plan
        self._eyebrow.setText(_("Your plan: {plan}").format(plan=plan.title))
        self._want_preview()

    def show_pages(self, wish: PaperWish, pages: tuple[QImage, ...]) -> None:
        """Show the pages of a document, unless another one is wanted by now."""
        if _drawn_alike(wish, self._wish):
            self.preview.show_pages(pages)

    def show_refusal(self, wish: PaperWish, message: str) -> None:
        """Say why the preview could not be made."""
        if _drawn_alike(wish, self._wish):
            self._previewed = None
            self.preview.show_nothing(message)

    def show_saved(self, path: Path) -> None:
        """Say that a file was written, and offer to open it."""
        self.saved.show_file(path)
        self.show_widget(self.saved)

    def show_all_saved(self, saved: AllPapers) -> None:
        """Say that all papers were written: offers the folder."""
        self.saved.show_all(saved)
        self.show_widget(self.saved)

    def show_filled(self, filled: FilledChecklist) -> None:
        """Show what a filled-in checklist would change; nothing is changed yet."""
        if self._pack is None or self._plan is None:
            return
        self._close_filled()
        story = filled_story(self._pack, self._plan, filled)
        self.filled = FilledView(self._theme, story)
        self.filled.accepted.connect(self._take_filled)
        self.filled.declined.connect(self._decline_filled)
        self._choices.insertWidget(self._choices.indexOf(self.saved), self.filled)
        self.filled.show()
        self.filled.take_focus()
        self.show_whole_soon(self.filled)

    @Slot()
    def print_now(self) -> None:
        """Ask for a printer for the paper that is chosen."""
        self.print_wanted.emit(self._wish)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_preview()

    # Building

    def _build(self) -> None:
        title = QHBoxLayout()
        title.addWidget(self.heading, 1)
        title.addLayout(self._make_first_buttons())
        self.column.addWidget(self._eyebrow)
        self.column.addLayout(title)
        # The pages are beside the choices until they are wanted larger than that.
        self._beside = Beside(self._theme, least=FIRST_WIDTH - 20)
        self._beside.add(self._make_choices(), fills=False)
        self._beside.add(self.preview, fills=False)
        self.column.addWidget(self._beside)
        self.column.addStretch(1)
        self.preview.cancelled.connect(self._cancel)
        self.preview.retried.connect(self._want_preview)
        self.preview.zoomed.connect(self._zoom)

    def _make_choices(self) -> QWidget:
        box = QWidget()
        self._choices = column_in(box, self._theme.metrics.space(10))
        options = [CardOption(key=row.kind, title=_(row.title), hint=_(row.hint)) for row in PAPERS]
        self.kind = OptionGroup(self._theme, options, name=_("Which document"))
        self.kind.select((self._wish.kind,))
        self.kind.selected.connect(self._choose_kind)
        self._choices.addWidget(self.kind)
        forms = ((FLAT, _("To print")), (FILLABLE, _("To fill in on a screen")))
        self.form = self._chips(forms, _("How it will be used"), FLAT)
        self.form.selected.connect(self._choose_form)
        sizes = ((PaperSize.A4, _("A4")), (PaperSize.LETTER, _("Letter")))
        self.paper_size = self._chips(sizes, _("Paper size"), PaperSize.A4)
        self.paper_size.selected.connect(self._choose_size)
        formats = tuple((each, each.upper()) for each in PaperFormat)
        self.format = self._chips(formats, _("Kind of file"), PaperFormat.PDF)
        self.format.selected.connect(self._choose_format)
        self._offer_formats()
        fill(self._choices, self._make_buttons(), self.saved)
        return box

    def _chips(self, options: tuple[tuple[str, str], ...], name: str, first: str) -> Chips:
        chips = Chips(self._theme, options, name=name)
        chips.select((first,))
        fill(self._choices, Text(name, role=TextRole.SMALL_STRONG, tint=MUTED), chips)
        return chips

    def _make_first_buttons(self) -> FlowLayout:
        self.save_button = self._button(
            _("&Save this paper"), Glyph.FILE_DOWN, ButtonKind.SECONDARY
        )
        self.save_button.clicked.connect(self._save)
        self.print_button = self._button(_("&Print…"), Glyph.PRINTER, ButtonKind.PRIMARY)
        self.print_button.clicked.connect(self.print_now)
        return row_of(self.save_button, self.print_button)

    def _make_buttons(self) -> FlowLayout:
        plain = ButtonKind.SECONDARY
        self.all_button = self._button(_("Save all papers"), Glyph.FOLDER_OPEN, plain)
        self.all_button.clicked.connect(self.all_wanted)
        self.csv_button = self._button(_("Save as table (CSV)"), Glyph.DOWNLOAD, plain)
        self.csv_button.clicked.connect(partial(self.data_wanted.emit, DataKind.CSV))
        self.json_button = self._button(_("Save as data (JSON)"), Glyph.DOWNLOAD, plain)
        self.json_button.clicked.connect(partial(self.data_wanted.emit, DataKind.JSON))
        words = _("Read a filled-in checklist")
        self.filled_button = self._button(words, Glyph.UPLOAD, plain)
        self.filled_button.clicked.connect(self.filled_wanted)
        return row_of(self.all_button, self.csv_button, self.json_button, self.filled_button)

    def _button(self, words: str, glyph: Glyph, kind: ButtonKind) -> Button:
        return Button(self._theme, words, kind=kind, glyph=glyph)

    # What a person does

    @Slot(tuple)
    def _choose_kind(self, keys: tuple[str, ...]) -> None:
        self._wish = replace(self._wish, kind=PaperKind((*keys, PaperWish().kind)[0]))
        self._offer_formats()
        self._want_preview()

    def _offer_formats(self) -> None:
        """Offer the kinds of file that the paper can be; the one chosen before where it can."""
        formats = paper_of(self._wish.kind).formats
        for each, chip in self.format.chips.items():
            chip.setVisible(each in formats)
        if self._wish.form not in formats:
            self._wish = replace(self._wish, form=formats[0])
        self.format.select((self._wish.form,))
        self._allow_form_fields()

    def _allow_form_fields(self) -> None:
        is_pdf = self._wish.form is PaperFormat.PDF
        self.form.setEnabled(is_pdf and paper_of(self._wish.kind).is_fillable)

    @Slot(tuple)
    def _choose_format(self, keys: tuple[str, ...]) -> None:
        self._wish = replace(self._wish, form=PaperFormat((*keys, PaperFormat.PDF)[0]))
        self._allow_form_fields()

    @Slot(tuple)
    def _choose_form(self, keys: tuple[str, ...]) -> None:
        self._wish = replace(self._wish, fillable=FILLABLE in keys)

    @Slot(tuple)
    def _choose_size(self, keys: tuple[str, ...]) -> None:
        self._wish = replace(self._wish, size=PaperSize((*keys, PaperSize.A4)[0]))
        self._want_preview()

    @Slot()
    def _want_preview(self) -> None:
        if self._plan is None or not self.isVisible():
            return
        wanted = (_as_drawn(self._wish), self._plan)
        if wanted != self._previewed:
            self._previewed = wanted
            self.preview.show_busy(title_of(self._wish))
            self.preview_wanted.emit(self._wish)

    @Slot(int)
    def _zoom(self, width: int) -> None:
        self._beside.set_least(max(FIRST_WIDTH, width) - 20)

    @Slot()
    def _cancel(self) -> None:
        self._previewed = None
        self.preview_cancelled.emit()

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit(replace(self._wish, fillable=has_fields(self._wish)))

    @Slot(object, object)
    def _take_filled(self, story: FilledStory, confirmed: tuple[NotTaken, ...]) -> None:
        plan = self._plan
        self._decline_filled()
        if plan is not None:
            self.filled_accepted.emit(story.entries(plan, confirmed))

    @Slot()
    def _decline_filled(self) -> None:
        self._close_filled()
        self.filled_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_filled(self) -> None:
        if self.filled is not None:
            self._choices.removeWidget(self.filled)
            self.filled.hide()
            self.filled.deleteLater()
            self.filled = None


def _drawn_alike(one: PaperWish, other: PaperWish) -> bool:
    """Whether two wishes look the same in a preview."""
    return _as_drawn(one) == _as_drawn(other)


def _as_drawn(wish: PaperWish) -> PaperWish:
    """Return a wish as it is previewed: as pages, without form fields."""
    return replace(wish, fillable=False, form=PaperFormat.PDF)
