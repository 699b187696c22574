"""Actions gathered across findings, and how far they address a risk."""

import pytest

from advisor.models.advice import (
    AdvisedAction,
    RiskState,
    Truth,
)
from advisor.models.conditions import AllOf, AnyOf, Condition, Is
from advisor.models.evidence import Action, Domain, Effect
from advisor.models.ids import (
    ActionId,
    QuestionId,
)
from advisor.models.pack import Pack
from advisor.models.plan import Choice, Decision, EntryKey, Plan
from advisor.rules.engine import advise
from tests.support import building

AGREED, LED = QuestionId("agreed"), QuestionId("led")
ALWAYS: Condition = AllOf(())
NEVER: Condition = AnyOf(())
IN_PLACE = Decision(choice=Choice.IN_PLACE)


def pack_of(*actions: Action, when: Condition = ALWAYS) -> Pack:
    return building.pack(
        [building.yes_no("agreed"), building.yes_no("led")],
        [building.configuration("risk", when)],
        actions,
    )


def state(pack: Pack, plan: Plan) -> RiskState | None:
    return advise(pack, plan).findings[0].state


def key(name: str, **conditions: Condition) -> Action:
    return building.action(
        name,
        "risk",
        key=True,
        applies_when=conditions.get("applies_when"),
        in_place_when=conditions.get("in_place_when"),
    )


def test_a_risk_that_applies_is_open_until_a_key_action_is_in_place() -> None:
    pack = pack_of(key("one", in_place_when=Is(AGREED, True)), key("two"))

    assert state(pack, building.plan()) is RiskState.OPEN
    assert state(pack, building.plan(agreed=False)) is RiskState.OPEN
    assert state(pack, building.plan(agreed=True)) is RiskState.PARTLY_ADDRESSED


def test_a_risk_is_addressed_when_answers_or_decisions_put_every_key_action_in_place() -> None:
    pack = pack_of(key("one", in_place_when=Is(AGREED, True)), key("two"))
    plan = building.plan(agreed=True).with_entry(EntryKey.of_decision(ActionId("two")), IN_PLACE)

    assert state(pack, plan) is RiskState.ADDRESSED


@pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.IN_PLACE])
def test_an_action_that_is_only_meant_is_not_in_place(choice: Choice) -> None:
    pack = pack_of(key("one"))
    plan = building.plan().with_entry(
        EntryKey.of_decision(ActionId("one")), Decision(choice=choice)
    )

    assert state(pack, plan) is RiskState.OPEN


def test_a_key_action_that_does_not_fit_the_plan_does_not_count() -> None:
    pack = pack_of(
        key("one", in_place_when=Is(AGREED, True)), key("two", applies_when=Is(LED, True))
    )

    assert state(pack, building.plan(agreed=True, led=False)) is RiskState.ADDRESSED
    assert state(pack, building.plan(agreed=True)) is RiskState.PARTLY_ADDRESSED


def test_a_risk_without_key_actions_is_open() -> None:
    pack = pack_of(building.action("minor", "risk"))
    plan = building.plan().with_entry(EntryKey.of_decision(ActionId("minor")), IN_PLACE)

    assert state(pack, plan) is RiskState.OPEN


def test_only_a_risk_that_applies_has_a_state() -> None:
    benefit = building.configuration("good", ALWAYS, domain=Domain.BENEFIT, effect=Effect.BENEFITS)

    assert state(pack_of(when=Is(AGREED, True)), building.plan()) is None
    assert state(pack_of(when=NEVER), building.plan()) is None
    assert state(building.pack([], [benefit]), building.plan()) is None


def advised(pack: Pack, plan: Plan) -> list[ActionId]:
    return [action.id for action in advise(pack, plan).actions]


def test_actions_serve_what_applies_or_may_apply() -> None:
    pack = building.pack(
        [building.yes_no("agreed")],
        [
            building.configuration("sure", ALWAYS),
            building.configuration("maybe", Is(AGREED, True)),
            building.configuration("never", NEVER),
        ],
        [
            building.action("for_never", "never"),
            building.action("for_all", "never", "maybe", "sure", stage="run"),
            building.action("for_sure", "sure"),
        ],
    )

    advice = advise(pack, building.plan())

    assert [action.id for action in advice.actions] == ["for_sure", "for_all"]
    assert advice.actions[1].serves == ("sure", "maybe")
    by_rule = {finding.rule: finding.actions for finding in advice.findings}
    assert by_rule == {"sure-1": ("for_sure", "for_all"), "maybe-1": ("for_all",), "never-1": ()}


def test_an_action_that_certainly_does_not_fit_is_dropped() -> None:
    pack = pack_of(building.action("one", "risk", applies_when=Is(AGREED, True)))

    assert advised(pack, building.plan(agreed=False)) == []
    assert advise(pack, building.plan()).actions[0].applies is Truth.OPEN
    assert advise(pack, building.plan(agreed=True)).actions[0].applies is Truth.HOLDS


def test_safety_actions_are_shown_whatever_the_answers() -> None:
    safe = building.action("safe", "risk", safety=True, applies_when=Is(AGREED, True))

    (action,) = advise(pack_of(safe, when=NEVER), building.plan(agreed=False)).actions

    assert action == AdvisedAction(
        id=ActionId("safe"),
        stage="plan",
        owner="lead",
        serves=(),
        key=False,
        safety=True,
        applies=Truth.HOLDS,
        in_place=None,
        decision=Decision(),
    )


def test_answers_or_a_decision_show_whether_an_action_is_in_place() -> None:
    pack = pack_of(building.action("one", "risk", in_place_when=Is(AGREED, True)))
    decided = building.plan(agreed=False).with_entry(
        EntryKey.of_decision(ActionId("one")), IN_PLACE
    )

    def in_place(plan: Plan) -> bool | None:
        return advise(pack, plan).actions[0].in_place

    assert in_place(building.plan(agreed=True)) is True
    assert in_place(building.plan(agreed=False)) is False
    assert in_place(building.plan()) is None
    assert in_place(decided) is True
