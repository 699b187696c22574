"""Where things stand in rows that wrap."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """Something to be placed, no wider than the room."""

    width: int
    height: int


class Place(NamedTuple):
    """Where something stands."""

    left: int
    top: int
    width: int
    height: int


def in_rows(
    pieces: Sequence[Piece], room: int, gap: int, *, is_leftward: bool = False
) -> tuple[list[Place], int]:
    """Place as many to a row as fit, centred in their rows; return the height of all, too."""
    places: list[Place] = []
    row: list[Place] = []
    x, y, high = 0, 0, 0
    for width, height in pieces:
        if x and x + width > room:
            places += _centred(row, high)
            x, y, high, row = 0, y + high + gap, 0, []
        row.append(Place(room - x - width if is_leftward else x, y, width, height))
        x, high = x + width + gap, max(high, height)
    return [*places, *_centred(row, high)], y + high


def _centred(row: Sequence[Place], high: int) -> list[Place]:
    return [place._replace(top=place.top + (high - place.height) // 2) for place in row]


def in_columns(heights: Sequence[int], count: int, gap: int) -> list[int]:
    """Return the column of each piece: read down one column, then the next, the highest lowest."""
    low, high = max(heights, default=0), sum(heights) + gap * len(heights)
    while low < high:
        middle = (low + high) // 2
        if max(_filled(heights, middle, gap), default=0) < count:
            high = middle
        else:
            low = middle + 1
    return _filled(heights, low, gap)


def _filled(heights: Sequence[int], room: int, gap: int) -> list[int]:
    """Fill columns of one height from the first on."""
    columns: list[int] = []
    column, used = 0, 0
    for height in heights:
        if used and used + gap + height > room:
            column, used = column + 1, 0
        used += height + (gap if used else 0)
        columns.append(column)
    return columns
