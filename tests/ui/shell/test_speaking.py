import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QDate, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from advisor import language
from advisor.language import _
from ui.shell.speaking import speak


@pytest.fixture
def german(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """A folder with a German catalogue; the application is as it was afterwards."""
    catalog = Catalog(locale="de")
    catalog.add("Home", "Anfang")
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "advisor.mo").open("wb") as file:
        write_mo(file, catalog)
    usual = QLocale()
    yield tmp_path
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(usual)
    language.use([], tmp_path)


class System(QLocale):
    """The system of somebody with several languages."""

    def __init__(self, *languages: str) -> None:
        super().__init__(languages[0])
        self._languages = [*languages]

    def uiLanguages(self, *_: object) -> list[str]:
        return self._languages


def said(application: QApplication) -> tuple[str, str, str]:
    """One of our words, one of Qt's, and a month as Qt writes it."""
    day = datetime.date(2027, 3, 5)
    cancel = application.translate("QPlatformTheme", "Cancel")
    return _("Home"), cancel, QLocale().toString(QDate(day.year, day.month, day.day), "MMMM")


def test_our_words_those_of_qt_and_its_dates_are_in_one_language(
    german: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: System("fr-FR", "de-AT", "de"))

    speak(qapp, german)

    assert said(qapp) == ("Anfang", "Abbrechen", "März")


def test_a_language_without_a_catalogue_changes_neither_our_words_nor_those_of_qt(
    german: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: System("fr-FR", "fr"))

    speak(qapp, german)

    assert said(qapp) == ("Home", "Cancel", "March")
