"""The advice in one breath: what applies, how far the questions are answered, and the counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.language import N_, _, ngettext
from advisor.models.advice import Advice, Summary
from advisor.models.findings import RiskState
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.telling.counts import risk_counts, state_counts
from advisor.telling.grammar import joined
from advisor.telling.words import STATE_IN_A_LINE

CAVEAT = N_(
    "This is not a complete list, and nothing here is certain for any one mother."
    " It is not a clinical judgement."
)
CANNOT_JUDGE = N_("We cannot judge this form")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What there is, and what is not known: in one breath together.

    ``brief`` says what there is in a line, where the rest of it stands right below.
    """

    lead: str
    not_known: str
    brief: str

    @property
    def sentence(self) -> str:
        """All of it."""
        return " ".join(filter(None, (self.lead, self.not_known)))


def headline(pack: Pack, advice: Advice) -> Headline:
    """Say the counts in a few sentences, risks first, and what stays unknown.

    Where the evidence does not speak about the plan, that is said in place of every count.
    """
    if not advice.covered:
        return _unjudged(pack.scope.not_covered_text)
    if not advice.can_judge:
        words = _(
            "We cannot judge this form: our evidence does not speak about the kinds of support"
            " that you chose. That does not mean that there is no risk."
        )
        return _unjudged(words)
    return Headline(
        lead=" ".join(_what_there_is(advice.summary)),
        not_known=" ".join(_what_is_not_known(pack, advice)),
        brief=_brief(advice.summary),
    )


def _unjudged(words: str) -> Headline:
    return Headline(lead=words, not_known="", brief=words)


def _brief(summary: Summary) -> str:
    """Say in a line what safety asks for, the risks, who stays away and what mothers may gain."""
    told, n = _parts(summary), summary.gates_missing
    parts = [told[mark] for mark in (Mark.RISK, Mark.HINDERS, Mark.BENEFIT) if mark in told]
    if not parts:
        return " ".join(_what_there_is(summary))
    if not n:
        return " ".join(_with(summary, parts))
    first = ngettext("{n} safety point comes first.", "{n} safety points come first.", n)
    return " ".join((first.format(n=n), _("Then there are {things}.").format(things=joined(parts))))


def caveat(advice: Advice) -> str:
    """Say what no advice can promise; of fathers the evidence says nothing to be unsure of."""
    return _(CAVEAT) if advice.covered else ""


def progress(summary: Summary) -> str:
    """Say how far the questions are answered."""
    return _("{answered} of {asked} questions answered.").format(
        answered=summary.answered, asked=summary.asked
    )


def _what_there_is(summary: Summary) -> Iterator[str]:
    parts = tuple(_parts(summary).values())
    if parts:
        yield from _with(summary, parts)
    elif summary.may_apply and not summary.answered:
        yield _("Nothing can be judged yet: no question is answered.")
    elif summary.may_apply:
        yield _("Nothing that we know of applies to your plan so far.")
    else:
        yield _("Nothing that we know of applies to your plan.")


def _with(summary: Summary, parts: Sequence[str]) -> Iterator[str]:
    """Say that the plan has these, and that it has no risk where none is known."""
    if summary.may_apply:
        words = ngettext(
            "From {n} answer we can name {things}.",
            "From {n} answers we can name {things}.",
            summary.answered,
        )
        yield words.format(n=summary.answered, things=joined(parts))
    else:
        yield _("Your plan has {things}.").format(things=joined(parts))
    if not summary.risks and not summary.gates_missing:
        yield no_known_risk(summary)


def _what_is_not_known(pack: Pack, advice: Advice) -> Iterator[str]:
    yield from _what_may_apply(pack, advice)
    if n := advice.summary.not_covered:
        yield ngettext(
            "For {n} statement our evidence does not speak about your programme. That does not"
            " mean that there is no risk.",
            "For {n} statements our evidence does not speak about your programme. That does not"
            " mean that there is no risk.",
            n,
        ).format(n=n)


def _what_may_apply(pack: Pack, advice: Advice) -> Iterator[str]:
    """Say how much depends on answers that are not given, and which question would tell."""
    risks = advice.summary.risks_that_may_apply
    others = advice.summary.may_apply - risks
    yield from risks_not_known(pack, advice)
    if others:
        yield (
            ngettext(
                "{n} benefit or statement about who comes depends on open answers too.",
                "{n} benefits or statements about who comes depend on open answers too.",
                others,
            ).format(n=others)
            if risks
            else ngettext(
                "{n} benefit or statement about who comes depends on answers you have not given.",
                "{n} benefits or statements about who comes depend on answers you have not given.",
                others,
            ).format(n=others)
        )


def risks_not_known(pack: Pack, advice: Advice) -> Iterator[str]:
    """Say how many risks depend on answers that are not given, and which question tells most.

    That is the one on which most of these risks depend, the more useful of two.
    """
    risks = advice.summary.risks_that_may_apply
    if risks:
        words = (
            ngettext(
                "{n} more risk depends on answers you have not given.",
                "{n} more risks depend on answers you have not given.",
                risks,
            )
            if advice.summary.risks
            else ngettext(
                "{n} risk depends on answers you have not given.",
                "{n} risks depend on answers you have not given.",
                risks,
            )
        )
        yield words.format(n=risks)
        telling = max(advice.open_questions, key=lambda each: len(each.risks), default=None)
        if telling is not None and telling.risks:
            question = pack.questionnaire[telling.question]
            yield _("To find out, tell us: “{question}”").format(question=question.text)


def no_known_risk(summary: Summary) -> str:
    """Say that no risk applies; nothing promises more while something may."""
    if summary.may_apply:
        return _("No risk that we know of applies so far.")
    return _("No risk that we know of applies.")


def _parts(summary: Summary) -> dict[Mark, str]:
    """Return how much there is of each kind, of those of which there is anything."""
    risks = ngettext("{n} risk ({states})", "{n} risks ({states})", summary.risks)
    words = {
        Mark.RISK: (summary.risks, risks),
        Mark.BENEFIT: (summary.benefits, ngettext("{n} benefit", "{n} benefits", summary.benefits)),
        Mark.HELPS: (
            summary.helps_take_up,
            ngettext(
                "{n} thing that may help mothers say yes",
                "{n} things that may help mothers say yes",
                summary.helps_take_up,
            ),
        ),
        Mark.HINDERS: (
            summary.hinders_take_up,
            ngettext(
                "{n} thing that may keep mothers away",
                "{n} things that may keep mothers away",
                summary.hinders_take_up,
            ),
        ),
    }
    states = _states(summary) if summary.risks else ""
    return {mark: told.format(n=n, states=states) for mark, (n, told) in words.items() if n}


def _states(summary: Summary) -> str:
    states = [state for state, number in risk_counts(summary).items() if number]
    if len(states) > 1:
        return state_counts(risk_counts(summary))
    [state] = states
    return STATE_IN_A_LINE[state] if summary.risks == 1 else _(_ALL_OF_STATE[state])


_ALL_OF_STATE = {
    RiskState.OPEN: N_("all open"),
    RiskState.PARTLY_ADDRESSED: N_("all partly in hand"),
    RiskState.ADDRESSED: N_("all in hand"),
}
