"""What the newest evidence says about plans in short, and where each plan is: as lists show it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.interview.route import pages_to, waiting
from advisor.models.advice import Advice
from advisor.models.judged import Judged, Place, judged_of
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.in_short import judged_at_once
from advisor.telling.gates import is_running


def judged_by(pack: Pack, plan: Plan, advice: Advice) -> Judged:
    """Return what the advice on a plan comes to."""
    return _with_its_place(pack, plan, judged_of(advice))


def all_judged(pack: Pack, plans: Sequence[Plan]) -> Iterator[Judged]:
    """Yield the same for plans that nobody advised on, in order: judged at once, without texts."""
    for plan, judged in zip(plans, judged_at_once(pack, plans), strict=True):
        yield _with_its_place(pack, plan, judged)


def _with_its_place(pack: Pack, plan: Plan, judged: Judged) -> Judged:
    """Return it with whether the programme runs, and what waits for an answer."""
    asked, at = pack.questionnaire, None
    question = waiting(asked, plan.answer)
    if question is not None:
        page, pages = pages_to(asked, question, plan.answer)
        at = Place(section=asked.section(asked[question].section).title, page=page, pages=pages)
    return replace(judged, is_running=is_running(plan), waiting=question, at=at)
