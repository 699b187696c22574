"""Rules too wide to try: three values take over, are never wrong, and say so."""

import gc
import weakref

import pytest
from hypothesis import given

from advisor.models.conditions import AllOf, AnyOf, Condition, Includes, Is, Not
from advisor.models.evidence import Coverage
from advisor.models.explanation import Truth
from advisor.models.findings import Verdict
from advisor.models.ids import OptionId, QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.rules.completions import Outcome, outcome
from advisor.rules.engine import advise
from advisor.rules.lanes import MOST_LANES
from advisor.rules.preparing import prepare, prepared
from tests.support import building
from tests.support.packs import packs_and_plans

FORMATS = QuestionId("formats")
GROUP = OptionId("group")
COVERAGE = {
    "group": Coverage.CONDITIONAL,
    "online": Coverage.NOT_COVERED,
    "silent": Coverage.NOT_APPLICABLE,
}
AGREED = QuestionId("agreed")
WIDTH = MOST_LANES.bit_length()


def wide_pack(condition: Condition) -> Pack:
    names = [f"q{place}" for place in range(WIDTH)]
    wide = AllOf(tuple(Is(QuestionId(name), True) for name in names))
    return building.pack(
        [building.yes_no("agreed"), *map(building.yes_no, names)],
        [building.configuration("wide", AnyOf((wide, condition)))],
    )


def test_a_rule_too_wide_to_try_may_apply_and_says_that_it_was_not_tried() -> None:
    (finding,) = advise(wide_pack(Is(AGREED, True)), building.plan(agreed=False)).findings

    assert finding.verdict is Verdict.MAY_APPLY
    assert not finding.exact
    assert finding.depends_on == tuple(f"q{place}" for place in range(WIDTH))


def test_a_question_of_such_a_rule_is_asked_though_nobody_knows_whether_it_settles() -> None:
    advice = advise(wide_pack(Is(AGREED, True)), building.plan())

    assert {one.touches for one in advice.open_questions} == {1}
    assert {one.could_settle for one in advice.open_questions} == {0}


def test_a_wide_rule_that_one_answer_settles_is_settled() -> None:
    (finding,) = advise(wide_pack(Is(AGREED, True)), building.plan(agreed=True)).findings

    assert finding.verdict is Verdict.APPLIES
    assert finding.exact


def covered_pack(when: Condition) -> Pack:
    return building.pack(
        [
            building.multiple("formats", "group", "online", "silent"),
            building.yes_no("agreed"),
        ],
        [building.configuration("risk", when, coverage=COVERAGE)],
    )


def outcome_in_three_values(pack: Pack, plan: Plan) -> Outcome:
    ready = prepare(pack)
    return outcome(ready.rules[0].compiled, ready.situation(plan, most_lanes=0))


NEVER: Condition = AnyOf(())
ALWAYS: Condition = AllOf(())
SURELY: Condition = AnyOf((ALWAYS, Is(AGREED, True)))
HARDLY: Condition = AllOf((NEVER, Is(AGREED, True)))


@pytest.mark.parametrize(
    ("when", "plan", "verdict", "by_coverage"),
    [  # One answer stays open, or there would be nothing to try.
        (SURELY, building.plan(formats={"group", "online"}), Verdict.APPLIES, False),
        (HARDLY, building.plan(formats={"group", "online"}), Verdict.DOES_NOT_APPLY, False),
        (SURELY, building.plan(formats={"online", "silent"}), Verdict.NOT_COVERED, True),
        (SURELY, building.plan(formats={"silent"}), Verdict.DOES_NOT_APPLY, True),
        (SURELY, building.plan(), Verdict.MAY_APPLY, False),
        (Is(AGREED, True), building.plan(formats={"group"}), Verdict.MAY_APPLY, False),
    ],
)
def test_three_values_weigh_coverage_before_the_condition(
    when: Condition, plan: Plan, verdict: Verdict, by_coverage: bool
) -> None:
    found = outcome_in_three_values(covered_pack(when), plan)

    assert found.verdict is verdict
    assert found.by_coverage is by_coverage
    assert found.exact is (verdict is not Verdict.MAY_APPLY)


@given(packs_and_plans())
def test_what_three_values_settle_is_what_is_exact(case: tuple[Pack, Plan]) -> None:
    pack, plan = case
    ready = prepare(pack)
    exact, narrow = ready.situation(plan), ready.situation(plan, most_lanes=0)

    for rule in ready.rules:
        rough, true = outcome(rule.compiled, narrow), outcome(rule.compiled, exact)
        assert rough.verdict is true.verdict or not rough.exact
        assert rough.depends_on >= true.depends_on or rough.exact
    for note in ready.scope_notes:
        assert narrow.truth(note.when) in {Truth.OPEN, exact.truth(note.when)}


def test_this_or_not_this_needs_no_answer() -> None:
    either = AnyOf((Is(AGREED, True), Not(Is(AGREED, True))))
    (finding,) = advise(covered_pack(either), building.plan(formats={"group"})).findings

    assert finding.verdict is Verdict.APPLIES
    assert finding.because.truth is Truth.OPEN
    assert finding.depends_on == ()


def test_what_applies_for_no_format_never_may_apply_while_the_formats_are_open() -> None:
    (finding,) = advise(covered_pack(NEVER), building.plan()).findings

    assert finding.verdict is Verdict.DOES_NOT_APPLY
    assert finding.depends_on == ()


def test_three_values_that_cannot_tell_silent_from_not_at_work_say_so() -> None:
    found = outcome_in_three_values(covered_pack(HARDLY), building.plan())

    assert found.verdict is Verdict.DOES_NOT_APPLY
    assert not found.exact


def test_formats_that_nobody_is_asked_about_are_not_chosen() -> None:
    pack = building.pack(
        [
            building.yes_no("agreed"),
            building.multiple("formats", "group", ask_when=Is(AGREED, True)),
        ],
        [building.configuration("risk", ALWAYS, coverage={"group": Coverage.COVERED})],
    )
    (finding,) = advise(pack, building.plan(agreed=False, formats={"group"})).findings

    assert finding.verdict is Verdict.DOES_NOT_APPLY
    assert finding.by_coverage


def test_a_question_foreign_to_the_pack_is_left_out() -> None:
    advice = advise(covered_pack(ALWAYS), building.plan(formats={"group"}, elsewhere=True))

    assert advice.summary.answered == 1


def test_a_condition_on_a_question_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        prepare(covered_pack(Includes(QuestionId("nowhere"), GROUP)))


def test_a_pack_is_prepared_once_and_forgotten_with_the_pack() -> None:
    pack = covered_pack(ALWAYS)
    forgotten = weakref.ref(pack)

    assert prepared(pack) is prepared(pack)
    del pack
    gc.collect()
    assert forgotten() is None
