"""The language of the window: our sentences, Qt's own dialogs and its dates in the same one."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from advisor.language import spoken, use


def speak(application: QApplication, catalogues: Path) -> None:
    """Speak the first of the person's languages that has a catalogue; English when none has."""
    system = QLocale.system()
    use([name.replace("-", "_") for name in system.uiLanguages()], catalogues)
    ours = QLocale(spoken())
    if system.language() not in (ours.language(), QLocale.Language.C):
        QLocale.setDefault(ours)
    of_qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(ours, "qtbase", "_", folder):
        application.installTranslator(of_qt)
