"""Why a condition holds, prepared once for all plans; the tests alone are looked at again.

The truth of a group follows from its parts, in three values as in ``judging``.
"""

from collections.abc import Callable, Sequence

from advisor.models.conditions import GROUPS, AllOf, AnyOf, Condition, Not, Test
from advisor.models.explanation import Explanation, GroupExplained, Operator, TestExplained
from advisor.models.ids import QuestionId
from advisor.models.plan import UNANSWERED, Plan
from advisor.rules.judging import OPPOSITE, TRUTH, all_of, any_of


class Told(dict[int, TestExplained]):
    """The tests of a pack by their places, each with its answer; made when first asked for."""

    def __init__(
        self,
        plan: Plan,
        hidden: frozenset[QuestionId],
        tests: Sequence[Test],
        bounds: Sequence[int],
    ) -> None:
        super().__init__()
        self._plan, self._hidden, self._tests, self._bounds = plan, hidden, tests, bounds

    def __missing__(self, place: int) -> TestExplained:
        test = self._tests[place]
        hidden = test.question in self._hidden
        told = self[place] = TestExplained(
            test=test,
            answer=UNANSWERED if hidden else self._plan.answer(test.question),
            truth=TRUTH[self._bounds[place]],
            hidden=hidden,
        )
        return told


Explaining = Callable[[Told], Explanation]
"""The explanation of a condition, in its own shape, from its tests."""


def explaining(condition: Condition, place_of: Callable[[Test], int]) -> Explaining:
    """Prepare the explanation of a condition; ``place_of`` says where a test stands."""
    match condition:
        case AllOf(parts):
            return _group(all_of, parts, place_of)
        case AnyOf(parts):
            return _group(any_of, parts, place_of)
        case Not(part):
            return _opposite(explaining(part, place_of))
        case _:
            place = place_of(condition)
            return lambda told: told[place]


def _group(
    join: Callable[[tuple[Explanation, ...]], GroupExplained],
    parts: Sequence[Condition],
    place_of: Callable[[Test], int],
) -> Explaining:
    if any(isinstance(part, GROUPS) for part in parts):
        prepared = [explaining(part, place_of) for part in parts]
        return lambda told: join(tuple([part(told) for part in prepared]))
    places = [place_of(part) for part in parts if not isinstance(part, GROUPS)]
    return lambda told: join(tuple([told[place] for place in places]))


def _opposite(part: Explaining) -> Explaining:
    def explain(told: Told) -> GroupExplained:
        inner = part(told)
        truth = OPPOSITE[inner.truth]
        return GroupExplained(operator=Operator.NOT, parts=(inner,), truth=truth)

    return explain
