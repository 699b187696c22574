from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor.telling.guide import guide
from tests.support.waiting import PATIENCE_MS
from tests.ui.spoken import description
from ui.help.help_page import HelpPage
from ui.help.keys import KEYS, LETTERS
from ui.theme.theme import Theme
from ui.widgets.disclosure import Disclosure
from ui.widgets.text import Heading, Text

Show = Callable[[QWidget], None]


GLOSSARY = {
    "peer": "Someone like her.",
    "peer support": "Help from a peer.",
    "drop-in group": "Open.",
}


@pytest.fixture
def page(theme: Theme, show: Show, tmp_path: Path) -> HelpPage:
    licences = tmp_path / "LICENCES.md"
    licences.write_text("Fonts: OFL", encoding="utf-8")
    made = HelpPage(theme, "1.0", licences)
    made.resize(900, 700)
    show(made)
    return made


def test_the_page_ends_where_its_words_end(page: HelpPage) -> None:
    assert page.page.height() == page.height_for(page.page.width())


def test_the_version_is_shown(theme: Theme, tmp_path: Path) -> None:
    assert "Peer support advisor 1.0." in texts(HelpPage(theme, "1.0", tmp_path / "none"))


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text)]


def test_every_key_is_listed(page: HelpPage) -> None:
    shown = texts(page)

    assert all(each.keys in shown and each.what in shown for each in KEYS)
    assert LETTERS in shown


def test_every_key_is_heard_with_what_it_does_where_tab_stops(page: HelpPage) -> None:
    heard = {
        each.text(): description(each)
        for each in page.findChildren(Heading)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    assert {each.keys: each.what for each in KEYS}.items() <= heard.items()


def test_the_words_of_the_field_are_explained(page: HelpPage) -> None:
    page.show_words(GLOSSARY)
    disclosures = {each.button.text(): each for each in page.findChildren(Disclosure)}

    disclosures["3 words explained"].button.click()

    assert "Help from a peer." in texts(page)


def test_the_licences_can_be_read(page: HelpPage) -> None:
    disclosures = {each.button.text(): each for each in page.findChildren(Disclosure)}

    disclosures["Licences"].button.click()

    (shown,) = page.findChildren(QPlainTextEdit)
    assert shown.toPlainText() == "Fonts: OFL"
    assert shown.isReadOnly()


def test_a_task_of_the_guide_unfolds(page: HelpPage) -> None:
    task = guide()[0]
    disclosures = {each.button.text(): each for each in page.findChildren(Disclosure)}

    disclosures[task.title].button.click()

    assert f"1. {task.steps[0]}" in texts(page)


def test_the_guide_can_be_asked_for_as_a_file(page: HelpPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.guide_wanted, timeout=PATIENCE_MS):
        page.guide_button.click()


def test_what_is_kept_about_people_can_be_asked_for_as_a_file(page: HelpPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.privacy_wanted, timeout=PATIENCE_MS):
        page.privacy_button.click()
