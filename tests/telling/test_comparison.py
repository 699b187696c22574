from advisor.models.comparison import Comparison
from advisor.models.findings import Verdict
from advisor.models.ids import RuleId
from advisor.rules.comparing import compare, what_moved
from advisor.rules.engine import advise
from advisor.telling.comparison import (
    MOST_REASONS,
    ToldComparison,
    told_comparison,
    told_newer_evidence,
)
from tests.support.examples import CLOSED, DROP_IN, example, pack

BEFORE, AFTER = example(DROP_IN), example(CLOSED)


def story() -> ToldComparison:
    return told_comparison(pack(), BEFORE.title, AFTER.title, compare(pack(), BEFORE, AFTER))


def test_plans_that_are_alike_are_told_so() -> None:
    same = told_comparison(pack(), "A", "B", Comparison())

    assert same.summary == "The two plans have the same answers and the same advice."
    assert same.groups == ()
    assert same.answers == ()


def test_findings_are_grouped_by_the_plan_they_apply_in() -> None:
    told = story()
    titles = [group.title for group in told.groups]

    assert titles[0] == f"Applies only in “{AFTER.title}”"
    assert titles[1] == f"Applies only in “{BEFORE.title}”"
    assert all(group.moves for group in told.groups)


def test_each_finding_is_told_once() -> None:
    rules = [move.rule for group in story().groups for move in group.moves]

    assert len(rules) == len(set(rules))


def test_a_finding_says_which_verdict_became_which() -> None:
    words = {move.rule: move.words for group in story().groups for move in group.moves}

    assert words[next(rule for rule in words if rule == "N01-harms")] == (
        "“Open” becomes “In hand”."
    )


def test_answers_are_told_on_both_sides() -> None:
    row = next(row for row in story().answers if row.asked.startswith("How do mothers join"))

    assert (row.before, row.after) == ("Open drop-in", "Closed group")


def test_the_summary_counts_what_differs() -> None:
    comparison = compare(pack(), BEFORE, AFTER)

    assert story().summary.startswith(f"{len(comparison.answers)} answers differ; ")


def test_evidence_that_changed_nothing_is_told_so() -> None:
    told = told_newer_evidence(pack(), BEFORE, advise(pack(), BEFORE), Comparison())

    assert told.moves == ()
    assert told.summary.endswith("Nothing about your plan changed.")


def test_newer_evidence_is_told_finding_by_finding() -> None:
    advice = advise(pack(), BEFORE)
    kept = {finding.rule: finding.verdict for finding in advice.findings}
    kept[RuleId("N01-harms")] = Verdict.DOES_NOT_APPLY
    kept[RuleId("gone-harms")] = Verdict.APPLIES

    told = told_newer_evidence(pack(), BEFORE, advice, what_moved(kept, advice))

    assert [move.rule for move in told.moves] == ["N01-harms"]
    assert told.summary.endswith("1 statement changed. 1 statement left the evidence.")


def test_each_finding_that_newer_evidence_moved_says_why_in_words_of_the_questionnaire() -> None:
    advice = advise(pack(), BEFORE)
    kept = {
        finding.rule: Verdict.APPLIES
        if finding.verdict is not Verdict.APPLIES
        else Verdict.DOES_NOT_APPLY
        for finding in advice.findings
    }
    questions = [question.text for question in pack().questionnaire.questions]

    told = told_newer_evidence(pack(), BEFORE, advice, what_moved(kept, advice))

    assert len(told.moves) == len(advice.findings)
    for move in told.moves:
        reasons, rest = move.why[:MOST_REASONS], move.why[MOST_REASONS:]
        assert reasons, move.rule
        assert all(any(line.startswith(asked) for asked in questions) for line in reasons)
        assert all(line.startswith("and ") for line in rest)
