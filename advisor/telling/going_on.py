"""The plan to go on with: where it waits, and what comes before everything else in it."""

import datetime
from dataclasses import dataclass

from advisor.interview.draft import InterviewDraft
from advisor.interview.route import pages_to
from advisor.language import _
from advisor.models.ids import PlanId, QuestionId
from advisor.models.judged import Place, PlanSummary
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAt:
    """Where somebody left the questions of a plan, with something on the page still to answer."""

    plan: PlanId
    question: QuestionId
    at: Place


def left_at(draft: InterviewDraft) -> LeftAt | None:
    """Return where the questions were left since the plan was opened, if something waits there."""
    asked, question = draft.questionnaire, draft.left_at()
    if question is None:
        return None
    page, pages = pages_to(asked, question, draft.answer)
    at = Place(section=asked.section(asked[question].section).title, page=page, pages=pages)
    return LeftAt(plan=draft.plan.id, question=question, at=at)


def told_going_on(
    summary: PlanSummary, now: datetime.datetime, left: LeftAt | None = None
) -> GoOn | None:
    """Tell how to go on with a plan: where it was ``left``, else at what waits first.

    None where what a list knows of it is not of today.
    """
    judged = summary.judged
    if judged is None or not (summary.is_judged_now and judged.knows_place):
        return None
    here = left if left is not None and left.plan == summary.id else None
    at, question = (here.at, here.question) if here else (judged.at, judged.waiting)
    changed = _("changed {when}").format(when=lately(summary.changed, now, within=True))
    return GoOn(
        plan=summary.id,
        title=_("Go on with {plan}").format(plan=title_of(summary)),
        line=beside(_where(at), changed),
        safety=safety_sign(judged),
        question=question,
    )


def _where(at: Place | None) -> str:
    """Say on which page the questions wait."""
    if at is None:
        return _("All questions are answered or left open")
    return _("{section}, page {page} of {pages}").format(
        section=at.section, page=at.page, pages=at.pages
    )
