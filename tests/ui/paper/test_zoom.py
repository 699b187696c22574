import pytest

from ui.paper.zoom import LEAST, MOST, Fit, Room, Zoom

PORTRAIT = 297 / 210
NARROW = Room(width=640, height=500, gap=14, ratio=PORTRAIT)
WIDE = Room(width=1200, height=900, gap=14, ratio=PORTRAIT)


def test_a_page_fills_the_width_or_is_seen_whole() -> None:
    assert Zoom().width_in(NARROW, 4) == 640 - 2 * 14
    assert Zoom(fits=Fit.PAGE).width_in(NARROW, 4) == round((500 - 2 * 14) / PORTRAIT)


@pytest.mark.parametrize(
    ("room", "pages", "columns"),
    [
        (WIDE, 4, 2),
        (WIDE, 1, 1),
        (NARROW, 4, 1),
        (Room(width=1200, height=900, gap=14, ratio=1 / PORTRAIT), 4, 1),
        (Room(width=1200, height=900, gap=14, ratio=PORTRAIT, scale=2.0), 4, 1),
    ],
)
def test_two_pages_stand_side_by_side_where_both_can_be_read(
    room: Room, pages: int, columns: int
) -> None:
    assert room.columns(pages) == columns
    assert Zoom().width_in(room, pages) <= (room.width - (columns + 1) * room.gap) / columns


@pytest.mark.parametrize(("steps", "width"), [(-1, LEAST), (1, MOST)])
def test_zooming_ends_where_it_ends(steps: int, width: int) -> None:
    zoom = Zoom()
    for _step in range(12):
        zoom = zoom.by(steps, zoom.width_in(NARROW, 1))

    assert zoom.width_in(NARROW, 1) == width


def test_a_page_is_never_too_small_to_be_seen() -> None:
    assert Zoom(fits=Fit.PAGE).width_in(Room(width=300, height=90, gap=14, ratio=1.4), 1) == LEAST
