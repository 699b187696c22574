"""The shipped fonts, made known to Qt.

The window's own font comes first and is small; the fonts for other scripts and for symbols
are large and are loaded after the first paint, with its italic.
"""

from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

_WEIGHTS = ("Regular", "SemiBold", "Bold")


def load_window_fonts(folder: Path) -> tuple[str, ...]:
    """Load the window's font and return the names of the files Qt could not read."""
    upright = (f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in _WEIGHTS)
    return _load([folder / name for name in upright])


def load_fallback_fonts(folder: Path) -> tuple[str, ...]:
    """Load the fonts of the other scripts; return the names of the files Qt could not read."""
    # Qt walks the families one by one and warns of each that lacks a script on the way.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    italic = folder / "AtkinsonHyperlegibleNext-Italic.ttf"
    return _load([italic, *sorted(folder.glob("Noto*.ttf"))])


def _load(paths: list[Path]) -> tuple[str, ...]:
    return tuple(path.name for path in paths if QFontDatabase.addApplicationFont(str(path)) == -1)
