"""The bar over a page in which words are looked for on it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from advisor.language import _
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Ground, Surface
from ui.widgets.labelled import Labelled
from ui.widgets.layouts import fill, row_in
from ui.widgets.search_field import SearchLine
from ui.widgets.text import MUTED, Text

_PAUSE_MS = 120
_FIELD = 340


class FindBar(Surface):
    """A field, how many places there are, and the way from one to the next.

    ``sought`` carries the words when typing pauses, ``moved`` 1 or -1, ``closed`` that it is
    not wanted any more.
    """

    sought = Signal(str)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Ground.HEAD)
        self.line = SearchLine(theme)
        label = _("Find on this page")
        self.line.setPlaceholderText(label)
        self._field = Labelled(theme, label, self.line, hidden_label=True)
        self._said = Text("", role=TextRole.SMALL, tint=MUTED)
        self._said.setWordWrap(False)
        self._said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        before, after = _("The place before (Shift+F3)"), _("The next place (F3)")
        self.back = IconButton(theme, Glyph.CHEVRON_LEFT, name=before)
        self.on = IconButton(theme, Glyph.CHEVRON_RIGHT, name=after)
        self.close_button = IconButton(theme, Glyph.X, name=_("Close (Escape)"))
        self._announcer = Announcer(self)
        self._row = row_in(self, 2)
        self._row.addWidget(self._field, 1)
        self._row.addSpacing(theme.metrics.space(8))
        fill(self._row, self._said, self.back, self.on)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._connect()
        self._fit()
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.line.text().strip()

    @property
    def said(self) -> str:
        """How many places there are."""
        return self._said.text()

    def take_focus(self) -> None:
        """Lead the keyboard to the field, what is written there chosen to be overwritten."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_count(self, here: int, count: int, none: str = "") -> None:
        """Say which place of how many is shown; of none that there is none, or these words."""
        none = none or _("Nothing found")
        words = _("{n} of {all}").format(n=here, all=count) if count else none
        self._said.setText(words if self.words else "")
        for button in (self.back, self.on):
            button.setEnabled(count > 0)

    def announce(self, place: str) -> None:
        """Let a screen reader hear the count, and what stands at the place that is shown."""
        words = _("{count}: {place}").format(count=self.said, place=place) if place else self.said
        self._announcer.say_soon(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.line.hasFocus():
                self.go(-1 if is_back else 1)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def go(self, step: int) -> None:
        """Go on from what is written now, typed a moment ago or not."""
        if self._pause.isActive():
            self._seek()
        else:
            self.moved.emit(step)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._seek)
        self.line.textChanged.connect(self._pause.start)
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.close_button.clicked.connect(self.closed)
        self._theme.resized.connect(self._fit)

    def _seek(self) -> None:
        self._pause.stop()
        self.sought.emit(self.words)

    def _fit(self) -> None:
        metrics = self._theme.metrics
        side, end = metrics.space(26), metrics.space(8)
        self._row.setContentsMargins(side, metrics.space(4), end, metrics.space(4))
        self._field.setMaximumWidth(metrics.px(_FIELD))
