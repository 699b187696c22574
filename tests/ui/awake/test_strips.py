"""A picture of a page is cut into strips that are that page, put together."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from ui.awake.printing import unpacked
from ui.awake.strips import Strip, in_strips

WIDTH, SHARED = 60, 2
LONG = 1000
FORMATS = (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32, QImage.Format.Format_Grayscale8)


def pictured(rows: Sequence[int], form: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    """Return a picture with rows of some looks; 0 is white."""
    picture = QImage(WIDTH, len(rows), form)
    picture.fill(QColor("white"))
    for row, look in enumerate(rows):
        for at in range(look, WIDTH * min(1, look), look + 1):
            picture.setPixelColor(at, row, QColor(7 * look, 40 * (at % 5), row % 200))
    return picture


def packed(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(picture)
    return bytes(buffer.data().data())


def rows_of(picture: QImage) -> list[bytes]:
    bits, wide = picture.constBits(), picture.bytesPerLine()
    return [bytes(bits[row * wide : (row + 1) * wide]) for row in range(picture.height())]


def faults(picture: QImage, strips: Sequence[Strip]) -> list[str]:
    """Return where strips are not the picture, or leave out or repeat too much of it."""
    wanted, found, said = rows_of(picture), 0, list[str]()
    for strip in strips:
        rows = rows_of(unpacked(strip.png))
        if strip.top and found - strip.top != SHARED:
            said.append(f"the strip at {strip.top} follows one that ends at {found}")
        if rows != wanted[strip.top : strip.top + len(rows)]:
            said.append(f"the strip at {strip.top} is not the picture")
        found = strip.top + len(rows)
    return said if found == len(wanted) else [*said, f"{found} of {len(wanted)} rows"]


@pytest.mark.parametrize("form", FORMATS)
def test_lines_of_text_are_cut_apart_where_nothing_is_written(form: QImage.Format) -> None:
    written = [row % 40 < 24 for row in range(LONG)]
    picture = pictured([row % 7 + 1 if written[row] else 0 for row in range(LONG)], form)

    strips = in_strips(packed(picture))

    assert faults(picture, strips) == []
    assert {(strip.width, strip.height) for strip in strips} == {(WIDTH, LONG)}
    assert len(strips) >= 5
    for strip in strips[1:]:
        assert not any(written[strip.top - SHARED : strip.top + SHARED])


def test_an_empty_page_is_cut_too() -> None:
    picture = pictured([0] * LONG)

    strips = in_strips(packed(picture))

    assert faults(picture, strips) == []
    assert len(strips) >= 5


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 120)), min_size=1, max_size=12))
def test_any_picture_stays_the_same(parts: list[tuple[int, int]]) -> None:
    picture = pictured([look for look, often in parts for _row in range(often)])

    assert faults(picture, in_strips(packed(picture))) == []


def test_what_comes_in_several_passes_stays_whole() -> None:
    png = packed(pictured([0] * LONG))
    in_passes = png[:28] + b"\1" + png[29:]

    assert in_strips(in_passes) == (Strip(0, WIDTH, LONG, in_passes),)
