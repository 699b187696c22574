from dataclasses import replace

import pytest

from advisor.models.advice import Summary
from advisor.models.marks import Mark
from advisor.telling.headline import CAVEAT, counts, headline, open_risks, progress
from tests.support.examples import ONLINE, advice_on_example

SUMMARY = Summary(
    risks_open=7,
    risks_partly_addressed=1,
    risks_addressed=0,
    benefits=4,
    helps_take_up=1,
    hinders_take_up=11,
    may_apply=0,
    not_covered=0,
    does_not_apply=25,
    answered=36,
    asked=48,
)


def test_the_first_sentence_counts_risks_first() -> None:
    assert headline(SUMMARY) == (
        "Your plan has 8 risks (7 open and 1 partly addressed), 4 likely benefits, 1 thing that"
        " may help mothers say yes and 11 things that may keep mothers away."
    )


def test_what_there_is_none_of_is_left_out_but_for_risks() -> None:
    few = replace(SUMMARY, risks_open=0, risks_partly_addressed=0, helps_take_up=0)

    assert headline(few) == (
        "Your plan has 4 likely benefits and 11 things that may keep mothers away."
        " No risk that we know of applies."
    )
    assert headline(replace(few, may_apply=51)).startswith(
        "Your plan so far has 4 likely benefits and 11 things that may keep mothers away."
        " No risk that we know of applies so far. Another 51 may apply"
    )


def test_one_state_is_not_counted_twice() -> None:
    one = replace(SUMMARY, risks_open=1, risks_partly_addressed=0)
    all_open = replace(SUMMARY, risks_open=3, risks_partly_addressed=0)

    assert "1 risk (open)" in headline(one)
    assert "3 risks (all open)" in headline(all_open)


def test_what_may_apply_is_said_with_its_reason() -> None:
    words = headline(replace(SUMMARY, may_apply=9))

    assert words.endswith("Another 9 may apply, depending on answers that are still open.")


def test_silent_evidence_is_never_told_as_no_risk() -> None:
    words = headline(advice_on_example(ONLINE).summary)

    assert "no risks" not in words
    assert "our evidence does not speak about" in words
    assert "does not mean that there is no risk" in words


def test_the_page_says_that_its_list_is_not_complete() -> None:
    assert CAVEAT.startswith("This is not a complete list")


NOTHING = replace(
    SUMMARY,
    risks_open=0,
    risks_partly_addressed=0,
    benefits=0,
    helps_take_up=0,
    hinders_take_up=0,
)


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (replace(NOTHING, may_apply=58), "Nothing that we know of applies to your plan so far."),
        (replace(NOTHING, may_apply=1), "Another 1 may apply"),
        (replace(NOTHING, not_covered=58), "For 58 statements our evidence does not speak"),
        (replace(NOTHING, not_covered=1), "For 1 statement our evidence does not speak"),
        (NOTHING, "Nothing that we know of applies to your plan."),
    ],
)
def test_a_plan_without_findings_never_reads_as_one_without_risks(
    summary: Summary, said: str
) -> None:
    assert said in headline(summary)
    assert "no risks" not in headline(summary)


def test_how_far_the_questions_are_answered_is_said() -> None:
    assert progress(SUMMARY) == "36 of 48 questions answered."


def test_numbers_come_with_the_right_words() -> None:
    told = {count.mark: count for count in counts(replace(SUMMARY, risks_open=1, may_apply=2))}

    assert told[Mark.RISK].sentence == "1 open risk"
    assert told[Mark.MAY_APPLY].sentence == "2 findings may apply"
    assert told[Mark.HINDERS].sentence == "11 things may hinder take-up"


def test_no_open_risk_is_none_so_far_while_more_may_apply() -> None:
    assert open_risks(NOTHING).sentence == "0 open risks"
    assert open_risks(replace(NOTHING, may_apply=1)).sentence == "0 open risks so far"
