"""The engine against brute force over every completion of random plans for random packs."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor.models.evidence import Domain, Effect
from advisor.models.explanation import Truth
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Choice, EntryKey, Plan
from advisor.models.questionnaire import Questionnaire
from advisor.rules.engine import advise
from advisor.rules.judging import Explainer, relevance
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
def test_a_branch_is_what_every_completion_says_of_it_alone(case: PackAndPlan) -> None:
    pack, plan = case
    tried = list(brute_force.completions(pack, plan))

    for finding in advise(pack, plan).findings:
        configuration, rule = pack.rule_by_id[finding.rule]
        expected = {
            branch.id: brute_force.verdict(
                brute_force.branch_statuses(configuration, branch, pack, tried)
            )
            for branch in rule.counting
        }
        live = {Verdict.APPLIES, Verdict.MAY_APPLY}
        assert {branch.id: branch.verdict for branch in finding.counting} == {
            branch: verdict for branch, verdict in expected.items() if verdict in live
        }
        elsewhere = {
            branch.id
            for branch in rule.branches
            if all(brute_force.is_from_elsewhere(configuration, branch, c, pack) for c in tried)
        }
        assert {branch.id for branch in finding.from_elsewhere} == elsewhere


@given(packs_and_plans())
def test_the_state_of_a_risk_is_that_of_its_worst_branch_at_work(case: PackAndPlan) -> None:
    pack, plan = case
    advice = advise(pack, plan)

    for finding in advice.findings:
        at_work = {branch.id for branch in finding.at_work}
        states = [branch.state for branch in finding.branches]
        if finding.effect is Effect.HARMS and finding.verdict is Verdict.APPLIES:
            assert at_work
            assert finding.state is min(
                (branch.state for branch in finding.at_work if branch.state),
                key=list(RiskState).index,
            )
            assert all(branch.id in at_work for branch in finding.branches if branch.state)
        else:
            assert finding.state is None
            assert set(states) <= {None}


@given(packs_and_plans())
def test_open_questions_come_by_gates_then_risks_then_the_rest(case: PackAndPlan) -> None:
    pack, plan = case
    tried = list(brute_force.completions(pack, plan))
    touches: dict[str, int] = {}
    settles: dict[str, int] = {}
    risky: set[str] = set()
    for configuration, rule in pack.rule_by_id.values():
        found = brute_force.statuses_of(configuration, rule, pack, tried)
        if brute_force.verdict(found) is Verdict.MAY_APPLY:
            for question in brute_force.depends_on(pack, plan, tried, found):
                touches[question] = touches.get(question, 0) + 1
                risky |= {question} if configuration.domain is Domain.RISK else set()
            for question in brute_force.settled_by(pack, plan, tried, found):
                settles[question] = settles.get(question, 0) + 1

    advice = advise(pack, plan)

    asked = advice.open_questions
    gated = {
        question
        for gate in advice.gates
        if gate.state is GateState.NOT_SAID
        for question in gate.depends_on
    }
    assert {one.question for one in asked} == touches.keys() | gated
    assert {one.question: one.touches for one in asked if one.touches} == touches
    assert {one.question: one.could_settle for one in asked if one.could_settle} == settles
    kinds = [0 if one.gates else 1 if one.question in risky else 2 for one in asked]
    usefulness = [
        (kind, -one.could_settle, -one.touches) for kind, one in zip(kinds, asked, strict=True)
    ]
    assert usefulness == sorted(usefulness)
    assert all(bool(one.gates) == (one.question in gated) for one in asked)
    assert all(one.open == plan.answer(one.question).value for one in asked)


@given(packs_and_plans())
def test_a_gate_is_missing_only_when_every_completion_says_so(case: PackAndPlan) -> None:
    pack, plan = case
    states = {
        Truth.HOLDS: GateState.MISSING,
        Truth.OPEN: GateState.NOT_SAID,
        Truth.FAILS: GateState.FINE,
    }
    advice = advise(pack, plan)

    for gate, finding in zip(pack.gates, advice.gates, strict=True):
        shown = [advice.action_by_id[each] for each in finding.actions]
        decided = any(one.decision.choice is Choice.IN_PLACE for one in shown)
        if decided and all(one.in_place for one in shown):
            assert finding.state is GateState.FINE
        else:
            assert finding.state is states[brute_force.truth(gate.when, pack, plan)]


@given(packs_and_plans())
def test_notes_and_actions_follow_conditions_over_every_completion(case: PackAndPlan) -> None:
    pack, plan = case
    advice = advise(pack, plan)
    live = {finding.configuration for finding in advice.findings if finding.is_live}
    key = {
        action
        for finding in advice.findings
        if finding.effect.is_adverse
        for at_work in finding.at_work
        for branch in pack.rule_by_id[finding.rule][1].counting
        if branch.id == at_work.id
        for action in branch.answered_by
    }

    expected = {Truth.HOLDS: [Verdict.APPLIES], Truth.OPEN: [Verdict.MAY_APPLY], Truth.FAILS: []}
    note = brute_force.truth(pack.scope_notes[0].when, pack, plan)
    assert [one.verdict for one in advice.scope_notes] == expected[note]
    for finding in advice.findings:
        modifiers = pack.configuration_by_id[finding.configuration].stronger_when
        certain = [m for m in modifiers if brute_force.truth(m.when, pack, plan) is Truth.HOLDS]
        assert list(finding.stronger) == [m.because for m in certain if finding.is_live]
    for action in pack.actions:
        applies = Truth.HOLDS
        if action.applies_when is not None:
            applies = brute_force.truth(action.applies_when, pack, plan)
        serves = {serving.configuration for serving in action.serves} & live
        advised = (serves or action.safety or action.id in key) and applies is not Truth.FAILS
        assert (action.id in advice.action_by_id) == bool(advised)
        if advised:
            assert advice.action_by_id[action.id].applies is applies
            assert set(advice.action_by_id[action.id].serves) == serves
            assert advice.action_by_id[action.id].key == (action.id in key)


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
        if old.verdict is Verdict.DOES_NOT_APPLY:
            assert not new.is_live
        else:
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
    asked, asked_otherwise = (
        {q.question: replace(q, risks=tuple(sorted(q.risks))) for q in advice.open_questions}
        for advice in (one, other)
    )
    assert asked == asked_otherwise


@given(packs_and_plans())
def test_three_values_never_contradict_what_is_exact(case: PackAndPlan) -> None:
    pack, plan = case

    for _, rule in pack.rule_by_id.values():
        for branch in rule.branches:
            kleene = Explainer(plan.answer, pack.questionnaire).explain(branch.when).truth
            assert kleene in {Truth.OPEN, brute_force.truth(branch.when, pack, plan)}


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
