"""A field to search with. Nothing of what is searched for is kept."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import IconButton
from ui.widgets.labelled import Labelled
from ui.widgets.line import Line

_SEARCH_MS = 180
_LENS = 18


class SearchLine(Line):
    """A line with a lens where reading begins.

    `escaped` reports Escape in a filled line, `stepped_down` the arrow that leads to what is found.
    """

    escaped = Signal()
    stepped_down = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        theme.resized.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped_down.emit()
            event.ignore()  # Also whoever has the line may know what to do with it.
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.metrics.px(_LENS)
        left = self._theme.metrics.px(12)
        if self.isRightToLeft():
            left = self.width() - left - side
        lens = self._theme.pixmap(Glyph.SEARCH, self._theme.colours.ink_muted, _LENS, self)
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, lens)

    def _fit(self) -> None:
        room = self._theme.metrics.px(_LENS + 8)
        left, right = (0, room) if self.isRightToLeft() else (room, 0)
        self.setTextMargins(left, 0, right, 0)


class SearchField(Labelled):
    """One line to search with. `searched` comes when typing pauses.

    One that narrows a list is emptied by Escape, and when a person has emptied it a screen reader
    says that the list is whole again. Of another one `line.escaped` reports Escape.
    """

    searched = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        narrows: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.line = SearchLine(theme)
        self.line.setPlaceholderText(label)
        super().__init__(theme, label, self.line, hidden_label=True, parent=parent)
        self.clear_button = IconButton(theme, Glyph.X, name=_("Empty the search"))
        self.clear_button.hide()
        self.add_beside(self.clear_button)
        self._announcer = Announcer(self)
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._pause.timeout.connect(self._search)
        self.line.textChanged.connect(self._changed)
        self.line.textEdited.connect(self._say_if_empty)
        self.line.returnPressed.connect(self._search)
        self._narrows = narrows
        if narrows:
            self.line.escaped.connect(self.empty)
        self.clear_button.clicked.connect(self.empty)

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.line.text()

    def empty(self) -> None:
        """Search for nothing again."""
        self.line.setFocus()
        self.line.clear()
        self._search()
        self._say_if_empty("")

    def _say_if_empty(self, text: str) -> None:
        is_whole = self._narrows and not text
        whole = _("The search is empty: the list is whole again.")
        self._announcer.say_soon(whole if is_whole else "")

    def _changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text.strip())
