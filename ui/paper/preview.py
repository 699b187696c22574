"""The pages of a document as they will be printed, to look at before saving."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from advisor.language import _, ngettext
from ui.awake.slices import Slices
from ui.paper.zoom import FIRST_WIDTH, Zoom
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.layouts import FlowLayout, column_in, fill, fit_height, row_of
from ui.widgets.painting import box
from ui.widgets.pile import Pile
from ui.widgets.progress import ProgressLine
from ui.widgets.roles import Spoken
from ui.widgets.text import MUTED, Heading, Text


class PagePicture(QWidget, Spoken):
    """One page, as wide as the zoom says; its name tells which page it is."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, picture: QPixmap, name: str) -> None:
        super().__init__()
        self._theme, self._picture, self._wanted = theme, picture, FIRST_WIDTH
        self.setAccessibleName(name)
        fit_height(self)

    def set_page_width(self, width: int) -> None:
        """Show the page this wide, at a text size of 100, or as wide as there is room."""
        self._wanted = width
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(self._shown_width(width) * self._ratio) + 2

    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics.px(320), self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 80)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = self._shown_width(self.width())
        left = (self.width() - width) / 2
        area = QRectF(left, 0, width, width * self._ratio)
        painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        box(painter, area, 0, line=self._theme.colours.outline)

    @property
    def _ratio(self) -> float:
        return self._picture.height() / max(1, self._picture.width())

    def _shown_width(self, width: int) -> float:
        return min(float(width), self._theme.metrics.px(self._wanted))


class Preview(QWidget):
    """Shows pages, or that they are being made.

    ``cancelled`` and ``retried`` follow their buttons; ``zoomed(width)`` tells how wide a
    page is wanted now.
    """

    cancelled = Signal()
    retried = Signal()
    zoomed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._title = theme, ""
        self._zoom = Zoom()
        self._slices = Slices(self)
        self.pages: list[PagePicture] = []
        self.heading = Heading(_("Preview"), level=2, parent=self)
        self._words = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self.progress = ProgressLine(name=_("Preview"), parent=self)
        self._pile = Pile(theme, gap=18, parent=self)
        buttons = self._make_buttons()
        fill(column_in(self), self.heading, self._words, self.progress, buttons, self._pile)
        self._show_state(busy=False, pages=False)

    def _make_buttons(self) -> FlowLayout:
        theme = self._theme
        self.smaller = IconButton(theme, Glyph.MINUS, name=_("Smaller pages"), parent=self)
        self.larger = IconButton(theme, Glyph.PLUS, name=_("Larger pages"), parent=self)
        self.cancel_button = Button(
            theme, _("Cancel"), kind=ButtonKind.QUIET, glyph=Glyph.X, parent=self
        )
        self.retry_button = Button(
            theme, _("Make the preview"), glyph=Glyph.REFRESH_CW, parent=self
        )
        self.smaller.clicked.connect(lambda: self._zoom_by(-1))
        self.larger.clicked.connect(lambda: self._zoom_by(1))
        self.cancel_button.clicked.connect(self._cancel)
        self.retry_button.clicked.connect(self.retried)
        return row_of(self.smaller, self.larger, self.cancel_button, self.retry_button)

    @property
    def words(self) -> str:
        """What is said about the preview."""
        return self._words.text()

    def show_busy(self, title: str) -> None:
        """Say that the pages are being made; the old ones stay meanwhile."""
        self._title = title
        self._show_state(busy=True, pages=bool(self.pages))
        self.progress.show_busy(_("Making the pages of: {paper}").format(paper=title))

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        """Show pages, each a picture."""
        self._clear()
        for number, picture in enumerate(pages, start=1):
            self._slices.add(partial(self._add, picture, number, len(pages)))
        self._show_state(busy=False, pages=True)
        counted = ngettext("{n} page", "{n} pages", len(pages)).format(n=len(pages))
        said = f"{self._title}: {counted}."
        reading = _("A screen reader can read the saved PDF itself.")
        self._words.setText(f"{said} {reading}")
        announce(self, said)

    def show_nothing(self, words: str) -> None:
        """Say why there are no pages."""
        self._clear()
        self._show_state(busy=False, pages=False)
        self._words.setText(words)
        announce(self, words)

    def finish_now(self) -> None:
        """Show what is missing at once."""
        self._slices.finish_now()

    def _clear(self) -> None:
        self._slices.clear()
        self._pile.clear()
        self.pages = []

    def _add(self, picture: QImage, number: int, count: int) -> None:
        name = _("{paper}, page {number} of {count}").format(
            paper=self._title, number=number, count=count
        )
        page = PagePicture(self._theme, QPixmap.fromImage(picture), name)
        page.set_page_width(self._zoom.width)
        self.pages.append(page)
        self._pile.add(page)

    def _show_state(self, *, busy: bool, pages: bool) -> None:
        if busy and self.retry_button.hasFocus():
            self.cancel_button.show()
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.retry_button.setVisible(not busy and not pages)
        self.smaller.setVisible(pages)
        self.larger.setVisible(pages)
        self._words.setVisible(not busy)

    @Slot()
    def _cancel(self) -> None:
        self.show_nothing(_("The preview was cancelled."))
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancelled.emit()

    def _zoom_by(self, steps: int) -> None:
        self._zoom = self._zoom.by(steps)
        self.smaller.setEnabled(self._zoom.can_shrink)
        self.larger.setEnabled(self._zoom.can_grow)
        for page in self.pages:
            page.set_page_width(self._zoom.width)
        self.zoomed.emit(self._zoom.width)
