"""Actions gathered across findings, and how far they address a risk."""

from dataclasses import replace

from advisor.models.advice import AdvisedAction
from advisor.models.conditions import AllOf, AnyOf, Condition, Is
from advisor.models.evidence import Action, Domain, Effect, Variant
from advisor.models.explanation import Truth
from advisor.models.findings import RiskState, Verdict
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


def pack_of(*actions: Action, when: Condition = ALWAYS, answered_by: str = "") -> Pack:
    """A pack with one risk, answered by the actions whose ids are given with spaces between."""
    return building.pack(
        [building.yes_no("agreed"), building.yes_no("led")],
        [building.configuration("risk", when, answered_by=answered_by.split())],
        actions,
    )


def state(pack: Pack, plan: Plan) -> RiskState | None:
    return advise(pack, plan).findings[0].state


def key(name: str, **conditions: Condition) -> Action:
    return building.action(
        name,
        "risk",
        applies_when=conditions.get("applies_when"),
        in_place_when=conditions.get("in_place_when"),
    )


def answered(*actions: Action) -> Pack:
    return pack_of(*actions, answered_by=" ".join(action.id for action in actions))


def test_a_risk_that_applies_is_open_until_a_key_action_is_in_place() -> None:
    pack = answered(key("one", in_place_when=Is(AGREED, True)), key("two"))

    assert state(pack, building.plan()) is RiskState.OPEN
    assert state(pack, building.plan(agreed=False)) is RiskState.OPEN
    assert state(pack, building.plan(agreed=True)) is RiskState.PARTLY_ADDRESSED


def test_a_risk_is_addressed_when_answers_or_decisions_put_every_key_action_in_place() -> None:
    pack = answered(key("one", in_place_when=Is(AGREED, True)), key("two"))
    plan = building.plan(agreed=True).with_entry(EntryKey.of_decision(ActionId("two")), IN_PLACE)

    assert state(pack, plan) is RiskState.ADDRESSED


def test_a_plan_to_do_something_never_makes_a_risk_addressed() -> None:
    pack = answered(key("one"))
    states = {
        choice: state(
            pack,
            building.plan().with_entry(
                EntryKey.of_decision(ActionId("one")), Decision(choice=choice)
            ),
        )
        for choice in Choice
    }

    assert states == {
        Choice.WE_WILL: RiskState.PARTLY_ADDRESSED,
        Choice.IN_PLACE: RiskState.ADDRESSED,
        Choice.NOT_FOR_US: RiskState.OPEN,
        Choice.DECIDE_LATER: RiskState.OPEN,
    }


def test_what_the_answers_show_in_place_stays_so_whatever_was_decided() -> None:
    pack = answered(key("one", in_place_when=Is(AGREED, True)))
    plan = building.plan(agreed=True).with_entry(
        EntryKey.of_decision(ActionId("one")), Decision(choice=Choice.NOT_FOR_US)
    )

    (action,) = advise(pack, plan).actions

    assert state(pack, plan) is RiskState.ADDRESSED
    assert action.in_place is True
    assert action.shown_by_answers
    assert not action.is_declined


def test_a_finding_has_the_state_of_its_worst_branch_that_applies() -> None:
    branches = [
        building.branch("done", Is(AGREED, True), "one"),
        building.branch("open", Is(LED, True), "two"),
    ]
    pack = building.pack(
        [building.yes_no("agreed"), building.yes_no("led")],
        [building.configuration("risk", branches)],
        [key("one", in_place_when=ALWAYS), key("two")],
    )

    (finding,) = advise(pack, building.plan(agreed=True, led=True)).findings
    assert [branch.state for branch in finding.branches] == [RiskState.ADDRESSED, RiskState.OPEN]
    assert finding.state is RiskState.OPEN
    assert state(pack, building.plan(agreed=True, led=False)) is RiskState.ADDRESSED

    (finding,) = advise(pack, building.plan(agreed=True)).findings
    assert finding.state is RiskState.ADDRESSED
    assert finding.branches[1].verdict is Verdict.MAY_APPLY
    assert finding.branches[1].state is None


def test_where_only_the_branches_together_are_certain_the_worst_that_may_apply_counts() -> None:
    branches = [
        building.branch("yes", Is(AGREED, True), "one"),
        building.branch("no", Is(AGREED, False), "two"),
    ]
    pack = building.pack(
        [building.yes_no("agreed")],
        [building.configuration("risk", branches)],
        [key("one", in_place_when=ALWAYS), key("two")],
    )

    (finding,) = advise(pack, building.plan()).findings

    assert finding.verdict is Verdict.APPLIES
    assert [branch.verdict for branch in finding.at_work] == [Verdict.MAY_APPLY] * 2
    assert finding.state is RiskState.OPEN


def test_a_key_action_that_does_not_fit_the_plan_does_not_count() -> None:
    pack = answered(
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


def test_safety_actions_are_shown_unless_they_certainly_do_not_fit() -> None:
    safe = building.action("safe", "risk", safety=True, applies_when=Is(AGREED, True))
    pack = pack_of(safe, when=NEVER)

    (action,) = advise(pack, building.plan(agreed=True)).actions

    assert action == AdvisedAction(
        id=ActionId("safe"),
        text="Do safe.",
        stage="plan",
        owner="lead",
        serves=(),
        key=False,
        safety=True,
        applies=Truth.HOLDS,
        in_place=None,
        decision=Decision(),
    )
    assert advised(pack, building.plan(agreed=False)) == []


def test_an_action_is_key_while_a_branch_that_it_answers_is_at_work() -> None:
    pack = pack_of(key("one"), when=Is(AGREED, True), answered_by="one")

    def is_key(plan: Plan) -> bool:
        return advise(pack, plan).actions[0].key

    assert is_key(building.plan(agreed=True))
    assert not is_key(building.plan())


def test_an_action_is_said_in_the_first_wording_that_certainly_fits() -> None:
    action = replace(
        building.action("one", "risk"),
        variants=(
            Variant(when=Is(AGREED, True), text="Agreed."),
            Variant(when=Is(LED, True), text="Led."),
        ),
    )
    pack = pack_of(action)

    def said(plan: Plan) -> str:
        return advise(pack, plan).actions[0].text

    assert said(building.plan(agreed=True, led=True)) == "Agreed."
    assert said(building.plan(led=True)) == "Led."
    assert said(building.plan()) == "Do one."


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
