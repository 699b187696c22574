"""Many conditions judged at once: one bit for each condition.

Where a bit in ``lanes`` is a way in which answers may turn out, here it is a condition. All of
them are laid over each other, part on part, and a test is looked at once for all that have it in
the same part: as long as a test takes for one condition, it takes for thousands.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from advisor.models.conditions import GROUPS, AnyOf, Condition, Not, Test
from advisor.rules.judging import CERTAIN, POSSIBLE

PlaceOf = Callable[[Test], int]
"""Says where a test stands among the columns; its opposite stands at ``~place``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """One part of all conditions: a group of each that has this part.

    ``alls`` and ``anys`` have the conditions whose group is of that kind. A group of the first
    kind fails where one of its ``needs`` does, one of the second holds where one of its ``ways``
    does; both go by the place of a test, with the conditions that have it in this part. The groups
    inside are in ``parts``.
    """

    alls: int
    anys: int
    needs: tuple[tuple[int, int], ...]
    ways: tuple[tuple[int, int], ...]
    parts: "tuple[_Layer, ...]"

    def holding(self, bounds: Sequence[int], bound: int) -> int:
        """Return the conditions whose group holds, from one of the bounds of each test."""
        failing = met = 0
        for place, conditions in self.needs:
            if not bounds[place] & bound:
                failing |= conditions
        for place, conditions in self.ways:
            if bounds[place] & bound:
                met |= conditions
        for part in self.parts:
            held = part.holding(bounds, bound)
            met |= held
            failing |= held ^ (part.alls | part.anys)
        return self.alls & ~failing | self.anys & met


@dataclass(slots=True)
class _Gathering:
    """A layer while it is gathered: the numbers of its conditions."""

    alls: list[int] = field(default_factory=list)
    anys: list[int] = field(default_factory=list)
    needs: dict[int, list[int]] = field(default_factory=dict)
    ways: dict[int, list[int]] = field(default_factory=dict)
    parts: "list[_Gathering]" = field(default_factory=list)

    def put(self, condition: Condition, number: int, place_of: PlaceOf, holds: bool) -> None:
        """Add the group that a condition is, or its opposite."""
        while isinstance(condition, Not):
            condition, holds = condition.part, not holds
        parts = condition.parts if isinstance(condition, GROUPS) else (condition,)
        is_all = isinstance(condition, AnyOf) is not holds
        (self.alls if is_all else self.anys).append(number)
        tests = self.needs if is_all else self.ways
        groups = 0
        for part in parts:
            if isinstance(part, GROUPS):
                if groups == len(self.parts):
                    self.parts.append(_Gathering())
                self.parts[groups].put(part, number, place_of, holds)
                groups += 1
            else:
                place = place_of(part)
                tests.setdefault(place if holds else ~place, []).append(number)

    def layer(self) -> _Layer:
        """Return what was gathered, as bits."""
        return _Layer(
            alls=bits_of(self.alls),
            anys=bits_of(self.anys),
            needs=tuple((place, bits_of(numbers)) for place, numbers in self.needs.items()),
            ways=tuple((place, bits_of(numbers)) for place, numbers in self.ways.items()),
            parts=tuple(part.layer() for part in self.parts),
        )


class AtOnce:
    """Conditions on one questionnaire, each known by its number."""

    def __init__(self, conditions: Iterable[Condition], place_of: PlaceOf) -> None:
        gathering = _Gathering()
        for number, condition in enumerate(conditions):
            gathering.put(condition, number, place_of, holds=True)
        self._layer = gathering.layer()

    def judged(self, bounds: Sequence[int]) -> tuple[int, int]:
        """Return the conditions that certainly hold and those that may, part by part."""
        certainly = self._layer.holding(bounds, CERTAIN ^ POSSIBLE)
        if POSSIBLE not in bounds:
            return certainly, certainly
        return certainly, self._layer.holding(bounds, POSSIBLE)


def bits_of(numbers: Sequence[int]) -> int:
    """Return a number with these bits set; they are given in rising order."""
    if not numbers:
        return 0
    found = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        found[number // 8] |= 1 << number % 8
    return int.from_bytes(found, "little")


def signs_of(bits: int, number: int) -> str:
    """Return so many bits as the signs 0 and 1, the lowest first."""
    return f"{bits:0{number}b}"[::-1] if number else ""


def places_of(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set."""
    return (place for place, sign in enumerate(signs_of(bits, bits.bit_length())) if sign == "1")
