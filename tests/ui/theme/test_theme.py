from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.colours import DARK, HIGH_CONTRAST, LIGHT, THEMES, Contrast, Scheme
from ui.theme.fonts import WINDOW_FAMILY
from ui.theme.metrics import Metrics, TextRole
from ui.theme.palette import palette
from ui.theme.theme import Theme

CONTROLS = Path(__file__).parents[3] / "resources" / "icons" / "controls"


@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Scheme.LIGHT, Contrast.STANDARD, LIGHT),
        (Scheme.DARK, Contrast.STANDARD, DARK),
        (Scheme.LIGHT, Contrast.HIGH, HIGH_CONTRAST),
        (Scheme.DARK, Contrast.HIGH, HIGH_CONTRAST),
    ],
)
def test_the_chosen_colours_are_worn(
    theme: Theme, scheme: Scheme, contrast: Contrast, expected: object
) -> None:
    theme.choose(scheme=scheme, contrast=contrast)

    assert theme.colours is expected


def test_the_system_is_followed_until_a_person_chooses(theme: Theme) -> None:
    hints = QGuiApplication.styleHints()

    theme.choose(scheme=Scheme.SYSTEM, contrast=Contrast.SYSTEM)

    assert theme.colours in THEMES
    assert (theme.colours is DARK) == (hints.colorScheme().name == "Dark")


def test_a_styled_window_changes_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.style(window)
    window.show()
    before = window.styleSheet()

    with qtbot.waitSignal(theme.changed):
        theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)

    assert window.styleSheet() != before
    assert window.palette().color(QPalette.ColorRole.Window).name() == DARK.page


def test_what_is_hidden_gets_the_new_look_when_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    theme.style(page)
    before = page.styleSheet()

    theme.set_text_size(150)
    hidden = page.styleSheet()
    page.show()

    assert hidden == before
    assert page.styleSheet() == theme.sheet() != before


def test_a_dialog_that_is_gone_is_left_alone(theme: Theme, qapp: QApplication) -> None:
    dialog = QDialog()
    theme.style(dialog)
    dialog.deleteLater()
    qapp.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)

    theme.set_text_size(150)

    assert theme.metrics.text_size == 150


def test_choosing_the_same_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(scheme=Scheme.LIGHT, contrast=Contrast.STANDARD)
        theme.set_text_size(100)


@pytest.mark.parametrize(("asked", "given"), [(90, 100), (140, 140), (900, 200)])
def test_the_text_size_stays_within_bounds(theme: Theme, asked: int, given: int) -> None:
    theme.set_text_size(asked)

    assert theme.metrics.text_size == given


@pytest.mark.parametrize("role", TextRole)
def test_text_at_two_hundred_per_cent_is_twice_as_high(role: TextRole) -> None:
    small, large = Metrics(text_size=100), Metrics(text_size=200)

    assert large.text_px(role) == pytest.approx(2 * small.text_px(role), abs=1)


def test_breakpoints_move_with_the_text(theme: Theme) -> None:
    assert not Metrics(text_size=100).is_narrow(1280)
    assert Metrics(text_size=200).is_narrow(1280)


def test_the_shipped_font_is_used_in_its_weights(theme: Theme) -> None:
    assert theme.missing_fonts == ()
    for role in TextRole:
        info = QFontInfo(theme.font(role))
        assert info.family() == WINDOW_FAMILY
        assert info.weight() == QFont.Weight(theme.metrics.weight(role))


def test_the_fonts_of_other_scripts_load_afterwards(theme: Theme) -> None:
    theme.load_other_scripts()

    assert theme.missing_fonts == ()


@pytest.mark.parametrize("colours", THEMES, ids=lambda colours: colours.name)
def test_no_role_of_the_palette_is_left_to_the_system(
    colours: object, theme: Theme, every_colour: Callable[[object], set[str]]
) -> None:
    made = palette(colours)  # type: ignore[arg-type]

    used = {
        made.color(QPalette.ColorGroup.Active, role).name()
        for role in QPalette.ColorRole
        if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    }

    assert used <= every_colour(colours)


@pytest.fixture
def every_colour() -> Callable[[object], set[str]]:
    """The values of all roles of a theme."""

    def values(colours: object) -> set[str]:
        names = (name for name in type(colours).__slots__ if name != "tones")  # type: ignore[attr-defined]
        return {value for name in names if isinstance(value := getattr(colours, name), str)}

    return values


@pytest.mark.parametrize("colours", THEMES, ids=lambda colours: colours.name)
def test_the_pictures_in_the_sheet_exist_in_the_colours_of_the_theme(
    theme: Theme, colours: object
) -> None:
    name = colours.name  # type: ignore[attr-defined]
    for picture in ("down", "up", "left", "right"):
        drawn = (CONTROLS / name / f"{picture}.svg").read_text(encoding="utf-8")
        assert f'stroke="{colours.ink}"' in drawn  # type: ignore[attr-defined]
    for picture in ("check", "dash"):
        drawn = (CONTROLS / name / f"{picture}.svg").read_text(encoding="utf-8")
        assert f'stroke="{colours.on_accent}"' in drawn  # type: ignore[attr-defined]


def test_every_picture_the_sheet_names_is_there(theme: Theme) -> None:
    named = [part.split('")')[0] for part in theme.sheet().split('url("')[1:]]

    assert named
    assert [path for path in named if not Path(path).is_file()] == []


def test_the_sheet_names_no_colour_outside_the_theme(
    theme: Theme, every_colour: Callable[[object], set[str]]
) -> None:
    known = every_colour(LIGHT)
    for tone in LIGHT.tones.values():
        known |= {tone.ink, tone.soft, tone.edge}

    used = {f"#{part[:6]}" for part in theme.sheet().split("#")[1:] if not part.startswith("qt_")}

    assert used <= known
