from collections.abc import Iterator

from advisor.models.comparison import Comparison, NewerAdvice
from advisor.models.findings import Verdict
from advisor.models.ids import RuleId
from advisor.models.plan import Plan
from advisor.plan_files.reading import read_plan
from advisor.rules.comparing import what_moved
from advisor.rules.engine import advise
from advisor.telling.newer import told_newer_evidence
from tests.support.examples import DROP_IN, example, pack
from tests.support.shipped import PLANS_2026_11, edition_2026_11, shipped_pack

BEFORE = example(DROP_IN)


def newer(comparison: Comparison) -> NewerAdvice:
    return NewerAdvice(comparison=comparison, earlier="2026.11", before=None)


def test_evidence_that_changed_nothing_is_told_so() -> None:
    told = told_newer_evidence(pack(), BEFORE, newer(Comparison()))

    assert told.moves == ()
    assert told.summary.endswith("Nothing about your plan changed.")


def test_newer_evidence_is_told_finding_by_finding() -> None:
    advice = advise(pack(), BEFORE)
    kept = {finding.rule: finding.verdict for finding in advice.findings}
    kept[RuleId("N01-harms")] = Verdict.DOES_NOT_APPLY
    kept[RuleId("gone-harms")] = Verdict.APPLIES

    told = told_newer_evidence(pack(), BEFORE, newer(what_moved(kept, advice)))

    assert [move.rule for move in told.moves] == ["N01-harms"]
    assert told.summary.endswith("1 statement changed. 1 statement left the evidence.")
    # The earlier edition is not stored here, so only why it is so now can be told.
    assert [cause.side for cause in told.moves[0].why] == [
        f"Under edition {pack().version.version}"
    ]


def earlier_plans() -> Iterator[tuple[Plan, NewerAdvice]]:
    """The plans of the edition before, as they open today."""
    for file in sorted(PLANS_2026_11.glob("*.json")):
        plan = read_plan(file, shipped_pack())
        old, new = advise(edition_2026_11(), plan), advise(shipped_pack(), plan)
        moved = what_moved({each.rule: each.verdict for each in old.findings}, new, old)
        yield plan, NewerAdvice(comparison=moved, earlier="2026.11", before=edition_2026_11())


def test_each_verdict_that_newer_evidence_moved_says_why_under_both_editions() -> None:
    moves = 0
    for plan, newer_advice in earlier_plans():
        for move in told_newer_evidence(shipped_pack(), plan, newer_advice).moves:
            moves += 1
            is_new = move.rule not in edition_2026_11().rule_by_id
            sides = ["Under edition 2026.11", f"Under edition {shipped_pack().version.version}"]
            assert [cause.side for cause in move.why[:2]] == sides[is_new:], move.rule
            assert all(cause.lines for cause in move.why), move.rule
    assert moves > 10


def test_a_risk_that_one_good_answer_hid_says_so_beside_what_makes_it_one_now() -> None:
    plan, newer_advice = next(each for each in earlier_plans() if "Thistlebridge" in each[0].title)
    told = told_newer_evidence(shipped_pack(), plan, newer_advice)
    before, now = next(move.why[:2] for move in told.moves if move.rule == "N03-harms")

    assert any("It would need" in line for line in before.lines)
    assert now.lines[0] == next(
        branch.text
        for finding in advise(shipped_pack(), plan).findings
        if finding.rule == "N03-harms"
        for branch in finding.at_work
    )
