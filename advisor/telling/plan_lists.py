"""A plan in a list of plans, in words: how far it is, what is open, when it was changed."""

from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.plan import PlanSummary
from advisor.telling.grammar import beside, moment
from advisor.telling.headline import CANNOT_JUDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlan:
    """One line of a list of plans.

    ``is_calm``: nothing is missing and no risk is open. None while nothing can be said of that,
    or while too few answers are given: that none is open yet promises nothing.
    """

    title: str
    answered: str
    risks: str
    changed: str
    is_calm: bool | None


def told_plan(summary: PlanSummary) -> ToldPlan:
    """Tell a plan by what a list knows of it."""
    answered, asked = summary.answered, summary.asked
    is_finished = answered >= asked
    return ToldPlan(
        title=summary.title,
        answered=_("{answered} of {asked} answered").format(answered=answered, asked=asked),
        risks=_risks(summary, is_finished=is_finished),
        changed=_("Changed {when}").format(when=moment(summary.changed)),
        is_calm=_is_calm(summary, is_finished=is_finished),
    )


def _is_calm(summary: PlanSummary, *, is_finished: bool) -> bool | None:
    if not summary.answered or not summary.is_advised:
        return None
    if summary.gates_missing or summary.open_risks:
        return False
    return True if is_finished and summary.open_risks is not None else None


def _risks(summary: PlanSummary, *, is_finished: bool) -> str:
    if not summary.answered or not summary.is_advised:
        return _("No advice yet")
    missing = summary.gates_missing or 0
    first = ngettext("{n} thing to put right first", "{n} things to put right first", missing)
    said = first.format(n=missing) if missing else ""
    if summary.open_risks is None:
        return beside(said, _(CANNOT_JUDGE))
    if summary.open_risks:
        risks = ngettext("{n} open risk", "{n} open risks", summary.open_risks)
        return beside(said, risks.format(n=summary.open_risks))
    if missing:
        return said
    return _("No open risks") if is_finished else _("No open risks so far")
