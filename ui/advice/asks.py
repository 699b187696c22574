"""What is asked for on the advice page, from wherever it is asked straight to who does it."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.models.ids import ActionId, QuestionId, RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What to do when a person asks for a question, a finding or a way out, or ticks an action."""

    question: Callable[[QuestionId], object]
    finding: Callable[[RuleId], object]
    changes: Callable[[RuleId], object]
    tick: Callable[[ActionId, bool], object]
