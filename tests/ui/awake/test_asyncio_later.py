"""asyncio is there for whoever uses it, and takes no room before."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def ran(program: str) -> str:
    """Return what a new Python says that has loaded the storage as the window does."""
    words = (
        "from ui.run import get_ready\nget_ready()\n"
        f"import advisor.storage.database, sys\n{program}"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout


def test_the_storage_loads_without_it() -> None:
    assert ran("print('asyncio.events' in sys.modules, 'ssl' in sys.modules)") == "False False\n"


@pytest.mark.parametrize(
    "program",
    [
        "import asyncio; print(asyncio.run(asyncio.sleep(0, 'done')))",
        "from asyncio import run, sleep; print(run(sleep(0, 'done')))",
        "import asyncio.events; print(asyncio.run(asyncio.sleep(0, 'done')))",
        "from sqlalchemy.util import concurrency as there\n"
        "print('done' if there.iscoroutine(there.asyncio.sleep(0)) else 'no')",
        "import inspect; inspect.getmodule(print)\nimport asyncio\n"
        "print(asyncio.run(asyncio.sleep(0, 'done')))",
    ],
)
def test_whoever_uses_it_has_it_whole(program: str) -> None:
    assert ran(f"{program}\nassert sys.modules['asyncio'].__file__") == "done\n"
