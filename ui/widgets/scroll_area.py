"""What scrolls, made so that the first picture of the window need not wait for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from ui.theme.sheet import Sheet
from ui.theme.theme import Theme


class ScrollArea(QScrollArea):
    """Qt's, on whatever it lies, for what scrolls up and down; its viewport is made by Python.

    Whoever asks for Qt's own one has PySide look for it among all classes of widgets there are,
    and make each of them ready for that: 15 ms of the start.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, bar: Sheet = Sheet.BAR
    ) -> None:
        super().__init__(parent)
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        self.setViewport(viewport)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(_bar(theme, Qt.Orientation.Vertical, bar))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def draw_bars(theme: Theme, area: QAbstractScrollArea) -> None:
    """Have both scroll bars of what is Qt's own drawn as a theme has it; before they are used."""
    area.setVerticalScrollBar(_bar(theme, Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(_bar(theme, Qt.Orientation.Horizontal))


def _bar(theme: Theme, way: Qt.Orientation, kind: Sheet = Sheet.BAR) -> QScrollBar:
    """Return a scroll bar that Python has made: of Qt's own it does not keep what it knows."""
    bar = QScrollBar(way)
    # Qt's own menu of it has no look, and its words are English.
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    theme.draws(bar, kind)
    return bar
