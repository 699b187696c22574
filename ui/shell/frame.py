"""What holds rail, page and panel: where the screen is too low for them, it scrolls."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.widgets.pointer import is_pressed
from ui.widgets.tab_order import settle_all

LEAST = QSize(640, 480)
"""The least room in which nothing has to be cut."""


class Whole(QWidget):
    """All that the frame holds: as high as it must be, never as high as it would like to be."""

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST.width(), max(LEAST.height(), super().minimumSizeHint().height()))

    def heightForWidth(self, _width: int) -> int:
        return self.minimumSizeHint().height()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Whoever opens something and presses Tab at once comes into it.
        settle_all()
        return super().focusNextPrevChild(forward)


class Frame(QScrollArea):
    """All of a window. Below the least size nothing on it is cut: it scrolls to the focus."""

    def __init__(self, whole: Whole) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(whole)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or is_pressed() or not self._is_short or not self.isAncestorOf(new):
            return
        # The page has scrolled to it by then.
        QTimer.singleShot(0, new, partial(self.ensureWidgetVisible, new, 0, 0))

    @property
    def _is_short(self) -> bool:
        return bool(self.verticalScrollBar().maximum() or self.horizontalScrollBar().maximum())
