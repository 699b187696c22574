from collections.abc import Callable
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
from ui.awake import printing as printing_module
from ui.awake.printing import Printing, _strips, ask_printer, printer_for
from ui.awake.strips import Strip
from ui.shell.placing import OnScreen
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme

Strips = tuple[Strip, ...]
WORDS, SMALL_SCREEN = 4.5, 720
"""How words stand out from their ground at the least; what a low screen leaves a dialog."""


def packed(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def page(colour: int) -> bytes:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(colour)
    return packed(image)


def lined(height: int) -> QImage:
    """Return a picture with lines that are 24 rows high, 40 from one to the next."""
    picture = QImage(100, height, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    for row in range(height):
        if row % 40 < 24:
            picture.setPixel(row * 7 % picture.width(), row, 0)
    return picture


def at_once(work: Callable[[], Strips], then: Callable[[Strips], object]) -> object:
    return then(work())


PAGES = [page(0xFF0000), page(0x00FF00), page(0x0000FF)]


def to_file(path: Path, *, landscape: bool = False) -> QPrinter:
    printer = printer_for("Checklist", PaperSize.A4, landscape=landscape)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_every_page_is_printed_on_a_sheet_of_its_own(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, path = Printing(qapp, at_once), tmp_path / "out.pdf"

    with qtbot.waitSignal(printing.printed) as printed:
        printing.start(to_file(path), PAGES)

    assert printed.args == [3]
    sheets = pypdf.PdfReader(path).pages
    assert len(sheets) == len(PAGES)
    assert [round(side) for side in sheets[0].mediabox[2:]] == [595, 842]


def test_a_landscape_paper_lies_across(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    printing, path = Printing(qapp, at_once), tmp_path / "out.pdf"

    with qtbot.waitSignal(printing.printed):
        printing.start(to_file(path, landscape=True), PAGES[:1])

    (sheet,) = pypdf.PdfReader(path).pages
    assert sheet.mediabox.width > sheet.mediabox.height


def test_only_the_pages_that_were_asked_for_are_printed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, path = Printing(qapp, at_once), tmp_path / "out.pdf"
    printer = to_file(path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)

    with qtbot.waitSignal(printing.printed) as printed:
        printing.start(printer, PAGES)

    assert printed.args == [1]


def test_two_papers_that_are_printed_at_once_stay_apart(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, printed = Printing(qapp, at_once), list[int]()
    printing.printed.connect(printed.append)

    printing.start(to_file(tmp_path / "long.pdf"), PAGES)
    printing.start(to_file(tmp_path / "short.pdf"), PAGES[:1])
    qtbot.waitUntil(lambda: len(printed) == 2)

    assert printed == [3, 1]
    assert len(pypdf.PdfReader(tmp_path / "long.pdf").pages) == 3
    assert len(pypdf.PdfReader(tmp_path / "short.pdf").pages) == 1


def test_a_page_is_unpacked_strip_by_strip_while_the_next_one_is_cut(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, unpacking = list[object](), printing_module.unpacked

    def seen(png: bytes) -> QImage:
        picture = unpacking(png)
        done.append(picture.height())
        return picture

    def apart(work: Callable[[], Strips], then: Callable[[Strips], object]) -> object:
        done.append("cut")
        return at_once(work, then)

    monkeypatch.setattr(printing_module, "unpacked", seen)
    printing = Printing(qapp, apart)
    with qtbot.waitSignal(printing.printed):
        printing.start(to_file(tmp_path / "out.pdf"), [packed(lined(1000))] * 2)

    heights = [each for each in done if isinstance(each, int)]
    assert done == ["cut", "cut", *heights]
    assert max(heights) <= 256


def test_what_is_printed_in_strips_is_the_page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    printing, path, lines = Printing(qapp, at_once), tmp_path / "out.pdf", lined(1000)
    with qtbot.waitSignal(printing.printed):
        printing.start(to_file(path), [packed(lines)])

    (sheet,) = pypdf.PdfReader(path).pages
    strips = [each.image for each in sheet.images if each.image is not None]
    rows = [strip.height for strip in strips]
    assert sum(rows) == lines.height() + 2 * (len(rows) - 1)
    assert {strip.width for strip in strips} == {lines.width()}


def test_a_page_is_painted_in_strips_that_end_between_lines_of_text() -> None:
    picture = lined(1000)
    written = {row for row in range(picture.height()) if row % 40 < 24}

    strips = list(_strips(picture))

    assert [0, *(end for _top, end in strips[:-1])] == [
        top if top == 0 else top + 2 for top, _end in strips
    ]
    assert strips[-1][1] == picture.height()
    assert max(end - top for top, end in strips) <= 258
    assert not {end for _top, end in strips[:-1]} & written


def test_nothing_printed_is_told(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    printing = Printing(qapp, at_once)

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
