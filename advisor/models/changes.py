"""What a provider could decide differently, and what that would do."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.ids import QuestionId, RuleId
from advisor.models.plan import GivenAnswer, OpenAnswer


class Aim(StrEnum):
    """What the changes are to do to a rule."""

    STOP = "stop"
    START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One design question answered differently; a multiple answer may change in several boxes."""

    question: QuestionId
    before: GivenAnswer | OpenAnswer
    after: GivenAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """Changes that reach the aim together and not without one of them.

    ``gained`` and ``lost`` name the other rules that would begin and cease to apply, in the
    order of the pack: good and bad ones alike.
    """

    changes: tuple[Change, ...]
    gained: tuple[RuleId, ...]
    lost: tuple[RuleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleChanges:
    """The smallest sets of changes that reach an aim, fewest questions first.

    ``complete`` is False when there may be more sets than are listed: there were too many
    to list, or too many possibilities to try. Sets that change more than
    ``advisor.rules.changing.MOST_QUESTIONS`` questions are never looked for, nor is a further
    answer where a nearer one does the same to the rule.
    """

    rule: RuleId
    aim: Aim
    sets: tuple[ChangeSet, ...]
    complete: bool
