"""The shipped icons, painted in the colour and size that is asked for.

The pictures are Lucide's (`resources/icons/LICENCE.txt`). An icon never stands for a word
that a screen reader needs: the widget beside it carries the name.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.glyphs import DIRECTED, Glyph

MOST_KEPT = 400
"""So many painted icons are kept, twice as many as one look of the window needs."""


class Icons:
    """Paints icons from a folder of SVG files and remembers what it painted last."""

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
        turned = mirrored and glyph in DIRECTED
        key = (glyph, colour, size, ratio, turned)
        if key not in self._painted:
            # Every text size and every theme has its own.
            if len(self._painted) == MOST_KEPT:
                del self._painted[next(iter(self._painted))]
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
        # What was painted on keeps Qt's painter for it, 9 KB; a copy of it does not.
        return picture.copy()

    def _source(self, glyph: Glyph) -> str:
        if glyph not in self._sources:
            path = self._folder / f"{glyph}.svg"
            self._sources[glyph] = path.read_text(encoding="utf-8")
        return self._sources[glyph]
