"""Where the evidence stops: formats, people, and what other sources say."""

from dataclasses import replace

from advisor.models.conditions import AllOf, Condition, Is
from advisor.models.evidence import Coverage, Domain, Effect, Modifier, Need, SourceSaying
from advisor.models.explanation import Truth
from advisor.models.findings import Verdict
from advisor.models.ids import OptionId, QuestionId, SourceId
from advisor.models.pack import Pack
from advisor.rules.engine import advise
from tests.support import building

ALWAYS: Condition = AllOf(())
AGREED, PEOPLE = QuestionId("agreed"), QuestionId("people")
COVERAGE = {"group": Coverage.COVERED, "chat": Coverage.ELSEWHERE, "post": Coverage.NOT_APPLICABLE}


def pack_of_two_branches() -> Pack:
    risk = building.configuration(
        "risk",
        [
            building.branch("review", ALWAYS),
            building.branch("others", Is(AGREED, True), elsewhere=True),
        ],
        coverage=COVERAGE,
    )
    risk = replace(
        risk,
        elsewhere_sources=(SourceSaying(source=SourceId("study"), says="So."),),
        elsewhere_evidence="near",
    )
    return building.pack(
        [building.multiple("formats", *COVERAGE), building.yes_no("agreed")], [risk]
    )


def test_a_branch_from_other_sources_never_makes_a_rule_apply() -> None:
    pack = pack_of_two_branches()
    only_others = replace(
        pack.configurations[0].rules[0], branches=pack.configurations[0].rules[0].branches[1:]
    )
    pack = replace(pack, configurations=(replace(pack.configurations[0], rules=(only_others,)),))

    (finding,) = advise(pack, building.plan(formats={"group"}, agreed=True)).findings

    assert finding.verdict is Verdict.DOES_NOT_APPLY
    assert [branch.id for branch in finding.from_elsewhere] == ["others"]
    assert finding.from_elsewhere[0].sources == ("study",)
    assert finding.from_elsewhere[0].evidence == "near"
    assert finding.counting == ()


def test_where_the_review_is_silent_and_others_are_not_every_branch_is_theirs() -> None:
    (finding,) = advise(
        pack_of_two_branches(), building.plan(formats={"chat"}, agreed=True)
    ).findings

    assert finding.verdict is Verdict.NOT_COVERED
    assert [branch.id for branch in finding.branches] == ["review", "others"]
    assert all(branch.other_sources for branch in finding.branches)
    assert finding.state is None


def test_nothing_is_shown_from_elsewhere_where_it_has_nothing_to_do_with_the_formats() -> None:
    (finding,) = advise(
        pack_of_two_branches(), building.plan(formats={"post"}, agreed=True)
    ).findings

    assert finding.verdict is Verdict.DOES_NOT_APPLY
    assert finding.branches == ()


def test_whom_a_configuration_leaves_out_it_does_not_cover() -> None:
    risk = building.configuration("risk", ALWAYS, covered_when=Is(AGREED, True))
    pack = building.pack([building.yes_no("agreed")], [risk])

    def verdict(**answers: bool) -> Verdict:
        return advise(pack, building.plan(**answers)).findings[0].verdict

    assert verdict(agreed=True) is Verdict.APPLIES
    assert verdict(agreed=False) is Verdict.NOT_COVERED
    assert verdict() is Verdict.MAY_APPLY


def pack_about_mothers() -> Pack:
    return building.pack(
        [building.single("people", "mothers", "fathers")],
        [building.configuration("risk", ALWAYS)],
        [building.action("mend", "risk", safety=True), building.action("other", "risk")],
        [building.scope_note("note", ALWAYS)],
        [building.tension("both", "people", "fathers", ["risk"], ["risk"])],
        [building.gate("safe", ALWAYS, "mend")],
        covered_when=Is(PEOPLE, OptionId("mothers")),
    )


def test_a_plan_outside_the_pack_gets_gates_and_notes_and_nothing_else() -> None:
    advice = advise(pack_about_mothers(), building.plan(people="fathers"))

    assert not advice.covered
    assert not advice.can_judge
    assert [finding.verdict for finding in advice.findings] == [Verdict.NOT_COVERED]
    assert [one.action for one in advice.priorities] == ["mend"]
    assert [one.id for one in advice.actions] == ["mend"]
    assert len(advice.scope_notes) == 1
    assert advice.tensions == ()
    assert advice.open_questions == ()


def test_a_plan_that_does_not_say_whom_it_is_for_is_taken_to_be_covered() -> None:
    advice = advise(pack_about_mothers(), building.plan())

    assert advice.covered
    assert advice.can_judge
    assert advice.findings[0].verdict is Verdict.APPLIES


def test_a_risk_matters_more_here_when_two_reasons_hold_and_fewer_speak_against() -> None:
    def matters_more(stronger: int, weaker: int) -> bool:
        risk = building.configuration(
            "risk",
            ALWAYS,
            stronger=[Modifier(when=ALWAYS, because=f"{n}") for n in range(stronger)],
            weaker=[Modifier(when=ALWAYS, because=f"{n}") for n in range(weaker)],
        )
        return advise(building.pack([], [risk]), building.plan()).findings[0].matters_more

    assert matters_more(2, 1)
    assert not matters_more(2, 2)
    assert not matters_more(1, 0)


def test_a_benefit_says_which_of_its_needs_are_met() -> None:
    benefit = building.configuration(
        "good",
        Is(AGREED, True),
        domain=Domain.BENEFIT,
        effect=Effect.BENEFITS,
        needs=[Need(text="agreement", met_when=Is(AGREED, True)), Need(text="luck")],
    )
    pack = building.pack([building.yes_no("agreed")], [benefit])

    (finding,) = advise(pack, building.plan(agreed=False)).findings

    assert [(need.text, need.met) for need in finding.needs] == [
        ("agreement", Truth.FAILS),
        ("luck", None),
    ]
