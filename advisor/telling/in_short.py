"""What the advice comes to in a few words: for the rail, and a panel that is closed."""

from advisor.language import _, ngettext
from advisor.models.advice import Advice, Summary
from advisor.models.findings import GateState
from advisor.models.plan import Plan
from advisor.telling.gates import CHECK_FIRST, is_running, missing_title
from advisor.telling.grammar import beside
from advisor.telling.headline import CANNOT_JUDGE


def in_short(plan: Plan, advice: Advice) -> str:
    """Say in a few words what is missing or to be checked, and how many risks are open.

    No word of a risk that is not open while something is missing or not said, or nothing can be
    judged.
    """
    first = _safety_in_short(plan, advice)
    if not advice.can_judge or not advice.covered:
        return beside(first, _(CANNOT_JUDGE))
    return beside(first, _open_in_short(advice.summary, is_alone=not first))


def _safety_in_short(plan: Plan, advice: Advice) -> str:
    """Name what is missing as the box on the pages does, else what is to be checked."""
    missing, not_said = advice.summary.gates_missing, _not_said(plan, advice)
    title = missing_title(is_running=is_running(plan), has_stop=advice.stops > 0)
    words = _("{title}: {n}")
    if missing:
        return words.format(title=title, n=missing)
    return words.format(title=_(CHECK_FIRST), n=not_said) if not_said else ""


def _not_said(plan: Plan, advice: Advice) -> int:
    """Count what waits to be checked, as the box on the pages does: without what was ticked."""
    not_said = (gate.id for gate in advice.gates if gate.state is GateState.NOT_SAID)
    return advice.summary.gates_not_said - sum(gate in plan.gate_ticks for gate in not_said)


def _open_in_short(summary: Summary, *, is_alone: bool) -> str:
    """Say how many risks are open; that none is, only where that is all there is to say."""
    if n := summary.risks_open:
        return ngettext("{n} open risk", "{n} open risks", n).format(n=n)
    if not is_alone:
        return ""
    if not summary.may_apply:
        return _("No open risk")
    return _("No open risk so far") if summary.risks else _("No risk is certain yet")
