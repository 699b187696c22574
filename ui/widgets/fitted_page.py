"""What a column scrolls: no higher than it has to be."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget


class FittedPage(QWidget):
    """As high as the words on it need at its width, not at the least that they could have."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: QSize | None = None
        self.setProperty("look", "page")

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        has_words = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 1) if has_words else least

    def sizeHint(self) -> QSize:
        # Measured at a width that the page never has. A layout knows its height at one width only,
        # so that whoever asks for this and then for the height here has all measured twice.
        if self._wanted is None:
            self._wanted = super().sizeHint()
        return self._wanted

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._wanted = None
        return super().event(event)
