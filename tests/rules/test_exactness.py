"""The engine against brute force over every completion of random plans for random packs."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor.models.advice import Truth, Verdict
from advisor.models.evidence import Domain
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.engine import advise
from advisor.rules.judging import judge, relevance
from tests.rules import brute_force
from tests.support.packs import open_questions_of, packs_and_plans, possible_answers

PackAndPlan = tuple[Pack, Plan]


@given(packs_and_plans())
def test_a_verdict_is_what_every_completion_agrees_on(case: PackAndPlan) -> None:
    pack, plan = case
    tried = list(brute_force.completions(pack, plan))

    for finding in advise(pack, plan).findings:
        found = brute_force.statuses_of(*pack.rule_by_id[finding.rule], pack, tried)
        assert finding.exact
        assert finding.verdict is brute_force.verdict(found)


@given(packs_and_plans())
def test_a_finding_depends_on_just_the_questions_that_can_change_it(case: PackAndPlan) -> None:
    pack, plan = case
    tried = list(brute_force.completions(pack, plan))

    for finding in advise(pack, plan).findings:
        found = brute_force.statuses_of(*pack.rule_by_id[finding.rule], pack, tried)
        assert finding.depends_on == brute_force.depends_on(pack, plan, tried, found)


@given(packs_and_plans())
def test_open_questions_count_what_they_touch_and_could_settle(case: PackAndPlan) -> None:
    pack, plan = case
    tried = list(brute_force.completions(pack, plan))
    touches: dict[str, int] = {}
    settles: dict[str, int] = {}
    weights: dict[str, int] = {}
    for configuration, rule in pack.rule_by_id.values():
        found = brute_force.statuses_of(configuration, rule, pack, tried)
        if brute_force.verdict(found) is Verdict.MAY_APPLY:
            for question in brute_force.depends_on(pack, plan, tried, found):
                touches[question] = touches.get(question, 0) + 1
            for question in brute_force.settled_by(pack, plan, tried, found):
                settles[question] = settles.get(question, 0) + 1
                weight = 2 if configuration.domain is Domain.RISK else 1
                weights[question] = weights.get(question, 0) + weight

    asked = advise(pack, plan).open_questions

    assert {one.question: one.touches for one in asked} == touches
    assert {one.question: one.could_settle for one in asked if one.could_settle} == settles
    usefulness = [(weights.get(one.question, 0), one.touches) for one in asked]
    assert usefulness == sorted(usefulness, reverse=True)
    assert all(one.open == plan.answer(one.question).value for one in asked)


@given(packs_and_plans())
def test_notes_and_actions_follow_conditions_over_every_completion(case: PackAndPlan) -> None:
    pack, plan = case
    advice = advise(pack, plan)
    live = {finding.configuration for finding in advice.findings if finding.is_live}

    expected = {Truth.HOLDS: [Verdict.APPLIES], Truth.OPEN: [Verdict.MAY_APPLY], Truth.FAILS: []}
    note = brute_force.truth(pack.scope_notes[0].when, pack, plan)
    assert [one.verdict for one in advice.scope_notes] == expected[note]
    for finding in advice.findings:
        modifiers = pack.configuration_by_id[finding.configuration].stronger_when
        certain = [m for m in modifiers if brute_force.truth(m.when, pack, plan) is Truth.HOLDS]
        assert list(finding.stronger) == [m.because for m in certain if finding.is_live]
    for action in pack.actions:
        applies = Truth.HOLDS
        if action.applies_when is not None and not action.safety:
            applies = brute_force.truth(action.applies_when, pack, plan)
        serves = {serving.configuration for serving in action.serves} & live
        advised = (serves or action.safety) and applies is not Truth.FAILS
        assert (action.id in advice.action_by_id) == bool(advised)
        if advised:
            assert advice.action_by_id[action.id].applies is applies
            assert set(advice.action_by_id[action.id].serves) == serves


@given(packs_and_plans(), st.data())
def test_answering_an_open_question_never_flips_a_settled_verdict(
    case: PackAndPlan, data: st.DataObject
) -> None:
    pack, plan = case
    before = advise(pack, plan)
    still_open = open_questions_of(pack, plan)
    if not still_open:
        return
    question = pack.questionnaire[data.draw(st.sampled_from(still_open))]
    answer = Answer(value=data.draw(st.sampled_from(possible_answers(question))))

    after = advise(pack, plan.with_entry(EntryKey.of_answer(question.id), answer))

    for old, new in zip(before.findings, after.findings, strict=True):
        assert new.verdict is old.verdict or not old.is_settled
        assert set(new.depends_on) <= set(old.depends_on)


@given(packs_and_plans())
def test_the_order_of_rules_questions_and_answers_changes_no_value(case: PackAndPlan) -> None:
    pack, plan = case
    questionnaire = Questionnaire(
        sections=pack.questionnaire.sections,
        questions=tuple(
            replace(question, options=question.options[::-1])
            for question in reversed(pack.questionnaire.questions)
        ),
    )
    turned = replace(
        pack,
        questionnaire=questionnaire,
        configurations=tuple(replace(c, rules=c.rules[::-1]) for c in pack.configurations[::-1]),
        actions=pack.actions[::-1],
    )
    turned_plan = replace(
        plan,
        answers=dict(list(plan.answers.items())[::-1]),
        decisions=dict(list(plan.decisions.items())[::-1]),
    )

    one, other = advise(pack, plan), advise(turned, turned_plan)

    assert one.summary == other.summary
    for finding in one.findings:
        same = other.finding_by_rule[finding.rule]
        assert replace(same, depends_on=(), actions=()) == replace(
            finding, depends_on=(), actions=()
        )
        assert set(same.depends_on) == set(finding.depends_on)
        assert set(same.actions) == set(finding.actions)
    for action in one.actions:
        assert replace(other.action_by_id[action.id], serves=()) == replace(action, serves=())
        assert set(other.action_by_id[action.id].serves) == set(action.serves)
    assert {q.question: q for q in one.open_questions} == {
        q.question: q for q in other.open_questions
    }


@given(packs_and_plans())
def test_three_values_never_contradict_what_is_exact(case: PackAndPlan) -> None:
    pack, plan = case

    for _, rule in pack.rule_by_id.values():
        kleene = judge(rule.when, plan.answer, pack.questionnaire)
        assert kleene in {Truth.OPEN, brute_force.truth(rule.when, pack, plan)}


@given(packs_and_plans())
def test_a_hidden_question_makes_every_test_on_it_false(case: PackAndPlan) -> None:
    pack, plan = case
    without = plan
    for question in pack.questionnaire.questions:
        ask_when = question.ask_when
        if ask_when is not None and brute_force.truth(ask_when, pack, plan) is Truth.FAILS:
            without = without.with_entry(EntryKey.of_answer(question.id), Answer())

    assert [f.verdict for f in advise(pack, plan).findings] == [
        f.verdict for f in advise(pack, without).findings
    ]


@given(packs_and_plans())
def test_relevance_is_open_only_while_a_gate_is(case: PackAndPlan) -> None:
    pack, plan = case
    complete = plan
    for question in pack.questionnaire.questions:
        if plan.answer(question.id).is_open:
            answer = Answer(value=possible_answers(question)[0])
            complete = complete.with_entry(EntryKey.of_answer(question.id), answer)

    for question in pack.questionnaire.questions:
        shown = relevance(question.id, complete.answer, pack.questionnaire)
        assert shown is not Truth.OPEN
        completion = next(brute_force.completions(pack, complete))
        expected = brute_force.is_shown(question.id, completion, pack.questionnaire)
        assert (shown is Truth.HOLDS) == expected
