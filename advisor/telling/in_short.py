"""What the advice comes to in a few words: for the rail, and a panel that is closed."""

from advisor.language import _, ngettext
from advisor.models.advice import Advice, Summary
from advisor.telling.grammar import beside
from advisor.telling.headline import CANNOT_JUDGE


def in_short(advice: Advice) -> str:
    """Say in a few words what is missing and how many risks are open.

    No word of a risk that is not open while something is missing or nothing can be judged.
    """
    missing, summary = advice.summary.gates_missing, advice.summary
    first = (
        ngettext("{n} thing to put right first", "{n} things to put right first", missing)
        if missing
        else ""
    )
    if not advice.can_judge or not advice.covered:
        return beside(first.format(n=missing), _(CANNOT_JUDGE))
    return beside(first.format(n=missing), _open_in_short(summary, is_alone=not missing))


def _open_in_short(summary: Summary, *, is_alone: bool) -> str:
    """Say how many risks are open; that none is, only where that is all there is to say."""
    if n := summary.risks_open:
        return ngettext("{n} open risk", "{n} open risks", n).format(n=n)
    if not is_alone:
        return ""
    if not summary.may_apply:
        return _("No open risk")
    return _("No open risk so far") if summary.risks else _("No risk is certain yet")
