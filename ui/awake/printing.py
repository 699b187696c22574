"""A document to a printer, through the system's own dialog, page by page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QObject,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from advisor.language import _
from advisor.models.papers import PaperSize
from ui.awake.slices import Slices
from ui.awake.strips import Strip, in_strips

Apart = Callable[[Callable[[], tuple[Strip, ...]], Callable[[tuple[Strip, ...]], object]], object]

PRINT_PPI = 240
"""How finely pages are drawn for a printer: small type is sharp, and a page is soon there."""

_MOST, _OVERLAP = 256, 2
"""How many rows of a picture are painted at once, so that none takes long, and how many of them the
next ones cover, so that no line of white shows between them."""

SHEETS = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.LETTER: QPageSize.PageSizeId.Letter,
}


def printer_for(title: str, size: PaperSize, *, landscape: bool) -> QPrinter:
    """Return a printer set to whole sheets of a size: the pages bring their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(SHEETS[size]), way, QMarginsF()))
    printer.setFullPage(True)
    return printer


def ask_printer(
    parent: QWidget,
    printer: QPrinter,
    then: Callable[[QPrinter], object],
    style: Callable[[QWidget], object],
) -> None:
    """Open the system's print dialog; ``then`` is called when a person wants to print.

    ``style`` gives it the look of the window, where the system has no dialog of its own.
    """
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    style(dialog)

    def decided(result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            then(printer)

    dialog.finished.connect(decided)
    dialog.finished.connect(dialog.deleteLater)
    # Not its own way to open, which wants a receiver by name.
    QDialog.open(dialog)


def size_of(png: bytes) -> QSize:
    """Return how large a PNG picture is, which its head says."""
    with _read(png) as reader:
        return reader.size()


def unpacked(png: bytes) -> QImage:
    """Return a PNG picture ready to be shown.

    Takes 25 ms for a page of a preview. Only a reader lets the other threads go on meanwhile;
    `QImage.fromData` keeps the interpreter to itself.
    """
    with _read(png) as reader:
        return reader.read()


@contextmanager
def _read(png: bytes) -> Iterator[QImageReader]:
    # The reader does not keep what it reads from.
    buffer = QBuffer()
    buffer.setData(png)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"png")
    # To find out what it is Qt would load what reads all other kinds: 1 MB.
    reader.setAutoDetectImageFormat(False)
    yield reader


class Printing(QObject):
    """Puts pages on a printer between the window's own events.

    ``apart`` does work in a worker and then calls what is to follow. ``printed(number)`` follows
    the last page; ``failed()`` comes where the printer refuses.
    """

    printed = Signal(int)
    failed = Signal()

    def __init__(self, parent: QObject, apart: Apart) -> None:
        super().__init__(parent)
        self._slices, self._apart = Slices(self), apart

    def start(self, printer: QPrinter, pages: Sequence[bytes]) -> None:
        """Print PNG pictures, each on a sheet of its own, as large as the sheet."""
        painter = QPainter()
        wanted = _asked_for(printer, pages)
        if not wanted or not painter.begin(printer):
            self.failed.emit()
            return
        self._go_on(printer, painter, wanted, 0)

    def _go_on(
        self, printer: QPrinter, painter: QPainter, pages: Sequence[bytes], place: int
    ) -> None:
        """Have a page cut into strips, while the one before it is printed."""
        # What waits keeps the printer: a painter must not outlive what it paints on.
        if place < len(pages):
            put = partial(self._put, printer, painter, pages, place)
            self._apart(partial(in_strips, pages[place]), put)
        else:
            self._slices.add(partial(self._end, printer, painter, len(pages)))

    def _put(
        self,
        printer: QPrinter,
        painter: QPainter,
        pages: Sequence[bytes],
        place: int,
        strips: Sequence[Strip],
    ) -> None:
        self._slices.add_steps(_put(printer, painter, strips, is_first=place == 0))
        self._go_on(printer, painter, pages, place + 1)

    def _end(self, _printer: QPrinter, painter: QPainter, number: int) -> None:
        if painter.end():
            self.printed.emit(number)
        else:
            self.failed.emit()


def _put(
    printer: QPrinter, painter: QPainter, strips: Sequence[Strip], *, is_first: bool
) -> Iterator[None]:
    """Print a page on the next sheet, strip by strip; yield after each and once it is unpacked."""
    if not is_first:
        printer.newPage()
    sheet, whole = QRectF(painter.viewport()), strips[0]
    size = QSizeF(whole.width, whole.height).scaled(
        sheet.size(), Qt.AspectRatioMode.KeepAspectRatio
    )
    scale = size.height() / whole.height
    for strip in strips:
        picture = unpacked(strip.png)
        yield
        for top, end in _strips(picture):
            part = QRectF(0, top, picture.width(), end - top)
            above = sheet.top() + (strip.top + top) * scale
            place = QRectF(sheet.left(), above, size.width(), part.height() * scale)
            painter.drawImage(place, picture, part)
            yield


def _strips(picture: QImage) -> Iterator[tuple[int, int]]:
    """Yield where strips begin and end: between lines of text, where rows are alike.

    Each is stretched to whole dots by whoever shows it, which would be seen within a line.
    """
    rows, width, height = picture.constBits(), picture.bytesPerLine(), picture.height()

    def is_between(row: int) -> bool:
        around = bytes(rows[(row - _OVERLAP) * width : (row + _OVERLAP) * width])
        return around == around[:width] * (2 * _OVERLAP)

    top = 0
    while height - top > _MOST:
        furthest = top + _MOST
        end = next(filter(is_between, range(furthest, top + _MOST // 2, -1)), furthest)
        yield max(0, top - _OVERLAP), end
        top = end
    yield max(0, top - _OVERLAP), height


def _asked_for(printer: QPrinter, pages: Sequence[bytes]) -> Sequence[bytes]:
    """Return the pages that the dialog asked for, all of them unless it named some."""
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        return pages[max(0, printer.fromPage() - 1) : printer.toPage()]
    return pages
