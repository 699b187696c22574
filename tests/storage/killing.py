"""Kills a program again and again while it saves, and looks at what is left.

Run as a program: ``python -m tests.storage.killing FOLDER ROUNDS SEED [control]``. Prints one
line of JSON. ``control`` uses the journal that is known to lose work, and must be caught: it is
killed until that happens, at most so many rounds.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from advisor.errors import StorageError
from advisor.models.ids import PlanId, QuestionId
from advisor.models.plan import Answer, Plan
from advisor.storage import edits, files, plans
from advisor.storage.database import Database
from tests.storage import things

QUESTIONS = 6
CANNOT_SAVE = -1
WORDS = "words " * 1650


def saying(number: int, plan_id: PlanId) -> Plan:
    """A plan of sixty kilobytes in which every answer names the same number."""
    said = Answer(value=number, note=f"{number} {WORDS}")
    return Plan(
        id=plan_id,
        title=f"Number {number}",
        answers={QuestionId(f"q{at}"): said for at in range(QUESTIONS)},
    )


def save_for_ever(file: Path, plan_id: PlanId, number: int, acknowledge: int) -> None:
    database = Database.open(file, backups=file.parent)
    while True:
        number += 1
        with database.session() as session:
            there = plans.plan(session, plan_id)
            for key, entry in saying(number, plan_id).entries():
                stored = there.entry(key)
                assert stored is not None
                newest = replace(entry, version=stored.version)
                edits.save(session, plan_id, key, newest)
        os.write(acknowledge, f"{number}\n".encode())


def kill_one(file: Path, plan_id: PlanId, number: int, seconds: float) -> int:
    """Kill so long after the first save; return the last one acknowledged, or CANNOT_SAVE."""
    listen, acknowledge = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            save_for_ever(file, plan_id, number, acknowledge)
        finally:
            os._exit(1)
    os.close(acknowledge)
    with os.fdopen(listen) as pipe:
        first = pipe.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return max((int(line) for line in (first, *pipe) if line), default=CANNOT_SAVE)


def look(file: Path, plan_id: PlanId, acknowledged: int) -> tuple[str, int]:
    """Return what is left, as a word, and the number that the plan says now."""
    journal = file.with_name(f"{file.name}-journal")
    was_hot = journal.exists() and journal.stat().st_size > 0
    try:
        database = Database.open(file, backups=file.parent)
    except StorageError:
        return "corrupt", acknowledged
    with contextlib.closing(database), database.reading() as session:
        try:
            plan = plans.plan(session, plan_id)
        except StorageError:
            return "corrupt", acknowledged
    numbers = {answer.value for answer in plan.answers.values()}
    number = int(plan.title.split()[1])
    if numbers != {number}:
        return "half", acknowledged
    if number < acknowledged:
        return "lost", number
    return "rolled back" if was_hot else "whole", number


def run(folder: Path, rounds: int, seed: int, *, until_caught: bool) -> Counter[str]:
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    file, plan_id, number = folder / "plans.db", PlanId(""), 0
    for _ in range(rounds):
        if not file.exists():
            plan_id, number = PlanId(things.uid()), 0
            database = Database.open(file, backups=folder)
            with contextlib.closing(database), database.session() as session:
                plans.add_plan(session, saying(0, plan_id), asked=QUESTIONS)
        before = number
        number = kill_one(file, plan_id, number, chance.uniform(0, 0.06))
        if number == CANNOT_SAVE:
            what = "corrupt"
        else:
            found["acknowledged"] += number - before
            what, number = look(file, plan_id, number)
        found[what] += 1
        if what in ("corrupt", "half", "lost"):
            if until_caught:
                break
            for left in folder.iterdir():
                left.unlink()
    return found


def main() -> None:
    folder, rounds, seed, *control = sys.argv[1:]
    # A small cache: pages reach the file before the commit, as in a large transaction.
    spill = (("cache_size", "-64", -64),)
    settings = tuple(
        ("journal_mode", "MEMORY", "memory") if control and name == "journal_mode" else each
        for each in files.SETTINGS
        for name in each[:1]
    )
    files.SETTINGS = (*settings, *spill)
    found = run(Path(folder), int(rounds), int(seed), until_caught=bool(control))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
