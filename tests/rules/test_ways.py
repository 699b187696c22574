"""Ways that put a risk more in hand, one by one and for all open risks together."""

from advisor.models.changes import Aim, Change
from advisor.models.comparison import Comparison, GateChange, StateChange, VerdictChange
from advisor.models.conditions import Condition, Includes, Is, Not
from advisor.models.evidence import Domain, Effect
from advisor.models.findings import GateState, RiskState, Verdict
from advisor.models.ids import ActionId, BranchId, GateId, OptionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, OpenAnswer, Plan
from advisor.models.questionnaire import Nature
from advisor.rules.together import what_would_ease
from advisor.rules.ways import what_would_change
from advisor.rules.weighing import costs, weight
from tests.support import building

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


def test_all_open_risks_are_eased_together_without_a_needless_change() -> None:
    together = what_would_ease(small_pack(), lone_group(ends=True, worn=True))

    assert together.way is not None
    assert together.eased == (HEAVY, ENDINGS)
    assert together.left == (ALONE,)
    assert together.lessening == (ActionId("listen"), ActionId("ring"))
    assert {change.question for change in together.way.changes} <= {"setup", "leader"}
    (setup,) = [change for change in together.way.changes if change.question == "setup"]
    assert "goodbye" in (setup.after if isinstance(setup.after, frozenset) else ())


def test_nothing_is_said_to_ease_where_no_answer_does() -> None:
    together = what_would_ease(small_pack(), lone_group(group=False, worn=True))

    assert (together.way, together.eased, together.left) == (None, (), (ALONE,))


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
