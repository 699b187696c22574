"""Conditions that stand alone, on one plan: what is certain part by part is found at once.

Of a pack these are the conditions of its actions, gates, notes, needs and wordings. The conditions
of rules have columns of their own in ``all_rules``.
"""

from collections.abc import Sequence

from advisor.models.explanation import Truth
from advisor.rules.at_once import AtOnce, PlaceOf, places_of, signs_of
from advisor.rules.compiling import Compiled
from advisor.rules.judging import FAILS, HOLDS

_DECIDED = {"1": HOLDS, "0": FAILS}


class AllConditions:
    """Conditions that were compiled one by one."""

    def __init__(self, conditions: Sequence[Compiled], place_of: PlaceOf) -> None:
        self._conditions = conditions
        self._at_once = AtOnce((each.conditions[0] for each in conditions), place_of)

    def decided(self, bounds: Sequence[int]) -> dict[Compiled, Truth]:
        """Return those that certainly hold or certainly fail, part by part, and which it is."""
        certainly, possibly = self._at_once.judged(bounds)
        signs = signs_of(certainly, len(self._conditions))
        found = dict(zip(self._conditions, map(_DECIDED.__getitem__, signs), strict=True))
        for place in places_of(certainly ^ possibly):
            del found[self._conditions[place]]
        return found
