"""What answers can make of conditions: tried over all that can be answered, and so exact."""

from collections.abc import Iterable
from functools import cache

from advisor.checks.condition_checks import PlacedCondition, problems_in_condition
from advisor.models.conditions import AllOf, Condition
from advisor.models.questionnaire import Questionnaire
from advisor.rules.compiling import Compiler
from advisor.rules.lanes import MOST_LANES, Lanes, spread

ALWAYS = AllOf(())
"""Holds for every plan."""


class Possibilities:
    """All answers to a sound questionnaire.

    Nothing is said of conditions that are not sound themselves (their own faults are told
    elsewhere), nor of such as need too many possibilities to be tried.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._compiler = Compiler(questionnaire)
        self._sound = cache(self._is_sound)

    def can_hold(self, *conditions: Condition) -> bool:
        """Whether some answers make all of them hold; True where nothing can be said."""
        lanes = self._lanes(conditions)
        return lanes is None or _all_of(lanes, range(len(conditions))) != 0

    def implies(self, condition: Condition, other: Condition) -> bool:
        """Whether ``other`` holds wherever ``condition`` does; False where nothing can be said."""
        return not self.can_hold_without(condition, (other,), unknown=True)

    def can_hold_without(
        self, condition: Condition, others: Iterable[Condition], *, unknown: bool = False
    ) -> bool:
        """Whether a condition can hold while none of the others does.

        ``unknown`` is the answer where nothing can be said.
        """
        others = tuple(others)
        lanes = self._lanes((condition, *others))
        if lanes is None:
            return unknown
        held = lanes.columns[0]
        for column in lanes.columns[1:]:
            held &= ~column
        return held != 0

    def _lanes(self, conditions: tuple[Condition, ...]) -> Lanes | None:
        if not all(map(self._sound, conditions)):
            return None
        return spread(self._compiler.compile(*conditions), {}, frozenset(), MOST_LANES)

    def _is_sound(self, condition: Condition) -> bool:
        if condition == ALWAYS:
            return True
        placed = PlacedCondition(file="", trail=(), condition=condition)
        return not any(True for _ in problems_in_condition(placed, self._questionnaire))


def _all_of(lanes: Lanes, numbers: Iterable[int]) -> int:
    held = lanes.every
    for number in numbers:
        held &= lanes.columns[number]
    return held
