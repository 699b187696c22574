from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.preferences import page as page_module
from ui.preferences.page import CALM, LETTERS, NO_LETTERS, PreferencesPage
from ui.preferences.preferences import Preferences
from ui.theme.colours import Contrast, Scheme
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.text import Text

Show = Callable[[QWidget], None]
PLANS = Path("/home/me/plans")


@pytest.fixture
def page(theme: Theme, show: Show) -> PreferencesPage:
    made = PreferencesPage(theme, Preferences(), [("Your plans", PLANS)])
    made.resize(760, 900)
    show(made)
    return made


def changes(page: PreferencesPage) -> list[Preferences]:
    made: list[Preferences] = []
    page.changed.connect(made.append)
    return made


def test_the_choices_show_what_is_preferred(theme: Theme, show: Show) -> None:
    preferred = Preferences(
        scheme=Scheme.DARK, contrast=Contrast.HIGH, text_size=150, is_motion_reduced=True
    )
    page = PreferencesPage(theme, preferred, [])
    show(page)

    assert page.scheme.selection == (Scheme.DARK.value,)
    assert page.contrast.selection == (Contrast.HIGH.value,)
    assert page.text_size.selection == ("150",)
    assert page.motion.selection == (CALM,)
    assert page.letters.selection == (LETTERS,)


def test_every_choice_is_reported(page: PreferencesPage) -> None:
    made = changes(page)

    page.text_size.cards["200"].click()
    page.scheme.cards[Scheme.DARK.value].click()
    page.contrast.cards[Contrast.HIGH.value].click()
    page.motion.cards[CALM].click()
    page.letters.cards[NO_LETTERS].click()

    assert made[-1] == Preferences(
        text_size=200,
        scheme=Scheme.DARK,
        contrast=Contrast.HIGH,
        is_motion_reduced=True,
        has_letter_keys=False,
    )
    assert len(made) == 5


def test_a_choice_leaves_the_other_preferences_alone(theme: Theme, show: Show) -> None:
    preferred = Preferences(is_panel_open=False)
    page = PreferencesPage(theme, preferred, [])
    show(page)
    made = changes(page)

    page.scheme.cards[Scheme.LIGHT.value].click()

    assert made == [replace(preferred, scheme=Scheme.LIGHT)]


def test_a_size_that_was_chosen_by_keys_shows_as_the_nearest(page: PreferencesPage) -> None:
    made = changes(page)

    page.show_preferences(Preferences(text_size=140))

    assert page.text_size.selection == ("150",)
    assert page.preferences.text_size == 140
    assert made == []


def test_the_place_of_the_plans_can_be_opened(page: PreferencesPage, qtbot: QtBot) -> None:
    others = (page.copies, page.team)
    button = next(each for each in page.findChildren(Button) if each not in others)

    with qtbot.waitSignal(page.folder_wanted) as wanted:
        button.click()

    assert wanted.args == [PLANS]


def test_the_copies_can_be_asked_for(page: PreferencesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.copies_wanted):
        page.copies.click()


def test_where_plans_are_kept_can_be_asked_for(page: PreferencesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.team_wanted):
        page.team.click()


def test_the_page_says_under_the_colours_that_high_contrast_holds(
    theme: Theme, page: PreferencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page_module, "announce", lambda _widget, words: said.append(words))
    words = "While contrast is high, light and dark look the same."
    (note,) = (each for each in page.findChildren(Text) if each.text() == words)
    page.scheme.cards[Scheme.DARK.value].click()
    assert not note.isVisible()
    assert said == []

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.HIGH)
    page.scheme.cards[Scheme.LIGHT.value].click()

    assert note.isVisible()
    assert said == [words]
