"""Kills a program again and again while it upgrades a file, and looks at what is left.

Run as a program: ``python -m tests.storage.upgrading FOLDER ROUNDS SEED``. FOLDER holds
``old.db``. Prints one line of JSON.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from pathlib import Path

from advisor.storage.schema import versions
from advisor.storage.upgrade import upgrade_file
from tests.storage import ahead


class Anything(frozenset[str]):
    """Takes every schema for the right one: these are not on record."""

    def __contains__(self, _: object) -> bool:
        return True


def upgrade(file: Path) -> None:
    upgrade_file(file, 1, file.parent / "copies", ahead.steps(ahead.rebuild))


def kill_one(file: Path, seconds: float) -> None:
    child = os.fork()
    if child == 0:
        try:
            upgrade(file)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def look(file: Path) -> tuple[int, ...]:
    """Return version, answers, columns of a plan and whether every page is well."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        asked = (
            "PRAGMA user_version",
            "SELECT count(*) FROM answer",
            "SELECT count(*) FROM pragma_table_info('plan')",
            "SELECT count(*) FROM sqlite_master WHERE name = 'note'",
            "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
            "SELECT count(*) FROM pragma_foreign_key_check",
        )
        return tuple(connection.execute(each).fetchone()[0] for each in asked)


def run(folder: Path, rounds: int, seed: int) -> Counter[str]:
    versions.SCHEMA_DIGESTS[ahead.NEXT] = Anything()
    chance = random.Random(seed)
    old, file = folder / "old.db", folder / "plans.db"
    shutil.copy(old, file)
    began = time.perf_counter()
    upgrade(file)
    took = time.perf_counter() - began
    before, after = look(old), look(file)
    found: Counter[str] = Counter()
    for _ in range(rounds):
        shutil.copy(old, file)
        kill_one(file, chance.uniform(0, took * 1.2))
        left = look(file)
        found["old" if left == before else "new" if left == after else "half"] += 1
        if left == before:
            upgrade(file)
            found["upgraded again" if look(file) == after else "stuck"] += 1
    return found


def main() -> None:
    folder, rounds, seed = sys.argv[1:]
    sys.stdout.write(json.dumps(run(Path(folder), int(rounds), int(seed))))


if __name__ == "__main__":
    main()
