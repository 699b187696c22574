"""The plan to go on with: where it waits, and what comes before everything else in it."""

import datetime
from dataclasses import dataclass

from advisor.interview.draft import InterviewDraft
from advisor.language import _
from advisor.models.ids import PlanId, QuestionId
from advisor.models.judged import PlanSummary
from advisor.models.marks import Mark
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.telling.grammar import beside, lately
from advisor.telling.naming import title_of
from advisor.telling.plan_lists import safety_sign


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """The plan that was changed last. ``question`` is where it waits; None where all is said."""

    plan: PlanId
    title: str
    line: str
    is_alarming: bool
    question: QuestionId | None


def told_going_on(pack: Pack, plan: Plan, summary: PlanSummary, now: datetime.datetime) -> GoOn:
    """Tell how to go on with a plan."""
    draft = InterviewDraft(pack.questionnaire, plan)
    waiting = draft.waiting()
    safety = safety_sign(summary.judged)
    changed = _("changed {when}").format(when=lately(summary.changed, now, within=True))
    return GoOn(
        plan=plan.id,
        title=_("Go on with {plan}").format(plan=title_of(plan)),
        line=beside(_where(draft, waiting), changed, safety.words),
        is_alarming=safety.mark is Mark.MISSING,
        question=waiting,
    )


def _where(draft: InterviewDraft, waiting: QuestionId | None) -> str:
    """Say on which page the questions wait."""
    if waiting is None:
        return _("All questions are answered or left open")
    section = draft.questionnaire[waiting].section
    pages = draft.open_pages(section)
    return _("{section}, page {page} of {pages}").format(
        section=draft.questionnaire.section(section).title,
        page=pages.index(draft.page_of(waiting)) + 1,
        pages=len(pages),
    )
