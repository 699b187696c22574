"""The papers page: choose a document, look at it, print or save it, and read a filled-in one back.

For whoever composes the window::

    page = PaperPage(theme)
    page.show_plan(pack, plan)               # also when the plan has changed
    page.show_pages(wish, pictures)          # answers preview_wanted; a stale wish is ignored
    page.show_refusal(wish, message)         # the preview could not be made
    page.show_count(kind, number)            # how many pages another paper has
    page.show_saved(path)                    # a file was written: offers Open, Show in folder
    page.show_filled(filled)                 # answers filled_wanted

Signals: ``preview_wanted(PaperWish)`` (draw it off the window's thread), ``preview_cancelled()``,
``save_wanted(PaperWish)`` (ask where, then write it), ``open_wanted(PaperWish)`` (in the program
that is meant for it), ``print_wanted(PaperWish)`` (ask for a printer), ``all_wanted()`` (every
paper into a folder), ``data_wanted(DataKind)``, ``filled_wanted()`` (ask for a PDF, then read
it), and ``filled_accepted({key: entry})``.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from advisor.language import _
from advisor.models.filled import FilledChecklist
from advisor.models.pack import Pack
from advisor.models.papers import AllPapers, DataKind, PaperFormat, PaperKind, PaperSize, PaperWish
from advisor.models.plan import Plan
from advisor.paper.papers import has_fields, paper_of, title_of
from advisor.telling.not_taken import NotTaken
from advisor.telling.papers import FilledStory, filled_story
from ui.paper.choosing import Choosing
from ui.paper.filled_view import FilledView
from ui.paper.head import PaperHead
from ui.paper.preview import Preview
from ui.paper.saved_view import SavedView
from ui.theme.theme import Theme
from ui.widgets.finding import ShowsPictures
from ui.widgets.layouts import column_in, fill
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.tab_order import TabOrder

_BESIDE_FROM, _LIST = 680, 372


class PaperPage(ScrollColumn, ShowsPictures):
    """Puts a plan on paper."""

    preview_wanted = Signal(object)
    preview_cancelled = Signal()
    save_wanted = Signal(object)
    open_wanted = Signal(object)
    print_wanted = Signal(object)
    all_wanted = Signal()
    data_wanted = Signal(object)
    filled_wanted = Signal()
    filled_accepted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, wide=True)
        self.set_margins(26, 14)
        self.setAccessibleName(_("Papers"))
        self._wish = PaperWish()
        self._pack: Pack | None = None
        self._plan: Plan | None = None
        self._previewed: tuple[PaperWish, Plan] | None = None
        self.filled: FilledView | None = None
        self.head = self._make_head()
        self.heading = self.head.heading
        self.saved = SavedView(theme)
        self.choosing = Choosing(theme)
        self.preview = Preview(theme)
        self._build()
        self.tab_order = TabOrder(self.page)

    def not_searched(self) -> str:
        return _("Not here. Words in the preview are not searched: look in the PDF.")

    @property
    def wish(self) -> PaperWish:
        """The document that is chosen."""
        return self._wish

    @property
    def uncounted(self) -> tuple[PaperWish, ...]:
        """The papers of which it is not known how many pages they have.

        Not the annex, which takes longer to count than all others: it is as long as it is.
        """
        return tuple(
            replace(self._wish, kind=kind)
            for kind, row in self.choosing.list.rows.items()
            if not row.pages and kind is not PaperKind.ANNEX
        )

    def name_plan(self, plan: Plan) -> None:
        """Say at the heading which plan is put on paper."""
        self.heading.describe(_("Your plan: {plan}").format(plan=plan.title))

    def show_plan(self, pack: Pack, plan: Plan) -> None:
        """Take a plan; its preview is made when the page is seen."""
        if plan != self._plan:
            self.choosing.forget_counts()
        self._pack, self._plan = pack, plan
        self.name_plan(plan)
        self._want_preview()

    def show_pages(self, wish: PaperWish, pages: Sequence[bytes]) -> None:
        """Show the pages of a document, unless another one is wanted by now."""
        if _as_drawn(wish) == self._wish:
            self.show_count(wish.kind, len(pages))
            self.preview.show_pages(pages)

    def let_go(self) -> bool:
        """Hold no pages if they are many; they are wanted anew when the plan is shown again.

        Return whether any were let go.
        """
        is_less = self.preview.let_go()
        if is_less:
            self._previewed = None
        return is_less

    def show_count(self, kind: PaperKind, number: int) -> None:
        """Show how many pages a paper has."""
        self.choosing.list.rows[kind].show_pages(number)

    def show_refusal(self, wish: PaperWish, message: str) -> None:
        """Say why the preview could not be made."""
        if _as_drawn(wish) == self._wish:
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
        # What was saved before stands above it no longer: this is what there is to decide.
        self.saved.hide()
        story = filled_story(self._pack, self._plan, filled)
        self.filled = FilledView(self._theme, story)
        self.filled.accepted.connect(self._take_filled)
        self.filled.declined.connect(self._decline_filled)
        self._place_for_filled.addWidget(self.filled)
        self._filled_place.show()
        self.filled.take_focus()
        self.show_whole_soon(self.filled)

    def choose(self, kind: PaperKind) -> None:
        """Choose a paper."""
        self.choosing.list.select((kind,))
        self._choose_kind((kind,))

    @Slot()
    def print_now(self) -> None:
        """Ask for a printer for the paper that is chosen."""
        self.print_wanted.emit(self._wish)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn()
        self._want_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    # Building

    def _build(self) -> None:
        self._filled_place = QWidget()
        self._filled_place.hide()
        self._place_for_filled = column_in(self._filled_place)
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self.choosing)
        self._body.addWidget(self.preview, 1)
        fill(self.column, self.head, self.saved, self._filled_place)
        self.column.addWidget(body, 1)
        choosing, preview = self.choosing, self.preview
        choosing.list.selected.connect(self._choose_kind)
        choosing.paper_size.selected.connect(self._choose_size)
        choosing.filled.clicked.connect(self.filled_wanted)
        preview.cancelled.connect(self._cancel)
        preview.retried.connect(self._want_preview)
        self._theme.resized.connect(self._turn)
        self.choosing.list.select((self._wish.kind,))

    def _make_head(self) -> PaperHead:
        data = self.data_wanted.emit
        head = PaperHead(
            self._theme,
            save=self.save,
            others={
                _("Save all papers…"): self.all_wanted.emit,
                _("Save the advice as table (CSV)…"): partial(data, DataKind.CSV),
                _("Save the advice as data (JSON)…"): partial(data, DataKind.JSON),
            },
        )
        head.open_button.clicked.connect(self._open)
        head.print_button.clicked.connect(self.print_now)
        return head

    def _turn(self) -> None:
        """Put the pages beside the list, or under it where there is no room."""
        m = self._theme.metrics
        is_beside = self.width() >= m.px(_BESIDE_FROM)
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if is_beside else way.TopToBottom)
        self._body.setSpacing(m.space(18))
        most = min(m.px(_LIST), self.width() * 2 // 5)
        self.choosing.show_beside(most if is_beside else None)

    # What a person does

    @Slot(tuple)
    def _choose_kind(self, keys: tuple[str, ...]) -> None:
        self._wish = replace(self._wish, kind=PaperKind((*keys, PaperWish().kind)[0]))
        self.head.show_formats(paper_of(self._wish.kind).formats)
        self.choosing.fillable.setEnabled(paper_of(self._wish.kind).is_fillable)
        self._want_preview()

    @Slot(tuple)
    def _choose_size(self, keys: tuple[str, ...]) -> None:
        self._wish = replace(self._wish, size=PaperSize((*keys, PaperSize.A4)[0]))
        self.choosing.forget_counts()
        self._want_preview()

    @Slot()
    def _want_preview(self) -> None:
        if self._plan is None or not self.isVisible():
            return
        wanted = (self._wish, self._plan)
        if wanted != self._previewed:
            self._previewed = wanted
            self.preview.show_busy(title_of(self._wish))
            self.preview_wanted.emit(self._wish)

    @Slot()
    def _cancel(self) -> None:
        self._previewed = None
        self.preview_cancelled.emit()

    @property
    def _wanted_copy(self) -> PaperWish:
        """The chosen document, with form fields where they are wanted and possible."""
        copy = replace(self._wish, fillable=self.choosing.fillable.isChecked())
        return replace(copy, fillable=has_fields(copy))

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(self._wanted_copy)

    def save(self, form: PaperFormat) -> None:
        """Ask where the paper that is chosen goes, as a kind of file."""
        is_pdf = form is PaperFormat.PDF
        self.save_wanted.emit(self._wanted_copy if is_pdf else replace(self._wish, form=form))

    @Slot(object, object)
    def _take_filled(self, story: FilledStory, confirmed: tuple[NotTaken, ...]) -> None:
        plan = self._plan
        self._decline_filled()
        if plan is not None:
            self.filled_accepted.emit(story.entries(plan, confirmed))

    @Slot()
    def _decline_filled(self) -> None:
        self._close_filled()
        self.choosing.filled.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_filled(self) -> None:
        if self.filled is not None:
            self._place_for_filled.removeWidget(self.filled)
            self._filled_place.hide()
            self.filled.deleteLater()
            self.filled = None


def _as_drawn(wish: PaperWish) -> PaperWish:
    """Return a wish as it is previewed: as pages, without form fields."""
    return replace(wish, fillable=False, form=PaperFormat.PDF)
