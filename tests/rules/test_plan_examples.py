"""Plans as a practitioner would describe them, each with the findings it should and should not get.

The examples are data: ``tests/plans/*.json``. An example answers only what matters to it;
everything else is open. Verdicts that it does not name are not looked at.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor.models.findings import Verdict
from advisor.models.ids import RuleId
from advisor.models.pack import Pack
from advisor.models.plan import Plan
from advisor.plan_files.reading import plan_from_data
from advisor.rules.engine import advise
from tests.support.shipped import shipped_pack

PLANS = Path(__file__).parents[1] / "plans"


@dataclass(frozen=True, kw_only=True)
class Example:
    described: str
    answers: dict[str, object]
    expected: dict[RuleId, Verdict]

    def plan(self, pack: Pack) -> Plan:
        data = {"plan_version": 1, "title": self.described, "answers": self.answers}
        return plan_from_data(data, pack)


def examples() -> list[Example]:
    return [
        Example(
            described=one["plan"],
            answers=one["answers"],
            expected={
                RuleId(rule): verdict for verdict in Verdict for rule in one.get(verdict, ())
            },
        )
        for file in sorted(PLANS.glob("*.json"))
        if file.name != "pairs.json"
        for one in json.loads(file.read_text(encoding="utf-8"))["examples"]
    ]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.described)
def test_a_plan_gets_the_findings_that_it_should(example: Example) -> None:
    pack = shipped_pack()

    findings = advise(pack, example.plan(pack)).finding_by_rule

    assert {rule: findings[rule].verdict for rule in example.expected} == example.expected
