"""Asking for a file to open or to save, without stopping the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor.language import _
from ui.theme.theme import Theme

Then = Callable[[Path], object]


class FileAsker(QObject):
    """Opens the system's own dialog; ``then`` gets the file when one was chosen.

    It begins among the person's documents, later where they were last.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )

    def ask_open(self, title: str, kinds: str, then: Then) -> QFileDialog:
        """Ask for a file that exists; ``kinds`` as Qt writes them: ``Plans (*.json)``."""
        dialog = self._dialog(title, kinds, _("&Choose"), then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()
        return dialog

    def ask_save(self, title: str, kinds: str, suggested: str, then: Then) -> QFileDialog:
        """Ask where to save; the dialog itself asks before a file is written over."""
        dialog = self._dialog(title, kinds, _("&Save"), then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        dialog.selectFile(suggested)
        dialog.open()
        return dialog

    def ask_folder(self, title: str, then: Then) -> QFileDialog:
        """Ask for a folder; a new one can be made in the dialog."""
        dialog = self._dialog(title, "", _("&Choose"), then)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()
        return dialog

    def _dialog(self, title: str, kinds: str, accept: str, then: Then) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder, kinds)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("&Cancel"))
        self._theme.style(dialog)
        dialog.fileSelected.connect(self._remember)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _remember(self, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
