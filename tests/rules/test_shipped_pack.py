"""The engine on the pack that ships."""

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.models.conditions import AnyOf
from advisor.models.explanation import Truth
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.plan import Answer, EntryKey, OpenAnswer, Plan
from advisor.models.questionnaire import Question, QuestionKind
from advisor.rules.compiling import Compiled
from advisor.rules.engine import advise
from advisor.rules.gathering import applies_to
from advisor.rules.judging import Explainer
from advisor.rules.lanes import spread
from advisor.rules.preparing import prepared
from tests.rules import brute_force
from tests.support import building
from tests.support.shipped import example_plans, shipped_pack

POSSIBLE_LATER = {
    Verdict.APPLIES: {Verdict.APPLIES},
    Verdict.MAY_APPLY: set(Verdict),
    Verdict.NOT_COVERED: {Verdict.NOT_COVERED},
    Verdict.DOES_NOT_APPLY: {Verdict.DOES_NOT_APPLY, Verdict.NOT_COVERED},
}
"""What a verdict can become once every question is answered: what does not apply in some cases
may not be covered in the others."""

GOLDEN = Path(__file__).parent / "golden" / "example_verdicts.json"


@st.composite
def answers_to(draw: st.DrawFn, question: Question) -> Answer:
    """Any answer that a person can give to a question of the shipped pack."""
    match question.kind:
        case QuestionKind.SINGLE:
            return Answer(value=draw(st.sampled_from(question.options)).id)
        case QuestionKind.YES_NO:
            return Answer(value=draw(st.booleans()))
        case QuestionKind.NUMBER:
            return Answer(value=draw(st.integers(question.minimum, question.maximum)))
        case QuestionKind.MULTIPLE:
            alone = [o.id for o in question.options if o.exclusive]
            if alone and draw(st.integers(0, 7)) == 0:
                return Answer(value=frozenset(alone[:1]))
            free = [o.id for o in question.options if not o.exclusive]
            return Answer(value=draw(st.frozensets(st.sampled_from(free), min_size=1)))


@st.composite
def complete_plans(draw: st.DrawFn) -> Plan:
    questions = shipped_pack().questionnaire.questions
    answers = {question.id: draw(answers_to(question)) for question in questions}
    return replace(building.plan(), answers=MappingProxyType(answers))


@st.composite
def plans_with_gaps(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A complete plan, after the same plan with some answers still open."""
    complete = draw(complete_plans())
    gaps = draw(st.sets(st.sampled_from(sorted(complete.answers))))
    partial = complete
    for question in gaps:
        partial = partial.with_entry(
            EntryKey.of_answer(question), Answer(value=draw(st.sampled_from(OpenAnswer)))
        )
    return partial, complete


@settings(max_examples=30)
@given(plans_with_gaps())
def test_a_settled_verdict_is_the_one_the_complete_plan_gets(plans: tuple[Plan, Plan]) -> None:
    partial, complete = (advise(shipped_pack(), plan) for plan in plans)

    for before, after in zip(partial.findings, complete.findings, strict=True):
        assert before.exact
        # Whom the pack is about is judged apart: it leaves a rule out only where it is certain.
        expected = POSSIBLE_LATER[before.verdict] if complete.covered else {Verdict.NOT_COVERED}
        assert after.verdict in expected
        assert bool(before.depends_on) == (before.verdict is Verdict.MAY_APPLY)


@settings(max_examples=30)
@given(complete_plans())
def test_a_complete_plan_leaves_nothing_open(plan: Plan) -> None:
    pack = shipped_pack()
    completion = {question: answer.given for question, answer in plan.answers.items()}
    known = {question: given for question, given in completion.items() if given is not None}

    advice = advise(pack, plan)

    assert advice.open_questions == ()
    for finding in advice.findings:
        configuration, rule = pack.rule_by_id[finding.rule]
        expected = brute_force.status(configuration, rule, known, pack.questionnaire)
        assert finding.verdict is (expected if advice.covered else Verdict.NOT_COVERED)
        branches = AnyOf(tuple(branch.when for branch in rule.counting))
        assert (
            finding.because.truth
            is Explainer(plan.answer, pack.questionnaire).explain(branches).truth
        )
        assert finding.because.truth is not Truth.OPEN


def test_no_condition_of_the_pack_is_too_wide_even_with_nothing_answered() -> None:
    ready = prepared(shipped_pack())
    texts = [gate.text for gate in ready.gates]
    texts += [action.text for action in ready.actions]
    texts += [note.text for note in ready.scope_notes]
    texts += [branch.text for rule in ready.rules for branch in rule.branches]
    notes = [*ready.stronger.values(), *ready.weaker.values()]
    conditions: list[Compiled | None] = [
        ready.scope,
        *(question.shown_when for question in ready.questions),
        *(rule.compiled for rule in ready.rules),
        *(branch.elsewhere for rule in ready.rules for branch in rule.branches),
        *(compiled for text in texts for compiled, _ in text.variants),
        *(compiled for each in notes for compiled, _ in each),
        *(need.met_when for needs in ready.needs.values() for need in needs),
        *(gate.when for gate in ready.gates),
        *(action.applies_when for action in ready.actions),
        *(action.in_place_when for action in ready.actions),
        *(note.when for note in ready.scope_notes),
    ]

    assert len(conditions) > len(ready.rules)
    assert all(spread(one, {}, frozenset()) is not None for one in conditions if one is not None)


def test_with_nothing_answered_everything_may_apply() -> None:
    advice = advise(shipped_pack(), building.plan())

    assert {finding.verdict for finding in advice.findings} == {Verdict.MAY_APPLY}
    assert {gate.state for gate in advice.gates} == {GateState.NOT_SAID}
    assert all(finding.exact for finding in advice.findings)
    assert advice.priorities == ()


def test_every_safety_action_that_may_fit_is_advised_to_every_example() -> None:
    ready = prepared(shipped_pack())
    safety = [each for each in ready.actions if each.action.safety]

    assert safety
    for plan in example_plans():
        situation = ready.situation(plan)
        fitting = {
            each.action.id for each in safety if applies_to(each, situation) is not Truth.FAILS
        }
        assert fitting
        assert fitting <= advise(shipped_pack(), plan).action_by_id.keys()


def test_the_examples_keep_their_verdicts() -> None:
    found = {}
    for plan in example_plans():
        findings = advise(shipped_pack(), plan).findings
        by_word = {
            **{
                verdict.value: [f.rule for f in findings if f.verdict is verdict and not f.state]
                for verdict in Verdict
            },
            **{
                f"risk_{state}": [f.rule for f in findings if f.state is state]
                for state in RiskState
            },
        }
        found[plan.title] = {word: " ".join(rules) for word, rules in by_word.items() if rules}

    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))
