"""The program's icon as the file that an operating system wants, drawn from the one drawing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_SIZES = {".ico": 256, ".icns": 512, ".png": 256}
_WITHOUT_A_SCREEN = ["icons", "-platform", "offscreen"]


def draw(drawing: Path, icon: Path) -> Path:
    """Draw an SVG file as another kind of file, by its ending, and return that."""
    side = _SIZES[icon.suffix]
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    application = QGuiApplication.instance() or QGuiApplication(_WITHOUT_A_SCREEN)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    if not picture.save(str(icon)):
        raise OSError(f"{application.applicationName()}: {icon} cannot be drawn.")
    return icon
