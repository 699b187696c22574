"""Which way each answer would tip what may apply, against trying every one."""

from hypothesis import given

from advisor.models.conditions import AllOf, AtLeast, Includes, Is
from advisor.models.findings import Verdict
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer, Plan
from advisor.models.tips import Numbers, Tip
from advisor.rules.engine import advise
from advisor.rules.tipping import tips
from tests.rules import brute_force
from tests.support import building
from tests.support.packs import packs_and_plans


def is_meant(tip: Tip, answer: GivenAnswer) -> bool:
    if isinstance(tip.answer, Numbers):
        return isinstance(answer, int) and tip.answer.least <= answer <= tip.answer.most
    return tip.answer in answer if isinstance(answer, frozenset) else tip.answer == answer


def verdict_of(statuses: set[Verdict]) -> Verdict:
    """The verdict where the open answers can come out in these ways."""
    if statuses == {Verdict.APPLIES}:
        return Verdict.APPLIES
    if Verdict.APPLIES in statuses:
        return Verdict.MAY_APPLY
    return Verdict.NOT_COVERED if statuses == {Verdict.NOT_COVERED} else Verdict.DOES_NOT_APPLY


@given(packs_and_plans())
def test_every_tip_is_what_trying_all_answers_finds(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    advice = advise(pack, plan)
    tried = list(brute_force.completions(pack, plan))

    for rule, found in tips(pack, plan, advice).items():
        statuses = brute_force.statuses_of(*pack.rule_by_id[rule], pack, tried)
        by_try = list(zip(tried, statuses, strict=True))
        for tip in found:
            left = {status for one, status in by_try if is_meant(tip, one[tip.question])}
            assert verdict_of(left) is tip.verdict
        named = {tip.question for tip in found}
        assert named == set(advice.finding_by_rule[rule].depends_on)


def heavy_pack() -> Pack:
    return building.pack(
        [
            building.multiple("setup", "free", "round", "none", exclusive=["none"]),
            building.number("size", 2, 40),
            building.yes_no("open"),
        ],
        [
            building.configuration(
                "heavy",
                AllOf(
                    (
                        Includes(QuestionId("setup"), OptionId("free")),
                        AtLeast(QuestionId("size"), 12),
                        Is(QuestionId("open"), True),
                    )
                ),
            )
        ],
    )


def tipped(**answers: int | set[str]) -> dict[object, Verdict]:
    pack, plan = heavy_pack(), building.plan(**answers)
    found = tips(pack, plan, advise(pack, plan))
    return {tip.answer: tip.verdict for tip in found[RuleId("heavy-1")]}


def test_an_option_stands_for_every_answer_with_it_and_a_number_for_all_alike() -> None:
    assert tipped(open=True, size=15) == {
        "free": Verdict.APPLIES,
        "round": Verdict.MAY_APPLY,
        "none": Verdict.DOES_NOT_APPLY,
    }
    assert tipped(open=True, setup={"free"}) == {
        Numbers(2, 11): Verdict.DOES_NOT_APPLY,
        Numbers(12, 40): Verdict.APPLIES,
    }


def test_what_one_answer_alone_cannot_settle_still_depends() -> None:
    assert tipped(setup={"free"})[Numbers(12, 40)] is Verdict.MAY_APPLY
    assert tipped(setup={"free"})[True] is Verdict.MAY_APPLY
    assert tipped(setup={"free"})[False] is Verdict.DOES_NOT_APPLY


def test_what_was_answered_since_the_advice_was_given_tips_nothing() -> None:
    pack, before = heavy_pack(), building.plan(setup={"free"})

    found = tips(pack, building.plan(setup={"free"}, size=15), advise(pack, before))

    assert {tip.question for tip in found[RuleId("heavy-1")]} == {"open"}
