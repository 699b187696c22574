"""Every screen of the real program, as a screen reader, a keyboard and large text meet it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.support.audit import (
    called,
    faults_of_contrast,
    faults_of_descriptions,
    faults_of_groups,
    faults_of_headings,
    faults_of_labels,
    faults_of_long_runs,
    faults_of_names,
    faults_of_room,
    faults_of_spoken_words,
    faults_of_summaries,
    faults_of_tab_order,
    faults_of_unheard,
    seen,
    takes_tab,
)
from tests.support.screens import BEFORE_A_PLAN, WITH_A_PLAN, Guide, Screen, running_program
from tests.support.under_sheets import under_sheets
from ui.shell.main_window import MainWindow
from ui.theme.colours import Contrast, Scheme, Tone
from ui.theme.metrics import TextRole
from ui.theme.over import theme_over
from ui.widgets.current_row import SpeaksCurrent
from ui.widgets.finding import HasSearch
from ui.widgets.notice import NoticeKind
from ui.widgets.text import ERROR, MUTED, Heading, Text

LIGHT = Scheme.LIGHT, Contrast.STANDARD
THEMES = {
    "dark": ((Scheme.DARK, Contrast.STANDARD), 4.5),
    "high contrast": ((Scheme.DARK, Contrast.HIGH), 7.0),
}
SCREENS = BEFORE_A_PLAN + WITH_A_PLAN
# The heading is announced there too; then the keyboard goes on to what the page is for.
AT_A_PLACE = {
    "advice-finding",
    "evidence-entry",
    "home",
    "home-empty",
    "portfolio",
    "questions",
    "questions-why",
    "trial",
    "trial-together",
}
BESIDE_A_PAGE = {"help-sheet"}
WITH_EVERY_COLOUR = {
    *("home", "questions-why", "advice-finding", "evidence-entry", "two-answers", "trial"),
    *BESIDE_A_PAGE,
}


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
        try:
            with running_program(qapp, folder / "plans.db") as guide:
                yield guide
        finally:
            QAccessible.setActive(False)


@pytest.fixture(scope="module", params=SCREENS, ids=lambda screen: screen.name)
def shown(request: pytest.FixtureRequest) -> Iterator[tuple[Guide, Screen]]:
    """The program at one screen, in the light theme, at 100 per cent, in a large window."""
    screen: Screen = request.param
    guide: Guide = request.getfixturevalue("new_home" if screen in BEFORE_A_PLAN else "with_plans")
    if screen in WITH_A_PLAN:
        guide.close_plan_pages()
    screen.show(guide)
    guide.settle()
    yield guide, screen
    guide.close_dialogs()


@pytest.fixture
def window(shown: tuple[Guide, Screen]) -> QWidget:
    """The window of the screen: the main window, or the dialog over it."""
    return _window(*shown)


@pytest.fixture
def usual(shown: tuple[Guide, Screen]) -> Iterator[None]:
    """Come back afterwards to the light theme, 100 per cent and a large window."""
    yield
    guide, screen = shown
    theme = guide.program.room.theme
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.choose(scheme=LIGHT[0], contrast=LIGHT[1])
    theme.set_text_size(100)
    guide.program.window.resize(1280, 800)
    _show_again(guide, screen)


def _window(guide: Guide, screen: Screen) -> QWidget:
    return guide.dialogs()[-1] if screen.is_dialog else guide.program.window


def _show_again(guide: Guide, screen: Screen) -> None:
    """Open a dialog again: it takes its size when it is opened."""
    if screen.is_dialog:
        guide.close_dialogs()
        screen.show(guide)
    guide.settle()


def test_only_what_qt_draws_stands_under_a_style_sheet(shown: tuple[Guide, Screen]) -> None:
    assert under_sheets(QApplication.allWidgets()) == []


def test_all_words_have_the_letters_of_their_role(window: QWidget) -> None:
    words = [each for each in window.findChildren(Text) if each.isVisible()]
    assert words
    for each in words:
        theme = theme_over(each)
        assert theme is not None, each.text()
        letters = each.font().pixelSize(), each.font().weight()
        role = each.role
        assert letters == (theme.metrics.text_px(role), theme.metrics.weight(role)), each.text()


@pytest.mark.usefixtures("usual")
def test_all_words_follow_another_look(shown: tuple[Guide, Screen], window: QWidget) -> None:
    guide, _screen = shown
    theme = guide.program.room.theme
    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)
    theme.set_text_size(120)
    guide.settle()

    c = theme.colours
    inks = {"": c.ink, MUTED: c.ink_muted, ERROR: c.danger}
    inks |= {tone: c.tones[tone].ink for tone in Tone}
    for each in window.findChildren(Text):
        over = theme_over(each)
        if not each.isVisible() or over is None or each.role is TextRole.EYEBROW:
            continue
        assert each.font().pixelSize() == over.metrics.text_px(each.role), each.text()
        ink = each.palette().color(QPalette.ColorRole.WindowText).name()
        assert ink == inks.get(each.tint, ink), each.text()


def test_the_keyboard_is_at_the_heading_of_a_new_page(
    shown: tuple[Guide, Screen], window: QWidget
) -> None:
    guide, screen = shown
    focus = QApplication.focusWidget()
    assert focus is not None
    if screen.is_dialog:
        assert focus.window() is window
    elif screen.name in BESIDE_A_PAGE:
        assert guide.program.window.sheet.isAncestorOf(focus)
        return
    else:
        assert guide.page.isAncestorOf(focus)
    if not screen.is_dialog and screen.name not in AT_A_PLACE:
        assert isinstance(focus, Heading), called(focus)
        assert focus.level == 1


def test_every_control_has_a_role_and_a_name_of_its_own(window: QWidget) -> None:
    assert faults_of_names(window) == []


def test_every_list_says_what_is_current_in_it_when_the_keyboard_comes(window: QWidget) -> None:
    views = [each for each in seen(window) if isinstance(each, QAbstractItemView)]
    assert [called(each) for each in views if takes_tab(each) and not _speaks(each)] == []


def _speaks(view: QAbstractItemView) -> bool:
    return view.findChild(SpeaksCurrent) is not None


def test_nothing_long_is_said_in_one_run(window: QWidget) -> None:
    assert faults_of_long_runs(window) == []


def test_nothing_is_said_twice_of_a_control(window: QWidget) -> None:
    assert faults_of_descriptions(window) == []


def test_what_is_read_on_a_button_is_in_its_name(window: QWidget) -> None:
    assert faults_of_labels(window) == []


def test_groups_say_something_and_say_it_once(window: QWidget) -> None:
    assert faults_of_groups(window) == []


def test_headings_tell_the_build_of_a_page(shown: tuple[Guide, Screen], window: QWidget) -> None:
    guide, screen = shown
    if screen.name in BESIDE_A_PAGE:
        # It may cover the page, whose heading of level 1 is not there then.
        return
    assert faults_of_headings(window if screen.is_dialog else guide.page) == []


def test_the_heading_of_a_page_is_described_by_its_summary(
    shown: tuple[Guide, Screen],
) -> None:
    guide, screen = shown
    # All words of a dialog are read when it opens.
    assert screen.is_dialog or faults_of_summaries(guide.page) == []


def test_what_the_program_explains_is_heard(shown: tuple[Guide, Screen]) -> None:
    guide, screen = shown
    # All words of a dialog are read when it opens.
    assert screen.is_dialog or faults_of_unheard(guide.page) == []


def test_nothing_is_spoken_but_words(window: QWidget) -> None:
    assert faults_of_spoken_words(window) == []


def test_tab_reaches_every_control_and_comes_round_and_nothing_covers_what_has_it(
    shown: tuple[Guide, Screen], window: QWidget
) -> None:
    guide, _screen = shown
    guide.program.room.notices.tell(NoticeKind.INFO, "It lies over the page. " * 6)
    guide.settle()
    assert faults_of_tab_order(window) == []
    guide.program.room.notices.clear()


def test_ctrl_f_finds_on_every_page(shown: tuple[Guide, Screen]) -> None:
    guide, screen = shown
    if screen.is_dialog or screen.name in BESIDE_A_PAGE:
        return
    page, finder = guide.page, guide.program.window.find_here
    title = next(
        each for each in page.findChildren(Heading) if each.level == 1 and each.isVisible()
    )
    finder.open()
    if isinstance(page, HasSearch) and page.search.isVisible():
        assert QApplication.focusWidget() is page.search.line
        return
    # What was looked for on the page before is still there.
    finder.bar.line.clear()
    finder.bar.line.setText(title.text())
    finder.go_on()
    guide.settle()
    assert finder.spots[0].widget is title
    assert faults_of_names(finder.bar) == []
    finder.close()
    guide.settle()
    assert QApplication.focusWidget() is title


def test_words_stand_out_from_their_ground(window: QWidget) -> None:
    assert faults_of_contrast(window, 4.5) == []


@pytest.mark.usefixtures("usual")
def test_nothing_is_cut_off_at_200_per_cent_in_a_small_window(shown: tuple[Guide, Screen]) -> None:
    guide, screen = shown
    main = guide.program.window
    main.resize(1024, 700)
    guide.program.room.theme.set_text_size(200)
    _show_again(guide, screen)
    assert faults_of_room(_window(guide, screen)) == []
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _show_again(guide, screen)
    assert faults_of_room(_window(guide, screen)) == []
    is_right = main.rail.mapTo(main, main.rail.rect().center()).x() > main.width() / 2
    assert is_right or not main.rail.isVisible()
    assert (main.width(), main.height()) == (1024, 700)


@pytest.mark.usefixtures("usual")
@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_in_every_theme(shown: tuple[Guide, Screen], theme: str) -> None:
    guide, screen = shown
    if screen.name not in WITH_EVERY_COLOUR:
        return
    (scheme, contrast), least = THEMES[theme]
    guide.program.room.theme.choose(scheme=scheme, contrast=contrast)
    _show_again(guide, screen)
    assert faults_of_contrast(_window(guide, screen), least) == []


def test_a_closed_dialog_gives_the_keyboard_back(new_home: Guide) -> None:
    new_home.go("home")
    main: MainWindow = new_home.program.window
    button = new_home.program.home_page.empty.start
    button.setFocus()
    button.click()
    new_home.settle()
    new_home.close_dialogs()
    assert QApplication.focusWidget() is button
    assert main.isActiveWindow()
