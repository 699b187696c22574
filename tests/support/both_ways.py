"""Plans that show every branch of the shipped rules both ways, found in its conditions.

    python -m tests.support.both_ways tests/plans/both_ways

For each branch a plan in which it applies, if it can be with no other branch of its rule, and
the one answer that, given instead, takes it away. For each rule a plan in which it does not
apply, or is not covered where it applies to everything else. The files are read by a person
before they are committed: tests only read them.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from advisor.models.findings import Verdict
from advisor.models.ids import QuestionId
from advisor.models.pack import Pack
from advisor.models.plan import GivenAnswer
from advisor.rules.compiling import Compiled
from advisor.rules.completions import applying, not_covered
from advisor.rules.kinds import kinds_of_answers
from advisor.rules.lanes import Lanes, spread
from advisor.rules.prepared import PreparedRule
from advisor.rules.preparing import prepared
from tests.support.shipped import shipped_pack

Written = dict[str, object]


class Possibilities:
    """Everything that the conditions of a rule, or of one branch, can tell apart."""

    def __init__(self, compiled: Compiled, pack: Pack) -> None:
        lanes = spread(compiled, {}, frozenset())
        assert lanes is not None
        self.lanes: Lanes = lanes
        self._answers: Mapping[QuestionId, list[GivenAnswer]] = {
            asked.id: list(kinds_of_answers(pack.questionnaire[asked.id], asked.tests).values())
            for asked in compiled.questions
        }

    def answers(self, lane: int) -> Written:
        """Return the answers of one possibility."""
        return {
            axis.question: _written(self._answers[axis.question][lane // axis.stride % axis.kinds])
            for axis in self.lanes.axes
        }

    def other_answer(self, lane: int, wanted: int) -> Written:
        """Return one answer that, given instead, leads to a wanted possibility."""
        for axis in self.lanes.axes:
            now = lane // axis.stride % axis.kinds
            for kind in range(axis.kinds):
                if wanted >> lane + (kind - now) * axis.stride & 1:
                    return {axis.question: _written(self._answers[axis.question][kind])}
        return {}


def _written(answer: GivenAnswer) -> object:
    return sorted(answer) if isinstance(answer, frozenset) else answer


def _first(column: int) -> int:
    return (column & -column).bit_length() - 1


def branches(rule: PreparedRule, pack: Pack) -> Iterator[Written]:
    """Yield what shows each branch of a rule both ways."""
    found = Possibilities(rule.compiled, pack)
    speaks, _silent, *columns = found.lanes.columns
    counting = [each.branch.id for each in rule.branches if not each.branch.elsewhere]
    for number, name in enumerate(counting):
        others = 0
        for place, column in enumerate(columns):
            others |= column if place != number else 0
        holds = speaks & columns[number]
        lane = _first(holds & ~others or holds)
        yield {
            "rule": rule.rule.id,
            "branch": name,
            "answers": found.answers(lane),
            "instead": found.other_answer(lane, speaks & ~holds)
            or found.other_answer(lane, found.lanes.every & ~holds),
        }
    for each in rule.branches:
        if each.elsewhere is not None and each.branch.elsewhere:
            alone = Possibilities(each.elsewhere, pack)
            lane = _first(alone.lanes.columns[0])
            yield {
                "rule": rule.rule.id,
                "branch": each.branch.id,
                "other_sources": True,
                "answers": alone.answers(lane),
                "instead": alone.other_answer(lane, alone.lanes.every & ~alone.lanes.columns[0]),
            }


def not_applying(rule: PreparedRule, pack: Pack) -> Written:
    """Return a plan in which a rule does not apply; where that cannot be, one not covered."""
    found = Possibilities(rule.compiled, pack)
    columns = found.lanes.columns
    silent = not_covered(columns)
    without = found.lanes.every & ~(applying(columns) | silent)
    lane = _first(without & columns[0] or without or silent)
    verdict = Verdict.DOES_NOT_APPLY if without else Verdict.NOT_COVERED
    return {"rule": rule.rule.id, "verdict": verdict, "answers": found.answers(lane)}


def main() -> None:
    pack, folder = shipped_pack(), Path(sys.argv[1])
    rules = prepared(pack).rules
    for name, rows in (
        ("branches", [row for rule in rules for row in branches(rule, pack)]),
        ("rules", [not_applying(rule, pack) for rule in rules]),
    ):
        text = json.dumps(rows, indent=1, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
