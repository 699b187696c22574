"""Whichever call to the disk fails: no save is lost, and no sound file is called damaged."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.test_power import COMPILER
from tests.storage.test_survival import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None,
    reason="letting a call to the disk fail needs Linux and a C compiler",
)

FEWEST_CALLS = 40


@pytest.fixture(scope="module")
def breaker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets calls fail, compiled."""
    library = tmp_path_factory.mktemp("breaker") / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-o", library, source], check=True)
    return library


def came_of_failing(folder: Path, breaker: Path, *mode: str) -> dict[str, dict[str, int]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.failing", str(folder), "EIO", *mode],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(breaker), "FAIL_FOLDER": str(folder)},
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


def test_a_call_that_fails_costs_no_save_and_damages_nothing(tmp_path: Path, breaker: Path) -> None:
    found = came_of_failing(tmp_path, breaker)

    assert found["saving"].keys() == {"whole"}
    assert found["reading"].keys() == {"whole", "disk-trouble"}
    assert min(sum(each.values()) for each in found.values()) >= FEWEST_CALLS


def test_a_program_that_does_not_ask_whether_it_saved_is_caught(
    tmp_path: Path, breaker: Path
) -> None:
    assert came_of_failing(tmp_path, breaker, "control")["saving"]["lost"]
