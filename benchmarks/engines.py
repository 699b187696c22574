"""The engines that are compared, each with the same three abilities.

``one`` judges every rule for one plan: a string of ``1``, ``0`` and ``?`` in the order of the
rules. ``many`` counts for every rule the plans for which it holds. Both make ready what the
engine is told and return the judging alone; only the advisor's ``one`` starts from the plan.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Protocol

import cel
import zen

from advisor.models.findings import Verdict
from advisor.models.plan import Plan
from advisor.rules.completions import applying
from advisor.rules.crowd import Crowd
from advisor.rules.preparing import prepare
from benchmarks.expressions import CEL, SQL, ZEN, row, variables, written
from benchmarks.rule_bases import RuleBase

SIGNS = {True: "1", False: "0", None: "?"}
VERDICT_SIGNS = {
    Verdict.APPLIES: "1",
    Verdict.DOES_NOT_APPLY: "0",
    Verdict.MAY_APPLY: "?",
    Verdict.NOT_COVERED: "-",
}
SQL_COLUMNS = 400
"""SQLite takes at most 2,000 columns and a million characters in one statement."""


class Engine(Protocol):
    """Rules, made ready to judge."""

    knows_unknown: bool

    def one(self, plan: Plan) -> Callable[[], str]:
        """Return the judging of one plan, ready to be timed."""

    def many(self, plans: Sequence[Plan]) -> Callable[[], list[int]]:
        """Return the counting over many plans, ready to be timed."""


class Advisor:
    """This program: exact, with what each verdict depends on."""

    knows_unknown = True

    def __init__(self, base: RuleBase) -> None:
        self._ready = prepare(base.pack)

    def one(self, plan: Plan) -> Callable[[], str]:
        def judge() -> str:
            outcomes = self._ready.all_rules.outcomes(self._ready.situation(plan))
            return "".join([VERDICT_SIGNS[each.verdict] for each in outcomes])

        return judge

    def many(self, plans: Sequence[Plan]) -> Callable[[], list[int]]:
        """Judge all plans at once: a bit is a plan."""
        crowd = Crowd(self._ready, plans)
        rules = [rule.compiled for rule in self._ready.rules]
        return lambda: [
            applying([part.certain for part in crowd.part_by_part(rule)]).bit_count()
            for rule in rules
        ]


class Zen:
    """GoRules ZEN: all rules in one expression. A rule on something unknown is an error."""

    knows_unknown = False

    def __init__(self, base: RuleBase) -> None:
        self._questionnaire = base.pack.questionnaire
        rules = (written(rule, ZEN, self._questionnaire) for rule in base.rules)
        self._compiled = zen.compile_expression(f"[{','.join(rules)}]")

    def one(self, plan: Plan) -> Callable[[], str]:
        told = variables(plan, self._questionnaire)
        return lambda: "".join(SIGNS[holds] for holds in self._compiled.evaluate(told))

    def many(self, plans: Sequence[Plan]) -> Callable[[], list[int]]:
        told = [variables(plan, self._questionnaire) for plan in plans]

        def count() -> list[int]:
            return [sum(held) for held in zip(*map(self._compiled.evaluate, told), strict=True)]

        return count


class Cel:
    """The Common Expression Language in Rust: an error is unknown, absorbed by *and* and *or*."""

    knows_unknown = True

    def __init__(self, base: RuleBase) -> None:
        self._questionnaire = base.pack.questionnaire
        rules = (written(rule, CEL, self._questionnaire) for rule in base.rules)
        self._programs = [cel.compile(rule) for rule in rules]

    def one(self, plan: Plan) -> Callable[[], str]:
        told = cel.Context(variables=variables(plan, self._questionnaire))
        return lambda: "".join(SIGNS[_executed(program, told)] for program in self._programs)

    def many(self, plans: Sequence[Plan]) -> Callable[[], list[int]]:
        told = [cel.Context(variables=variables(plan, self._questionnaire)) for plan in plans]
        return lambda: [sum(map(program.execute, told)) for program in self._programs]


def _executed(program: cel.Program, told: cel.Context) -> bool | None:
    try:
        return bool(program.execute(told))
    except RuntimeError:
        return None


class Sql:
    """Plain SQL in SQLite: a row for each plan, a column of the answer for each rule."""

    knows_unknown = True

    def __init__(self, base: RuleBase) -> None:
        self._questionnaire = base.pack.questionnaire
        rules = [written(rule, SQL, self._questionnaire) for rule in base.rules]
        chunks = [rules[at : at + SQL_COLUMNS] for at in range(0, len(rules), SQL_COLUMNS)]
        self._each = [f"SELECT {', '.join(some)} FROM plans" for some in chunks]
        self._sums = [
            f"SELECT {', '.join(f'SUM({rule})' for rule in some)} FROM plans" for some in chunks
        ]

    def one(self, plan: Plan) -> Callable[[], str]:
        database = self._filled([plan])

        def judge() -> str:
            rows = (database.execute(statement).fetchone() for statement in self._each)
            signs = {1: "1", 0: "0", None: "?"}
            return "".join(signs[cell] for cells in rows for cell in cells)

        return judge

    def many(self, plans: Sequence[Plan]) -> Callable[[], list[int]]:
        database = self._filled(plans)
        return lambda: [cell for sums in self._sums for cell in database.execute(sums).fetchone()]

    def _filled(self, plans: Sequence[Plan]) -> sqlite3.Connection:
        rows = [row(plan, self._questionnaire) for plan in plans]
        # Room for every statement, so that none is parsed twice.
        database = sqlite3.connect(":memory:", cached_statements=2 * len(self._each) + 2)
        database.execute(f"CREATE TABLE plans ({', '.join(rows[0])})")
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(
            f"INSERT INTO plans VALUES ({marks})", [tuple(one.values()) for one in rows]
        )
        return database


ENGINES: dict[str, Callable[[RuleBase], Engine]] = {
    "advisor": Advisor,
    "ZEN": Zen,
    "CEL": Cel,
    "SQLite": Sql,
}
