"""What the shipped pack says fits the plan: fathers are no mothers, and who runs is not opening."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.models import conditions
from advisor.models.evidence import Action, ScopeNote
from advisor.models.explanation import Truth
from advisor.models.gates import Gate
from advisor.models.ids import QuestionId
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from advisor.rules.judging import Explainer
from tests.support import building
from tests.support.plausible import plausible_plans
from tests.support.pseudo import texts_in
from tests.support.shipped import shipped_pack

Record = Action | Gate | ScopeNote

OF_MOTHERS = re.compile(r"\b(she|her|hers|herself|mothers?|woman|women)\b", re.IGNORECASE)
OF_OPENING = re.compile(
    r"\b(do not open|launch|opening day|from the start|before you (open|start|fix))\b",
    re.IGNORECASE,
)
SOURCES_SPEAK_OF_MOTHERS = {
    "scope-online",
    "scope-fathers",
    "scope-violence",
    "scope-all-parents",
    "scope-thin-groups",
}
"""Notes that report, also to fathers, what sources found with mothers."""


def possible(record: Record, plan: Plan) -> Iterator[str]:
    """Yield the wordings that some completion of a plan gets."""
    explainer = Explainer(plan.answer, shipped_pack().questionnaire)
    for variant in record.variants:
        truth = explainer.explain(variant.when).truth
        if truth is not Truth.FAILS:
            yield variant.text
        if truth is Truth.HOLDS:
            return
    yield record.text


def beside(record: Record) -> Iterator[str]:
    """Yield what stands beside a record's text and has no other wordings."""
    match record:
        case Action():
            yield from (record.done_when, record.caution)
        case Gate():
            yield record.in_place
        case ScopeNote():
            yield record.title


def shown_to_fathers() -> list[Record]:
    pack = shipped_pack()
    safety = [action for action in pack.actions if action.safety]
    notes = [note for note in pack.scope_notes if note.id not in SOURCES_SPEAK_OF_MOTHERS]
    return [*pack.gates, *safety, *notes]


@pytest.mark.parametrize("record", shown_to_fathers(), ids=lambda record: str(record.id))
def test_a_plan_for_fathers_only_is_not_told_about_mothers(record: Record) -> None:
    plan = building.plan(people="fathers_only")

    for text in (*possible(record, plan), *beside(record)):
        assert not OF_MOTHERS.search(text), text


@pytest.mark.parametrize("stage", ["running", "changing"])
def test_a_programme_that_runs_is_not_told_to_wait_before_it_opens(stage: str) -> None:
    pack, plan = shipped_pack(), building.plan(programme_stage=stage)

    records: list[Record] = [*pack.actions, *pack.gates]
    for record in records:
        for text in (*possible(record, plan), *beside(record)):
            assert not OF_OPENING.search(text), f"{record.id}: {text}"


def test_a_programme_that_is_being_set_up_is_told_not_to_open_yet() -> None:
    (action,) = (each for each in shipped_pack().actions if each.id == "safe-05")

    for text in possible(action, building.plan(programme_stage="setting_up")):
        assert "open" in text


OF_A_ROOM = re.compile(r"\b(goes home|sits (alone|down|near)|lifts|the (room|door))\b")


def test_a_sign_that_a_chat_can_show_speaks_of_no_room() -> None:
    online = {"online_group"}
    signs = [
        (branch.id, branch.sign)
        for configuration in shipped_pack().configurations
        for rule in configuration.rules
        for branch in rule.branches
        if branch.sign
        and any(
            online <= set(conditions.options_of(test)) for test in conditions.tests_in(branch.when)
        )
    ]

    assert len(signs) > 5
    for branch, sign in signs:
        assert not OF_A_ROOM.search(sign), f"{branch}: {sign}"


def test_whatever_a_clinician_is_to_see_is_there() -> None:
    told = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text("utf-8")
    listed = told.partition("**A perinatal clinician**")[2].partition("\n* ")[0]
    named = set(
        re.findall(r"\b(?:safe|train|med|abuse|loss)-\d\d\b|\b(?:gate|scope)-[a-z-]+", listed)
    )
    pack = shipped_pack()
    records: list[Record] = [*pack.actions, *pack.gates, *pack.scope_notes]
    there = {str(record.id) for record in records}

    assert len(named) > 20
    assert named <= there


OF_MEETING = re.compile(
    r"\b(visits|(a|first|home) visit|the room|every meeting|first meeting,|prams)\b", re.IGNORECASE
)


def test_a_phone_line_is_told_nothing_about_visits_and_rooms() -> None:
    pack = shipped_pack()
    for plan in plausible_plans(pack, 150):
        if plan.answer(QuestionId("formats")).given != frozenset({"telephone"}):
            continue
        advice = advise(pack, plan)
        said = [branch.text for finding in advice.findings for branch in finding.at_work]
        said += [branch.sign for finding in advice.findings for branch in finding.at_work]
        said += [action.text for action in advice.actions]
        assert len(said) > 50
        for text in said:
            assert not OF_MEETING.search(text), text


def test_what_is_said_stands_between_curved_quotation_marks() -> None:
    """As in everything that the program says itself; a straight one would stand beside them."""
    assert [text for text in texts_in(shipped_pack()) if '"' in text] == []
