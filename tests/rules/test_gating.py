"""Gates: what must be there before mothers are supported."""

import pytest

from advisor.models.conditions import Condition, Is
from advisor.models.findings import GateFinding, GateState
from advisor.models.gates import Level
from advisor.models.ids import ActionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, EntryKey, OpenAnswer, Plan
from advisor.rules.engine import advise
from tests.support import building

AGREED, LED = QuestionId("agreed"), QuestionId("led")
IN_PLACE = Decision(choice=Choice.IN_PLACE)


def gated(in_place_when: Condition | None = None, *actions: str) -> Pack:
    return building.pack(
        [building.yes_no("agreed"), building.yes_no("led")],
        actions=[
            building.action(name, safety=True, in_place_when=in_place_when)
            for name in actions or ("mend",)
        ],
        gates=[building.gate("safe", Is(AGREED, False), *(actions or ("mend",)))],
    )


def gate(pack: Pack, plan: Plan) -> GateFinding:
    (found,) = advise(pack, plan).gates
    return found


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (building.plan(agreed=False), GateState.MISSING),
        (building.plan(agreed=True), GateState.FINE),
        (building.plan(), GateState.NOT_SAID),
        (building.plan(agreed=OpenAnswer.NOT_SURE), GateState.NOT_SAID),
        (building.plan(agreed=OpenAnswer.NOT_DECIDED), GateState.NOT_SAID),
    ],
)
def test_an_open_answer_is_not_said_and_never_missing(plan: Plan, state: GateState) -> None:
    assert gate(gated(), plan).state is state


def test_a_gate_that_is_not_said_names_the_questions_it_waits_for() -> None:
    assert gate(gated(), building.plan()).depends_on == (AGREED,)
    assert gate(gated(), building.plan(agreed=False)).depends_on == ()


def test_a_gate_is_fine_when_every_action_is_in_place_and_one_by_decision() -> None:
    pack = gated(None, "one", "two")
    plan = building.plan(agreed=False).with_entry(EntryKey.of_decision(ActionId("one")), IN_PLACE)

    assert gate(pack, plan).state is GateState.MISSING
    assert (
        gate(pack, plan.with_entry(EntryKey.of_decision(ActionId("two")), IN_PLACE)).state
        is GateState.FINE
    )


def test_a_plan_to_do_something_does_not_mend_a_gate() -> None:
    plan = building.plan(agreed=False).with_entry(
        EntryKey.of_decision(ActionId("mend")), Decision(choice=Choice.WE_WILL)
    )

    assert gate(gated(), plan).state is GateState.MISSING


def test_answers_alone_do_not_mend_a_gate_that_another_answer_says_is_missing() -> None:
    pack = gated(Is(LED, True))

    assert gate(pack, building.plan(agreed=False, led=True)).state is GateState.MISSING


def test_gates_and_what_is_missing_are_counted() -> None:
    summary = advise(gated(), building.plan(agreed=False)).summary

    assert (summary.gates_missing, summary.gates_not_said) == (1, 0)


def test_a_gate_keeps_its_level_and_its_sentences() -> None:
    pack = building.pack(
        [building.yes_no("agreed")],
        gates=[building.gate("safe", Is(AGREED, False), level=Level.BEFORE_OPENING)],
    )
    found = gate(pack, building.plan(agreed=False))

    assert (found.level, found.text, found.in_place) == (
        Level.BEFORE_OPENING,
        "safe is missing.",
        "safe is there.",
    )
