"""Where words are typed: a field undoes its own words first, then the window what was done.

What is pasted or dropped comes without the marks that nobody sees, in one step that can be undone.
"""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from advisor.models.texts import pasted
from ui.theme.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.menus import open_at
from ui.widgets.roles import heard_if

_MOST_LINES = 8


class Line(QLineEdit):
    """A line of text that leaves the keys for undo to the window once it has none itself."""

    def __init__(self, theme: Theme | None) -> None:
        """A line without a theme stands in a control that is drawn with all that is in it."""
        super().__init__()
        if theme is not None:
            theme.draws(self, Sheet.LINE)

    def event(self, event: QEvent) -> bool:
        can = self.isUndoAvailable(), self.isRedoAvailable()
        return not _is_spent(event, *can) and super().event(event)

    @property
    def words(self) -> str:
        """What is written."""
        return self.text()

    def write(self, words: str) -> None:
        """Show words, as nobody's typing."""
        with heard_if(heard=self.hasFocus()):
            self.setText(words)

    def forget_steps(self) -> None:
        """Have nothing to undo: what is written was taken, and is a step of somebody else's."""
        if not (self.isUndoAvailable() or self.isRedoAvailable()):
            return
        place = self.cursorPosition()
        with QSignalBlocker(self):
            self.setText(self.text())
        self.setCursorPosition(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt selects the words, and tells so before it tells that the keyboard is here: Orca then
        # takes the field for known and never says what it is called.
        with heard_if(heard=False):
            super().focusInEvent(event)

    def paste_words(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Put what was copied where the writing stands, as far as it can be seen."""
        if not self.isReadOnly():
            self.insert(pasted(QGuiApplication.clipboard().text(mode)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_words()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        open_at(menu, self, event.globalPos())

    def _paste(self) -> None:
        self.paste_words()

    def dropEvent(self, event: QDropEvent) -> None:
        cleaned = QMimeData()
        cleaned.setText(pasted(event.mimeData().text()))
        own = QDropEvent(
            event.position(),
            event.possibleActions(),
            cleaned,
            event.buttons(),
            event.modifiers(),
        )
        super().dropEvent(own)
        event.setDropAction(own.dropAction())
        event.setAccepted(own.isAccepted())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        selects = QGuiApplication.clipboard().supportsSelection()
        if selects and event.button() is Qt.MouseButton.MiddleButton and not self.isReadOnly():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self.paste_words(QClipboard.Mode.Selection)
        else:
            super().mouseReleaseEvent(event)


class Lines(QPlainTextEdit):
    """A text edit as high as its words, within bounds, that Tab leaves."""

    def __init__(self, theme: Theme, fewest: int) -> None:
        super().__init__()
        self._theme, self._fewest = theme, fewest
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)
        theme.resized.connect(self.fit)
        theme.draws(self, Sheet.LINES)

    def event(self, event: QEvent) -> bool:
        words = self.document()
        if _is_spent(event, words.isUndoAvailable(), words.isRedoAvailable()):
            return False
        done = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.Resize, QEvent.Type.StyleChange}:
            self.fit()
        return done

    def insertFromMimeData(self, source: QMimeData) -> None:
        cleaned = QMimeData()
        cleaned.setText(pasted(source.text(), lines=True))
        super().insertFromMimeData(cleaned)

    @property
    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def write(self, words: str) -> None:
        """Show words, as nobody's typing."""
        with QSignalBlocker(self), heard_if(heard=self.hasFocus()):
            self.setPlainText(words)
        self.fit()

    def forget_steps(self) -> None:
        """Have nothing to undo: what is written was taken, and is a step of somebody else's."""
        self.document().clearUndoRedoStacks()

    def fit(self) -> None:
        """Be as high as the words are now."""
        lines = max(self._fewest, min(_MOST_LINES, round(self.document().size().height())))
        around = 2 * self._theme.metrics.px(7) + 18
        height = lines * self.fontMetrics().lineSpacing() + around
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


def words_to_read(theme: Theme, words: str, *, name: str, height: int) -> QPlainTextEdit:
    """Return a box of many words, which are read and copied but not changed."""
    shown = QPlainTextEdit()
    shown.setPlainText(words)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(name)
    shown.setMinimumHeight(height)
    theme.draws(shown, Sheet.LINES)
    return shown


def _is_spent(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field is asked to undo or redo, and has nothing left to.

    Then it must leave the keys alone, or it would swallow them and do nothing.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    spent = (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)
    if spent:
        event.ignore()
    return spent
