"""A document to a printer, through the system's own dialog, page by page."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from advisor.language import _
from advisor.models.papers import PaperSize
from ui.awake.slices import Slices
from ui.paper.preview import unpacked

PRINT_PPI = 240
"""How finely pages are drawn for a printer: small type is sharp, and a page is soon there."""

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


def ask_printer(parent: QWidget, printer: QPrinter, then: Callable[[QPrinter], object]) -> None:
    """Open the system's print dialog; ``then`` is called when a person wants to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))

    def decided(result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            then(printer)

    dialog.finished.connect(decided)
    dialog.finished.connect(dialog.deleteLater)
    # Not its own way to open, which wants a receiver by name.
    QDialog.open(dialog)


class Printing(QObject):
    """Puts pages on a printer between the window's own events.

    ``printed(number)`` follows the last page; ``failed()`` comes where the printer refuses.
    """

    printed = Signal(int)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._slices = Slices(self)
        self._slices.finished.connect(self._end)
        self._painter: QPainter | None = None
        self._printer: QPrinter | None = None
        self._number = 0

    def start(self, printer: QPrinter, pages: Sequence[bytes]) -> None:
        """Print PNG pictures, each on a sheet of its own, as large as the sheet."""
        painter = QPainter()
        wanted = _asked_for(printer, pages)
        if not wanted or not painter.begin(printer):
            self.failed.emit()
            return
        self._painter, self._printer, self._number = painter, printer, len(wanted)
        for place, page in enumerate(wanted):
            self._slices.add(partial(self._put, page, is_first=place == 0))

    def finish_now(self) -> None:
        """Print what is left at once."""
        self._slices.finish_now()

    def _put(self, page: bytes, *, is_first: bool) -> None:
        if self._painter is None or self._printer is None:
            return
        if not is_first:
            self._printer.newPage()
        sheet = QRectF(self._painter.viewport())
        picture = unpacked(page)
        size = picture.size().toSizeF().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(sheet.topLeft(), size), picture)

    def _end(self) -> None:
        is_whole = self._painter is not None and self._painter.end()
        # In this order: a painter must not outlive what it paints on.
        self._painter = None
        self._printer = None
        if is_whole:
            self.printed.emit(self._number)
        else:
            self.failed.emit()


def _asked_for(printer: QPrinter, pages: Sequence[bytes]) -> Sequence[bytes]:
    """Return the pages that the dialog asked for, all of them unless it named some."""
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        return pages[max(0, printer.fromPage() - 1) : printer.toPage()]
    return pages
