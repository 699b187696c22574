"""Ways that put a risk more in hand, one by one and for all open risks together."""

import itertools
from collections.abc import Iterator

import pytest

from advisor.models.changes import Aim, Change, Changes, Way
from advisor.models.comparison import Comparison, GateChange, StateChange, VerdictChange
from advisor.models.conditions import Condition, Includes, Is, Not
from advisor.models.evidence import Domain, Effect
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import ActionId, BranchId, GateId, OptionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, OpenAnswer, Plan
from advisor.models.questionnaire import Nature
from advisor.rules.changing import changed
from advisor.rules.engine import advise
from advisor.rules.levers import Step, size_of, steps_of
from advisor.rules.together import what_would_ease
from advisor.rules.ways import what_would_change
from advisor.rules.weighing import costs, weight
from tests.support import building
from tests.support.shipped import example_plans, shipped_pack

GROUP: Condition = Is(QuestionId("group"), True)
ENDS: Condition = Is(QuestionId("ends"), True)
HEAVY, ENDINGS, ALONE = RuleId("heavy-1"), RuleId("endings-1"), RuleId("alone-1")
OPEN, PARTLY, IN_HAND = RiskState


def set_up(option: str) -> Condition:
    return Includes(QuestionId("setup"), OptionId(option))


def options(*names: str) -> frozenset[OptionId]:
    return frozenset(map(OptionId, names))


def small_pack() -> Pack:
    """Two risks that answers put in hand, one that no answer does, and a benefit of free talk."""
    return building.pack(
        [
            building.yes_no("group"),
            building.yes_no("ends"),
            building.yes_no("worn", nature=Nature.CONTEXT),
            building.multiple("setup", "free", "round", "second", "goodbye"),
            building.single("leader", "trained", "taught", "nobody"),
        ],
        [
            building.configuration(
                "heavy",
                [
                    building.branch("talk", GROUP, "round", "leader"),
                    building.branch("end", ENDS, "goodbye"),
                ],
            ),
            building.configuration("endings", ENDS, answered_by=["goodbye"]),
            building.configuration(
                "alone", Is(QuestionId("worn"), True), answered_by=["listen", "ring"]
            ),
            building.configuration(
                "free",
                Not(set_up("round")),
                domain=Domain.BENEFIT,
                effect=Effect.BENEFITS,
            ),
        ],
        [
            building.action("round", "heavy", in_place_when=set_up("round")),
            building.action(
                "leader", "heavy", in_place_when=Not(Is(QuestionId("leader"), OptionId("nobody")))
            ),
            building.action("goodbye", "heavy", "endings", in_place_when=set_up("goodbye")),
            building.action("listen", "alone"),
            building.action("ring", "alone"),
        ],
    )


def lone_group(**more: GivenAnswer | OpenAnswer | str | set[str]) -> Plan:
    answers: dict[str, GivenAnswer | OpenAnswer | str | set[str]] = {
        "group": True,
        "ends": False,
        "worn": False,
        "setup": {"free"},
        "leader": "nobody",
    }
    return building.plan(**(answers | more))


def test_an_answer_that_puts_a_key_action_in_place_comes_before_another_programme() -> None:
    possible = what_would_change(small_pack(), lone_group(), HEAVY)

    assert [way.aim for way in possible.ways] == [Aim.EASE, Aim.EASE, Aim.STOP]
    leader, setup, stop = possible.ways
    assert [each.after for each in (*leader.changes, *leader.instead)] == ["trained", "taught"]
    assert leader.moved.states == (StateChange(rule=HEAVY, before=OPEN, after=PARTLY),)
    assert leader.branches == (BranchId("talk"),)
    assert setup.changes[0].after == options("free", "round")
    assert setup.moved.lost == (
        VerdictChange(rule=RuleId("free-1"), before=Verdict.APPLIES, after=Verdict.DOES_NOT_APPLY),
    )
    assert stop.changes == (Change(question=QuestionId("group"), before=True, after=False),)


def test_every_open_cause_has_to_be_eased_before_the_risk_is() -> None:
    possible = what_would_change(small_pack(), lone_group(ends=True), HEAVY)

    easing = [way for way in possible.ways if way.aim is Aim.EASE]
    assert [len(way.changes) for way in easing] == [1, 2]
    assert easing[0].changes[0].after == options("free", "round", "goodbye")
    assert {change.question for change in easing[1].changes} == {"leader", "setup"}
    assert all(set(way.branches) == {"talk", "end"} for way in easing)


def test_where_no_answer_eases_a_risk_its_actions_do() -> None:
    possible = what_would_change(small_pack(), lone_group(worn=True), ALONE)

    assert possible.ways == ()
    assert possible.lessening == (ActionId("listen"), ActionId("ring"))


def test_an_open_answer_makes_one_way_whatever_it_turns_out_to_be() -> None:
    leader = OpenAnswer.NOT_ANSWERED

    first, *_others = what_would_change(small_pack(), lone_group(leader=leader), HEAVY).ways

    assert first.changes[0].before is leader
    assert [each.after for each in (*first.changes, *first.instead)] == ["trained", "taught"]


def test_what_is_partly_in_hand_is_eased_by_what_is_missing() -> None:
    plan = lone_group(setup={"round"})

    way, *_others = what_would_change(small_pack(), plan, HEAVY).ways

    assert way.moved.states == (StateChange(rule=HEAVY, before=PARTLY, after=IN_HAND),)


def test_all_open_risks_are_eased_together_by_the_smallest_sets_first() -> None:
    together = what_would_ease(small_pack(), lone_group(ends=True, worn=True))

    assert together.eased == (HEAVY, ENDINGS)
    assert together.left == (ALONE,)
    assert together.lessening == (ActionId("listen"), ActionId("ring"))
    round_too, leader = together.ways
    assert [each.after for each in round_too.changes] == [options("free", "round", "goodbye")]
    assert [each.after for each in leader.changes] == [options("free", "goodbye"), "trained"]
    assert [each.after for each in leader.instead] == ["taught"]
    assert together.complete


SETUPS = [
    options(*names)
    for size in (1, 2, 3, 4)
    for names in itertools.combinations(("free", "round", "second", "goodbye"), size)
]


@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize("setup", [{"free"}, {"free", "second"}, {"round"}, {"second", "goodbye"}])
@pytest.mark.parametrize("leader", ["nobody", "trained", OpenAnswer.NOT_ANSWERED])
def test_the_sets_are_those_that_trying_all_answers_finds(
    leader: str | OpenAnswer, setup: set[str], *, ends: bool
) -> None:
    pack, plan = small_pack(), lone_group(ends=ends, setup=setup, leader=leader)
    risks = {each.rule for each in advise(pack, plan).findings if each.state is OPEN}
    tried: dict[frozenset[Step], tuple[Changes, int]] = {}
    leaders = map(OptionId, ("trained", "taught", "nobody"))
    for pair in itertools.product(
        (None, *(change_of(plan, "setup", then) for then in SETUPS)),
        (None, *(change_of(plan, "leader", then) for then in leaders)),
    ):
        changes = tuple(each for each in pair if each is not None and each.before != each.after)
        findings = advise(pack, changed(plan, changes)).finding_by_rule
        eased = sum(findings[rule].state is not OPEN for rule in risks)
        tried[steps_of(changes)] = changes, eased
    most = max(eased for _changes, eased in tried.values())
    reach = {steps: changes for steps, (changes, eased) in tried.items() if eased == most}
    least = {steps for steps in reach if not any(fewer < steps for fewer in reach)}

    together = what_would_ease(pack, plan)

    found = [changes for way in together.ways for changes in any_of(way)]
    assert len(together.eased) == most
    assert {steps_of(changes) for changes in found} == (least if most else set())
    assert [len(way.changes) for way in together.ways] == sorted(
        len(way.changes) for way in together.ways
    )
    if found:
        assert size_of(together.ways[0].changes) == min(size_of(reach[steps]) for steps in least)


def change_of(plan: Plan, question: str, after: GivenAnswer) -> Change:
    name = QuestionId(question)
    return Change(question=name, before=plan.answer(name).value, after=after)


def any_of(way: Way) -> Iterator[Changes]:
    """Yield every combination of the answers of a way of which any would do."""
    every = (*way.changes, *way.instead)
    names = [change.question for change in way.changes]
    yield from itertools.product(
        *([change for change in every if change.question == name] for name in names)
    )


@pytest.mark.parametrize("number", [1, 2, 4, 6])
def test_of_real_plans_no_smaller_set_of_answers_does_the_same(number: int) -> None:
    pack, plan = shipped_pack(), example_plans()[number - 1]

    together = what_would_ease(pack, plan)

    for way in together.ways[:3]:
        after = advise(pack, changed(plan, way.changes)).finding_by_rule
        assert all(after[rule].state is not OPEN for rule in together.eased)
        for each in way.changes:
            fewer = tuple(change for change in way.changes if change is not each)
            then = advise(pack, changed(plan, fewer)).finding_by_rule
            assert any(then[rule].state is OPEN for rule in together.eased)


def test_a_search_that_is_stopped_says_that_there_may_be_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = lone_group(ends=True)
    monkeypatch.setattr("advisor.rules.together.MOST_TRIED", 3)

    together = what_would_ease(small_pack(), plan)

    assert together.ways
    assert not together.complete


def test_risks_that_ask_for_different_answers_are_eased_as_far_as_they_can_be() -> None:
    pack = building.pack(
        [building.yes_no("group"), building.single("leader", "nobody", "trained", "taught")],
        [
            building.configuration("one", GROUP, answered_by=["first"]),
            building.configuration("other", GROUP, answered_by=["second"]),
        ],
        [
            building.action(name, of, in_place_when=Is(QuestionId("leader"), OptionId(option)))
            for name, of, option in (("first", "one", "trained"), ("second", "other", "taught"))
        ],
    )

    together = what_would_ease(pack, building.plan(group=True, leader="nobody"))

    assert together.eased == (RuleId("one-1"),)
    assert together.left == (RuleId("other-1"),)
    assert [way.changes[0].after for way in together.ways] == ["trained"]


def test_nothing_is_said_to_ease_where_no_answer_does() -> None:
    together = what_would_ease(small_pack(), lone_group(group=False, worn=True))

    assert (together.ways, together.eased, together.left) == ((), (), (ALONE,))


def test_more_of_a_risk_is_worse_and_more_of_a_benefit_is_not() -> None:
    pack = small_pack()
    live, gone = Verdict.APPLIES, Verdict.DOES_NOT_APPLY
    benefit = RuleId("free-1")

    assert weight(pack, VerdictChange(rule=HEAVY, before=gone, after=Verdict.MAY_APPLY)) > 0
    assert weight(pack, VerdictChange(rule=HEAVY, before=live, after=gone)) < 0
    assert weight(pack, VerdictChange(rule=benefit, before=live, after=gone)) > 0
    assert weight(pack, VerdictChange(rule=benefit, before=gone, after=live)) < 0
    assert weight(pack, VerdictChange(rule=HEAVY, before=gone, after=Verdict.NOT_COVERED)) == 0
    assert weight(pack, VerdictChange(rule=RuleId("new"), before=None, after=live)) == 0
    assert weight(pack, StateChange(rule=HEAVY, before=PARTLY, after=OPEN)) > 0
    missing = GateChange(gate=GateId("gate"), before=GateState.FINE, after=GateState.MISSING)
    assert weight(pack, missing) > 0
    worse = VerdictChange(rule=benefit, before=live, after=gone)
    assert costs(pack, Comparison(lost=(worse,), gates=(missing,))) == 2
