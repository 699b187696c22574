"""Fills a small disk again and again while an answer grows, and looks at what is left.

Run as a program on a disk of its own (``on_a_small_disk``): ``python -m tests.storage.filling
FOLDER ROUNDS SEED [control]``. Prints one line of JSON. ``control`` says that all was saved
whatever the save itself says, and must be caught.
"""

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import cast

from advisor.errors import StorageError
from advisor.models.plan import Answer, EntryKey, Plan
from advisor.storage import edits, plans
from advisor.storage.database import Database
from tests.storage import things
from tests.storage.things import FORMATS
from tests.storage.warm import keep_engines

KEY = EntryKey.of_answer(FORMATS)
KILOBYTES = 3072
MOST_SAVES = 500
MOUNT = 'mount -t tmpfs -o "size=$0k" none "$1" && shift && exec "$@"'


def _alone() -> list[str]:
    # A mount that nobody else sees, and that ends with the program.
    rights = [] if os.geteuid() == 0 else ["--map-root-user"]
    return ["unshare", "--mount", *rights, "sh", "-c", MOUNT, str(KILOBYTES)]


def lacks() -> str:
    """Say what a small disk of one's own needs."""
    reason = "a small disk of one's own needs Linux, and leave to mount one"
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return reason
    tried = subprocess.run([*_alone(), "/mnt", "true"], check=False, capture_output=True)
    return reason if tried.returncode else ""


def on_a_small_disk(folder: Path, rounds: int, seed: int, *control: str) -> list[str]:
    """Return the command that runs this program on a disk of three megabytes at a folder."""
    own = [sys.executable, "-m", "tests.storage.filling", str(folder), str(rounds), str(seed)]
    return [*_alone(), str(folder), *own, *control]


def fill(folder: Path, chance: random.Random, *, trusting: bool) -> Counter[str]:
    """Save until the disk is full, make room, and save again; count what came of it."""
    file, filler, plan = folder / "plans.db", folder / "filler", things.plan()
    database = Database.open(file, backups=folder)
    with database.writing() as connection:
        plans.add_plan(connection, plan, asked=1)
    room = chance.randrange(256 * 1024)
    filler.write_bytes(bytes(shutil.disk_usage(folder).free - room))
    found, kept, refused = save_until_full(database, plan, trusting=trusting)
    database.close()
    found[what_is_left(file, plan, kept)] += 1
    filler.unlink()
    with contextlib.closing(Database.open(file, backups=folder)) as database:
        database.write(lambda connection: edits.save(connection, plan.id, KEY, refused))
        with database.reading() as connection:
            there = plans.plan(connection, plan.id).answer(FORMATS)
    found["saved with room again" if there.note == refused.note else "lost"] += 1
    return found


def save_until_full(
    database: Database, plan: Plan, *, trusting: bool
) -> tuple[Counter[str], Answer, Answer]:
    """Return what was found, the last answer that was called saved, and the one refused."""
    found: Counter[str] = Counter()
    with database.reading() as connection:
        kept = plans.plan(connection, plan.id).answer(FORMATS)
    said = kept
    for number in range(1, MOST_SAVES):
        said = Answer(value=number, note=f"{number} " * 2000, version=kept.version)
        try:
            with_reserve = _save(database, plan, said)
        except StorageError as error:
            found["refused" if error.code == "disk-full" else error.code] += 1
            if trusting:
                return found, said, said
            break
        kept = replace(said, version=said.version + 1)
        found["acknowledged"] += 1
        found["saved with the reserve"] += with_reserve
    return found, kept, said


def _save(database: Database, plan: Plan, said: Answer) -> bool:
    """Save, and return whether that took the reserve."""
    reserve = cast("Path", database.path).with_name("plans.db.reserve")
    had = reserve.exists()
    database.write(lambda connection: edits.save(connection, plan.id, KEY, said))
    return had and not reserve.exists()


def what_is_left(file: Path, plan: Plan, kept: Answer) -> str:
    """Read on the full disk."""
    try:
        database = Database.open(file, backups=file.parent)
        with contextlib.closing(database), database.reading() as connection:
            there = plans.plan(connection, plan.id).answer(FORMATS)
    except StorageError:
        return "corrupt"
    return "read while full" if (there.value, there.note) == (kept.value, kept.note) else "lost"


def main() -> None:
    folder, rounds, seed, *control = sys.argv[1:]
    keep_engines()
    chance = random.Random(int(seed))
    found: Counter[str] = Counter()
    for _ in range(int(rounds)):
        found += fill(Path(folder), chance, trusting=bool(control))
        for left in Path(folder).iterdir():
            left.unlink()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
