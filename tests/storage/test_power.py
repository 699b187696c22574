"""A power cut at any moment loses no save that was acknowledged."""

import contextlib
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from advisor.errors import StorageError
from advisor.models.plan import Plan
from advisor.storage import plans
from advisor.storage.database import Database
from tests.storage import power, things
from tests.storage.saving import ACKNOWLEDGED
from tests.storage.test_survival import ROOT
from tests.storage.things import FORMATS

COMPILER = shutil.which("cc") or shutil.which("gcc")
SAVES = 20

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None,
    reason="recording what reaches the disk needs Linux and a C compiler",
)


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that records, compiled."""
    library = tmp_path_factory.mktemp("recorder") / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-o", library, source], check=True)
    return library


def after_cuts(folder: Path, recorder: Path, cuts: int, *mode: str) -> Counter[str]:
    """Save under record, cut the power at many moments and count what each disk holds."""
    disk_folder, log = folder / "disk", folder / "log"
    plan = things.plan()
    database = Database.open(disk_folder / "plans.db", backups=folder)
    with database.session() as session:
        plans.add_plan(session, plan, asked=1)
    database.close()
    (disk_folder / "plans.db.reserve").write_bytes(b"")
    disk = power.Disk(disk_folder)
    record(disk_folder / "plans.db", log, recorder, plan, *mode)

    every = power.acts(log)
    said = [at for at, act in enumerate(every) if act.path.name == ACKNOWLEDGED]
    assert len(said) == SAVES
    chance = random.Random(1)
    # Half of the cuts come at the cruel moment just after "saved".
    moments = sorted(
        [*chance.choices(said, k=cuts // 2), *chance.choices(range(len(every)), k=cuts // 2)]
    )
    found: Counter[str] = Counter()
    at = acknowledged = 0
    for number, moment in enumerate(moments):
        for act in every[at : moment + 1]:
            acknowledged += act.path.name == ACKNOWLEDGED
            disk.follow(act)
        at = moment + 1
        left = folder / f"cut-{number}"
        disk.cut(chance, left)
        found[look(left / "plans.db", plan, acknowledged)] += 1
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
        with contextlib.closing(database), database.reading() as session:
            answer = plans.plan(session, plan.id).answer(FORMATS)
    except StorageError:
        return "corrupt"
    if answer.version - 1 < acknowledged:
        return "lost"
    return "whole" if answer.version == 1 or f"{answer.value} " in answer.note else "half"


def test_a_power_cut_loses_no_acknowledged_save(tmp_path: Path, recorder: Path) -> None:
    assert after_cuts(tmp_path, recorder, 60) == {"whole": 60}


@pytest.mark.parametrize("mode", ["DELETE", "MEMORY"])
def test_the_power_cut_catches_a_journal_that_loses_work(
    tmp_path: Path, recorder: Path, mode: str
) -> None:
    found = after_cuts(tmp_path, recorder, 24, mode)

    assert found.keys() & {"lost", "corrupt", "half"}
