"""Which way an answer to an open question would tip a statement that may apply."""

from dataclasses import dataclass

from advisor.models.findings import Verdict
from advisor.models.ids import OptionId, QuestionId


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers from the least to the most, both included."""

    least: int
    most: int


Tipping = OptionId | bool | Numbers
"""A choice, yes or no, or any of some numbers; one of many choices stands for all with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """What the verdict would be with one more answer, whatever else stays open.

    It may still apply where other answers decide, or what is chosen beside this option.
    """

    question: QuestionId
    answer: Tipping
    verdict: Verdict
