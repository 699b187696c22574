"""The pages of a document under one another, or two side by side, to scroll through."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.awake.printing import size_of, unpacked
from ui.awake.slices import Slices
from ui.paper.zoom import Fit, Room, Zoom
from ui.theme.theme import Theme
from ui.widgets.painting import box
from ui.widgets.roles import Spoken
from ui.widgets.scroll_area import draw_bars

_GAP = 14
_A4 = 297 / 210
_READ = 0.35
"""The part of the view above which a page counts as the one that is read."""


class PagePicture(QWidget, Spoken):
    """One page, of a PNG picture; its name tells which page it is.

    Empty paper until it is told to show itself, and again when it is no longer looked at: ready
    to be painted, a page may take 8 MB, and there may be seventy.
    """

    spoken_role = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, pages: Sequence[bytes], place: int, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._pages, self._place = theme, pages, place
        self._whole = size_of(pages[place])
        self._picture: QPixmap | None = None
        # Kept from one step to the next: whoever scrolls has the steps begin again.
        self._unpacked: QImage | None = None
        self.setAccessibleName(name)

    @property
    def holds_pages(self) -> bool:
        """Whether the pages of the document are known to it."""
        return bool(self._pages)

    @property
    def ratio(self) -> float:
        """How high the page is for its width."""
        return self._whole.height() / max(1, self._whole.width())

    @property
    def is_ready(self) -> bool:
        """Whether the page can be painted, as sharp as its size allows."""
        return self._picture is not None and self._picture.width() == self._wide

    def make_ready(self) -> Iterator[None]:
        """Show what is on the page; to unpack it and to make it smaller are two steps."""
        if self._unpacked is None:
            self._unpacked = unpacked(self._pages[self._place])
            yield
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture = QPixmap.fromImage(self._unpacked.scaledToWidth(self._wide, smooth))
        self._unpacked = None
        self.update()

    def let_go(self) -> None:
        """Be empty paper."""
        self._picture = self._unpacked = None

    def throw_away(self) -> None:
        """Go, and hold nothing from now on, whoever in Python still knows the widget."""
        self.let_go()
        self._pages = ()
        self.hide()
        self.deleteLater()

    @property
    def _wide(self) -> int:
        return min(self._whole.width(), max(1, round(self.width() * self.devicePixelRatioF())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        if self._picture is None:
            painter.fillRect(area, Qt.GlobalColor.white)
        else:
            painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        box(painter, area, 0, line=self._theme.colours.hairline)


class Sheets(QScrollArea, Spoken):
    """Shows pages at a zoom. ``moved(number)`` tells which page is read, the first being 1.

    ``focus_moved()`` follows the keyboard, for whoever draws the ring around it.
    """

    moved = Signal(int)
    focus_moved = Signal()

    # A list of pages: what can be scrolled by keys needs a role that a screen reader knows.
    spoken_role = QAccessible.Role.List

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zoom, self._current = theme, Zoom(), 0
        self.pages: list[PagePicture] = []
        self._slices = Slices(self)
        self._canvas = QWidget()
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._canvas.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        draw_bars(theme, self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.resized.connect(self._place)

    @property
    def zoom(self) -> Zoom:
        """How wide pages are shown."""
        return self._zoom

    def show_zoom(self, zoom: Zoom) -> None:
        """Show pages in another width, with the page that is read still in sight."""
        current, self._zoom = self._current, zoom
        self._place()
        self.go_to(current)

    def zoom_by(self, steps: int) -> None:
        """Show pages larger or smaller than they are."""
        self.show_zoom(self._zoom.by(steps, self.page_width))

    @property
    def page_width(self) -> int:
        """How wide a page is now."""
        return self._zoom.width_in(self._room, len(self.pages))

    def add(self, pages: Sequence[bytes], place: int, name: str) -> None:
        """Add one of these pages at the end."""
        page = PagePicture(self._theme, pages, place, name, self._canvas)
        page.show()
        self.pages.append(page)
        self._place()
        self._scrolled()

    def clear(self) -> None:
        """Show no pages."""
        self._slices.clear()
        for page in self.pages:
            page.throw_away()
        self.pages = []
        self._current = 0
        self.verticalScrollBar().setValue(0)

    def finish_now(self) -> None:
        """Show what is on the pages in sight at once."""
        self._slices.finish_now()

    def go_to(self, number: int) -> None:
        """Scroll to the beginning of a page."""
        if 1 <= number <= len(self.pages):
            top = self.pages[number - 1].y() - self._gap
            self.verticalScrollBar().setValue(top)
            # At the end of the document a page may not come to the top.
            self._tell(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_those_in_sight()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_those_in_sight()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    @property
    def _gap(self) -> int:
        return self._theme.metrics.space(_GAP)

    @property
    def _room(self) -> Room:
        view = self.viewport().size()
        return Room(
            width=view.width(),
            height=view.height(),
            gap=self._gap,
            ratio=self.pages[0].ratio if self.pages else _A4,
            scale=self._theme.metrics.scale,
        )

    def _place(self) -> None:
        """Lay the pages out in rows, in the middle of the room."""
        room, gap, wide = self._room, self._gap, self.page_width
        columns = room.columns(len(self.pages))
        if columns * (wide + gap) + gap > room.width and self._zoom.fits is not Fit.WIDTH:
            columns = 1
        whole = max(room.width, columns * (wide + gap) + gap)
        left = (whole - columns * wide - (columns - 1) * gap) // 2
        top = gap
        for first in range(0, len(self.pages), columns):
            row = self.pages[first : first + columns]
            for at, page in enumerate(row):
                place = columns - 1 - at if self.isRightToLeft() else at
                high = round(wide * page.ratio)
                page.setGeometry(QRect(left + place * (wide + gap), top, wide, high))
            top += max(page.height() for page in row) + gap
        self._canvas.resize(QSize(whole, max(top, 1)))
        self._show_those_in_sight()

    def _show_those_in_sight(self) -> None:
        """Make ready the pages in sight and half a screen around; let the others go."""
        self._slices.clear()
        high = self.viewport().height()
        top = self.verticalScrollBar().value() - high // 2
        for page in self.pages:
            if not self.isVisible() or page.y() > top + 2 * high or page.geometry().bottom() < top:
                page.let_go()
            elif not page.is_ready:
                self._slices.add_steps(page.make_ready())

    def _scrolled(self) -> None:
        self._show_those_in_sight()
        line = self.verticalScrollBar().value() + self.viewport().height() * _READ
        at = 0
        for number, page in enumerate(self.pages, start=1):
            if page.y() <= line:
                at = number if page.y() > self._top_of(at) or not at else at
        self._tell(at)

    def _top_of(self, number: int) -> int:
        return self.pages[number - 1].y() if number else -1

    def _tell(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.moved.emit(number)
