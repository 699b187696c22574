"""Proofs about one computer: kills, power cuts, calls that fail, a full disk."""

from collections import Counter
from pathlib import Path

from tests.proofs.proof import (
    Found,
    Proof,
    Run,
    compiled,
    found_by,
    found_by_command,
    in_batches,
    lacks_compiler,
    lacks_fork,
)
from tests.storage import filling

STORAGE = Path(filling.__file__).parent
KILLS_OF_ONE_PROGRAM = 500
CUTS_OF_ONE_RECORD = 500
FILLS_OF_ONE_PROGRAM = 50
CODES = ("EIO", "ENOSPC", "EDQUOT", "EROFS")


def kills(run: Run) -> Found:
    def batch(folder: Path, count: int, seed: int) -> Found:
        return found_by("tests.storage.killing", folder, count, seed)

    return in_batches(run, KILLS_OF_ONE_PROGRAM, batch)


def kills_of_a_lax_journal(folder: Path) -> Found:
    return found_by("tests.storage.killing", folder, 100, 1, "control")


KILLS = Proof(
    name="kills",
    what="kills while saving",
    short=12,
    long=10_000,
    work=kills,
    control=kills_of_a_lax_journal,
    held=frozenset({"acknowledged", "whole", "rolled back", "killed while opening"}),
    wanted=frozenset({"acknowledged", "rolled back"}),
    lacks=lacks_fork,
)


def power_cuts(run: Run) -> Found:
    library = compiled(STORAGE / "recorder.c", run.folder)

    def batch(folder: Path, count: int, seed: int) -> Found:
        return found_by("tests.storage.power_cuts", folder, library, count, seed)

    return in_batches(run, CUTS_OF_ONE_RECORD, batch)


def power_cuts_of_lax_journals(folder: Path) -> Found:
    """Find what is lost with SQLite's own journal, and damaged with one in memory."""
    library = compiled(STORAGE / "recorder.c", folder)
    found: Found = Counter()
    for mode in ("DELETE", "MEMORY"):
        disk = folder / mode
        disk.mkdir()
        came = found_by("tests.storage.power_cuts", disk, library, 24, 1, mode)
        if not came.keys() - POWER_CUTS.held:
            # One that was not caught must not hide behind the other.
            return came
        found.update(came)
    return found


POWER_CUTS = Proof(
    name="power-cuts",
    what="power cuts",
    short=60,
    long=5_000,
    work=power_cuts,
    control=power_cuts_of_lax_journals,
    held=frozenset({"whole"}),
    wanted=frozenset({"whole"}),
    lacks=lacks_compiler,
)


def failing_calls(run: Run) -> Found:
    library = compiled(STORAGE / "failing.c", run.folder)

    def batch(folder: Path, _count: int, number: int) -> Found:
        code = CODES[(number - 1) % len(CODES)]
        return _failing(folder, library, code, number)

    return in_batches(run, 1, batch)


def _failing(folder: Path, library: Path, code: str, size: int, *control: str) -> Found:
    return found_by(
        "tests.storage.failing",
        folder,
        code,
        size,
        *control,
        LD_PRELOAD=str(library),
        FAIL_FOLDER=str(folder),
    )


def calls_of_a_program_that_does_not_ask(folder: Path) -> Found:
    return _failing(folder, compiled(STORAGE / "failing.c", folder), "EIO", 1, "control")


CALLS = Proof(
    name="calls",
    what="rounds in which each call to the disk fails once",
    short=1,
    long=24,
    work=failing_calls,
    control=calls_of_a_program_that_does_not_ask,
    held=frozenset({"read", "read refused", "saved", "save refused"}),
    wanted=frozenset({"read refused", "saved", "save refused"}),
    lacks=lacks_compiler,
)


def full_disks(run: Run) -> Found:
    def batch(folder: Path, count: int, seed: int) -> Found:
        return found_by_command(filling.on_a_small_disk(folder, count, seed))

    return in_batches(run, FILLS_OF_ONE_PROGRAM, batch)


def full_disks_of_a_program_that_does_not_ask(folder: Path) -> Found:
    return found_by_command(filling.on_a_small_disk(folder, 5, 1, "control"))


FILLED = frozenset(
    {
        "acknowledged",
        "refused",
        "read while full",
        "saved with the reserve",
        "saved with room again",
    }
)

FULL_DISK = Proof(
    name="full-disk",
    what="times that the disk got full",
    short=4,
    long=300,
    work=full_disks,
    control=full_disks_of_a_program_that_does_not_ask,
    held=FILLED,
    wanted=FILLED,
    lacks=filling.lacks,
)
