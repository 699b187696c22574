"""What holds of the shipped pack whatever a plan says: exposure makes a risk, practice decides."""

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import BranchFinding, GateState, RiskState
from advisor.models.plan import Answer, Choice, Decision, EntryKey, OpenAnswer, Plan
from advisor.models.questionnaire import Question, QuestionKind, Role
from advisor.plan_files.reading import plan_from_data
from advisor.rules.engine import advise
from tests.rules.test_shipped_pack import answers_to, plans_with_gaps
from tests.support.shipped import example_plans, shipped_pack

PAIRS = Path(__file__).parents[1] / "plans" / "pairs.json"
ASKS_FOR_MORE = {"mood_scale"}
"""A questionnaire about mood is good practice that asks for a plan what to do with it."""

BETTER_STATE = list(RiskState)
BETTER_GATE = [GateState.MISSING, GateState.NOT_SAID, GateState.FINE]


def harms(advice: Advice) -> dict[str, object]:
    """The verdict on every risk, with the branches that make it apply or may."""
    return {
        finding.rule: (finding.verdict, [(each.id, each.verdict) for each in finding.counting])
        for finding in advice.findings
        if finding.effect is Effect.HARMS
    }


def practice_options(question: Question) -> set[str]:
    return {each.id for each in question.options if question.role_of(each.id) is Role.PRACTICE}


def changed_practice(draw: st.DrawFn, question: Question, before: Answer) -> Answer:
    """Another answer that says something else about practice and nothing else about exposure."""
    if question.role is Role.PRACTICE and practice_options(question) >= {
        option.id for option in question.options
    }:
        return draw(st.one_of(answers_to(question), st.sampled_from(OpenAnswer).map(opened)))
    if question.kind is not QuestionKind.MULTIPLE or not isinstance(before.value, frozenset):
        return before
    free = practice_options(question) - {each.id for each in question.options if each.exclusive}
    if not free or any(question.option(each).exclusive for each in before.value):
        return before
    chosen = draw(st.frozensets(st.sampled_from(sorted(free))))
    now = (before.value - free) | chosen
    return Answer(value=frozenset(map(type(question.options[0].id), now))) if now else before


def opened(value: OpenAnswer) -> Answer:
    return Answer(value=value)


@st.composite
def plans_that_differ_in_practice(draw: st.DrawFn) -> tuple[Plan, Plan]:
    partial, _complete = draw(plans_with_gaps())
    other = partial
    for question in shipped_pack().questionnaire.questions:
        if practice_options(question) or question.role is Role.PRACTICE:
            answer = changed_practice(draw, question, partial.answer(question.id))
            other = other.with_entry(EntryKey.of_answer(question.id), answer)
    return partial, other


@settings(max_examples=40)
@given(plans_that_differ_in_practice())
def test_no_answer_about_practice_changes_the_verdict_on_a_risk(plans: tuple[Plan, Plan]) -> None:
    one, other = plans

    assert harms(advise(shipped_pack(), one)) == harms(advise(shipped_pack(), other))


@settings(max_examples=30)
@given(plans_with_gaps(), st.data())
def test_one_more_action_in_place_worsens_nothing(
    plans: tuple[Plan, Plan], data: st.DataObject
) -> None:
    plan, _complete = plans
    before = advise(shipped_pack(), plan)
    action = data.draw(st.sampled_from(before.actions)).id
    done = Decision(choice=Choice.IN_PLACE)

    after = advise(shipped_pack(), plan.with_entry(EntryKey.of_decision(action), done))

    assert harms(before) == harms(after)
    for old, new in zip(before.findings, after.findings, strict=True):
        if old.state is not None and new.state is not None:
            assert BETTER_STATE.index(new.state) >= BETTER_STATE.index(old.state)
    for gate, now in zip(before.gates, after.gates, strict=True):
        assert BETTER_GATE.index(now.state) >= BETTER_GATE.index(gate.state)
    assert action not in [each.action for each in after.priorities]


@pytest.mark.parametrize("plan", example_plans(), ids=lambda plan: plan.title)
def test_one_more_ticked_practice_worsens_no_state_and_no_gate(plan: Plan) -> None:
    """Every practice that the plan does not tick yet is ticked, one at a time."""
    before = advise(shipped_pack(), plan)
    for question in shipped_pack().questionnaire.questions:
        given = plan.answer(question.id).given
        if isinstance(given, frozenset) and not any(question.option(e).exclusive for e in given):
            exclusive = {option.id for option in question.options if option.exclusive}
            for option in sorted(practice_options(question) - given - exclusive - ASKS_FOR_MORE):
                more = Answer(value=given | {question.option(_id(question, option)).id})
                after = advise(
                    shipped_pack(), plan.with_entry(EntryKey.of_answer(question.id), more)
                )
                assert worsened(before, after) == [], f"{question.id}: {option}"


def _id(question: Question, option: str) -> Any:
    return next(each.id for each in question.options if each.id == option)


def worsened(before: Advice, after: Advice) -> list[str]:
    """The risks and gates that are worse than before."""
    found = [
        old.rule
        for old, new in zip(before.findings, after.findings, strict=True)
        if old.state
        and (not new.state or BETTER_STATE.index(new.state) < BETTER_STATE.index(old.state))
    ]
    return found + [
        old.id
        for old, new in zip(before.gates, after.gates, strict=True)
        if BETTER_GATE.index(new.state) < BETTER_GATE.index(old.state)
    ]


@settings(max_examples=15)
@given(plans_with_gaps(), st.randoms(use_true_random=False))
def test_the_order_of_rules_questions_and_answers_never_matters(
    plans: tuple[Plan, Plan], random: Any
) -> None:
    plan, _complete = plans
    pack = shipped_pack()
    answers = list(plan.answers.items())
    questions, configurations = list(pack.questionnaire.questions), list(pack.configurations)
    for each in (answers, questions, configurations):
        random.shuffle(each)
    shuffled = replace(
        pack,
        questionnaire=replace(pack.questionnaire, questions=tuple(questions)),
        configurations=tuple(configurations),
    )

    one = advise(pack, plan)
    other = advise(shuffled, replace(plan, answers=MappingProxyType(dict(answers))))

    def told(advice: Advice) -> object:
        return (
            {
                finding.rule: (
                    finding.verdict,
                    finding.state,
                    finding.matters_more,
                    finding.branches,
                )
                for finding in advice.findings
            },
            {gate.id: gate.state for gate in advice.gates},
            {action.id: (action.key, action.in_place, action.text) for action in advice.actions},
            [priority.action for priority in advice.priorities],
            advice.summary,
        )

    assert told(one) == told(other)


def pairs() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]
    return rows


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair["because"])
def test_one_answer_changes_what_it_should(pair: dict[str, Any]) -> None:
    """Two complete plans that differ in one answer, and what must change from one to the other."""
    plan = next(each for each in example_plans() if each.title.endswith(pair["plan"]))
    before = advise(shipped_pack(), plan)
    after = advised_with(plan, pair["then"])

    assert len(pair["then"]) == 1
    for name, (old, new) in pair["change"].items():
        assert (said(before, name), said(after, name)) == (old, new), name
    for name in pair.get("same", ()):
        assert said(before, name) == said(after, name), name


def advised_with(plan: Plan, answers: dict[str, object]) -> Advice:
    data = {"plan_version": 1, "title": "One answer", "answers": answers}
    for question, answer in plan_from_data(data, shipped_pack()).answers.items():
        plan = plan.with_entry(EntryKey.of_answer(question), answer)
    return advise(shipped_pack(), plan)


def said(advice: Advice, name: str) -> str:
    """What advice says of a gate, of a rule, of a branch (``rule/branch``) or of its state."""
    gates: dict[str, str] = {gate.id: gate.state.value for gate in advice.gates}
    if name in gates:
        return gates[name]
    rule, _, part = name.partition("/")
    finding = next(each for each in advice.findings if each.rule == rule)
    if part == "state":
        return finding.state.value if finding.state else "none"
    if part:
        branches: dict[str, BranchFinding] = {each.id: each for each in finding.branches}
        if part not in branches:
            return "no"
        return "other_sources" if branches[part].other_sources else branches[part].verdict.value
    return finding.verdict.value
