"""Cuts the power at many moments of a program that saves, and looks at what each disk holds.

Run as a program: ``python -m tests.storage.power_cuts FOLDER RECORDER CUTS SEED [mode]``. Prints
one line of JSON. With a journal mode that is known to lose work it must be caught.
"""

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from advisor.errors import StorageError
from advisor.models.plan import Plan
from advisor.storage import plans
from advisor.storage.database import Database
from tests.storage import power, things
from tests.storage.saving import ACKNOWLEDGED
from tests.storage.things import FORMATS
from tests.storage.warm import keep_engines
from tests.support.programs import ROOT

SAVES = 20


def after_cuts(folder: Path, recorder: Path, cuts: int, seed: int, *mode: str) -> Counter[str]:
    """Save under record, cut the power at many moments and count what each disk holds."""
    disk_folder, log = folder / "disk", folder / "log"
    plan = things.plan()
    database = Database.open(disk_folder / "plans.db", backups=folder)
    with database.writing() as connection:
        plans.add_plan(connection, plan, asked=1)
    database.close()
    (disk_folder / "plans.db.reserve").write_bytes(b"")
    disk = power.Disk(disk_folder)
    record(disk_folder / "plans.db", log, recorder, plan, *mode)

    every = power.acts(log)
    said = [at for at, act in enumerate(every) if act.path.name == ACKNOWLEDGED]
    assert len(said) == SAVES
    chance = random.Random(seed)
    # Half of the cuts come at the cruel moment just after "saved".
    moments = sorted(
        [*chance.choices(said, k=cuts // 2), *chance.choices(range(len(every)), k=cuts // 2)]
    )
    found: Counter[str] = Counter()
    at = acknowledged = 0
    for moment in moments:
        for act in every[at : moment + 1]:
            acknowledged += act.path.name == ACKNOWLEDGED
            disk.follow(act)
        at = moment + 1
        left = folder / "left"
        disk.cut(chance, left)
        found[look(left / "plans.db", plan, acknowledged)] += 1
        shutil.rmtree(left)
    return found


def record(file: Path, log: Path, recorder: Path, plan: Plan, *mode: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.storage.saving", str(file), plan.id, str(SAVES), *mode],
        cwd=ROOT,
        env={
            **os.environ,
            "LD_PRELOAD": str(recorder),
            "RECORD_FOLDER": str(file.parent),
            "RECORD_LOG": str(log),
        },
        check=True,
    )


def look(file: Path, plan: Plan, acknowledged: int) -> str:
    # Not what is tried here, and half of the time if it is written each time.
    file.with_name("plans.db.reserve").touch()
    try:
        database = Database.open(file, backups=file.parent)
        with contextlib.closing(database), database.reading() as connection:
            answer = plans.plan(connection, plan.id).answer(FORMATS)
    except StorageError:
        return "corrupt"
    if answer.version - 1 < acknowledged:
        return "lost"
    return "whole" if answer.version == 1 or f"{answer.value} " in answer.note else "half"


def main() -> None:
    folder, recorder, cuts, seed, *mode = sys.argv[1:]
    keep_engines()
    found = after_cuts(Path(folder), Path(recorder), int(cuts), int(seed), *mode)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
