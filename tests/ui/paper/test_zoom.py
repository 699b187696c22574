import pytest

from ui.paper.zoom import FIRST_WIDTH, PAGE_WIDTHS, Zoom


def test_a_page_begins_at_its_usual_width_and_can_be_smaller_or_larger() -> None:
    first = Zoom()

    assert first.width == FIRST_WIDTH
    assert first.can_shrink
    assert first.can_grow
    assert first.by(-1).width < first.width < first.by(1).width


@pytest.mark.parametrize(
    ("steps", "width", "can_shrink", "can_grow"),
    [(-1, PAGE_WIDTHS[0], False, True), (1, PAGE_WIDTHS[-1], True, False)],
)
def test_zooming_ends_where_it_ends(
    steps: int, width: int, can_shrink: bool, can_grow: bool
) -> None:
    zoom = Zoom()
    for _ in range(9):
        zoom = zoom.by(steps)

    assert (zoom.width, zoom.can_shrink, zoom.can_grow) == (width, can_shrink, can_grow)
