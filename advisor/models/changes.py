"""What a provider could decide differently, and what that would do."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.models.comparison import Comparison
from advisor.models.ids import ActionId, BranchId, QuestionId, RuleId
from advisor.models.plan import GivenAnswer, OpenAnswer


class Aim(StrEnum):
    """What changed answers do to a statement: end it, make it certain, or put it more in hand.

    ``BEGIN`` puts one cause of a risk more in hand, while another leaves its state as it is.
    """

    STOP = "stop"
    START = "start"
    EASE = "ease"
    BEGIN = "begin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One design question answered differently; a multiple answer may change in several boxes."""

    question: QuestionId
    before: GivenAnswer | OpenAnswer
    after: GivenAnswer


Changes = tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Changes that reach an aim together and not without one of them.

    ``instead`` has other answers to some of the questions that reach it as well, in any
    combination. ``moved`` is what would differ in the advice, whichever of these answers it is.
    ``branches`` names those of the risk that would be more in hand.
    """

    aim: Aim
    changes: Changes
    moved: Comparison
    instead: Changes = ()
    branches: tuple[BranchId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleChanges:
    """The smallest changes to one statement, fewest questions first.

    ``complete`` is False when there may be more ways than are listed: there were too many
    to list, or too many possibilities to try. Ways that change more than
    ``advisor.rules.changing.MOST_QUESTIONS`` questions are never looked for, nor is a further
    answer where a nearer one does the same to the rule. ``lessening`` names the key actions of a
    risk that are not in place and that may be put in place whatever is answered.
    """

    rule: RuleId
    aim: Aim
    ways: tuple[Way, ...]
    complete: bool
    lessening: tuple[ActionId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Answers that put as many open risks as can be more in hand, all at once.

    ``ways`` are the sets of them, the smallest first, none where no answer does. ``complete`` is
    False when there may be more sets than are listed. By any of them the same risks are ``eased``,
    which would be open no longer; ``left`` would stay open, and ``lessening`` names the key
    actions of those.
    """

    ways: tuple[Way, ...]
    complete: bool
    eased: tuple[RuleId, ...]
    left: tuple[RuleId, ...]
    lessening: tuple[ActionId, ...]
