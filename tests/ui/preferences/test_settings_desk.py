from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.rooms import room_of
from ui.awake.tasks import Worker
from ui.preferences import settings_desk
from ui.preferences.page import NO_LETTERS, PreferencesPage
from ui.preferences.preferences import PreferenceFile, Preferences
from ui.preferences.settings_desk import SettingsDesk, apply_look
from ui.room import PageKey
from ui.shell.main_window import MainWindow
from ui.shell.rail_item import RailItem
from ui.theme.colours import Contrast, Scheme
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme

Show = Callable[[QWidget], None]


@pytest.fixture
def window(theme: Theme, show: Show) -> MainWindow:
    entry = RailItem(key=PageKey.PREFERENCES, title="Preferences", glyph=Glyph.SETTINGS)
    made = MainWindow(theme, (entry,), product="Advisor", panel_title="Advice so far")
    show(made)
    return made


def desk_over(
    theme: Theme, window: MainWindow, path: Path, preferences: Preferences | None = None
) -> SettingsDesk:
    kept = PreferenceFile(path)
    return serving(theme, window, kept, preferences or Preferences())


def serving(
    theme: Theme, window: MainWindow, kept: PreferenceFile, preferences: Preferences
) -> SettingsDesk:
    worker = Worker("idle")
    worker.close()
    room = room_of(theme, window, worker)
    desk = SettingsDesk(
        room, kept, preferences, (), show_copies=lambda: None, show_team=lambda: None
    )
    window.add_page(PageKey.PREFERENCES, desk.make, "Preferences")
    return desk


def test_the_look_is_as_preferred(theme: Theme) -> None:
    apply_look(theme, Preferences(scheme=Scheme.DARK, text_size=150, is_motion_reduced=True))

    assert theme.colours.is_dark
    assert theme.metrics.text_size == 150
    assert theme.is_motion_reduced


def test_a_choice_shows_and_is_kept(
    theme: Theme, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "preferences.json"
    desk = desk_over(theme, window, path)
    page = window.show_page(PageKey.PREFERENCES)
    assert isinstance(page, PreferencesPage)

    page.text_size.cards["150"].click()

    qtbot.waitUntil(lambda: theme.metrics.text_size == 150)
    assert desk.preferences.text_size == 150
    assert PreferenceFile(path).load().text_size == 150


def test_keys_of_one_letter_can_be_turned_off_and_stay_so(
    theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "preferences.json"
    desk_over(theme, window, path)
    page = window.show_page(PageKey.PREFERENCES)
    assert isinstance(page, PreferencesPage)

    page.letters.cards[NO_LETTERS].click()

    assert not theme.has_letter_keys
    assert not PreferenceFile(path).load().has_letter_keys


def test_a_choice_on_the_page_forgets_nothing_else(
    theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    desk = desk_over(theme, window, tmp_path / "preferences.json")
    page = window.show_page(PageKey.PREFERENCES)
    assert isinstance(page, PreferencesPage)
    window.sides.panel_switched.emit(False)

    page.scheme.cards[Scheme.DARK.value].click()

    assert not desk.preferences.is_panel_open


def test_the_page_follows_the_keys(theme: Theme, window: MainWindow, tmp_path: Path) -> None:
    desk = desk_over(theme, window, tmp_path / "preferences.json")
    page = window.show_page(PageKey.PREFERENCES)
    assert isinstance(page, PreferencesPage)

    window.text_size.chosen.emit(200)

    assert desk.preferences.text_size == 200
    assert page.text_size.selection == ("200",)


def test_the_look_is_chosen_in_the_rail_of_any_page(
    theme: Theme, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "preferences.json"
    desk_over(theme, window, path)
    page = window.show_page(PageKey.PREFERENCES)
    assert isinstance(page, PreferencesPage)

    choose(window.rail.colours, "Dark")
    choose(window.rail.colours, "High contrast")
    choose(window.rail.text_size, "150 %")

    assert theme.colours.is_dark
    qtbot.waitUntil(lambda: theme.metrics.text_size == 150)
    kept = PreferenceFile(path).load()
    assert (kept.scheme, kept.contrast, kept.text_size) == (Scheme.DARK, Contrast.HIGH, 150)
    assert page.scheme.selection == ("dark",)

    choose(window.rail.colours, "High contrast")
    assert PreferenceFile(path).load().contrast is Contrast.STANDARD


def test_a_size_of_text_that_keys_made_is_ticked_in_its_place(
    theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    desk_over(theme, window, tmp_path / "preferences.json")
    window.text_size.chosen.emit(110)

    window.rail.text_size.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()

    ticked = [each.text() for each in menu.actions() if each.isChecked()]
    assert ticked == ["110 %"]
    assert [each.text() for each in menu.actions()][:3] == ["100 %", "110 %", "125 %"]


ALIKE = "While contrast is high, light and dark look the same."


def test_it_is_said_where_light_and_dark_are_chosen_that_high_contrast_holds(
    theme: Theme, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(settings_desk, "announce", lambda _widget, words: said.append(words))
    desk_over(theme, window, tmp_path / "preferences.json")
    assert ALIKE not in offered(window.rail.colours)
    choose(window.rail.colours, "Light")
    assert said[-1] == "Light"

    choose(window.rail.colours, "High contrast")

    assert ALIKE in offered(window.rail.colours)
    choose(window.rail.colours, "Dark")
    assert said[-1] == f"Dark. {ALIKE}"


def offered(button: QPushButton) -> list[str]:
    """Return what the menu of a button says."""
    button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return [each.text() for each in menu.actions()]


def choose(button: QPushButton, words: str) -> None:
    """Open the menu of a button and choose the entry with these words."""
    button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (wanted,) = (each for each in menu.actions() if each.text() == words)
    is_chosen = wanted.isChecked()
    wanted.trigger()
    menu.close()
    assert wanted.isChecked() is not is_chosen


def test_the_window_opens_where_it_was_closed(
    theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "preferences.json"
    desk_over(theme, window, path, Preferences(window=(20, 30, 700, 560))).restore_window()
    assert window.geometry().getRect() == (20, 30, 700, 560)

    window.setGeometry(40, 50, 800, 600)
    window.closing.emit()

    assert PreferenceFile(path).load().window == (40, 50, 800, 600)


def test_a_maximised_window_stays_so(theme: Theme, window: MainWindow, tmp_path: Path) -> None:
    desk = desk_over(theme, window, tmp_path / "preferences.json", Preferences(is_maximised=True))

    desk.restore_window()

    assert window.isMaximized()


def test_preferences_that_cannot_be_read_are_mentioned(
    theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "preferences.json"
    path.write_text("[]", encoding="utf-8")
    kept = PreferenceFile(path)
    desk = serving(theme, window, kept, kept.load())

    desk.restore_window()

    assert "could not be read" in window.notice.message


def test_preferences_that_cannot_be_kept_are_mentioned(
    theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    desk = desk_over(theme, window, tmp_path / "file" / "preferences.json")

    window.sides.panel_switched.emit(False)

    assert "could not be saved" in window.notice.message
    assert not desk.preferences.is_panel_open


def test_a_folder_opens_in_the_systems_own_program(
    theme: Theme, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    desk_over(theme, window, tmp_path / "preferences.json")
    page = window.show_page(PageKey.PREFERENCES)
    assert isinstance(page, PreferencesPage)

    page.folder_wanted.emit(tmp_path)

    assert opened == [str(tmp_path)]
    assert page.findChildren(QLabel)


@pytest.mark.parametrize("has_room", [True, False])
def test_a_first_window_fills_a_screen_that_is_too_small_for_it(
    theme: Theme,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    has_room: bool,
) -> None:
    monkeypatch.setattr(MainWindow, "has_room", lambda _window: has_room)

    desk_over(theme, window, tmp_path / "preferences.json").restore_window()

    assert window.isMaximized() is not has_room
