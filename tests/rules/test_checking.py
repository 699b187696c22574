"""A pack that makes no sense is told so, thing by thing."""

from collections.abc import Iterable
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
)
from advisor.models.evidence import Configuration, Coverage, Domain, Effect, SourceSaying
from advisor.models.ids import OptionId, QuestionId, SectionId, SourceId
from advisor.models.pack import Pack, PackVersion
from advisor.models.questionnaire import Question
from advisor.rules.checking import faults_in
from tests.support import building

FORMATS = QuestionId("formats")
LEADER = QuestionId("leader")
SIZE = QuestionId("size")
CHANGE = QuestionId("change")
GROUP = OptionId("group")
NONE = OptionId("none")
COVERAGE = dict.fromkeys(("group", "phone", "none"), Coverage.COVERED)
HOLDS = Includes(FORMATS, GROUP)


def questions() -> list[Question]:
    return [
        building.multiple("formats", "group", "phone", "none", exclusive=["none"]),
        building.single("leader", "trained", "nobody"),
        replace(building.number("size", 2, 40), unit="mothers"),
        building.yes_no("change"),
    ]


def configuration(*rules: Condition) -> Configuration:
    return building.configuration("N01", *(rules or (HOLDS,)), coverage=COVERAGE)


def pack(
    *configurations: Configuration, asked: Iterable[Question] = (), **more: Iterable[object]
) -> Pack:
    made = building.pack(tuple(asked) or questions(), configurations or [configuration()])
    return replace(made, **{name: tuple(value) for name, value in more.items()})


def faults(checked: Pack) -> list[str]:
    return [str(fault) for fault in faults_in(checked)]


def faults_of(condition: Condition) -> list[str]:
    """What is said about a rule under this condition, without the way to the rule."""
    before = "configurations › N01 › rules › N01-1 › when"
    found = faults(pack(configuration(condition)))
    assert all(fault.startswith(before) for fault in found)
    return [fault.removeprefix(before) for fault in found]


def changed(question: str, change: dict[str, object]) -> list[Question]:
    return [replace(q, **change) if q.id == question else q for q in questions()]  # type: ignore[arg-type]


def test_a_sound_pack_has_no_faults() -> None:
    assert faults(pack()) == []


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (
            Is(QuestionId("leadr"), GROUP),
            [' › question: There is no question "leadr". Did you mean "leader"?'],
        ),
        (
            Includes(FORMATS, OptionId("grup")),
            [' › includes: There is no option of "formats" called "grup". Did you mean "group"?'],
        ),
        (
            IncludesAnyOf(FORMATS, (GROUP, OptionId("fone"))),
            [
                ' › includes_any_of: There is no option of "formats" called "fone". '
                'Did you mean "none"?'
            ],
        ),
        (
            IsAnyOf(LEADER, ()),
            [" › is_any_of: This list is empty, so the test says nothing. Name an option."],
        ),
        (
            Is(FORMATS, GROUP),
            [
                ' › is: "is" does not fit the question "formats", which takes several options. '
                "Use includes or includes_any_of or includes_none_of."
            ],
        ),
        (
            IncludesNoneOf(LEADER, (GROUP,)),
            [
                ' › includes_none_of: "includes_none_of" does not fit the question "leader", which '
                "takes one option. Use is or is_any_of."
            ],
        ),
        (
            AtLeast(CHANGE, 3),
            [
                ' › at_least: "at_least" does not fit the question "change", which takes true or '
                "false. Use is."
            ],
        ),
        (
            Includes(SIZE, GROUP),
            [
                ' › includes: "includes" does not fit the question "size", which takes a number. '
                "Use at_least or at_most."
            ],
        ),
        (
            Is(CHANGE, OptionId("yes")),
            [
                ' › is: The question "change" takes true or false: write true or false without quotes.'
            ],
        ),
        (
            Is(LEADER, value=True),
            [' › is: The question "leader" takes one option: write an option without quotes.'],
        ),
        (AtLeast(SIZE, 41), [' › at_least: 41 is outside what "size" can be (2 to 40).']),
        (AtMost(SIZE, 1), [' › at_most: 1 is outside what "size" can be (2 to 40).']),
        (
            AllOf(()),
            [" › all: This list is empty, so the condition says nothing. Write a condition in it."],
        ),
        (
            Not(AnyOf(())),
            [
                " › not › any: This list is empty, so the condition says nothing. "
                "Write a condition in it."
            ],
        ),
        (
            AllOf((Includes(FORMATS, GROUP), Includes(FORMATS, NONE))),
            [
                ' › all: "none" excludes the other options of "formats", so these can never hold '
                "together."
            ],
        ),
        (
            AllOf((AtLeast(SIZE, 20), AtMost(SIZE, 10))),
            [": No answers make this condition hold. Look for parts that exclude each other."],
        ),
        (
            AllOf((Includes(FORMATS, NONE), IncludesAnyOf(FORMATS, (GROUP,)))),
            [": No answers make this condition hold. Look for parts that exclude each other."],
        ),
        (AnyOf((AllOf((Is(CHANGE, value=True), Is(CHANGE, value=False))), HOLDS)), []),
        (IncludesAnyOf(FORMATS, (GROUP, NONE)), []),
        (Is(CHANGE, value=False), []),
        (AnyOf((AtLeast(SIZE, 2), AtMost(SIZE, 40))), []),
    ],
)
def test_a_condition_must_be_one_that_answers_can_make_hold(
    condition: Condition, said: list[str]
) -> None:
    assert faults_of(condition) == said


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
        'configurations › N01 › rules › N01-1 › when › is: "trained" is informational: '
        "it may feed no condition."
    ]


@pytest.mark.parametrize(
    ("question", "change", "said"),
    [
        (
            "leader",
            {"section": SectionId("stat")},
            ['questions › leader › section: There is no section "stat". Did you mean "start"?'],
        ),
        (
            "leader",
            {"options": ()},
            ["questions › leader › options: A choice needs at least two options."],
        ),
        (
            "change",
            {"options": questions()[0].options[:2]},
            [
                'questions › change › options: A question of the kind "yes_no" has no options. '
                "Remove them."
            ],
        ),
        (
            "leader",
            {"options": questions()[0].options},
            [
                "questions › leader › options › none › exclusive: Only options of a multiple choice "
                "can exclude others. Remove this."
            ],
        ),
        (
            "size",
            {"minimum": 40},
            ["questions › size › max: A number needs min and max, and min must be smaller."],
        ),
        ("size", {"unit": ""}, ["questions › size › unit: A number needs a unit, such as months."]),
        (
            "change",
            {"maximum": 3},
            ["questions › change › max: Only numbers have min, max and unit. Remove this."],
        ),
        (
            "change",
            {"unit": "mothers"},
            ["questions › change › unit: Only numbers have min, max and unit. Remove this."],
        ),
        (
            "size",
            {"ask_when": Is(QuestionId("leadr"), GROUP)},
            [
                'questions › size › ask_when › question: There is no question "leadr". '
                'Did you mean "leader"?'
            ],
        ),
        (
            "leader",
            {"ask_when": AtLeast(SIZE, 3)},
            [
                'questions › leader › ask_when: "size" is asked later than this question. '
                "Put it before."
            ],
        ),
        (
            "size",
            {"ask_when": AtLeast(SIZE, 3)},
            [
                "questions › size › ask_when: This goes round in a circle: size → size. "
                "None could ever be asked."
            ],
        ),
    ],
)
def test_a_question_must_be_one_that_can_be_asked_and_answered(
    question: str, change: dict[str, object], said: list[str]
) -> None:
    assert faults(pack(asked=changed(question, change))) == said


def test_a_circle_of_questions_is_shown_from_each_of_them() -> None:
    formats, leader, size, change = questions()
    asked = [
        formats,
        replace(leader, ask_when=AtLeast(SIZE, 3)),
        replace(size, ask_when=Is(CHANGE, value=True)),
        replace(change, ask_when=Is(LEADER, OptionId("trained"))),
    ]

    assert faults(pack(asked=asked)) == [
        f"questions › {name} › ask_when: This goes round in a circle: {circle}. "
        "None could ever be asked."
        for name, circle in (
            ("leader", "leader → size → change → leader"),
            ("size", "size → change → leader → size"),
            ("change", "change → leader → size → change"),
        )
    ]


@pytest.mark.parametrize(
    ("domain", "effect", "allowed"),
    [
        (Domain.TAKE_UP, Effect.HARMS, "encourages or discourages"),
        (Domain.BENEFIT, Effect.ENCOURAGES, "benefits"),
        (Domain.RISK, Effect.BENEFITS, "harms"),
    ],
)
def test_a_rule_points_a_way_that_its_domain_allows(
    domain: Domain, effect: Effect, allowed: str
) -> None:
    own = building.configuration("C", HOLDS, domain=domain, effect=effect, coverage=COVERAGE)

    assert faults(pack(own)) == [
        f'configurations › C › rules › C-1 › effect: A rule of the domain "{domain}" cannot say '
        f'"{effect}". It can say {allowed}.'
    ]


def test_a_configuration_without_a_rule_is_no_advice() -> None:
    own = replace(configuration(), rules=())
    assert faults(pack(own)) == [
        "configurations › N01 › rules: There is no rule, so it never becomes advice. Write one."
    ]


def test_a_configuration_refers_to_what_there_is() -> None:
    own = replace(
        configuration(),
        evidence="nmed",
        principles=("safe",),
        sources=(SourceSaying(source=SourceId("smith"), says="A saying."),),
    )

    assert faults(pack(own)) == [
        'configurations › N01 › evidence: There is no evidence step "nmed". Did you mean "named"?',
        'configurations › N01 › principles: There is no principle "safe".',
        'configurations › N01 › sources › 1: There is no source "smith".',
    ]


def test_coverage_speaks_about_every_format_and_nothing_else() -> None:
    own = building.configuration(
        "N01", HOLDS, coverage={"group": Coverage.COVERED, "fone": Coverage.COVERED}
    )

    assert faults(pack(own)) == [
        'configurations › N01 › coverage › fone: There is no option of "formats" called "fone".',
        'configurations › N01 › coverage: Nothing is said about the format "phone". Add it.',
        'configurations › N01 › coverage: Nothing is said about the format "none". Add it.',
    ]


def test_a_pack_without_the_question_of_formats_is_told_so() -> None:
    own = building.configuration("N01", Is(CHANGE, value=True), coverage=COVERAGE)

    assert faults(pack(own, asked=questions()[1:])) == [
        'configurations › N01 › coverage: There is no question "formats".'
    ]


def test_an_action_refers_to_what_there_is() -> None:
    own = replace(
        building.action("a", "N02", stage="pln", applies_when=Is(LEADER, GROUP)),
        owner="led",
        deputy="nobody",
        evidence="none",
        sources=(SourceId("smith"),),
        in_place_when=AllOf(()),
    )
    found = faults(pack(actions=[own]))

    assert [fault.split(" Did")[0] for fault in found] == [
        'actions › a › stage: There is no stage "pln".',
        'actions › a › owner: There is no owner "led".',
        'actions › a › deputy: There is no owner "nobody".',
        'actions › a › evidence: There is no evidence step "none".',
        'actions › a › sources › 1: There is no source "smith".',
        'actions › a › serves › 1 › configuration: There is no configuration "N02".',
        'actions › a › applies_when › is: There is no option of "leader" called "group".',
        "actions › a › in_place_when › all: This list is empty, so the condition says nothing. "
        "Write a condition in it.",
    ]


def test_an_action_serves_something_or_safety() -> None:
    actions = [building.action("a"), building.action("b", safety=True)]

    assert faults(pack(actions=actions)) == [
        "actions › a › serves: It serves no configuration, so no plan would ever show it. Name one."
    ]


def test_a_scope_note_refers_to_what_there_is() -> None:
    note = replace(building.scope_note("n", Is(LEADER, GROUP)), sources=(SourceId("smith"),))
    found = faults(pack(scope_notes=[note]))

    assert [fault.split(":")[0] for fault in found] == [
        "scope_notes › n › sources › 1",
        "scope_notes › n › when › is",
    ]


@pytest.mark.parametrize(
    ("question", "option", "said"),
    [
        ("formts", "group", 'question: There is no question "formts". Did you mean "formats"?'),
        (
            "formats",
            "grup",
            'option: There is no option of "formats" called "grup". Did you mean "group"?',
        ),
        ("size", "group", 'option: There is no option of "size" called "group".'),
    ],
)
def test_a_tension_is_about_an_option(question: str, option: str, said: str) -> None:
    benefit = building.configuration(
        "P01", HOLDS, domain=Domain.BENEFIT, effect=Effect.BENEFITS, coverage=COVERAGE
    )
    tension = building.tension("t", question, option, ["P01"], ["N01"])

    assert faults(pack(configuration(), benefit, tensions=[tension])) == [f"tensions › t › {said}"]


def test_a_tension_has_a_benefit_on_one_side_and_a_risk_on_the_other() -> None:
    benefit = building.configuration(
        "P01", HOLDS, domain=Domain.BENEFIT, effect=Effect.BENEFITS, coverage=COVERAGE
    )
    tensions = [
        building.tension("turned", "formats", "group", ["N01"], ["P01"]),
        building.tension("empty", "formats", "group", [], ["N01", "N02"]),
    ]

    assert faults(pack(configuration(), benefit, tensions=tensions)) == [
        'tensions › turned › benefit_side › 1: "N01" is a risk and belongs on the other side.',
        'tensions › turned › risk_side › 1: "P01" is a benefit and belongs on the other side.',
        "tensions › empty › benefit_side: A tension has two sides; this one is empty.",
        'tensions › empty › risk_side › 2: There is no configuration "N02". Did you mean "N01"?',
    ]


def test_take_up_may_stand_on_either_side_of_a_tension() -> None:
    take_up = building.configuration(
        "T01", HOLDS, domain=Domain.TAKE_UP, effect=Effect.ENCOURAGES, coverage=COVERAGE
    )
    tension = building.tension("t", "formats", "group", ["T01"], ["T01"])

    assert faults(pack(take_up, tensions=[tension])) == []


def test_a_condition_beside_faulty_questions_is_still_checked_test_by_test() -> None:
    asked = changed("size", {"ask_when": AtLeast(SIZE, 3)})
    found = faults(pack(configuration(AtLeast(SIZE, 99)), asked=asked))

    assert [fault.split(":")[0] for fault in found] == [
        "questions › size › ask_when",
        "configurations › N01 › rules › N01-1 › when › at_least",
    ]


def test_the_head_of_a_pack_can_be_shown_and_compared() -> None:
    sound = pack()
    section = replace(sound.questionnaire.sections[0], id=SectionId("empty"))
    odd = replace(
        sound,
        version=PackVersion(id="small", version="the newest!"),
        review_due="2030-13",
        questionnaire=replace(
            sound.questionnaire, sections=(*sound.questionnaire.sections, section)
        ),
    )

    assert faults(odd) == [
        "pack › version: A version is up to 32 digits, letters, full stops, + and -, like 2026.11.",
        "pack › review_due: Write the month or day of the next review like 2027-11 or 2027-11-30.",
        "pack › sections › empty: No question belongs to this section. Remove it, or give it "
        "questions.",
    ]


def test_foreign_ids_are_named_harmlessly() -> None:
    own = replace(configuration(), evidence="na\x1b[31med" + "x" * 100)
    (fault,) = faults(pack(own))

    assert fault.isprintable()
    assert len(fault) < 200
