"""What would have to change: smallest sets of decisions, against trying every one."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from advisor.models.changes import Aim, Change, ChangeSet
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
from advisor.models.findings import Verdict
from advisor.models.ids import OptionId, QuestionId, RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Answer, EntryKey, OpenAnswer, Plan
from advisor.models.questionnaire import Nature
from advisor.rules import changing
from advisor.rules.changing import what_would_change
from advisor.rules.engine import advise
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
        found = [effort(one.changes) for one in possible.sets]
        assert bool(found) >= bool(working)
        assert found == sorted(found)
        assert not working or found[0] <= min(map(effort, working))
    else:
        assert possible.sets == ()


@given(packs_and_plans())
def test_every_set_works_and_none_of_its_changes_is_needless(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    rule = pack.configurations[-1].rules[-1].id
    now = advise(pack, plan)

    possible = what_would_change(pack, plan, rule)

    for one in possible.sets:
        after = advise(pack, changed(plan, one.changes))
        assert reaches(pack, changed(plan, one.changes), rule, possible.aim)
        for size in range(len(one.changes)):
            for fewer in itertools.combinations(one.changes, size):
                assert not reaches(pack, changed(plan, fewer), rule, possible.aim)
        for fewer in without_one_box(pack, one.changes):
            assert not reaches(pack, changed(plan, fewer), rule, possible.aim)
        others = [f.rule for f in after.with_verdict(Verdict.APPLIES) if f.rule != rule]
        before = [f.rule for f in now.with_verdict(Verdict.APPLIES) if f.rule != rule]
        assert list(one.gained) == [other for other in others if other not in before]
        assert list(one.lost) == [other for other in before if other not in others]
        assert all(
            pack.questionnaire[change.question].nature is Nature.DESIGN for change in one.changes
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
    assert possible.sets == (
        ChangeSet(
            changes=(Change(question=SIZE, before=15, after=10),),
            gained=(),
            lost=(RuleId("company-1"),),
        ),
        ChangeSet(
            changes=(
                Change(
                    question=SETUP,
                    before=frozenset({OptionId("nothing")}),
                    after=frozenset({OptionId("turns"), OptionId("second")}),
                ),
            ),
            gained=(),
            lost=(),
        ),
    )


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

    assert [one.changes[0].after for one in possible.sets] == [
        frozenset(map(OptionId, ("told", "next", "review"))),
        frozenset(map(OptionId, ("told", "next", "gradual"))),
    ]


def test_nothing_is_offered_that_changes_who_the_mothers_are() -> None:
    plan = building.plan(size=15, setup={"nothing"}, mothers="many")

    possible = what_would_change(group_pack(), plan, RuleId("shy-1"))

    assert possible.sets == ()
    assert possible.complete


def test_deciding_an_open_question_counts_as_a_change() -> None:
    plan = building.plan(size=OpenAnswer.NOT_DECIDED)

    possible = what_would_change(group_pack(), plan, RuleId("company-1"))

    assert [one.changes for one in possible.sets] == [
        (Change(question=SIZE, before=OpenAnswer.NOT_DECIDED, after=14),)
    ]
    assert possible.sets[0].gained == ()


def test_a_rule_that_is_as_wanted_needs_no_change() -> None:
    plan = building.plan(size=15)

    assert what_would_change(group_pack(), plan, RuleId("company-1")).sets == ()


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

    assert what_would_change(pack, building.plan(formats={"group"}), RuleId("risk-1")).sets == ()


def test_a_long_list_is_cut_and_says_so() -> None:
    names = [f"q{place}" for place in range(12)]
    any_yes = AnyOf(tuple(Is(QuestionId(name), True) for name in names))
    pack = building.pack(
        [building.yes_no(name) for name in names],
        [building.configuration("good", any_yes, effect=Effect.BENEFITS)],
    )
    plan = building.plan(**dict.fromkeys(names, False))

    possible = what_would_change(pack, plan, RuleId("good-1"))

    assert len(possible.sets) == changing.MOST_SETS
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

    assert possible.sets == ()
    assert not possible.complete
