"""Follows the code while it tries broken files, so that it gets deeper than chance does.

Run as a program, in an environment that has atheris: ``python -m tests.fuzz.guided [--seconds N]
[TARGET ...]``. Ends with 1 when a target raised what it must not; the input lies then in
``tests/fuzz/found``, from where the tests try it again.
"""

import argparse
import importlib
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.programs import ROOT

GUIDED = ("plan_file", "pack_file", "form", "first_bytes", "salvaged")
FOUND = Path(__file__).with_name("found")
MOST_MEGABYTES = 2048
LONGEST = 100_000


def follow(name: str, seconds: int, corpus: str) -> None:
    """Try one target in this process, which ends here."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["advisor", "pypdf", "yaml"]):
        targets = importlib.import_module("tests.fuzz.targets")
    for number, seed in enumerate(targets.seeds(name)):
        (Path(corpus) / str(number)).write_bytes(seed)
    bounds = [
        f"-max_total_time={seconds}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={FOUND}/{name}-",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], corpus, *bounds], targets.TARGETS[name])
    atheris.Fuzz()


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m tests.fuzz.guided", description=__doc__)
    reader.add_argument("--seconds", type=int, default=300, help="for each target")
    reader.add_argument("--here", default="", help=argparse.SUPPRESS)
    reader.add_argument("targets", nargs="*", choices=[[], *GUIDED], help="all by default")
    given = reader.parse_args()
    if given.here:
        follow(given.targets[0], given.seconds, given.here)
        return
    FOUND.mkdir(exist_ok=True)
    bad = [name for name in given.targets or GUIDED if not _is_sound(name, given.seconds)]
    if not any(FOUND.iterdir()):
        FOUND.rmdir()
    raise SystemExit(1 if bad else 0)


def _is_sound(name: str, seconds: int) -> bool:
    own = ["-m", "tests.fuzz.guided", "--seconds", str(seconds)]
    with tempfile.TemporaryDirectory() as corpus:
        done = subprocess.run(
            [sys.executable, *own, "--here", corpus, name],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
        )
    tried = [line for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    count = int(tried[0].rpartition(":")[2]) if tried else 0
    is_sound = done.returncode == 0 and count > 0
    verdict = "holds" if is_sound else "FAILED"
    sys.stdout.write(f"{name}: {verdict}: {count:,} inputs in {seconds} s\n")
    if not is_sound:
        sys.stdout.write(done.stderr[-4000:])
    sys.stdout.flush()
    return is_sound


if __name__ == "__main__":
    main()
