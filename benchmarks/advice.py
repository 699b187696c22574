"""Advice for one plan, end to end: the rules alone, and the command line from a cold start.

python -m benchmarks.advice
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from advisor.locations import evidence_folder, examples_folder
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.packs.reading import read_pack
from advisor.plan_files.reading import read_plan
from advisor.rules.engine import advise
from advisor.rules.ways import what_would_change
from benchmarks.measuring import duration, timed

ROOT = Path(__file__).parents[1]
COMPLETE = "04-one-to-one-and-group-with-migrant-mothers.json"
RUNS = 5


@dataclass(frozen=True, kw_only=True)
class Run:
    """One start of the program: seconds on the clock and seconds of processor time."""

    clock: float
    processor: float


def rules_alone() -> None:
    pack = read_pack(evidence_folder()).pack
    complete = read_plan(examples_folder() / COMPLETE, pack)
    # As in the window: what was read once is no garbage to look through again and again.
    gc.freeze()
    print("\nThe rules alone, with reasons, actions and open questions (processor time)")
    for label, plan in (
        ("every question answered", complete),
        ("half of them answered", half_answered(complete)),
        ("nothing answered", replace(complete, answers={})),
    ):
        seconds, advice = timed(partial(advise, pack, plan))
        exact = sum(finding.exact for finding in advice.findings)
        print(f"  {label:26}{duration(seconds):>10}   {exact} of {len(advice.findings)} exact")
    print(f"  {'the machine, by a loop':26}{duration(timed(spin)[0]):>10}   300,000 rounds")
    risks = [finding.rule for finding in advise(pack, complete).findings if finding.state]
    seconds, _ = timed(lambda: [what_would_change(pack, complete, rule) for rule in risks])
    print(f"  {'what would stop each risk':26}{duration(seconds / len(risks)):>10}   per risk")


def spin() -> int:
    """Do something that takes as long on every day and every version of the program."""
    total = 0
    for number in range(300_000):
        total += number * number % 7
    return total


def half_answered(plan: Plan) -> Plan:
    for question in list(plan.answers)[::2]:
        plan = plan.with_entry(EntryKey.of_answer(question), Answer())
    return plan


def command_line() -> None:
    print(f"\nThe command line, a new process each time (median of {RUNS})")
    with tempfile.TemporaryDirectory() as folder:
        first = started(folder)
        print(f"  {'the first start of all':26}{shown(first)}")
        for label, more in (
            ("advice", ()),
            ("advice and checklist", ("--checklist", str(Path(folder, "checklist.pdf")))),
        ):
            runs = sorted((started(folder, *more) for _ in range(RUNS)), key=lambda run: run.clock)
            print(f"  {label:26}{shown(runs[RUNS // 2])}")


def started(home: str, *more: str) -> Run:
    """Advise the complete example in a process of its own."""
    command = [sys.executable, "main.py", "advise", str(examples_folder() / COMPLETE), *more]
    # As installed: what was loaded once is kept compiled.
    environment = {**os.environ, "ADVISOR_HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    clock, after = time.perf_counter() - start, os.times()
    children = (after.children_user, after.children_system)
    return Run(clock=clock, processor=sum(children) - before.children_user - before.children_system)


def shown(run: Run) -> str:
    return f"{duration(run.clock):>10} ({duration(run.processor)} of processor time)"


def main() -> None:
    rules_alone()
    command_line()


if __name__ == "__main__":
    main()
