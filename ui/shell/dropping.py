"""Files that are dropped on the window: a dashed frame says that they will be taken."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

_INSET = 10


class DropFrame(QWidget):
    """A dashed frame over the whole window, while a file that can be taken is held over it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self) -> None:
        """Lie over the window as it is now."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(QColor(self._theme.colours.accent), 4, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET))


class Dropping(QObject):
    """Takes files of some endings that are dropped on a window; ``dropped`` carries one path."""

    dropped = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, endings: frozenset[str]) -> None:
        super().__init__(window)
        self._endings = endings
        self.frame = DropFrame(theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if self._file_in(event.mimeData()) is not None:
                event.acceptProposedAction()
                self.frame.show_over()
                return True
        elif event.type() == QEvent.Type.DragLeave:
            self.frame.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.frame.hide()
            path = self._file_in(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)

    def _file_in(self, carried: QMimeData) -> Path | None:
        """Return the one file of a known ending that is carried."""
        paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
        one = paths[0] if len(paths) == 1 else None
        return one if one is not None and one.suffix.casefold() in self._endings else None
