"""A pack that makes no sense is told so, thing by thing."""

from dataclasses import replace

import pytest

from advisor.models.conditions import (
    AllOf,
    AtLeast,
    Is,
)
from advisor.models.evidence import (
    Coverage,
    Domain,
    Effect,
    Need,
    ReadDepth,
    Source,
    SourceSaying,
)
from advisor.models.ids import ActionId, OptionId, SectionId, SourceId
from advisor.models.pack import PackVersion
from tests.checks.soundness import (
    ANSWER,
    CHANGE,
    COVERAGE,
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
    with_branch,
)
from tests.support import building


def test_a_sound_pack_has_no_faults() -> None:
    assert faults(pack()) == []


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
    own = building.configuration(
        "C", HOLDS, domain=domain, effect=effect, coverage=COVERAGE, answered_by=[ANSWER]
    )
    own = replace(own, voice="A voice.", needs=(Need(text="A need."),))

    assert faults(pack(with_branch(own, short="A short."))) == [
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
    coverage = {OptionId("group"): Coverage.COVERED, OptionId("fone"): Coverage.COVERED}
    own = replace(configuration(), coverage=coverage)

    assert faults(pack(own)) == [
        'configurations › N01 › coverage › fone: There is no option of "formats" called "fone". '
        'Did you mean "none"?',
        'configurations › N01 › coverage: Nothing is said about the format "phone". Add it.',
        'configurations › N01 › coverage: Nothing is said about the format "none". Add it.',
    ]


def test_a_pack_without_the_question_about_formats_is_refused_with_the_reason() -> None:
    own = configuration(Is(CHANGE, value=True))

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
    tension = building.tension("t", question, option, ["P01"], ["N01"])

    assert faults(pack(configuration(), benefit(), tensions=[tension])) == [
        f"tensions › t › {said}"
    ]


def test_a_tension_has_a_benefit_on_one_side_and_a_risk_on_the_other() -> None:
    tensions = [
        building.tension("turned", "formats", "group", ["N01"], ["P01"]),
        building.tension("empty", "formats", "group", [], ["N01", "N02"]),
    ]

    assert faults(pack(configuration(), benefit(), tensions=tensions)) == [
        'tensions › turned › benefit_side › 1: "N01" is a risk and belongs on the other side.',
        'tensions › turned › risk_side › 1: "P01" is a benefit and belongs on the other side.',
        "tensions › empty › benefit_side: A tension has two sides; this one is empty.",
        'tensions › empty › risk_side › 2: There is no configuration "N02". Did you mean "N01"?',
    ]


def test_take_up_may_stand_on_either_side_of_a_tension() -> None:
    tension = building.tension("t", "formats", "group", ["T01"], ["T01"])

    assert faults(pack(take_up(), tensions=[tension])) == []


def test_a_condition_beside_faulty_questions_is_still_checked_test_by_test() -> None:
    asked = [
        replace(question, ask_when=AtLeast(SIZE, 3)) if question.id == SIZE else question
        for question in questions()
    ]
    found = faults(pack(configuration(AtLeast(SIZE, 99)), asked=asked))

    assert [fault.split(":")[0] for fault in found] == [
        "questions › size › ask_when",
        "configurations › N01 › rules › N01-1 › branches › only › when › at_least",
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


def test_a_source_and_a_scope_note_refer_to_what_there_is() -> None:
    note = replace(building.scope_note("n", HOLDS), actions=(ActionId("a"),))
    checked = pack(scope_notes=[note])
    source = Source(
        id=SourceId("s"), citation="S.", kind="k", population="p", read=ReadDepth.FULL,
        says="A.", step="nmed",
    )  # fmt: skip

    assert faults(replace(checked, sources=(source,))) == [
        'sources › s › step: There is no evidence step "nmed". Did you mean "named"?',
        'scope_notes › n › actions › 1: There is no action "a".',
    ]


def test_a_gate_is_mended_by_safety_actions() -> None:
    gates = [
        building.gate("none", HOLDS),
        building.gate("other", HOLDS, "plain", "answr"),
        building.gate("good", HOLDS, ANSWER),
    ]

    assert faults(pack(actions=[building.action("plain", "N01")], gates=gates)) == [
        "gates › none › actions: No action mends this. Name a safety action.",
        'gates › other › actions › 2: There is no action "answr". Did you mean "answer"?',
        'gates › other › actions › 1: "plain" is no safety action. Mark it with safety: true, or '
        "name another.",
    ]


def test_core_questions_stand_in_one_section() -> None:
    first, second, *others = questions()
    asked = [
        replace(first, core=True),
        replace(second, core=True, section=SectionId("more")),
        *others,
    ]
    checked = pack(asked=asked)
    section = replace(checked.questionnaire.sections[0], id=SectionId("more"))
    questionnaire = replace(
        checked.questionnaire, sections=(*checked.questionnaire.sections, section)
    )

    assert faults(replace(checked, questionnaire=questionnaire)) == [
        "questions › leader › section: Core questions stand in one section. The first is in "
        '"start".'
    ]


def test_a_short_label_of_a_question_is_short() -> None:
    first, *others = questions()

    assert faults(pack(asked=[replace(first, short="x" * 41), *others])) == [
        "questions › formats › short: This text has 41 characters; at most 40 fit."
    ]
