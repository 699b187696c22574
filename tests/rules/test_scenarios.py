"""Realistic plans and all that a practitioner would want said of them: ``tests/scenarios``.

Each expected line was read independently of the program: gates, the five things to do first in
order, every risk with its state and branches, and all other verdicts.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor.models.advice import Advice
from advisor.models.evidence import Effect
from advisor.models.findings import BranchFinding, Finding, GateState, Verdict
from advisor.plan_files.reading import plan_from_data
from advisor.rules.engine import advise
from tests.support.shipped import shipped_pack

SCENARIOS = Path(__file__).parents[1] / "scenarios"
NAMES = sorted(path.stem for path in SCENARIOS.glob("*.json"))


def advice_on(name: str) -> Advice:
    data = json.loads((SCENARIOS / f"{name}.json").read_text(encoding="utf-8"))
    return advise(shipped_pack(), plan_from_data(data, shipped_pack()))


def said(advice: Advice) -> dict[str, Any]:
    """Say of the advice what the expected file says."""
    risks = [finding for finding in advice.findings if finding.effect is Effect.HARMS]
    return {
        "gates_missing": [gate.id for gate in advice.gates if gate.state is GateState.MISSING],
        "gates_not_said": [gate.id for gate in advice.gates if gate.state is GateState.NOT_SAID],
        "priorities": [priority.action for priority in advice.priorities],
        "risks": {finding.rule: risk(finding) for finding in risks},
        "others": {
            finding.rule: finding.verdict.value
            for finding in advice.findings
            if finding.effect is not Effect.HARMS
        },
    }


def risk(finding: Finding) -> dict[str, Any]:
    state = {"state": finding.state.value} if finding.state else {}
    return {
        "verdict": finding.verdict.value,
        **state,
        "applies": ids(finding.counting, Verdict.APPLIES),
        "may_apply": ids(finding.counting, Verdict.MAY_APPLY),
        "other_sources": ids(finding.from_elsewhere, Verdict.APPLIES),
    }


def ids(branches: tuple[BranchFinding, ...], verdict: Verdict) -> list[str]:
    return [branch.id for branch in branches if branch.verdict is verdict]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "part", ["gates_missing", "gates_not_said", "priorities", "risks", "others"]
)
def test_a_scenario_is_told_what_a_practitioner_would_tell_it(name: str, part: str) -> None:
    expected = yaml.safe_load((SCENARIOS / f"{name}.expected.yaml").read_text(encoding="utf-8"))

    assert said(advice_on(name))[part] == expected[part]


def test_there_are_five_scenarios_and_nothing_more_is_expected_of_them() -> None:
    assert len(NAMES) == 5
    for name in NAMES:
        expected = yaml.safe_load((SCENARIOS / f"{name}.expected.yaml").read_text("utf-8"))
        assert expected.keys() == said(advice_on(name)).keys()
