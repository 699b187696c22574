"""The shipped fonts, made known to Qt.

The window's own font comes first and is small; the fonts for other scripts and for symbols
are large and are loaded after the first paint.
"""

from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

WINDOW_FAMILY = "Atkinson Hyperlegible Next"
FALLBACK_FAMILIES = (
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Tamil",
    "Noto Sans Ethiopic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Symbols2",
)
FAMILIES = (WINDOW_FAMILY, *FALLBACK_FAMILIES)


def load_window_fonts(folder: Path) -> tuple[str, ...]:
    """Load the window's font and return the names of the files Qt could not read."""
    return _load(sorted(folder.glob("AtkinsonHyperlegibleNext-*.ttf")))


def load_fallback_fonts(folder: Path) -> tuple[str, ...]:
    """Load the fonts of the other scripts; return the names of the files Qt could not read."""
    # Qt walks the families one by one and warns of each that lacks a script on the way.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    return _load(sorted(folder.glob("Noto*.ttf")))


def _load(paths: list[Path]) -> tuple[str, ...]:
    return tuple(path.name for path in paths if QFontDatabase.addApplicationFont(str(path)) == -1)
