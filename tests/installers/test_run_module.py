"""A bundle runs its own modules as Python does."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor import apart
from advisor.pdf import form_reading
from tests.support.waiting import PATIENCE_SECONDS

ROOT = Path(__file__).parents[2]
HOOK = ROOT / "installers" / "run_module.py"
NOTHING = b""


def ran(*words: str) -> "subprocess.CompletedProcess[bytes]":
    """Run what comes first in a bundle, and after it what stands for the program."""
    program = f"import runpy; runpy.run_path({str(HOOK)!r}); print('the program')"
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        input=NOTHING,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "code"), [(apart._MODULE, 0), (form_reading.__name__, form_reading.UNREADABLE)]
)
def test_a_module_of_ours_is_run_in_place_of_the_program(module: str, code: int) -> None:
    done = ran("-m", module)

    assert (done.returncode, done.stdout) == (code, NOTHING), done.stderr


@pytest.mark.parametrize("words", [(), ("-m",), ("-m", "http.server"), ("advise", "advisor.json")])
def test_whatever_else_is_asked_goes_to_the_program(words: tuple[str, ...]) -> None:
    assert ran(*words).stdout == b"the program\n"


def test_the_bundle_has_it() -> None:
    assert "installers/run_module.py" in (ROOT / "installers/advisor.spec").read_text("utf-8")
