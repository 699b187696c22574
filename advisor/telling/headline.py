"""The advice in one breath: what applies, how far the questions are answered, and the counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import RiskState, Summary
from advisor.models.marks import Mark
from advisor.telling.grammar import joined

CAVEAT = N_(
    "This is not a complete list, and nothing here is certain for any one mother."
    " It is not a clinical judgement."
)


def headline(summary: Summary) -> str:
    """Say the counts in a few sentences, risks first, and what stays unknown."""
    return " ".join(_headline(summary))


def progress(summary: Summary) -> str:
    """Say how far the questions are answered."""
    return _("{answered} of {asked} questions answered.").format(
        answered=summary.answered, asked=summary.asked
    )


def _headline(summary: Summary) -> Iterator[str]:
    parts = tuple(_parts(summary))
    is_open = bool(summary.may_apply)
    if parts:
        has = _("Your plan so far has {things}.") if is_open else _("Your plan has {things}.")
        yield has.format(things=joined(parts))
        if not summary.risks:
            yield no_known_risk(summary)
    elif is_open:
        yield _("Nothing that we know of applies to your plan so far.")
    else:
        yield _("Nothing that we know of applies to your plan.")
    if is_open:
        yield ngettext(
            "Another {n} may apply, depending on answers that are still open.",
            "Another {n} may apply, depending on answers that are still open.",
            summary.may_apply,
        ).format(n=summary.may_apply)
    if summary.not_covered:
        yield ngettext(
            "For {n} statement our evidence does not speak about the kinds of support that you"
            " chose. That does not mean that there is no risk.",
            "For {n} statements our evidence does not speak about the kinds of support that you"
            " chose. That does not mean that there is no risk.",
            summary.not_covered,
        ).format(n=summary.not_covered)


def no_known_risk(summary: Summary) -> str:
    """Say that no risk applies; nothing promises more while something may."""
    if summary.may_apply:
        return _("No risk that we know of applies so far.")
    return _("No risk that we know of applies.")


def _parts(summary: Summary) -> Iterator[str]:
    if summary.risks:
        yield ngettext("{n} risk ({states})", "{n} risks ({states})", summary.risks).format(
            n=summary.risks, states=_states(summary)
        )
    for number, words in (
        (
            summary.benefits,
            ngettext("{n} likely benefit", "{n} likely benefits", summary.benefits),
        ),
        (
            summary.helps_take_up,
            ngettext(
                "{n} thing that may help mothers say yes",
                "{n} things that may help mothers say yes",
                summary.helps_take_up,
            ),
        ),
        (
            summary.hinders_take_up,
            ngettext(
                "{n} thing that may keep mothers away",
                "{n} things that may keep mothers away",
                summary.hinders_take_up,
            ),
        ),
    ):
        if number:
            yield words.format(n=number)


def _states(summary: Summary) -> str:
    states = {state: number for state, number in risk_counts(summary).items() if number}
    if len(states) > 1:
        return joined([state_count(state, number) for state, number in states.items()])
    [state] = states
    return _(_ONE_STATE[state] if summary.risks == 1 else _ALL_OF_STATE[state])


_ONE_STATE = {
    RiskState.OPEN: N_("open"),
    RiskState.PARTLY_ADDRESSED: N_("partly addressed"),
    RiskState.ADDRESSED: N_("addressed"),
}
_ALL_OF_STATE = {
    RiskState.OPEN: N_("all open"),
    RiskState.PARTLY_ADDRESSED: N_("all partly addressed"),
    RiskState.ADDRESSED: N_("all addressed"),
}


def risk_counts(summary: Summary) -> dict[RiskState, int]:
    """Return how many risks that apply are in each state, the most open first."""
    return {
        RiskState.OPEN: summary.risks_open,
        RiskState.PARTLY_ADDRESSED: summary.risks_partly_addressed,
        RiskState.ADDRESSED: summary.risks_addressed,
    }


def state_count(state: RiskState, number: int) -> str:
    """Say how many risks are in a state, within a sentence about risks."""
    words = {
        RiskState.OPEN: ngettext("{n} open", "{n} open", number),
        RiskState.PARTLY_ADDRESSED: ngettext(
            "{n} partly addressed", "{n} partly addressed", number
        ),
        RiskState.ADDRESSED: ngettext("{n} addressed", "{n} addressed", number),
    }
    return words[state].format(n=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number with the words that go with it."""

    mark: Mark
    number: int
    words: str

    @property
    def sentence(self) -> str:
        """The number with its words."""
        return f"{self.number} {self.words}"


def counts(summary: Summary) -> tuple[Count, ...]:
    """Return the numbers that a person wants to see, risks first."""
    s = summary
    numbers = (
        (
            Mark.PARTLY_ADDRESSED,
            s.risks_partly_addressed,
            ngettext("risk partly addressed", "risks partly addressed", s.risks_partly_addressed),
        ),
        (
            Mark.ADDRESSED,
            s.risks_addressed,
            ngettext("risk addressed", "risks addressed", s.risks_addressed),
        ),
        (Mark.BENEFIT, s.benefits, ngettext("likely benefit", "likely benefits", s.benefits)),
        (
            Mark.HELPS,
            s.helps_take_up,
            ngettext("thing may help take-up", "things may help take-up", s.helps_take_up),
        ),
        (
            Mark.HINDERS,
            s.hinders_take_up,
            ngettext("thing may hinder take-up", "things may hinder take-up", s.hinders_take_up),
        ),
        (
            Mark.MAY_APPLY,
            s.may_apply,
            ngettext("finding may apply", "findings may apply", s.may_apply),
        ),
    )
    return (
        open_risks(summary),
        *(Count(mark=mark, number=number, words=words) for mark, number, words in numbers),
    )


def open_risks(summary: Summary) -> Count:
    """Return the number of open risks; while more may apply, none is none so far."""
    words = ngettext("open risk", "open risks", summary.risks_open)
    if summary.may_apply and not summary.risks_open:
        words = _("open risks so far")
    return Count(mark=Mark.RISK, number=summary.risks_open, words=words)
