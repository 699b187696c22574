"""Where the boxes and lines of a chain picture lie. Plain numbers, no window.

Mechanism and outcome of one finding share a row. Contexts are ordered by the rows that they
lead to, which keeps crossings few, and are spread over the height of the rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ui.chain.story import Chain, Node


@dataclass(frozen=True, slots=True)
class Place:
    """Where a box lies, in logical pixels from the upper left of the picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> float:
        """The height at which lines meet the box."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """The places of all boxes and what the picture needs in all.

    ``is_stacked``: the columns lie under one another, since three do not fit beside.
    """

    places: Mapping[str, Place]
    height: int
    column_width: int
    column_lefts: tuple[int, ...]
    column_tops: tuple[int, ...]
    is_stacked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What there is to place boxes in."""

    width: int
    gap_across: int
    gap_down: int
    heading: int
    least_column: int


HeightOf = Callable[[Node, int], int]


def place(chain: Chain, room: Room, height_of: HeightOf) -> Placing:
    """Lay out a chain; ``height_of(node, width)`` says how high a box is at a width."""
    column = (room.width - 2 * room.gap_across) // 3
    if column < room.least_column:
        return _stacked(chain, room, height_of)
    return _beside(chain, room, column, height_of)


def ordered_contexts(chain: Chain) -> tuple[Node, ...]:
    """Return the contexts by the middle of the rows that they lead to."""
    row = {node.id: index for index, node in enumerate(chain.mechanisms)}
    rows: dict[str, list[int]] = {node.id: [] for node in chain.contexts}
    for link in chain.links:
        if link.start in rows:
            rows[link.start].append(row[link.end])
    return tuple(sorted(chain.contexts, key=lambda node: sum(rows[node.id]) / len(rows[node.id])))


def _beside(chain: Chain, room: Room, column: int, height_of: HeightOf) -> Placing:
    step = column + room.gap_across
    places: dict[str, Place] = {}
    rows_end = _place_rows(chain, room, (column, step), height_of, places)
    contexts = ordered_contexts(chain)
    heights = [height_of(node, column) for node in contexts]
    tops = _spread(heights, room.heading, rows_end, room.gap_down)
    for node, top, height in zip(contexts, tops, heights, strict=True):
        places[node.id] = Place(0, top, column, height)
    end = max((place.top + place.height for place in places.values()), default=room.heading)
    return Placing(
        places=places,
        height=end,
        column_width=column,
        column_lefts=(0, step, 2 * step),
        column_tops=(0, 0, 0),
        is_stacked=False,
    )


def _place_rows(
    chain: Chain,
    room: Room,
    columns: tuple[int, int],
    height_of: HeightOf,
    places: dict[str, Place],
) -> int:
    column, step = columns
    top = room.heading
    for mechanism, outcome in zip(chain.mechanisms, chain.outcomes, strict=True):
        height = max(height_of(mechanism, column), height_of(outcome, column))
        places[mechanism.id] = Place(step, top, column, height)
        places[outcome.id] = Place(2 * step, top, column, height)
        top += height + room.gap_down
    return top - room.gap_down


def _spread(heights: Sequence[int], top: int, bottom: int, gap: int) -> list[int]:
    """Return the tops of boxes that fill the height evenly, never closer than the gap."""
    if not heights:
        return []
    spare = bottom - top - sum(heights)
    between = max(gap, spare // max(1, len(heights) - 1)) if len(heights) > 1 else 0
    start = top if len(heights) > 1 else top + max(0, spare // 2)
    tops = [start]
    for height in heights[:-1]:
        tops.append(tops[-1] + height + between)
    return tops


def _stacked(chain: Chain, room: Room, height_of: HeightOf) -> Placing:
    places: dict[str, Place] = {}
    tops = []
    top = 0
    for column in (ordered_contexts(chain), chain.mechanisms, chain.outcomes):
        tops.append(top)
        top += room.heading
        for node in column:
            height = height_of(node, room.width)
            places[node.id] = Place(0, top, room.width, height)
            top += height + room.gap_down
        top += room.gap_down
    return Placing(
        places=places,
        height=top,
        column_width=room.width,
        column_lefts=(0, 0, 0),
        column_tops=tuple(tops),
        is_stacked=True,
    )
