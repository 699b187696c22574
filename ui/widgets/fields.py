"""Fields to write and choose in. Each reports what a person changed, never what was set."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from advisor.language import _
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, tidied
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.labelled import Labelled
from ui.widgets.line import Line, Lines
from ui.widgets.whole_number import WholeNumber

_SEARCH_MS = 180
_LENS = 18


class _Words(Labelled):
    """Words that may be more than can be stored: those stay as written, with a fault under them."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        box: Line | Lines,
        longest: int,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, label, box, hint=hint, parent=parent)
        self._box, self._longest, self._held = box, longest, ""

    @property
    def text(self) -> str:
        """What is written."""
        return self._box.words

    @property
    def is_possible(self) -> bool:
        """Whether what is written can be stored."""
        return not self._fault_in_it

    @property
    def _fault_in_it(self) -> str:
        has_lines = isinstance(self._box, Lines)
        return fault_in_text(tidied(self.text), longest=self._longest, lines=has_lines) or ""

    def set_text(self, text: str) -> None:
        """Show `text`; what is written instead of it and cannot be stored stays."""
        if text != self.text and (text != self._held or self.is_possible):
            self._box.write(text)
            self.show_fault("")
        self._held = text

    def _judge(self) -> None:
        self.show_fault(self._fault_in_it)


class TextField(_Words):
    """One line of text. `edited` follows the typing, `finished` comes on leaving or Enter.

    What cannot be stored is not finished.
    """

    edited = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        longest: int = TITLE_LENGTH,
    ) -> None:
        self.line = Line()
        # Qt's own bound, 32,767, would cut what is longer without a word.
        self.line.setMaxLength(2**30)
        super().__init__(theme, label, self.line, longest, hint=hint)
        self.line.textEdited.connect(self._judge)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        if self.is_possible:
            self.finished.emit(self.text)
        else:
            self._judge()


class NumberField(Labelled):
    """A whole number or nothing. `edited` carries the number, or None when emptied.

    What is no number between the limits stays as it was written, with a fault under it, and is
    not reported; nor is one below them before the field is left, for more figures may follow.
    """

    edited = Signal(object)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        hidden_label: bool = False,
        least: int = 0,
        most: int = 999_999,
        parent: QWidget | None = None,
    ) -> None:
        self.spin = WholeNumber(theme, least, most)
        super().__init__(
            theme, label, self.spin, hint=hint, hidden_label=hidden_label, parent=parent
        )
        limits = _("Only a whole number from {least} to {most}.")
        self._limits = limits.format(least=least, most=most)
        self._held: int | None = None
        self.spin.changed.connect(self._changed)
        self.spin.editingFinished.connect(self._judge)

    @property
    def number(self) -> int | None:
        """The number that is there, or None."""
        return self.spin.number

    @property
    def is_possible(self) -> bool:
        """Whether what is there can be taken: nothing, or a number between the limits."""
        return self.spin.is_possible

    def set_number(self, number: int | None) -> None:
        """Show a number, or nothing; what is written instead of it and is not right yet stays."""
        if number != self._held or self.is_possible:
            self._held = number
            self.show_fault("")
            if number != self.number or not self.is_possible:
                self.spin.set_number(number)

    def empty(self) -> None:
        """Show nothing, whatever is written."""
        self._held = None
        self.show_fault("")
        self.spin.set_number(None)

    def _judge(self) -> None:
        self.show_fault("" if self.is_possible else self._limits)

    def _changed(self) -> None:
        number = self.number
        may_follow = number is not None and number < self.spin.least
        self.show_fault("" if self.is_possible or may_follow else self._limits)
        if self.is_possible:
            self.edited.emit(number)


class NoteField(_Words):
    """Several lines of text that grow with what is written. `edited` follows the typing."""

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        fewest_lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = Lines(theme, fewest_lines)
        super().__init__(theme, label, self.edit, NOTE_LENGTH, hint=hint, parent=parent)
        self.edit.textChanged.connect(self._changed)

    def _changed(self) -> None:
        self._judge()
        self.edited.emit(self.text)


class _Combo(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel meant for the page must not change a choice.
        event.ignore()


class ChoiceField(Labelled):
    """One of a few named things, in a list that opens. `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        self.combo = _Combo()
        for key, words in options:
            self.combo.addItem(words, key)
        super().__init__(theme, label, self.combo, parent=parent)
        self.combo.activated.connect(self._activated)

    @property
    def choice(self) -> str:
        """The key of what is chosen."""
        return str(self.combo.currentData() or "")

    def set_choice(self, key: str) -> None:
        """Show the option with this key; an unknown key shows none."""
        self.combo.setCurrentIndex(self.combo.findData(key))

    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.choice)


class _SearchLine(Line):
    """A line with a lens where reading begins. `escaped` reports Escape in a filled line."""

    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
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
    """One line to search with. `searched` comes when typing pauses; Escape empties it."""

    searched = Signal(str)

    def __init__(self, theme: Theme, label: str, *, parent: QWidget | None = None) -> None:
        self.line = _SearchLine(theme)
        self.line.setPlaceholderText(label)
        super().__init__(theme, label, self.line, hidden_label=True, parent=parent)
        self.clear_button = IconButton(theme, Glyph.X, name=_("Empty the search"))
        self.clear_button.hide()
        self.add_beside(self.clear_button)
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._pause.timeout.connect(self._search)
        self.line.textChanged.connect(self._changed)
        self.line.returnPressed.connect(self._search)
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

    def _changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text.strip())
