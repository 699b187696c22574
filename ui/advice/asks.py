"""What is asked for on the advice page, from wherever it is asked straight to who does it."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.models.changes import Changes
from advisor.models.ids import ActionId, GateId, QuestionId, RuleId
from advisor.models.plan import Decision
from advisor.telling.cards import CardStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What to do when a person asks for a question, a statement or a way out, or decides.

    ``trial`` tries other answers on a statement, ``together`` leads to those that help with all
    open risks. ``tick`` takes an action on, or back; ``decide`` takes all that is decided about
    it. ``check`` keeps that a safety check was ticked as being so, or that its tick was taken away.
    """

    question: Callable[[QuestionId], object]
    finding: Callable[[RuleId], object]
    changes: Callable[[RuleId], object]
    trial: Callable[[RuleId, Changes], object]
    together: Callable[[], object]
    tick: Callable[[ActionId, bool], object]
    decide: Callable[[ActionId, Decision], object]
    check: Callable[[GateId, bool], object]
    copy: Callable[[CardStory], object]
