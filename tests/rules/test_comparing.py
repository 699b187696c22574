"""Two plans side by side, and stored verdicts beside new ones."""

from hypothesis import given

from advisor.models.comparison import AnswerDifference, Comparison, StateChange, VerdictChange
from advisor.models.conditions import Includes, Is
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, Plan
from advisor.rules.comparing import compare, what_moved
from advisor.rules.engine import advise
from tests.support import building
from tests.support.packs import packs_and_plans

GROUP, PHONE = OptionId("group"), OptionId("phone")
FORMATS = QuestionId("formats")
AGREED = QuestionId("agreed")


def two_sided_pack() -> Pack:
    return building.pack(
        [
            building.multiple("formats", "group", "phone"),
            building.yes_no("agreed", ask_when=Includes(FORMATS, GROUP)),
        ],
        [
            building.configuration("crowded", Includes(FORMATS, GROUP), answered_by=["agree"]),
            building.configuration("distant", Includes(FORMATS, PHONE)),
        ],
        [building.action("agree", "crowded", in_place_when=Is(AGREED, True))],
    )


def test_findings_are_gained_lost_or_changed() -> None:
    before = building.plan(formats={"group"}, agreed=True)
    after = building.plan(formats={"phone"}, agreed=True)

    comparison = compare(two_sided_pack(), before, after).moved

    assert comparison == Comparison(
        answers=(
            AnswerDifference(
                question=FORMATS,
                before=Answer(value=frozenset({GROUP})),
                after=Answer(value=frozenset({PHONE})),
            ),
        ),
        gained=(
            VerdictChange(
                rule=RuleId("distant-1"), before=Verdict.DOES_NOT_APPLY, after=Verdict.APPLIES
            ),
        ),
        lost=(
            VerdictChange(
                rule=RuleId("crowded-1"), before=Verdict.APPLIES, after=Verdict.DOES_NOT_APPLY
            ),
        ),
    )


def test_a_verdict_that_opens_is_changed_and_neither_gained_nor_lost() -> None:
    before = building.plan(formats={"group"})
    after = building.plan()

    comparison = compare(two_sided_pack(), before, after).moved

    assert [change.rule for change in comparison.lost] == ["crowded-1"]
    assert comparison.changed == (
        VerdictChange(
            rule=RuleId("distant-1"), before=Verdict.DOES_NOT_APPLY, after=Verdict.MAY_APPLY
        ),
    )


def test_a_risk_that_is_now_addressed_is_listed_apart() -> None:
    before = building.plan(formats={"group"}, agreed=False)
    after = building.plan(formats={"group"}, agreed=True)

    comparison = compare(two_sided_pack(), before, after).moved

    assert comparison.states == (
        StateChange(rule=RuleId("crowded-1"), before=RiskState.OPEN, after=RiskState.ADDRESSED),
    )
    assert comparison.changed == ()


def test_answers_kept_for_a_question_that_neither_plan_asks_are_left_out() -> None:
    before = building.plan(formats={"phone"}, agreed=False)
    after = building.plan(formats={"phone"}, agreed=True)

    assert compare(two_sided_pack(), before, after).moved.is_empty


def test_a_new_rule_is_listed_only_where_it_is_live() -> None:
    advice = advise(two_sided_pack(), building.plan(formats={"group"}))

    assert what_moved({}, advice) == Comparison(
        gained=(VerdictChange(rule=RuleId("crowded-1"), before=None, after=Verdict.APPLIES),)
    )


def test_a_rule_that_is_gone_is_listed_only_where_it_was_live() -> None:
    advice = advise(two_sided_pack(), building.plan(formats={"group"}))
    stored = {
        RuleId("crowded-1"): Verdict.APPLIES,
        RuleId("distant-1"): Verdict.DOES_NOT_APPLY,
        RuleId("gone-1"): Verdict.APPLIES,
        RuleId("gone-2"): Verdict.MAY_APPLY,
        RuleId("gone-3"): Verdict.NOT_COVERED,
    }

    assert what_moved(stored, advice) == Comparison(
        lost=(VerdictChange(rule=RuleId("gone-1"), before=Verdict.APPLIES, after=None),),
        changed=(VerdictChange(rule=RuleId("gone-2"), before=Verdict.MAY_APPLY, after=None),),
    )


@given(packs_and_plans())
def test_a_plan_does_not_differ_from_itself(case: tuple[Pack, Plan]) -> None:
    pack, plan = case

    assert compare(pack, plan, plan).moved.is_empty


@given(packs_and_plans())
def test_comparing_the_other_way_round_mirrors_what_moved(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    other = building.plan()

    there, back = compare(pack, plan, other).moved, compare(pack, other, plan).moved

    assert [one.rule for one in there.gained] == [one.rule for one in back.lost]
    assert [one.rule for one in there.changed] == [one.rule for one in back.changed]
    assert [one.question for one in there.answers] == [one.question for one in back.answers]
    assert [one.gate for one in there.gates] == [one.gate for one in back.gates]


def test_the_questions_that_one_of_the_plans_is_asked_are_counted() -> None:
    alone, group = building.plan(formats={"phone"}), building.plan(formats={"group"})

    assert compare(two_sided_pack(), alone, alone).asked == 1
    assert compare(two_sided_pack(), alone, group).asked == 2
