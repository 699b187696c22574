import datetime
from dataclasses import replace

import pytest

from advisor.models.advice import Advice, Summary
from advisor.models.findings import Verdict
from advisor.models.ids import PlanId, QuestionId
from advisor.models.marks import Mark
from advisor.models.plan import EntryKey, GateTick, Plan
from advisor.rules.engine import advise
from advisor.telling.counts import counts
from advisor.telling.gates import told_gates
from advisor.telling.headline import CAVEAT, headline, progress
from advisor.telling.in_short import in_short
from tests.support.examples import DROP_IN, ONLINE, SPARSE, advice_on_example, pack

PLAN = Plan(id=PlanId("p"), title="Plan")
SUMMARY = Summary(
    risks_open=7,
    risks_partly_addressed=1,
    risks_addressed=0,
    benefits=4,
    helps_take_up=1,
    hinders_take_up=11,
    may_apply=0,
    risks_that_may_apply=0,
    not_covered=0,
    does_not_apply=25,
    gates_missing=0,
    gates_not_said=0,
    answered=36,
    asked=48,
)
NOTHING = replace(
    SUMMARY,
    risks_open=0,
    risks_partly_addressed=0,
    benefits=0,
    helps_take_up=0,
    hinders_take_up=0,
)


def advice(summary: Summary) -> Advice:
    return replace(advice_on_example(DROP_IN), summary=summary, open_questions=())


def said(summary: Summary) -> str:
    return headline(pack(), advice(summary)).sentence


def test_the_first_sentence_counts_risks_first() -> None:
    assert said(SUMMARY) == (
        "Your plan has 8 risks (7 open and 1 partly in hand), 4 benefits, 1 thing that"
        " may help mothers say yes and 11 things that may keep mothers away."
    )


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (
            replace(SUMMARY, gates_missing=2),
            "2 safety points come first. Then there are 8 risks (7 open and 1 partly in hand),"
            " 11 things that may keep mothers away and 4 benefits.",
        ),
        (
            SUMMARY,
            "Your plan has 8 risks (7 open and 1 partly in hand), 11 things that may keep mothers"
            " away and 4 benefits.",
        ),
        (replace(NOTHING, gates_missing=1), "Nothing that we know of applies to your plan."),
        (
            replace(NOTHING, benefits=1),
            "Your plan has 1 benefit. No risk that we know of applies.",
        ),
    ],
)
def test_in_a_line_safety_comes_first_and_risks_before_what_helps(
    summary: Summary, said: str
) -> None:
    assert headline(pack(), advice(summary)).brief == said


def test_what_there_is_none_of_is_left_out_but_for_risks() -> None:
    few = replace(SUMMARY, risks_open=0, risks_partly_addressed=0, helps_take_up=0)

    assert said(few) == (
        "Your plan has 4 benefits and 11 things that may keep mothers away."
        " No risk that we know of applies."
    )
    assert said(replace(few, may_apply=51)).startswith(
        "From 36 answers we can name 4 benefits and 11 things that may keep mothers away."
        " No risk that we know of applies so far."
    )


def test_no_risk_is_not_said_while_something_is_missing() -> None:
    few = replace(SUMMARY, risks_open=0, risks_partly_addressed=0, gates_missing=1)

    assert "No risk" not in said(few)


def test_one_state_is_not_counted_twice() -> None:
    one = replace(SUMMARY, risks_open=1, risks_partly_addressed=0)
    all_open = replace(SUMMARY, risks_open=3, risks_partly_addressed=0)

    assert "1 risk (open)" in said(one)
    assert "3 risks (all open)" in said(all_open)


def test_a_sparse_result_says_what_it_could_not_look_at_and_which_question_would_tell() -> None:
    told = advice_on_example(SPARSE)
    # Two of the risks depend on it; on the one that could settle most of all only one does.
    assert next(each.question for each in told.open_questions if each.risks) == "publicity"
    telling = QuestionId("experiences")

    words = headline(pack(), told).sentence

    assert f"{told.summary.risks_that_may_apply} " in words
    assert "depend on answers you have not given." in words
    assert f"To find out, tell us: “{pack().questionnaire[telling].text}”" in words


def test_risks_that_may_apply_are_said_with_their_reason() -> None:
    words = said(replace(SUMMARY, may_apply=9, risks_that_may_apply=5))

    assert "5 more risks depend on answers you have not given." in words
    assert words.endswith("4 benefits or statements about who comes depend on open answers too.")


def test_what_cannot_be_judged_has_no_counts() -> None:
    told = advice_on_example(ONLINE)

    said = headline(pack(), told).sentence
    assert said.startswith("We cannot judge this form: our evidence does not")
    assert "does not mean that there is no risk" in said
    assert {count.mark for count in counts(told)} <= {Mark.MISSING, Mark.NOT_SAID}
    assert in_short(PLAN, told).endswith("We cannot judge this form")


def test_the_page_says_that_its_list_is_not_complete() -> None:
    assert CAVEAT.startswith("This is not a complete list")


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (replace(NOTHING, may_apply=58), "Nothing that we know of applies to your plan so far."),
        (replace(NOTHING, may_apply=58, answered=0), "Nothing can be judged yet"),
        (replace(NOTHING, not_covered=58), "For 58 statements our evidence does not speak"),
        (replace(NOTHING, not_covered=1), "For 1 statement our evidence does not speak"),
        (NOTHING, "Nothing that we know of applies to your plan."),
    ],
)
def test_a_plan_without_findings_never_reads_as_one_without_risks(
    summary: Summary, words: str
) -> None:
    assert words in said(summary)
    assert "no risks" not in said(summary)


def test_before_the_first_answer_nothing_is_said_to_be_judged() -> None:
    told = advise(pack(), PLAN)

    assert told.summary.answered == 0
    said = headline(pack(), told)
    assert said.lead == said.brief == "Nothing can be judged yet: no question is answered."
    assert in_short(PLAN, told) == f"Check first: {told.summary.gates_not_said}"


def test_checks_are_counted_in_short_as_on_the_page_without_those_that_were_ticked() -> None:
    told = advise(pack(), PLAN)
    tick = GateTick(day=datetime.date(2026, 11, 30))
    ticked = PLAN.with_entry(EntryKey.of_tick(told.gates[0].id), tick)
    (group,) = told_gates(pack(), ticked, told)

    assert len(group.left) == told.summary.gates_not_said - 1
    assert in_short(ticked, told) == f"Check first: {len(group.left)}"


def test_how_far_the_questions_are_answered_is_said() -> None:
    assert progress(SUMMARY) == "36 of 48 questions answered."


def test_numbers_come_with_the_right_words() -> None:
    summary = replace(SUMMARY, risks_open=1, may_apply=5, risks_that_may_apply=2, gates_missing=1)
    told = {count.mark: f"{count.number} {count.words}" for count in counts(advice(summary))}

    assert told[Mark.MISSING] == "1 thing to put right first"
    assert told[Mark.RISK] == "1 open risk"
    assert told[Mark.MAY_APPLY] == "2 more risks may apply"
    assert told[Mark.HINDERS] == "11 things keep mothers away"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "No open risk"),
        ({"may_apply": 1}, "No risk is certain yet"),
        ({"may_apply": 1, "risks_partly_addressed": 2}, "No open risk so far"),
        ({"gates_missing": 2}, "Before you open: 2"),
        ({"gates_missing": 2, "risks_open": 3}, "Before you open: 2 · 3 open risks"),
        ({"gates_not_said": 4, "risks_open": 3}, "Check first: 4 · 3 open risks"),
    ],
)
def test_no_open_risk_is_never_said_while_something_is_missing(
    changes: dict[str, int], words: str
) -> None:
    assert in_short(PLAN, advice(replace(NOTHING, **changes))) == words


def test_nothing_open_is_not_said_of_what_is_not_judged() -> None:
    told = advice_on_example(ONLINE)

    assert not told.with_verdict(Verdict.APPLIES, Verdict.MAY_APPLY)
    assert "open risk" not in in_short(PLAN, told)
