"""The copies of a person's plans, at any time: make one, keep them in a second place, go back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advisor.language import _, ngettext
from advisor.models.stored import KeptCopy
from ui.rescue.rescue import copies_group
from ui.shell.dialogs import CalmDialog
from ui.theme.glyphs import Glyph
from ui.theme.metrics import TextRole
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import MUTED, Text

_ROW, _ROOM = 60, 180
"""How high a copy is, and so many as are seen at once, at a text size of 100 per cent."""


class CopiesDialog(CalmDialog):
    """Shows every copy with what it holds.

    ``copy_chosen`` carries the one to put back and ``copy_wanted`` asks for a new one;
    ``folder_wanted`` asks for a second folder to be chosen, ``folder_chosen`` carries None when
    there is to be none any more.
    """

    copy_chosen = Signal(object)
    copy_wanted = Signal()
    folder_wanted = Signal()
    folder_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        copies: Sequence[KeptCopy],
        second_folder: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Copies and restore"), glyph=Glyph.SAVE, parent=parent)
        self._copies = {str(each.copy.number): each.copy for each in copies if each.is_good}
        words = _(
            "A copy that is put back takes the place of all plans that are here now. These are kept"
            " among the copies, so that you can take it back."
        )
        self.column.addWidget(Text(words))
        self.group = copies_group(theme, (each for each in copies if each.is_good))
        if self._copies:
            self.add_scrolled(self.group, least=min(_ROOM, _ROW * len(self._copies)))
            self.group.selected.connect(self._chosen)
        else:
            self.column.addWidget(Text(_("There are no copies yet."), tint=MUTED))
        newer = sum(each.is_newer for each in copies)
        if newer:
            self.column.addWidget(Text(_newer_words(newer), tint=MUTED))
        self._add_second_folder(second_folder)
        self.make = self.add_button(_("&Make a copy now"), says=self.copy_wanted)
        self.put = self.add_button(_("&Put this copy back"), ButtonKind.PRIMARY, do=self._put_back)
        self.put.setEnabled(False)
        self.close_it = self.add_button(_("&Close"), ButtonKind.QUIET)

    def _add_second_folder(self, folder: Path | None) -> None:
        self.column.addWidget(Text(_("A second folder for copies"), role=TextRole.STRONG))
        words = _("None is chosen. One on another disk helps when this computer is lost.")
        self.column.addWidget(Text(str(folder) if folder else words, tint=MUTED))
        self.choose = Button(self._theme, _("Choose a &folder…"), glyph=Glyph.FOLDER_OPEN)
        self.choose.clicked.connect(self.accept)
        self.choose.clicked.connect(self.folder_wanted)
        self.column.addWidget(self.choose)
        if folder is not None:
            self.leave = Button(self._theme, _("&No second folder any more"))
            self.leave.clicked.connect(self.accept)
            self.leave.clicked.connect(lambda: self.folder_chosen.emit(None))
            self.column.addWidget(self.leave)

    def _chosen(self, keys: object) -> None:
        self.put.setEnabled(bool(keys))

    def _put_back(self) -> None:
        for key in self.group.selection:
            self.accept()
            self.copy_chosen.emit(self._copies[key])


def _newer_words(n: int) -> str:
    return ngettext(
        "{n} copy was made by a newer version of the program. Update the program to put it back.",
        "{n} copies were made by a newer version of the program. Update the program to put one"
        " back.",
        n,
    ).format(n=n)
