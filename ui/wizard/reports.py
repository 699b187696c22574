"""What the questions report, from wherever it happens straight to who does it."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.models.ids import QuestionId
from advisor.models.plan import Comment, EntryKey, GivenAnswer, OpenAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What to do with what a person does: an answer, a note, a step back or on, the way out.

    ``differ`` writes down, or with None removes, that somebody sees a question differently.

    ``try_out`` tries another answer to a question without saving it; ``finish`` is the way out
    of a section's last page. ``may_go_on`` says whether the page that is open may be left for the
    next; False led to what holds it up.
    """

    say: Callable[[QuestionId, GivenAnswer | OpenAnswer], object]
    note: Callable[[QuestionId, str], object]
    differ: Callable[[EntryKey, Comment | None], object]
    try_out: Callable[[QuestionId], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    leave: Callable[[], object]
    finish: Callable[[], object]
    may_go_on: Callable[[], bool] = lambda: True
