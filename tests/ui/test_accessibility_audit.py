"""Every screen of the real program, as a screen reader, a keyboard and large text meet it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.audit import (
    called,
    faults_of_contrast,
    faults_of_headings,
    faults_of_names,
    faults_of_room,
    faults_of_tab_order,
)
from tests.support.screens import BEFORE_A_PLAN, WITH_A_PLAN, Guide, Screen, running_program
from ui.main_window import MainWindow
from ui.theme.theme import Contrast, Scheme
from ui.widgets.text import Heading

THEMES = {
    "light": (Scheme.LIGHT, Contrast.STANDARD, 4.5),
    "dark": (Scheme.DARK, Contrast.STANDARD, 4.5),
    "high contrast": (Scheme.DARK, Contrast.HIGH, 7.0),
}
SCREENS = BEFORE_A_PLAN + WITH_A_PLAN
AT_A_PLACE = {"questions", "questions-why", "advice-finding", "evidence-entry"}


@pytest.fixture(scope="module")
def new_home(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program of somebody who has no plan yet."""
    yield from _started(qapp, tmp_path_factory)


@pytest.fixture(scope="module")
def with_plans(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The program with all examples at Home and one of them open."""
    for guide in _started(qapp, tmp_path_factory):
        guide.start_from_example()
        yield guide


def _started(qapp: QApplication, folders: pytest.TempPathFactory) -> Iterator[Guide]:
    folder = folders.mktemp("audit")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(folder))
        # As when a screen reader runs: Qt then asks for names while widgets are being made.
        QAccessible.setActive(True)
        with running_program(qapp, folder / "plans.db") as guide:
            yield guide


@pytest.fixture(scope="module", params=SCREENS, ids=lambda screen: screen.name)
def shown(request: pytest.FixtureRequest) -> Iterator[tuple[Guide, Screen]]:
    """The program at one screen, in the light theme, at 100 per cent, in a large window."""
    screen: Screen = request.param
    guide: Guide = request.getfixturevalue("new_home" if screen in BEFORE_A_PLAN else "with_plans")
    _usual(guide)
    screen.show(guide)
    guide.settle()
    yield guide, screen
    guide.close_dialogs()


@pytest.fixture
def window(shown: tuple[Guide, Screen]) -> Iterator[QWidget]:
    """The window of the screen: the main window, or the dialog over it."""
    guide, screen = shown
    yield guide.dialogs()[-1] if screen.is_dialog else guide.program.window
    _usual(guide)


def _usual(guide: Guide) -> None:
    theme = guide.program.room.theme
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.choose(scheme=Scheme.LIGHT, contrast=Contrast.STANDARD)
    theme.set_text_size(100)
    guide.program.window.resize(1280, 800)
    guide.settle()


def test_the_keyboard_is_at_the_heading_of_a_new_page(
    shown: tuple[Guide, Screen], window: QWidget
) -> None:
    guide, screen = shown
    focus = QApplication.focusWidget()
    assert focus is not None
    if screen.is_dialog:
        assert focus.window() is window
    else:
        assert guide.page.isAncestorOf(focus)
    if not screen.is_dialog and screen.name not in AT_A_PLACE:
        assert isinstance(focus, Heading), called(focus)
        assert focus.level == 1


def test_every_control_has_a_role_and_a_name_of_its_own(window: QWidget) -> None:
    assert faults_of_names(window) == []


def test_headings_tell_the_build_of_a_page(shown: tuple[Guide, Screen], window: QWidget) -> None:
    guide, screen = shown
    assert faults_of_headings(window if screen.is_dialog else guide.page) == []


def test_tab_reaches_every_control_and_comes_round(window: QWidget) -> None:
    assert faults_of_tab_order(window) == []


def test_nothing_is_cut_off_at_200_per_cent_in_a_small_window(
    shown: tuple[Guide, Screen], window: QWidget
) -> None:
    guide, _ = shown
    main = guide.program.window
    main.resize(1024, 700)
    guide.program.room.theme.set_text_size(200)
    guide.settle()
    assert (main.width(), main.height()) == (1024, 700)
    assert faults_of_room(window) == []


def test_nothing_is_cut_off_from_right_to_left(
    shown: tuple[Guide, Screen], window: QWidget
) -> None:
    guide, _ = shown
    main = guide.program.window
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    guide.settle()
    assert (main.width(), main.height()) == (1280, 800)
    assert main.rail.mapTo(main, main.rail.rect().center()).x() > main.width() / 2
    assert faults_of_room(window) == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_their_ground(
    shown: tuple[Guide, Screen], window: QWidget, theme: str
) -> None:
    guide, _ = shown
    scheme, contrast, least = THEMES[theme]
    guide.program.room.theme.choose(scheme=scheme, contrast=contrast)
    guide.settle()
    assert faults_of_contrast(window, least) == []


def test_a_closed_dialog_gives_the_keyboard_back(new_home: Guide) -> None:
    _usual(new_home)
    new_home.go("home")
    main: MainWindow = new_home.program.window
    button = new_home.program.home.new
    button.setFocus()
    button.click()
    new_home.settle()
    new_home.close_dialogs()
    assert QApplication.focusWidget() is button
    assert main.isActiveWindow()
