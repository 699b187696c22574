from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme.colours import Contrast, Scheme
from ui.theme.glyphs import Glyph
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ButtonKind, IconButton


@pytest.mark.parametrize("kind", ButtonKind)
def test_the_focus_can_be_seen(
    theme: Theme, show: Callable[[QWidget], None], kind: ButtonKind
) -> None:
    button = Button(theme, "Continue", kind=kind)
    show(button)

    button.setFocus()

    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name() == theme.colours.focus


def test_a_button_grows_with_its_text(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Go to the list of questions", glyph=Glyph.SAVE)
    qtbot.addWidget(button)
    before = button.sizeHint()

    theme.set_text_size(200)

    assert button.sizeHint().width() > 1.7 * before.width()
    assert button.sizeHint().height() > 1.7 * before.height()


def test_what_can_be_pressed_is_large_enough_to_hit(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, Glyph.X, name="Dismiss")
    qtbot.addWidget(button)

    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_a_button_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Continue", kind=ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    light = button.grab().toImage().pixelColor(20, 10).name()

    theme.choose(scheme=Scheme.DARK, contrast=Contrast.STANDARD)

    dark = button.grab().toImage().pixelColor(20, 10).name()
    assert (light, dark) == ("#0b6463", "#62d2c2")


def test_the_icon_changes_sides_with_the_direction_of_the_text(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Continue", trailing=Glyph.CHEVRON_RIGHT)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    to_the_right = button.grab().toImage()

    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert button.grab().toImage() != to_the_right


def test_a_button_that_cannot_be_pressed_looks_so(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Back")
    qtbot.addWidget(button)
    before = button.grab().toImage()

    button.setEnabled(False)

    assert button.grab().toImage() != before
    assert button.cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("is_leftward", [False, True])
def test_a_button_begins_where_the_words_above_it_begin(
    theme: Theme, qtbot: QtBot, is_leftward: bool
) -> None:
    button = Button(theme, "Continue", kind=ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    if is_leftward:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    edge = image.width() - 1 if is_leftward else 0

    assert image.pixelColor(edge, image.height() // 2).name() == theme.colours.accent
