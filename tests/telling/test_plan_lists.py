import datetime
from dataclasses import replace

import pytest

from advisor.models.ids import PlanId, QuestionId
from advisor.models.judged import Judged, Place, PlanOrder, PlanSummary, judged_of
from advisor.models.marks import Mark
from advisor.rules.engine import advise
from advisor.telling.counts import counts
from advisor.telling.plan_lists import ORDER, told_plan
from tests.storage import things
from tests.support.examples import example
from tests.support.fake_advisor import shipped_pack

NOON = datetime.datetime(2026, 3, 1, 12, 5).astimezone()
SUMMARY = PlanSummary(
    id=PlanId("plan"),
    title="Lowmere",
    description="Tea on Tuesdays\nin the hall",
    changed=NOON,
    answered=3,
    asked=50,
    judged=things.judged(2),
)
NOTHING = things.judged(0, missing=0)


def signs(judged: Judged | None) -> list[str]:
    told = told_plan(replace(SUMMARY, judged=judged), NOON)
    return [told.safety.words, *(sign.words for sign in told.risks)]


def test_a_plan_is_told_with_how_far_it_is_and_what_was_written_about_it() -> None:
    told = told_plan(SUMMARY, NOON)

    assert (told.title, told.answered, told.share) == ("Lowmere", "3 of 50 answered", 0.06)
    assert told.about == "Tea on Tuesdays"
    assert told.sentence == (
        "Lowmere. Tea on Tuesdays. 3 of 50 answered. Before you open: 1. 2 open. "
        "changed today 12:05"
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today 12:05"), (1, "Yesterday"), (20, "9 Feb"), (80, "11 Dec 2025")],
)
def test_when_a_plan_was_changed_is_told_in_few_words(days: int, words: str) -> None:
    changed = NOON - datetime.timedelta(days=days)

    assert told_plan(replace(SUMMARY, changed=changed), NOON).changed == words


def test_what_is_missing_is_named_by_its_weight() -> None:
    missing = things.judged(0)

    assert signs(missing)[0] == "Before you open: 1"
    assert signs(replace(missing, stops=1))[0] == "Stop first: 1"
    assert signs(replace(missing, stops=1, is_running=True))[0] == "Put right first: 1"
    not_said = replace(NOTHING, summary=replace(NOTHING.summary, gates_not_said=2))
    assert signs(not_said)[0] == "Not said yet: 2"
    assert signs(NOTHING)[0] == "Nothing to stop for"


def test_a_plan_without_advice_has_no_calm_sign() -> None:
    told = told_plan(replace(SUMMARY, judged=None), NOON)

    assert told.safety.mark is Mark.NOT_STARTED
    assert signs(None) == ["No advice yet"]


def test_no_count_of_risks_is_told_where_nothing_can_be_judged() -> None:
    for judged in (replace(NOTHING, can_judge=False), replace(NOTHING, covered=False)):
        assert signs(judged) == ["Nothing to stop for", "We cannot judge this form"]


def test_no_risk_is_told_only_where_none_may_apply() -> None:
    assert signs(NOTHING)[1:] == ["None that we know of"]
    open_ones = replace(NOTHING, summary=replace(NOTHING.summary, risks_that_may_apply=6))
    assert signs(open_ones)[1:] == ["6 depend"]


def test_where_the_questions_wait_is_told_on_demand() -> None:
    at = Place(section="Supervision", page=2, pages=3)
    asked = replace(NOTHING, waiting=QuestionId("D01"), at=at)

    def about(judged: Judged | None, answered: int = 3) -> str:
        plan = replace(SUMMARY, judged=judged, answered=answered)
        return told_plan(plan, NOON, with_place=True).about

    assert about(asked) == "Tea on Tuesdays · next: Supervision"
    done = replace(NOTHING, waiting=None)
    assert about(done) == "Tea on Tuesdays · the others left open"
    assert about(done, SUMMARY.asked) == "Tea on Tuesdays"
    assert about(replace(asked, at=None)) == about(None) == "Tea on Tuesdays"
    assert told_plan(replace(SUMMARY, judged=asked), NOON).about == "Tea on Tuesdays"


@pytest.mark.parametrize("number", range(8))
def test_a_list_counts_what_the_advice_counts(number: int) -> None:
    plan = example(number)
    advice = advise(shipped_pack(), plan)
    told = told_plan(replace(SUMMARY, judged=judged_of(advice)), NOON)
    shown = {sign.mark: sign.words for sign in (told.safety, *told.risks)}

    for count in counts(advice):
        if count.number and count.mark in shown:
            assert str(count.number) in shown[count.mark]


def test_every_order_has_words() -> None:
    assert {ORDER[order] for order in PlanOrder} == {
        "Last changed",
        "Name",
        "Most to put right first",
        "Most open risks",
        "Least answered",
    }
