"""The numbers of an advice with their words: risks by state, and all that a person wants to see."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.advice import Advice, Summary
from advisor.models.findings import RiskState
from advisor.models.marks import Mark
from advisor.telling.grammar import joined


def risk_counts(summary: Summary) -> dict[RiskState, int]:
    """Return how many risks that apply are in each state, the most open first."""
    return {
        RiskState.OPEN: summary.risks_open,
        RiskState.PARTLY_ADDRESSED: summary.risks_partly_addressed,
        RiskState.ADDRESSED: summary.risks_addressed,
    }


def state_counts(numbers: Mapping[RiskState, int]) -> str:
    """Say how many risks are in each state, within a sentence; empty where there are none."""
    return joined([state_count(state, numbers[state]) for state in RiskState if numbers[state]])


def state_count(state: RiskState, number: int) -> str:
    """Say how many risks are in a state, within a sentence about risks."""
    words = {
        RiskState.OPEN: ngettext("{n} open", "{n} open", number),
        RiskState.PARTLY_ADDRESSED: ngettext("{n} partly in hand", "{n} partly in hand", number),
        RiskState.ADDRESSED: ngettext("{n} in hand", "{n} in hand", number),
    }
    return words[state].format(n=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number with the words that go with it."""

    mark: Mark
    number: int
    words: str


def counts(advice: Advice) -> tuple[Count, ...]:
    """Return the numbers that a person wants to see, what is missing and risks first.

    None of what the evidence cannot judge: a nought there would read as *no risk*.
    """
    s = advice.summary
    numbers: tuple[tuple[Mark, int, str], ...] = (
        (
            Mark.MISSING,
            s.gates_missing,
            ngettext("thing to put right first", "things to put right first", s.gates_missing),
        ),
        (
            Mark.NOT_SAID,
            s.gates_not_said,
            ngettext("thing to check first", "things to check first", s.gates_not_said),
        ),
    )
    if advice.can_judge and advice.covered:
        numbers = (*numbers, *_judged(s))
    return tuple(Count(mark=mark, number=number, words=words) for mark, number, words in numbers)


def _judged(s: Summary) -> tuple[tuple[Mark, int, str], ...]:
    return (
        (Mark.RISK, s.risks_open, _open_risks(s)),
        (
            Mark.PARTLY_ADDRESSED,
            s.risks_partly_addressed,
            ngettext("risk partly in hand", "risks partly in hand", s.risks_partly_addressed),
        ),
        (
            Mark.ADDRESSED,
            s.risks_addressed,
            ngettext("risk in hand", "risks in hand", s.risks_addressed),
        ),
        (Mark.BENEFIT, s.benefits, ngettext("benefit", "benefits", s.benefits)),
        (Mark.HELPS, s.helps_take_up, ngettext("thing helps", "things help", s.helps_take_up)),
        (
            Mark.HINDERS,
            s.hinders_take_up,
            ngettext("thing keeps mothers away", "things keep mothers away", s.hinders_take_up),
        ),
        (
            Mark.MAY_APPLY,
            s.risks_that_may_apply,
            ngettext("more risk may apply", "more risks may apply", s.risks_that_may_apply),
        ),
    )


def _open_risks(summary: Summary) -> str:
    if summary.may_apply and not summary.risks_open:
        return _("open risks so far")
    return ngettext("open risk", "open risks", summary.risks_open)
