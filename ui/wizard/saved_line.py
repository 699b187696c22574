"""One honest line: saved, saving, or not saved."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.icons import Glyph
from ui.saving import Standing
from ui.theme.colours import Tone
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.announcer import Announcer
from ui.widgets.pictures import Picture
from ui.widgets.text import MUTED, Text


class SavedLine(QWidget):
    """Shows what a person may rely on, and tells a screen reader once things have settled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture(theme, Glyph.CIRCLE_CHECK, size=18, parent=self)
        self._text = Text("", role=TextRole.SMALL, tint=MUTED, parent=self)
        self._text.setWordWrap(False)
        self.announcer = Announcer(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space(6))
        row.addWidget(self._picture)
        row.addWidget(self._text)
        self.show_rest()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._text.text()

    def show_rest(self) -> None:
        """Say that changes save themselves, before anything was changed."""
        self._say(self.tr("Answers save themselves"), Glyph.CIRCLE_CHECK, Tone.NEUTRAL)

    def show_standing(self, standing: Standing) -> None:
        """Show whether everything is saved."""
        match standing:
            case Standing.SAVED:
                self._say(self.tr("Saved"), Glyph.CIRCLE_CHECK, Tone.POSITIVE)
            case Standing.SAVING:
                self._say(self.tr("Saving…"), Glyph.LOADER_CIRCLE, Tone.NEUTRAL)
                return
            case Standing.NOT_SAVED:
                self._say(self.tr("Not saved"), Glyph.CIRCLE_ALERT, Tone.DANGER)
        self.announcer.say_soon(self.words)

    def _say(self, words: str, glyph: Glyph, tone: Tone) -> None:
        self._text.setText(words)
        self._text.set_tint(tone if tone is Tone.DANGER else MUTED)
        self._picture.show_glyph(glyph, tone)
