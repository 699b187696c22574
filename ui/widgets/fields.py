"""Fields to write and choose in. Each reports what a person changed, never what was set.

What is written in one is kept until it is saved or given up, under the name ``kept_as``.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _
from advisor.models.texts import NOTE_LENGTH, TITLE_LENGTH, fault_in_text, tidied
from ui.theme.theme import Theme
from ui.widgets.combo import Combo
from ui.widgets.kept import KeptField
from ui.widgets.line import Line, Lines


class _Words(KeptField):
    """Words that may be more than can be stored: those stay as written, with a fault under them.

    Whoever writes may come to name a mother: each asks not to, unless its hint does already.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        box: Line | Lines,
        longest: int,
        *,
        kept_as: str,
        hint: str = "",
        asks_no_names: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._box, self._longest = box, longest
        note = _("Write no names of mothers here.") if asks_no_names else ""
        super().__init__(theme, label, box, kept_as=kept_as, hint=hint, note=note, parent=parent)

    @property
    def text(self) -> str:
        """What is written."""
        return self.written

    @property
    def is_possible(self) -> bool:
        """Whether what is written can be stored."""
        return not (self._fault_in_it or self._is_from_before)

    @property
    def _fault_in_it(self) -> str:
        has_lines = isinstance(self._box, Lines)
        return fault_in_text(tidied(self.text), longest=self._longest, lines=has_lines) or ""

    def set_text(self, text: str) -> None:
        """Show `text`; what is written instead of it and cannot be stored stays."""
        if text != self.text and (text != self._held_words or self.is_possible):
            self._box.write(text)
            self.show_fault("")
        self._hold(text)

    def follow(self, text: str) -> None:
        """Show `text`, which was saved, unless somebody is just writing something else."""
        if self._field.hasFocus() and self.text not in (text, self._held_words):
            self._hold(text)
        else:
            self.set_text(text)

    def _judge(self) -> None:
        self.show_fault(self._fault_in_it)

    def _take_typed(self) -> None:
        super()._take_typed()
        self._judge()


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
        kept_as: str,
        hint: str = "",
        longest: int = TITLE_LENGTH,
        asks_no_names: bool = True,
    ) -> None:
        self.line = Line(theme)
        # Qt's own bound, 32,767, would cut what is longer without a word.
        self.line.setMaxLength(2**30)
        super().__init__(
            theme,
            label,
            self.line,
            longest,
            kept_as=kept_as,
            hint=hint,
            asks_no_names=asks_no_names,
        )
        self.line.textEdited.connect(self._take_typed)
        self.line.editingFinished.connect(self._finish)

    def take(self, words: str) -> None:
        """Take words that were chosen, as though they had been written."""
        self.line.setText(words)
        self._take_typed()
        self._finish()

    def _take_typed(self) -> None:
        super()._take_typed()
        self.edited.emit(self.text)

    def _finish(self) -> None:
        if self.is_possible:
            self.finished.emit(self.text)
        elif not self._is_from_before:
            self._judge()


class NoteField(_Words):
    """Several lines of text that grow with what is written. `edited` follows the typing."""

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        kept_as: str,
        hint: str = "",
        fewest_lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = Lines(theme, fewest_lines)
        super().__init__(
            theme, label, self.edit, NOTE_LENGTH, kept_as=kept_as, hint=hint, parent=parent
        )
        self.edit.textChanged.connect(self._take_typed)

    def _take_typed(self) -> None:
        super()._take_typed()
        self.edited.emit(self.text)


class ChoiceField(KeptField):
    """One of a few named things, in a list that opens. `chosen` carries the key.

    A choice is kept where it counts only together with something else that is written.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        kept_as: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.combo = self._box = Combo(theme)
        for key, words in options:
            self.combo.addItem(words, key)
        super().__init__(theme, label, self.combo, kept_as=kept_as, parent=parent)
        self._hold(self.choice)
        self.combo.activated.connect(self._take_typed)

    @property
    def choice(self) -> str:
        """The key of what is chosen."""
        return self.combo.words

    def set_choice(self, key: str) -> None:
        """Show the option with this key; an unknown key shows none."""
        self.combo.write(key)
        self._hold(self.choice)

    def _take_typed(self) -> None:
        super()._take_typed()
        self.chosen.emit(self.choice)
