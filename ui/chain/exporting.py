"""The chain picture as a file: PNG for a slide, SVG for a document."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

PNG_RATIO = 2.0


def as_png(picture: QWidget) -> bytes:
    """Return the picture as it looks now, with two pixels to a point."""
    image = QImage(picture.size() * PNG_RATIO, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(PNG_RATIO)
    image.fill(picture.palette().window().color())
    picture.render(image)
    return _bytes(lambda buffer: QImageWriter(buffer, QByteArray(b"png")).write(image))


def as_svg(picture: QWidget, *, title: str, description: str) -> bytes:
    """Return the picture as lines and words; ``description`` is its text equivalent."""

    def draw(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(picture.size())
        generator.setViewBox(QRect(0, 0, picture.width(), picture.height()))
        generator.setTitle(title)
        generator.setDescription(description)
        painter = QPainter(generator)
        picture.render(painter, QPoint())
        painter.end()

    return _bytes(draw)


def _bytes(write: Callable[[QBuffer], object]) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(store.data())
