"""What stands before all else: counts, the gate before launch, where the evidence stops."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.models.advice import Summary
from advisor.models.evidence import LAUNCH_GATE
from advisor.models.ids import OptionId, PlanId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Plan
from advisor.rules.engine import advise
from advisor.telling.opening import (
    answered_sentence,
    before_opening,
    outside_the_evidence,
    summary_sentence,
)
from tests.support.documents import Example

NOTHING = Summary(
    risks_open=0,
    risks_partly_addressed=0,
    risks_addressed=0,
    benefits=0,
    helps_take_up=0,
    hinders_take_up=0,
    may_apply=0,
    not_covered=0,
    does_not_apply=0,
    answered=3,
    asked=9,
)


def test_the_summary_counts_risks_first_with_their_states() -> None:
    summary = replace(NOTHING, risks_open=2, risks_addressed=1, benefits=1, helps_take_up=4)

    assert summary_sentence(summary) == (
        "For this plan 3 risks apply (2 open, 1 addressed), 1 benefit is likely, and 4 points may "
        "help mothers take up the offer and none may hinder it. This is not a complete list."
    )


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (replace(NOTHING, may_apply=58), "Nothing is settled for this plan yet"),
        (replace(NOTHING, not_covered=58), "Our evidence does not speak about the formats"),
        (replace(NOTHING, not_covered=58), "That is not the same as safe"),
        (NOTHING, "Nothing that we know of applies to this plan."),
    ],
)
def test_a_plan_without_findings_never_reads_as_one_without_risks(
    summary: Summary, said: str
) -> None:
    sentence = summary_sentence(summary)

    assert said in sentence
    assert "no risks" not in sentence
    assert sentence.endswith("This is not a complete list.")


def test_what_the_answers_leave_unsaid_is_counted() -> None:
    summary = replace(NOTHING, may_apply=1, not_covered=2)

    assert answered_sentence(NOTHING) == "3 of 9 questions are answered."
    assert answered_sentence(summary) == (
        "3 of 9 questions are answered; 1 point depends on what is still open; 2 points are not "
        "covered by our evidence."
    )


def test_the_launch_gate_says_what_is_missing_by_the_answers(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    first, *gaps = before_opening(pack, example(2)[1])

    assert first.startswith("Safety basics are still missing. Do not open until")
    assert gaps == [
        "What will training for peers cover? – missing: Privacy, safeguarding and warning signs",
        "How unwell may mothers be when they join? – Any level, with no limit",
        "What links do you have to other services? – None of these",
    ]


def test_several_gaps_in_one_answer_are_told_together(pack: Pack) -> None:
    plan = Plan(
        id=PlanId("00000000-0000-4000-8000-000000000000"),
        title="Two basics",
        answers={
            QuestionId("safety_basics"): Answer(
                value=frozenset(map(OptionId, ("safeguarding_leads", "checks", "data_plan")))
            )
        },
    )

    _, *gaps = before_opening(pack, advise(pack, plan))

    assert gaps == [
        "Which of these safety basics are in place? – missing: A written plan for urgent worries; "
        "Insurance that names what you do"
    ]


def test_the_launch_gate_is_not_silent_while_nothing_is_answered(pack: Pack) -> None:
    plan = Plan(id=PlanId("00000000-0000-4000-8000-000000000000"), title="Empty")

    first, *questions = before_opening(pack, advise(pack, plan))

    assert first.startswith("It is still open whether all safety basics are in place.")
    assert "Which of these safety basics are in place?" in questions


def test_nothing_is_said_before_opening_when_the_basics_are_in_place(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    assert before_opening(pack, example(3)[1]) == ()


def test_the_launch_gate_is_no_note_on_the_evidence(
    pack: Pack, example: Callable[[int], Example]
) -> None:
    notes = [note.id for note in outside_the_evidence(pack, example(2)[1])]

    assert LAUNCH_GATE in {note.id for note in pack.scope_notes}
    assert notes == ["scope-severe", "scope-loss", "scope-peer-experience"]
