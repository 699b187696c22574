"""Reasons prepared once for a pack are those of the plain judge, in the shape of the condition."""

from hypothesis import assume, given

from advisor.models.explanation import Truth
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.judging import Explainer, relevance
from advisor.rules.preparing import prepare
from tests.support.packs import packs_and_plans
from tests.support.shipped import example_plans, shipped_pack


def check(pack: Pack, plan: Plan) -> None:
    ready = prepare(pack)
    situation, plainly = ready.situation(plan), Explainer(plan.answer, pack.questionnaire)
    for rule in ready.rules:
        for branch in rule.branches:
            assert branch.when.because(situation.told) == plainly.explain(branch.branch.when)
    for note in ready.scope_notes:
        assert note.when.because(situation.told) == plainly.explain(note.note.when)


@given(packs_and_plans())
def test_reasons_are_those_of_the_plain_judge(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    situation = prepare(pack).situation(plan)
    shown = {
        question.id: relevance(question.id, plan.answer, pack.questionnaire)
        for question in pack.questionnaire.questions
    }
    hidden = {question for question, truth in shown.items() if truth is Truth.FAILS}
    # Where three values cannot tell that a question is hidden, a reason says what is exact.
    assume(hidden == situation.hidden and Truth.OPEN not in shown.values())

    check(pack, plan)


def test_reasons_for_the_examples_are_those_of_the_plain_judge() -> None:
    for plan in example_plans():
        check(shipped_pack(), plan)
