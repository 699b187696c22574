"""A file was saved: where it is, and two ways to it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _, ngettext
from advisor.models.papers import AllPapers
from ui.theme.colours import Tone
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.announcer import announce
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.layouts import row_in, row_of
from ui.widgets.pictures import Picture
from ui.widgets.text import Text
from ui.widgets.turning import TurningRow

_LEAST_ROW = 640


class SavedView(Card):
    """Hidden until ``show_file``; ``open_wanted(path)`` and ``folder_wanted(path)``."""

    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tone=Tone.POSITIVE)
        self._path = Path()
        self._words = Text("", parent=self)
        said, ways_on = QWidget(self), QWidget(self)
        row = row_in(said, theme.metrics.space(12))
        row.addWidget(Picture(theme, Glyph.FILE_CHECK, tone=Tone.POSITIVE, parent=said))
        row.addWidget(self._words, 1)
        self.open_button = Button(theme, _("Open"), glyph=Glyph.EXTERNAL_LINK, parent=self)
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(self._path))
        self.folder_button = Button(
            theme, _("Show in folder"), glyph=Glyph.FOLDER_OPEN, parent=self
        )
        self.folder_button.clicked.connect(lambda: self.folder_wanted.emit(self._path))
        ways_on.setLayout(row_of(self.open_button, self.folder_button))
        whole = TurningRow(theme, least=_LEAST_ROW, parent=self)
        whole.add(said, grows=True)
        whole.add(ways_on)
        self.column.addWidget(whole)
        self.hide()

    @property
    def words(self) -> str:
        """What is said about the file."""
        return self._words.text()

    def show_file(self, path: Path) -> None:
        """Say that a file was saved, and where."""
        self._show(path, _("Saved: {path}").format(path=path))

    def show_all(self, saved: AllPapers) -> None:
        """Say that all papers were saved, where, and which there are none of."""
        n = len(saved.written)
        words = ngettext("{n} paper saved in {folder}", "{n} papers saved in {folder}", n)
        self._show(
            saved.folder, "\n".join((words.format(n=n, folder=saved.folder), *saved.left_out))
        )

    def _show(self, path: Path, words: str) -> None:
        self._path = path
        self._words.setText(words)
        self.setAccessibleName(self.words)
        self.show()
        announce(self, self.words)
