"""A condition must fit the questionnaire, and some answers must make it hold."""

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
    IsAnyOf,
    Not,
    options_of,
)
from advisor.models.ids import OptionId, QuestionId
from tests.checks.soundness import (
    CHANGE,
    FORMATS,
    GROUP,
    HOLDS,
    LEADER,
    NONE,
    SIZE,
    configuration,
    faults,
    pack,
    questions,
)


def faults_of(condition: Condition) -> list[str]:
    """What is said about a rule under this condition, without the way to the rule."""
    before = "configurations › N01 › rules › N01-1 › branches › only › when"
    found = faults(pack(configuration(condition)))
    assert all(fault.startswith(before) for fault in found)
    return [fault.removeprefix(before) for fault in found]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (
            Is(QuestionId("leadr"), GROUP),
            ' › question: There is no question "leadr". Did you mean "leader"?',
        ),
        (
            Includes(FORMATS, OptionId("grup")),
            ' › includes: There is no option of "formats" called "grup". Did you mean "group"?',
        ),
        (
            IncludesAnyOf(FORMATS, (GROUP, OptionId("fone"))),
            ' › includes_any_of: There is no option of "formats" called "fone". '
            'Did you mean "none"?',
        ),
        (
            IsAnyOf(LEADER, ()),
            " › is_any_of: This list is empty, so the test says nothing. Name an option.",
        ),
        (
            Is(FORMATS, GROUP),
            ' › is: "is" does not fit the question "formats", which takes several options. '
            "Use includes or includes_any_of or includes_none_of.",
        ),
        (
            IncludesNoneOf(LEADER, (GROUP,)),
            ' › includes_none_of: "includes_none_of" does not fit the question "leader", which '
            "takes one option. Use is or is_any_of.",
        ),
        (
            AtLeast(CHANGE, 3),
            ' › at_least: "at_least" does not fit the question "change", which takes true or '
            "false. Use is.",
        ),
        (
            Includes(SIZE, GROUP),
            ' › includes: "includes" does not fit the question "size", which takes a number. '
            "Use at_least or at_most.",
        ),
        (
            Is(CHANGE, OptionId("yes")),
            ' › is: The question "change" takes true or false: write true or false without quotes.',
        ),
        (
            Is(LEADER, value=True),
            ' › is: The question "leader" takes one option: write an option without quotes.',
        ),
        (AtLeast(SIZE, 41), ' › at_least: 41 is outside what "size" can be (2 to 40).'),
        (AtMost(SIZE, 1), ' › at_most: 1 is outside what "size" can be (2 to 40).'),
        (
            AllOf(()),
            " › all: This list is empty, so the condition says nothing. Write a condition in it.",
        ),
        (
            Not(AnyOf(())),
            " › not › any: This list is empty, so the condition says nothing. "
            "Write a condition in it.",
        ),
        (
            AllOf((Includes(FORMATS, GROUP), Includes(FORMATS, NONE))),
            ' › all: "none" excludes the other options of "formats", so these can never hold '
            "together.",
        ),
        (
            AllOf((AtLeast(SIZE, 20), AtMost(SIZE, 10))),
            ": No answers make this condition hold. Look for parts that exclude each other.",
        ),
        (
            AllOf((Includes(FORMATS, NONE), IncludesAnyOf(FORMATS, (GROUP,)))),
            ": No answers make this condition hold. Look for parts that exclude each other.",
        ),
    ],
)
def test_a_condition_must_be_one_that_answers_can_make_hold(
    condition: Condition, said: str
) -> None:
    assert faults_of(condition) == [said]


@pytest.mark.parametrize(
    "condition",
    [
        AnyOf((AllOf((Is(CHANGE, value=True), Is(CHANGE, value=False))), HOLDS)),
        IncludesAnyOf(FORMATS, (GROUP, NONE)),
        Is(CHANGE, value=False),
        AnyOf((AtLeast(SIZE, 2), AtMost(SIZE, 40))),
    ],
)
def test_a_condition_that_can_hold_is_sound(condition: Condition) -> None:
    assert faults_of(condition) == []


def test_several_faults_of_one_condition_come_at_once() -> None:
    condition = AllOf((Is(LEADER, OptionId("x")), AnyOf((AtLeast(SIZE, 99), Is(SIZE, GROUP)))))
    places = [fault.split(":")[0] for fault in faults_of(condition)]

    assert places == [
        " › all › 1 › is",
        " › all › 2 › any › 1 › at_least",
        " › all › 2 › any › 2 › is",
    ]


def test_an_informational_option_feeds_no_condition() -> None:
    asked = questions()
    told = replace(asked[1].options[0], informational=True)
    asked[1] = replace(asked[1], options=(told, asked[1].options[1]))

    assert faults(pack(configuration(Is(LEADER, told.id)), asked=asked)) == [
        "configurations › N01 › rules › N01-1 › branches › only › when › is: "
        '"trained" is informational: it may feed no condition.'
    ]


def test_a_test_on_a_number_names_no_options() -> None:
    assert options_of(AtLeast(SIZE, 3)) == ()
    assert options_of(Is(CHANGE, value=True)) == ()
