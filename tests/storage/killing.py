"""Kills a program again and again while it saves, and looks at what is left.

Run as a program: ``python -m tests.storage.killing FOLDER ROUNDS SEED [control]``. Prints one
line of JSON. ``control`` uses the journal that is known to lose work, and must be caught: it is
killed until that happens, at most so many rounds.

Each program is forked from one that has loaded everything and holds no connection. It opens the
file, looks at what the kill before it left, and saves until it is killed too, some while it is
still opening.
"""

import contextlib
import gc
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
from tests.storage.warm import keep_engines

QUESTIONS = 4
WORDS = "words " * 820
KIBIBYTES_OF_CACHE = 16
ROUNDS_OF_ONE_FILE = 25
KILLED_WHILE_OPENING = "killed while opening"
KILLS = ((0, 0.02), *[(1, 0.03), (2, 0.03)] * 4)
"""After how many lines of a program it may be killed, and how many seconds later at the most."""
BROKEN = ("corrupt", "half", "lost")


def saying(number: int, plan_id: PlanId) -> Plan:
    """A plan of twenty kilobytes in which every answer names the same number."""
    said = Answer(value=number, note=f"{number} {WORDS}")
    return Plan(
        id=plan_id,
        title=f"Number {number}",
        answers={QuestionId(f"q{at}"): said for at in range(QUESTIONS)},
    )


def begin(file: Path) -> PlanId:
    """Make a file with a plan that says 1, and was saved once."""
    plan_id = PlanId(things.uid())
    with contextlib.closing(Database.open(file, backups=file.parent)) as database:
        with database.writing() as connection:
            plans.add_plan(connection, saying(0, plan_id), asked=QUESTIONS)
        save(database, plan_id, 1)
    return plan_id


def save(database: Database, plan_id: PlanId, number: int) -> None:
    with database.writing() as connection:
        there = plans.plan(connection, plan_id)
        for key, entry in saying(number, plan_id).entries():
            stored = there.entry(key)
            assert stored is not None
            edits.save(connection, plan_id, key, replace(entry, version=stored.version))


def look_and_save_for_ever(file: Path, plan_id: PlanId, acknowledged: int, say: int) -> None:
    what, number, database = look(file, plan_id, acknowledged)
    os.write(say, f"{what} {number}\n".encode())
    while database is not None:
        number += 1
        save(database, plan_id, number)
        os.write(say, f"saved {number}\n".encode())


def look(file: Path, plan_id: PlanId, acknowledged: int) -> tuple[str, int, Database | None]:
    """Return what is left, as a word, the number that the plan says now, and the open file."""
    journal = file.with_name(f"{file.name}-journal")
    was_hot = journal.exists() and journal.stat().st_size > 0
    try:
        database = Database.open(file, backups=file.parent)
        with database.reading() as connection:
            plan = plans.plan(connection, plan_id)
    except StorageError:
        return "corrupt", acknowledged, None
    numbers = {answer.value for answer in plan.answers.values()}
    number = int(plan.title.split()[1])
    if numbers != {number}:
        return "half", number, None
    if number < acknowledged:
        return "lost", number, None
    return "rolled back" if was_hot else "whole", number, database


def kill_one(
    file: Path, plan_id: PlanId, acknowledged: int, *, lines: int, seconds: float
) -> tuple[str, int, int]:
    """Kill so long after a program said so many lines; return what it saw, and its numbers.

    They are the one that it found and the last one that it saved. One that is killed before it
    said anything has seen nothing.
    """
    listen, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            look_and_save_for_ever(file, plan_id, acknowledged, say)
        finally:
            os._exit(1)
    os.close(say)
    with os.fdopen(listen) as pipe:
        heard = [pipe.readline() for _ in range(lines)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said = [line.rsplit(maxsplit=1) for line in (*heard, *pipe) if line]
    if not said:
        return ("corrupt" if lines else KILLED_WHILE_OPENING), acknowledged, acknowledged
    return said[0][0], int(said[0][1]), int(said[-1][1])


def kills_of_one_file(file: Path, kills: int, chance: random.Random) -> Counter[str]:
    """Kill so often, or until something is broken; count what was found after each kill."""
    found: Counter[str] = Counter()
    seen: list[str] = []
    plan_id, number = begin(file), 1
    for _ in range(kills):
        lines, longest = chance.choice(KILLS)
        seconds = chance.uniform(0, longest)
        what, there, saved = kill_one(file, plan_id, number, lines=lines, seconds=seconds)
        found["acknowledged"] += saved - there
        number = saved
        if what == KILLED_WHILE_OPENING:
            found[what] += 1
            continue
        seen.append(what)
        if what in BROKEN:
            break
    else:
        what, _, database = look(file, plan_id, number)
        seen.append(what)
        if database:
            database.close()
    # The first who looked saw a file in which nobody had been killed yet.
    found.update(seen[1:])
    return found


def run(folder: Path, rounds: int, seed: int, *, until_caught: bool) -> Counter[str]:
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    while rounds:
        kills = min(rounds, ROUNDS_OF_ONE_FILE)
        found.update(kills_of_one_file(folder / "plans.db", kills, chance))
        for left in folder.iterdir():
            left.unlink()
        if until_caught and found.keys() & set(BROKEN):
            break
        rounds -= kills
    return found


def main() -> None:
    folder, rounds, seed, *control = sys.argv[1:]
    # A small cache: pages reach the file before the commit, as in a large transaction.
    spill = (("cache_size", f"-{KIBIBYTES_OF_CACHE}", -KIBIBYTES_OF_CACHE),)
    settings = tuple(
        ("journal_mode", "MEMORY", "memory") if control and name == "journal_mode" else each
        for each in files.SETTINGS
        for name in each[:1]
    )
    files.SETTINGS = (*settings, *spill)
    keep_engines()
    # What is collected in a child would copy the memory it shares with this program.
    gc.collect()
    gc.freeze()
    gc.disable()
    found = run(Path(folder), int(rounds), int(seed), until_caught=bool(control))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
