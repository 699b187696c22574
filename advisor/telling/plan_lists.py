"""A plan in a list of plans, in words: how far it is, what is open, when it was changed."""

from dataclasses import dataclass

from advisor.language import _, ngettext
from advisor.models.plan import PlanSummary
from advisor.telling.grammar import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlan:
    """One line of a list of plans.

    ``has_open_risks`` is None while nothing can be said of risks, or while few answers have
    settled few of them: that none is open yet promises nothing.
    """

    title: str
    answered: str
    risks: str
    changed: str
    has_open_risks: bool | None


def told_plan(summary: PlanSummary) -> ToldPlan:
    """Tell a plan by what a list knows of it."""
    answered, asked = summary.answered, summary.asked
    open_risks = summary.open_risks if answered else None
    is_finished = answered >= asked
    return ToldPlan(
        title=summary.title,
        answered=_("{answered} of {asked} answered").format(answered=answered, asked=asked),
        risks=_risks(open_risks, is_finished=is_finished),
        changed=_("Changed {when}").format(when=moment(summary.changed)),
        has_open_risks=None
        if open_risks is None or not (open_risks or is_finished)
        else open_risks > 0,
    )


def _risks(number: int | None, *, is_finished: bool) -> str:
    if number is None:
        return _("No advice yet")
    if not number:
        return _("No open risks") if is_finished else _("No open risks so far")
    return ngettext("{n} open risk", "{n} open risks", number).format(n=number)
