"""A list says of its plans, judged at once, what the advice on each of them comes to."""

import random
from dataclasses import replace

from advisor.models.judged import PlanSummary
from advisor.services.advisor import Advisor
from tests.support.plausible import plausible_plans
from tests.support.varied import varied


def test_stored_plans_judged_at_once_are_as_the_advice_on_each_leaves_them(
    advisor: Advisor,
) -> None:
    pack, dice = advisor.evidence.pack, random.Random(7)
    drawn = [varied(pack, plan, dice) for plan in plausible_plans(pack, 20)]
    plans = [advisor.plans.add(plan) for plan in (*advisor.plans.examples(), *drawn)]
    added = _by_name(advisor)

    at_once = advisor.plans.judge([replace(each, judged=None) for each in added])

    for plan in plans:
        advisor.advise_and_keep(plan)
    assert at_once == added == _by_name(advisor)
    assert {each.judged.is_running for each in at_once if each.judged} == {True, False}
    assert {each.judged.waiting is None for each in at_once if each.judged} == {True, False}


def _by_name(advisor: Advisor) -> tuple[PlanSummary, ...]:
    return tuple(sorted(advisor.plans.summaries(), key=lambda plan: plan.id))
