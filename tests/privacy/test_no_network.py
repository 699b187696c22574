"""The program works where there is no network at all.

So does its window: every journey runs so (``tests/support/real_program.py``).
"""

import subprocess
import sys

import pytest

from tests.support.apart import without_network
from tests.support.programs import ROOT

REACH = "import socket; socket.create_connection(('127.0.0.1', 9))"


def apart(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run Python without a network."""
    begin = without_network()
    if not begin:
        pytest.skip("doing without a network needs Linux, and leave to go without")
    return subprocess.run(
        [*begin, sys.executable, *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def test_nothing_can_be_reached_there() -> None:
    tried = apart("-c", REACH)

    assert "Network is unreachable" in tried.stderr


def test_plans_advice_papers_copies_and_every_page_do_without() -> None:
    done = apart("main.py", "selftest")

    assert done.stdout.splitlines()[-1] == "Everything works."
    assert done.returncode == 0
