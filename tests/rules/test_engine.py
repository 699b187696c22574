"""What follows from the verdicts: states, actions, notes, tensions, questions, counts."""

from dataclasses import replace

import pytest

from advisor.models.advice import Advice, AdvisedTension, Summary
from advisor.models.conditions import AllOf, AnyOf, Condition, Is
from advisor.models.evidence import Coverage, Domain, Effect, Modifier, SourceSaying
from advisor.models.findings import Verdict
from advisor.models.ids import (
    ActionId,
    ConfigurationId,
    OptionId,
    QuestionId,
    RuleId,
    SourceId,
    TensionId,
)
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.engine import advise
from advisor.telling.why import why
from tests.support import building

AGREED, LED = QuestionId("agreed"), QuestionId("led")
ALWAYS: Condition = AllOf(())
NEVER: Condition = AnyOf(())


def test_stronger_and_weaker_notes_are_said_when_they_certainly_hold() -> None:
    risk = building.configuration(
        "risk",
        Is(LED, True),
        stronger=[Modifier(when=Is(AGREED, True), because="stronger")],
        weaker=[Modifier(when=Is(AGREED, False), because="weaker")],
    )
    pack = building.pack([building.yes_no("agreed"), building.yes_no("led")], [risk])

    def notes(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
        finding = advise(pack, plan).findings[0]
        return finding.stronger, finding.weaker

    assert notes(building.plan(agreed=True)) == (("stronger",), ())
    assert notes(building.plan(agreed=False, led=True)) == ((), ("weaker",))
    assert notes(building.plan()) == ((), ())
    assert notes(building.plan(agreed=True, led=False)) == ((), ())


def test_a_scope_note_applies_may_apply_or_is_left_out() -> None:
    pack = building.pack(
        [building.yes_no("agreed")], scope_notes=[building.scope_note("note", Is(AGREED, True))]
    )

    def shown(plan: Plan) -> list[Verdict]:
        return [note.verdict for note in advise(pack, plan).scope_notes]

    assert shown(building.plan(agreed=True)) == [Verdict.APPLIES]
    assert shown(building.plan()) == [Verdict.MAY_APPLY]
    assert shown(building.plan(agreed=False)) == []


def test_a_scope_note_carries_the_answers_behind_it() -> None:
    pack = building.pack(
        [building.yes_no("agreed")], scope_notes=[building.scope_note("note", Is(AGREED, True))]
    )

    (note,) = advise(pack, building.plan(agreed=True)).scope_notes

    assert [test.answer.given for test in why(note.because)] == [True]


def pack_with_tension(question: str, option: str) -> Pack:
    gate = Is(AGREED, True)
    return building.pack(
        [
            building.yes_no("agreed"),
            building.multiple("topics", "sharing", "advice", ask_when=gate),
            building.single("shape", "free", "course", ask_when=gate),
        ],
        [
            building.configuration("gain", ALWAYS, domain=Domain.BENEFIT, effect=Effect.BENEFITS),
            building.configuration(
                "draws", ALWAYS, domain=Domain.TAKE_UP, effect=Effect.ENCOURAGES
            ),
            building.configuration("harm", ALWAYS),
            building.configuration("dead", NEVER),
        ],
        tensions=[building.tension("both", question, option, ["gain"], ["dead", "draws", "harm"])],
    )


@pytest.mark.parametrize(("question", "option"), [("topics", "sharing"), ("shape", "free")])
def test_a_tension_shows_what_is_live_and_points_its_way_on_each_side_of_a_choice(
    question: str, option: str
) -> None:
    pack = pack_with_tension(question, option)
    plan = building.plan(agreed=True, topics={"sharing", "advice"}, shape="free")

    assert advise(pack, plan).tensions == (
        AdvisedTension(
            id=TensionId("both"),
            question=QuestionId(question),
            option=OptionId(option),
            benefit_side=(ConfigurationId("gain"),),
            risk_side=(ConfigurationId("harm"),),
        ),
    )


def test_a_tension_of_a_choice_not_made_or_not_asked_is_left_out() -> None:
    pack = pack_with_tension("topics", "sharing")

    assert advise(pack, building.plan(agreed=True, topics={"advice"})).tensions == ()
    assert advise(pack, building.plan(agreed=True)).tensions == ()
    assert advise(pack, building.plan(agreed=False, topics={"sharing"})).tensions == ()


def test_a_finding_carries_what_its_configuration_says() -> None:
    risk = replace(
        building.configuration("risk", ALWAYS),
        supplementary=True,
        sources=(SourceSaying(source=SourceId("one"), says="So."),),
    )

    (finding,) = advise(building.pack([], [risk]), building.plan()).findings

    assert finding.configuration == "risk"
    assert finding.rule == RuleId("risk-1")
    assert finding.supplementary
    assert finding.evidence == "named"
    assert finding.sources == ("one",)
    assert finding.effect is Effect.HARMS


def counted_advice() -> Advice:
    both_sides = building.configuration("take", domain=Domain.TAKE_UP)
    rules = {
        effect: building.configuration(effect.value, ALWAYS, effect=effect).rules
        for effect in (Effect.ENCOURAGES, Effect.DISCOURAGES)
    }
    take_up = replace(both_sides, rules=(*rules[Effect.ENCOURAGES], *rules[Effect.DISCOURAGES]))
    return advise(
        building.pack(
            [
                building.multiple("formats", "group", "online"),
                building.yes_no("agreed"),
                building.yes_no("led", ask_when=Is(AGREED, True)),
            ],
            [
                take_up,
                building.configuration("open", ALWAYS),
                building.configuration("part", ALWAYS, answered_by=["one", "two"]),
                building.configuration("done", ALWAYS, answered_by=["one"]),
                building.configuration(
                    "good", ALWAYS, domain=Domain.BENEFIT, effect=Effect.BENEFITS
                ),
                building.configuration("never", NEVER),
                building.configuration("untold", ALWAYS, coverage={"group": Coverage.NOT_COVERED}),
            ],
            [
                building.action("one", "part", "done", in_place_when=ALWAYS),
                building.action("two", "part"),
            ],
        ),
        building.plan(formats={"group"}, agreed=False, led=True),
    )


def test_the_summary_counts_rules_and_the_questions_that_are_asked() -> None:
    assert counted_advice().summary == Summary(
        risks_open=1,
        risks_partly_addressed=1,
        risks_addressed=1,
        benefits=1,
        helps_take_up=1,
        hinders_take_up=1,
        may_apply=0,
        risks_that_may_apply=0,
        not_covered=1,
        does_not_apply=1,
        gates_missing=0,
        gates_not_said=0,
        answered=2,
        asked=2,
    )
    assert counted_advice().summary.risks == 3


def test_advice_finds_its_findings_and_actions_by_id() -> None:
    advice = counted_advice()

    assert advice.finding_by_rule[RuleId("open-1")] in advice.with_verdict(Verdict.APPLIES)
    assert advice.action_by_id[ActionId("two")].serves == ("part",)
    assert all(finding.is_settled for finding in advice.findings)
    assert str(advice.pack) == "small 1"
