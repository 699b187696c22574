"""A list in a dialog: it takes the room that there is, and scrolls in it."""

from PySide6.QtCore import QSize

from ui.widgets.scroll_column import ScrollColumn


class ScrolledList(ScrollColumn):
    """Asks for its least height only, so that it scrolls and not the dialog around it."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())
