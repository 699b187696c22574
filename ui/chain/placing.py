"""Where the boxes and lines of a chain picture lie. Plain numbers, no window.

Mechanism and outcome of one finding share a row. Contexts are ordered by the rows that they
lead to, which keeps crossings few, and are spread over the height of the rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from advisor.telling.chain import Chain, Node


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
class Space:
    """What there is to place boxes in."""

    width: int
    gap_across: int
    gap_down: int
    heading: int
    least_column: int


HeightOf = Callable[[Node, int], int]


def place(chain: Chain, space: Space, height_of: HeightOf) -> Placing:
    """Lay out a chain; ``height_of(node, width)`` says how high a box is at a width."""
    column = (space.width - 2 * space.gap_across) // 3
    if column < space.least_column:
        return _stacked(chain, space, height_of)
    return _beside(chain, space, column, height_of)


def ordered_contexts(chain: Chain) -> tuple[Node, ...]:
    """Return the contexts by the middle of the rows that they lead to."""
    row = {node.id: index for index, node in enumerate(chain.mechanisms)}
    rows: dict[str, list[int]] = {node.id: [] for node in chain.contexts}
    for link in chain.links:
        if link.start in rows:
            rows[link.start].append(row[link.end])
    return tuple(sorted(chain.contexts, key=lambda node: sum(rows[node.id]) / len(rows[node.id])))


def _beside(chain: Chain, space: Space, column: int, height_of: HeightOf) -> Placing:
    step = column + space.gap_across
    lefts = (0, step, 2 * step)
    contexts = ordered_contexts(chain)
    context_heights = [height_of(node, column) for node in contexts]
    row_heights = [
        max(height_of(mechanism, column), height_of(outcome, column))
        for mechanism, outcome in zip(chain.mechanisms, chain.outcomes, strict=True)
    ]
    end = space.heading + max(_needed(context_heights, space), _needed(row_heights, space))
    places = {}
    for node, top, height in zip(
        contexts, _spread(context_heights, space, end), context_heights, strict=True
    ):
        places[node.id] = Place(lefts[0], top, column, height)
    row_tops = _spread(row_heights, space, end)
    for nodes, left in ((chain.mechanisms, lefts[1]), (chain.outcomes, lefts[2])):
        for node, top, height in zip(nodes, row_tops, row_heights, strict=True):
            places[node.id] = Place(left, top, column, height)
    return Placing(
        places=places,
        height=end,
        column_width=column,
        column_lefts=lefts,
        column_tops=(0, 0, 0),
        is_stacked=False,
    )


def _needed(heights: Sequence[int], space: Space) -> int:
    return sum(heights) + space.gap_down * max(0, len(heights) - 1)


def _spread(heights: Sequence[int], space: Space, end: int) -> list[int]:
    """Return the tops of boxes that fill the height evenly; a single one is in the middle."""
    spare = end - space.heading - sum(heights)
    if len(heights) == 1:
        return [space.heading + spare // 2]
    tops, top = [], float(space.heading)
    for height in heights:
        tops.append(round(top))
        top += height + spare / (len(heights) - 1)
    return tops


def _stacked(chain: Chain, space: Space, height_of: HeightOf) -> Placing:
    places: dict[str, Place] = {}
    tops = []
    top = 0
    for column in (ordered_contexts(chain), chain.mechanisms, chain.outcomes):
        tops.append(top)
        top += space.heading
        for node in column:
            height = height_of(node, space.width)
            places[node.id] = Place(0, top, space.width, height)
            top += height + space.gap_down
        top += space.gap_down
    return Placing(
        places=places,
        height=top,
        column_width=space.width,
        column_lefts=(0, 0, 0),
        column_tops=tuple(tops),
        is_stacked=True,
    )
