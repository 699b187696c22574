"""What scrolls, made so that the first picture of the window need not wait for it."""

from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Qt's, with a viewport that Python has made.

    Whoever asks for Qt's own one has PySide look for it among all classes of widgets there are,
    and make each of them ready for that: 15 ms of the start.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
