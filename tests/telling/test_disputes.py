import datetime
from dataclasses import replace

import pytest

from advisor.models.ids import OptionId
from advisor.models.plan import (
    Answer,
    Choice,
    Decision,
    Entry,
    EntryKey,
    GateTick,
    OwnAction,
    OwnRisk,
    PlanName,
)
from advisor.telling.disputes import tell_dispute
from tests.support.drafts import CHARITY, PLAN, SETTING
from tests.support.examples import DROP_IN, example
from tests.support.fake_advisor import shipped_pack

Disputed = tuple[EntryKey, Entry | None, Entry | None]
GATE = shipped_pack().gates[0]
ACTION = shipped_pack().actions[0]
STAIRS = OwnRisk(id="2", text="Stairs", mitigation="A ramp")
TEA = OwnAction(id="1", text="Tea", stage=shipped_pack().stages[0].id)
LIFT = replace(STAIRS, text="Lift", mitigation="Ask the landlord")
DISPUTES: dict[str, tuple[Disputed, tuple[str, ...]]] = {
    "answer": (
        (
            EntryKey.of_answer(SETTING),
            Answer(value=CHARITY, note="As the trustees said"),
            Answer(value=OptionId("other_public_service")),
        ),
        (
            "This answer was also changed elsewhere",
            "A charity or community group",
            "Note: As the trustees said",
            "Another public service",
        ),
    ),
    "name": (
        (
            EntryKey.of_plan(PLAN),
            PlanName(title="Ours", description="In two towns."),
            PlanName(title="Theirs"),
        ),
        ("This plan was also renamed elsewhere", "Ours", "Description: In two towns.", "Theirs"),
    ),
    "decision": (
        (
            EntryKey.of_decision(ACTION.id),
            Decision(choice=Choice.WE_WILL, owner="Jo"),
            Decision(choice=Choice.NOT_FOR_US, reason="No room"),
        ),
        (
            "This decision was also changed elsewhere",
            ACTION.text,
            "We will do this",
            "Who: Jo",
            "Not for us",
            "Why not: No room",
        ),
    ),
    "own action": (
        (TEA.key, TEA, replace(TEA, text="Coffee")),
        ("This action of yours was also changed elsewhere", "Tea", "Coffee"),
    ),
    "own risk": (
        (STAIRS.key, STAIRS, LIFT),
        (
            "This risk of yours was also changed elsewhere",
            "What you will do about it: A ramp",
            "Lift",
            "What you will do about it: Ask the landlord",
        ),
    ),
    "tick": (
        (
            EntryKey.of_tick(GATE.id),
            GateTick(day=datetime.date(2027, 3, 5)),
            GateTick(day=datetime.date(2027, 3, 6)),
        ),
        (
            "This tick was also changed elsewhere",
            GATE.in_place,
            "Ticked on 5 March 2027",
            "Ticked on 6 March 2027",
        ),
    ),
    "tick taken away elsewhere": (
        (EntryKey.of_tick(GATE.id), GateTick(day=datetime.date(2027, 3, 5)), None),
        ("This tick was taken away elsewhere", GATE.in_place, "It was removed."),
    ),
    "removed elsewhere": (
        (STAIRS.key, STAIRS, None),
        ("This risk of yours was removed elsewhere", "Stairs", "It was removed."),
    ),
    "removed here": (
        (STAIRS.key, None, LIFT),
        ("This risk of yours was also changed elsewhere", "You removed it.", "Lift"),
    ),
}


@pytest.mark.parametrize("case", DISPUTES)
def test_of_every_kind_both_are_told_in_words(case: str) -> None:
    (key, ours, theirs), wanted = DISPUTES[case]

    told = tell_dispute(shipped_pack(), example(DROP_IN), key, ours, theirs)

    shown = [told.title, told.about, *(words for side in told.sides for words in side.words)]
    assert [each for each in wanted if each not in shown] == []


def test_ours_stands_before_what_was_saved_elsewhere() -> None:
    told = tell_dispute(shipped_pack(), example(DROP_IN), STAIRS.key, None, LIFT)

    assert [side.name for side in told.sides] == ["Yours", "Saved elsewhere"]
    assert [side.words[0] for side in told.sides] == ["You removed it.", "Lift"]
    assert told.about == "Lift"
