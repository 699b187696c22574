from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from advisor.models.papers import PaperSize
from tests.support.audit import faults_of_contrast
from ui.awake.printing import Printing, _strips, ask_printer, printer_for
from ui.shell.placing import OnScreen
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme

WORDS, SMALL_SCREEN = 4.5, 720
"""How words stand out from their ground at the least; what a low screen leaves a dialog."""


def page(colour: int) -> bytes:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


PAGES = [page(0xFF0000), page(0x00FF00), page(0x0000FF)]


def to_file(path: Path, *, landscape: bool = False) -> QPrinter:
    printer = printer_for("Checklist", PaperSize.A4, landscape=landscape)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_every_page_is_printed_on_a_sheet_of_its_own(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, path = Printing(qapp), tmp_path / "out.pdf"

    with qtbot.waitSignal(printing.printed) as printed:
        printing.start(to_file(path), PAGES)

    assert printed.args == [3]
    sheets = pypdf.PdfReader(path).pages
    assert len(sheets) == len(PAGES)
    assert [round(side) for side in sheets[0].mediabox[2:]] == [595, 842]


def test_a_landscape_paper_lies_across(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    printing, path = Printing(qapp), tmp_path / "out.pdf"

    with qtbot.waitSignal(printing.printed):
        printing.start(to_file(path, landscape=True), PAGES[:1])

    (sheet,) = pypdf.PdfReader(path).pages
    assert sheet.mediabox.width > sheet.mediabox.height


def test_only_the_pages_that_were_asked_for_are_printed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, path = Printing(qapp), tmp_path / "out.pdf"
    printer = to_file(path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)

    with qtbot.waitSignal(printing.printed) as printed:
        printing.start(printer, PAGES)

    assert printed.args == [1]


def test_two_papers_that_are_printed_at_once_stay_apart(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, printed = Printing(qapp), list[int]()
    printing.printed.connect(printed.append)

    printing.start(to_file(tmp_path / "long.pdf"), PAGES)
    printing.start(to_file(tmp_path / "short.pdf"), PAGES[:1])
    qtbot.waitUntil(lambda: len(printed) == 2)

    assert printed == [3, 1]
    assert len(pypdf.PdfReader(tmp_path / "long.pdf").pages) == 3
    assert len(pypdf.PdfReader(tmp_path / "short.pdf").pages) == 1


def test_a_page_is_painted_in_strips_that_end_between_lines_of_text() -> None:
    picture = QImage(100, 1000, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    written = [row for row in range(picture.height()) if row % 40 < 24]
    for row in written:
        picture.setPixel(row * 7 % picture.width(), row, 0)

    strips = list(_strips(picture))

    assert [0, *(end for _top, end in strips[:-1])] == [
        top if top == 0 else top + 2 for top, _end in strips
    ]
    assert strips[-1][1] == picture.height()
    assert max(end - top for top, end in strips) <= 258
    assert not {end for _top, end in strips[:-1]} & set(written)


def test_nothing_printed_is_told(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    printing = Printing(qapp)

    with qtbot.waitSignal(printing.failed):
        printing.start(to_file(tmp_path / "out.pdf"), [])


def test_the_systems_dialog_asks_before_anything_is_printed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window, wanted = QWidget(), list[QPrinter]()
    qtbot.addWidget(window)
    printer = to_file(tmp_path / "out.pdf")

    ask_printer(window, printer, wanted.append, lambda _dialog: None)
    dialog = window.findChild(QPrintDialog)
    assert dialog is not None
    assert wanted == []
    dialog.finished.emit(QDialog.DialogCode.Accepted)

    assert wanted == [printer]


@pytest.mark.parametrize("contrast", [Contrast.STANDARD, Contrast.HIGH])
def test_the_dialog_has_the_look_of_the_window_and_fits_a_small_screen(
    theme: Theme, qtbot: QtBot, tmp_path: Path, contrast: Contrast
) -> None:
    theme.choose(scheme=Scheme.DARK, contrast=contrast)
    theme.set_text_size(200)
    window = QWidget()
    qtbot.addWidget(window)

    ask_printer(window, to_file(tmp_path / "out.pdf"), lambda _printer: None, theme.style_foreign)
    dialog = window.findChild(QPrintDialog)
    assert dialog is not None
    (unfold,) = (each for each in dialog.findChildren(QPushButton) if "Options" in each.text())
    unfold.click()
    QApplication.processEvents()

    (tabs,) = dialog.findChildren(QTabWidget)
    for part in (dialog, tabs):
        ground = part.grab().toImage().pixelColor(part.width() // 2, part.height() - 4)
        assert ground == QColor(theme.colours.page)
    assert faults_of_contrast(dialog, WORDS) == []
    assert dialog.height() <= SMALL_SCREEN
    dialog.close()


def test_a_dialog_that_unfolds_at_the_end_of_the_screen_stays_on_it(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    OnScreen(dialog, also_grown=True)
    room = dialog.screen().availableGeometry()
    dialog.setGeometry(100, room.bottom() - 120, 300, 100)
    dialog.show()

    dialog.resize(300, 300)

    qtbot.waitUntil(lambda: dialog.geometry().bottom() <= room.bottom())
