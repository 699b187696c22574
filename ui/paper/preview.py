"""The pages of a document as they will be printed, to look at before saving."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor.language import _, ngettext
from ui.awake.slices import Slices
from ui.paper.sheets import Sheets
from ui.paper.zoom import Fit, Zoom
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.cards import Ground, Surface
from ui.widgets.chips import Chips
from ui.widgets.layouts import fill, row_in
from ui.widgets.painting import box
from ui.widgets.progress import ProgressLine
from ui.widgets.text import MUTED, LineText, Text
from ui.widgets.turning import TurningRow

_PATIENCE_MS = 300
"""How long the old pages stand alone before it is said that new ones are being made."""

_MOST_UNSEEN = 4_000_000
"""So many bytes of pages are held while nobody looks; more of them lie in a file as a rule."""

_LEAST_BAR = 520
_LEAST_HIGH = 420


class Preview(Surface):
    """Shows pages, or that they are being made.

    ``cancelled`` and ``retried`` follow their buttons.
    """

    cancelled = Signal()
    retried = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Ground.SUNKEN)
        self._title, self._count, self._bytes, self._at = "", 0, 0, 0
        self._slices = Slices(self)
        self._busy_soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._busy_soon.timeout.connect(self._show_busy)
        self.sheets = Sheets(theme, self)
        self.sheets.moved.connect(self._show_number)
        self.sheets.focus_moved.connect(self.update)
        self._bar = self._make_bar()
        self._state = self._make_state()
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.setSpacing(0)
        fill(column, self._bar, self._state, self.sheets)
        self._empty = QWidget(self)
        column.addWidget(self._empty, 1)
        column.setStretchFactor(self.sheets, 1)
        self._show_state(busy=False, pages=False)
        # The pages take the room that there is: how high they are must not make the page longer.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        theme.resized.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What is said about the preview."""
        return self._words.text()

    @property
    def count(self) -> int:
        """How many pages the document has that is shown."""
        return self._count

    def show_busy(self, title: str) -> None:
        """Say in a moment that the pages are being made; the old ones stay meanwhile."""
        self._title = title
        self._busy_soon.start()

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show pages, each a PNG picture, which is looked up whenever it comes in sight."""
        self._clear()
        self._count = len(pages)
        self._bytes = sum(map(len, pages)) if isinstance(pages, tuple) else 0
        for place in range(len(pages)):
            self._slices.add(partial(self._add, pages, place))
        self._show_state(busy=False, pages=True)
        counted = ngettext("{n} page", "{n} pages", len(pages)).format(n=len(pages))
        said = _("{paper}: {pages}.").format(paper=self._title, pages=counted)
        self._words.setText(said)
        self.sheets.setAccessibleName(said)
        reading = _("A screen reader can read the saved PDF itself.")
        self.sheets.setAccessibleDescription(reading)
        announce(self, f"{said} {reading}")

    def let_go(self) -> bool:
        """Hold no pages if they are many; return whether they have to be made again."""
        is_much = self._bytes > _MOST_UNSEEN
        if is_much:
            self._clear()
            self._show_busy()
        return is_much

    def show_nothing(self, words: str) -> None:
        """Say why there are no pages."""
        self._clear()
        self._show_state(busy=False, pages=False)
        self._words.setText(words)
        announce(self, words)

    def finish_now(self) -> None:
        """Show what is missing at once."""
        self._slices.finish_now()
        self.sheets.finish_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.sheets.hasFocus():
            painter, m = QPainter(self), self._theme.metrics
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(1, self._bar.height(), -1, -1)
            box(painter, area, m.radius, line=self._theme.colours.focus, thickness=m.ring)

    # Building

    def _make_bar(self) -> QWidget:
        theme = self._theme
        bar = TurningRow(theme, least=_LEAST_BAR, parent=self)
        pages, sizes = QWidget(bar), QWidget(bar)
        self.before = IconButton(theme, Glyph.CHEVRON_LEFT, name=_("Page before"), parent=pages)
        self.after = IconButton(theme, Glyph.CHEVRON_RIGHT, name=_("Next page"), parent=pages)
        self._number = LineText("", role=TextRole.SMALL_STRONG, parent=pages)
        self.before.clicked.connect(lambda: self.sheets.go_to(self._at - 1))
        self.after.clicked.connect(lambda: self.sheets.go_to(self._at + 1))
        row = row_in(pages, 2)
        fill(row, self.before, self._number, self.after)
        row.addStretch(1)
        self.smaller = IconButton(theme, Glyph.MINUS, name=_("Smaller pages"), parent=sizes)
        self.larger = IconButton(theme, Glyph.PLUS, name=_("Larger pages"), parent=sizes)
        fits = ((Fit.PAGE, _("Page")), (Fit.WIDTH, _("Width")))
        self.fit = Chips(theme, fits, name=_("How much of a page is seen"))
        self.fit.select((Fit.WIDTH,))
        self.fit.selected.connect(self._choose_fit)
        self.smaller.clicked.connect(partial(self._zoom_by, -1))
        self.larger.clicked.connect(partial(self._zoom_by, 1))
        row = row_in(sizes, 2)
        for part in (self.smaller, self.fit, self.larger):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        bar.add(pages, grows=True)
        bar.add(sizes)
        return bar

    def _make_state(self) -> QWidget:
        state = QWidget(self)
        self._words = Text("", tint=MUTED, parent=state)
        self.progress = ProgressLine(self._theme, name=_("Preview"), parent=state)
        self.cancel_button = Button(
            self._theme, _("Cancel"), kind=ButtonKind.QUIET, glyph=Glyph.X, parent=state
        )
        self.retry_button = Button(
            self._theme, _("Make the preview"), glyph=Glyph.REFRESH_CW, parent=state
        )
        self.cancel_button.clicked.connect(self._cancel)
        self.retry_button.clicked.connect(self.retried)
        column = QVBoxLayout(state)
        side = self._theme.metrics.space(14)
        column.setContentsMargins(side, side, side, side)
        fill(column, self._words, self.progress, self.cancel_button, self.retry_button)
        return state

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.metrics.px(_LEAST_HIGH))

    # What is shown

    def _clear(self) -> None:
        self._busy_soon.stop()
        self._slices.clear()
        self.sheets.clear()
        self._count = self._bytes = 0

    def _add(self, pages: Sequence[bytes], place: int) -> None:
        name = _("{paper}, page {number} of {count}").format(
            paper=self._title, number=place + 1, count=len(pages)
        )
        self.sheets.add(pages, place, name)
        self._show_number(max(1, self._at))

    @Slot(int)
    def _show_number(self, number: int) -> None:
        self._at = number
        words = _("Page {number} of {count}").format(number=number, count=self.count)
        self._number.setText(words)
        self._number.updateGeometry()
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < self.count)

    @Slot()
    def _show_busy(self) -> None:
        self._show_state(busy=True, pages=self.count > 0)
        self.progress.show_busy(_("Making the pages of: {paper}").format(paper=self._title))

    def _show_state(self, *, busy: bool, pages: bool) -> None:
        if busy and self.retry_button.hasFocus():
            self.cancel_button.show()
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if not pages:
            self._at = 0
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.retry_button.setVisible(not busy and not pages)
        self._words.setVisible(not busy and not pages)
        self._state.setVisible(busy or not pages)
        self._bar.setVisible(pages)
        self.sheets.setVisible(pages)
        self._empty.setVisible(not pages)

    # What a person does

    @Slot()
    def _cancel(self) -> None:
        self.show_nothing(_("The preview was cancelled."))
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancelled.emit()

    @Slot(tuple)
    def _choose_fit(self, keys: tuple[str, ...]) -> None:
        self.sheets.show_zoom(Zoom(fits=Fit((*keys, Fit.WIDTH)[0])))
        self._allow_zoom()

    def _zoom_by(self, steps: int) -> None:
        self.sheets.zoom_by(steps)
        # No chip fits any more: pages are as wide as was chosen by hand.
        self.fit.select(())
        self._allow_zoom()

    def _allow_zoom(self) -> None:
        zoom, shown = self.sheets.zoom, self.sheets.page_width
        self.smaller.setEnabled(zoom.by(-1, shown).width < shown)
        self.larger.setEnabled(zoom.by(1, shown).width > shown)
