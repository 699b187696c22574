"""The shipped icons, painted in the colour and size that is asked for.

The pictures are Lucide's (`resources/icons/LICENCE.txt`). An icon never stands for a word
that a screen reader needs: the widget beside it carries the name.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Glyph(StrEnum):
    """Every shipped icon; the value is its file's name."""

    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    BOOK_OPEN = "book-open"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CIRCLE = "circle"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_DOT = "circle-dot"
    CIRCLE_MINUS = "circle-minus"
    CIRCLE_PLUS = "circle-plus"
    CIRCLE_QUESTION_MARK = "circle-question-mark"
    CIRCLE_SLASH = "circle-slash"
    CLIPBOARD_LIST = "clipboard-list"
    COPY_PLUS = "copy-plus"
    DOOR_CLOSED = "door-closed"
    DOOR_OPEN = "door-open"
    DOWNLOAD = "download"
    ELLIPSIS = "ellipsis"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    FILE_CHECK = "file-check"
    FILE_DOWN = "file-down"
    FOLDER_OPEN = "folder-open"
    GIT_COMPARE = "git-compare"
    HEART_HANDSHAKE = "heart-handshake"
    HOUSE = "house"
    IMAGE = "image"
    INFO = "info"
    LAYERS = "layers"
    LIBRARY = "library"
    LIGHTBULB = "lightbulb"
    LIST_CHECKS = "list-checks"
    MAP_PIN = "map-pin"
    MINUS = "minus"
    PANEL_RIGHT_CLOSE = "panel-right-close"
    PANEL_RIGHT_OPEN = "panel-right-open"
    PENCIL = "pencil"
    PLUS = "plus"
    PRINTER = "printer"
    REDO_2 = "redo-2"
    REFRESH_CW = "refresh-cw"
    ROUTE = "route"
    SAVE = "save"
    SCALE = "scale"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD = "shield"
    SHIELD_ALERT = "shield-alert"
    SHIELD_CHECK = "shield-check"
    SHIELD_HALF = "shield-half"
    SPARKLES = "sparkles"
    SPROUT = "sprout"
    STAR = "star"
    TRASH_2 = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO_2 = "undo-2"
    UPLOAD = "upload"
    USER = "user"
    X = "x"


_DIRECTED = frozenset(
    {
        Glyph.ARROW_LEFT,
        Glyph.ARROW_RIGHT,
        Glyph.CHEVRON_LEFT,
        Glyph.CHEVRON_RIGHT,
        Glyph.EXTERNAL_LINK,
        Glyph.PANEL_RIGHT_CLOSE,
        Glyph.PANEL_RIGHT_OPEN,
        Glyph.REDO_2,
        Glyph.UNDO_2,
    }
)


class Icons:
    """Paints icons from a folder of SVG files and remembers what it painted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[Glyph, str] = {}
        self._painted: dict[tuple[Glyph, str, int, float, bool], QPixmap] = {}

    def pixmap(
        self, glyph: Glyph, colour: str, size: int, *, ratio: float = 1.0, mirrored: bool = False
    ) -> QPixmap:
        """Return the icon, `size` logical pixels square, for a screen of that pixel ratio.

        `mirrored` turns the icons that point somewhere round, for text from right to left.
        """
        turned = mirrored and glyph in _DIRECTED
        key = (glyph, colour, size, ratio, turned)
        if key not in self._painted:
            self._painted[key] = self._paint(key)
        return self._painted[key]

    def icon(self, glyph: Glyph, colours: Mapping[QIcon.Mode, str], size: int) -> QIcon:
        """Return an icon for a native control, sharp at one and two pixels per point."""
        icon = QIcon()
        for mode, colour in colours.items():
            for ratio in (1.0, 2.0):
                icon.addPixmap(self.pixmap(glyph, colour, size, ratio=ratio), mode)
        return icon

    def _paint(self, key: tuple[Glyph, str, int, float, bool]) -> QPixmap:
        glyph, colour, size, ratio, turned = key
        side = round(size * ratio)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if turned:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        source = self._source(glyph).replace("currentColor", colour)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _source(self, glyph: Glyph) -> str:
        if glyph not in self._sources:
            path = self._folder / f"{glyph}.svg"
            self._sources[glyph] = path.read_text(encoding="utf-8")
        return self._sources[glyph]
