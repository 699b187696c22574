"""Every rule and every branch of the shipped pack both ways: plans as data.

``tests/plans/both_ways`` has for each branch a plan in which it applies and one answer that,
given instead, takes it away, and for each rule a plan in which it does not apply, or is not
covered where it applies to everything else.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from advisor.models.findings import Finding, Verdict
from advisor.plan_files.reading import plan_from_data
from advisor.rules.engine import advise
from tests.support.shipped import shipped_pack

FOLDER = Path(__file__).parents[1] / "plans" / "both_ways"


@cache
def rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def finding(rule: str, answers: dict[str, object]) -> Finding:
    plan = plan_from_data(
        {"plan_version": 1, "title": "One branch", "answers": answers}, shipped_pack()
    )
    return next(each for each in advise(shipped_pack(), plan).findings if each.rule == rule)


def at_work(found: Finding, row: dict[str, Any]) -> bool:
    """Whether the branch of a row applies or may apply, among those that it belongs to."""
    branches = found.from_elsewhere if row.get("other_sources") else found.counting
    return any(each.id == row["branch"] for each in branches)


@pytest.mark.parametrize("row", rows("branches"), ids=lambda row: f"{row['rule']}:{row['branch']}")
def test_a_branch_applies_and_one_other_answer_takes_it_away(row: dict[str, Any]) -> None:
    with_it = finding(row["rule"], row["answers"])
    without = finding(row["rule"], row["answers"] | row["instead"])

    assert len(row["instead"]) == 1
    assert at_work(with_it, row)
    assert not at_work(without, row)
    assert row.get("other_sources") or with_it.verdict is Verdict.APPLIES


@pytest.mark.parametrize("row", rows("rules"), ids=lambda row: row["rule"])
def test_a_rule_does_not_apply_where_none_of_its_branches_does(row: dict[str, Any]) -> None:
    assert row["verdict"] in {Verdict.DOES_NOT_APPLY, Verdict.NOT_COVERED}
    assert finding(row["rule"], row["answers"]).verdict is Verdict(row["verdict"])


def test_no_branch_and_no_rule_is_left_out() -> None:
    rules = [
        rule for configuration in shipped_pack().configurations for rule in configuration.rules
    ]

    assert [(row["rule"], row["branch"]) for row in rows("branches")] == [
        (rule.id, branch.id)
        for rule in rules
        for branch in sorted(rule.branches, key=lambda branch: branch.elsewhere)
    ]
    assert [row["rule"] for row in rows("rules")] == [rule.id for rule in rules]
