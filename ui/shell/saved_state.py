"""Whether what was entered is on the disk: said in words, honestly, with a way on."""

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.language import _
from advisor.telling.grammar import clock
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer, announce
from ui.widgets.buttons import Button
from ui.widgets.layouts import row_in
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Text


class SavedState(QWidget):
    """Says "Saved 14:03", "Saving…" or "Not saved" with the reason and a button.

    Nothing is shown before the first save. `retry_asked` reports that the button was pressed;
    `then` is called when it says something else.
    """

    retry_asked = Signal()

    def __init__(self, theme: Theme, then: Callable[[], object]) -> None:
        super().__init__()
        self._then = then
        self._picture = Picture(theme, Glyph.SAVE, size=16, parent=self)
        self._text = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self._retry = Button(theme, _("Try to save &again"), parent=self)
        self._announcer = Announcer(self)
        row = row_in(self, 8)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._retry)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._retry.clicked.connect(self.retry_asked)
        for part in (self._picture, self._retry):
            part.hide()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._text.text()

    def show_nothing(self) -> None:
        """Say nothing: there is nothing to save."""
        self._show("", Glyph.CIRCLE_CHECK, Tone.NEUTRAL)
        self._picture.hide()

    def show_saving(self) -> None:
        """Say that a save is under way."""
        self._show(_("Saving…"), Glyph.REFRESH_CW, Tone.NEUTRAL)

    def show_saved(self, at: time) -> None:
        """Say that everything entered until `at` is saved; a screen reader hears it once."""
        saved = _("Saved {time}").format(time=clock(at))
        self._show(saved, Glyph.CIRCLE_CHECK, Tone.POSITIVE)
        self._announcer.say_soon(_("Saved"))

    def show_failed(self, reason: str) -> None:
        """Say why the save failed; a screen reader hears it at once."""
        words = _("Not saved: {reason}").format(reason=reason)
        self._show(words, Glyph.TRIANGLE_ALERT, Tone.DANGER)
        self._retry.show()
        announce(self, words, urgent=True)

    def _show(self, words: str, glyph: Glyph, tone: Tone) -> None:
        self._picture.show()
        self._picture.show_glyph(glyph, tone)
        self._text.set_tint(tone if tone is Tone.DANGER else MUTED)
        self._text.setText(words)
        self._retry.hide()
        self._then()
