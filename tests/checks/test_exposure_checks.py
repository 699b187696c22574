"""No answer about what is done decides over a risk; what informs only feeds no rule."""

from dataclasses import replace

import pytest

from advisor.models.conditions import AllOf, AnyOf, AtLeast, Condition, Includes, Is, Not
from advisor.models.evidence import Modifier
from advisor.models.ids import OptionId
from advisor.models.questionnaire import Question, Role
from tests.checks.soundness import (
    ANSWER,
    CHANGE,
    FORMATS,
    GROUP,
    HOLDS,
    LEADER,
    SIZE,
    benefit,
    configuration,
    faults,
    pack,
    questions,
    take_up,
)
from tests.support import building

TRAINED = Is(LEADER, OptionId("trained"))
WHEN = "configurations › N01 › rules › N01-1 › branches › only › when"


def asked(**roles: Role) -> list[Question]:
    return [replace(each, role=roles.get(each.id, each.role)) for each in questions()]


def with_option_role(question: str, option: str, role: Role) -> list[Question]:
    return [
        replace(
            each,
            options=tuple(
                replace(one, role=role) if one.id == option else one for one in each.options
            ),
        )
        if each.id == question
        else each
        for each in questions()
    ]


def told(answer: str) -> str:
    return (
        f"{answer} does not say what the programme is, so it may not decide over a risk. Write it "
        "into in_place_when of an action, or into stronger_when or weaker_when."
    )


@pytest.mark.parametrize(
    ("condition", "question", "place", "answer"),
    [
        (TRAINED, "leader", " › is", '"leader: trained"'),
        (AllOf((HOLDS, Not(TRAINED))), "leader", " › all › 2 › not › is", '"leader: trained"'),
        (AnyOf((HOLDS, AtLeast(SIZE, 9))), "size", " › any › 2 › at_least", '"size"'),
        (Is(CHANGE, value=True), "change", " › is", '"change"'),
        (HOLDS, "formats", " › includes", '"formats: group"'),
    ],
)
@pytest.mark.parametrize("role", [Role.PRACTICE, Role.INFORMATIONAL])
def test_a_risk_tests_exposure_only(
    condition: Condition, question: str, place: str, answer: str, role: Role
) -> None:
    checked = pack(configuration(condition), asked=asked(**{question: role}))

    assert faults(checked) == [f"{WHEN}{place}: {told(answer)}"]


def test_an_option_of_its_own_role_is_judged_by_it() -> None:
    said = f"{WHEN} › includes: " + told('"formats: group"')
    practice = with_option_role("formats", "group", Role.PRACTICE)
    assert faults(pack(asked=practice)) == [said]

    other = with_option_role("formats", "phone", Role.PRACTICE)
    assert faults(pack(asked=other)) == []

    exposure = [
        replace(each, role=Role.PRACTICE) if each.id == FORMATS else each
        for each in with_option_role("formats", "group", Role.EXPOSURE)
    ]
    assert faults(pack(asked=exposure)) == []


def test_practice_may_not_decide_whether_a_question_of_a_risk_is_asked() -> None:
    formats, leader, size, change = questions()
    chain = [
        formats,
        replace(leader, role=Role.PRACTICE),
        replace(change, ask_when=TRAINED),
        replace(size, ask_when=AllOf((Is(CHANGE, value=True), Includes(FORMATS, GROUP)))),
    ]

    assert faults(pack(configuration(AtLeast(SIZE, 9)), asked=chain)) == [
        f'{WHEN} › at_least: "size" is asked only after "leader: trained", which does not say what '
        "the programme is, so it may not decide over a risk."
    ]


def test_benefits_and_take_up_may_rest_on_practice() -> None:
    checked = pack(benefit(when=TRAINED), take_up(when=TRAINED), asked=asked(leader=Role.PRACTICE))
    assert faults(checked) == []


def test_an_informational_question_feeds_no_rule_and_no_gate() -> None:
    risk = replace(
        configuration(),
        stronger_when=(Modifier(when=TRAINED, because="A reason."),),
        covered_when=TRAINED,
    )
    checked = pack(
        risk,
        take_up(when=TRAINED),
        asked=asked(leader=Role.INFORMATIONAL),
        gates=[building.gate("gate", TRAINED, ANSWER)],
    )
    said = '"leader" is informational: it may feed no rule.'

    assert faults(checked) == [
        f"configurations › N01 › stronger_when › 1 › when › is: {said}",
        f"configurations › N01 › covered_when › is: {said}",
        f"configurations › T01 › rules › T01-1 › branches › only › when › is: {said}",
        f"gates › gate › when › is: {said}",
    ]


def test_wordings_may_ask_for_what_informs_only() -> None:
    action = replace(
        building.action("worded", safety=True),
        variants=building.branch("b", HOLDS, variants={"Ask the leader.": TRAINED}).variants,
    )

    assert faults(pack(actions=[action], asked=asked(leader=Role.INFORMATIONAL))) == []


def test_a_pack_of_the_first_shape_knows_no_roles() -> None:
    checked = pack(configuration(TRAINED), asked=asked(leader=Role.PRACTICE))

    assert faults(checked, first_shape=True) == []
