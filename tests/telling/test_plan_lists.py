import datetime
from dataclasses import replace

import pytest

from advisor.models.ids import PlanId
from advisor.models.plan import PlanSummary
from advisor.telling.plan_lists import told_plan

SUMMARY = PlanSummary(
    id=PlanId("plan"),
    title="Lowmere",
    changed=datetime.datetime(2026, 3, 1, 12, 5, tzinfo=datetime.UTC),
    answered=3,
    asked=50,
    open_risks=2,
)


def test_a_plan_is_told_with_how_far_it_is_and_when_it_was_changed() -> None:
    told = told_plan(SUMMARY)

    assert (told.title, told.answered) == ("Lowmere", "3 of 50 answered")
    assert told.changed.startswith("Changed 1 March 2026, ")


@pytest.mark.parametrize(
    ("risks", "words", "is_calm"),
    [
        (None, "No advice yet", None),
        (0, "No open risks so far", None),
        (1, "1 open risk", False),
        (4, "4 open risks", False),
    ],
)
def test_open_risks_are_told_in_words(risks: int | None, words: str, is_calm: bool | None) -> None:
    told = told_plan(replace(SUMMARY, open_risks=risks))

    assert (told.risks, told.is_calm) == (words, is_calm)


@pytest.mark.parametrize(
    ("risks", "missing", "words"),
    [
        (0, 1, "1 thing to put right first"),
        (4, 2, "2 things to put right first · 4 open risks"),
        (None, 0, "We cannot judge this form"),
        (None, 3, "3 things to put right first · We cannot judge this form"),
    ],
)
def test_nothing_reads_as_calm_while_something_is_missing_or_nothing_is_judged(
    risks: int | None, missing: int, words: str
) -> None:
    told = told_plan(replace(SUMMARY, answered=50, open_risks=risks, gates_missing=missing))

    assert told.risks == words
    assert told.is_calm is not True


def test_only_a_finished_plan_is_said_to_have_no_open_risks() -> None:
    told = told_plan(replace(SUMMARY, open_risks=0, answered=50))

    assert (told.risks, told.is_calm) == ("No open risks", True)


def test_a_plan_without_answers_has_no_advice_rather_than_no_risks() -> None:
    told = told_plan(replace(SUMMARY, open_risks=0, answered=0))

    assert (told.risks, told.is_calm) == ("No advice yet", None)
