"""Where things stand in rows that wrap."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """Something to be placed: the width it would like, and its height at a width."""

    width: int
    height_at: Callable[[int], int]


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
    for piece in pieces:
        width = min(piece.width, room)
        if x and x + width > room:
            places += _centred(row, high)
            x, y, high, row = 0, y + high + gap, 0, []
        height = piece.height_at(width)
        row.append(Place(room - x - width if is_leftward else x, y, width, height))
        x, high = x + width + gap, max(high, height)
    return [*places, *_centred(row, high)], y + high


def _centred(row: Sequence[Place], high: int) -> list[Place]:
    return [place._replace(top=place.top + (high - place.height) // 2) for place in row]
