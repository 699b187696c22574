"""What would have to change: smallest sets of decisions, against trying every one."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from advisor.models.changes import Aim, Change, PossibleChanges, Way
from advisor.models.comparison import Comparison, VerdictChange
from advisor.models.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Includes,
    IncludesNoneOf,
    Is,
    Not,
)
from advisor.models.evidence import Coverage, Domain, Effect
from advisor.models.findings import RiskState, Verdict
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, OpenAnswer, Plan
from advisor.models.questionnaire import Nature
from advisor.rules import changing
from advisor.rules.comparing import between
from advisor.rules.engine import advise
from advisor.rules.ways import what_would_change
from tests.rules import brute_force
from tests.support import building
from tests.support.packs import packs_and_plans, possible_answers

SETUP = QuestionId("setup")
SIZE = QuestionId("size")
MOTHERS = QuestionId("mothers")


def changed(plan: Plan, changes: tuple[Change, ...]) -> Plan:
    for change in changes:
        plan = plan.with_entry(EntryKey.of_answer(change.question), Answer(value=change.after))
    return plan


def reaches(pack: Pack, plan: Plan, rule: RuleId, aim: Aim) -> bool:
    """Whether a rule certainly applies, or certainly does not while the evidence covers it."""
    verdict = advise(pack, plan).finding_by_rule[rule].verdict
    if aim is Aim.START or verdict is not Verdict.DOES_NOT_APPLY:
        return aim is Aim.START and verdict is Verdict.APPLIES
    tried = list(brute_force.completions(pack, plan))
    found = brute_force.statuses_of(*pack.rule_by_id[rule], pack, tried)
    return set(found) == {Verdict.DOES_NOT_APPLY}


def effort(changes: tuple[Change, ...]) -> tuple[int, int]:
    """Questions changed, then boxes ticked or unticked."""
    boxes = 0
    for change in changes:
        before = change.before if isinstance(change.before, frozenset) else frozenset()
        boxes += len(change.after ^ before) if isinstance(change.after, frozenset) else 1
    return len(changes), boxes


def every_change(pack: Pack, plan: Plan) -> Iterator[tuple[Change, ...]]:
    design = [q for q in pack.questionnaire.questions if q.nature is Nature.DESIGN]
    for size in range(1, changing.MOST_QUESTIONS + 1):
        for questions in itertools.combinations(design, size):
            for answers in itertools.product(*map(possible_answers, questions)):
                pairs = zip(questions, answers, strict=True)
                changes = tuple(
                    Change(question=q.id, before=plan.answer(q.id).value, after=answer)
                    for q, answer in pairs
                )
                if all(change.before != change.after for change in changes):
                    yield changes


def without_one_box(pack: Pack, changes: tuple[Change, ...]) -> Iterator[tuple[Change, ...]]:
    """The same changes with one box fewer ticked or unticked, where such an answer exists."""
    for at, change in enumerate(changes):
        if not isinstance(change.after, frozenset):
            continue
        before = change.before if isinstance(change.before, frozenset) else frozenset()
        answers = set(possible_answers(pack.questionnaire[change.question])) - {before}
        for box in change.after ^ before:
            if (after := change.after ^ {box}) in answers:
                yield (*changes[:at], replace(change, after=after), *changes[at + 1 :])


@given(packs_and_plans())
def test_the_first_set_is_the_smallest_there_is(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    rule = pack.configurations[0].rules[0].id

    possible = what_would_change(pack, plan, rule)

    verdict = advise(pack, plan).finding_by_rule[rule].verdict
    unwanted = verdict in {Verdict.APPLIES, Verdict.MAY_APPLY}
    if unwanted if possible.aim is Aim.STOP else verdict is not Verdict.APPLIES:
        tried = itertools.islice(every_change(pack, plan), 500)
        working = [c for c in tried if reaches(pack, changed(plan, c), rule, possible.aim)]
        found = [effort(one.changes) for one in turning(possible)]
        assert bool(found) >= bool(working)
        assert found == sorted(found)
        assert not working or found[0] <= min(map(effort, working))
    else:
        assert possible.ways == ()


@given(packs_and_plans())
def test_every_set_works_and_none_of_its_changes_is_needless(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    rule = pack.configurations[-1].rules[-1].id
    now = advise(pack, plan)

    possible = what_would_change(pack, plan, rule)

    for one in turning(possible):
        after = advise(pack, changed(plan, one.changes))
        assert reaches(pack, changed(plan, one.changes), rule, possible.aim)
        for size in range(len(one.changes)):
            for fewer in itertools.combinations(one.changes, size):
                assert not reaches(pack, changed(plan, fewer), rule, possible.aim)
        for fewer in without_one_box(pack, one.changes):
            assert not reaches(pack, changed(plan, fewer), rule, possible.aim)
        if not one.instead:
            assert one.moved == between(now, after)
        assert all(
            pack.questionnaire[change.question].nature is Nature.DESIGN for change in one.changes
        )


@given(packs_and_plans())
def test_every_way_that_eases_a_risk_does_and_other_answers_do_too(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    now = advise(pack, plan)

    for finding in now.findings:
        if finding.state is None:
            continue
        for way in what_would_change(pack, plan, finding.rule).ways:
            if way.aim is not Aim.EASE:
                continue
            for other in (None, *way.instead):
                changes = tuple(
                    other if other is not None and other.question == each.question else each
                    for each in way.changes
                )
                then = advise(pack, changed(plan, changes)).finding_by_rule[finding.rule]
                states = tuple(RiskState)
                assert then.state is None or states.index(then.state) > states.index(finding.state)


def turning(possible: PossibleChanges) -> list[Way]:
    """The ways by which a rule begins or ends, those that were joined one by one."""
    return [
        replace(way, changes=changes, instead=(other,) if other else way.instead)
        for way in possible.ways
        if way.aim is possible.aim
        for changes, other in alternatives(way)
    ]


def alternatives(way: Way) -> Iterator[tuple[tuple[Change, ...], Change | None]]:
    yield way.changes, None
    for other in way.instead:
        yield (
            tuple(other if other.question == each.question else each for each in way.changes),
            other,
        )


def group_pack() -> Pack:
    """A risk in large groups without turns and a second leader, and a benefit of company."""
    unheard = AllOf(
        (
            AtLeast(SIZE, 11),
            Not(AllOf((Includes(SETUP, OptionId("turns")), Includes(SETUP, OptionId("second"))))),
        )
    )
    return building.pack(
        [
            building.number("size", 2, 40),
            building.multiple("setup", "turns", "second", "baby", "nothing", exclusive=["nothing"]),
            building.single("mothers", "some", "many", nature=Nature.CONTEXT),
        ],
        [
            building.configuration("unheard", unheard),
            building.configuration(
                "company", AtLeast(SIZE, 14), domain=Domain.BENEFIT, effect=Effect.BENEFITS
            ),
            building.configuration("shy", Is(MOTHERS, OptionId("many"))),
        ],
    )


def test_a_multiple_answer_may_need_several_boxes_at_once() -> None:
    plan = building.plan(size=15, setup={"nothing"}, mothers="some")

    possible = what_would_change(group_pack(), plan, RuleId("unheard-1"))

    assert possible.aim is Aim.STOP
    assert possible.complete
    assert [way.changes for way in possible.ways] == [
        (Change(question=SIZE, before=15, after=10),),
        (
            Change(
                question=SETUP,
                before=frozenset({OptionId("nothing")}),
                after=frozenset({OptionId("turns"), OptionId("second")}),
            ),
        ),
    ]
    stopped = VerdictChange(
        rule=RuleId("unheard-1"), before=Verdict.APPLIES, after=Verdict.DOES_NOT_APPLY
    )
    company = VerdictChange(
        rule=RuleId("company-1"), before=Verdict.APPLIES, after=Verdict.DOES_NOT_APPLY
    )
    assert [way.moved for way in possible.ways] == [
        Comparison(lost=(stopped, company)),
        Comparison(lost=(stopped,)),
    ]


def test_nobody_is_told_to_give_up_what_does_no_harm() -> None:
    """Another answer of the same kind is as near and gives nothing up."""
    steps = QuestionId("steps")
    none_soften = IncludesNoneOf(steps, (OptionId("review"), OptionId("gradual")))
    none_prepare = IncludesNoneOf(steps, (OptionId("told"), OptionId("next")))
    pack = building.pack(
        [
            building.number("size", 2, 40),
            building.multiple("steps", "told", "review", "gradual", "next"),
        ],
        [
            building.configuration(
                "endings", AnyOf((none_soften, AllOf((none_prepare, AtMost(SIZE, 11)))))
            )
        ],
    )
    plan = building.plan(steps={"told", "next"}, size=24)

    possible = what_would_change(pack, plan, RuleId("endings-1"))

    (way,) = possible.ways
    assert [way.changes[0].after, *(other.after for other in way.instead)] == [
        frozenset(map(OptionId, ("told", "next", "review"))),
        frozenset(map(OptionId, ("told", "next", "gradual"))),
    ]


def test_nothing_is_offered_that_changes_who_the_mothers_are() -> None:
    plan = building.plan(size=15, setup={"nothing"}, mothers="many")

    possible = what_would_change(group_pack(), plan, RuleId("shy-1"))

    assert possible.ways == ()
    assert possible.complete


def test_deciding_an_open_question_counts_as_a_change() -> None:
    plan = building.plan(size=OpenAnswer.NOT_DECIDED)

    possible = what_would_change(group_pack(), plan, RuleId("company-1"))

    assert [one.changes for one in possible.ways] == [
        (Change(question=SIZE, before=OpenAnswer.NOT_DECIDED, after=14),)
    ]


def test_a_rule_that_is_as_wanted_needs_no_change() -> None:
    plan = building.plan(size=15)

    assert what_would_change(group_pack(), plan, RuleId("company-1")).ways == ()


def test_a_risk_is_not_stopped_by_going_where_the_evidence_is_silent() -> None:
    formats = QuestionId("formats")
    coverage = {"group": Coverage.COVERED, "online": Coverage.NOT_COVERED}
    pack = building.pack(
        [building.multiple("formats", "group", "online")],
        [
            building.configuration(
                "risk", IncludesNoneOf(formats, (OptionId("else"),)), coverage=coverage
            )
        ],
    )

    assert what_would_change(pack, building.plan(formats={"group"}), RuleId("risk-1")).ways == ()


def test_a_long_list_is_cut_and_says_so() -> None:
    names = [f"q{place}" for place in range(12)]
    any_yes = AnyOf(tuple(Is(QuestionId(name), True) for name in names))
    pack = building.pack(
        [building.yes_no(name) for name in names],
        [building.configuration("good", any_yes, effect=Effect.BENEFITS)],
    )
    plan = building.plan(**dict.fromkeys(names, False))

    possible = what_would_change(pack, plan, RuleId("good-1"))

    assert len(possible.ways) == changing.MOST_SETS
    assert not possible.complete


def test_a_search_that_runs_out_of_work_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changing, "MOST_TRIED", 1)
    plan = building.plan(size=15, setup={"nothing"})

    possible = what_would_change(group_pack(), plan, RuleId("unheard-1"))

    assert not possible.complete


def test_a_rule_too_wide_to_try_says_so() -> None:
    names = [f"q{place}" for place in range(21)]
    all_yes = AllOf(tuple(Is(QuestionId(name), True) for name in names))
    pack = building.pack(
        [building.yes_no(name) for name in names],
        [building.configuration("good", all_yes, effect=Effect.BENEFITS)],
    )

    possible = what_would_change(pack, building.plan(), RuleId("good-1"))

    assert possible.ways == ()
    assert not possible.complete
