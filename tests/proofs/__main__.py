"""Tries every proof at length, says what came of each, and fails if one does not hold.

python -m tests.proofs [--short] [--jobs N] [--minutes M] [NAME[=COUNT] ...]
"""

import argparse
import logging
import math
import os
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from tests.proofs import disk, team
from tests.proofs.proof import Proof, Run

PROOFS = (
    disk.KILLS,
    disk.POWER_CUTS,
    disk.CALLS,
    disk.FULL_DISK,
    team.WRITERS,
    team.SERVER_WRITERS,
    team.COMMITS,
    team.CRASHES,
)
SECONDS_BETWEEN_WORDS = 30.0


class Progress:
    """Says now and then how far a proof has come."""

    def __init__(self, proof: Proof, count: int) -> None:
        self._proof, self._count = proof, count
        self.done = 0
        self._said = self._began = time.monotonic()
        self._turn = threading.Lock()

    def tell(self, more: int) -> None:
        with self._turn:
            self.done += more
            now = time.monotonic()
            if now - self._said >= SECONDS_BETWEEN_WORDS:
                self._said = now
                say(
                    f"  {self._proof.name}: {self.done:,} of {self._count:,}"
                    f" after {now - self._began:,.0f} s"
                )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(found: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in sorted(found.items()))


def holds(proof: Proof, count: int, jobs: int, seconds: float = math.inf) -> bool:
    """Try a proof and its control, and say in one line what came of each."""
    reason = proof.lacks()
    if reason:
        say(f"{proof.name}: NOT TRIED: {reason}")
        return False
    say(f"{proof.name}: {count:,} {proof.what} ...")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        progress = Progress(proof, count)
        found = proof.work(
            Run(
                folder=Path(folder),
                count=count,
                jobs=jobs,
                tell=progress.tell,
                until=lambda: time.monotonic() - began > seconds,
            )
        )
    took = time.monotonic() - began
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        caught = proof.control(Path(folder))
    faults = [f"{name} {found[name]:,}" for name in proof.broken(found)]
    faults += [f"no '{name}'" for name in proof.missing(found)]
    if progress.done < count:
        faults.append(f"the time was over before all {count:,} were tried")
    if not proof.broken(caught):
        faults.append("the control was not caught")
    verdict = f"FAILED ({'; '.join(faults)})" if faults else "holds"
    say(f"{proof.name}: {verdict}: {progress.done:,} {proof.what} in {took:,.0f} s: {told(found)}")
    say(f"  control: {told(caught)}")
    return not faults


def asked(words: list[str], *, short: bool) -> list[tuple[Proof, int]]:
    """Return the proofs that were named with their counts, or all of them."""
    named = dict(word.partition("=")[::2] for word in words)
    unknown = named.keys() - {proof.name for proof in PROOFS}
    if unknown:
        raise SystemExit(f"No proof is called {', '.join(sorted(unknown))}.")
    return [
        (proof, int(named.get(proof.name) or (proof.short if short else proof.long)))
        for proof in PROOFS
        if not named or proof.name in named
    ]


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m tests.proofs", description=__doc__)
    reader.add_argument("--short", action="store_true", help="as many as the tests try")
    reader.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    reader.add_argument("--minutes", type=float, default=math.inf, help="at most, for each")
    counts = ", ".join(f"{proof.name}={proof.long}" for proof in PROOFS)
    reader.add_argument("proofs", nargs="*", metavar="NAME[=COUNT]", help=f"of {counts}")
    given = reader.parse_args()
    # What the program logs of faults that are meant is no news here.
    logging.getLogger().addHandler(logging.NullHandler())
    seconds = given.minutes * 60
    every = [holds(*each, given.jobs, seconds) for each in asked(given.proofs, short=given.short)]
    say(f"{sum(every)} of {len(every)} proofs hold.")
    raise SystemExit(0 if all(every) else 1)


if __name__ == "__main__":
    main()
