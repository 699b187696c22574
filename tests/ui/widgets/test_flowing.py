import pytest

from ui.widgets.flowing import Piece, in_columns, in_rows

FOUR = [Piece(100, 20)] * 4


@pytest.mark.parametrize(
    ("width", "is_leftward", "corners"),
    [
        pytest.param(430, False, [(0, 0), (110, 0), (220, 0), (330, 0)], id="fits"),
        pytest.param(215, False, [(0, 0), (110, 0), (0, 30), (110, 30)], id="wraps"),
        pytest.param(
            215, True, [(115, 0), (5, 0), (115, 30), (5, 30)], id="begins where reading begins"
        ),
    ],
)
def test_a_flow_fills_its_rows_in_reading_order(
    width: int, is_leftward: bool, corners: list[tuple[int, int]]
) -> None:
    places, _high = in_rows(FOUR, width, 10, is_leftward=is_leftward)

    assert [(place.left, place.top) for place in places] == corners


@pytest.mark.parametrize(("width", "high"), [(430, 20), (215, 50), (100, 110)])
def test_the_height_is_that_of_all_rows(width: int, high: int) -> None:
    assert in_rows(FOUR, width, 10)[1] == high


def test_nothing_takes_no_room() -> None:
    assert in_rows([], 100, 10) == ([], 0)


def test_the_lower_stand_in_the_middle_of_their_row() -> None:
    places, high = in_rows([Piece(50, 20), Piece(50, 40)], 200, 10)

    assert [place.top for place in places] == [10, 0]
    assert high == 40


@pytest.mark.parametrize(
    ("heights", "count", "columns"),
    [
        pytest.param([100, 20, 30, 40], 1, [0, 0, 0, 0], id="one column"),
        pytest.param([100, 20, 30, 40], 2, [0, 1, 1, 1], id="the highest alone"),
        pytest.param([40, 30, 20, 100], 2, [0, 0, 0, 1], id="read down, then on"),
        pytest.param([50] * 7, 3, [0, 0, 0, 1, 1, 1, 2], id="three"),
        pytest.param([], 2, [], id="nothing"),
    ],
)
def test_columns_are_read_down_one_after_the_other_and_none_is_higher_than_it_must_be(
    heights: list[int], count: int, columns: list[int]
) -> None:
    assert in_columns(heights, count, 10) == columns
