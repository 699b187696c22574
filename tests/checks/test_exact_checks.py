"""What no plan can ever use or meet is found, tried over all that can be answered."""

from dataclasses import replace

import pytest

from advisor.models.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Includes,
    IncludesAnyOf,
    IncludesNoneOf,
    Is,
    Not,
)
from advisor.models.evidence import Coverage, Need
from advisor.models.ids import ActionId, OptionId
from tests.checks.soundness import (
    ANSWER,
    CHANGE,
    FORMATS,
    GROUP,
    HOLDS,
    SIZE,
    benefit,
    configuration,
    faults,
    pack,
    questions,
    warnings,
    with_branch,
)
from tests.support import building

PHONE = OptionId("phone")
ONLY_PHONE = AllOf((Includes(FORMATS, PHONE), IncludesNoneOf(FORMATS, (GROUP,))))
BY_PHONE = Includes(FORMATS, PHONE)
BRANCH = "configurations › N01 › rules › N01-1 › branches › only"


def risk_with(*variants: Condition) -> list[str]:
    """What is said about a risk of groups whose note has these other wordings."""
    worded = building.branch("b", HOLDS, variants={str(n): one for n, one in enumerate(variants)})
    return faults(pack(with_branch(configuration(), variants=worded.variants)))


def test_answers_that_are_hidden_wherever_the_branch_holds_are_told() -> None:
    hidden = building.action("hidden", "N01", applies_when=ONLY_PHONE)
    own = with_branch(configuration(), answered_by=(ActionId("hidden"),))

    assert faults(pack(own, actions=[hidden])) == [
        f"{BRANCH} › answered_by: These are only actions that applies_when hides wherever the "
        "branch holds. Name one that is shown there."
    ]


@pytest.mark.parametrize("other", [ANSWER, "phone"])
def test_one_answer_that_may_be_shown_is_enough(other: str) -> None:
    actions = [
        building.action("hidden", "N01", applies_when=ONLY_PHONE),
        building.action("phone", "N01", applies_when=BY_PHONE),
    ]
    own = with_branch(configuration(), answered_by=(ActionId("hidden"), ActionId(other)))

    assert faults(pack(own, actions=actions)) == []


def test_a_branch_whose_answers_some_plans_are_not_shown_is_a_warning() -> None:
    own = with_branch(configuration(), answered_by=(ActionId("phone"),))
    checked = pack(own, actions=[building.action("phone", "N01", applies_when=BY_PHONE)])

    assert f"{BRANCH} › answered_by: Where this holds, some plans are shown none of these " \
        "actions." in warnings(checked)  # fmt: skip


def test_actions_of_a_gate_that_are_hidden_wherever_it_is_not_met_are_told() -> None:
    hidden = building.action("hidden", safety=True, applies_when=ONLY_PHONE)

    assert faults(pack(actions=[hidden], gates=[building.gate("g", HOLDS, "hidden")])) == [
        "gates › g › actions: These are only actions that applies_when hides wherever the gate is "
        "not met. Name one that is shown there."
    ]


NEVER = "This can never be used: it never holds where the text is shown."


@pytest.mark.parametrize(
    ("variants", "said"),
    [
        ([ONLY_PHONE], f"1: {NEVER}"),
        (
            [AtLeast(SIZE, 10), AtLeast(SIZE, 20)],
            "2: This can never be used: wherever it holds, so does the wording with the number 1, "
            "which comes before it.",
        ),
        (
            [AtMost(SIZE, 3), BY_PHONE, AllOf((BY_PHONE, Is(CHANGE, value=True)))],
            "3: This can never be used: wherever it holds, so does the wording with the number 2, "
            "which comes before it.",
        ),
        (
            [AnyOf((AtLeast(SIZE, 2), BY_PHONE))],
            "1: This holds for every plan, so that the text itself is never used.",
        ),
    ],
)
def test_a_wording_that_no_plan_can_use_is_told(variants: list[Condition], said: str) -> None:
    assert risk_with(*variants) == [f"{BRANCH} › variants › {said}"]


def test_a_wording_whose_condition_never_holds_is_told_once() -> None:
    never = AllOf((AtLeast(SIZE, 20), AtMost(SIZE, 10)))

    assert risk_with(never) == [
        f"{BRANCH} › variants › 1 › when: No answers make this condition hold. Look for parts that "
        "exclude each other."
    ]


@pytest.mark.parametrize(
    "variants",
    [
        [AtLeast(SIZE, 20), AtLeast(SIZE, 10)],
        # Together the first two hold always; while the size is open, the third may be certain.
        [AtMost(SIZE, 10), AtLeast(SIZE, 11), BY_PHONE],
    ],
)
def test_a_wording_that_a_plan_may_use_is_sound(variants: list[Condition]) -> None:
    assert risk_with(*variants) == []


@pytest.mark.parametrize("place", ["gates › x", "actions › x", "scope_notes › x"])
def test_wordings_are_looked_at_wherever_they_stand(place: str) -> None:
    variants = building.branch("b", HOLDS, variants={"By phone.": ONLY_PHONE}).variants
    checked = pack(
        actions=[replace(building.action("x", safety=True, applies_when=HOLDS), variants=variants)],
        gates=[replace(building.gate("x", HOLDS, ANSWER), variants=variants)],
        scope_notes=[replace(building.scope_note("x", HOLDS), variants=variants)],
    )

    assert f"{place} › variants › 1: {NEVER}" in faults(checked)


LOST = (
    "configurations › P01 › needs: Some plans have all that stands in met_when, and the benefit "
    "still does not apply. Say what else it needs, or widen its rule."
)


def needing(*met_when: Condition) -> tuple[Need, ...]:
    return (*(Need(text="A.", met_when=one) for one in met_when), Need(text="No answer tells."))


def test_a_benefit_that_is_lost_although_its_needs_are_met_is_told() -> None:
    own = benefit(when=AllOf((HOLDS, AtLeast(SIZE, 9))), needs=needing(HOLDS))

    assert faults(pack(own)) == [LOST]


@pytest.mark.parametrize(
    "needs",
    [needing(HOLDS, AtLeast(SIZE, 9)), needing(HOLDS, AtLeast(SIZE, 12)), needing()],
)
def test_a_benefit_whose_needs_say_all_is_sound(needs: tuple[Need, ...]) -> None:
    own = benefit(when=AllOf((HOLDS, AtLeast(SIZE, 9))), needs=needs)

    assert faults(pack(own)) == []


def test_a_benefit_is_not_lost_where_the_evidence_does_not_speak() -> None:
    of_groups = benefit(when=HOLDS, needs=needing(Not(Is(CHANGE, value=False))))
    assert faults(pack(of_groups)) == [LOST]

    silent = {
        **of_groups.coverage,
        PHONE: Coverage.NOT_COVERED,
        OptionId("none"): Coverage.NOT_COVERED,
    }
    assert faults(pack(replace(of_groups, coverage=silent))) == []

    assert faults(pack(replace(of_groups, covered_when=HOLDS))) == []

    checked = pack(of_groups)
    scope = replace(checked.scope, covered_when=HOLDS)
    assert faults(replace(checked, scope=scope)) == []


def test_a_branch_of_other_sources_makes_no_benefit_apply() -> None:
    own = benefit(needs=needing(HOLDS))
    elsewhere = with_branch(own, elsewhere=True)

    assert LOST in faults(pack(elsewhere))


def test_what_is_too_wide_to_try_is_passed_over() -> None:
    wide = [building.multiple(f"wide{n}", *"abcdefgh") for n in range(5)]
    every = AllOf(tuple(Includes(each.id, o.id) for each in wide for o in each.options))
    own = benefit(when=AllOf((HOLDS, every)), needs=needing(AnyOf((HOLDS, *every.parts))))

    assert faults(pack(own, asked=[*questions(), *wide])) == []


def test_a_condition_with_a_fault_is_told_once() -> None:
    wrong = IncludesAnyOf(FORMATS, (OptionId("grup"),))
    own = benefit(when=wrong, needs=needing(wrong))
    found = faults(pack(own))

    assert [fault.split(":")[0] for fault in found] == [
        "configurations › P01 › rules › P01-1 › branches › only › when › includes_any_of",
        "configurations › P01 › needs › 1 › met_when › includes_any_of",
    ]
