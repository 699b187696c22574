"""What the wizard reports, from wherever it happens straight to who does it."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.models.ids import QuestionId
from advisor.models.plan import GivenAnswer, OpenAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What to do with what a person does: an answer, a note, a step back or on, the way out.

    ``try_out`` tries another answer to a question without saving it; ``finish`` is the way out
    of a section's last page.
    """

    say: Callable[[QuestionId, GivenAnswer | OpenAnswer], object]
    note: Callable[[QuestionId, str], object]
    try_out: Callable[[QuestionId], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    leave: Callable[[], object]
    finish: Callable[[], object]
