"""The program works where there is no network at all."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.support.programs import ROOT

REACH = "import socket; socket.create_connection(('127.0.0.1', 9))"


def without_network(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run Python where no interface is up, not even the computer's own."""
    rights = [] if os.geteuid() == 0 else ["--map-root-user"]
    return subprocess.run(
        ["unshare", "--net", *rights, sys.executable, *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def apart() -> None:
    reason = "doing without a network needs Linux, and leave to go without"
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip(reason)
    if without_network("-c", "").returncode:
        pytest.skip(reason)


def test_nothing_can_be_reached_there(apart: None) -> None:
    tried = without_network("-c", REACH)

    assert "Network is unreachable" in tried.stderr


def test_plans_advice_papers_copies_and_every_page_do_without(apart: None) -> None:
    done = without_network("main.py", "selftest")

    assert done.stdout.splitlines()[-1] == "Everything works."
    assert done.returncode == 0
