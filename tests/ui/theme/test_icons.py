import ctypes
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage
from pytestqt.qtbot import QtBot

from ui.theme.glyphs import Glyph
from ui.theme.icons import MOST_KEPT, Icons


class Counts(ctypes.Structure):
    """What glibc's ``mallinfo2`` returns."""

    _fields_ = (("all", ctypes.c_size_t * 10),)


FOLDER = Path(__file__).parents[3] / "resources" / "icons"


@pytest.fixture
def icons(qtbot: QtBot) -> Icons:
    return Icons(FOLDER)


@pytest.mark.parametrize("glyph", Glyph)
def test_an_icon_is_painted_in_the_colour_asked_for(icons: Icons, glyph: Glyph) -> None:
    image = icons.pixmap(glyph, "#a3202c", 48).toImage()

    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }

    assert seen == {"#a3202c"}


def test_an_icon_is_sharp_on_a_dense_screen(icons: Icons) -> None:
    dense = icons.pixmap(Glyph.CHECK, "#000000", 20, ratio=2.0)

    assert dense.width() == 40
    assert dense.deviceIndependentSize().width() == 20


def test_arrows_turn_round_for_text_from_the_right(icons: Icons) -> None:
    onward = icons.pixmap(Glyph.CHEVRON_RIGHT, "#000000", 24).toImage()
    turned = icons.pixmap(Glyph.CHEVRON_RIGHT, "#000000", 24, mirrored=True).toImage()

    assert inked(turned) == inked(onward.flipped(Qt.Orientation.Horizontal))
    assert inked(turned) != inked(onward)


def test_what_points_nowhere_stays_as_it_is(icons: Icons) -> None:
    plain = icons.pixmap(Glyph.CHECK, "#000000", 24).toImage()

    assert icons.pixmap(Glyph.CHECK, "#000000", 24, mirrored=True).toImage() == plain


def test_every_text_size_adds_icons_and_only_the_last_are_kept(icons: Icons) -> None:
    first, *_others, last = (
        icons.pixmap(Glyph.CHECK, "#000000", size) for size in range(1, MOST_KEPT + 2)
    )

    assert icons.pixmap(Glyph.CHECK, "#000000", last.width()) is last
    assert icons.pixmap(Glyph.CHECK, "#000000", first.width()) is not first


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="only new glibc tells")
def test_an_icon_takes_little_more_than_its_points(icons: Icons) -> None:
    colours = [f"#{number:06x}" for number in range(MOST_KEPT)]
    icons.pixmap(Glyph.CHECK, "#ffffff", 24)
    before = taken()

    for colour in colours:
        icons.pixmap(Glyph.CHECK, colour, 24)

    assert (taken() - before) / len(colours) < 4000


def taken() -> int:
    """Return how many bytes are taken, as glibc counts them."""
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = Counts
    return int(libc.mallinfo2().all[7])


def test_a_native_icon_has_its_modes(icons: Icons) -> None:
    icon = icons.icon(Glyph.X, {QIcon.Mode.Normal: "#000000", QIcon.Mode.Disabled: "#888888"}, 16)

    assert not icon.isNull()
    assert icon.actualSize(icon.availableSizes()[0]).width() == 16


def inked(image: QImage) -> set[tuple[int, int]]:
    """The pixels that are clearly drawn."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 150}
