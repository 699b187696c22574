"""The plan to go on with: where it waits, and what comes before everything else in it."""

import datetime
from dataclasses import dataclass

from advisor.language import _
from advisor.models.ids import PlanId, QuestionId
from advisor.models.judged import Judged, PlanSummary
from advisor.telling.grammar import beside, lately
from advisor.telling.naming import title_of
from advisor.telling.plan_lists import Sign, safety_sign


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """The plan that was changed last; ``safety`` is how its gates stand.

    ``question`` is where it waits; None where all is said.
    """

    plan: PlanId
    title: str
    line: str
    safety: Sign
    question: QuestionId | None


def told_going_on(summary: PlanSummary, now: datetime.datetime) -> GoOn | None:
    """Tell how to go on with a plan; None where what a list knows of it is not of today."""
    judged = summary.judged
    if judged is None or not (summary.is_judged_now and judged.knows_place):
        return None
    changed = _("changed {when}").format(when=lately(summary.changed, now, within=True))
    return GoOn(
        plan=summary.id,
        title=_("Go on with {plan}").format(plan=title_of(summary)),
        line=beside(_where(judged), changed),
        safety=safety_sign(judged),
        question=judged.waiting,
    )


def _where(judged: Judged) -> str:
    """Say on which page the questions wait."""
    at = judged.at
    if at is None:
        return _("All questions are answered or left open")
    return _("{section}, page {page} of {pages}").format(
        section=at.section, page=at.page, pages=at.pages
    )
