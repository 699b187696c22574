"""Asking for a file to open or to save, without stopping the program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advisor.language import _
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

Then = Callable[[Path], object]


class FileAsker(QObject):
    """Opens the system's own dialog; ``then`` gets the file when one was chosen.

    It begins among the person's documents, later where they were last.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._folder = ""

    def ask_open(self, title: str, kinds: str, then: Then) -> "QFileDialog":
        """Ask for a file that exists; ``kinds`` as Qt writes them: ``Plans (*.json)``."""
        dialog = self._dialog(title, kinds, _("&Choose"), then)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.open()
        return dialog

    def ask_save(self, title: str, kinds: str, suggested: str, then: Then) -> "QFileDialog":
        """Ask where to save; the dialog itself asks before a file is written over."""
        dialog = self._dialog(title, kinds, _("&Save"), then)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        dialog.selectFile(suggested)
        dialog.open()
        return dialog

    def ask_folder(self, title: str, then: Then) -> "QFileDialog":
        """Ask for a folder; a new one can be made in the dialog."""
        dialog = self._dialog(title, "", _("&Choose"), then)
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        dialog.open()
        return dialog

    def _dialog(self, title: str, kinds: str, accept: str, then: Then) -> "QFileDialog":
        # Nothing of it is in the first picture.
        from PySide6.QtCore import QStandardPaths  # noqa: PLC0415
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or QStandardPaths.writableLocation(documents)
        dialog = QFileDialog(self._window, title, folder, kinds)
        dialog.setLabelText(dialog.DialogLabel.Accept, accept)
        dialog.setLabelText(dialog.DialogLabel.Reject, _("&Cancel"))
        self._theme.style_foreign(dialog, scrolls=True)
        dialog.fileSelected.connect(self._remember)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remember(self, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
