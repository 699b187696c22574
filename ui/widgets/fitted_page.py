"""What a column scrolls: no higher than it has to be."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class FittedPage(QWidget):
    """As high as the words on it need at its width, not at the least that they could have."""

    def __init__(self) -> None:
        super().__init__()

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        has_words = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 1) if has_words else least
