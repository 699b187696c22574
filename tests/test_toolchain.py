import os
import re
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tests.support.waiting import PATIENCE_SECONDS

ROOT = Path(__file__).parents[1]
LOCKS = ("run", "team", "test", "bundle", "bench", "fuzz", "audit")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;\\]+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}$")


def lock_text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def entries(name: str) -> list[str]:
    """Each pin of a lock with its marker and its hashes, as one line."""
    joined = lock_text(name).replace("\\\n", "")
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def pins(name: str) -> dict[str, str]:
    matches = [PIN.match(entry) for entry in entries(name)]
    return {match["name"]: match["version"] for match in matches if match}


def test_a_void_qt_method_can_be_called_without_end() -> None:
    """PySide6 6.12.0 aborts here on Python 3.11: docs/decisions/0001-pyside6-6-11.md."""
    loop = (
        "from PySide6.QtCore import QObject\n"
        "for _ in range(50_000):\n"
        "    QObject().setObjectName('x')\n"
        "print('whole')\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", loop],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "whole\n", "")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    assert not re.search(r"://|index-url|find-links| @ ", lock_text(name))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_only_exact_pins_with_hashes(name: str) -> None:
    assert pins(name)
    loose = [entry for entry in entries(name) if not (PIN.match(entry) and HASH.search(entry))]
    assert loose == []


@pytest.mark.parametrize("larger", ["team", "test", "bundle", "bench", "fuzz", "audit"])
def test_every_set_runs_what_users_run(larger: str) -> None:
    assert pins("run").items() <= pins(larger).items()


def test_only_a_team_needs_the_driver_of_a_server() -> None:
    assert "psycopg" not in pins("run")
    assert pins("team").items() <= pins("test").items()
    assert "psycopg" in pins("team")


def test_what_is_installed_is_what_is_locked() -> None:
    frozen = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    installed = dict(line.lower().replace("_", "-").split("==") for line in frozen.split())
    locked = pins("test")
    differing = {
        name: version
        for name, version in installed.items()
        if name in locked and locked[name] != version
    }
    assert differing == {}


def test_no_test_can_reach_a_persons_files() -> None:
    dirs = platformdirs.PlatformDirs("any")
    folders = [Path.home(), dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path]
    assert all(folder.is_relative_to(os.environ["HOME"]) for folder in folders)


def test_a_program_that_a_test_starts_is_set_apart_too() -> None:
    home = subprocess.run(
        [sys.executable, "-c", "import pathlib; print(pathlib.Path.home())"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert home == str(Path.home())
    assert Path(home).name.startswith("advisor-tests-")
